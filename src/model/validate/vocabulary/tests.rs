//! What an editor is told about `vocabulary.toml`, and what the search gets from it.

use crate::diagnostics::{Diagnostic, Located, Place, SourceMap, codes, phrase};
use crate::model::{Goals, LanguageTag, ProductId, ProfileId, Slug, Vocabulary, VocabularyEntry};
use crate::sources::Document;

use super::{Catalogue, Known, judge};

/// Judges a text with one product `pleegzorg`, one profile `jong-kind` and one page `uw-rechten`.
fn judged(text: &str) -> (Vocabulary, Vec<Diagnostic>, SourceMap) {
    let mut sources = SourceMap::default();
    let mut diagnostics = Vec::new();
    let file = sources.add("content/vocabulary.toml", text);
    let document = Document::parse_toml("vocabulary", text, file, &mut diagnostics);
    let named = |name| Located::new(name, Place::whole(file));
    let mut products = Catalogue::new(phrase("product"), codes::E0303);
    products.add(named("pleegzorg"), ProductId(3), &mut diagnostics);
    let mut profiles = Catalogue::new(phrase("support profile"), codes::E0305);
    profiles.add(named("jong-kind"), ProfileId(2), &mut diagnostics);
    let mut pages = Catalogue::new(phrase("page"), codes::E0312);
    pages.add(named("uw-rechten"), 0, &mut diagnostics);
    let mut services = Catalogue::new(phrase("freely accessible help"), codes::E0313);
    services.add(named("Kindertelefoon"), 0, &mut diagnostics);
    let known = Known {
        products: &products,
        profiles: &profiles,
        pages,
        services,
    };
    let vocabulary = judge(Some(&document), &known, &mut diagnostics);
    (vocabulary, diagnostics, sources)
}

/// Code, what stands at the place, and message of every problem.
fn problems(text: &str) -> Vec<String> {
    let (_, diagnostics, sources) = judged(text);
    diagnostics
        .iter()
        .map(|problem| {
            let excerpt = sources.excerpt(problem.primary);
            format!("{} {excerpt} {}", problem.code.id(), problem.message)
        })
        .collect()
}

#[test]
fn every_list_is_optional() {
    let (vocabulary, diagnostics, _) = judged("");
    assert_eq!(vocabulary, Vocabulary::default());
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
}

#[test]
fn what_is_written_reaches_the_search_in_its_order() {
    let (vocabulary, diagnostics, _) = judged(
        r#"
crisis = ["zelfdoding", " dood willen "]
weak = ["kind", "hulp"]
families = [["gaan", "gaat", "ging"]]
parts = ["zorg", "huis"]
languages = [["tr", "Turks", "Türkçe"]]
[[words]]
say = ["pleegouder worden", "kind in huis nemen"]
means = ["pleegzorg"]
products = ["pleegzorg"]
profiles = ["jong-kind"]
pages = ["uw-rechten"]
also = { services = ["Kindertelefoon"] }
"#,
    );
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let expected = Vocabulary {
        crisis: vec!["zelfdoding".into(), "dood willen".into()],
        weak: vec!["kind".into(), "hulp".into()],
        families: vec![vec!["gaan".into(), "gaat".into(), "ging".into()]],
        parts: vec!["zorg".into(), "huis".into()],
        languages: vec![(
            LanguageTag::parse("tr").expect("it is a tag"),
            vec!["Turks".into(), "Türkçe".into()],
        )],
        words: vec![VocabularyEntry {
            say: vec!["pleegouder worden".into(), "kind in huis nemen".into()],
            means: vec!["pleegzorg".into()],
            about: Goals {
                products: vec![ProductId(3)],
                profiles: vec![ProfileId(2)],
                pages: Slug::parse("uw-rechten").into_iter().collect(),
                services: Vec::new(),
            },
            also: Goals {
                services: vec!["Kindertelefoon".into()],
                ..Goals::default()
            },
        }],
    };
    assert_eq!(vocabulary, expected);
}

#[test]
fn a_language_needs_a_tag_and_a_name() {
    assert_eq!(
        problems(r#"languages = [["t", "Turks"], ["pl"]]"#),
        [
            r#"E0414 "t" `t` is not a language tag"#,
            r#"E0110 ["pl"] a language without a name"#,
        ]
    );
}

#[test]
fn an_unknown_name_is_reported_with_what_may_have_been_meant() {
    let (_, diagnostics, _) = judged(
        r#"
[[words]]
say = ["pleegkind"]
products = ["pleegzorgg"]
profiles = ["jonge-kind"]
pages = ["uw-recht"]
also = { services = ["kindertelefoon"] }
"#,
    );
    let said: Vec<String> = diagnostics
        .iter()
        .map(|problem| format!("{} {}", problem.code.id(), problem.help[0]))
        .collect();
    assert_eq!(
        said,
        [
            "E0303 did you mean `pleegzorg`?",
            "E0305 did you mean `jong-kind`?",
            "E0312 did you mean `uw-rechten`?",
            "E0313 did you mean `Kindertelefoon`?",
        ]
    );
}

#[test]
fn an_entry_must_say_something_and_lead_somewhere() {
    let text = "[[words]]\nmeans = [\"pleegzorg\"]\n[[words]]\nsay = [\"pleegkind\"]\n";
    assert_eq!(
        problems(text),
        [
            "E0106 [[words]] `say` is missing",
            "E0106 [[words]] all of `means`, `products`, `profiles`, `pages`, `services`, `also` are missing",
        ]
    );
}

#[test]
fn an_empty_text_or_list_is_a_problem_where_it_stands() {
    let text = "crisis = [\" \"]\n[[words]]\nsay = [\"pleegkind\", \"\"]\nmeans = []\n";
    assert_eq!(
        problems(text),
        [
            "E0110 \" \" `crisis` is empty",
            "E0110 \"\" `say` is empty",
            "E0110 [] `means` is empty",
        ]
    );
}

#[test]
fn a_family_has_at_least_two_different_forms() {
    assert_eq!(
        problems("families = [[\"ging\"], [], [\"gaat\", \"Gaat\"]]"),
        [
            "E1201 [\"ging\"] a family of fewer than two forms",
            "E1201 [] a family of fewer than two forms",
            "W1204 \"Gaat\" `Gaat` stands here twice",
            "E1201 [\"gaat\", \"Gaat\"] a family of fewer than two forms",
        ]
    );
}

#[test]
fn a_word_belongs_to_one_family() {
    assert_eq!(
        problems("families = [[\"weten\", \"wist\"], [\"wissen\", \"wist\"]]"),
        ["E1202 \"wist\" `wist` stands in two families"]
    );
}

#[test]
fn a_form_or_a_part_is_one_word() {
    assert_eq!(
        problems("families = [[\"mama\", \"mijn moeder\"]]\nparts = [\"jeugd-ggz\", \"zorg\"]"),
        [
            "E1203 \"mijn moeder\" `mijn moeder` is not one word",
            "E1203 \"jeugd-ggz\" `jeugd-ggz` is not one word",
        ]
    );
}

#[test]
fn what_stands_twice_in_one_list_is_a_warning() {
    let text = r#"
weak = ["kind", "Kind"]
[[words]]
say = ["boos", "Boos"]
means = ["gedragstherapie"]
[[words]]
say = ["boos"]
products = ["pleegzorg"]
"#;
    assert_eq!(
        problems(text),
        [
            "W1204 \"Kind\" `Kind` stands here twice",
            "W1204 \"Boos\" `Boos` stands here twice",
        ]
    );
    assert_eq!(judged(text).0.words.len(), 2);
}
