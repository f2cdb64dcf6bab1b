//! The region's facts, interned and immutable, with their look-ups.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::accessibility::AccessibilityStatement;
use super::code::{CbsCode, LanguageTag, Slug};
use super::ids::{
    GroupId, IntensityId, LocationId, MunicipalityId, OfferId, ProductId, ProfileId, ProviderId,
};
use super::municipality::{LocalService, Municipality, PostcodeArea};
use super::offer::Offer;
use super::product::{Intensity, Product, ProductGroup, Profile};
use super::provider::{Location, Provider};
use super::site::Site;
use super::text_page::{InsideLink, Statements, TextPage};
use super::vocabulary::Vocabulary;
use super::waiting_time::WaitingTime;

/// Everything the region's files say, but for the raw outcome counts.
///
/// Municipalities, providers and products are ordered by slug; groups and intensities as in their files; profiles by
/// number. Ids are ranks in those orders.
#[derive(Clone, Debug)]
pub struct Dataset {
    pub(crate) date: Date,
    pub(crate) site: Site,
    pub(crate) accessibility: Option<AccessibilityStatement>,
    pub(crate) statements: Statements,
    pub(crate) translated_statements: BTreeMap<LanguageTag, Statements>,
    pub(crate) municipalities: Vec<Municipality>,
    pub(crate) providers: Vec<Provider>,
    pub(crate) groups: Vec<ProductGroup>,
    pub(crate) products: Vec<Product>,
    pub(crate) profiles: Vec<Profile>,
    pub(crate) intensities: Vec<Intensity>,
    pub(crate) offers: Vec<Offer>,
    pub(crate) waiting_times: Vec<WaitingTime>,
    pub(crate) pages: Vec<TextPage>,
    pub(crate) local_services: Vec<LocalService>,
    pub(crate) postcodes: Vec<PostcodeArea>,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) inside_links: Vec<(Option<MunicipalityId>, InsideLink)>,
    pub(crate) lookups: Lookups,
}

/// Which offers and waits belong to what, computed once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lookups {
    offers_of_municipality: Vec<Vec<OfferId>>,
    offers_of_provider: Vec<Vec<OfferId>>,
    waits_of_provider: Vec<BTreeMap<ProductId, Vec<usize>>>,
}

impl Lookups {
    pub(crate) fn new(
        municipalities: usize,
        providers: usize,
        offers: &[Offer],
        waiting_times: &[WaitingTime],
    ) -> Self {
        let mut lookups = Self {
            offers_of_municipality: vec![Vec::new(); municipalities],
            offers_of_provider: vec![Vec::new(); providers],
            waits_of_provider: vec![BTreeMap::new(); providers],
        };
        for (rank, offer) in (0..).zip(offers) {
            let id = OfferId(rank);
            lookups.offers_of_provider[offer.provider.index()].push(id);
            for municipality in &offer.municipalities {
                lookups.offers_of_municipality[municipality.index()].push(id);
            }
        }
        for (rank, wait) in waiting_times.iter().enumerate() {
            lookups.waits_of_provider[wait.provider.index()]
                .entry(wait.product)
                .or_default()
                .push(rank);
        }
        lookups
    }
}

impl Dataset {
    /// The day the site is made for.
    #[must_use]
    pub fn date(&self) -> Date {
        self.date
    }

    /// Settings.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The two statements.
    #[must_use]
    pub fn statements(&self) -> &Statements {
        &self.statements
    }

    /// One municipality.
    #[must_use]
    pub fn municipality(&self, id: MunicipalityId) -> &Municipality {
        &self.municipalities[id.index()]
    }

    /// All municipalities.
    pub fn municipalities(&self) -> impl Iterator<Item = (MunicipalityId, &Municipality)> {
        (0..).map(MunicipalityId).zip(&self.municipalities)
    }

    /// The municipality of the region with a CBS code.
    #[must_use]
    pub fn municipality_with_code(&self, code: &CbsCode) -> Option<MunicipalityId> {
        self.municipalities()
            .find(|(_, municipality)| municipality.code == *code)
            .map(|(id, _)| id)
    }

    /// The municipality of the region with a slug.
    #[must_use]
    pub fn municipality_with_slug(&self, slug: &str) -> Option<MunicipalityId> {
        self.municipalities()
            .find(|(_, municipality)| municipality.slug.as_str() == slug)
            .map(|(id, _)| id)
    }

    /// One provider.
    #[must_use]
    pub fn provider(&self, id: ProviderId) -> &Provider {
        &self.providers[id.index()]
    }

    /// All providers.
    pub fn providers(&self) -> impl Iterator<Item = (ProviderId, &Provider)> {
        (0..).map(ProviderId).zip(&self.providers)
    }

    /// The provider with a slug.
    #[must_use]
    pub fn provider_with_slug(&self, slug: &Slug) -> Option<ProviderId> {
        let at = self
            .providers
            .binary_search_by(|provider| provider.slug.cmp(slug));
        at.ok()
            .and_then(|at| u32::try_from(at).ok().map(ProviderId))
    }

    /// The product with a slug.
    #[must_use]
    pub fn product_with_slug(&self, slug: &Slug) -> Option<ProductId> {
        let at = self
            .products
            .binary_search_by(|product| product.slug.cmp(slug));
        at.ok().and_then(|at| u32::try_from(at).ok().map(ProductId))
    }

    /// A location of a provider.
    #[must_use]
    pub fn location(&self, provider: ProviderId, location: LocationId) -> &Location {
        &self.provider(provider).locations[location.index()]
    }

    /// One product.
    #[must_use]
    pub fn product(&self, id: ProductId) -> &Product {
        &self.products[id.index()]
    }

    /// All products.
    pub fn products(&self) -> impl Iterator<Item = (ProductId, &Product)> {
        (0..).map(ProductId).zip(&self.products)
    }

    /// One product group.
    #[must_use]
    pub fn group(&self, id: GroupId) -> &ProductGroup {
        &self.groups[id.index()]
    }

    /// All product groups.
    pub fn groups(&self) -> impl Iterator<Item = (GroupId, &ProductGroup)> {
        (0..).map(GroupId).zip(&self.groups)
    }

    /// One profile.
    #[must_use]
    pub fn profile(&self, id: ProfileId) -> &Profile {
        &self.profiles[id.index()]
    }

    /// All profiles.
    pub fn profiles(&self) -> impl Iterator<Item = (ProfileId, &Profile)> {
        (0..).map(ProfileId).zip(&self.profiles)
    }

    /// One intensity.
    #[must_use]
    pub fn intensity(&self, id: IntensityId) -> &Intensity {
        &self.intensities[id.index()]
    }

    /// All intensities.
    pub fn intensities(&self) -> impl Iterator<Item = (IntensityId, &Intensity)> {
        (0..).map(IntensityId).zip(&self.intensities)
    }

    /// One offer.
    #[must_use]
    pub fn offer(&self, id: OfferId) -> &Offer {
        &self.offers[id.index()]
    }

    /// All offers.
    pub fn offers(&self) -> impl Iterator<Item = OfferId> {
        (0..).map(OfferId).take(self.offers.len())
    }

    /// Offers contracted in a municipality at any time, in the order of the file.
    #[must_use]
    pub fn offers_in(&self, municipality: MunicipalityId) -> &[OfferId] {
        &self.lookups.offers_of_municipality[municipality.index()]
    }

    /// Offers of a provider anywhere at any time, in the order of the file.
    #[must_use]
    pub fn offers_of(&self, provider: ProviderId) -> &[OfferId] {
        &self.lookups.offers_of_provider[provider.index()]
    }

    /// Waits of a provider for a product that hold in a municipality: its own where there are, otherwise those for
    /// all. Without a municipality: those for all. A wait for one location is not replaced by one for another.
    pub fn waits(
        &self,
        provider: ProviderId,
        product: ProductId,
        municipality: Option<MunicipalityId>,
    ) -> impl Iterator<Item = &WaitingTime> {
        let waits = move || self.waits_anywhere(provider, product);
        waits().filter(move |wait| match (wait.municipality, municipality) {
            (Some(own), Some(municipality)) => own == municipality,
            (Some(_), None) => false,
            (None, None) => true,
            (None, Some(_)) => !waits().any(|other| {
                other.municipality == municipality
                    && other.location == wait.location
                    && other.measure == wait.measure
            }),
        })
    }

    /// Whether there are waits of a provider for a product that hold in this municipality only.
    #[must_use]
    pub fn has_own_waits(
        &self,
        provider: ProviderId,
        product: ProductId,
        municipality: MunicipalityId,
    ) -> bool {
        self.waits_anywhere(provider, product)
            .any(|wait| wait.municipality == Some(municipality))
    }

    fn waits_anywhere(
        &self,
        provider: ProviderId,
        product: ProductId,
    ) -> impl Iterator<Item = &WaitingTime> {
        self.lookups.waits_of_provider[provider.index()]
            .get(&product)
            .map_or(&[] as &[usize], Vec::as_slice)
            .iter()
            .map(|rank| &self.waiting_times[*rank])
    }

    /// The profiles an offer is for: its own, or when it states none those of its product.
    #[must_use]
    pub fn profiles_of<'a>(&'a self, offer: &'a Offer) -> &'a [ProfileId] {
        if offer.profiles.is_empty() {
            &self.product(offer.product).profiles
        } else {
            &offer.profiles
        }
    }

    /// The region's own pages.
    #[must_use]
    pub fn pages(&self) -> &[TextPage] {
        &self.pages
    }

    /// The pages of one municipality's site: the region's, overridden and added to by its own, in order of slug.
    #[must_use]
    pub fn pages_of(&self, municipality: MunicipalityId) -> Vec<&TextPage> {
        let mut pages: BTreeMap<&Slug, &TextPage> =
            self.pages.iter().map(|page| (&page.slug, page)).collect();
        let own = &self.municipality(municipality).pages;
        pages.extend(own.iter().map(|page| (&page.slug, page)));
        pages.into_values().collect()
    }

    /// A page of one municipality's site by its name: its own, or the region's.
    #[must_use]
    pub fn page_of(&self, municipality: MunicipalityId, slug: &Slug) -> Option<&TextPage> {
        let own = self.municipality(municipality).pages.iter();
        own.chain(&self.pages).find(|page| page.slug == *slug)
    }

    /// The accessibility statement of one municipality's site: its own, or that of the region.
    #[must_use]
    pub fn accessibility(&self, municipality: MunicipalityId) -> Option<&AccessibilityStatement> {
        let own = self.municipality(municipality).accessibility.as_ref();
        own.or(self.accessibility.as_ref())
    }

    /// Freely accessible help in a municipality, in the order of the file.
    pub fn local_services(
        &self,
        municipality: MunicipalityId,
    ) -> impl Iterator<Item = &LocalService> {
        self.local_services
            .iter()
            .filter(move |service| service.municipalities.contains(&municipality))
    }

    /// The postcode table, ordered by postcode.
    #[must_use]
    pub fn postcodes(&self) -> &[PostcodeArea] {
        &self.postcodes
    }

    /// Links inside the site that stand in texts of the region or of a municipality.
    pub fn inside_links(&self, municipality: MunicipalityId) -> impl Iterator<Item = &InsideLink> {
        self.inside_links
            .iter()
            .filter(move |(owner, _)| owner.is_none_or(|owner| owner == municipality))
            .map(|(_, link)| link)
    }

    /// What the search knows about words.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }
}
