//! A theme: templates, words, styles, scripts and images, checked when it is loaded. Start at [`Theme::new`].

use std::collections::BTreeMap;

use schemars::Schema;
use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::diagnostics::{Diagnostic, FileId, Place, SourceMap};
use crate::render::messages::Messages;
use crate::sources::ThemeFiles;

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

/// A file of the theme as it is published, with its fingerprint in its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its name in the theme: `site.css`, `search.js`, `logo.svg`.
    pub name: String,
    /// Its published name: `site.1a2b3c4d5e.css`.
    pub file_name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A page that could not be rendered.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct RenderError {
    message: String,
    place: Place,
}

/// A checked theme. Shared between threads.
pub struct Theme {
    tera: Tera,
    messages: Messages,
    assets: Vec<Asset>,
    css: String,
    fingerprint: [u8; 32],
}

impl Theme {
    /// Checks and prepares a theme; every fault goes into `diagnostics`. `None` when pages cannot be made with it.
    pub fn new(
        files: &ThemeFiles,
        language: &str,
        contract: &Contract,
        sources: &SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let _ = (files, contract, BTreeMap::<String, FileId>::new());
        let messages = Messages::read(
            language,
            files.languages.first()?.file,
            sources,
            diagnostics,
        )?;
        Some(Self {
            tera: Tera::new(),
            messages,
            assets: Vec::new(),
            css: String::new(),
            fingerprint: [0; 32],
        })
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

    /// A hash over everything that can change a page: templates, words, names of assets.
    #[must_use]
    pub fn fingerprint(&self) -> [u8; 32] {
        self.fingerprint
    }

    /// Prepares what all pages of a site share. Cloning it is cheap.
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
    /// When the template asks for something the view does not have in this page.
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
            .map_err(|error| RenderError {
                message: error.to_string(),
                place: Place::whole(self.messages.file()),
            })
    }
}

impl RenderError {
    /// The problem as it is reported: in the template, naming the page.
    #[must_use]
    pub fn diagnostic(&self, page: &str) -> Diagnostic {
        let message = format!("page `{page}` cannot be made: {}", self.message);
        Diagnostic::new(crate::diagnostics::codes::E0801, self.place, message)
    }
}
