//! From what a site is made, to be kept beside it and in its archive.

use crate::archive::{Account, AccountedMunicipality};
use crate::model::Dataset;
use crate::sources::{Material, SourceFile, ThemeFiles};

use super::Options;

/// Accounts for the site of a region: who, when, by which program, from which files.
pub(super) fn account(
    options: &Options,
    dataset: &Dataset,
    material: &Material,
    theme: &ThemeFiles,
) -> Account {
    let below = |folder: &str, files: &[SourceFile]| -> Vec<SourceFile> {
        let below = files.iter().map(|file| SourceFile {
            path: format!("{folder}/{}", file.path),
            ..file.clone()
        });
        below.collect()
    };
    let mut sources = below("content", &material.files);
    sources.extend(below("themes", &theme.files));
    sources.sort();
    let site = dataset.site();
    let municipalities = dataset
        .municipalities()
        .map(|(_, one)| AccountedMunicipality {
            code: one.code.to_string(),
            slug: one.slug.to_string(),
            name: one.name.to_string(),
        });
    Account {
        day: dataset.date(),
        program: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned(),
        program_hash: options.program,
        publisher: site.publisher.to_string(),
        address: site.base_url.to_string(),
        municipalities: municipalities.collect(),
        sources,
    }
}
