//! Outcomes: counts become counts, and a suppressed cell never becomes a number.

use super::desk::Desk;
use super::workbook::{Cell, Sheet, ods, texts, xlsx};

const OUTCOMES: &str = "provider,profile,intensity,measure,period_from,period_to,respondents,successes,state,instrument,source\n";
const HEADER: &str =
    "Aanbieder;Profiel;Intensiteit;Maat;Periode van;Periode tot en met;Aantal;Aantal positief\n";

fn desk(rows: &str) -> Desk {
    let desk = Desk::new("", format!("{HEADER}{rows}"));
    desk.put(
        "content/providers/de-linde.md",
        "+++\nname = \"De Linde\"\nkvk = \"00001234\"\n+++\n",
    );
    desk.put(
        "content/profiles/opvoeden.md",
        "+++\nname = \"Opvoeden\"\n+++\n",
    );
    desk.put(
        "content/intensities.toml",
        "[[intensities]]\nid = \"perspectief\"\nname = \"Perspectief\"\n\
         [[intensities]]\nid = \"acuut\"\nname = \"Acuut\"\nmeasured = false\n",
    );
    desk.put("content/outcomes.csv", OUTCOMES);
    desk
}

#[test]
fn suppressed_cells_become_states_and_counts_stay_counts() {
    let of = "Perspectief";
    let desk = desk(&format!(
        "De Linde;Opvoeden;{of};Ervaring ouders;1-1-2025;31-12-2025;40;34\n\
         De Linde;Opvoeden;{of};Ervaring jongeren;1-1-2025;31-12-2025;*;*\n\
         00001234;opvoeden;{of};No-show;1-1-2025;31-12-2025;12;te klein\n\
         De Linde;Opvoeden;{of};Doel onderwijs;1-1-2025;31-12-2025;<10;\n\
         De Linde;Opvoeden;{of};Doel meedoen;1-1-2025;31-12-2025;;\n\
         De Linde;Opvoeden;Acuut;Doel meedoen;1-1-2025;31-12-2025;n.v.t.;n.v.t.\n"
    ));
    let said = desk.import("uitkomsten", "export.csv");
    assert_eq!(said.counts(), [6, 6, 0], "{}", said.out);
    let row = |rest: &str| format!("de-linde,opvoeden,{rest},,opgave van de aanbieder\n");
    let days = "2025-01-01,2025-12-31";
    assert_eq!(
        desk.read("content/outcomes.csv"),
        [
            OUTCOMES.to_owned(),
            row(&format!("acuut,goal-participation,{days},,,not-measured")),
            row(&format!("perspectief,dropout-no-show,{days},,,too-few")),
            row(&format!("perspectief,experience-parents,{days},40,34,")),
            row(&format!("perspectief,experience-youth,{days},,,too-few")),
            row(&format!("perspectief,goal-education,{days},,,too-few")),
            row(&format!(
                "perspectief,goal-participation,{days},,,not-supplied"
            )),
        ]
        .concat()
    );
    let again = desk.import("uitkomsten", "export.csv");
    assert!(
        again.errors.contains("0 files written, 1 unchanged"),
        "{}",
        again.errors
    );
}

#[test]
fn what_is_no_count_is_reported_and_never_a_number() {
    let desk = desk(
        "De Linde;Opvoeden;Perspectief;Ervaring ouders;1-1-2025;31-12-2025;veel;3\n\
         De Linde;Opvoeden;Perspectief;Ervaring ouders;1-1-2025;31-12-2025;40;41\n\
         De Linde;Opvoeden;Acuut;Ervaring ouders;1-1-2025;31-12-2025;40;34\n\
         De Eik;Opvoeden;Perspectief;Ervaring ouders;1-1-2025;31-12-2025;40;34\n\
         De Linde;Slapen;Perspectief;Ervaring ouders;1-1-2025;31-12-2025;40;34\n\
         De Linde;Opvoeden;Perspectief;Blij;1-1-2025;31-12-2025;40;34\n\
         De Linde;Opvoeden;Perspectief;Ervaring ouders;31-12-2025;1-1-2025;40;34\n\
         De Linde;Opvoeden;Perspectief;Ervaring ouders;1-1-2025;31-12-2025;40;34\n\
         De Linde;Opvoeden;Perspectief;Ervaring ouders;1-1-2025;31-12-2025;40;33\n",
    );
    let said = desk.import("uitkomsten", "export.csv");
    assert_eq!(said.counts(), [9, 1, 8]);
    let reasons: Vec<&str> = said
        .problems()
        .into_iter()
        .map(|problem| problem.split_once("W1102]: ").unwrap().1)
        .map(|problem| problem.split("; ").next().unwrap())
        .collect();
    assert_eq!(
        reasons,
        [
            "`veel` is no count and no word of the mapping",
            "41 of 40 is more than all",
            "outcomes of `acuut` are not measured, and here are numbers",
            "there is no provider `De Eik`, or more than one",
            "there is no profile `Slapen`, or more than one",
            "`Blij` is not in the table of the mapping",
            "the period ends on 2025-01-01 and begins on 2025-12-31",
            "the same outcome stands in another row, with other numbers",
        ]
    );
}

#[test]
fn percentages_of_a_sheet_become_counts_when_only_one_count_fits() {
    let mapping = r#"
kind = "outcomes"
[source]
decimal = ","
[outcome]
provider = "Aanbieder"
profile = { constant = "opvoeden" }
intensity = { constant = "perspectief" }
year = "Jaar"
source = "meting"
[[measure]]
measure = { constant = "experience-youth" }
respondents = "Jongeren"
share = "Tevreden"
"#;
    let row = |respondents: f64, share: Cell<'static>| {
        let mut row = texts(&["De Linde"]);
        row.extend([
            Cell::Number(respondents.mul_add(1.0, 1985.0)),
            Cell::Number(respondents),
            share,
        ]);
        row
    };
    let sheets = [Sheet {
        name: "2025",
        rows: vec![
            texts(&["Aanbieder", "Jaar", "Jongeren", "Tevreden"]),
            row(40.0, Cell::Percentage(0.85)),
            row(30.0, Cell::Number(0.5)),
            row(20.0, Cell::Percentage(0.84)),
        ],
        merged: None,
    }];
    for (file, bytes) in [("export.xlsx", xlsx(&sheets)), ("export.ods", ods(&sheets))] {
        let desk = desk("");
        desk.put("mapping.toml", mapping);
        desk.put(file, bytes);
        let said = desk.import("mapping.toml", file);
        assert_eq!(said.counts(), [3, 1, 2], "{}", said.out);
        assert_eq!(
            desk.read("content/outcomes.csv"),
            format!(
                "{OUTCOMES}de-linde,opvoeden,perspectief,experience-youth,2025-01-01,2025-12-31,40,34,,,meting\n"
            )
        );
        let problems = said.problems();
        assert!(
            problems[0].starts_with(&format!("{file}!2025!D3:")),
            "{problems:?}"
        );
        assert!(
            problems[0].contains("`0,5` can be a percentage or a share of one"),
            "{problems:?}"
        );
        assert!(
            problems[1].contains("`84%` of 20 is no whole number of people"),
            "{problems:?}"
        );
    }
}

#[test]
fn a_mapping_with_a_measure_that_is_not_there_is_an_error() {
    let desk = desk("");
    desk.put(
        "mapping.toml",
        "kind = \"outcomes\"\n[outcome]\nprovider = \"a\"\nprofile = \"b\"\nintensity = \"c\"\nyear = \"d\"\nsource = \"x\"\n\
         [[measure]]\nmeasure = { constant = \"experience-yout\" }\nrespondents = \"n\"\n",
    );
    let said = desk.import("mapping.toml", "export.csv");
    assert_eq!(said.code, Some(1));
    assert!(
        said.out
            .contains("there is no measure `experience-yout`; did you mean `experience-youth`?"),
        "{}",
        said.out
    );
    assert!(
        said.out
            .contains("this does not say which column has the successes"),
        "{}",
        said.out
    );
}
