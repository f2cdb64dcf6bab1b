//! What one row says about a provider: its fields, its locations, what it offers and how long one waits for it.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Located, Place, codes, phrase, said};

use super::fields::{Field, day};
use super::gazetteer::Gazetteer;
use super::known::Known;
use super::mapping::{
    FiguresMapping, LocationMapping, MappedField, OfferMapping, ProviderMapping, WaitMapping,
};
use super::rows::Record;
use super::slug::slug_of;
use super::source_form::SourceForm;
use super::value::{ForeignRow, Found, Reason};
use super::wait_cell::WaitCell;
use super::wait_remark::remark;

/// A field with what a row says, in the form of that field.
pub(super) type FilledField = (&'static Field, Located<Vec<String>>);

/// What one row says.
#[derive(Debug)]
pub(super) struct ProviderRow {
    pub(super) slug: String,
    pub(super) fields: Vec<FilledField>,
    /// The address of the organisation and the place where the waits hold; either may be absent.
    pub(super) main_location: Option<LocationRow>,
    pub(super) location: Option<LocationRow>,
    pub(super) products: BTreeSet<String>,
    pub(super) offer: Option<OfferRow>,
    /// Without provider, product and location, which are those of the row.
    pub(super) waits: Vec<Located<Record>>,
    /// Values that were kept as text or left out.
    pub(super) remarks: Vec<Diagnostic>,
}

#[derive(Debug)]
pub(super) struct LocationRow {
    pub(super) id: String,
    /// Where the id stands in the row.
    pub(super) place: Place,
    pub(super) fields: Vec<FilledField>,
    /// CBS code of the municipality that was found for it.
    pub(super) municipality: Option<String>,
}

#[derive(Debug)]
pub(super) struct OfferRow {
    /// Slugs of municipalities, or `*`.
    pub(super) municipalities: BTreeSet<String>,
    pub(super) fields: Vec<FilledField>,
    pub(super) valid_from: String,
    pub(super) valid_to: Option<String>,
    /// The row.
    pub(super) place: Place,
}

/// Reads rows about providers.
#[derive(Clone, Copy)]
pub(super) struct RowReader<'a> {
    pub(super) mapping: &'a ProviderMapping,
    pub(super) form: &'a SourceForm,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) products: &'a Known,
    /// The providers of the content, by slug and name.
    pub(super) providers: &'a Known,
}

impl RowReader<'_> {
    /// Reads a row; a reason when it cannot be imported.
    pub(super) fn read(&self, row: ForeignRow<'_>) -> Result<ProviderRow, Reason> {
        let mut remarks = Vec::new();
        let mapping = self.mapping;
        let fields = self.fields(&mapping.fields, row, &mut remarks)?;
        let name = mapping.name().needed("the row has no provider name", row)?;
        let named = mapping
            .slug
            .as_ref()
            .map_or(Ok(None), |slug| slug.of(row))?;
        let slug = if let Some(named) = named {
            slug_of(&named.text())
        } else {
            // A provider that is there already under this name keeps its own slug.
            let known = self.providers.slug(&name.text());
            known.map_or_else(|| slug_of(&name.text()), str::to_owned)
        };
        let code = match &mapping.municipality {
            Some(which) => Some(self.gazetteer.municipality(which, row, &mut remarks)?),
            None => None,
        };
        let mut main_location = self.location(mapping.main_location.as_ref(), row, &mut remarks)?;
        let mut location = self.location(mapping.location.as_ref(), row, &mut remarks)?;
        if let Some(place) = main_location.as_mut().or(location.as_mut()) {
            place.municipality.clone_from(&code);
        }
        let offer = match &mapping.offer {
            Some(offer) => Some(self.offer(offer, code.as_deref(), row, &mut remarks)?),
            None => None,
        };
        let waits = match &mapping.figures {
            Some(figures) => self.waits(figures, row, &mut remarks)?,
            None => Vec::new(),
        };
        Ok(ProviderRow {
            slug,
            fields,
            main_location,
            location,
            products: self.products(row)?,
            offer,
            waits,
            remarks,
        })
    }

    /// The slugs of the products that a row names by slug, by code or by name.
    fn products(&self, row: ForeignRow<'_>) -> Result<BTreeSet<String>, Reason> {
        let Some(product) = &self.mapping.product else {
            return Ok(BTreeSet::new());
        };
        let found = if product.is_optional {
            let Some(found) = product.of(row)? else {
                return Ok(BTreeSet::new());
            };
            found
        } else {
            product.needed("the row has no product", row)?
        };
        let mut slugs = BTreeSet::new();
        for named in &found.values {
            let Some(slug) = self.products.slug(named) else {
                return Err(Reason::new(
                    found.place,
                    said("there is no product `{product}`", [("product", named)]),
                    "describe it in `products/`, or give it another name with a `table` in the mapping",
                ));
            };
            slugs.insert(slug.to_owned());
        }
        Ok(slugs)
    }

    /// The mapped fields that the row fills. A value that has not the form of its field is left out, with a remark.
    fn fields(
        &self,
        mapped: &[MappedField],
        row: ForeignRow<'_>,
        remarks: &mut Vec<Diagnostic>,
    ) -> Result<Vec<FilledField>, Reason> {
        let mut fields = Vec::new();
        for (field, value) in mapped {
            let Some(found) = value.of(row)? else {
                continue;
            };
            let mut values = Vec::new();
            for written in &found.values {
                let normal = if field.key == "place" {
                    Some(self.gazetteer.spelled(written).to_owned())
                } else {
                    (field.normal)(written)
                };
                if normal.is_none() {
                    remarks.push(left_out(field, written, found.place));
                }
                values.extend(normal);
            }
            if !values.is_empty() {
                fields.push((*field, Located::new(values, found.place)));
            }
        }
        Ok(fields)
    }

    /// The location of a row; none when its id is empty.
    fn location(
        &self,
        mapping: Option<&LocationMapping>,
        row: ForeignRow<'_>,
        remarks: &mut Vec<Diagnostic>,
    ) -> Result<Option<LocationRow>, Reason> {
        let Some(mapping) = mapping else {
            return Ok(None);
        };
        let Some(id) = mapping.id.of(row)? else {
            return Ok(None);
        };
        Ok(Some(LocationRow {
            id: slug_of(&id.text()),
            place: id.place,
            fields: self.fields(&mapping.fields, row, remarks)?,
            municipality: None,
        }))
    }

    fn offer(
        &self,
        mapping: &OfferMapping,
        code: Option<&str>,
        row: ForeignRow<'_>,
        remarks: &mut Vec<Diagnostic>,
    ) -> Result<OfferRow, Reason> {
        let municipalities = match (&mapping.municipalities, code) {
            (Some(value), _) => {
                let named = value.needed("the row has no municipality", row)?;
                self.named_municipalities(&named, remarks)?
            }
            (None, Some(code)) => {
                let slug = self.gazetteer.slug(code).ok_or_else(|| {
                    let problem = said(
                        "municipality `{code}` is not in `municipalities/`",
                        [("code", &code)],
                    );
                    Reason::new(
                        row.row.place,
                        problem,
                        "add the municipality, or leave the row out",
                    )
                })?;
                BTreeSet::from([slug.to_owned()])
            }
            (None, None) => unreachable!("the mapping was checked: an offer has a municipality"),
        };
        let dates = &self.form.dates;
        let valid_from = mapping.valid_from.date(row, dates)?.ok_or_else(|| {
            let help = phrase("fill in the first day of the offer");
            Reason::new(row.row.place, "the row has no `valid_from`", help)
        })?;
        let valid_to = match &mapping.valid_to {
            Some(value) => value.date(row, dates)?,
            None => None,
        };
        Ok(OfferRow {
            municipalities,
            fields: self.fields(&mapping.fields, row, remarks)?,
            valid_from: day(valid_from),
            valid_to: valid_to.map(day),
            place: row.row.place,
        })
    }

    /// The slugs of municipalities that a cell names by slug, name or CBS code; one that merged is that of today.
    fn named_municipalities(
        &self,
        found: &Found,
        remarks: &mut Vec<Diagnostic>,
    ) -> Result<BTreeSet<String>, Reason> {
        let mut slugs = BTreeSet::new();
        for named in &found.values {
            if named == "*" || self.gazetteer.has_slug(named) {
                slugs.insert(named.clone());
                continue;
            }
            let one = Found {
                values: vec![named.clone()],
                place: found.place,
            };
            let code = self.gazetteer.present(&one, None, remarks)?;
            let slug = self.gazetteer.slug(&code).ok_or_else(|| {
                Reason::new(
                    found.place,
                    said(
                        "municipality `{code}` is not in `municipalities/`",
                        [("code", &code)],
                    ),
                    "add the municipality, or leave the row out",
                )
            })?;
            slugs.insert(slug.to_owned());
        }
        Ok(slugs)
    }

    fn waits(
        &self,
        figures: &FiguresMapping,
        row: ForeignRow<'_>,
        remarks: &mut Vec<Diagnostic>,
    ) -> Result<Vec<Located<Record>>, Reason> {
        let dates = &self.form.dates;
        let date = figures.reference_date.date(row, dates)?.ok_or_else(|| {
            let help = phrase("fill in the day on which the figures held");
            Reason::new(row.row.place, "the row has no reference date", help)
        })?;
        let fetched_on = match &figures.fetched_on {
            Some(value) => value.date(row, dates)?,
            None => None,
        };
        let mut waits = Vec::new();
        for wait in &self.mapping.waits {
            let Some(cell) = wait.columns.iter().find_map(|column| row.raw(column)) else {
                continue;
            };
            let says = WaitCell::read(&cell.value, wait, self.form);
            remarks.extend(remark(&says, &cell.value, cell.place));
            if let Some(mut record) = record(wait, says) {
                record.insert("reference_date".to_owned(), day(date));
                record.insert("source".to_owned(), figures.source.value.clone());
                if let Some(fetched_on) = fetched_on {
                    record.insert("fetched_on".to_owned(), day(fetched_on));
                }
                waits.push(Located::new(record, cell.place));
            }
        }
        Ok(waits)
    }
}

fn record(wait: &WaitMapping, said: WaitCell) -> Option<Record> {
    let mut cells = vec![
        ("kind", wait.kind.to_owned()),
        ("basis", wait.basis.to_owned()),
        ("statistic", wait.statistic.to_owned()),
    ];
    match said {
        WaitCell::Nothing => return None,
        WaitCell::Length { value, unit } => {
            cells.extend([
                ("value", value),
                ("unit", unit.to_owned()),
                ("status", "open".to_owned()),
            ]);
        }
        WaitCell::Phrase { value, unit, text } => {
            cells.extend([
                ("value", value),
                ("unit", unit.to_owned()),
                ("text", text),
                ("status", "open".to_owned()),
            ]);
        }
        WaitCell::Stop | WaitCell::SaidToStop => cells.push(("status", "stop".to_owned())),
        WaitCell::Unknown | WaitCell::Unclear(_) => cells.push(("status", "unknown".to_owned())),
        WaitCell::Text { text, .. } => {
            cells.extend([("text", text), ("status", "open".to_owned())]);
        }
    }
    Some(
        cells
            .into_iter()
            .map(|(column, cell)| (column.to_owned(), cell))
            .collect(),
    )
}

fn left_out(field: &Field, written: &str, place: Place) -> Diagnostic {
    let problem = said(
        "`{written}` is not {noun}: `{key}` is left out",
        [("written", &written), ("key", &field.key)],
    )
    .with("noun", field.noun);
    Diagnostic::new(codes::W1104, place, problem)
        .help("the rest of the row is imported; correct the value at its source")
}
