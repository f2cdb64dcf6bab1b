//! A folder of `js/` → one script. Its parts follow one another in the order in which they import one another, so that
//! no name is used before it is there; lines of import and the word `export` are left out. Start at [`join`].

use std::collections::BTreeMap;

use crate::diagnostics::codes::E0810;
use crate::diagnostics::{Diagnostic, FileId, Phrase, Place, SourceMap, phrase, said};
use crate::sources::ThemeFile;

use super::scripts::{Script, minify, unreadable};

/// Joins the parts of a folder, beginning at the part with the name of the folder. `None` when there is no such part.
pub(super) fn join(
    folder: &str,
    files: &[&ThemeFile],
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Script> {
    let parts: BTreeMap<&str, Part> = files
        .iter()
        .map(|file| {
            let name = file
                .name
                .split_once('/')
                .map_or(&*file.name, |(_, name)| name);
            (
                name,
                Part::read(file.file, sources.text(file.file), diagnostics),
            )
        })
        .collect();
    let entry = format!("{folder}.js");
    let Some(first) = parts.get(entry.as_str()) else {
        let (_, any) = parts.first_key_value()?;
        let problem = said(
            "the folder `js/{folder}/` has no `{entry}` to begin with",
            [("folder", &folder), ("entry", &entry)],
        );
        let help = said(
            "add `js/{folder}/{entry}`: it imports the other parts",
            [("folder", &folder), ("entry", &entry)],
        );
        diagnostics.push(Diagnostic::new(E0810, Place::whole(any.file), problem).help(help));
        return None;
    };
    let mut order = Order {
        parts: &parts,
        done: Vec::new(),
        open: Vec::new(),
    };
    order.visit(&entry, diagnostics);
    let done = order.done;
    for (name, part) in &parts {
        if !done.contains(name) {
            let problem = said("no part imports `{name}`", [("name", &name)]);
            let help = said(
                "import it, beginning at `{entry}`, or delete it",
                [("entry", &entry)],
            );
            diagnostics.push(Diagnostic::new(E0810, Place::whole(part.file), problem).help(help));
        }
    }
    let ordered: Vec<&Part> = done.iter().map(|name| &parts[name]).collect();
    report_twins(&ordered, diagnostics);
    let bodies: Vec<&str> = ordered.iter().map(|part| part.body.as_str()).collect();
    let text = bodies.join("") + &first.exports;
    let is_each_readable = ordered.iter().all(|part| part.is_readable);
    if is_each_readable && minify(&text).is_none() {
        diagnostics.push(unreadable(first.file, &text));
    }
    Some(Script {
        name: entry,
        file: first.file,
        text,
    })
}

/// A part of a script.
struct Part {
    file: FileId,
    imports: Vec<Import>,
    /// Names at the top level with their places, and whether another part may import them.
    names: Vec<(String, Place, bool)>,
    /// What is left without its imports and exports.
    body: String,
    /// Lines such as `export { name };`, which the first part may have for those who load the whole.
    exports: String,
    is_readable: bool,
}

/// `import { names } from "./part.js";`
struct Import {
    names: Vec<String>,
    part: String,
    place: Place,
}

impl Part {
    fn read(file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut part = Self {
            file,
            imports: Vec::new(),
            names: Vec::new(),
            body: String::with_capacity(text.len()),
            exports: String::new(),
            is_readable: true,
        };
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let written = line.trim_end();
            let place = Place::new(file, at..at + written.len());
            at += line.len();
            if written.starts_with("import ") || written.starts_with("import{") {
                match Import::read(written, place) {
                    Some(import) => part.imports.push(import),
                    None => {
                        diagnostics.push(not_joined(place, phrase("this import cannot be joined")));
                    }
                }
                continue;
            }
            if written.starts_with("export {") && written.ends_with("};") {
                part.exports.push_str(line);
                continue;
            }
            let exported = written.strip_prefix("export ");
            let declared = declared_name(exported.unwrap_or(written));
            if exported.is_some() && declared.is_none() {
                diagnostics.push(not_joined(place, phrase("this export cannot be joined")));
            }
            if let Some(name) = declared {
                part.names
                    .push((name.to_owned(), place, exported.is_some()));
            }
            part.body
                .push_str(line.strip_prefix("export ").unwrap_or(line));
        }
        if !part.body.ends_with('\n') {
            part.body.push('\n');
        }
        if minify(&part.body).is_none() {
            part.is_readable = false;
            diagnostics.push(unreadable(file, &part.body));
        }
        part
    }
}

impl Import {
    fn read(line: &str, place: Place) -> Option<Self> {
        let rest = line
            .strip_prefix("import")?
            .trim_start()
            .strip_prefix('{')?;
        let (names, from) = rest.split_once('}')?;
        let from = from.trim().strip_prefix("from")?.trim();
        let part = from
            .trim_end_matches(';')
            .strip_prefix("\"./")?
            .strip_suffix('"')?;
        let names: Vec<String> = names
            .split(',')
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        let are_plain = names
            .iter()
            .all(|name| identifier(name).len() == name.len());
        are_plain.then(|| Self {
            names,
            part: part.to_owned(),
            place,
        })
    }
}

fn not_joined(place: Place, problem: Phrase) -> Diagnostic {
    Diagnostic::new(E0810, place, problem).help(
        "write `import { name } from \"./part.js\";` on one line, and `export` before `function`, `class` or `const`",
    )
}

/// The name that a line at the top level declares. Lines further in begin with a blank.
fn declared_name(line: &str) -> Option<&str> {
    let line = line.strip_prefix("async ").unwrap_or(line);
    let rest = [
        "function ",
        "function* ",
        "class ",
        "const ",
        "let ",
        "var ",
    ]
    .into_iter()
    .find_map(|word| line.strip_prefix(word))?;
    Some(identifier(rest)).filter(|name| !name.is_empty())
}

fn identifier(text: &str) -> &str {
    let end = text
        .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))
        .unwrap_or(text.len());
    &text[..end]
}

/// The parts in the order in which they are needed.
struct Order<'a> {
    parts: &'a BTreeMap<&'a str, Part>,
    done: Vec<&'a str>,
    open: Vec<&'a str>,
}

impl Order<'_> {
    fn visit(&mut self, name: &str, diagnostics: &mut Vec<Diagnostic>) {
        let Some((&name, part)) = self.parts.get_key_value(name) else {
            return;
        };
        self.open.push(name);
        for import in &part.imports {
            self.follow(import, diagnostics);
        }
        self.open.pop();
        self.done.push(name);
    }

    fn follow(&mut self, import: &Import, diagnostics: &mut Vec<Diagnostic>) {
        let wanted = import.part.as_str();
        let Some(part) = self.parts.get(wanted) else {
            let problem = said("there is no part `{wanted}`", [("wanted", &wanted)]);
            diagnostics.push(
                Diagnostic::new(E0810, import.place, problem)
                    .did_you_mean(wanted, self.parts.keys().copied())
                    .help("a part imports parts of its own folder"),
            );
            return;
        };
        if self.open.contains(&wanted) {
            let problem = phrase("these parts import one another in a circle");
            diagnostics.push(
                Diagnostic::new(E0810, import.place, problem)
                    .help("move what both need to a third part"),
            );
            return;
        }
        for name in &import.names {
            let exported = part.names.iter().filter(|(_, _, is_exported)| *is_exported);
            let exported: Vec<&str> = exported.map(|(name, ..)| name.as_str()).collect();
            if !exported.contains(&name.as_str()) {
                let problem = said(
                    "`{wanted}` exports no `{name}`",
                    [("wanted", &wanted), ("name", &name)],
                );
                let help = said(
                    "write `export` before its declaration in `{wanted}`",
                    [("wanted", &wanted)],
                );
                diagnostics.push(
                    Diagnostic::new(E0810, import.place, problem)
                        .did_you_mean(name, exported)
                        .help(help),
                );
            }
        }
        if !self.done.contains(&wanted) {
            self.visit(wanted, diagnostics);
        }
    }
}

/// Joined parts share one top level, so no two may declare the same name there.
fn report_twins(parts: &[&Part], diagnostics: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<&str, Place> = BTreeMap::new();
    for (name, place, _) in parts.iter().flat_map(|part| &part.names) {
        if let Some(first) = known.insert(name, *place) {
            let problem = said(
                "`{name}` is declared twice in the parts of one script",
                [("name", &name)],
            );
            diagnostics.push(
                Diagnostic::new(E0810, *place, problem)
                    .related(first, "the other one")
                    .help("rename one of the two"),
            );
        }
    }
}
