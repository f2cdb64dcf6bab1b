//! The content folder that is imported into, as it is now.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostics::{Diagnostic, Severity, SourceMap, codes};
use crate::sources::{self, Document, Material, ReadError};

use super::datum::{Data, data_of, toml_text};
use super::known::Known;
use super::rows::{Existing, RowsFile};

/// The content as it is now.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) material: Material,
}

impl Target {
    /// Reads the content; `None` when a file of it is broken, which was reported: what cannot be read would be lost.
    /// What is missing does not matter: the import may bring it.
    pub(super) fn read(
        into: &Path,
        sources: &mut SourceMap,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Option<Self>, ReadError> {
        let mut faults = Vec::new();
        let material = sources::read(into, sources, &mut faults)?;
        let is_broken = |fault: &Diagnostic| {
            fault.severity == Severity::Error
                && fault.code != codes::E0105
                && fault.code != codes::E0201
                && fault.code != codes::E0107
        };
        faults.retain(is_broken);
        let is_whole = faults.is_empty();
        diagnostics.append(&mut faults);
        Ok(is_whole.then_some(Self { material }))
    }

    /// The products, by slug, code and both names.
    pub(super) fn products(&self) -> Known {
        Known::of(&self.material.products, &["code", "name", "plain_name"])
    }

    /// The rows of a file as they are now.
    pub(super) fn rows<'a>(
        &'a self,
        file: &RowsFile,
        sources: &'a SourceMap,
    ) -> Option<Existing<'a>> {
        let material = &self.material;
        let table = match file.name {
            "offers.csv" => &material.offers,
            "waiting-times.csv" => &material.waiting_times,
            "outcomes.csv" => &material.outcomes,
            _ => &material.postcodes,
        };
        let table = table.as_ref()?;
        let text = sources.text(table.file);
        Some(Existing { table, text })
    }

    /// The providers, by slug.
    pub(super) fn providers(&self) -> BTreeMap<&str, &Document> {
        let providers = self.material.providers.iter();
        providers
            .map(|document| (document.name.as_str(), document))
            .collect()
    }
}

/// The text of a provider's file with `data` as its front matter. When it says that already, it stays as it is written;
/// its text below the front matter stays in any case.
pub(super) fn provider_text(
    existing: Option<&Document>,
    data: &Data,
    sources: &SourceMap,
) -> String {
    match existing {
        Some(document) if data_of(&document.front) == *data => {
            sources.text(document.file).to_owned()
        }
        Some(document) => format!("+++\n{}+++\n{}", toml_text(data), document.body.value),
        None => format!("+++\n{}+++\n", toml_text(data)),
    }
}
