//! Reads a mapping: every fault is E1101, with its place in the mapping.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::Encoding;

use crate::diagnostics::{Diagnostic, FileId, Place, codes};
use crate::sources::Table;

use super::fields::{Field, LOCATION_FIELDS, OFFER_FIELDS, PROVIDER_FIELDS};
use super::keys::Keys;
use super::mapping::{
    FiguresMapping, LocationMapping, MappedField, Mapping, MunicipalityMapping, OfferMapping,
    PostcodeMapping, ProviderMapping, SourceForm, Subject, WaitMapping, WhichMunicipality,
};
use super::value::{UsedColumns, Value};

const UNITS: &[&str] = &["weeks", "days", "months"];
const KINDS: &[&str] = &["providers", "municipalities", "postcodes"];
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
        let mut reader = Reader {
            used: &mut columns,
            diagnostics,
        };
        let mut keys = Keys::new(&table, Place::whole(file), "the mapping");
        let source = reader.source(&mut keys);
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

    fn source(&mut self, keys: &mut Keys<'_>) -> SourceForm {
        let mut form = SourceForm {
            encoding: encoding_rs::UTF_8,
            decimal: None,
            dates: vec!["%Y-%m-%d".to_owned()],
            empty: BTreeSet::new(),
            units: BTreeMap::new(),
        };
        let Some(mut keys) = keys.section("source", self.diagnostics) else {
            return form;
        };
        if let Some(label) = keys.text("encoding", self.diagnostics) {
            let encoding = Encoding::for_label(label.value.as_bytes());
            form.encoding = encoding.unwrap_or_else(|| {
                let problem = format!("there is no encoding `{}`", label.value);
                self.wrong(
                    label.place,
                    problem,
                    "write `utf-8`, `windows-1252` or another name of the WHATWG list",
                );
                encoding_rs::UTF_8
            });
        }
        if keys.entry("decimal").is_some() {
            form.decimal = keys
                .word("decimal", &[",", "."], self.diagnostics)
                .chars()
                .next();
        }
        if keys.entry("dates").is_some() {
            form.dates = self.dates(&mut keys);
        }
        for word in keys.texts("empty", self.diagnostics) {
            form.empty.insert(word.value.to_lowercase());
        }
        form.units = self.states(&mut keys, "units", UNITS);
        keys.finish(self.diagnostics);
        form
    }

    fn dates(&mut self, keys: &mut Keys<'_>) -> Vec<String> {
        let forms = keys.texts("dates", self.diagnostics);
        for form in &forms {
            let day = jiff::civil::date(2016, 9, 30);
            let written = jiff::fmt::strtime::format(&form.value, day);
            let read = written.and_then(|text| jiff::civil::Date::strptime(&form.value, text));
            if read.ok() != Some(day) {
                let problem = format!("`{}` is not the form of a date", form.value);
                self.wrong(
                    form.place,
                    problem,
                    "write a form such as `%d-%m-%Y`: day, month, year",
                );
            }
        }
        forms.into_iter().map(|form| form.value).collect()
    }

    /// A table of words of the source, in lower case, with what each stands for.
    fn states(
        &mut self,
        keys: &mut Keys<'_>,
        key: &'static str,
        states: &[&'static str],
    ) -> BTreeMap<String, &'static str> {
        let mut read = BTreeMap::new();
        for (word, values) in keys.words(key, self.diagnostics).unwrap_or_default() {
            for value in values {
                if let Some(state) = states.iter().find(|state| **state == value.value) {
                    read.insert(word.to_lowercase(), *state);
                } else {
                    let belongs: Vec<String> =
                        states.iter().map(|state| format!("`{state}`")).collect();
                    self.diagnostics.push(
                        Diagnostic::new(
                            codes::E1101,
                            value.place,
                            format!("`{word}` cannot stand for `{}`", value.value),
                        )
                        .did_you_mean(&value.value, states.iter().copied())
                        .help(format!("write one of {}", belongs.join(", "))),
                    );
                }
            }
        }
        read
    }

    fn subject(&mut self, keys: &mut Keys<'_>) -> Option<Subject> {
        match keys.word("kind", KINDS, self.diagnostics) {
            "municipalities" => self.municipalities(keys).map(Subject::Municipalities),
            "postcodes" => self.postcodes(keys).map(Subject::Postcodes),
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
        let waits: Vec<WaitMapping> = keys
            .sections("wait", self.diagnostics)
            .into_iter()
            .filter_map(|keys| self.wait(keys))
            .collect();
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
            waits,
        };
        self.check(&mapping, keys.place());
        mapping
    }

    /// What no single key can show.
    fn check(&mut self, mapping: &ProviderMapping, whole: Place) {
        for (is_there, section) in [
            (mapping.offer.is_some(), "offer"),
            (!mapping.waits.is_empty(), "wait"),
        ] {
            if is_there && mapping.product.is_none() {
                let problem = format!("`{section}` without `product`");
                self.wrong(whole, problem, "say what `product` the rows are about");
            }
        }
        if !mapping.waits.is_empty() && mapping.figures.is_none() {
            let help = "say in `[figures]` of which day the waits are and who says so";
            self.wrong(whole, "`wait` without `figures`".to_owned(), help);
        }
        if let Some(offer) = &mapping.offer
            && offer.municipalities.is_none()
            && mapping.municipality.is_none()
        {
            let help = "add `[municipality]`, or `municipalities` to `[offer]`";
            self.wrong(whole, "`offer` without `municipality`".to_owned(), help);
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

    fn wait(&mut self, mut keys: Keys<'_>) -> Option<WaitMapping> {
        let column = keys.required_text("column", self.diagnostics);
        for key in ["kind", "basis", "unit"] {
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
        let words = self.states(&mut keys, "words", STATES);
        keys.finish(self.diagnostics);
        let column = column?;
        self.used.push(column.clone());
        Some(WaitMapping {
            column: column.value,
            kind,
            basis,
            statistic,
            unit,
            words,
        })
    }

    fn wrong(&mut self, place: Place, problem: String, help: &'static str) {
        self.diagnostics
            .push(Diagnostic::new(codes::E1101, place, problem).help(help));
    }
}
