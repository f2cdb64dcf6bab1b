//! Reads the theme that a region names.

use std::path::Path;

use crate::model::Slug;
use crate::sources::{self, ThemeFiles, TomlValue};

use super::{Findings, PipelineError};

/// Reads a theme, under it the theme it extends.
pub(super) fn read_theme(
    themes: &Path,
    name: &str,
    findings: &mut Findings,
) -> Result<ThemeFiles, PipelineError> {
    let mut read = |name: &str| {
        sources::read_named_theme(
            themes,
            name,
            &mut findings.sources,
            &mut findings.diagnostics,
        )
    };
    let files = read(name)?;
    let extended = files
        .settings
        .as_ref()
        .and_then(|settings| settings.front.entries.get("extends"))
        .and_then(|entry| match &entry.value.value {
            TomlValue::Text(name) => Slug::parse(name),
            TomlValue::Datetime(_)
            | TomlValue::Integer(_)
            | TomlValue::Float(_)
            | TomlValue::Boolean(_)
            | TomlValue::Array(_)
            | TomlValue::Table(_) => None,
        });
    match extended {
        Some(base) if base.as_str() != name => Ok(read(base.as_str())?.overlay(files)),
        Some(_) | None => Ok(files),
    }
}
