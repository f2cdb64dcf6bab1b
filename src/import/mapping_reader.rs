//! Reads a mapping: every fault is E1101, with its place in the mapping.

use crate::diagnostics::{Diagnostic, FileId, Phrase, Place, Wording, codes, phrase, said};
use crate::sources::Table;

use super::columns::{UsedColumn, UsedColumns};
use super::fields::{Field, LOCATION_FIELDS, OFFER_FIELDS, PROVIDER_FIELDS};
use super::keys::Keys;
use super::mapping::{
    FiguresMapping, LocationMapping, MappedField, Mapping, MunicipalityMapping, OfferMapping,
    PostcodeMapping, ProviderMapping, Subject, WaitMapping, WhichMunicipality,
};
use super::outcome_mapping::OutcomeMapping;
use super::source_form::{SourceForm, UNITS};
use super::value::Value;

const KINDS: &[&str] = &["providers", "municipalities", "postcodes", "outcomes"];
const STATES: &[&str] = &["text", "stop", "unknown"];

impl Mapping {
    /// Reads a mapping; `None` when it cannot be used, and then there is an error in `diagnostics`.
    pub(super) fn read(
        text: &str,
        file: FileId,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let faults = diagnostics.len();
        let table = Table::parse(text, file, diagnostics);
        if diagnostics.len() > faults {
            for fault in &mut diagnostics[faults..] {
                fault.code = codes::E1101;
            }
            return None;
        }
        let mut columns = UsedColumns::new();
        let mut keys = Keys::new(&table, Place::whole(file), "the mapping");
        let source = SourceForm::read(&mut keys, diagnostics);
        let mut reader = Reader {
            used: &mut columns,
            diagnostics,
        };
        let subject = reader.subject(&mut keys);
        keys.finish(diagnostics);
        (diagnostics.len() == faults).then_some(Self {
            source,
            subject: subject?,
            columns,
        })
    }
}

struct Reader<'a> {
    used: &'a mut UsedColumns,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn value(&mut self, keys: &mut Keys<'_>, key: &'static str) -> Option<Value> {
        Value::read(keys, key, self.used, self.diagnostics)
    }

    fn required(&mut self, keys: &mut Keys<'_>, key: &'static str) -> Option<Value> {
        Value::required(keys, key, self.used, self.diagnostics)
    }

    fn fields(&mut self, keys: &mut Keys<'_>, fields: &'static [Field]) -> Vec<MappedField> {
        let mapped = |field: &'static Field| Some((field, self.value(keys, field.key)?));
        fields.iter().filter_map(mapped).collect()
    }

    fn subject(&mut self, keys: &mut Keys<'_>) -> Option<Subject> {
        match keys.word("kind", KINDS, self.diagnostics) {
            "municipalities" => self.municipalities(keys).map(Subject::Municipalities),
            "postcodes" => self.postcodes(keys).map(Subject::Postcodes),
            "outcomes" => OutcomeMapping::read(keys, self.used, self.diagnostics)
                .map(|outcomes| Subject::Outcomes(Box::new(outcomes))),
            _ => Some(Subject::Providers(Box::new(self.providers(keys)))),
        }
    }

    fn municipalities(&mut self, keys: &mut Keys<'_>) -> Option<MunicipalityMapping> {
        let mut keys = keys.required_section("municipality", self.diagnostics)?;
        let code = self.required(&mut keys, "code");
        let name = self.required(&mut keys, "name");
        let local_team = self.required(&mut keys, "local_team");
        keys.finish(self.diagnostics);
        Some(MunicipalityMapping {
            code: code?,
            name: name?,
            local_team: local_team?,
        })
    }

    fn postcodes(&mut self, keys: &mut Keys<'_>) -> Option<PostcodeMapping> {
        let mut keys = keys.required_section("postcode", self.diagnostics)?;
        let pc4 = self.required(&mut keys, "pc4");
        let municipality = self.required(&mut keys, "municipality");
        let place = self.required(&mut keys, "place");
        let latitude = self.value(&mut keys, "latitude");
        let longitude = self.value(&mut keys, "longitude");
        keys.finish(self.diagnostics);
        Some(PostcodeMapping {
            pc4: pc4?,
            municipality: municipality?,
            place: place?,
            latitude,
            longitude,
        })
    }

    fn providers(&mut self, keys: &mut Keys<'_>) -> ProviderMapping {
        let provider = keys.required_section("provider", self.diagnostics);
        let (mut slug, mut fields) = (None, Vec::new());
        if let Some(mut provider) = provider {
            slug = self.value(&mut provider, "slug");
            if !provider.has("name") {
                provider.missing("name", self.diagnostics);
            }
            fields = self.fields(&mut provider, PROVIDER_FIELDS);
            provider.finish(self.diagnostics);
        }
        let main_location = self.location(keys, "main_location");
        let location = self.location(keys, "location");
        let municipality = self.which_municipality(keys);
        let product = self.value(keys, "product");
        let offer = self.offer(keys);
        let waits: Vec<(WaitMapping, UsedColumn)> = keys
            .sections("wait", self.diagnostics)
            .into_iter()
            .filter_map(|keys| self.wait(keys))
            .collect();
        self.need_one_wait(&waits);
        let figures = self.figures(keys);
        let mapping = ProviderMapping {
            slug,
            fields,
            main_location,
            location,
            municipality,
            product,
            offer,
            figures,
            waits: waits.into_iter().map(|(wait, _)| wait).collect(),
        };
        self.check(&mapping, keys.place());
        mapping
    }

    /// When every wait is optional, a file without any of them is still not in order.
    fn need_one_wait(&mut self, waits: &[(WaitMapping, UsedColumn)]) {
        let columns = waits.iter().map(|(_, column)| column);
        if !waits.is_empty() && columns.clone().all(|column| column.is_optional) {
            let names = columns.flat_map(|column| column.names.iter().cloned());
            let names = names.collect();
            self.used.push(UsedColumn {
                names,
                is_optional: false,
            });
        }
    }

    /// What no single key can show.
    fn check(&mut self, mapping: &ProviderMapping, whole: Place) {
        for (is_there, section) in [
            (mapping.offer.is_some(), "offer"),
            (!mapping.waits.is_empty(), "wait"),
        ] {
            if is_there && mapping.product.is_none() {
                let problem = said("`{section}` without `product`", [("section", &section)]);
                self.wrong(
                    whole,
                    problem,
                    phrase("say what `product` the rows are about"),
                );
            }
        }
        if !mapping.waits.is_empty() && mapping.figures.is_none() {
            let help = phrase("say in `[figures]` of which day the waits are and who says so");
            self.wrong(whole, "`wait` without `figures`".into(), help);
        }
        if let Some(offer) = &mapping.offer
            && offer.municipalities.is_none()
            && mapping.municipality.is_none()
        {
            let help = phrase("add `[municipality]`, or `municipalities` to `[offer]`");
            self.wrong(whole, "`offer` without `municipality`".into(), help);
        }
    }

    fn location(&mut self, keys: &mut Keys<'_>, key: &'static str) -> Option<LocationMapping> {
        let mut keys = keys.section(key, self.diagnostics)?;
        let id = self.required(&mut keys, "id");
        let fields = self.fields(&mut keys, LOCATION_FIELDS);
        keys.finish(self.diagnostics);
        Some(LocationMapping { id: id?, fields })
    }

    fn which_municipality(&mut self, keys: &mut Keys<'_>) -> Option<WhichMunicipality> {
        let mut keys = keys.section("municipality", self.diagnostics)?;
        let which = WhichMunicipality {
            code: self.value(&mut keys, "code"),
            name: self.value(&mut keys, "name"),
            year: self.value(&mut keys, "year"),
            postcode: self.value(&mut keys, "postcode"),
            place: self.value(&mut keys, "place"),
        };
        keys.finish(self.diagnostics);
        Some(which)
    }

    fn offer(&mut self, keys: &mut Keys<'_>) -> Option<OfferMapping> {
        let mut keys = keys.section("offer", self.diagnostics)?;
        let municipalities = self.value(&mut keys, "municipalities");
        let valid_from = self.required(&mut keys, "valid_from");
        let valid_to = self.value(&mut keys, "valid_to");
        let fields = self.fields(&mut keys, OFFER_FIELDS);
        keys.finish(self.diagnostics);
        Some(OfferMapping {
            municipalities,
            valid_from: valid_from?,
            valid_to,
            fields,
        })
    }

    fn figures(&mut self, keys: &mut Keys<'_>) -> Option<FiguresMapping> {
        let mut keys = keys.section("figures", self.diagnostics)?;
        let reference_date = self.required(&mut keys, "reference_date");
        let fetched_on = self.value(&mut keys, "fetched_on");
        let source = keys.required_text("source", self.diagnostics);
        keys.finish(self.diagnostics);
        Some(FiguresMapping {
            reference_date: reference_date?,
            fetched_on,
            source: source?,
        })
    }

    fn wait(&mut self, mut keys: Keys<'_>) -> Option<(WaitMapping, UsedColumn)> {
        for key in ["column", "kind", "basis", "unit"] {
            if !keys.has(key) {
                keys.missing(key, self.diagnostics);
            }
        }
        let problems = &mut *self.diagnostics;
        let kind = keys.word("kind", &["intake", "treatment", "total"], problems);
        let basis = keys.word("basis", &["expected", "experienced"], problems);
        let statistics = [
            "unspecified",
            "mean",
            "median",
            "p90",
            "next-free-place",
            "longest",
        ];
        let statistic = keys.word("statistic", &statistics, problems);
        let unit = keys.word("unit", UNITS, problems);
        let words = keys.states("words", STATES, problems);
        let names = keys.texts("column", problems);
        let is_optional = keys.truth("optional", problems);
        keys.finish(problems);
        if names.is_empty() {
            return None;
        }
        let columns = names.iter().map(|name| name.value.clone()).collect();
        let column = UsedColumn { names, is_optional };
        self.used.push(column.clone());
        let wait = WaitMapping {
            columns,
            kind,
            basis,
            statistic,
            unit,
            words,
        };
        Some((wait, column))
    }

    fn wrong(&mut self, place: Place, problem: Wording, help: Phrase) {
        self.diagnostics
            .push(Diagnostic::new(codes::E1101, place, problem).help(help));
    }
}
