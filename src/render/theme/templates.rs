//! Templates: checked as they were written, filled with words, made small, given to Tera. Start at [`load`]; [`fill`] does
//! it again in another language.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use tera::{ErrorKind, Kwargs, State, Tera};

use crate::diagnostics::codes::E0801;
use crate::diagnostics::{Diagnostic, FileId, Place, SourceMap, said};
use crate::sources::ThemeFile;

use super::Contract;
use super::code_order::code_in_order;
use super::fields::{self, Given, ParsedTemplate};
use super::minify::minify;
use super::shape::Shape;
use super::tokens::{Piece, pieces};
pub(super) use super::words::Words;
use super::{content_language, markup, statement, words};

/// Templates that are ready for pages.
pub(super) struct Templates {
    pub(super) tera: Tera,
    /// Where the code of each template stands in the file it came from.
    pub(super) origins: BTreeMap<String, Origin>,
    /// The message keys the templates use.
    pub(super) used_messages: BTreeSet<String>,
    /// The texts Tera was given, for the fingerprint.
    pub(super) sources: BTreeMap<String, String>,
}

/// Leads from a place in a template as Tera has it to the place in its file.
pub(super) struct Origin {
    pub(super) file: FileId,
    /// Each piece of code: where Tera has it, and where the file has it.
    code: Vec<(Range<usize>, Range<usize>)>,
}

impl Origin {
    /// The place in the file of a byte range in Tera's text.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        let within = |(ours, _): &&(Range<usize>, Range<usize>)| ours.contains(&range.start);
        match self.code.iter().find(within) {
            None => Place::whole(self.file),
            Some((ours, theirs)) => {
                let start = (theirs.start + range.start - ours.start).min(theirs.end);
                let end = (start + range.len()).min(theirs.end);
                Place::new(self.file, start..end)
            }
        }
    }
}

/// Checks all templates and prepares them. `None` when one of them cannot be used.
pub(super) fn load(
    files: &[ThemeFile],
    contract: &Contract,
    theme: Place,
    words: &Words<'_>,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Templates> {
    let before = diagnostics.len();
    for file in files {
        check_syntax(file, sources.text(file.file), diagnostics);
    }
    let is_readable = diagnostics.len() == before;
    let mut filled = FilledTemplates::default();
    for file in files {
        let source = sources.text(file.file);
        let parts = markup::scan(source, &pieces(source));
        markup::check(source, &parts, file.file, diagnostics);
        filled.add(file, source, words, diagnostics);
    }
    if is_readable {
        check_fields(files, contract, theme, sources, diagnostics);
    }
    if diagnostics[before..].iter().any(is_error) {
        return None;
    }
    filled.prepare(theme, sources, diagnostics)
}

/// Prepares checked templates with the words of another language. `None` when words are missing.
pub(super) fn fill(
    files: &[ThemeFile],
    words: &Words<'_>,
    theme: Place,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Templates> {
    let before = diagnostics.len();
    let mut filled = FilledTemplates::default();
    for file in files {
        filled.add(file, sources.text(file.file), words, diagnostics);
    }
    if diagnostics[before..].iter().any(is_error) {
        return None;
    }
    filled.prepare(theme, sources, diagnostics)
}

/// Templates with the words of one language in them.
#[derive(Default)]
struct FilledTemplates<'a> {
    /// The file, the pieces of its text, and the text with words in it.
    templates: Vec<(&'a ThemeFile, Vec<Piece>, String)>,
    used_messages: BTreeSet<String>,
}

impl<'a> FilledTemplates<'a> {
    fn add(
        &mut self,
        file: &'a ThemeFile,
        source: &str,
        words: &Words<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let pieces = pieces(source);
        let used = &mut self.used_messages;
        let messages = words.messages;
        let text = words::fill_in(source, &pieces, file.file, messages, used, diagnostics);
        let text = content_language::mark(&text, words);
        self.templates.push((file, pieces, text));
    }

    /// Makes them small and gives them to Tera.
    fn prepare(
        self,
        theme: Place,
        sources: &SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Templates> {
        let mut templates = Templates {
            tera: Tera::new(),
            origins: BTreeMap::new(),
            used_messages: self.used_messages,
            sources: BTreeMap::new(),
        };
        templates.tera.autoescape_on([".html", ".xml"]);
        for (file, original, text) in self.templates {
            let minified = minify(&text);
            let origin = origin(file.file, sources.text(file.file), &original, &minified);
            templates.origins.insert(file.name.clone(), origin);
            templates.sources.insert(file.name.clone(), minified);
        }
        let texts = templates
            .sources
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        if let Err(error) = templates.tera.add_raw_templates(texts) {
            diagnostics.push(Diagnostic::new(
                E0801,
                theme,
                said(
                    "the templates do not fit together: {why}",
                    [("why", &in_one_line(&error.to_string()))],
                ),
            ));
            return None;
        }
        Some(templates)
    }
}

fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == crate::diagnostics::Severity::Error
}

/// Tera's own check of one template as it was written, for the exact place.
fn check_syntax(file: &ThemeFile, source: &str, diagnostics: &mut Vec<Diagnostic>) {
    let mut tera = Tera::new();
    tera.register_function("t", |_: Kwargs, _: &State| "");
    let Err(error) = tera.add_raw_template(&file.name, source) else {
        return;
    };
    if let ErrorKind::SyntaxError(report) = error.kind() {
        let message = said(
            "this template cannot be read: {why}",
            [("why", &in_one_line(report.message()))],
        );
        let place = Place::new(file.file, report.span().range.clone());
        diagnostics.push(
            Diagnostic::new(E0801, place, message)
                .help("correct it here; `docs/theme.md` says what a template may hold"),
        );
    }
}

/// Another program's message in our form: lower case at the start, no full stop, one line.
pub(super) fn in_one_line(message: &str) -> String {
    let line = message
        .split_ascii_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let line = line.trim_end_matches('.');
    let mut chars = line.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}

fn check_fields(
    files: &[ThemeFile],
    contract: &Contract,
    theme: Place,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let parsed: BTreeMap<String, ParsedTemplate> = files
        .iter()
        .map(|file| {
            let template = statement::read(sources.text(file.file));
            let file_id = file.file;
            (
                file.name.clone(),
                ParsedTemplate {
                    file: file_id,
                    template,
                },
            )
        })
        .collect();
    let pages = contract
        .pages
        .iter()
        .map(|view| (view.template, Shape::of(view.schema.as_value())))
        .collect();
    let given = Given {
        templates: &parsed,
        site: Shape::of(contract.site.as_value()),
        pages,
        theme,
    };
    fields::check(&given, diagnostics);
}

/// Pairs the code Tera has with the code of the file: the same, but for the messages that were filled in.
fn origin(file: FileId, source: &str, original: &[Piece], minified: &str) -> Origin {
    let parts = markup::scan(source, original);
    let theirs = code_in_order(original, &parts)
        .into_iter()
        .filter(|piece| !words::is_message(source, piece));
    let small = pieces(minified);
    let parts = markup::scan(minified, &small);
    let ours = code_in_order(&small, &parts);
    Origin {
        file,
        code: ours
            .into_iter()
            .zip(theirs)
            .map(|(ours, theirs)| (ours.range.clone(), theirs.range.clone()))
            .collect(),
    }
}
