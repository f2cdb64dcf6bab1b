//! The scripts of a theme → published scripts. A file of `js/` is a script; a folder of `js/` is one script too, joined
//! from its parts (`joined_script.rs`). Start at [`make`].

use std::collections::{BTreeMap, BTreeSet};

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

use crate::diagnostics::codes::E0810;
use crate::diagnostics::{Diagnostic, FileId, Place, SourceMap, phrase, said};
use crate::sources::{ThemeFile, nesting};

use super::assets::Asset;
use super::{foreign, joined_script};

/// A script before it has its published name.
pub(super) struct Script {
    /// Its name in the theme: `start.js`, `search.js`.
    pub(super) name: String,
    /// Where it is written; of a folder the part that it starts with.
    pub(super) file: FileId,
    /// The whole of it.
    pub(super) text: String,
}

/// Makes the scripts, each small and with the published names of those it loads.
pub(super) fn make(
    files: &[ThemeFile],
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Asset> {
    let scripts = read(files, sources, diagnostics);
    let mut published = Published {
        scripts: scripts
            .iter()
            .map(|script| (script.name.as_str(), script))
            .collect(),
        made: BTreeMap::new(),
        open: Vec::new(),
    };
    for script in &scripts {
        published.make(script, diagnostics);
    }
    published.made.into_values().collect()
}

fn read(
    files: &[ThemeFile],
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Script> {
    let (parts, single): (Vec<_>, Vec<_>) = files.iter().partition(|file| file.name.contains('/'));
    let mut scripts: Vec<Script> = single
        .into_iter()
        .map(|file| Script {
            name: file.name.clone(),
            file: file.file,
            text: sources.text(file.file).to_owned(),
        })
        .collect();
    for script in &scripts {
        if minify(&script.text).is_none() {
            diagnostics.push(unreadable(script.file, &script.text));
        } else {
            diagnostics.extend(import_from_elsewhere(script));
        }
    }
    let mut folders: BTreeMap<&str, Vec<&ThemeFile>> = BTreeMap::new();
    for part in parts {
        if let Some((folder, _)) = part.name.split_once('/') {
            folders.entry(folder).or_default().push(part);
        }
    }
    for (name, parts) in folders {
        let Some(joined) = joined_script::join(name, &parts, sources, diagnostics) else {
            continue;
        };
        if let Some(twin) = scripts.iter().find(|script| script.name == joined.name) {
            let problem = said(
                "`js/{twin}` and the folder `js/{name}/` are both published as `{twin}`",
                [("twin", &twin.name), ("name", &name)],
            );
            let help = phrase("rename one of the two");
            diagnostics.push(Diagnostic::new(E0810, Place::whole(twin.file), problem).help(help));
            continue;
        }
        scripts.push(joined);
    }
    scripts
}

/// A script that can be read and imports from another site: browsers would load it from there.
fn import_from_elsewhere(script: &Script) -> Option<Diagnostic> {
    let allocator = Allocator::default();
    let read = Parser::new(&allocator, &script.text, SourceType::mjs()).parse();
    let names = read.module_record.requested_modules.keys();
    let elsewhere = names.filter(|name| foreign::is_elsewhere(name.as_str()));
    let name = elsewhere.min_by_key(|name| name.as_str())?;
    let problem = said("it imports `{name}`", [("name", &name)]);
    let help = phrase(
        "put what is loaded in the theme; nothing may come from elsewhere, and nothing goes there",
    );
    Some(Diagnostic::new(E0810, Place::whole(script.file), problem).help(help))
}

/// A script that browsers could not read either, or that is nested deeper than is read.
pub(super) fn unreadable(file: FileId, text: &str) -> Diagnostic {
    if let Some((problem, _)) = nesting::of_script(text) {
        return Diagnostic::new(E0810, Place::whole(file), problem).help(nesting::FLATTER);
    }
    Diagnostic::new(E0810, Place::whole(file), "this script cannot be read")
        .help("it has a fault that a browser stops at: open it in a browser or editor to see where")
}

/// The script made small: without comments and blanks, names inside it short. `None` when it cannot be read.
pub(super) fn minify(text: &str) -> Option<String> {
    if nesting::of_script(text).is_some() {
        return None;
    }
    let allocator = Allocator::default();
    let mut read = Parser::new(&allocator, text, SourceType::mjs()).parse();
    if !read.errors.is_empty() {
        return None;
    }
    let options = MinifierOptions {
        mangle: Some(MangleOptions {
            top_level: true,
            ..MangleOptions::default()
        }),
        compress: Some(CompressOptions::safest()),
    };
    let made = Minifier::new(options).minify(&allocator, &mut read.program);
    let small = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(made.scoping)
        .with_private_member_mappings(made.class_private_mappings)
        .build(&read.program);
    Some(small.code)
}

/// Scripts load one another by name (`"./name.js"`), so a script can only get its fingerprint after those it loads.
struct Published<'a> {
    scripts: BTreeMap<&'a str, &'a Script>,
    made: BTreeMap<&'a str, Asset>,
    open: Vec<&'a str>,
}

impl<'a> Published<'a> {
    fn make(&mut self, script: &'a Script, diagnostics: &mut Vec<Diagnostic>) {
        if self.made.contains_key(script.name.as_str()) {
            return;
        }
        self.open.push(&script.name);
        // What cannot be read was reported when it was joined or read.
        let mut text = minify(&script.text).unwrap_or_else(|| script.text.clone());
        for (other, quote) in self.loaded(&text) {
            if self.open.contains(&other) {
                let problem = phrase("these scripts load one another in a circle");
                diagnostics.push(
                    Diagnostic::new(E0810, Place::whole(script.file), problem)
                        .help("move what both need to a third script"),
                );
                continue;
            }
            self.make(self.scripts[other], diagnostics);
            let published = &self.made[other].file_name;
            let written = format!("{quote}./{other}{quote}");
            text = text.replace(&written, &format!("{quote}./{published}{quote}"));
        }
        self.open.pop();
        self.made
            .insert(&script.name, Asset::new(&script.name, text.into_bytes()));
    }

    /// The scripts that a text loads, with the quotes around each.
    fn loaded(&self, text: &str) -> BTreeSet<(&'a str, char)> {
        let mut loaded = BTreeSet::new();
        for quote in ['"', '\'', '`'] {
            let opening = format!("{quote}./");
            for (at, _) in text.match_indices(&opening) {
                let name = text[at + opening.len()..].split(quote).next();
                let script = name.and_then(|name| self.scripts.get_key_value(name));
                loaded.extend(script.map(|(name, _)| (*name, quote)));
            }
        }
        loaded
    }
}
