//! Judges `accessibility.toml`, of the region or of one municipality.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Place, codes, phrase, said};
use crate::model::{
    AccessibilityStatement, Audit, AuditKind, ComplianceStatus, FeedbackContact, LanguageTag,
    Ombudsman, Point, PointCause, PointWords, ScopeWords, Worded,
};
use crate::sources::Document;

use super::accessibility_days;
use super::fields::Fields;
use super::form;

const STATUSES: &[(&str, ComplianceStatus)] = &[
    ("A", ComplianceStatus::Full),
    ("B", ComplianceStatus::Partial),
    ("C", ComplianceStatus::FirstMeasures),
    ("D", ComplianceStatus::None),
];

const KINDS: &[(&str, AuditKind)] = &[
    ("complete", AuditKind::Complete),
    ("part", AuditKind::Part),
    ("automatic", AuditKind::Automatic),
    ("users", AuditKind::Users),
    ("own", AuditKind::Own),
];

const CAUSES: &[(&str, PointCause)] = &[
    ("technical", PointCause::Technical),
    ("content", PointCause::Content),
    ("supplier", PointCause::Supplier),
    ("burden", PointCause::Burden),
    ("other", PointCause::Other),
];

/// Where the days of a statement stand, for what is said of them.
pub(super) struct StatementPlaces {
    pub(super) status: Place,
    pub(super) adopted: Place,
    pub(super) next_review: Place,
    pub(super) audit_planned: Place,
    pub(super) audits: Vec<Place>,
    /// Of each point the day on which it is to be right.
    pub(super) points: Vec<Place>,
}

/// Judges a statement for a site of one day.
pub(super) fn judge(
    document: Option<&Document>,
    languages: &[LanguageTag],
    today: Date,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<AccessibilityStatement> {
    let mut fields = Fields::of(document?);
    let organisation = fields.required_text("organisation", diagnostics);
    let addresses = fields.texts("addresses", diagnostics);
    let addresses = addresses
        .into_iter()
        .filter_map(|written| form::read(&form::WEB_ADDRESS, written, diagnostics))
        .collect();
    let words = scope(&mut fields, languages, diagnostics);
    let status = fields
        .required_text("status", diagnostics)
        .and_then(|word| form::word(phrase("a status"), STATUSES, word, diagnostics));
    let register = fields.formed("register", &form::WEB_ADDRESS, diagnostics);
    let adopted = required_date(&mut fields, "adopted", diagnostics);
    let next_review = required_date(&mut fields, "next_review", diagnostics);
    let audit_planned = fields.date("audit_planned", diagnostics);
    let mut places = StatementPlaces {
        status: fields.place_of("status"),
        adopted: fields.place_of("adopted"),
        next_review: fields.place_of("next_review"),
        audit_planned: fields.place_of("audit_planned"),
        audits: Vec::new(),
        points: Vec::new(),
    };
    let audits = audits(&mut fields, languages, &mut places.audits, diagnostics);
    let points = points(&mut fields, languages, &mut places.points, diagnostics);
    let contact = contact(&mut fields, diagnostics);
    let ombudsman = fields
        .table("ombudsman", diagnostics)
        .map(|table| ombudsman(table, diagnostics));
    fields.finish(diagnostics);
    let statement = AccessibilityStatement {
        organisation: organisation?.value.into(),
        addresses,
        words: words?,
        status: status?,
        register,
        adopted: adopted?,
        next_review: next_review?,
        audit_planned: audit_planned.map(|date| date.value),
        audits: audits?,
        points: points?,
        contact: contact?,
        // What is wrong with it was said.
        ombudsman: ombudsman.flatten(),
    };
    accessibility_days::judge(&statement, &places, today, diagnostics);
    Some(statement)
}

fn required_date(
    fields: &mut Fields<'_>,
    key: &'static str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Date> {
    if !fields.has(key) {
        fields.missing(key, diagnostics);
    }
    fields.date(key, diagnostics).map(|date| date.value)
}

/// A text that must be there when the original has it, and otherwise is not asked for.
fn as_original(
    fields: &mut Fields<'_>,
    key: &'static str,
    original: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Box<str>> {
    original?;
    let text = fields.required_text(key, diagnostics)?;
    Some(text.value.into())
}

fn optional(
    fields: &mut Fields<'_>,
    key: &'static str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Box<str>> {
    fields.text(key, diagnostics).map(|text| text.value.into())
}

fn scope<'a>(
    fields: &mut Fields<'a>,
    languages: &'a [LanguageTag],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Worded<ScopeWords>> {
    let scope = fields.required_text("scope", diagnostics);
    let not_covered = optional(fields, "not_covered", diagnostics);
    let approved_by = fields.required_text("approved_by", diagnostics);
    let mut translations = BTreeMap::new();
    for (language, mut table) in fields.translations(languages, diagnostics) {
        let scope = table.required_text("scope", diagnostics);
        let original = not_covered.as_deref();
        let not_covered = as_original(&mut table, "not_covered", original, diagnostics);
        let approved_by = table.required_text("approved_by", diagnostics);
        table.finish(diagnostics);
        if let (Some(scope), Some(approved_by)) = (scope, approved_by) {
            let words = ScopeWords {
                scope: scope.value.into(),
                not_covered,
                approved_by: approved_by.value.into(),
            };
            translations.insert(language.clone(), words);
        }
    }
    Some(Worded {
        own: ScopeWords {
            scope: scope?.value.into(),
            not_covered,
            approved_by: approved_by?.value.into(),
        },
        translations,
    })
}

/// The audits, or `None` when one of them cannot be used.
fn audits<'a>(
    fields: &mut Fields<'a>,
    languages: &'a [LanguageTag],
    places: &mut Vec<Place>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<Audit>> {
    let mut audits = Vec::new();
    for mut table in fields.tables("audits", diagnostics) {
        places.push(table.place_of("date"));
        audits.push(audit(&mut table, languages, diagnostics));
        table.finish(diagnostics);
    }
    audits.into_iter().collect()
}

fn audit<'a>(
    table: &mut Fields<'a>,
    languages: &'a [LanguageTag],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Audit> {
    let date = required_date(table, "date", diagnostics);
    let kind = table
        .required_text("kind", diagnostics)
        .and_then(|word| form::word(phrase("a kind of audit"), KINDS, word, diagnostics));
    let by = optional(table, "by", diagnostics);
    let url = table.formed("url", &form::WEB_ADDRESS, diagnostics);
    if kind == Some(AuditKind::Complete) && !table.has("url") {
        // The model leads to the report, so that anybody can check the status.
        table.missing("url", diagnostics);
    }
    let text = optional(table, "text", diagnostics);
    let mut translations = BTreeMap::new();
    for (language, mut words) in table.translations(languages, diagnostics) {
        let text = as_original(&mut words, "text", text.as_deref(), diagnostics);
        words.finish(diagnostics);
        translations.extend(text.map(|text| (language.clone(), text)));
    }
    Some(Audit {
        date: date?,
        kind: kind?,
        by,
        url,
        text: text.map(|own| Worded { own, translations }),
    })
}

/// What is not right yet, or `None` when a point cannot be used.
fn points<'a>(
    fields: &mut Fields<'a>,
    languages: &'a [LanguageTag],
    places: &mut Vec<Place>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<Point>> {
    let mut points = Vec::new();
    for mut table in fields.tables("points", diagnostics) {
        places.push(table.place_of("planned"));
        points.push(point(&mut table, languages, diagnostics));
        table.finish(diagnostics);
    }
    points.into_iter().collect()
}

fn point<'a>(
    table: &mut Fields<'a>,
    languages: &'a [LanguageTag],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Point> {
    let criterion = table.formed("criterion", &form::WCAG_CRITERION, diagnostics);
    let cause = table
        .required_text("cause", diagnostics)
        .and_then(|word| form::word(phrase("a cause"), CAUSES, word, diagnostics));
    if cause.is_some_and(|cause| cause != PointCause::Burden) && !table.has("planned") {
        table.missing("planned", diagnostics);
    }
    let planned = table.date("planned", diagnostics);
    if cause == Some(PointCause::Other) && !table.has("why") {
        table.missing("why", diagnostics);
    }
    let own = point_words(table, None, diagnostics);
    let mut translations = BTreeMap::new();
    for (language, mut words) in table.translations(languages, diagnostics) {
        let translated = point_words(&mut words, own.as_ref(), diagnostics);
        words.finish(diagnostics);
        translations.extend(translated.map(|words| (language.clone(), words)));
    }
    Some(Point {
        criterion,
        cause: cause?,
        planned: planned.map(|date| date.value),
        words: Worded {
            own: own?,
            translations,
        },
    })
}

/// The words of a point; of a translation, with the keys that the original has.
fn point_words(
    table: &mut Fields<'_>,
    original: Option<&PointWords>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PointWords> {
    let text = table.required_text("text", diagnostics);
    let effect = table.required_text("effect", diagnostics);
    let measure = table.required_text("measure", diagnostics);
    let (why, alternative) = match original {
        None => (
            optional(table, "why", diagnostics),
            optional(table, "alternative", diagnostics),
        ),
        Some(own) => {
            let alternative = own.alternative.as_deref();
            (
                as_original(table, "why", own.why.as_deref(), diagnostics),
                as_original(table, "alternative", alternative, diagnostics),
            )
        }
    };
    Some(PointWords {
        text: text?.value.into(),
        why,
        effect: effect?.value.into(),
        measure: measure?.value.into(),
        alternative,
    })
}

fn contact(fields: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<FeedbackContact> {
    let mut table = fields.required_table("contact", diagnostics)?;
    let email = table.required_formed("email", &form::MAIL_ADDRESS, diagnostics);
    let phone = table.formed("phone", &form::PHONE, diagnostics);
    // What the model promises: confirmed in five working days, news in three weeks.
    let mut usually = |key, usual| {
        let said = count(&mut table, key, diagnostics);
        said.or((!table.has(key)).then_some(usual))
    };
    let (confirm_days, inform_weeks) = (usually("confirm_days", 5), usually("inform_weeks", 3));
    let settle_weeks = count(&mut table, "settle_weeks", diagnostics);
    table.finish(diagnostics);
    Some(FeedbackContact {
        email: email?,
        phone,
        confirm_days: confirm_days?,
        inform_weeks: inform_weeks?,
        settle_weeks,
    })
}

/// A number from 1 to 52.
fn count(
    table: &mut Fields<'_>,
    key: &'static str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<u32> {
    let number = table.integer(key, diagnostics)?;
    let count = u32::try_from(number.value).ok();
    let count = count.filter(|count| (1..=52).contains(count));
    if count.is_none() {
        diagnostics.push(
            Diagnostic::new(
                codes::E0202,
                number.place,
                said(
                    "`{key}` cannot be {number}",
                    [("key", &key), ("number", &number.value)],
                ),
            )
            .help("write a whole number from 1 to 52"),
        );
    }
    count
}

fn ombudsman(mut table: Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Ombudsman> {
    let name = table.required_text("name", diagnostics);
    let url = table.required_formed("url", &form::WEB_ADDRESS, diagnostics);
    table.finish(diagnostics);
    Some(Ombudsman {
        name: name?.value.into(),
        url: url?,
    })
}
