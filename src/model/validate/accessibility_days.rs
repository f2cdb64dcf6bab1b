//! What an accessibility statement cannot say, and what in it is no longer so on the day of the site. The limits are
//! those of the national model: a complete audit is good for three years, status C for six months, and a statement is
//! adopted again every year (digitoegankelijk.nl, «De status» and «Handleiding»).

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Phrase, Place, Wording, codes, phrase, said};
use crate::model::{AccessibilityStatement, AuditKind, ComplianceStatus};

use super::accessibility::StatementPlaces;

/// How long a complete audit is good for, in months.
const AUDIT_MONTHS: i32 = 36;
/// How long status C holds, and within how long its audit must be ready, in months.
const STATUS_C_MONTHS: i32 = 6;
/// How long a statement is good for, in months.
const STATEMENT_MONTHS: i32 = 12;

/// Says what contradicts itself (errors), and what has gone out of date (warnings).
pub(super) fn judge(
    statement: &AccessibilityStatement,
    places: &StatementPlaces,
    today: Date,
    diagnostics: &mut Vec<Diagnostic>,
) {
    contradictions(statement, places, diagnostics);
    futures(statement, places, today, diagnostics);
    status_days(statement, places, today, diagnostics);
    let old = after(statement.adopted, STATEMENT_MONTHS);
    if today > old {
        stale(
            places.adopted,
            said(
                "the statement was adopted on {day}, more than a year ago",
                [],
            )
            .with_day("day", statement.adopted),
            phrase("look at it again, have it adopted again, and write that day"),
            diagnostics,
        );
    } else if today > statement.next_review {
        stale(
            places.next_review,
            said("the statement was to be looked at again on {day}", [])
                .with_day("day", statement.next_review),
            phrase("look at it again, and write the next day"),
            diagnostics,
        );
    }
    for (point, place) in statement.points.iter().zip(&places.points) {
        if let Some(planned) = point.planned.filter(|planned| *planned < today) {
            stale(
                *place,
                said("this was to be right on {day}, which has passed", [])
                    .with_day("day", planned),
                phrase("take the point out when it is solved; otherwise say when it will be"),
                diagnostics,
            );
        }
    }
}

fn after(day: Date, months: i32) -> Date {
    day.saturating_add(months.months())
}

/// What no statement can say.
fn contradictions(
    statement: &AccessibilityStatement,
    places: &StatementPlaces,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let has_complete = newest_complete(statement).is_some();
    let problem = match statement.status {
        ComplianceStatus::Full if !has_complete => {
            "status A is given on a complete audit, and there is none"
        }
        ComplianceStatus::Full if !statement.points.is_empty() => {
            "status A says that all is right, but there are `[[points]]`"
        }
        ComplianceStatus::Partial if !has_complete => {
            "status B is given on a complete audit, and there is none"
        }
        ComplianceStatus::Partial if statement.points.is_empty() => {
            "status B says that not all is right, but there are no `[[points]]`"
        }
        ComplianceStatus::FirstMeasures if statement.audit_planned.is_none() => {
            "status C asks for a complete audit that is planned, and there is none"
        }
        ComplianceStatus::Full
        | ComplianceStatus::Partial
        | ComplianceStatus::FirstMeasures
        | ComplianceStatus::None => return,
    };
    diagnostics.push(
        Diagnostic::new(codes::E0202, places.status, problem).help(
            "choose the status that fits, or add what it asks: `kind = \"complete\"` in `[[audits]]`, `[[points]]`, `audit_planned`",
        ),
    );
}

/// What was done cannot lie after the day of the site.
fn futures(
    statement: &AccessibilityStatement,
    places: &StatementPlaces,
    today: Date,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let audits = statement.audits.iter().map(|audit| audit.date);
    let done = audits.zip(places.audits.iter().copied());
    for (day, place) in done.chain([(statement.adopted, places.adopted)]) {
        if day > today {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0505,
                    place,
                    said("{day} lies after the day of the site, {today}", [])
                        .with_day("day", day)
                        .with_day("today", today),
                )
                .help(
                    "write the day on which it was done; what is still to come is `audit_planned`",
                ),
            );
        }
    }
}

fn newest_complete(statement: &AccessibilityStatement) -> Option<Date> {
    let complete = statement.audits.iter();
    let complete = complete.filter(|audit| audit.kind == AuditKind::Complete);
    complete.map(|audit| audit.date).max()
}

/// Whether the status still holds.
fn status_days(
    statement: &AccessibilityStatement,
    places: &StatementPlaces,
    today: Date,
    diagnostics: &mut Vec<Diagnostic>,
) {
    match statement.status {
        ComplianceStatus::Full | ComplianceStatus::Partial => {
            let newest = newest_complete(statement);
            if let Some(day) = newest.filter(|day| today > after(*day, AUDIT_MONTHS)) {
                stale(
                    places.status,
                    said(
                        "the newest complete audit is of {day}, and status A and B need one of at most three years old",
                        [],
                    ).with_day("day", day),
                    phrase("add a newer audit, or choose status C with `audit_planned`, or D"),
                    diagnostics,
                );
            }
        }
        ComplianceStatus::FirstMeasures => first_measures(statement, places, today, diagnostics),
        ComplianceStatus::None => {}
    }
}

fn first_measures(
    statement: &AccessibilityStatement,
    places: &StatementPlaces,
    today: Date,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let end = after(statement.adopted, STATUS_C_MONTHS);
    if today > end {
        stale(
            places.status,
            said(
                "status C holds for six months, and that was until {day}",
                [],
            )
            .with_day("day", end),
            phrase("add the audit and choose status A or B, or choose D"),
            diagnostics,
        );
    } else if let Some(planned) = statement.audit_planned.filter(|planned| *planned > end) {
        stale(
            places.audit_planned,
            said(
                "the audit is planned for {planned}, but status C asks for one within six months, by {day}",
                [],
            ).with_day("planned", planned).with_day("day", end),
            phrase("plan the audit earlier, or choose status D"),
            diagnostics,
        );
    } else if let Some(planned) = statement.audit_planned.filter(|planned| *planned < today) {
        stale(
            places.audit_planned,
            said("the audit was planned for {day}, which has passed", []).with_day("day", planned),
            phrase("add the audit to `[[audits]]`, or say when it will be"),
            diagnostics,
        );
    }
}

fn stale(place: Place, problem: Wording, help: Phrase, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.push(Diagnostic::new(codes::W0205, place, problem).help(help));
}
