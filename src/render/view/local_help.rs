//! `/lokale-hulp/`: the municipality's own front door, other contacts, and freely accessible help.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{AgeRange, LocalService, MailAddress, Purpose};
use crate::plan::Page;

use super::contact::{ContactView, PhoneView, WebsiteView};
use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::offer::ages_text;
use super::page_view::PageView;
use super::words::Words;

/// `page` of `local-help.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LocalHelpPage<'a> {
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

impl PageView for LocalHelpPage<'_> {
    const TEMPLATE: &'static str = "local-help.html";
}

impl SiteContext<'_> {
    /// The page about help close by.
    #[must_use]
    pub fn local_help_page(&self, page: &Page) -> LocalHelpPage<'_> {
        let head = Head::new(
            self.in_municipality("local-help-title"),
            self.in_municipality("local-help-description"),
            Section::Other,
        );
        let services: Vec<ServiceView<'_>> = self
            .dataset
            .local_services(self.plan.municipality)
            .map(|service| self.service(service))
            .collect();
        LocalHelpPage {
            frame: self.frame(page, head),
            team_intro: self.in_municipality("local-help-team"),
            contacts: self.contacts_for(&[
                Purpose::IndependentSupport,
                Purpose::Disagree,
                Purpose::Complaint,
            ]),
            count: self.words.with_count("local-help-count", services.len()),
            services,
        }
    }

    /// Whom to turn to, for each purpose for which the municipality names somebody.
    pub(super) fn contacts_for(&self, purposes: &[Purpose]) -> Vec<PurposeContact<'_>> {
        purposes
            .iter()
            .filter_map(|purpose| {
                let (title, text) = match purpose {
                    Purpose::LocalTeam => ("local-help-team-title", "local-help-team-text"),
                    Purpose::IndependentSupport => {
                        ("local-help-support-title", "local-help-support")
                    }
                    Purpose::Disagree => ("local-help-disagree-title", "local-help-disagree"),
                    Purpose::Complaint => ("local-help-complaint-title", "local-help-complaint"),
                };
                Some(PurposeContact {
                    purpose: self.text(title),
                    text: self.text(text),
                    contact: ContactView::of_contact(self.municipality.contact(*purpose)?),
                })
            })
            .collect()
    }

    fn service<'b>(&'b self, service: &'b LocalService) -> ServiceView<'b> {
        ServiceView {
            name: &service.name,
            kind: service.kind.as_deref(),
            summary: service.summary.as_deref(),
            ages: stated_ages(self.words, service.ages),
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
                at: String::new(),
            },
        }
    }
}

/// «6 tot en met 18 jaar»; nothing when no end is stated, because free help is then for everybody.
fn stated_ages(words: Words<'_>, ages: AgeRange) -> Option<String> {
    let is_stated = ages.from.is_some() || ages.to.is_some();
    is_stated.then(|| ages_text(words, ages))
}
