//! What several rows say of one provider, put together. Where they differ the first stands, and the others are remarked.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostic, Located, codes, said};

use super::datum::{Data, Datum};
use super::fields::{Field, Notation};
use super::provider_row::{FilledField, LocationRow};

/// The fields of a thing, each with the place of the row that fills it.
pub(super) type FieldsOf = BTreeMap<&'static str, Located<Datum>>;

/// What the rows of one provider say together.
#[derive(Default)]
pub(super) struct ProviderRecord {
    pub(super) fields: FieldsOf,
    pub(super) main_locations: BTreeMap<String, FieldsOf>,
    pub(super) locations: BTreeMap<String, FieldsOf>,
}

impl ProviderRecord {
    /// What was there, with what the rows say over it. Locations that are there keep their place in the list.
    pub(super) fn over(&self, mut data: Data) -> Data {
        for (key, datum) in &self.fields {
            data.insert((*key).to_owned(), datum.value.clone());
        }
        let mut list = match data.remove("locations") {
            Some(Datum::List(list)) => list,
            Some(_) | None => Vec::new(),
        };
        for (id, fields) in self.main_locations.iter().chain(&self.locations) {
            let is_it = |datum: &&mut Datum| matches!(datum, Datum::Table(table) if table.get("id") == Some(&Datum::Text(id.clone())));
            let fields = fields
                .iter()
                .map(|(key, datum)| ((*key).to_owned(), datum.value.clone()));
            if let Some(Datum::Table(table)) = list.iter_mut().find(is_it) {
                table.extend(fields);
            } else {
                let id = ("id".to_owned(), Datum::Text(id.clone()));
                list.push(Datum::Table(fields.chain([id]).collect()));
            }
        }
        if !list.is_empty() {
            data.insert("locations".to_owned(), Datum::List(list));
        }
        data
    }
}

/// Puts rows together that may say different things.
pub(super) struct Differences<'a> {
    pub(super) provider: &'a str,
    pub(super) said: &'a mut BTreeSet<(String, String, String)>,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
}

impl Differences<'_> {
    pub(super) fn merge_location(
        &mut self,
        locations: &mut BTreeMap<String, FieldsOf>,
        row: LocationRow,
    ) {
        let location = locations.entry(row.id).or_default();
        self.merge(location, row.fields);
        if let Some(code) = row.municipality {
            let code = Located::new(Datum::Text(code), row.place);
            self.merge_one(location, "municipality", code);
        }
    }

    pub(super) fn merge(&mut self, record: &mut FieldsOf, fields: Vec<FilledField>) {
        for (field, found) in fields {
            let found = found.map(|values| datum(field, values));
            self.merge_one(record, field.key, found);
        }
    }

    /// The first row stands; a row that says something else is remarked.
    pub(super) fn merge_one(
        &mut self,
        record: &mut FieldsOf,
        key: &'static str,
        found: Located<Datum>,
    ) {
        let Some(first) = record.get(key) else {
            record.insert(key, found);
            return;
        };
        let text = cell_text(&found.value);
        let told = (self.provider.to_owned(), key.to_owned(), text.clone());
        if first.value != found.value && self.said.insert(told) {
            let problem = said(
                "`{text}` is another `{key}` than that of `{provider}`: it is left out",
                [("text", &text), ("key", &key), ("provider", &self.provider)],
            );
            self.diagnostics.push(
                Diagnostic::new(codes::W1104, found.place, problem)
                    .related(first.place, "the first one, which stands")
                    .help("correct one of them at its source, or map a `slug` that keeps the two apart"),
            );
        }
    }
}

fn datum(field: &Field, values: Vec<String>) -> Datum {
    match field.notation {
        Notation::Text => Datum::Text(values.join(" ")),
        Notation::Bare => Datum::Bare(values.join(" ")),
        Notation::List => Datum::List(values.into_iter().map(Datum::Text).collect()),
    }
}

pub(super) fn cell_text(datum: &Datum) -> String {
    match datum {
        Datum::Text(text) | Datum::Bare(text) => text.clone(),
        Datum::List(list) => list.iter().map(cell_text).collect::<Vec<_>>().join(";"),
        Datum::Table(_) => unreachable!("no field of an offer is a table"),
    }
}
