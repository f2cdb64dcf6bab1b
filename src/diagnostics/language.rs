//! The languages in which problems are told.

/// A language in which problems are told to editors. Not that of a site: visitors never see a problem.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// The language in which problems are written in the code.
    #[default]
    English,
    /// From the catalogue `i18n/nl.toml`.
    Dutch,
}

impl Language {
    /// Its tag: `en` or `nl`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
        }
    }

    /// The language that a tag or a locale begins with, such as `nl` and `nl_NL.UTF-8`.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next();
        match language {
            Some(tag) if tag.eq_ignore_ascii_case("nl") => Self::Dutch,
            Some(_) | None => Self::English,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_locale_begins_with_its_language() {
        for locale in ["nl", "nl_NL.UTF-8", "nl-BE", "NL"] {
            assert_eq!(Language::of_locale(locale), Language::Dutch, "{locale}");
        }
        for locale in ["", "C", "en_GB.UTF-8", "nlx"] {
            assert_eq!(Language::of_locale(locale), Language::English, "{locale}");
        }
    }
}
