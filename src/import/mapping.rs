//! What a mapping says: which column is what. `docs/import.md` describes the file; [`Mapping::read`] reads it.

use std::collections::BTreeMap;

use crate::diagnostics::Located;

use super::columns::UsedColumns;
use super::fields::Field;
use super::outcome_mapping::OutcomeMapping;
use super::source_form::SourceForm;
use super::value::Value;

/// A mapping.
#[derive(Debug)]
pub(super) struct Mapping {
    pub(super) source: SourceForm,
    pub(super) subject: Subject,
    pub(super) columns: UsedColumns,
}

/// What the rows are about.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one mapping at a time")]
pub(super) enum Subject {
    Municipalities(MunicipalityMapping),
    Postcodes(PostcodeMapping),
    Providers(Box<ProviderMapping>),
    Outcomes(Box<OutcomeMapping>),
}

#[derive(Debug)]
pub(super) struct MunicipalityMapping {
    pub(super) code: Value,
    pub(super) name: Value,
    pub(super) local_team: Value,
}

#[derive(Debug)]
pub(super) struct PostcodeMapping {
    pub(super) pc4: Value,
    pub(super) municipality: Value,
    pub(super) place: Value,
    pub(super) latitude: Option<Value>,
    pub(super) longitude: Option<Value>,
}

/// A field of the content with the value it gets.
pub(super) type MappedField = (&'static Field, Value);

#[derive(Debug)]
pub(super) struct ProviderMapping {
    /// What the file name is made of; without it the name.
    pub(super) slug: Option<Value>,
    pub(super) fields: Vec<MappedField>,
    pub(super) main_location: Option<LocationMapping>,
    /// Where the waits hold.
    pub(super) location: Option<LocationMapping>,
    pub(super) municipality: Option<WhichMunicipality>,
    pub(super) product: Option<Value>,
    pub(super) offer: Option<OfferMapping>,
    pub(super) figures: Option<FiguresMapping>,
    pub(super) waits: Vec<WaitMapping>,
}

impl ProviderMapping {
    /// How a provider's name is found.
    pub(super) fn name(&self) -> &Value {
        let name = self.fields.iter().find(|(field, _)| field.key == "name");
        &name.expect("a mapping without a name is not used").1
    }
}

#[derive(Debug)]
pub(super) struct LocationMapping {
    pub(super) id: Value,
    pub(super) fields: Vec<MappedField>,
}

/// How the municipality of a row is found: the first of these that the row has.
#[derive(Debug)]
pub(super) struct WhichMunicipality {
    /// CBS code, of today or of a municipality that merged.
    pub(super) code: Option<Value>,
    /// Its name, likewise.
    pub(super) name: Option<Value>,
    /// The year of the division that code and name belong to.
    pub(super) year: Option<Value>,
    pub(super) postcode: Option<Value>,
    pub(super) place: Option<Value>,
}

#[derive(Debug)]
pub(super) struct OfferMapping {
    /// Slugs; without it the municipality of the row.
    pub(super) municipalities: Option<Value>,
    pub(super) valid_from: Value,
    pub(super) valid_to: Option<Value>,
    pub(super) fields: Vec<MappedField>,
}

#[derive(Debug)]
pub(super) struct FiguresMapping {
    pub(super) reference_date: Value,
    pub(super) fetched_on: Option<Value>,
    pub(super) source: Located<String>,
}

#[derive(Debug)]
pub(super) struct WaitMapping {
    /// The first of these that the file has.
    pub(super) columns: Vec<String>,
    pub(super) kind: &'static str,
    pub(super) basis: &'static str,
    pub(super) statistic: &'static str,
    pub(super) unit: &'static str,
    /// What words stand for, in lower case: `stop`, `unknown` or `text`.
    pub(super) words: BTreeMap<String, &'static str>,
}
