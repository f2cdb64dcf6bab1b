use std::path::Path;

use super::desk::Desk;

fn slugs(desk: &Desk) -> Vec<String> {
    let prefix = "mijn-regio/content/municipalities/";
    let paths = desk.everything().into_iter();
    paths
        .filter_map(|path| path.strip_prefix(prefix).map(ToOwned::to_owned))
        .filter(|path| !path.contains('/'))
        .collect()
}

fn init(desk: &Desk, arguments: &[&str]) -> super::desk::Run {
    let given = [
        "init",
        "mijn-regio",
        "--name",
        "Proef",
        "--list",
        "gemeenten.csv",
    ];
    desk.run(&[&given[..], arguments].concat())
}

#[test]
fn a_municipality_is_found_by_its_name_or_its_code() {
    let desk = Desk::with_list();
    let chosen = [
        "--municipality",
        "s hertogenbosch",
        "--municipality",
        "0014",
    ];
    init(&desk, &chosen).succeeded();
    assert_eq!(slugs(&desk), ["groningen", "s-hertogenbosch"]);
    let settings = desk.read("mijn-regio/content/municipalities/s-hertogenbosch/municipality.toml");
    assert!(
        settings.contains("code = \"0796\"\nname = \"'s-Hertogenbosch\""),
        "{settings}"
    );
}

#[test]
fn all_municipalities_of_a_youth_region_are_taken_once() {
    let desk = Desk::with_list();
    let chosen = ["--youth-region", "groningen", "--municipality", "Oldambt"];
    init(&desk, &chosen).succeeded();
    assert_eq!(slugs(&desk), ["groningen", "oldambt"]);
}

#[test]
fn a_name_that_is_not_in_the_list_is_compared_with_those_that_are() {
    let desk = Desk::with_list();
    let run = init(
        &desk,
        &["--municipality", "Apeldorn", "--youth-region", "Groningne"],
    );
    assert_eq!(run.code, Some(2));
    let wanted = "\
error: there is no youth region `Groningne` in the list
  help: did you mean `Groningen`?
  help: write its name as the list has it in the column `Jeugdzorgregio`
error: there is no municipality `Apeldorn` in the list
  help: did you mean `Apeldoorn`?
  help: write its name or its code as the list has it
";
    assert_eq!(run.err, wanted);
    assert!(!desk.path("mijn-regio").exists());
}

#[test]
fn a_code_with_the_name_of_another_municipality_is_refused() {
    let desk = Desk::with_list();
    let run = init(&desk, &["--municipality", "0014=Apeldoorn"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err
            .contains("`0014` is the code of `Groningen`, not of `Apeldoorn`"),
        "{}",
        run.err
    );
}

#[test]
fn a_list_of_a_spreadsheet_that_lost_its_zeros_is_read() {
    let desk = Desk::empty();
    desk.write(
        "gemeenten.csv",
        "\u{feff}Gemeentecode;Gemeentenaam\r\n14;Groningen\r\nGM0200;Apeldoorn\r\n",
    );
    let chosen = ["--municipality", "Groningen", "--municipality", "0200"];
    init(&desk, &chosen).succeeded();
    let settings = desk.read("mijn-regio/content/municipalities/groningen/municipality.toml");
    assert!(settings.contains("code = \"0014\""), "{settings}");
}

#[test]
fn a_file_that_is_no_list_is_reported_with_its_place() {
    let desk = Desk::empty();
    desk.write("gemeenten.csv", "plaats,aantal\nApeldoorn,1\n");
    let run = init(&desk, &["--municipality", "Apeldoorn"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("gemeenten.csv:1:1"), "{}", run.err);
    assert!(
        run.err.contains("the list has no column `Gemeentecode`"),
        "{}",
        run.err
    );
    assert!(!desk.path("mijn-regio").exists());
}

#[test]
fn every_municipality_of_the_country_can_be_chosen() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/data/municipalities/gemeenten_2026_jeugdzorgregio.csv");
    if !list.exists() {
        println!("skipped: {} is not here", list.display());
        return;
    }
    let desk = Desk::empty();
    let list = list.to_str().unwrap();
    let regions = std::fs::read_to_string(list).unwrap();
    let regions: std::collections::BTreeSet<&str> = regions
        .lines()
        .skip(1)
        .map(|line| line.rsplit(',').next().unwrap().trim())
        .collect();
    let mut arguments = vec!["init", "mijn-regio", "--name", "Nederland", "--list", list];
    for region in &regions {
        arguments.extend(["--youth-region", region]);
    }
    let made = desk.run(&arguments).succeeded();
    assert!(
        made.err.contains("a new region of 342 municipalities"),
        "{}",
        made.err
    );
    desk.run_in("mijn-regio", &["readability"]).succeeded();
}
