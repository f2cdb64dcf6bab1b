//! Rows about outcomes → `outcomes.csv`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};

use crate::diagnostics::{Diagnostic, Located, Phrase, Place, SourceMap, codes, phrase, said};
use crate::sources::{Document, TomlValue};

use super::fields::day;
use super::foreign::ForeignFile;
use super::known::Known;
use super::outcome_count::{CountReader, OutcomeCount};
use super::outcome_mapping::{OutcomeMapping, PeriodMapping};
use super::rows::{OUTCOMES, Record, cell};
use super::source_form::SourceForm;
use super::target::Target;
use super::value::{ForeignRow, Found, Reason, Value};
use super::write::Files;
use super::{Counts, Imported};

/// What makes two rows one outcome.
const KEY: [&str; 6] = [
    "provider",
    "profile",
    "intensity",
    "measure",
    "period_from",
    "period_to",
];

pub(super) fn import(
    mapping: &OutcomeMapping,
    form: &SourceForm,
    files: &[ForeignFile],
    target: &Target,
    sources: &SourceMap,
    diagnostics: &mut Vec<Diagnostic>,
) -> Imported {
    let mut counts = Counts::of(files);
    let reader = RowReader::new(mapping, form, target);
    let others = of_others(mapping, target, sources);
    let mut outcomes: BTreeMap<Vec<String>, Located<Record>> = BTreeMap::new();
    for row in files.iter().flat_map(|file| file.rows(&form.empty)) {
        let read = reader.read(row).and_then(|records| {
            for record in &records {
                check(record, &outcomes, &others)?;
            }
            Ok(records)
        });
        for record in counts.count(read, diagnostics).into_iter().flatten() {
            outcomes.entry(key(&record.value)).or_insert(record);
        }
    }
    counts.outcomes = outcomes.len();
    let added: Vec<Record> = outcomes.into_values().map(|row| row.value).collect();
    let told = |record: &Record| {
        ["provider", "period_from", "period_to"].map(|column| cell(record, column).to_owned())
    };
    let all_told: BTreeSet<[String; 3]> = added.iter().map(told).collect();
    let existing = target.rows(&OUTCOMES, sources);
    let text = OUTCOMES.text(existing, added, |record| {
        cell(record, "source") == mapping.source.value && all_told.contains(&told(record))
    });
    Imported {
        counts,
        files: Files::from([(OUTCOMES.name.to_owned(), text)]),
    }
}

fn key(record: &Record) -> Vec<String> {
    let columns = KEY.iter();
    columns
        .map(|column| cell(record, column).to_owned())
        .collect()
}

/// The outcomes in the content that come from other sources: their rows are not ours to change.
fn of_others(
    mapping: &OutcomeMapping,
    target: &Target,
    sources: &SourceMap,
) -> BTreeMap<Vec<String>, Place> {
    let Some(existing) = target.rows(&OUTCOMES, sources) else {
        return BTreeMap::new();
    };
    let rows = existing.records().zip(&existing.table.rows);
    rows.filter(|(record, _)| cell(record, "source") != mapping.source.value)
        .map(|(record, row)| (key(&record), row.place))
        .collect()
}

fn check(
    record: &Located<Record>,
    outcomes: &BTreeMap<Vec<String>, Located<Record>>,
    others: &BTreeMap<Vec<String>, Place>,
) -> Result<(), Reason> {
    let key = key(&record.value);
    if let Some(other) = others.get(&key) {
        let problem = phrase("another source gives this outcome already");
        return Err(Reason(Box::new(
            Diagnostic::new(codes::W1102, record.place, problem)
                .related(*other, "the row from the other source, which stays")
                .help("remove one of the two"),
        )));
    }
    match outcomes.get(&key) {
        Some(first) if first.value != record.value => {
            let problem = phrase("the same outcome stands in another row, with other numbers");
            Err(Reason(Box::new(
                Diagnostic::new(codes::W1102, record.place, problem)
                    .related(first.place, "the other row, which is imported")
                    .help("remove one of the two at the source"),
            )))
        }
        Some(_) | None => Ok(()),
    }
}

/// Reads rows about outcomes.
struct RowReader<'a> {
    mapping: &'a OutcomeMapping,
    form: &'a SourceForm,
    providers: Known,
    profiles: Known,
    intensities: Known,
    /// Intensities of which outcomes are not measured.
    unmeasured: BTreeSet<String>,
}

impl<'a> RowReader<'a> {
    fn new(mapping: &'a OutcomeMapping, form: &'a SourceForm, target: &Target) -> Self {
        let material = &target.material;
        let (intensities, unmeasured) = intensities(material.intensities.as_ref());
        Self {
            mapping,
            form,
            providers: Known::of(&material.providers, &["name", "legal_name", "kvk", "agb"]),
            profiles: Known::of(&material.profiles, &["name", "question"]),
            intensities,
            unmeasured,
        }
    }

    /// The outcomes of a row; a reason when it cannot be imported.
    fn read(&self, row: ForeignRow<'_>) -> Result<Vec<Located<Record>>, Reason> {
        let mapping = self.mapping;
        let whole = &row.row.place;
        let provider = one(&mapping.provider, PROVIDER, &self.providers, row)?;
        let profile = one(&mapping.profile, PROFILE, &self.profiles, row)?;
        let intensity = one(&mapping.intensity, INTENSITY, &self.intensities, row)?;
        let (from, to) = self.period(row)?;
        let instrument = match &mapping.instrument {
            Some(value) => value.of(row)?,
            None => None,
        };
        let mut records = Vec::new();
        for (measure, count, place) in self.counts(row)? {
            let mut record = Record::from([
                ("provider".to_owned(), provider.clone()),
                ("profile".to_owned(), profile.clone()),
                ("intensity".to_owned(), intensity.clone()),
                ("measure".to_owned(), measure),
                ("period_from".to_owned(), day(from)),
                ("period_to".to_owned(), day(to)),
                ("source".to_owned(), mapping.source.value.clone()),
            ]);
            if let Some(instrument) = &instrument {
                record.insert("instrument".to_owned(), instrument.text());
            }
            match count {
                OutcomeCount::State(state) => {
                    record.insert("state".to_owned(), state.to_owned());
                }
                OutcomeCount::Counts { .. } if self.unmeasured.contains(&intensity) => {
                    let problem = said(
                        "outcomes of `{intensity}` are not measured, and here are numbers",
                        [("intensity", &intensity)],
                    );
                    let help = phrase("correct the intensity, or `measured` in `intensities.toml`");
                    return Err(Reason::new(place, problem, help));
                }
                OutcomeCount::Counts {
                    respondents,
                    successes,
                } => {
                    record.insert("respondents".to_owned(), respondents.to_string());
                    record.insert("successes".to_owned(), successes.to_string());
                }
            }
            records.push(Located::new(record, place));
        }
        if records.is_empty() {
            let problem = phrase("the row has no numbers and no word for why");
            let help = phrase(
                "say under `words` what an empty cell stands for: `\"\" = \"not-supplied\"`",
            );
            return Err(Reason::new(*whole, problem, help));
        }
        Ok(records)
    }

    fn counts(&self, row: ForeignRow<'_>) -> Result<Vec<(String, OutcomeCount, Place)>, Reason> {
        let reader = CountReader {
            words: &self.mapping.words,
            form: self.form,
        };
        let raw = |columns: &[String]| columns.iter().find_map(|column| row.raw(column));
        let mut counts = Vec::new();
        for measure in &self.mapping.measures {
            let (Some(respondents), Some(successes)) =
                (raw(&measure.respondents), raw(&measure.successes))
            else {
                continue;
            };
            let place = respondents.place;
            let count = reader.read(
                Located::new(&*respondents.value, place),
                Located::new(&*successes.value, successes.place),
                measure.is_share,
            )?;
            if let Some(count) = count {
                let named = measure.measure.needed("the row has no measure", row)?;
                counts.push((named.text(), count, place));
            }
        }
        Ok(counts)
    }

    fn period(&self, row: ForeignRow<'_>) -> Result<(Date, Date), Reason> {
        match &self.mapping.period {
            PeriodMapping::Year(value) => {
                let named = value.needed("the row has no year", row)?;
                let text = named.text();
                match text.parse::<i16>() {
                    Ok(year) if (1990..=2100).contains(&year) => {
                        Ok((date(year, 1, 1), date(year, 12, 31)))
                    }
                    Ok(_) | Err(_) => Err(Reason::new(
                        named.place,
                        said("`{text}` is not a year", [("text", &text)]),
                        "write four digits, such as `2025`",
                    )),
                }
            }
            PeriodMapping::Days(from, to) => {
                let [from, to] = [from, to].map(|value| {
                    value.date(row, &self.form.dates)?.ok_or_else(|| {
                        let help = phrase("fill in the first and the last day of the period");
                        Reason::new(row.row.place, "the row has no period", help)
                    })
                });
                let (from, to) = (from?, to?);
                if to < from {
                    let problem = said("the period ends on {to} and begins on {from}", [])
                        .with_day("to", to)
                        .with_day("from", from);
                    let help = phrase("were the two days exchanged?");
                    return Err(Reason::new(row.row.place, problem, help));
                }
                Ok((from, to))
            }
        }
    }
}

/// What is said when a row names no provider, and when the content has not the one that it names.
const PROVIDER: [Phrase; 2] = [
    phrase("the row has no provider"),
    phrase("there is no provider `{name}`, or more than one"),
];
const PROFILE: [Phrase; 2] = [
    phrase("the row has no profile"),
    phrase("there is no profile `{name}`, or more than one"),
];
const INTENSITY: [Phrase; 2] = [
    phrase("the row has no intensity"),
    phrase("there is no intensity `{name}`, or more than one"),
];

/// The slug of the one thing that a row names.
fn one(
    value: &Value,
    [absent, unknown]: [Phrase; 2],
    known: &Known,
    row: ForeignRow<'_>,
) -> Result<String, Reason> {
    let found: Found = value.needed(absent, row)?;
    let text = found.text();
    known.slug(&text).map(str::to_owned).ok_or_else(|| {
        let problem = said(unknown, [("name", &text)]);
        let help = phrase("write its slug or its name, or give a `table` in the mapping");
        Reason::new(found.place, problem, help)
    })
}

/// The intensities by id and name, and the ids of those that are not measured.
fn intensities(document: Option<&Document>) -> (Known, BTreeSet<String>) {
    let (mut known, mut unmeasured) = (Known::default(), BTreeSet::new());
    let list = document.and_then(|document| document.front.entries.get("intensities"));
    let Some(TomlValue::Array(list)) = list.map(|entry| &entry.value.value) else {
        return (known, unmeasured);
    };
    for item in list {
        let TomlValue::Table(table) = &item.value else {
            continue;
        };
        let value = |key: &str| table.entries.get(key).map(|entry| &entry.value.value);
        let Some(TomlValue::Text(id)) = value("id") else {
            continue;
        };
        known.add(id, id);
        if let Some(TomlValue::Text(name)) = value("name") {
            known.add(name, id);
        }
        if value("measured") == Some(&TomlValue::Boolean(false)) {
            unmeasured.insert(id.clone());
        }
    }
    (known, unmeasured)
}
