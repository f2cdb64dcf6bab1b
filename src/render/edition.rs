//! The site in one language: the region's own language at the top, each other one in a folder of its own.

use super::theme::Theme;

/// Languages, or scripts named in a tag, that are written from right to left.
const RIGHT_TO_LEFT: &[&str] = &[
    "Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa", "ar", "arc", "ckb", "dv", "fa", "he", "mzn",
    "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi",
];

/// The site in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition<'a> {
    /// The language of its interface (BCP 47).
    pub language: &'a str,
    /// What the language calls itself.
    pub own_name: &'a str,
    /// What it says of an address that does not exist.
    pub not_found: &'a str,
    /// The language in which the region writes its content.
    pub content_language: &'a str,
}

impl<'a> Edition<'a> {
    /// The editions of a site, the one in the region's own language first. The themes are one theme in all languages.
    #[must_use]
    pub fn all(themes: &'a [Theme], content_language: &'a str) -> Vec<Self> {
        themes
            .iter()
            .map(|theme| Self {
                language: theme.language(),
                own_name: theme.messages().text("language-own-name"),
                not_found: theme.messages().text("not-found-title"),
                content_language,
            })
            .collect()
    }

    /// Whether it is the one in the region's own language, which stands at the top and has the files beside the pages.
    #[must_use]
    pub fn is_main(&self) -> bool {
        self.language == self.content_language
    }

    /// Its folder below the top: nothing, or `en/`.
    #[must_use]
    pub fn folder(&self) -> String {
        if self.is_main() {
            String::new()
        } else {
            format!("{}/", self.language)
        }
    }

    /// The language of a text that was not translated; `None` when that is the language of the page.
    #[must_use]
    pub fn untranslated(&self) -> Option<&'a str> {
        (!self.is_main()).then_some(self.content_language)
    }

    /// The language of words that may have been translated; `None` when that is the language of the page.
    #[must_use]
    pub fn lang_of(&self, is_translated: bool) -> Option<&'a str> {
        self.untranslated().filter(|_| !is_translated)
    }

    /// `rtl`; `None` when it is written from left to right, as pages are that do not say so.
    #[must_use]
    pub fn direction(&self) -> Option<&'static str> {
        is_right_to_left(self.language).then_some("rtl")
    }

    /// From a page to the files that stand once, at the top: `root` leads to the top of the edition.
    ///
    /// # Panics
    /// When `root` is not one that routes have.
    #[must_use]
    pub fn to_files<'r>(&self, root: &'r str) -> &'r str {
        if self.is_main() {
            return root;
        }
        match root {
            "./" => "../",
            "../" => "../../",
            "../../" => "../../../",
            "../../../" => "../../../../",
            other => unreachable!("`{other}` does not lead from a page of this edition to its top"),
        }
    }
}

/// Whether a language, as its tag says it, is written from right to left.
#[must_use]
pub fn is_right_to_left(language: &str) -> bool {
    let mut parts = language.split('-');
    let name = parts.next();
    let script =
        parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    script
        .or(name)
        .is_some_and(|part| RIGHT_TO_LEFT.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::{Edition, is_right_to_left};

    const ENGLISH: Edition<'_> = Edition {
        language: "en",
        own_name: "English",
        not_found: "This page does not exist",
        content_language: "nl",
    };

    #[test]
    fn a_script_in_the_tag_says_more_than_the_language() {
        for language in ["ar", "fa-IR", "ku-Arab", "he"] {
            assert!(is_right_to_left(language), "{language}");
        }
        for language in ["nl", "en-GB", "ku", "ar-Latn", "uk"] {
            assert!(!is_right_to_left(language), "{language}");
        }
    }

    #[test]
    fn another_language_has_its_own_folder_and_its_files_one_step_higher() {
        assert_eq!(ENGLISH.folder(), "en/");
        assert_eq!(ENGLISH.to_files("./"), "../");
        assert_eq!(ENGLISH.untranslated(), Some("nl"));
        let dutch = Edition {
            language: "nl",
            ..ENGLISH
        };
        assert_eq!(dutch.folder(), "");
        assert_eq!(dutch.to_files("../"), "../");
        assert_eq!(dutch.untranslated(), None);
    }
}
