//! What a mapping says: which column is what. `docs/import.md` describes the file; [`Mapping::read`] reads it.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::Encoding;

use crate::diagnostics::Located;

use super::fields::Field;
use super::value::{UsedColumns, Value};

/// A mapping.
#[derive(Debug)]
pub(super) struct Mapping {
    pub(super) source: SourceForm,
    pub(super) subject: Subject,
    pub(super) columns: UsedColumns,
}

/// How the foreign file is written.
#[derive(Debug)]
pub(super) struct SourceForm {
    pub(super) encoding: &'static Encoding,
    /// `,` or `.`; either when the mapping does not say.
    pub(super) decimal: Option<char>,
    /// Date forms as in `strptime`.
    pub(super) dates: Vec<String>,
    /// Words for "nothing", in lower case.
    pub(super) empty: BTreeSet<String>,
    /// Words for units behind a number, in lower case.
    pub(super) units: BTreeMap<String, &'static str>,
}

/// What the rows are about.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one mapping at a time")]
pub(super) enum Subject {
    Municipalities(MunicipalityMapping),
    Postcodes(PostcodeMapping),
    Providers(Box<ProviderMapping>),
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
    pub(super) code: Option<Value>,
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
    pub(super) column: String,
    pub(super) kind: &'static str,
    pub(super) basis: &'static str,
    pub(super) statistic: &'static str,
    pub(super) unit: &'static str,
    /// What words stand for, in lower case: `stop`, `unknown` or `text`.
    pub(super) words: BTreeMap<String, &'static str>,
}
