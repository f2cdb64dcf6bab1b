//! The accessibility statement: the parts of the national model on the page, what contradicts itself, what has gone out
//! of date.

use scraper::{ElementRef, Html};

use crate::demo::demo;
use crate::harness::Region;
use crate::html::{all, first, text};

/// A statement of a small region, status B, with everything in it.
const WHOLE: &str = r#"organisation = "Regio Voorbeeld"
scope = "Alle pagina's onder dit adres."
not_covered = "De sites van aanbieders."
addresses = ["https://oud.keuze.example/"]
status = "B"
register = "https://www.toegankelijkheidsverklaring.nl/register/0000"
adopted = 2026-10-01
approved_by = "directeur"
next_review = 2027-10-01

[contact]
email = "redactie@keuze.example"
phone = "055 123 45 67"
confirm_days = 1
settle_weeks = 12

[ombudsman]
name = "Ombudsman Voorbeeld"
url = "https://ombudsman.example/"

[[audits]]
date = 2026-09-01
kind = "complete"
by = "Bureau Voorbeeld"
url = "https://bureau.example/rapport"
text = "Alle eisen zijn bekeken."

[[points]]
criterion = "1.4.3"
text = "Grijze letters zijn te licht"
cause = "technical"
effect = "U leest ze slecht."
measure = "Wij maken ze donkerder."
alternative = "Maak de pagina groter."
planned = 2027-02-01

[[points]]
text = "Oude kaarten hebben geen tekst"
cause = "burden"
effect = "U hoort niet wat erop staat."
measure = "Wij beschrijven nieuwe kaarten wel."
"#;

fn region(statement: &str) -> Region {
    let region = Region::small();
    region.write("content/accessibility.toml", statement);
    region
}

fn main_of(html: &str) -> Html {
    Html::parse_document(html)
}

fn page(region: &Region, path: &str) -> Html {
    let tree = region.tree();
    main_of(&String::from_utf8_lossy(&tree[path]))
}

/// The words of the page's main part, one line for each element that is a line.
fn lines(page: &Html) -> Vec<String> {
    let main = first(page.root_element(), "main");
    all(main, "h1, h2, h3, p, li:not(.card), dt, dd")
        .into_iter()
        .filter(|element: &ElementRef<'_>| element.value().attr("hidden").is_none())
        .map(text)
        .collect()
}

/// The problems of a statement, without places: «W0205 message».
fn problems(statement: &str) -> Vec<String> {
    let run = region(statement).check_with(&["--format", "json"]);
    let problems = run.problems().into_iter();
    problems
        .map(|one| format!("{} {}", one.code, one.message))
        .collect()
}

#[test]
fn the_page_holds_the_parts_of_the_model_in_its_order() {
    let region = region(WHOLE);
    region.build().succeeded();
    let lines = lines(&page(&region, "apeldoorn/toegankelijkheid/index.html"));
    let from = lines.iter().position(|line| line == "Verklaring").unwrap();
    let to = lines.iter().position(|line| line == "Print deze pagina");
    assert_eq!(
        lines[from..to.unwrap_or(lines.len())],
        [
            "Verklaring",
            "Regio Voorbeeld wil dat iedereen deze site kan gebruiken. Dat vraagt ook de wet: het Besluit digitale toegankelijkheid overheid.",
            "Waar gaat deze verklaring over? Alle pagina's onder dit adres.",
            "https://keuze.example/apeldoorn/",
            "https://oud.keuze.example/",
            "Waar gaat zij niet over? De sites van aanbieders.",
            "Hoe staat het ervoor?",
            "Status B: voldoet gedeeltelijk",
            "Alle onderdelen zijn onderzocht. De site voldoet nog niet aan alle eisen. Hieronder staat wat er nog niet goed is.",
            "Bekijk deze verklaring in het landelijke register",
            "Waar komt deze status vandaan?",
            "De eisen staan in de Europese norm EN 301 549. Dat zijn de regels van WCAG 2.1, niveau A en AA.",
            "1 september 2026: volledig onderzoek. Gedaan door Bureau Voorbeeld. Alle eisen zijn bekeken. Lees het rapport van 1 september 2026",
            "Wat is nog niet in orde?",
            "Grijze letters zijn te licht",
            "Eis",
            "WCAG 1.4.3",
            "Oorzaak",
            "De techniek van de site.",
            "Wat merkt u?",
            "U leest ze slecht.",
            "Wat doen wij?",
            "Wij maken ze donkerder.",
            "Wat kunt u nu doen?",
            "Maak de pagina groter.",
            "Klaar op",
            "1 februari 2027",
            "Oude kaarten hebben geen tekst",
            "Oorzaak",
            "Oplossen kost meer dan de wet van ons vraagt.",
            "Wat merkt u?",
            "U hoort niet wat erop staat.",
            "Wat doen wij?",
            "Wij beschrijven nieuwe kaarten wel.",
            "Klaar op",
            "Dit lossen wij niet op.",
            "Akkoord",
            "Deze verklaring is vastgesteld op 1 oktober 2026 door Regio Voorbeeld. Functie: directeur. Wij kijken er opnieuw naar op 1 oktober 2027, of eerder.",
            "Lukt er iets niet?",
            "Laat het ons weten. Vertel op welke pagina het was en wat er niet lukte.",
            "Mail redactie@keuze.example",
            "Bel 055 123 45 67",
            "Daarna gaat het zo:",
            "Binnen 1 werkdag hoort u dat wij uw bericht hebben.",
            "Binnen 3 weken hoort u wat wij eraan doen.",
            "Binnen 12 weken is het klaar.",
            "Niet tevreden over ons antwoord?",
            "Dan kunt u een klacht sturen. Dat is gratis. U doet dat bij: Ombudsman Voorbeeld .",
        ]
    );
}

#[test]
fn the_words_of_the_page_go_before_the_statement() {
    let region = region(WHOLE);
    let file = "content/pages/toegankelijkheid.md";
    region.append(file, "\nDit staat er ook.\n");
    region.build().succeeded();
    let lines = lines(&page(&region, "apeldoorn/toegankelijkheid/index.html"));
    let place = |words: &str| lines.iter().position(|line| line.contains(words)).unwrap();
    assert!(place("Dit staat er ook.") < place("Verklaring"));
}

#[test]
fn a_region_without_a_statement_shows_the_words_of_its_page_only() {
    let region = Region::small();
    region.build().succeeded();
    let page = page(&region, "apeldoorn/toegankelijkheid/index.html");
    assert!(all(page.root_element(), "main h2").is_empty());
}

#[test]
fn a_municipality_may_have_its_own_statement() {
    let region = region(WHOLE);
    let own = WHOLE.replace("Regio Voorbeeld", "Gemeente Zutphen");
    region.write("content/municipalities/zutphen/accessibility.toml", &own);
    region.build().succeeded();
    let of = |municipality: &str| {
        let path = format!("{municipality}/toegankelijkheid/index.html");
        lines(&page(&region, &path)).join("\n")
    };
    assert!(of("zutphen").contains("Gemeente Zutphen wil"));
    assert!(!of("zutphen").contains("Regio Voorbeeld wil"));
    assert!(of("apeldoorn").contains("Regio Voorbeeld wil"));
}

#[test]
fn in_english_the_labels_are_english_and_what_was_not_translated_is_marked() {
    let region = region(&format!(
        "{WHOLE}{}",
        "why = \"Er zijn er honderden.\"\n[points.en]\ntext = \"Old maps\"\nwhy = \"Hundreds.\"\neffect = \"You hear nothing.\"\nmeasure = \"New ones do.\"\n"
    ));
    region.change(
        "content/site.toml",
        "language = \"nl\"",
        "language = \"nl\"\nother_languages = [\"en\"]",
    );
    for name in ["screening", "finance"] {
        region.write(
            &format!("content/statements/en/{name}.md"),
            "+++\ntitle = \"First\"\n+++\nAlways so.\n",
        );
    }
    region.build().succeeded();
    let page = page(&region, "apeldoorn/en/toegankelijkheid/index.html");
    let cards = all(page.root_element(), "main li.card");
    let untranslated: Vec<String> = all(cards[0], "[lang=nl]").into_iter().map(text).collect();
    assert_eq!(
        untranslated,
        [
            "Grijze letters zijn te licht",
            "U leest ze slecht.",
            "Wij maken ze donkerder.",
            "Maak de pagina groter.",
        ]
    );
    assert!(all(cards[1], "[lang]").is_empty());
    assert!(
        text(cards[1]).contains("Cause To solve it costs more than the law asks of us. Hundreds.")
    );
    let scope: Vec<String> = all(page.root_element(), "main > p > [lang=nl]")
        .into_iter()
        .map(text)
        .collect();
    assert_eq!(
        scope,
        ["Alle pagina's onder dit adres.", "De sites van aanbieders."]
    );
    assert!(lines(&page).contains(&"Status B: partially compliant".to_owned()));
}

#[test]
fn the_demonstration_has_a_statement_in_both_languages() {
    for (path, status) in [
        (
            "apeldoorn/toegankelijkheid/index.html",
            "Status C: eerste maatregelen genomen",
        ),
        (
            "apeldoorn/en/toegankelijkheid/index.html",
            "Status C: first measures taken",
        ),
    ] {
        let page = main_of(demo().text(path));
        assert!(lines(&page).contains(&status.to_owned()), "{path}");
        assert!(all(page.root_element(), "main [lang]").is_empty(), "{path}");
    }
}

#[test]
fn a_status_that_contradicts_the_rest_is_an_error() {
    let c = WHOLE.replace("status = \"B\"", "status = \"C\"");
    let without_audit = WHOLE.replace("kind = \"complete\"", "kind = \"part\"");
    let points = WHOLE.find("[[points]]").unwrap();
    for (statement, problem) in [
        (
            WHOLE.replace("status = \"B\"", "status = \"A\""),
            "E0202 status A says that all is right, but there are `[[points]]`",
        ),
        (
            WHOLE[..points].to_owned(),
            "E0202 status B says that not all is right, but there are no `[[points]]`",
        ),
        (
            without_audit,
            "E0202 status B is given on a complete audit, and there is none",
        ),
        (
            c,
            "E0202 status C asks for a complete audit that is planned, and there is none",
        ),
        (
            WHOLE.replace("status = \"B\"", "status = \"E\""),
            "E0412 `E` is not a status",
        ),
        (
            WHOLE.replace("1.4.3", "1.4.14"),
            "E0412 `1.4.14` is not a success criterion of WCAG 2.2",
        ),
        (
            WHOLE.replace("planned = 2027-02-01\n", ""),
            "E0106 `planned` is missing",
        ),
        (
            WHOLE.replace("url = \"https://bureau.example/rapport\"\n", ""),
            "E0106 `url` is missing",
        ),
        (
            WHOLE.replace("2026-09-01", "2026-12-01"),
            "E0505 2026-12-01 lies after the day of the site, 2026-11-15",
        ),
        (
            WHOLE.replace("confirm_days = 1", "confirm_days = 0"),
            "E0202 `confirm_days` cannot be 0",
        ),
    ] {
        assert_eq!(problems(&statement), [problem]);
    }
}

#[test]
fn a_statement_that_has_gone_out_of_date_is_a_warning() {
    let c = WHOLE.replace(
        "status = \"B\"",
        "status = \"C\"\naudit_planned = 2027-03-01",
    );
    for (statement, problem) in [
        (
            WHOLE.replace("2026-09-01", "2023-11-14"),
            "W0205 the newest complete audit is of 2023-11-14, and status A and B need one of at most three years old",
        ),
        (
            WHOLE.replace("adopted = 2026-10-01", "adopted = 2025-11-14"),
            "W0205 the statement was adopted on 2025-11-14, more than a year ago",
        ),
        (
            WHOLE.replace("next_review = 2027-10-01", "next_review = 2026-11-14"),
            "W0205 the statement was to be looked at again on 2026-11-14",
        ),
        (
            WHOLE.replace("planned = 2027-02-01", "planned = 2026-11-14"),
            "W0205 this was to be right on 2026-11-14, which has passed",
        ),
        (
            c.replace("adopted = 2026-10-01", "adopted = 2026-05-14"),
            "W0205 status C holds for six months, and that was until 2026-11-14",
        ),
        (
            c.replace("2027-03-01", "2027-04-02"),
            "W0205 the audit is planned for 2027-04-02, but status C asks for one within six months, by 2027-04-01",
        ),
        (
            c.replace("2027-03-01", "2026-11-14"),
            "W0205 the audit was planned for 2026-11-14, which has passed",
        ),
    ] {
        assert_eq!(problems(&statement), [problem]);
    }
    for statement in [
        WHOLE.replace("2026-09-01", "2023-11-15"),
        WHOLE.replace("planned = 2027-02-01", "planned = 2026-11-15"),
        c,
    ] {
        assert_eq!(problems(&statement), [""; 0]);
    }
}

#[test]
fn words_of_a_statement_that_are_hard_to_read_are_a_warning() {
    let long = "Grijze letters op de pagina met alle aanbieders in uw gemeente zijn voor veel mensen die slecht zien veel te licht om goed te lezen";
    let problems = problems(&WHOLE.replace("Grijze letters zijn te licht", long));
    assert!(
        problems.iter().any(|problem| problem.starts_with("W1301")),
        "{problems:?}"
    );
}
