//! `check --report`: what an editor reads, and what a provider is mailed.

use std::collections::BTreeSet;
use std::fs;

use scraper::Html;

use crate::harness::{Region, Tree, tree};
use crate::html::{all, first, text};

const MATERIAL: i32 = 1;

/// The report in the folder `controle`: the page and the mails.
fn report(region: &Region) -> Tree {
    region.check_with(&["--report", "controle"]).succeeded();
    tree(&region.path("controle"))
}

fn page(files: &Tree) -> Html {
    Html::parse_document(&words(files, "index.html"))
}

fn words(files: &Tree, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

fn names(files: &Tree) -> Vec<&str> {
    files.keys().map(String::as_str).collect()
}

/// Lets the only wait of one offer grow old.
fn with_an_old_wait(region: &Region) {
    region.change(
        "content/waiting-times.csv",
        "in overleg,open,2026-11-01",
        "in overleg,open,2026-08-01",
    );
}

#[test]
fn a_region_in_order_asks_nothing_of_anybody() {
    let region = Region::small();
    let files = report(&region);
    assert_eq!(names(&files), ["index.html"]);
    let page = page(&files);
    let main = text(first(page.root_element(), "main"));
    assert!(main.contains("Problemen geen problemen"), "{main}");
    assert!(main.contains("Aanbieders die iets moeten doen 0 van de 2 (0 %)"));
    assert!(main.contains("In orde Stichting De Lindeboom"), "{main}");
}

#[test]
fn a_provider_is_mailed_what_it_must_do_and_nobody_else_is_mailed() {
    let region = Region::small();
    with_an_old_wait(&region);
    let run = region.check_with(&["--report", "controle", "--lang", "nl"]);
    let words_at_the_end =
        "controle/index.html: het overzicht, met een mail voor 1 aanbieder\ncontent is in orde\n";
    assert!(run.err.ends_with(words_at_the_end), "{}", run.err);
    let files = report(&region);
    assert_eq!(names(&files), ["index.html", "mails/de-lindeboom.txt"]);
    insta::assert_snapshot!(words(&files, "mails/de-lindeboom.txt"), @r#"
    Aan: info@de-lindeboom.example
    Onderwerp: Uw gegevens op de keuzewijzer van Regio Voorbeeld

    Beste Stichting De Lindeboom,

    Gezinnen in Regio Voorbeeld kiezen zelf een aanbieder. Op de keuzewijzer
    zien zij ook uw gegevens. Wij hebben die nagekeken voor 15 november 2026.
    Wilt u ons helpen met het volgende?

    1. Deze wachttijd is oud: Therapie door te doen (van 1 augustus 2026).
       Gezinnen lezen erbij dat het cijfer oud is. Hoelang is de wachttijd nu?

    U kunt antwoorden op deze mail. Wij passen uw gegevens dan aan.

    Met vriendelijke groet,

    Regio Voorbeeld
    redactie@keuze.example
    "#);
}

#[test]
fn everything_that_can_be_missing_is_asked_for() {
    let region = Region::small();
    region.change(
        "content/providers/kompas.md",
        "email = \"info@kompas.example\"\n",
        "",
    );
    region.change(
        "content/providers/kompas.md",
        "phone = \"0575 00 20 02\"\n",
        "",
    );
    region.change(
        "content/offers.csv",
        "0,18,,2026-01-01,,stop,",
        "0,18,,2026-01-01,,unknown,",
    );
    region.change(
        "content/waiting-times.csv",
        "kompas,begeleiding-individueel,,,,,,,,,stop,2026-11-01,,opgave van de aanbieder\n",
        "",
    );
    region.change(
        "content/outcomes.csv",
        "kompas,overbelaste-ouders,perspectief,experience-parents,2025-07-01,2026-06-30,,,too-few,,de regio\n\
         kompas,overbelaste-ouders,acuut,experience-parents,2025-07-01,2026-06-30,,,not-measured,,de regio\n",
        "",
    );
    let mail = words(&report(&region), "mails/kompas.txt");
    assert!(mail.starts_with("Aan: (geen mailadres bekend)\n"), "{mail}");
    let asked: Vec<&str> = mail
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    insta::assert_snapshot!(asked.join("\n"), @r#"
    1. Wij hebben geen telefoonnummer en geen mailadres van u. Hoe kunnen
    2. Wij weten niet hoelang de wachttijd is voor: Begeleiding thuis. Hoelang
    3. Wij weten niet of gezinnen zich nu kunnen aanmelden voor: Begeleiding
    4. Wij hebben geen uitkomsten van u, zoals wat ouders en jongeren van de
    "#);
}

#[test]
fn a_contract_and_a_wait_that_disagree_are_asked_about() {
    let region = Region::small();
    region.change(
        "content/offers.csv",
        "0,18,,2026-01-01,,stop,",
        "0,18,,2026-01-01,,open,",
    );
    let mail = words(&report(&region), "mails/kompas.txt");
    assert!(
        mail.contains("1. Wij lezen twee verschillende dingen over aanmelden voor:"),
        "{mail}"
    );
    assert!(!mail.contains("\n2. "), "{mail}");
}

#[test]
fn a_mail_of_an_earlier_report_goes_when_nothing_is_asked_any_more() {
    let region = Region::small();
    let own = "Aan: de gemeenteraad\nOnderwerp: stand van zaken\n";
    region.write("controle/mails/verslag.txt", own);
    let before = region.read("content/waiting-times.csv");
    with_an_old_wait(&region);
    report(&region);
    region.write("content/waiting-times.csv", &before);
    assert_eq!(names(&report(&region)), ["index.html", "mails/verslag.txt"]);
}

#[test]
fn errors_stand_with_their_file_and_line_and_nobody_is_mailed() {
    let region = Region::small();
    region.append(
        "content/offers.csv",
        "onbekend,vaktherapie,*,,,,,,2026-01-01,,open,\n",
    );
    region.change("content/providers/kompas.md", "00000002", "123");
    region.append(
        "content/waiting-times.csv",
        "kompas,vaktherapie,,,intake,expected,mean,-1,weeks,,open,2026-11-01,,opgave\n",
    );
    let run = region.check_with(&["--report", "controle"]);
    assert_eq!(run.code, MATERIAL);
    let files = tree(&region.path("controle"));
    assert_eq!(names(&files), ["index.html"]);
    let page = page(&files);
    let rows = |heading: &str| -> Vec<String> {
        let tables = all(page.root_element(), "table");
        let table = tables
            .iter()
            .find(|table| text(first(**table, "caption")) == heading);
        let table = table.unwrap_or_else(|| panic!("no table `{heading}`"));
        all(*table, "tbody tr").into_iter().map(text).collect()
    };
    let all_errors = rows("Alle fouten");
    assert_eq!(all_errors.len(), 3, "{all_errors:?}");
    assert!(
        all_errors[0].starts_with("content/offers.csv 5 fout: aanbieder onbekend"),
        "{all_errors:?}"
    );
    insta::assert_debug_snapshot!(rows("Problemen in content/offers.csv"), @r#"
    [
        "5 fout: aanbieder onbekend is niet bekend bekend zijn: de-lindeboom , kompas E0302",
    ]
    "#);
    insta::assert_debug_snapshot!(rows("Problemen in de bestanden over Kompas Jeugdhulp"), @r#"
    [
        "content/providers/kompas.md 3 fout: 123 is geen geldige waarde: hier hoort een KvK-nummer een KvK-nummer heeft acht cijfers; laat de nullen vooraan staan E0404",
        "content/waiting-times.csv 6 fout: een wachttijd van -1 is minder dan nul schrijf een getal vanaf 0, met hoogstens één cijfer achter de komma, en zet woorden in text E0502",
    ]
    "#);
    let main = text(first(page.root_element(), "main"));
    assert!(main.contains("Er staan fouten in de inhoud, dus er is niets gepubliceerd."));
    assert!(!main.contains("per gemeente"), "{main}");
}

#[test]
fn the_old_figures_of_the_demonstration_stand_with_their_line_and_provider() {
    let region = Region::demo();
    let problems = region
        .check_with(&["--format", "json"])
        .succeeded()
        .problems();
    let old: Vec<_> = problems
        .iter()
        .filter(|problem| problem.code == "W0506")
        .collect();
    assert!(!old.is_empty());
    let files = report(&region);
    let page = page(&files);
    let rows: BTreeSet<String> = all(page.root_element(), "section tbody tr")
        .into_iter()
        .map(|row| {
            all(row, "td")
                .into_iter()
                .take(2)
                .map(text)
                .collect::<Vec<_>>()
                .join(":")
        })
        .collect();
    for problem in old {
        let place = format!("{}:{}", problem.path, problem.line);
        assert!(rows.contains(&place), "{place} stands with no provider");
    }
    let mailed: BTreeSet<String> = all(page.root_element(), "section p a[href^='mails/']")
        .into_iter()
        .map(|link| link.attr("href").unwrap().to_owned())
        .collect();
    let mails: BTreeSet<String> = files
        .into_keys()
        .filter(|path| path != "index.html")
        .collect();
    assert_eq!(mailed, mails);
}

#[test]
fn the_page_is_one_file_that_everybody_can_walk_through() {
    let region = Region::small();
    with_an_old_wait(&region);
    let files = report(&region);
    let page = page(&files);
    let root = page.root_element();
    assert_eq!(page.errors, Vec::<String>::new());
    assert_eq!(root.attr("lang"), Some("nl"));
    assert_eq!(all(root, "main").len(), 1);
    let mut level = 0;
    for heading in all(root, "h1, h2, h3, h4") {
        let own = heading.value().name()[1..].parse::<usize>().unwrap();
        assert!(own <= level + 1, "{} skips a level", heading.html());
        level = own;
    }
    for table in all(root, "table") {
        assert!(!text(first(table, "caption")).is_empty());
        assert!(
            all(table, "thead th")
                .iter()
                .all(|th| th.attr("scope") == Some("col"))
        );
    }
    let ids: Vec<&str> = all(root, "[id]")
        .iter()
        .map(|element| element.attr("id").unwrap())
        .collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len());
    for link in all(root, "a") {
        let target = link.attr("href").unwrap();
        let is_there = target.strip_prefix('#').map_or_else(
            || files.contains_key(target) || target.starts_with("mailto:"),
            |id| ids.contains(&id),
        );
        assert!(is_there, "{target}");
    }
    assert!(all(root, "script, link, img, [src]").is_empty());
}

#[test]
fn no_count_of_answers_can_be_read_from_a_report() {
    let region = Region::small();
    with_an_old_wait(&region);
    let before = report(&region);
    region.change("content/outcomes.csv", ",42,36,", ",57,41,");
    assert!(
        before == report(&region),
        "another count makes another report"
    );
}

#[test]
fn a_page_can_have_a_name_and_the_same_content_gives_the_same_bytes() {
    let region = Region::small();
    with_an_old_wait(&region);
    let files = report(&region);
    region
        .check_with(&["--report", "uit/week-46.html"])
        .succeeded();
    let named = tree(&region.path("uit"));
    assert_eq!(names(&named), ["mails/de-lindeboom.txt", "week-46.html"]);
    assert!(named["week-46.html"] == files["index.html"]);
}

#[test]
fn a_municipality_without_offers_has_no_shares() {
    let region = Region::small();
    region.write(
        "content/offers.csv",
        "provider,product,municipalities,profiles,intensities,age_from,age_to,location,valid_from,valid_to,admission,note\n\
         de-lindeboom,vaktherapie,apeldoorn,,,,,,2026-01-01,,open,\n",
    );
    let files = report(&region);
    let page = page(&files);
    let rows: Vec<String> = all(page.root_element(), "h2#gemeenten ~ div tbody tr")
        .into_iter()
        .map(text)
        .collect();
    assert!(
        rows.iter()
            .any(|row| row.starts_with("Zutphen 0 niets om te tellen")),
        "{rows:?}"
    );
    assert!(
        rows.iter()
            .any(|row| row.starts_with("Apeldoorn 1 1 van de 1 (100 %)")),
        "{rows:?}"
    );
}

#[test]
fn a_report_that_cannot_be_written_is_a_failure_of_the_machine() {
    let region = Region::small();
    fs::write(region.path("controle"), "").unwrap();
    let run = region.check_with(&["--report", "controle"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("cannot write `controle"), "{}", run.err);
}

#[test]
fn a_fault_of_the_theme_hides_nothing_that_the_content_says() {
    let region = Region::small().with_theme("eigen");
    with_an_old_wait(&region);
    region.write("themes/eigen/templates/home.html", "{{ page.frame.titel }}");
    let run = region.check_with(&["--report", "controle"]);
    assert_eq!(run.code, MATERIAL);
    let files = tree(&region.path("controle"));
    assert!(
        names(&files).iter().any(|name| name.starts_with("mails/")),
        "{:?}",
        names(&files)
    );
}
