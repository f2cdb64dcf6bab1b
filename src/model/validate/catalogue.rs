//! Names that can be referred to, and what an unknown name may have meant.

use std::collections::BTreeMap;

use crate::diagnostics::{Code, Diagnostic, Located, Phrase, Place, Wording, codes, said};

use super::form::quoted;

/// The names of all things of one kind.
pub(super) struct Catalogue<Id> {
    noun: Phrase,
    unknown: Code,
    names: BTreeMap<String, (Id, Place)>,
}

impl<Id: Copy> Catalogue<Id> {
    /// `noun` names one thing of the kind; `unknown` is the code for a name that is not there.
    pub(super) fn new(noun: Phrase, unknown: Code) -> Self {
        Self {
            noun,
            unknown,
            names: BTreeMap::new(),
        }
    }

    /// Adds a name; says so and leaves the first when it is there already.
    pub(super) fn add(
        &mut self,
        name: Located<&str>,
        id: Id,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> bool {
        if let Some((_, first)) = self.names.get(name.value) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0309,
                    name.place,
                    said("{noun} `{name}` is defined twice", [("name", &name.value)])
                        .with("noun", self.noun),
                )
                .related(*first, "first defined here")
                .help("give one of them another name, or remove it"),
            );
            return false;
        }
        self.names.insert(name.value.to_owned(), (id, name.place));
        true
    }

    /// Finds a name, or says what may have been meant.
    pub(super) fn find(
        &self,
        name: Located<&str>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Id> {
        if let Some((id, _)) = self.names.get(name.value) {
            return Some(*id);
        }
        let mut problem = Diagnostic::new(
            self.unknown,
            name.place,
            said("unknown {noun} `{name}`", [("name", &name.value)]).with("noun", self.noun),
        )
        .did_you_mean(name.value, self.names.keys().map(String::as_str));
        if problem.help.is_empty() {
            problem = problem.help(self.where_to_look());
        }
        diagnostics.push(problem);
        None
    }

    /// Finds every name of a list, `*` for all, in order and without doubles.
    pub(super) fn find_all(
        &self,
        names: &[Located<&str>],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Id>
    where
        Id: Ord,
    {
        let mut found: Vec<Id> = Vec::new();
        for name in names {
            if name.value == "*" {
                found.extend(self.names.values().map(|(id, _)| *id));
            } else if let Some(id) = self.find(*name, diagnostics) {
                found.push(id);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn where_to_look(&self) -> Wording {
        const SHOWN: usize = 8;
        let names = quoted(self.names.keys().take(SHOWN).map(String::as_str));
        match self.names.len() {
            0 => said("there is no {noun} at all", []).with("noun", self.noun),
            1..=SHOWN => said("known: {names}", [("names", &names)]),
            more => said(
                "known: {names}, and {count} more",
                [("names", &names), ("count", &(more - SHOWN))],
            ),
        }
    }
}
