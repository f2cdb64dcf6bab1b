//! `keuzewijzer diff`: the same comparison on the command line.

use std::path::Path;

use crate::harness::{Region, Run, copy_folder, keuzewijzer, run};
use crate::published::{
    FIRST, SECOND, add_contract, add_scores, journal, lengthen_wait, publish, stop_vaktherapie,
};

fn diff(region: &Region, arguments: &[&str]) -> Run {
    let folder = region.path("");
    run(keuzewijzer()
        .current_dir(folder)
        .arg("diff")
        .args(arguments))
}

/// Two publications: `old` and `public`.
fn two_publications() -> Region {
    let region = Region::small();
    publish(&region, FIRST);
    copy_folder(&region.target(), &region.path("old"));
    lengthen_wait(&region);
    stop_vaktherapie(&region);
    add_contract(&region);
    add_scores(&region);
    publish(&region, SECOND);
    region
}

#[test]
fn it_tells_per_municipality_what_changed_and_exits_with_one() {
    let run = diff(&two_publications(), &["old", "public"]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.out,
        "\
Apeldoorn: 2026-11-15 -> 2026-11-18
  Stichting De Lindeboom, Begeleiding thuis: wait until the first talk (expected): 2 weeks -> 5 weeks (longer), on 2026-11-16
  Stichting De Lindeboom, Therapie door te doen: takes nobody now
  Stichting De Lindeboom: experience of parents: new period, 2025-07-01/2026-06-30 -> 2025-11-01/2026-10-31, too little to say
Zutphen: 2026-11-15 -> 2026-11-18
  Kompas Jeugdhulp, Therapie door te doen: contract since 2026-11-17
  Stichting De Lindeboom, Begeleiding thuis: wait until the first talk (expected): 2 weeks -> 5 weeks (longer), on 2026-11-16
  Stichting De Lindeboom: experience of parents: new period, 2025-07-01/2026-06-30 -> 2025-11-01/2026-10-31, too little to say
"
    );
}

#[test]
fn it_speaks_dutch_and_takes_one_municipality() {
    let region = two_publications();
    for (old, new) in [
        ("old/apeldoorn", "public/apeldoorn"),
        ("old/apeldoorn", "public"),
    ] {
        let run = diff(&region, &[old, new, "--lang", "nl"]);
        assert_eq!(run.code, 1);
        assert!(
            run.out.starts_with(
                "Apeldoorn: 2026-11-15 -> 2026-11-18\n  Stichting De Lindeboom, Begeleiding thuis: \
                 wachttijd tot eerste gesprek (verwacht): 2 weken -> 5 weken (langer), op 2026-11-16\n"
            ),
            "{}",
            run.out
        );
    }
    let whole = diff(&region, &["old/apeldoorn", "public", "--lang", "nl"]);
    assert!(
        whole
            .out
            .ends_with("Zutphen: nieuwe gemeente, 2026-11-18\n"),
        "{}",
        whole.out
    );
}

#[test]
fn for_programs_it_gives_the_entries_of_the_journal() {
    let region = two_publications();
    let run = diff(&region, &["old", "public", "--format", "json"]);
    assert_eq!(run.code, 1);
    let list: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(list[0]["gemeente"], "0200");
    assert_eq!(list[0]["van"], "2026-11-15");
    let told = list[0]["wijzigingen"].as_array().unwrap();
    let journal = journal(&region, "apeldoorn");
    let written = journal["wijzigingen"].as_array().unwrap();
    assert_eq!(
        told[..],
        written[..told.len()],
        "the page and the command compare alike"
    );
}

#[test]
fn nothing_changed_is_zero_and_a_theme_is_no_change() {
    let region = Region::small().with_theme("eigen");
    publish(&region, FIRST);
    copy_folder(&region.target(), &region.path("old"));
    region.change(
        "themes/default/i18n/nl.ftl",
        "skip-to-content = ",
        "skip-to-content = Nu ",
    );
    publish(&region, SECOND);
    let run = diff(&region, &["old", "public"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert_eq!(run.err, "nothing changed\n");
    let run = diff(&region, &["old", "public", "--format", "json"]);
    assert_eq!((run.code, run.out.as_str()), (0, "[]\n"));
}

#[test]
fn a_municipality_that_comes_or_goes_is_told() {
    let region = two_publications();
    std::fs::remove_dir_all(region.path("old/zutphen")).unwrap();
    let run = diff(&region, &["old", "public"]);
    assert!(
        run.out.ends_with("Zutphen: new municipality, 2026-11-18\n"),
        "{}",
        run.out
    );
    let run = diff(&region, &["public", "old"]);
    assert!(
        run.out
            .ends_with("Zutphen: municipality gone, 2026-11-18\n"),
        "{}",
        run.out
    );
}

#[test]
fn a_folder_that_is_no_publication_is_three_and_named() {
    let region = two_publications();
    for (folder, said) in [
        ("content", "`content` is no published folder"),
        ("nowhere", "cannot read `nowhere`"),
    ] {
        let run = diff(&region, &["old", folder]);
        assert_eq!(run.code, 3);
        assert!(run.err.contains(said), "{}", run.err);
    }
    let damaged = Path::new("public/apeldoorn/gegevens/wijzigingen.json");
    region.write(
        damaged.to_str().unwrap(),
        "{\"vorm\":\"keuzewijzer wijzigingen 9\"}",
    );
    let run = diff(&region, &["old", "public"]);
    assert_eq!(run.code, 3);
    assert!(
        run.err
            .contains("it is in the form `keuzewijzer wijzigingen 9`"),
        "{}",
        run.err
    );
}
