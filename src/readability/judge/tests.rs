use super::*;
use crate::diagnostics::{FileId, Located, Place, SourceMap};
use crate::readability::markdown;

struct Read {
    sources: SourceMap,
    file: FileId,
    text: Text,
}

fn read(body: &str) -> Read {
    let mut sources = SourceMap::default();
    let file = sources.add("content/pages/a.md", body);
    let passages = markdown::passages(&Located::new(
        body.to_owned(),
        Place::new(file, 0..body.len()),
    ));
    Read {
        sources,
        file,
        text: Text { passages },
    }
}

/// Each problem with the text it points at.
fn problems(body: &str, limits: &Readability) -> Vec<(String, String)> {
    let read = read(body);
    let mut diagnostics = Vec::new();
    Judge::new(limits).text(&read.text, &mut diagnostics);
    diagnostics
        .into_iter()
        .map(|problem| {
            assert_eq!(problem.primary.file, read.file);
            let place = read.sources.excerpt(problem.primary).to_owned();
            (format!("{} {}", problem.code.id(), problem.message), place)
        })
        .collect()
}

fn words_of(count: usize) -> String {
    format!("De {}zo.", "de ".repeat(count - 2))
}

#[test]
fn a_sentence_at_the_limit_is_no_problem_and_one_word_more_is() {
    let limits = Readability::default();
    assert_eq!(problems(&words_of(20), &limits), []);
    let long = words_of(21);
    let message = "W1301 a sentence of 21 words, where 20 is the most".to_owned();
    assert_eq!(
        problems(&format!("Kort. {long}"), &limits),
        [(message, long)]
    );
}

#[test]
fn a_difficult_word_is_shown_where_it_stands() {
    let found = problems(
        "Dit is, *derhalve*, zo.\n\n## Ten behoeve van u",
        &Readability::default(),
    );
    let places: Vec<&str> = found.iter().map(|(_, place)| place.as_str()).collect();
    assert_eq!(places, ["derhalve", "Ten behoeve van"]);
}

#[test]
fn an_allowed_word_is_no_problem() {
    let limits = Readability {
        allow: ["derhalve".into()].into(),
        ..Readability::default()
    };
    assert_eq!(problems("Derhalve is dit zo.", &limits), []);
}

/// Twenty times «Ontwikkelingsstoornis is er.» is 60 words and 20 sentences; ont-wik-ke-lings-stoor-nis is er has 8
/// syllables: 206.84 - 77 × 160/60 - 0.93 × 60/20 = 206.84 - 205.33 - 2.79 = -1.28.
#[test]
fn a_text_with_long_words_is_hard_to_read() {
    let found = problems(
        &"Ontwikkelingsstoornis is er. ".repeat(20),
        &Readability::default(),
    );
    let message = "W1302 this text is hard to read: score -1.3, where 55 is the least; \
                   33.3 % of the words have more than three syllables, where 8 % is the most";
    assert_eq!(
        found[0],
        (
            message.to_owned(),
            "Ontwikkelingsstoornis is er.".to_owned()
        )
    );
}

#[test]
fn a_text_that_is_too_short_gets_no_score() {
    assert_eq!(
        problems(
            &"Ontwikkelingsstoornis is er. ".repeat(19),
            &Readability::default()
        ),
        []
    );
}

#[test]
fn headings_do_not_make_a_hard_text_look_easy() {
    let hard =
        "De mannen lopen met de honden naar de velden van de boeren in de verre dorpen aan zee. "
            .repeat(5);
    let headings = "\n\n## Kop\n\nZo.".repeat(20).replace("Zo.", "");
    let message = "W1302 this text is hard to read: 18.0 words a sentence, where 15 is the most";
    let found = problems(&format!("{hard}{headings}"), &Readability::default());
    assert_eq!(
        found
            .iter()
            .map(|(message, _)| message.as_str())
            .collect::<Vec<_>>(),
        [message]
    );
}

#[test]
fn an_allowed_word_is_not_counted_as_a_long_one_but_keeps_its_syllables() {
    let read = read("Een hulpverlener helpt.");
    let limits = Readability {
        allow: ["hulpverlener".into()].into(),
        ..Readability::default()
    };
    let strict = Judge::new(&Readability::default()).figures(&read.text);
    let mild = Judge::new(&limits).figures(&read.text);
    assert_eq!((strict.long_words, mild.long_words), (1, 0));
    assert_eq!((strict.syllables, mild.syllables), (6, 6));
}

#[test]
fn an_address_does_not_make_a_text_harder() {
    let figures = Judge::new(&Readability::default())
        .figures(&read("Mail naar informatiepunt@keuzewijzer.example.").text);
    assert_eq!(
        (figures.words, figures.syllables, figures.long_words),
        (3, 3, 0)
    );
}
