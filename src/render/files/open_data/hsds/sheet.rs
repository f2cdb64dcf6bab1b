//! A table of HSDS. One list of fields makes its lines of CSV, its objects in JSON and its schema, so they cannot
//! disagree.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::cell::Cell;

/// The tables, in the order of their files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tab {
    /// Whether a location can be entered and used.
    Accessibility,
    /// Addresses.
    Address,
    /// Which term of which taxonomy belongs to what.
    Attribute,
    /// Whom to turn to.
    Contact,
    /// Languages.
    Language,
    /// Locations.
    Location,
    /// Numbers and codes by which others know an organisation.
    OrganizationIdentifier,
    /// Organisations.
    Organization,
    /// Outcomes: of our profile.
    Outcome,
    /// Telephone numbers.
    Phone,
    /// Where a service is for.
    ServiceArea,
    /// Which service is at which location.
    ServiceAtLocation,
    /// Services: a provider's offer of a kind of help.
    Service,
    /// Taxonomies.
    Taxonomy,
    /// Terms of taxonomies.
    TaxonomyTerm,
    /// Waiting times: of our profile.
    WaitingTime,
}

impl Tab {
    /// Its name in HSDS and the name of its file.
    pub(super) fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Accessibility => ("accessibility", "accessibility.csv"),
            Self::Address => ("address", "addresses.csv"),
            Self::Attribute => ("attribute", "attributes.csv"),
            Self::Contact => ("contact", "contacts.csv"),
            Self::Language => ("language", "languages.csv"),
            Self::Location => ("location", "locations.csv"),
            Self::OrganizationIdentifier => {
                ("organization_identifier", "organization_identifiers.csv")
            }
            Self::Organization => ("organization", "organizations.csv"),
            Self::Outcome => ("outcome", "outcomes.csv"),
            Self::Phone => ("phone", "phones.csv"),
            Self::ServiceArea => ("service_area", "service_areas.csv"),
            Self::ServiceAtLocation => ("service_at_location", "service_at_location.csv"),
            Self::Service => ("service", "services.csv"),
            Self::Taxonomy => ("taxonomy", "taxonomies.csv"),
            Self::TaxonomyTerm => ("taxonomy_term", "taxonomy_terms.csv"),
            Self::WaitingTime => ("waiting_time", "waiting_times.csv"),
        }
    }
}

/// Lines of CSV by table.
#[derive(Debug, Default)]
pub(super) struct Lines {
    tabs: BTreeMap<Tab, String>,
}

impl Lines {
    /// The lines of one table, to add to.
    pub(super) fn of(&mut self, tab: Tab) -> &mut String {
        self.tabs.entry(tab).or_default()
    }

    /// The lines of one table.
    pub(super) fn get(&self, tab: Tab) -> &str {
        self.tabs.get(&tab).map_or("", String::as_str)
    }

    /// Adds the lines of another, behind those that are there.
    pub(super) fn append(&mut self, other: &Self) {
        for (tab, lines) in &other.tabs {
            self.of(*tab).push_str(lines);
        }
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Text,
    /// An id.
    Id,
    /// The id of the record that this one belongs to. In JSON it stands inside that record, and has no such field.
    Owner,
    /// A web address.
    Web,
    /// A mail address.
    Mail,
    /// A number, with or without a fraction.
    Number,
    /// `YYYY-MM-DD`.
    Day,
    /// One word of a list.
    Word(&'static [&'static str]),
    /// Words with `;` between them; in JSON a list.
    List,
}

/// A field.
pub(super) struct Field<Row> {
    name: &'static str,
    kind: Kind,
    value: for<'row> fn(&'row Row) -> Cell<'row>,
}

impl<Row> Field<Row> {
    pub(super) fn new(
        name: &'static str,
        kind: Kind,
        value: for<'row> fn(&'row Row) -> Cell<'row>,
    ) -> Self {
        Self { name, kind, value }
    }

    /// As a field of Frictionless Table Schema.
    fn schema(&self) -> Value {
        let (kind, format) = match self.kind {
            Kind::Text | Kind::List | Kind::Word(_) => ("string", "default"),
            Kind::Id | Kind::Owner => ("string", "uuid"),
            Kind::Web => ("string", "uri"),
            Kind::Mail => ("string", "email"),
            Kind::Number => ("number", "default"),
            Kind::Day => ("date", "default"),
        };
        let mut schema = json!({ "name": self.name, "type": kind, "format": format });
        match self.kind {
            Kind::Word(words) => schema["constraints"] = json!({ "enum": words }),
            Kind::Id if self.name == "id" => {
                schema["constraints"] = json!({ "required": true, "unique": true });
            }
            Kind::Id
            | Kind::Text
            | Kind::List
            | Kind::Owner
            | Kind::Web
            | Kind::Mail
            | Kind::Number
            | Kind::Day => {}
        }
        schema
    }

    fn write_json(&self, cell: &Cell<'_>, json: &mut String) {
        json.push('"');
        json.push_str(self.name);
        json.push_str("\":");
        match (self.kind, cell) {
            (Kind::List, Cell::Text(words)) => {
                let words: Vec<&str> = words.split(';').collect();
                json.push_str(&Value::from(words).to_string());
            }
            (_, cell) => cell.write_json(None, json),
        }
    }
}

/// A table with its fields, or some of them.
pub(super) struct Sheet<Row> {
    pub(super) tab: Tab,
    pub(super) fields: Vec<Field<Row>>,
}

/// The fields of a table as a file says them.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) tab: Tab,
    /// Headings.
    pub(super) names: Vec<&'static str>,
    /// Fields of Frictionless Table Schema.
    pub(super) schema: Vec<Value>,
}

impl<Row> Sheet<Row> {
    /// Adds the record as a line, and returns its fields as they stand in an object of JSON, without the braces. Empty
    /// fields are left out there.
    pub(super) fn write(&self, row: &Row, lines: &mut Lines) -> String {
        let csv = lines.of(self.tab);
        self.write_cells(row, csv);
        csv.push_str("\r\n");
        self.members(row)
    }

    /// The cells of the record, without the end of the line.
    pub(super) fn write_cells(&self, row: &Row, csv: &mut String) {
        for (rank, field) in self.fields.iter().enumerate() {
            if rank > 0 {
                csv.push(',');
            }
            (field.value)(row).write_csv(csv);
        }
    }

    /// The fields as they stand in an object of JSON, without the braces.
    pub(super) fn members(&self, row: &Row) -> String {
        let mut json = String::new();
        for field in &self.fields {
            let cell = (field.value)(row);
            if cell == Cell::Empty || field.kind == Kind::Owner {
                continue;
            }
            if !json.is_empty() {
                json.push(',');
            }
            field.write_json(&cell, &mut json);
        }
        json
    }

    /// Its fields.
    pub(super) fn form(&self) -> Form {
        Form {
            tab: self.tab,
            names: self.fields.iter().map(|field| field.name).collect(),
            schema: self.fields.iter().map(Field::schema).collect(),
        }
    }
}

impl Form {
    /// The fields of both, one after the other.
    pub(super) fn followed_by(mut self, other: Self) -> Self {
        self.names.extend(other.names);
        self.schema.extend(other.schema);
        self
    }
}

/// An object of JSON: the fields of a record, and lists of what stands inside it. Empty lists are left out.
pub(super) fn object(members: &str, lists: &[(&str, &[String])]) -> String {
    let mut json = format!("{{{members}");
    for (name, objects) in lists {
        push_list(name, objects, &mut json);
    }
    json.push('}');
    json
}

/// Adds a list to an open object of JSON, when there is something in it.
pub(super) fn push_list(name: &str, objects: &[String], json: &mut String) {
    if objects.is_empty() {
        return;
    }
    json.push_str(",\"");
    json.push_str(name);
    json.push_str("\":[");
    json.push_str(&objects.join(","));
    json.push(']');
}
