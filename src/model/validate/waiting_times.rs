//! Judges `waiting-times.csv`.
#![expect(
    clippy::option_option,
    reason = "not stated and cannot be read are two things: the first is a fact, the second a fault already reported"
)]

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, Phrase, codes, phrase, said};
use crate::model::{
    LocationId, MunicipalityId, ProductId, ProviderId, WaitBasis, WaitFigure, WaitKind, WaitLength,
    WaitMeasure, WaitReading, WaitStatistic, WaitUnit, WaitingTime,
};
use crate::sources::{CsvTable, Row};

use super::cells::{Column, Columns};
use super::form;
use super::names::Names;
use super::providers::future;
use super::wait_history;

/// Longer waits than three years are mistakes of unit.
const LONGEST_DAYS: u64 = 3 * 366;

pub(super) const WAIT_KINDS: &[(&str, WaitKind)] = &[
    ("intake", WaitKind::Intake),
    ("treatment", WaitKind::Treatment),
    ("total", WaitKind::Total),
];
const BASES: &[(&str, WaitBasis)] = &[
    ("expected", WaitBasis::Expected),
    ("experienced", WaitBasis::Experienced),
];
const STATISTICS: &[(&str, WaitStatistic)] = &[
    ("mean", WaitStatistic::Mean),
    ("median", WaitStatistic::Median),
    ("p90", WaitStatistic::P90),
    ("next-free-place", WaitStatistic::NextFreePlace),
    ("longest", WaitStatistic::Longest),
    ("unspecified", WaitStatistic::Unspecified),
];
const UNITS: &[(&str, WaitUnit)] = &[
    ("days", WaitUnit::Days),
    ("weeks", WaitUnit::Weeks),
    ("months", WaitUnit::Months),
];

#[derive(Clone, Copy)]
enum Status {
    Open,
    Stop,
    Unknown,
}

const STATUSES: &[(&str, Status)] = &[
    ("open", Status::Open),
    ("stop", Status::Stop),
    ("unknown", Status::Unknown),
];

struct WaitColumns {
    provider: Column,
    product: Column,
    location: Column,
    municipality: Column,
    kind: Column,
    basis: Column,
    statistic: Column,
    value: Column,
    unit: Column,
    text: Column,
    status: Column,
    reference_date: Column,
    fetched_on: Column,
    source: Column,
}

/// What makes two figures figures of the same wait.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WaitKey {
    pub(super) provider: ProviderId,
    pub(super) product: ProductId,
    pub(super) location: Option<LocationId>,
    pub(super) municipality: Option<MunicipalityId>,
    pub(super) measure: Option<WaitMeasure>,
}

/// Judges every row and puts the figures of one wait together. Each wait comes with the place of its newest date.
pub(super) fn judge(
    table: &CsvTable,
    names: &Names<'_>,
    today: Date,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Located<WaitingTime>> {
    let mut columns = Columns::new(table);
    let wait_columns = WaitColumns {
        provider: columns.required("provider", diagnostics),
        product: columns.required("product", diagnostics),
        location: columns.optional("location"),
        municipality: columns.optional("municipality"),
        kind: columns.required("kind", diagnostics),
        basis: columns.required("basis", diagnostics),
        statistic: columns.required("statistic", diagnostics),
        value: columns.required("value", diagnostics),
        unit: columns.required("unit", diagnostics),
        text: columns.optional("text"),
        status: columns.required("status", diagnostics),
        reference_date: columns.required("reference_date", diagnostics),
        fetched_on: columns.optional("fetched_on"),
        source: columns.required("source", diagnostics),
    };
    let mut waits: BTreeMap<WaitKey, Vec<Located<WaitFigure>>> = BTreeMap::new();
    for row in columns.finish(diagnostics) {
        let judge = RowJudge {
            row,
            columns: &wait_columns,
            names,
            today,
        };
        if let Some((key, figure)) = judge.figure(diagnostics) {
            waits.entry(key).or_default().push(figure);
        }
    }
    waits
        .into_iter()
        .map(|(key, figures)| wait_history::collect(key, figures, diagnostics))
        .collect()
}

struct RowJudge<'a> {
    row: &'a Row,
    columns: &'a WaitColumns,
    names: &'a Names<'a>,
    today: Date,
}

impl RowJudge<'_> {
    /// A figure, with the place of its date, and of which wait it is one.
    fn figure(&self, diagnostics: &mut Vec<Diagnostic>) -> Option<(WaitKey, Located<WaitFigure>)> {
        let (row, columns, names) = (self.row, self.columns, self.names);
        let provider = columns.provider.required(row, diagnostics);
        let provider = provider.and_then(|name| names.providers.find(name, diagnostics));
        let product = columns.product.required(row, diagnostics);
        let product = product.and_then(|name| names.products.find(name, diagnostics));
        let location = self.location(provider, diagnostics);
        let municipality = optional(columns.municipality.cell(row), |name| {
            names.municipalities.find(name, diagnostics)
        });
        let status = columns.status.required(row, diagnostics);
        let status =
            status.and_then(|word| form::word(phrase("a status"), STATUSES, word, diagnostics));
        let measure = status.and_then(|status| self.measure(status, diagnostics));
        let reading = status.and_then(|status| self.reading(status, diagnostics));
        let reference_date = columns.reference_date.required_date(row, diagnostics);
        let fetched_on = columns.fetched_on.date(row, diagnostics);
        let source = columns.source.required(row, diagnostics);
        let (reference_date, fetched_on) = (reference_date?, fetched_on.ok()?);
        for date in [Some(reference_date), fetched_on].into_iter().flatten() {
            if date.value > self.today {
                diagnostics.push(future(phrase("a figure"), date, self.today));
            }
        }
        let key = WaitKey {
            provider: provider?,
            product: product?,
            location: location?,
            municipality: municipality?,
            measure: measure?,
        };
        let figure = WaitFigure {
            reading: reading?,
            reference_date: reference_date.value,
            fetched_on: fetched_on.map(|date| date.value),
            source: source?.value.into(),
        };
        Some((key, Located::new(figure, reference_date.place)))
    }

    /// `None` when there is a name that is not known.
    fn location(
        &self,
        provider: Option<ProviderId>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Option<LocationId>> {
        let Some(name) = self.columns.location.cell(self.row) else {
            return Some(None);
        };
        let locations = &self.names.locations[provider?.index()];
        locations.find(name, diagnostics).map(Some)
    }

    /// What the row counts; `Some(None)` when it is about the offer as a whole.
    fn measure(
        &self,
        status: Status,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Option<WaitMeasure>> {
        let kind = self.columns.kind.cell(self.row);
        if kind.is_none() && matches!(status, Status::Stop | Status::Unknown) {
            return Some(None);
        }
        let kind = self.word(
            &self.columns.kind,
            phrase("a kind of wait"),
            WAIT_KINDS,
            diagnostics,
        );
        let basis = self.word(&self.columns.basis, phrase("a basis"), BASES, diagnostics);
        let statistic = self.word(
            &self.columns.statistic,
            phrase("a statistic"),
            STATISTICS,
            diagnostics,
        );
        Some(Some(WaitMeasure {
            kind: kind?,
            basis: basis?,
            statistic: statistic?,
        }))
    }

    fn word<T: Copy>(
        &self,
        column: &Column,
        noun: Phrase,
        words: &[(&str, T)],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        let Some(cell) = column.cell(self.row) else {
            let belongs = form::quoted(words.iter().map(|(word, _)| *word));
            diagnostics.push(
                Diagnostic::new(
                    codes::E0508,
                    column.place(self.row),
                    said("a wait without {noun}", []).with("noun", noun),
                )
                .help(said("write one of {words}", [("words", &belongs)])),
            );
            return None;
        };
        form::word(noun, words, cell, diagnostics)
    }

    fn reading(&self, status: Status, diagnostics: &mut Vec<Diagnostic>) -> Option<WaitReading> {
        let value = self.columns.value.cell(self.row);
        let text = self.columns.text.text(self.row);
        match (status, value) {
            (Status::Stop | Status::Unknown, Some(value)) => {
                diagnostics.push(
                    Diagnostic::new(
                        codes::E0503,
                        value.place,
                        said(
                            "the number `{value}` where the status says there is none",
                            [("value", &value.value)],
                        ),
                    )
                    .related(self.columns.status.place(self.row), "the status")
                    .help(
                        "empty the number; or, when new clients are taken, make the status `open`",
                    ),
                );
                None
            }
            (Status::Stop | Status::Unknown, None) if text.is_some() => {
                diagnostics.push(
                    Diagnostic::new(
                        codes::E0503,
                        self.columns.text.place(self.row),
                        "words about a wait where the status says there is none",
                    )
                    .related(self.columns.status.place(self.row), "the status")
                    .help("empty the text; or, when new clients are taken, make the status `open`; a remark belongs in `note` in `offers.csv`"),
                );
                None
            }
            (Status::Stop, None) => Some(WaitReading::Stop),
            (Status::Unknown, None) => Some(WaitReading::Unknown),
            (Status::Open, Some(value)) => {
                let length = self.length(value, diagnostics)?;
                Some(WaitReading::Length { length, text })
            }
            (Status::Open, None) => {
                if text.is_none() {
                    diagnostics.push(
                        Diagnostic::new(
                            codes::E0507,
                            self.columns.value.place(self.row),
                            "a wait that says nothing",
                        )
                        .help("write a number in `value`, or what was said in `text`; when it is not known, make the status `unknown`"),
                    );
                }
                text.map(WaitReading::Text)
            }
        }
    }

    fn length(
        &self,
        value: Located<&str>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<WaitLength> {
        let unit = self.word(&self.columns.unit, phrase("a unit"), UNITS, diagnostics);
        let Some(tenths) = tenths(value.value) else {
            diagnostics.push(not_a_length(value));
            return None;
        };
        let length = WaitLength {
            tenths,
            unit: unit?,
        };
        if length.tenths_of_days() > LONGEST_DAYS * 10 {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0502,
                    value.place,
                    said(
                        "a wait of `{value}` is longer than three years",
                        [("value", &value.value)],
                    ),
                )
                .related(self.columns.unit.place(self.row), "its unit")
                .help("check the number and its unit: `days`, `weeks` or `months`"),
            );
            return None;
        }
        Some(length)
    }
}

/// `Some(None)` when nothing is written, `None` when it cannot be read.
fn optional<'a, T>(
    written: Option<Located<&'a str>>,
    read: impl FnOnce(Located<&'a str>) -> Option<T>,
) -> Option<Option<T>> {
    match written {
        None => Some(None),
        Some(written) => read(written).map(Some),
    }
}

fn not_a_length(value: Located<&str>) -> Diagnostic {
    let text = value.value;
    let problem = if text.starts_with('-') {
        Diagnostic::new(
            codes::E0502,
            value.place,
            said("a wait of `{text}` is below zero", [("text", &text)]),
        )
    } else {
        Diagnostic::new(
            codes::E0501,
            value.place,
            said("`{text}` is not a length of time", [("text", &text)]),
        )
    };
    let longest = text.rsplit(['-', '–']).next().unwrap_or(text).trim();
    if longest != text && !text.starts_with('-') && tenths(longest).is_some() {
        problem.help(said(
            "write the longest wait, `{longest}`, and put the range in `text`",
            [("longest", &longest)],
        ))
    } else {
        problem.help("write a number from 0, with at most one decimal, and put words in `text`")
    }
}

/// Tenths of a number with a decimal point or comma and at most one decimal that is not zero.
fn tenths(text: &str) -> Option<u32> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let (tenth, rest) = fraction.split_at(1);
    if rest.bytes().any(|byte| byte != b'0') {
        return None;
    }
    let whole: u32 = whole.parse().ok()?;
    let tenth: u32 = tenth.parse().ok()?;
    whole.checked_mul(10)?.checked_add(tenth)
}
