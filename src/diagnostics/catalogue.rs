//! The Dutch words of problems: `i18n/nl.toml`, with the English pattern as key.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::language::Language;

static DUTCH: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    toml::from_str(include_str!("i18n/nl.toml"))
        .expect("the catalogue is TOML with texts, which a test checks")
});

/// The pattern in a language. Tests see to it that the catalogue has every pattern; a pattern without is said in English.
pub(super) fn pattern(english: &'static str, language: Language) -> &'static str {
    match language {
        Language::English => english,
        Language::Dutch => DUTCH.get(english).map_or(english, String::as_str),
    }
}
