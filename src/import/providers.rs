//! Rows about providers → `providers/*.md`, `offers.csv` and `waiting-times.csv`.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostic, Located, Place, SourceMap, codes, said};

use super::datum::{Data, Datum, data_of};
use super::foreign::ForeignFile;
use super::gazetteer::Gazetteer;
use super::known::Known;
use super::mapping::ProviderMapping;
use super::provider_record::{Differences, FieldsOf, ProviderRecord, cell_text};
use super::provider_row::{ProviderRow, RowReader};
use super::rows::{Existing, OFFERS, Record, WAITING_TIMES, cell};
use super::source_form::SourceForm;
use super::target::{Target, provider_text};
use super::value::{Reason, Value};
use super::write::Files;
use super::{Counts, Imported};

/// Offers by provider, product and first day, each with its municipalities.
type Offers = BTreeMap<[String; 3], (BTreeSet<String>, FieldsOf)>;

/// Everything the rows say.
#[derive(Default)]
struct Gathered {
    providers: BTreeMap<String, ProviderRecord>,
    offers: Offers,
    waits: BTreeMap<Vec<String>, Located<Record>>,
    /// Provider, field or code, and text of what was remarked already.
    remarks: BTreeSet<(String, String, String)>,
}

/// The columns in which waits differ that are not the same wait.
const WAIT_KEY: [&str; 8] = [
    "provider",
    "product",
    "location",
    "municipality",
    "kind",
    "basis",
    "statistic",
    "reference_date",
];

pub(super) fn import(
    mapping: &ProviderMapping,
    form: &SourceForm,
    files: &[ForeignFile],
    target: &Target,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Imported {
    let mut counts = Counts::of(files);
    let gazetteer = Gazetteer::of(&target.material);
    let products = target.products();
    if !check_products(mapping, &products, diagnostics) {
        return Imported::default();
    }
    let providers = Known::of(&target.material.providers, &["name"]);
    let reader = RowReader {
        mapping,
        form,
        gazetteer: &gazetteer,
        products: &products,
        providers: &providers,
    };
    let others = waits_of_others(mapping, target, sources);
    let mut gathered = Gathered::default();
    for row in files.iter().flat_map(|file| file.rows(&form.empty)) {
        let read = reader.read(row).and_then(|read| {
            let waits = gathered.new_waits(&read, &others)?;
            Ok((read, waits))
        });
        if let Some((read, waits)) = counts.count(read, diagnostics) {
            gathered.add(read, waits, diagnostics);
        }
    }
    counts.providers = gathered.providers.len();
    counts.locations = gathered
        .providers
        .values()
        .map(|provider| provider.main_locations.len() + provider.locations.len())
        .sum();
    let offered = gathered.offers.keys().map(|[_, product, _]| product);
    counts.products = offered.collect::<BTreeSet<_>>().len();
    counts.offers = gathered.offers.len();
    counts.waits = gathered.waits.len();
    let files = gathered.files(mapping, target, sources);
    Imported { counts, files }
}

/// Whether every product that the mapping names is there.
fn check_products(
    mapping: &ProviderMapping,
    products: &Known,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let named = mapping.product.iter().flat_map(Value::possible);
    let mut is_usable = true;
    for product in named.filter(|product| products.slug(product.value).is_none()) {
        is_usable = false;
        let problem = said(
            "there is no product `{product}`",
            [("product", &product.value)],
        );
        diagnostics.push(
            Diagnostic::new(codes::E1101, product.place, problem)
                .did_you_mean(product.value, products.slugs())
                .help("describe it first, in `products/` of the content that is imported into"),
        );
    }
    is_usable
}

/// The waits in the content that come from other sources: their rows are not ours to change.
fn waits_of_others(
    mapping: &ProviderMapping,
    target: &Target,
    sources: &SourceMap,
) -> BTreeMap<Vec<String>, Located<String>> {
    let own = mapping
        .figures
        .as_ref()
        .map(|figures| figures.source.value.as_str());
    let Some(existing) = target.rows(&WAITING_TIMES, sources) else {
        return BTreeMap::new();
    };
    existing
        .records()
        .zip(&existing.table.rows)
        .filter(|(record, _)| Some(cell(record, "source")) != own)
        .map(|(record, row)| {
            let source = cell(&record, "source").to_owned();
            (wait_key(&record), Located::new(source, row.place))
        })
        .collect()
}

fn wait_key(record: &Record) -> Vec<String> {
    WAIT_KEY
        .iter()
        .map(|column| cell(record, column).to_owned())
        .collect()
}

/// Whether two waits say the same: length, words and state.
fn says_the_same(one: &Record, other: &Record) -> bool {
    ["value", "unit", "text", "status"]
        .iter()
        .all(|column| cell(one, column) == cell(other, column))
}

impl Gathered {
    /// The waits of a row; a reason when one of them is there already with another value.
    fn new_waits(
        &self,
        row: &ProviderRow,
        others: &BTreeMap<Vec<String>, Located<String>>,
    ) -> Result<Vec<Located<Record>>, Reason> {
        let mut waits = Vec::new();
        for product in &row.products {
            for wait in &row.waits {
                let mut record = wait.value.clone();
                record.insert("provider".to_owned(), row.slug.clone());
                record.insert("product".to_owned(), product.clone());
                if let Some(location) = &row.location {
                    record.insert("location".to_owned(), location.id.clone());
                }
                let key = wait_key(&record);
                if let Some(other) = others.get(&key) {
                    return Err(from_another_source(wait.place, other));
                }
                match self.waits.get(&key) {
                    Some(first) if !says_the_same(&first.value, &record) => {
                        return Err(another_value(wait.place, &record, first));
                    }
                    Some(_) | None => waits.push(Located::new(record, wait.place)),
                }
            }
        }
        Ok(waits)
    }

    fn add(
        &mut self,
        row: ProviderRow,
        waits: Vec<Located<Record>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        for wait in waits {
            self.waits.entry(wait_key(&wait.value)).or_insert(wait);
        }
        for remark in row.remarks {
            // A provider has many rows with the same fault: one remark says it. A merger is said once for all.
            let is_merger = remark.code == codes::W1105;
            let of_whom = if is_merger { "" } else { &row.slug };
            let code = remark.code.id().to_owned();
            let is_new =
                self.remarks
                    .insert((of_whom.to_owned(), code, remark.message.to_string()));
            if is_new || (remark.code != codes::W1104 && !is_merger) {
                diagnostics.push(remark);
            }
        }
        let mut differences = Differences {
            provider: &row.slug,
            said: &mut self.remarks,
            diagnostics,
        };
        let provider = self.providers.entry(row.slug.clone()).or_default();
        differences.merge(&mut provider.fields, row.fields);
        if let Some(location) = row.main_location {
            differences.merge_location(&mut provider.main_locations, location);
        }
        if let Some(location) = row.location {
            differences.merge_location(&mut provider.locations, location);
        }
        let Some(offer) = row.offer else {
            return;
        };
        for product in row.products {
            let key = [row.slug.clone(), product, offer.valid_from.clone()];
            let (municipalities, fields) = self.offers.entry(key).or_default();
            municipalities.extend(offer.municipalities.iter().cloned());
            let filled = offer.fields.iter();
            let filled = filled.map(|(field, value)| (*field, value.clone()));
            differences.merge(fields, filled.collect());
            if let Some(last) = &offer.valid_to {
                let last = Located::new(Datum::Text(last.clone()), offer.place);
                differences.merge_one(fields, "valid_to", last);
            }
        }
    }

    fn files(self, mapping: &ProviderMapping, target: &Target, sources: &SourceMap) -> Files {
        let mut files = Files::new();
        let documents = target.providers();
        for (slug, provider) in &self.providers {
            let existing = documents.get(slug.as_str()).copied();
            let before = existing.map_or_else(Data::new, |document| data_of(&document.front));
            let text = provider_text(existing, &provider.over(before), sources);
            files.insert(format!("providers/{slug}.md"), text);
        }
        if mapping.offer.is_some() {
            let text = offers_text(&self.offers, target, sources);
            files.insert(OFFERS.name.to_owned(), text);
        }
        if let Some(figures) = &mapping.figures {
            let added: Vec<Record> = self.waits.into_values().map(|wait| wait.value).collect();
            let of_provider = |record: &Record| {
                let provider = cell(record, "provider").to_owned();
                (provider, cell(record, "reference_date").to_owned())
            };
            let told: BTreeSet<(String, String)> = added.iter().map(of_provider).collect();
            let existing = target.rows(&WAITING_TIMES, sources);
            let text = WAITING_TIMES.text(existing, added, |record| {
                cell(record, "source") == figures.source.value
                    && told.contains(&of_provider(record))
            });
            files.insert(WAITING_TIMES.name.to_owned(), text);
        }
        files
    }
}

/// An offer that is there already keeps what the import does not say of it.
fn offers_text(offers: &Offers, target: &Target, sources: &SourceMap) -> String {
    let existing = target.rows(&OFFERS, sources);
    let key = |record: &Record| {
        ["provider", "product", "valid_from"].map(|column| cell(record, column).to_owned())
    };
    let mut before: BTreeMap<[String; 3], Vec<Record>> = BTreeMap::new();
    for record in existing.iter().flat_map(Existing::records) {
        before.entry(key(&record)).or_default().push(record);
    }
    let mut added = Vec::new();
    for (offer, (municipalities, fields)) in offers {
        let own = before.get(offer).map_or(&[][..], Vec::as_slice);
        for (mut record, municipalities) in divided(own, municipalities, target) {
            let names = ["provider", "product", "valid_from"].into_iter();
            record.extend(
                names
                    .zip(offer)
                    .map(|(column, cell)| (column.to_owned(), cell.clone())),
            );
            record.insert("municipalities".to_owned(), municipalities);
            for (column, datum) in fields {
                record.insert((*column).to_owned(), cell_text(&datum.value));
            }
            record
                .entry("admission".to_owned())
                .or_insert_with(|| "unknown".to_owned());
            added.push(record);
        }
    }
    OFFERS.text(existing, added, |record| offers.contains_key(&key(record)))
}

/// The rows of an offer as they are now, each with the municipalities that the import leaves it. Several rows say several
/// things, each for municipalities of its own, and keep them apart; what none of them has gets a row of its own.
fn divided(
    rows: &[Record],
    municipalities: &BTreeSet<String>,
    target: &Target,
) -> Vec<(Record, String)> {
    let joined = |slugs: &BTreeSet<&str>| slugs.iter().copied().collect::<Vec<_>>().join(";");
    let is_all = municipalities.contains("*");
    let mut left: BTreeSet<&str> = match (is_all, rows) {
        (true, [] | [_]) => BTreeSet::from(["*"]),
        (true, _) => {
            let all = target.material.municipalities.iter();
            all.map(|folder| folder.name.as_str()).collect()
        }
        (false, _) => municipalities.iter().map(String::as_str).collect(),
    };
    if let [only] = rows {
        return vec![(only.clone(), joined(&left))];
    }
    let mut divided = Vec::new();
    for row in rows {
        let own: BTreeSet<&str> = cell(row, "municipalities")
            .split(';')
            .map(str::trim)
            .filter(|slug| left.remove(slug))
            .collect();
        if !own.is_empty() {
            divided.push((row.clone(), joined(&own)));
        }
    }
    if !left.is_empty() {
        divided.push((Record::new(), joined(&left)));
    }
    divided
}

fn another_value(place: Place, record: &Record, first: &Located<Record>) -> Reason {
    let kind = cell(record, "kind");
    let date = cell(record, "reference_date");
    let problem = said(
        "the same `{kind}` wait of {date} stands in another row, with another value",
        [("kind", &kind), ("date", &date)],
    );
    Reason(Box::new(
        Diagnostic::new(codes::W1102, place, problem)
            .related(first.place, "the other row, which is imported")
            .help("map a column that tells the two apart, as part of the `id` of `[location]`"),
    ))
}

fn from_another_source(place: Place, other: &Located<String>) -> Reason {
    let problem = said(
        "`{source}` gives this wait already",
        [("source", &other.value)],
    );
    Reason(Box::new(
        Diagnostic::new(codes::W1102, place, problem)
            .related(other.place, "the row from the other source, which stays")
            .help("remove one of the two"),
    ))
}
