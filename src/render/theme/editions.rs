//! A theme in other languages than that of the content: the same templates, styles and scripts with other words.

use std::sync::Arc;

use crate::diagnostics::codes::E0806;
use crate::diagnostics::{Diagnostic, Place, SourceMap, said};
use crate::render::message_faults;
use crate::render::messages::Messages;
use crate::sources::ThemeFiles;

use super::{Contract, Theme, fingerprint, templates};

impl Theme {
    /// Checks and prepares a theme in the language of the content and in others; every fault goes into `diagnostics`.
    /// The language of the content comes first. `None` when no page can be made in one of them.
    pub fn in_languages(
        files: &ThemeFiles,
        (language, others): (&str, &[String]),
        contract: &Contract,
        sources: &SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Vec<Self>> {
        let main = Self::new(files, language, contract, sources, diagnostics);
        let settings = Place::whole(super::any_file(files)?);
        let mut translated = Vec::new();
        for other in others {
            // A language is read also when the theme cannot be used: one run reports all faults.
            let messages = read_messages(files, other, settings, sources, diagnostics);
            translated.push(messages.zip(main.as_ref()).and_then(|(messages, main)| {
                messages
                    .check_against(&main.messages, diagnostics)
                    .then(|| main.with_words(files, messages, contract, sources, diagnostics))
                    .flatten()
            }));
        }
        let mut themes = vec![main?];
        for theme in translated {
            themes.push(theme?);
        }
        Some(themes)
    }

    /// This theme with the words of another language. What is checked of the templates was checked already.
    fn with_words(
        &self,
        files: &ThemeFiles,
        messages: Messages,
        contract: &Contract,
        sources: &SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let words = templates::Words {
            messages: &messages,
            content_language: &self.language,
        };
        let templates = templates::fill(
            &files.templates,
            &words,
            self.settings,
            sources,
            diagnostics,
        )?;
        Self::report_unused(&messages, &templates, contract, diagnostics);
        let text = sources.text(messages.file());
        Some(Self {
            language: messages.language().to_owned(),
            fingerprint: fingerprint(&templates, text, &self.assets),
            tera: templates.tera,
            origins: templates.origins,
            messages,
            assets: Arc::clone(&self.assets),
            css: Arc::clone(&self.css),
            colours: Arc::clone(&self.colours),
            settings: self.settings,
        })
    }
}

/// The words of a theme in one language.
pub(super) fn read_messages(
    files: &ThemeFiles,
    language: &str,
    theme: Place,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Messages> {
    let wanted = format!("{language}.ftl");
    let Some(file) = files.languages.iter().find(|file| file.name == wanted) else {
        let names = files.languages.iter().map(|file| file.name.as_str());
        diagnostics.push(
            Diagnostic::new(
                E0806,
                theme,
                said("`i18n/{file}` is missing", [("file", &wanted)]),
            )
            .help(said(
                "theme `{name}` has no words in this language",
                [("name", &files.name)],
            ))
            .did_you_mean(&wanted, names),
        );
        return None;
    };
    let text = sources.text(file.file);
    if !message_faults::check(text, file.file, diagnostics) {
        return None;
    }
    Messages::read(language, file.file, sources, diagnostics)
}
