//! The words of a theme in one language (Fluent), checked when they are read. Start at [`Messages`].

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};
use unic_langid::LanguageIdentifier;

use crate::diagnostics::codes::{E0803, E0805, E0806, W0808};
use crate::diagnostics::{Diagnostic, FileId, Place, SourceMap, said};

use super::message_arguments::arguments;

/// A value for an argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum MessageValue<'a> {
    /// A number, which chooses between plural forms.
    Number(f64),
    /// A text, put in as it is.
    Text(&'a str),
}

impl From<usize> for MessageValue<'_> {
    /// Counts on a page are far below 2^52, so every one is exact.
    #[allow(clippy::cast_precision_loss)]
    fn from(count: usize) -> Self {
        Self::Number(count as f64)
    }
}

impl From<u32> for MessageValue<'_> {
    fn from(count: u32) -> Self {
        Self::Number(f64::from(count))
    }
}

impl From<f64> for MessageValue<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&'a str> for MessageValue<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

/// The messages of one language file. Shared between threads.
pub struct Messages {
    language: String,
    file: FileId,
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments, formatted once.
    texts: BTreeMap<String, String>,
    /// Where each key stands.
    places: BTreeMap<String, Place>,
    /// The names of the values of each message.
    arguments: BTreeMap<String, BTreeSet<String>>,
    /// Keys that other messages of the file refer to.
    referred: BTreeSet<String>,
}

impl Messages {
    /// Reads a language file; faults go into `diagnostics`. `None` when nothing can be said in this language.
    ///
    /// # Panics
    /// Never: a new bundle has no functions that could be defined twice.
    pub fn read(
        language: &str,
        file: FileId,
        sources: &SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let source = sources.text(file);
        let Ok(language_id) = language.parse::<LanguageIdentifier>() else {
            diagnostics.push(
                Diagnostic::new(
                    E0806,
                    Place::whole(file),
                    said(
                        "`{language}` is not a language tag",
                        [("language", &language)],
                    ),
                )
                .help("write a language as in `nl` or `nl-NL`"),
            );
            return None;
        };
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) => resource,
            Err((_, errors)) => {
                for error in errors {
                    let range = error.slice.clone().unwrap_or_else(|| error.pos.clone());
                    let start = error.pos.start.clamp(range.start, range.end);
                    let place = Place::new(file, start..start.max(error.pos.end));
                    diagnostics.push(broken(place, &error.kind.to_string().to_lowercase()));
                }
                return None;
            }
        };
        let places = key_places(source, file);
        let referred = referred_keys(&resource);
        let arguments = arguments(&resource);
        let mut bundle = FluentBundle::new_concurrent(vec![language_id]);
        bundle.set_use_isolating(false);
        bundle
            .add_builtins()
            .expect("a new bundle has no functions yet");
        if let Err(errors) = bundle.add_resource(resource) {
            for error in errors {
                diagnostics.push(broken(
                    Place::whole(file),
                    &error.to_string().to_lowercase(),
                ));
            }
            return None;
        }
        let mut messages = Self {
            language: language.to_owned(),
            file,
            bundle,
            texts: BTreeMap::new(),
            places,
            arguments,
            referred,
        };
        messages.format_plain_texts(diagnostics);
        Some(messages)
    }

    /// Formats every message that needs no argument; one that fails without being given any needs them, unless what
    /// it lacks is another message.
    fn format_plain_texts(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        for (key, place) in &self.places {
            let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
                continue;
            };
            let mut faults = Vec::new();
            let text = self.bundle.format_pattern(pattern, None, &mut faults);
            let mut needs_arguments = false;
            for fault in faults {
                let words = fault.to_string();
                if words.contains('$') {
                    needs_arguments = true;
                } else {
                    diagnostics.push(broken(*place, &words.to_lowercase()));
                }
            }
            if !needs_arguments {
                self.texts.insert(key.clone(), text.into_owned());
            }
        }
    }

    /// A message without arguments.
    ///
    /// # Panics
    /// When the key is not one of the required messages the theme was checked for, or needs arguments.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        self.find(key).unwrap_or_else(|| {
            panic!("message `{key}` was not declared as required, or needs arguments")
        })
    }

    /// A message without arguments, if there is one of this key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// A message with its arguments filled in.
    ///
    /// # Panics
    /// When the key is not one of the required messages the theme was checked for.
    #[must_use]
    pub fn format(&self, key: &str, arguments: &[(&str, MessageValue)]) -> String {
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
            .unwrap_or_else(|| panic!("message `{key}` was not declared as required"));
        let mut filled = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            match value {
                MessageValue::Number(number) => filled.set(*name, FluentValue::from(*number)),
                MessageValue::Text(text) => filled.set(*name, FluentValue::from(*text)),
            }
        }
        let mut faults = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&filled), &mut faults)
            .into_owned()
    }

    /// Whether the file has a message of this key, with or without arguments.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.places.contains_key(key)
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// Its language (BCP 47).
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The language file.
    #[must_use]
    pub fn file(&self) -> FileId {
        self.file
    }

    /// Reports the required keys that are missing.
    pub(super) fn check_required(&self, required: &[&str], diagnostics: &mut Vec<Diagnostic>) {
        for key in required {
            if !self.has(key) {
                diagnostics.push(
                    Diagnostic::new(
                        E0803,
                        Place::whole(self.file),
                        said("message `{key}` is missing", [("key", &key)]),
                    )
                    .help(said(
                        "add a line `{key} = …`; the pages need it",
                        [("key", &key)],
                    ))
                    .did_you_mean(key, self.keys()),
                );
            }
        }
    }

    /// Reports where this translation has not the messages of another language, with the same values; says whether it has.
    pub(super) fn check_against(&self, main: &Self, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let before = diagnostics.len();
        for (key, wanted) in &main.arguments {
            let written = main.places.get(key).copied();
            let mut diagnostic = match self.arguments.get(key) {
                Some(own) if own == wanted => continue,
                None => Diagnostic::new(
                    E0803,
                    Place::whole(self.file),
                    said("message `{key}` is missing", [("key", &key)]),
                )
                .help(said(
                    "add a line `{key} = …` with the words in this language",
                    [("key", &key)],
                ))
                .did_you_mean(key, self.keys()),
                Some(own) => {
                    let place = self.places.get(key).copied();
                    Diagnostic::new(
                        E0803,
                        place.unwrap_or(Place::whole(self.file)),
                        said(
                            "message `{key}` uses {values}",
                            [("key", &key), ("values", &in_words(own))],
                        ),
                    )
                    .help(said(
                        "use {values}, as the other language does",
                        [("values", &in_words(wanted))],
                    ))
                }
            };
            if let Some(place) = written {
                diagnostic =
                    diagnostic.related(place, "the message in the language of the content");
            }
            diagnostics.push(diagnostic);
        }
        diagnostics.len() == before
    }

    /// Reports the keys that neither templates, nor Rust, nor other messages use.
    pub(super) fn check_unused(&self, used: &BTreeSet<&str>, diagnostics: &mut Vec<Diagnostic>) {
        for (key, place) in &self.places {
            if !used.contains(key.as_str()) && !self.referred.contains(key) {
                diagnostics.push(
                    Diagnostic::new(
                        W0808,
                        *place,
                        said("nothing uses message `{key}`", [("key", &key)]),
                    )
                    .help("remove it, or use it in a template with `t(key=\"…\")`"),
                );
            }
        }
    }
}

/// «`$count` and `$until`»
fn in_words(values: &BTreeSet<String>) -> String {
    let names: Vec<String> = values.iter().map(|name| format!("`${name}`")).collect();
    match names.as_slice() {
        [] => "no values".to_owned(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

fn broken(place: Place, why: &str) -> Diagnostic {
    Diagnostic::new(
        E0805,
        place,
        said("this message cannot be read: {why}", [("why", &why)]),
    )
    .help("write a message as `key = words`; lines that go on are indented")
}

/// Where each message key stands: at the start of a line, before ` = `.
fn key_places(source: &str, file: FileId) -> BTreeMap<String, Place> {
    let mut places = BTreeMap::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let length = line
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
            .unwrap_or(line.len());
        let begins_as_a_key = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if begins_as_a_key && line[length..].trim_start_matches(' ').starts_with('=') {
            places
                .entry(line[..length].to_owned())
                .or_insert_with(|| Place::new(file, start..start + length));
        }
        start += line.len();
    }
    places
}

fn referred_keys(resource: &FluentResource) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for entry in resource.entries() {
        if let fluent_syntax::ast::Entry::Message(message) = entry {
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            for pattern in message.value.iter().chain(attributes) {
                collect_from_pattern(pattern, &mut keys);
            }
        } else if let fluent_syntax::ast::Entry::Term(term) = entry {
            collect_from_pattern(&term.value, &mut keys);
        }
    }
    keys
}

fn collect_from_pattern(pattern: &Pattern<&str>, keys: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_from_expression(expression, keys);
        }
    }
}

fn collect_from_expression(expression: &Expression<&str>, keys: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_from_inline(inline, keys),
        Expression::Select { selector, variants } => {
            collect_from_inline(selector, keys);
            for variant in variants {
                collect_from_pattern(&variant.value, keys);
            }
        }
    }
}

fn collect_from_inline(inline: &InlineExpression<&str>, keys: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::MessageReference { id, .. } => {
            keys.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect_from_expression(expression, keys),
        InlineExpression::FunctionReference { arguments, .. } => collect_from_call(arguments, keys),
        InlineExpression::TermReference { arguments, .. } => {
            if let Some(arguments) = arguments {
                collect_from_call(arguments, keys);
            }
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::VariableReference { .. } => {}
    }
}

fn collect_from_call(arguments: &CallArguments<&str>, keys: &mut BTreeSet<String>) {
    for argument in &arguments.positional {
        collect_from_inline(argument, keys);
    }
}
