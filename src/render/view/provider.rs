//! `/aanbieders/<provider>/`: everything about one provider in this municipality.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{
    AgbCode, KvkNumber, MailAddress, PhoneNumber, Postcode, Provider, ProviderId, WaitKind,
    WebAddress,
};
use crate::plan::Page;
use crate::render::messages::MessageValue;
use crate::render::theme::RenderError;

use super::contact::ContactView;
use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::json_ld::{JsonLd, Organization, Place, PostalAddress};
use super::languages::languages_text;
use super::page_view::PageView;
use super::product::level_key;
use super::site_view::NormView;

/// The page of a region that says what to do when a provider says no; a region need not have it.
const REFUSAL_PAGE: &str = "afgewezen";

/// `page` of `provider.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProviderPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// A sentence that every visitor should read first.
    pub status_note: Option<&'a str>,
    /// «Neemt nieuwe mensen aan voor 2 van de 3 soorten hulp in Apeldoorn.»
    pub openness: String,
    /// What it says of itself, as HTML; empty when it says nothing.
    pub description_html: &'a str,
    /// Telephone, mail, site.
    pub contact: ContactView<'a>,
    /// What is kept out of the page, when it is one person.
    pub sole_trader: Option<SoleTraderView<'a>>,
    /// Where it works, as HTML; `None` when it names no location.
    pub locations_html: Option<&'a str>,
    /// «Nederlands en Engels»
    pub languages: Option<String>,
    /// Its offers here as cards, by group and name.
    pub offer_cards: Vec<&'a str>,
    /// Norms for the first talk, with whose they are.
    pub norms: Vec<NormView<'a>>,
    /// How long the first talk takes here, per kind of help.
    pub first_talks: Vec<&'a str>,
    /// Whether the region has a page about being refused.
    pub has_refusal_page: bool,
    /// What it will offer here later.
    pub coming: Vec<String>,
    /// Its scores, as HTML.
    pub scores_html: &'a str,
    /// Its reply beside its scores.
    pub reply: Option<ReplyView<'a>>,
    /// Codes, to copy.
    pub codes: Codes<'a>,
    /// Who buys from it.
    pub level: Option<&'a str>,
    /// Address of a mail that asks for a correction.
    pub correction_href: String,
}

/// What the page of a provider of one person says of what it does not show.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SoleTraderView<'a> {
    /// «Deze aanbieder werkt alleen. Adres en telefoonnummer staan hier niet, …»
    pub text: &'a str,
    /// Whether the page shows no telephone number, mail address or site, so that one asks the local team.
    pub ask_local_team: bool,
}

/// A provider's own reply beside its scores.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReplyView<'a> {
    /// Its text.
    pub text: &'a str,
    /// «Antwoord van de aanbieder, 8 september 2026»
    pub heading: String,
}

/// Codes that referrers copy.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Codes<'a> {
    /// Legal name, when it differs.
    pub legal_name: Option<&'a str>,
    /// Chamber of commerce number.
    pub kvk: Option<&'a str>,
    /// Code in the register of care providers.
    pub agb: Option<&'a str>,
}

impl PageView for ProviderPage<'_> {
    const TEMPLATE: &'static str = "provider.html";
}

impl SiteContext<'_> {
    /// One provider.
    ///
    /// # Errors
    /// When the template of a fragment asks for something its view does not have.
    ///
    /// # Panics
    /// When it is not contracted here: then the plan has no page for it.
    pub fn provider_page(
        &self,
        page: &Page,
        id: ProviderId,
    ) -> Result<ProviderPage<'_>, RenderError> {
        let provider = self.dataset.provider(id);
        let offers = &self.plan.contracted.by_provider[&id];
        let has_locations = !provider.locations.is_empty();
        Ok(ProviderPage {
            frame: self.frame(page, self.provider_head(provider)),
            status_note: provider.status_note.as_deref(),
            description_html: self.texts.provider(id),
            contact: ContactView::of_provider(provider),
            sole_trader: self.sole_trader(provider),
            openness: self.openness(offers),
            locations_html: has_locations
                .then(|| self.fragments.locations(id))
                .transpose()?,
            norms: self.first_talk_norms(),
            first_talks: offers
                .iter()
                .flat_map(|offer| &self.offer(*offer).first_talks)
                .map(String::as_str)
                .collect(),
            has_refusal_page: self.has_page(REFUSAL_PAGE),
            languages: languages_text(self.words, &provider.languages),
            offer_cards: offers
                .iter()
                .map(|offer| self.offer(*offer).card.as_str())
                .collect(),
            coming: self.coming_offers(id),
            scores_html: self.fragments.score_panel(id)?,
            reply: provider.reply.as_ref().map(|reply| ReplyView {
                text: &reply.text,
                heading: self.words.with_text(
                    "reply-heading",
                    "date",
                    &self.words.date(reply.date),
                ),
            }),
            codes: Codes {
                legal_name: provider.legal_name.as_deref(),
                kvk: provider.kvk.as_ref().map(KvkNumber::as_str),
                agb: provider.agb.as_ref().map(AgbCode::as_str),
            },
            level: provider.level.map(|level| self.text(level_key(level))),
            correction_href: self.correction_href(provider),
        })
    }

    /// Nothing when nothing is kept out.
    fn sole_trader(&self, provider: &Provider) -> Option<SoleTraderView<'_>> {
        let sole_trader = provider.sole_trader.as_ref()?;
        if sole_trader.withheld.is_empty() {
            return None;
        }
        let mut locations = provider.locations.iter();
        let shows_place = locations.any(|it| it.address.is_some() || it.phone.is_some());
        let shows_way = provider.phone.is_some()
            || provider.email.is_some()
            || provider.website.is_some()
            || provider.locations.iter().any(|it| it.phone.is_some());
        Some(SoleTraderView {
            text: self.text(if shows_place || shows_way {
                "sole-trader-partly"
            } else {
                "sole-trader-nothing"
            }),
            ask_local_team: !shows_way,
        })
    }

    fn first_talk_norms(&self) -> Vec<NormView<'_>> {
        self.dataset
            .site()
            .norms
            .iter()
            .filter(|norm| norm.kind == Some(WaitKind::Intake) && norm.weeks.is_some())
            .map(|norm| NormView::new(self.edition, norm))
            .collect()
    }

    fn has_page(&self, slug: &str) -> bool {
        let own = self.municipality.pages.iter();
        own.chain(self.dataset.pages())
            .any(|page| page.slug.as_str() == slug)
    }

    fn provider_head<'b>(&'b self, provider: &'b Provider) -> Head<'b> {
        let description = self.words.say(
            "provider-description",
            &[
                ("provider", MessageValue::Text(&provider.name)),
                ("municipality", MessageValue::Text(&self.municipality.name)),
            ],
        );
        Head::new(&*provider.name, description, Section::Providers)
            .under(self.text("providers-title"), "aanbieders/")
            .with_facts(organization(provider))
    }

    fn coming_offers(&self, id: ProviderId) -> Vec<String> {
        self.plan
            .contracted
            .coming
            .iter()
            .map(|offer| self.dataset.offer(*offer))
            .filter(|offer| offer.provider == id)
            .map(|offer| {
                let product = self.dataset.product(offer.product);
                self.words.say(
                    "offer-coming",
                    &[
                        ("product", MessageValue::Text(&product.plain_name)),
                        (
                            "date",
                            MessageValue::Text(&self.words.date(offer.valid_from)),
                        ),
                    ],
                )
            })
            .collect()
    }

    /// A mail with its subject filled in: «Correctie: De Lindeboom (Apeldoorn)».
    pub(super) fn correction_href(&self, provider: &Provider) -> String {
        let subject = self.words.say(
            "correction-subject",
            &[
                ("provider", MessageValue::Text(&provider.name)),
                ("municipality", MessageValue::Text(&self.municipality.name)),
            ],
        );
        // A line break in a name would begin a line of the head of the mail.
        let subject: Vec<&str> = subject.split_whitespace().collect();
        let subject = subject.join(" ");
        // In the query of a `mailto:` a plus sign is a plus sign, so blanks are `%20`.
        let subject: String = url::form_urlencoded::byte_serialize(subject.as_bytes()).collect();
        format!(
            "mailto:{}?subject={}",
            self.dataset.site().correction_email.as_str(),
            subject.replace('+', "%20")
        )
    }
}

fn organization(provider: &Provider) -> JsonLd<'_> {
    JsonLd::Organization(Organization {
        name: &provider.name,
        legal_name: provider.legal_name.as_deref(),
        url: provider.website.as_ref().map(WebAddress::as_str),
        email: provider.email.as_ref().map(MailAddress::as_str),
        telephone: provider.phone.as_ref().map(PhoneNumber::as_str),
        location: provider
            .locations
            .iter()
            .map(|location| Place {
                name: location.name.as_deref(),
                address: PostalAddress {
                    street: location.address.as_deref(),
                    postcode: location.postcode.as_ref().map(Postcode::as_str),
                    place: location.place.as_deref(),
                    country: "NL",
                },
            })
            .collect(),
    })
}
