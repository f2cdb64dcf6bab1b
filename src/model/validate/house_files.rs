//! Judges the files beside `municipality.toml` that `[theme]` names: the logo and the letters.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Located, Phrase, Place, codes, phrase, said};
use crate::model::{Letters, Logo, Picture};
use crate::sources::{HouseFile, MunicipalityMaterial};

use super::fields::Fields;
use super::logo;

/// A logo is drawn, not photographed.
const LARGEST_LOGO: usize = 100 * 1024;
/// Letters of one weight with the characters of European languages are far smaller.
const LARGEST_LETTERS: usize = 200 * 1024;

/// The files of one municipality, and which of them were named.
pub(super) struct HouseFiles<'a> {
    files: &'a [HouseFile],
    named: BTreeSet<&'a str>,
}

impl<'a> HouseFiles<'a> {
    pub(super) fn new(folder: &'a MunicipalityMaterial) -> Self {
        Self {
            files: &folder.house_files,
            named: BTreeSet::new(),
        }
    }

    /// The file that a key names, which must end in one of these.
    pub(super) fn find(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        endings: &[&str],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Located<&'a HouseFile>> {
        let written = fields.text(key, diagnostics)?;
        let name = written.value;
        if !endings.iter().any(|ending| name.ends_with(ending)) {
            let message = said(
                "`{key}` cannot be `{written}`",
                [("key", &key), ("written", &name)],
            );
            let help = said(
                "name a file that ends in one of `{endings}`",
                [("endings", &endings.join("`, `"))],
            );
            diagnostics.push(Diagnostic::new(codes::E0202, written.place, message).help(help));
            return None;
        }
        let Some(file) = self.files.iter().find(|file| file.name == name) else {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0105,
                    written.place,
                    said("file `{name}` is not there", [("name", &name)]),
                )
                .did_you_mean(name, self.files.iter().map(|file| file.name.as_str()))
                .help("put it in the municipality's own folder, beside `municipality.toml`"),
            );
            return None;
        };
        self.named.insert(&file.name);
        Some(Located::new(file, written.place))
    }

    /// The logo, and its size: the size of the dark one is taken to be the same.
    pub(super) fn logo(
        &mut self,
        fields: &mut Fields<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Logo> {
        const ENDINGS: &[&str] = &[".svg", ".png"];
        let found = self.find(fields, "logo", ENDINGS, diagnostics);
        let dark = self.find(fields, "logo_dark", ENDINGS, diagnostics);
        if let (None, Some(dark)) = (found, dark)
            && !fields.has("logo")
        {
            let message = phrase("there is a `logo_dark` and no `logo`");
            diagnostics.push(
                Diagnostic::new(codes::E0202, dark.place, message)
                    .help("add `logo = …`; dark pages use it too when there is no `logo_dark`"),
            );
        }
        let mut picture = |file: &HouseFile| {
            let size = logo::size(file, LARGEST_LOGO, diagnostics)?;
            Some((Picture::of(file), size))
        };
        let dark = dark.and_then(|found| picture(found.value));
        let (picture, (width, height)) = picture(found?.value)?;
        Some(Logo {
            picture,
            dark: dark.map(|(picture, _)| picture),
            width,
            height,
        })
    }

    /// Letters of the municipality's own.
    pub(super) fn letters(
        &mut self,
        fields: &mut Fields<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Letters> {
        let mut weight = |key| {
            let file = self.find(fields, key, &[".woff2"], diagnostics)?.value;
            is_woff2(file, diagnostics).then(|| Picture::of(file))
        };
        let (regular, bold) = (weight("font_file"), weight("font_file_bold"));
        Some(Letters {
            regular: regular?,
            bold,
        })
    }

    /// Says which files nothing names: they would be missed on the site.
    pub(super) fn report_unused(self, diagnostics: &mut Vec<Diagnostic>) {
        for file in self.files {
            if !self.named.contains(file.name.as_str()) {
                let message = said("nothing names file `{file}`", [("file", &file.name)]);
                diagnostics.push(
                    Diagnostic::new(codes::E0107, Place::whole(file.file), message)
                        .help("name it under `[theme]` in `municipality.toml`, or delete it"),
                );
            }
        }
    }
}

impl Picture {
    fn of(file: &HouseFile) -> Self {
        Self {
            name: file.name.as_str().into(),
            bytes: file.bytes.clone(),
        }
    }
}

fn is_woff2(file: &HouseFile, diagnostics: &mut Vec<Diagnostic>) -> bool {
    const SIGNATURE: &[u8] = b"wOF2";
    let fault = if file.bytes.len() > LARGEST_LETTERS {
        too_large(file, LARGEST_LETTERS)
    } else if file.bytes.starts_with(SIGNATURE) {
        return true;
    } else {
        unpublishable(file, phrase("`{file}` is no WOFF2"))
            .help("letters are published as WOFF2 only")
    };
    diagnostics.push(fault);
    false
}

/// The file is larger than is good for a visitor with a slow connection.
pub(super) fn too_large(file: &HouseFile, largest: usize) -> Diagnostic {
    let (size, largest) = (file.bytes.len().div_ceil(1024), largest / 1024);
    let message = said(
        "`{file}` is {size} KB; at most {largest} KB is published",
        [("file", &file.name), ("size", &size), ("largest", &largest)],
    );
    Diagnostic::new(codes::E0420, Place::whole(file.file), message)
        .help("every visitor loads it, also on a slow phone: leave out what is not needed")
}

/// The file is not what its name says.
pub(super) fn unpublishable(file: &HouseFile, problem: Phrase) -> Diagnostic {
    let message = said(problem, [("file", &file.name)]);
    Diagnostic::new(codes::E0420, Place::whole(file.file), message)
}
