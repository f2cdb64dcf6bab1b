//! Languages in which a provider helps, by name.

use crate::model::LanguageTag;

use super::words::Words;

/// Language subtag and the message with its name.
pub(super) const NAMES: [(&str, &str); 18] = [
    ("nl", "language-nl"),
    ("ar", "language-ar"),
    ("ber", "language-ber"),
    ("de", "language-de"),
    ("dse", "language-dse"),
    ("en", "language-en"),
    ("es", "language-es"),
    ("fa", "language-fa"),
    ("fr", "language-fr"),
    ("fy", "language-fy"),
    ("pap", "language-pap"),
    ("pl", "language-pl"),
    ("pt", "language-pt"),
    ("so", "language-so"),
    ("ti", "language-ti"),
    ("tr", "language-tr"),
    ("uk", "language-uk"),
    ("zh", "language-zh"),
];

/// «Nederlands, Engels en Turks». A language without a name here is given by its tag. `None` when none is stated.
#[must_use]
pub fn languages_text(words: Words<'_>, languages: &[LanguageTag]) -> Option<String> {
    let names: Vec<&str> = languages
        .iter()
        .map(|tag| {
            let tag = tag.as_str();
            let subtag = tag.split('-').next().unwrap_or(tag);
            NAMES
                .iter()
                .find(|(known, _)| *known == subtag)
                .map_or(tag, |(_, key)| words.text(key))
        })
        .collect();
    (!names.is_empty()).then(|| words.list(&names))
}
