//! In which language problems and summaries are told.

use clap::{Args, ValueEnum};

use crate::diagnostics::Language;

/// The choice of a language.
#[derive(Args)]
pub(super) struct LanguageArgument {
    /// The language of problems and summaries [default: `nl` when the system speaks Dutch, otherwise `en`]
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    lang: Option<Tongue>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Tongue {
    /// Dutch
    Nl,
    /// English
    En,
}

impl LanguageArgument {
    /// What was asked for, or what the system speaks.
    pub(super) fn language(&self) -> Language {
        match self.lang {
            Some(Tongue::Nl) => Language::Dutch,
            Some(Tongue::En) => Language::English,
            None => language_of_system(),
        }
    }
}

/// What the system speaks.
pub(super) fn language_of_system() -> Language {
    Language::of_locale(&locale())
}

/// The locale of messages: the first of these variables that is not empty (POSIX, section 8.2).
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the environment is read"
)]
fn locale() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_else(|| "C".to_owned())
}
