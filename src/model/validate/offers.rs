//! Judges `offers.csv`.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Located, Place, codes, phrase, said};
use crate::model::{Admission, AgeRange, LocationId, MunicipalityId, Offer, ProductId, ProviderId};
use crate::sources::{CsvTable, Row};

use super::cells::{Column, Columns};
use super::form;
use super::names::Names;

/// Youth care ends at 18, with extensions to 23; 27 is the highest age in any Dutch youth act measure.
pub(super) const OLDEST: u8 = 27;

const ADMISSIONS: &[(&str, Admission)] = &[
    ("open", Admission::Open),
    ("stop", Admission::Stop),
    ("unknown", Admission::Unknown),
];

struct OfferColumns {
    provider: Column,
    product: Column,
    municipalities: Column,
    profiles: Column,
    intensities: Column,
    ages: AgeColumns,
    location: Column,
    valid_from: Column,
    valid_to: Column,
    admission: Column,
    note: Column,
}

/// The two columns of an age range.
pub(super) struct AgeColumns {
    from: Column,
    to: Column,
}

/// Judges every row. Each offer comes with the place of its row.
pub(super) fn judge(
    table: &CsvTable,
    names: &Names<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Located<Offer>> {
    let mut columns = Columns::new(table);
    let offer_columns = OfferColumns {
        provider: columns.required("provider", diagnostics),
        product: columns.required("product", diagnostics),
        municipalities: columns.required("municipalities", diagnostics),
        profiles: columns.optional("profiles"),
        intensities: columns.optional("intensities"),
        ages: AgeColumns::find(&mut columns),
        location: columns.optional("location"),
        valid_from: columns.required("valid_from", diagnostics),
        valid_to: columns.optional("valid_to"),
        admission: columns.required("admission", diagnostics),
        note: columns.optional("note"),
    };
    let offers: Vec<Located<Offer>> = columns
        .finish(diagnostics)
        .iter()
        .filter_map(|row| {
            offer(row, &offer_columns, names, diagnostics)
                .map(|offer| Located::new(offer, row.place))
        })
        .collect();
    report_overlaps(&offers, diagnostics);
    offers
}

fn offer(
    row: &Row,
    columns: &OfferColumns,
    names: &Names<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Offer> {
    let provider = columns.provider.required(row, diagnostics);
    let provider = provider.and_then(|name| names.providers.find(name, diagnostics));
    let product = columns.product.required(row, diagnostics);
    let product = product.and_then(|name| names.products.find(name, diagnostics));
    columns.municipalities.required(row, diagnostics);
    let municipalities = names
        .municipalities
        .find_all(&columns.municipalities.list(row), diagnostics);
    let profiles = names
        .profiles
        .find_all(&columns.profiles.list(row), diagnostics);
    let intensities = names
        .intensities
        .find_all(&columns.intensities.list(row), diagnostics);
    let ages = columns.ages.read(row, diagnostics);
    let locations = provider.map(|provider| locations(row, columns, names, provider, diagnostics));
    let valid_from = columns.valid_from.required_date(row, diagnostics);
    let valid_to = columns.valid_to.date(row, diagnostics);
    let admission = columns.admission.required(row, diagnostics);
    let admission = admission
        .and_then(|word| form::word(phrase("an admission"), ADMISSIONS, word, diagnostics));
    let (valid_from, valid_to) = (valid_from?, valid_to.ok()?);
    if let Some(valid_to) = valid_to
        && valid_to.value < valid_from.value
    {
        diagnostics.push(
            Diagnostic::new(
                codes::E0413,
                valid_to.place,
                said("the offer ends on {to} and begins on {from}", [])
                    .with_day("to", valid_to.value)
                    .with_day("from", valid_from.value),
            )
            .related(valid_from.place, "its first day")
            .help("were the two days exchanged?"),
        );
    }
    Some(Offer {
        provider: provider?,
        product: product?,
        municipalities,
        profiles,
        intensities,
        ages: ages?,
        locations: locations?,
        valid_from: valid_from.value,
        valid_to: valid_to.map(|day| day.value),
        admission: admission?,
        note: columns.note.text(row),
    })
}

fn locations(
    row: &Row,
    columns: &OfferColumns,
    names: &Names<'_>,
    provider: ProviderId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<LocationId> {
    let written = columns.location.list(row);
    if written.iter().all(|name| name.value == "*") {
        return Vec::new();
    }
    names.locations[provider.index()].find_all(&written, diagnostics)
}

impl AgeColumns {
    pub(super) fn find(columns: &mut Columns<'_>) -> Self {
        Self {
            from: columns.optional("age_from"),
            to: columns.optional("age_to"),
        }
    }

    /// `None` when an age is impossible.
    pub(super) fn read(&self, row: &Row, diagnostics: &mut Vec<Diagnostic>) -> Option<AgeRange> {
        let mut age = |column: &Column| -> Option<Option<u8>> {
            let Some(cell) = column.cell(row) else {
                return Some(None);
            };
            let age = cell.value.parse().ok().filter(|age| *age <= OLDEST);
            if age.is_none() {
                diagnostics.push(
                    Diagnostic::new(
                        codes::E0402,
                        cell.place,
                        said("`{written}` is not an age", [("written", &cell.value)]),
                    )
                    .help(said("write whole years from 0 to {oldest}, or leave the cell empty when no age is stated", [("oldest", &OLDEST)])),
                );
            }
            age.map(Some)
        };
        let (from, to) = (age(&self.from), age(&self.to));
        let (from, to) = (from?, to?);
        if let (Some(youngest), Some(oldest)) = (from, to)
            && oldest < youngest
        {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0402,
                    self.to.place(row),
                    said(
                        "ages from {youngest} to {oldest}",
                        [("youngest", &youngest), ("oldest", &oldest)],
                    ),
                )
                .related(self.from.place(row), "the youngest age")
                .help("were the two ages exchanged?"),
            );
            return None;
        }
        Some(AgeRange { from, to })
    }
}

/// Two rows for the same provider, product and municipality may not hold on the same day.
fn report_overlaps(offers: &[Located<Offer>], diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<(ProviderId, ProductId), Vec<&Located<Offer>>> = BTreeMap::new();
    for offer in offers {
        let earlier = seen
            .entry((offer.value.provider, offer.value.product))
            .or_default();
        for other in earlier.iter() {
            if shares_a_day(&offer.value, &other.value)
                && shares_a_municipality(&offer.value.municipalities, &other.value.municipalities)
            {
                diagnostics.push(overlap(offer.place, other.place));
                break;
            }
        }
        earlier.push(offer);
    }
}

fn overlap(place: Place, other: Place) -> Diagnostic {
    Diagnostic::new(
        codes::E0310,
        place,
        "two offers of the same provider, product and municipality hold on the same day",
    )
    .related(other, "the other offer")
    .help("end one before the other begins, or remove one")
}

fn shares_a_day(one: &Offer, other: &Offer) -> bool {
    one.valid_to.is_none_or(|last| other.valid_from <= last)
        && other.valid_to.is_none_or(|last| one.valid_from <= last)
}

/// Both lists are sorted.
fn shares_a_municipality(one: &[MunicipalityId], other: &[MunicipalityId]) -> bool {
    one.iter().any(|id| other.binary_search(id).is_ok())
}
