//! The things of one kind that the content has, by every name that foreign files may give them.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::to_slug;
use crate::sources::{Document, TomlValue};

/// Slugs, by slug, by code and by folded name.
#[derive(Debug, Default)]
pub(super) struct Known {
    slugs: BTreeSet<String>,
    /// `None` when two things have this name.
    names: BTreeMap<String, Option<String>>,
}

impl Known {
    /// The documents of a folder, known by these keys of their front matter as well.
    pub(super) fn of(documents: &[Document], keys: &[&str]) -> Self {
        let mut known = Self::default();
        for document in documents {
            known.slugs.insert(document.name.clone());
            for key in keys {
                let entry = document.front.entries.get(*key);
                if let Some(TomlValue::Text(name)) = entry.map(|entry| &entry.value.value) {
                    known.add(name, &document.name);
                }
            }
        }
        known
    }

    /// Adds a thing, and one of its names.
    pub(super) fn add(&mut self, name: &str, slug: &str) {
        self.slugs.insert(slug.to_owned());
        let known = self.names.entry(to_slug(name));
        known
            .and_modify(|other| {
                if other.as_deref() != Some(slug) {
                    *other = None;
                }
            })
            .or_insert_with(|| Some(slug.to_owned()));
    }

    /// The slug of what is named; `None` when there is no such thing, or more than one.
    pub(super) fn slug(&self, named: &str) -> Option<&str> {
        let folded = to_slug(named);
        let slug = self.slugs.get(named).or_else(|| self.slugs.get(&folded));
        match slug {
            Some(slug) => Some(slug),
            None => self.names.get(&folded)?.as_deref(),
        }
    }

    /// The slugs.
    pub(super) fn slugs(&self) -> impl Iterator<Item = &str> {
        self.slugs.iter().map(String::as_str)
    }
}
