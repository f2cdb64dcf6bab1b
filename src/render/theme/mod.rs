//! A theme: templates, words, styles, scripts and images, checked when it is loaded. Start at [`Theme::new`].

mod assets;
mod code_order;
mod component_use;
mod content_language;
mod editions;
mod expression;
mod fields;
mod foreign;
mod joined_script;
mod markup;
mod minify;
mod reader;
mod scripts;
mod shape;
mod statement;
mod styles;
mod templates;
mod tokens;
mod values;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use schemars::Schema;
use serde::Serialize;
use tera::{Context, ErrorKind, Tera, Value};

use crate::diagnostics::codes::E0801;
use crate::diagnostics::{Diagnostic, Place, SourceMap, said};
use crate::render::house_style::ThemeColours;
use crate::render::messages::Messages;
use crate::sources::ThemeFiles;

use self::editions::read_messages;
use self::templates::{Origin, Templates};

pub use self::assets::Asset;
pub(in crate::render) use self::minify::settings as minify_settings;

/// The template of one kind of page and what it is given.
#[derive(Clone, Debug)]
pub struct ViewSchema {
    /// The template's name, such as `provider.html`.
    pub template: &'static str,
    /// The shape of `page` in it (`schemars::schema_for!` of the view).
    pub schema: Schema,
}

/// What the pages promise to a theme, and need from it.
#[derive(Clone, Debug)]
pub struct Contract<'a> {
    /// The shape of `site`, the same in all templates.
    pub site: Schema,
    /// The pages.
    pub pages: &'a [ViewSchema],
    /// The keys of the messages the pages ask for in Rust.
    pub required_messages: &'a [&'a str],
}

/// A checked theme with the words of one language filled in. Shared between threads.
pub struct Theme {
    language: String,
    tera: Tera,
    origins: BTreeMap<String, Origin>,
    messages: Messages,
    assets: Arc<[Asset]>,
    css: Arc<str>,
    colours: Arc<ThemeColours>,
    fingerprint: [u8; 32],
    settings: Place,
}

impl Theme {
    /// Checks and prepares a theme in the language of the content; every fault goes into `diagnostics`. `None` when no page can be made with it.
    pub fn new(
        files: &ThemeFiles,
        language: &str,
        contract: &Contract,
        sources: &SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let settings = Place::whole(any_file(files)?);
        let messages = read_messages(files, language, settings, sources, diagnostics);
        let (assets, css) = assets::make(files, sources, diagnostics);
        let colours = ThemeColours::read(&styles::used(files, sources), sources);
        colours.check(diagnostics);
        let messages = messages?;
        messages.check_required(contract.required_messages, diagnostics);
        let templates = templates::load(
            &files.templates,
            contract,
            settings,
            &templates::Words {
                messages: &messages,
                content_language: language,
            },
            sources,
            diagnostics,
        )?;
        Self::report_unused(&messages, &templates, contract, diagnostics);
        let language_text = sources.text(messages.file());
        let fingerprint = fingerprint(&templates, language_text, &assets);
        Some(Self {
            language: language.to_owned(),
            tera: templates.tera,
            origins: templates.origins,
            messages,
            assets: assets.into(),
            css: css.into(),
            colours: Arc::new(colours),
            fingerprint,
            settings,
        })
    }

    fn report_unused(
        messages: &Messages,
        templates: &Templates,
        contract: &Contract,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let mut used: BTreeSet<&str> = contract.required_messages.iter().copied().collect();
        used.extend(templates.used_messages.iter().map(String::as_str));
        messages.check_unused(&used, diagnostics);
    }

    /// The language of its words (BCP 47).
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The words.
    #[must_use]
    pub fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Every file to publish beside the pages.
    #[must_use]
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The published name of an asset: `site.css` → `site.1a2b3c4d5e.css`. `None` when the theme has none.
    #[must_use]
    pub fn asset_name(&self, name: &str) -> Option<&str> {
        let asset = self.assets.iter().find(|asset| asset.name == name)?;
        Some(&asset.file_name)
    }

    /// The style sheet as it is published.
    #[must_use]
    pub fn css(&self) -> &str {
        &self.css
    }

    /// The colours of its style sheet.
    #[must_use]
    pub fn colours(&self) -> &ThemeColours {
        &self.colours
    }

    /// A hash over everything in the theme that can change a page: templates, words, names of assets.
    #[must_use]
    pub fn fingerprint(&self) -> [u8; 32] {
        self.fingerprint
    }

    /// Prepares what all pages of a site share. Cloning it is cheap: Tera counts references.
    ///
    /// # Panics
    /// When the view cannot be serialised, which views of plain structs always can.
    #[must_use]
    pub fn site_value(site: &impl Serialize) -> Value {
        Value::from_serializable(site)
    }

    /// Renders one page.
    ///
    /// # Errors
    /// When the template asks for something that the view does not have on this page.
    pub fn render<V: Serialize>(
        &self,
        template: &str,
        site: &Value,
        page: &V,
    ) -> Result<String, RenderError> {
        let mut context = Context::new();
        context.insert_value("site", site.clone());
        context.insert("page", page);
        self.tera
            .render(template, &context)
            .map_err(|error| self.render_error(template, &error))
    }

    /// Where a template is written.
    #[must_use]
    pub fn place(&self, template: &str) -> Place {
        self.origins
            .get(template)
            .map_or(self.settings, |origin| Place::whole(origin.file))
    }

    fn render_error(&self, template: &str, error: &tera::Error) -> RenderError {
        let mut place = self.place(template);
        let mut message = error.to_string();
        if let ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) = error.kind() {
            report.message().clone_into(&mut message);
            if let Some(origin) = self.origins.get(report.filename()) {
                place = origin.place(report.span().range.clone());
            }
        }
        RenderError {
            message: templates::in_one_line(&message),
            place,
        }
    }
}

/// A page that could not be rendered.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct RenderError {
    message: String,
    place: Place,
}

impl RenderError {
    /// The problem as it is reported: in the template, naming the page.
    #[must_use]
    pub fn diagnostic(&self, page: &str) -> Diagnostic {
        let message = said(
            "page `{page}` cannot be made: {why}",
            [("page", &page), ("why", &self.message)],
        );
        Diagnostic::new(E0801, self.place, message)
            .help("test whether the value is there (`{% if … %}`) before it is used")
    }
}

/// A file of the theme where faults of the whole can be reported.
fn any_file(files: &ThemeFiles) -> Option<crate::diagnostics::FileId> {
    let settings = files.settings.as_ref().map(|settings| settings.file);
    let listed = [
        &files.templates,
        &files.languages,
        &files.styles,
        &files.scripts,
    ];
    settings.or_else(|| listed.into_iter().flatten().map(|file| file.file).next())
}

/// Lengths go in with the texts, so that no two themes give the same bytes.
fn fingerprint(templates: &Templates, language: &str, assets: &[Asset]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    let mut add = |text: &str| {
        hasher.update(&text.len().to_le_bytes());
        hasher.update(text.as_bytes());
    };
    for (name, source) in &templates.sources {
        add(name);
        add(source);
    }
    add(language);
    for asset in assets {
        add(&asset.file_name);
    }
    *hasher.finalize().as_bytes()
}

#[cfg(test)]
mod tests;
