//! Tables put together: a record for every service at a location, for every location without services, and for every
//! organisation with neither. What points to nothing is reported.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostic, Located, Phrase, Place, Wording, codes, phrase, said};
use crate::sources::Row;

use super::tables::{Entity, Tables};

/// Records with the names of their columns, such as `service.name`.
pub(super) struct Joined {
    records: Vec<Joint>,
    /// Services and locations that could not be used; each was reported.
    pub(super) reported: usize,
}

struct Joint {
    place: Place,
    cells: BTreeMap<String, Located<String>>,
}

/// Joins the tables.
pub(super) fn join(tables: &Tables, diagnostics: &mut Vec<Diagnostic>) -> Joined {
    let mut joiner = Joiner {
        owned: owned(tables),
        tables,
        records: Vec::new(),
        reported: 0,
        used: BTreeMap::new(),
        diagnostics,
    };
    let links = links(tables);
    for service in tables.rows("services") {
        joiner.service(service, &links);
    }
    for location in tables.rows("locations") {
        if !joiner.is_used("locations", location) {
            joiner.location(location);
        }
    }
    for organization in tables.rows("organizations") {
        if !joiner.is_used("organizations", organization) {
            joiner.record(Some(organization), None, None);
        }
    }
    joiner.report_unused();
    Joined {
        records: joiner.records,
        reported: joiner.reported,
    }
}

/// The ids of the locations of each service, by its id.
fn links(tables: &Tables) -> BTreeMap<&str, Vec<&Located<String>>> {
    let mut links: BTreeMap<&str, Vec<&Located<String>>> = BTreeMap::new();
    let own = tables.rows("services").iter();
    let own = own.map(|service| (service.text("id"), service.get("location_id")));
    let linked = tables.rows("service_at_locations").iter();
    let linked = linked.map(|link| (link.text("service_id"), link.get("location_id")));
    for link in own.chain(linked) {
        if let (Some(service), Some(location)) = link {
            let known = links.entry(service).or_default();
            if !known.iter().any(|other| other.value == location.value) {
                known.push(location);
            }
        }
    }
    links
}

/// The rows of a table that belong to a thing, by table, column and id.
type Owned<'a> = BTreeMap<(&'static str, &'static str, &'a str), Vec<&'a Entity>>;

fn owned(tables: &Tables) -> Owned<'_> {
    let mut owned = Owned::new();
    for table in ["phones", "languages", "addresses"] {
        for row in tables.rows(table) {
            for column in ["organization_id", "service_id", "location_id"] {
                if let Some(id) = row.text(column) {
                    owned.entry((table, column, id)).or_default().push(row);
                }
            }
        }
    }
    owned
}

struct Joiner<'a> {
    owned: Owned<'a>,
    tables: &'a Tables,
    records: Vec<Joint>,
    reported: usize,
    /// Places of the rows that are part of a record, by table.
    used: BTreeMap<&'static str, BTreeSet<Place>>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Joiner<'a> {
    fn is_used(&self, table: &str, entity: &Entity) -> bool {
        let used = self.used.get(table);
        used.is_some_and(|places| places.contains(&entity.place))
    }

    fn mark(&mut self, table: &'static str, entity: &Entity) {
        self.used.entry(table).or_default().insert(entity.place);
    }

    fn report(&mut self, place: Place, problem: impl Into<Wording>, help: Phrase) {
        self.reported += 1;
        self.diagnostics
            .push(Diagnostic::new(codes::W1102, place, problem).help(help));
    }

    fn service(&mut self, service: &'a Entity, links: &BTreeMap<&str, Vec<&'a Located<String>>>) {
        if let Some(status) = service.get("status")
            && ["inactive", "defunct"].contains(&status.value.as_str())
        {
            let problem = said("the service is `{status}`", [("status", &status.value)]);
            self.report(
                status.place,
                problem,
                phrase("a service that is gone is not imported"),
            );
            self.mark("services", service);
            return;
        }
        self.mark("services", service);
        let locations = service.text("id").and_then(|id| links.get(id));
        let Some(locations) = locations else {
            if let Some(organization) = self.organization(service, None) {
                self.record(Some(organization), Some(service), None);
            }
            return;
        };
        for id in locations {
            let Some(location) = self.tables.find("locations", &id.value) else {
                let problem = said("there is no location `{id}`", [("id", &id.value)]);
                self.report(id.place, problem, phrase("add the location to the package"));
                continue;
            };
            self.mark("locations", location);
            if let Some(organization) = self.organization(service, Some(location)) {
                self.record(Some(organization), Some(service), Some(location));
            }
        }
    }

    fn location(&mut self, location: &'a Entity) {
        if let Some(organization) = self.organization(location, None) {
            self.record(Some(organization), None, Some(location));
        }
    }

    /// The organisation of a service or a location; `None` when it is not there, which is reported.
    fn organization(&mut self, one: &'a Entity, other: Option<&'a Entity>) -> Option<&'a Entity> {
        let id = one.get("organization_id");
        let id = id.or_else(|| other.and_then(|other| other.get("organization_id")));
        let Some(id) = id else {
            let problem = phrase("nothing says of which organisation this is");
            self.report(one.place, problem, phrase("fill in `organization_id`"));
            return None;
        };
        let found = self.tables.find("organizations", &id.value);
        if found.is_none() {
            let problem = said("there is no organisation `{id}`", [("id", &id.value)]);
            self.report(
                id.place,
                problem,
                phrase("add the organisation to the package"),
            );
        }
        found
    }

    fn record(
        &mut self,
        organization: Option<&'a Entity>,
        service: Option<&'a Entity>,
        location: Option<&'a Entity>,
    ) {
        let whole = service.or(location).or(organization);
        let place = whole.expect("a record is of something").place;
        let mut cells = BTreeMap::new();
        for (table, noun, entity) in [
            ("organizations", "organization", organization),
            ("services", "service", service),
            ("locations", "location", location),
        ] {
            let Some(entity) = entity else {
                continue;
            };
            self.mark(table, entity);
            for (column, cell) in &entity.cells {
                cells.insert(format!("{noun}.{column}"), cell.clone());
            }
            self.add_phone(noun, entity, &mut cells);
            self.add_languages(noun, entity, &mut cells);
        }
        if let Some(url) = cells.get("organization.url").cloned() {
            cells
                .entry("organization.website".to_owned())
                .or_insert(url);
        }
        if let Some(location) = location {
            self.add_address(location, &mut cells);
        }
        self.records.push(Joint { place, cells });
    }

    /// The rows of a table that point to a thing.
    fn of(&self, table: &'static str, noun: &str, entity: &Entity) -> Vec<&'a Entity> {
        let column = match noun {
            "organization" => "organization_id",
            "service" => "service_id",
            _ => "location_id",
        };
        let key = entity.text("id").map(|id| (table, column, id));
        let rows = key.and_then(|key| self.owned.get(&key));
        rows.cloned().into_iter().flatten().collect()
    }

    /// The first number for talking, not a fax.
    fn add_phone(
        &mut self,
        noun: &str,
        entity: &Entity,
        cells: &mut BTreeMap<String, Located<String>>,
    ) {
        let phones = self.of("phones", noun, entity);
        let is_voice = |phone: &&&Entity| {
            let kind = phone.text("type").or(phone.text("number_type"));
            kind.is_none_or(|kind| kind == "voice")
        };
        if let Some(phone) = phones.iter().find(is_voice)
            && let Some(number) = phone.get("number")
        {
            let number = number.clone().map(|text| text.trim_matches('"').to_owned());
            self.mark("phones", phone);
            cells.insert(format!("{noun}.phone"), number);
        }
    }

    fn add_languages(
        &mut self,
        noun: &str,
        entity: &Entity,
        cells: &mut BTreeMap<String, Located<String>>,
    ) {
        let mut codes = Vec::new();
        let mut place = None;
        for language in self.of("languages", noun, entity) {
            if let Some(code) = language.get("code") {
                self.mark("languages", language);
                place = place.or(Some(code.place));
                codes.push(code.value.clone());
            }
        }
        if let Some(place) = place {
            let codes = Located::new(codes.join(";"), place);
            cells.insert(format!("{noun}.languages"), codes);
        }
    }

    /// The first address that is not only for mail.
    fn add_address(&mut self, location: &Entity, cells: &mut BTreeMap<String, Located<String>>) {
        let addresses = self.of("addresses", "location", location);
        let is_postal = |address: &Entity| address.text("address_type") == Some("postal");
        let visited = addresses.iter().find(|address| !is_postal(address));
        let Some(address) = visited.or(addresses.first()) else {
            return;
        };
        self.mark("addresses", address);
        for (column, cell) in &address.cells {
            if column != "id" && !column.ends_with("_id") {
                let name = format!("location.{column}");
                cells.entry(name).or_insert_with(|| cell.clone());
            }
        }
    }

    /// Says of every table how many of its rows are in no record.
    fn report_unused(&mut self) {
        for (table, rows) in self.tables.all() {
            if [
                "organizations",
                "services",
                "locations",
                "service_at_locations",
            ]
            .contains(&table)
            {
                continue;
            }
            let unused: Vec<&Entity> = rows
                .iter()
                .filter(|row| !self.is_used(table, row))
                .collect();
            let Some(first) = unused.first() else {
                continue;
            };
            let problem = said(
                "{unused} of the {all} rows of `{table}` are not used",
                [
                    ("unused", &unused.len()),
                    ("all", &rows.len()),
                    ("table", &table),
                ],
            );
            self.diagnostics.push(
                Diagnostic::new(codes::W1106, first.place, problem)
                    .help("nothing: the content has no place for them"),
            );
        }
    }
}

impl Joined {
    /// The names of all columns that a record fills, and of those that a mapping may ask for in any directory.
    pub(super) fn header(&self, place: Place) -> Vec<Located<Box<str>>> {
        const ALWAYS: [&str; 12] = [
            "organization.id",
            "organization.name",
            "organization.website",
            "organization.email",
            "organization.phone",
            "service.id",
            "service.name",
            "service.languages",
            "location.id",
            "location.name",
            "location.phone",
            "location.postal_code",
        ];
        let filled = self.records.iter().flat_map(|record| record.cells.keys());
        let mut names: BTreeSet<&str> = filled.map(String::as_str).collect();
        names.extend(ALWAYS);
        let header = names.into_iter();
        header
            .map(|name| Located::new(name.into(), place))
            .collect()
    }

    /// The records in the columns of a header.
    pub(super) fn rows(&self, header: &[Located<Box<str>>]) -> Vec<Row> {
        let cell = |record: &Joint, name: &str| {
            let empty = || Located::new("".into(), record.place);
            let cell = record.cells.get(name).cloned();
            cell.map_or_else(empty, |cell| cell.map(|text| text.trim().into()))
        };
        let records = self.records.iter();
        records
            .map(|record| Row {
                place: record.place,
                cells: header
                    .iter()
                    .map(|name| cell(record, &name.value))
                    .collect(),
            })
            .collect()
    }
}
