//! What is said about Dutch that is hard to read.

use crate::harness::{Problem, Region};

const MATERIAL: i32 = 1;

/// A sentence of 22 words.
const LONG: &str = "Als u niet tevreden bent over de hulp dan kunt u dat altijd eerst zelf vertellen aan de mensen die u helpen.";

fn problems(region: &Region) -> Vec<Problem> {
    region.check_with(&["--format", "json"]).problems()
}

/// `code path:line:column message` of each.
fn said(region: &Region) -> Vec<String> {
    problems(region)
        .into_iter()
        .map(|one| {
            format!(
                "{} {}:{}:{} {}",
                one.code, one.path, one.line, one.column, one.message
            )
        })
        .collect()
}

#[test]
fn a_long_sentence_on_a_page_is_reported_where_it_begins() {
    let region = Region::small();
    region.write(
        "content/pages/klacht.md",
        &format!("+++\ntitle = \"Een klacht\"\ndescription = \"Zo zegt u het.\"\n+++\n\nBent u niet blij? {LONG}\n"),
    );
    assert_eq!(
        said(&region),
        ["W1301 content/pages/klacht.md:6:19 a sentence of 22 words, where 20 is the most"]
    );
}

#[test]
fn a_difficult_word_is_reported_in_front_matter_csv_and_the_words_of_the_theme() {
    let region = Region::small().with_theme("eigen");
    region.change(
        "content/site.toml",
        "Alle inhoud is verzonnen.",
        "Alle inhoud is derhalve niet echt.",
    );
    region.change(
        "content/local-services.csv",
        "Praat gratis met iemand die luistert.",
        "\"Praat, indien u wilt.\"",
    );
    let words = "themes/default/i18n/nl.ftl";
    region.change(
        words,
        "\nskip-to-content = Ga naar de inhoud\n",
        "\nskip-to-content = Ga thans naar de inhoud\n",
    );
    let line = 1 + region
        .read(words)
        .lines()
        .position(|line| line.contains("Ga thans"))
        .unwrap();
    assert_eq!(
        said(&region),
        [
            "W1303 content/local-services.csv:2:35 `indien` is difficult for many people"
                .to_owned(),
            "W1303 content/site.toml:8:48 `derhalve` is difficult for many people".to_owned(),
            format!(
                "W1303 themes/default/i18n/nl.ftl:{line}:22 `thans` is difficult for many people"
            ),
        ]
    );
}

#[test]
fn a_difficult_word_comes_with_plain_words() {
    let region = Region::small();
    region.append(
        "content/pages/privacy.md",
        "\nWij doen dit middels een brief.\n",
    );
    let run = region.check_with(&[]);
    assert!(
        run.err.contains("plain words for it: met, door"),
        "{}",
        run.err
    );
}

#[test]
fn a_warning_keeps_a_site_from_being_published_only_when_asked() {
    let region = Region::small();
    region.append("content/pages/privacy.md", &format!("\n{LONG}\n"));
    assert_eq!(region.build_with(&["--strict"]).code, MATERIAL);
    assert!(!region.target().exists());
    region.build().succeeded();
    assert!(region.target().join("index.html").exists());
}

#[test]
fn a_region_sets_its_own_limits_and_allows_words() {
    let region = Region::small();
    region.append(
        "content/pages/privacy.md",
        &format!("\n{LONG} Derhalve is er hulp.\n"),
    );
    assert_eq!(problems(&region).len(), 2);
    region.append(
        "content/site.toml",
        "\n[readability]\nlongest_sentence = 22\nallow = [\"Derhalve\"]\n",
    );
    assert_eq!(said(&region), [""; 0]);
}

#[test]
fn a_limit_that_cannot_be_is_an_error() {
    let region = Region::small();
    region.append(
        "content/site.toml",
        "\n[readability]\nlongest_sentence = 0\nlowest = 3\nallow = [\" \"]\n",
    );
    let codes: Vec<String> = problems(&region).into_iter().map(|one| one.code).collect();
    assert_eq!(codes, ["E0202", "E0107", "E0110"]);
}

#[test]
fn a_region_in_another_language_is_not_judged_as_dutch() {
    let region = Region::small().with_theme("eigen");
    region.append("content/pages/privacy.md", &format!("\n{LONG}\n"));
    assert_eq!(problems(&region).len(), 1);
    let words = region.read("themes/default/i18n/nl.ftl");
    region.write("themes/default/i18n/fy.ftl", &words);
    region.change(
        "content/site.toml",
        "language = \"nl\"",
        "language = \"fy\"",
    );
    assert_eq!(said(&region), [""; 0]);
}

#[test]
fn the_figures_of_every_text_can_be_shown() {
    let region = Region::small();
    region.append(
        "content/pages/privacy.md",
        &format!("\n{}\n", "De hulp is goed. ".repeat(20)),
    );
    let run = crate::harness::run(
        crate::harness::keuzewijzer()
            .current_dir(region.path("."))
            .arg("readability"),
    )
    .succeeded();
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines.len(), 2, "{}", run.out);
    assert!(
        lines[1].ends_with("content/pages/privacy.md:6"),
        "{}",
        run.out
    );
}

#[test]
fn the_demonstration_is_easy_to_read() {
    let hard: Vec<String> = said(&Region::demo())
        .into_iter()
        .filter(|problem| problem.starts_with("W13"))
        .collect();
    assert_eq!(hard, [""; 0]);
}
