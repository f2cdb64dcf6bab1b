//! `[security]` in `site.toml`: what `/.well-known/security.txt` says (RFC 9116).

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, codes, said};
use crate::model::{MailAddress, Security, WebAddress};

use super::fields::Fields;
use super::form;

/// How long `security.txt` must still be good for, in days.
const SECURITY_MARGIN: i32 = 30;
/// How long it may be good for, in days: RFC 9116, section 2.5.5, advises less than a year.
const SECURITY_LONGEST: i32 = 366;

/// The contact and until when it is good; warns of a day that is too far or too near.
pub(super) fn judge(
    fields: &mut Fields<'_>,
    today: Date,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Security> {
    let mut table = fields.required_table("security", diagnostics)?;
    let contact = table.required_text("contact", diagnostics);
    if !table.has("expires") {
        table.missing("expires", diagnostics);
    }
    let expires = table.date("expires", diagnostics);
    let policy = table.formed("policy", &form::WEB_ADDRESS, diagnostics);
    table.finish(diagnostics);
    let (contact, expires) = (contact?, expires?);
    if (expires.value - today).get_days() < SECURITY_MARGIN {
        let latest = today.saturating_add(SECURITY_MARGIN.days());
        diagnostics.push(
            Diagnostic::new(
                codes::E0203,
                expires.place,
                said("security.txt expires on {expires}, within {margin} days of {today}", [("margin", &SECURITY_MARGIN)]).with_day("expires", expires.value).with_day("today", today),
            )
            .help(said("check that the contact is still right and choose a day after {latest}, at most a year ahead", [("latest", &latest)])),
        );
    }
    if (expires.value - today).get_days() > SECURITY_LONGEST {
        diagnostics.push(
            Diagnostic::new(
                codes::W0204,
                expires.place,
                said(
                    "security.txt expires on {day}, more than a year after {today}",
                    [],
                )
                .with_day("day", expires.value)
                .with_day("today", today),
            )
            .help("choose a day less than a year ahead, and look at the contact again by then"),
        );
    }
    let is_mail = contact
        .value
        .strip_prefix("mailto:")
        .is_some_and(|address| MailAddress::parse(address).is_some());
    let is_web =
        contact.value.starts_with("https://") && WebAddress::parse(contact.value).is_some();
    if !is_mail && !is_web {
        diagnostics.push(
            Diagnostic::new(
                codes::E0409,
                contact.place,
                said("`{contact}` is not a security contact", [("contact", &contact.value)]),
            )
            .help("write `mailto:` and a mail address, or an `https://` address (RFC 9116, section 2.5.3)"),
        );
        return None;
    }
    Some(Security {
        contact: contact.value.into(),
        expires: expires.value,
        policy,
    })
}
