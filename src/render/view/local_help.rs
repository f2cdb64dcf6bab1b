//! `/lokale-hulp/`: the municipality's own front door, other contacts, and freely accessible help.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{AgeRange, LocalService, MailAddress};
use crate::plan::Page;
use crate::render::messages::MessageValue;

use super::contact::{ContactView, PhoneView, WebsiteView};
use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;

/// `page` of `local-help.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LocalHelpView<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// What the local team is, in a sentence.
    pub team_intro: String,
    /// Who else to turn to.
    pub contacts: Vec<PurposeContact<'a>>,
    /// How many services there are, in words.
    pub count: String,
    /// Freely accessible help.
    pub services: Vec<ServiceView<'a>>,
}

/// Somebody to turn to, and for what.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PurposeContact<'a> {
    /// For what.
    pub purpose: &'a str,
    /// More about it.
    pub text: &'a str,
    /// Who.
    pub contact: ContactView<'a>,
}

/// A freely accessible service.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ServiceView<'a> {
    /// Its name.
    pub name: &'a str,
    /// What kind.
    pub kind: Option<&'a str>,
    /// A sentence about it.
    pub summary: Option<&'a str>,
    /// For which ages, when that is stated.
    pub ages: Option<String>,
    /// How to reach it.
    pub contact: ContactView<'a>,
}

impl PageView for LocalHelpView<'_> {
    const TEMPLATE: &'static str = "local-help.html";
}

impl SiteContext<'_> {
    /// The page about help close by.
    #[must_use]
    pub fn local_help(&self, page: &Page) -> LocalHelpView<'_> {
        let municipality = &*self.municipality.name;
        let head = Head::new(
            self.words
                .with_text("local-help-title", "municipality", municipality),
            self.words
                .with_text("local-help-description", "municipality", municipality),
            Section::Other,
        );
        let services: Vec<ServiceView<'_>> = self
            .dataset
            .local_services(self.plan.municipality)
            .map(|service| self.service(service))
            .collect();
        LocalHelpView {
            frame: self.frame(page, head),
            team_intro: self
                .words
                .with_text("local-help-team", "municipality", municipality),
            contacts: self.purpose_contacts(),
            count: self.words.with_count("local-help-count", services.len()),
            services,
        }
    }

    fn purpose_contacts(&self) -> Vec<PurposeContact<'_>> {
        let contacts = &self.municipality.contacts;
        [
            (
                "local-help-support-title",
                "local-help-support",
                &contacts.independent_support,
            ),
            (
                "local-help-disagree-title",
                "local-help-disagree",
                &contacts.disagree,
            ),
            (
                "local-help-complaint-title",
                "local-help-complaint",
                &contacts.complaint,
            ),
        ]
        .into_iter()
        .filter_map(|(purpose, text, contact)| {
            Some(PurposeContact {
                purpose: self.text(purpose),
                text: self.text(text),
                contact: ContactView::of_contact(contact.as_ref()?),
            })
        })
        .collect()
    }

    fn service<'b>(&'b self, service: &'b LocalService) -> ServiceView<'b> {
        ServiceView {
            name: &service.name,
            kind: service.kind.as_deref(),
            summary: service.summary.as_deref(),
            ages: self.stated_ages(service.ages),
            contact: ContactView {
                name: None,
                phone: service.phone.as_ref().map(PhoneView::new),
                email: service.email.as_ref().map(MailAddress::as_str),
                website: service.website.as_ref().map(WebsiteView::new),
                address: service.address.as_deref(),
                postcode: None,
                place: service.place.as_deref(),
                opening_hours: None,
                accessibility: None,
            },
        }
    }

    /// «Voor 4 tot en met 12 jaar»; `None` when no end is stated.
    fn stated_ages(&self, ages: AgeRange) -> Option<String> {
        let value = |years: u8| MessageValue::Number(f64::from(years));
        match (ages.from, ages.to) {
            (None, None) => None,
            (Some(from), None) => Some(
                self.words
                    .say("local-help-ages-from", &[("from", value(from))]),
            ),
            (None, Some(to)) => Some(self.words.say("local-help-ages-to", &[("to", value(to))])),
            (Some(from), Some(to)) => Some(self.words.say(
                "local-help-ages",
                &[("from", value(from)), ("to", value(to))],
            )),
        }
    }
}
