//! Judges the two statements, in the language of the content and in the other languages of the site.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Place, codes, said};
use crate::model::{InsideLink, LanguageTag, Statement, Statements};
use crate::sources::{Document, TranslatedTexts};

use super::characters::is_unseen;
use super::fields::Fields;
use super::markdown;

/// The names of the statements.
const NAMES: [&str; 2] = ["screening", "finance"];

/// Judges the statements in the other languages: each must have both, because a statement in a language that a visitor
/// does not read is not said.
pub(super) fn judge_translated(
    translated: &[TranslatedTexts],
    languages: &[LanguageTag],
    site: Option<&Document>,
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<LanguageTag, Statements> {
    let mut all = BTreeMap::new();
    for language in languages {
        let name = language.as_str();
        let folder = translated.iter().find(|folder| folder.language == name);
        let texts = folder.map_or(&[] as &[Document], |folder| &folder.texts);
        let place = site.map(|site| Fields::of(site).place_of("other_languages"));
        report_missing(texts, name, place, diagnostics);
        if let Some(statements) = judge(texts, links, diagnostics) {
            all.insert(language.clone(), statements);
        }
    }
    all
}

fn report_missing(
    texts: &[Document],
    language: &str,
    place: Option<Place>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for name in NAMES {
        let is_missing = !texts.iter().any(|text| text.name == name);
        if let (true, Some(place)) = (is_missing, place) {
            let file = format!("statements/{language}/{name}.md");
            diagnostics.push(
                Diagnostic::new(codes::E0105, place, said("required file `{file}` is missing", [("file", &file)]))
                    .help("every language of the site must say both statements: write this one in that language"),
            );
        }
    }
}

/// Judges the two statements: both must be there and say something.
pub(super) fn judge(
    documents: &[Document],
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Statements> {
    let mut judge = |name: &str| -> Option<Statement> {
        // A file that is not there was reported when the folder was read.
        let document = documents.iter().find(|document| document.name == name)?;
        let mut fields = Fields::of(document);
        let title = fields.required_text("title", diagnostics);
        fields.finish(diagnostics);
        let (body, inside) = markdown::judge(&document.body, diagnostics);
        links.extend(inside);
        // What nobody sees says nothing either.
        let body = if says_something(&body) {
            body
        } else {
            "".into()
        };
        if body.is_empty() && document.is_whole {
            diagnostics.push(says_nothing(name, document.body.place));
        }
        if body.is_empty() {
            return None;
        }
        let title = title?;
        if !says_something(title.value) {
            diagnostics.push(says_nothing(name, title.place));
        }
        Some(Statement {
            title: title.value.into(),
            body,
        })
    };
    let (screening, finance) = (judge("screening"), judge("finance"));
    Some(Statements {
        screening: screening?,
        finance: finance?,
    })
}

fn says_nothing(name: &str, place: Place) -> Diagnostic {
    let problem = said("the statement `{name}` says nothing", [("name", &name)]);
    Diagnostic::new(codes::E0201, place, problem).help(
        "a region may phrase the statement, it cannot leave it out: write at least one sentence under the second `+++`",
    )
}

/// Whether a text has a letter or a digit that is seen.
fn says_something(text: &str) -> bool {
    text.chars()
        .any(|character| character.is_alphanumeric() && !is_unseen(character))
}
