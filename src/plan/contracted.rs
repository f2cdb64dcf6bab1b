//! What is contracted in one municipality on one day, and who is not listed there.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::model::{
    Dataset, LocationId, MunicipalityId, Offer, OfferId, ProductId, ProfileId, ProviderId,
};

use super::slug::{sort_key, to_slug};

/// What holds in one municipality on the day of the site. Only this is shown.
#[derive(Debug, Default)]
pub struct Contracted {
    /// Offers that hold, in the order of the file.
    pub offers: Vec<OfferId>,
    /// Offers per product, providers in order of name. A product that is bought here but that nobody offers has an
    /// empty list; a product that is not bought here has no entry.
    pub by_product: BTreeMap<ProductId, Vec<OfferId>>,
    /// Offers per provider, in order of product group and name. Has no empty lists.
    pub by_provider: BTreeMap<ProviderId, Vec<OfferId>>,
    /// Providers in the order of lists: by name.
    pub providers: Vec<ProviderId>,
    /// Offers that fit a profile, in order of product group, product name and provider name.
    pub by_profile: BTreeMap<ProfileId, Vec<OfferId>>,
    /// Locations of contracted providers per place, by the place's slug.
    pub by_place: BTreeMap<String, PlaceInPlan>,
    /// Offers of this municipality that start after the day of the site.
    pub coming: Vec<OfferId>,
}

/// A town or village with providers.
#[derive(Debug, Default)]
pub struct PlaceInPlan {
    /// Its name.
    pub name: String,
    /// Who works there and where, in order of name.
    pub locations: Vec<(ProviderId, LocationId)>,
}

/// A provider of the region that is not listed in this municipality, and why.
#[derive(Debug)]
pub struct NotListed {
    /// Who.
    pub provider: ProviderId,
    /// Why.
    pub reason: NotListedReason,
}

/// Why a provider of the region is not listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotListedReason {
    /// Its last contract here ended on this day.
    Ended(Date),
    /// Its first contract here starts on this day.
    Starts(Date),
    /// It is contracted by other municipalities of the region only.
    Elsewhere(Vec<MunicipalityId>),
    /// This municipality does not buy the products it offers here.
    NotBought(Vec<ProductId>),
    /// No municipality of the region has a contract with it now.
    NoContract,
}

/// The order of names in lists, computed once per region: ranks of providers and products.
#[derive(Debug)]
pub struct NameOrder {
    providers: Vec<u32>,
    products: Vec<u32>,
}

impl NameOrder {
    /// Orders providers by name, and products by group and name, without regard to case and marks.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let mut providers: Vec<_> = dataset
            .providers()
            .map(|(id, provider)| (sort_key(&provider.name), id))
            .collect();
        providers.sort();
        let mut products: Vec<_> = dataset
            .products()
            .map(|(id, product)| (product.group, sort_key(&product.plain_name), id))
            .collect();
        products.sort();
        Self {
            providers: ranks(providers.iter().map(|(_, id)| id.index())),
            products: ranks(products.iter().map(|(_, _, id)| id.index())),
        }
    }

    /// The rank of a provider among all names.
    #[must_use]
    pub fn provider(&self, id: ProviderId) -> u32 {
        self.providers[id.index()]
    }

    /// The rank of a product among all groups and names.
    #[must_use]
    pub fn product(&self, id: ProductId) -> u32 {
        self.products[id.index()]
    }
}

fn ranks(order: impl ExactSizeIterator<Item = usize>) -> Vec<u32> {
    let mut ranks = vec![0; order.len()];
    for (rank, index) in (0..).zip(order) {
        ranks[index] = rank;
    }
    ranks
}

impl Contracted {
    /// What holds in a municipality on the day of the dataset.
    #[must_use]
    pub fn find(dataset: &Dataset, order: &NameOrder, municipality: MunicipalityId) -> Self {
        let today = dataset.date();
        let closed = &dataset.municipality(municipality).closed_products;
        let mut found = Self {
            by_product: dataset
                .products()
                .filter(|(id, _)| !closed.contains(id))
                .map(|(id, _)| (id, Vec::new()))
                .collect(),
            ..Self::default()
        };
        for id in dataset.offers_in(municipality) {
            let offer = dataset.offer(*id);
            if closed.contains(&offer.product) {
                continue;
            }
            if offer.is_contracted_on(today) {
                found.add(dataset, *id, offer);
            } else if offer.valid_from > today {
                found.coming.push(*id);
            }
        }
        found.put_in_order(dataset, order);
        found
    }

    fn add(&mut self, dataset: &Dataset, id: OfferId, offer: &Offer) {
        self.offers.push(id);
        self.by_product.entry(offer.product).or_default().push(id);
        self.by_provider.entry(offer.provider).or_default().push(id);
        for profile in dataset.profiles_of(offer) {
            self.by_profile.entry(*profile).or_default().push(id);
        }
    }

    fn put_in_order(&mut self, dataset: &Dataset, order: &NameOrder) {
        let provider = |id: &OfferId| order.provider(dataset.offer(*id).provider);
        let product = |id: &OfferId| order.product(dataset.offer(*id).product);
        for offers in self.by_product.values_mut() {
            offers.sort_by_key(provider);
        }
        for offers in self.by_provider.values_mut() {
            offers.sort_by_key(product);
        }
        for offers in self.by_profile.values_mut() {
            offers.sort_by_key(|id| (product(id), provider(id)));
        }
        self.providers = self.by_provider.keys().copied().collect();
        self.providers.sort_by_key(|id| order.provider(*id));
        for id in &self.providers {
            for location in self.locations_in_use(dataset, *id) {
                let place = &dataset.location(*id, location).place;
                let Some(name) = place else { continue };
                let in_plan = self.by_place.entry(to_slug(name)).or_default();
                if in_plan.name.is_empty() {
                    in_plan.name = name.to_string();
                }
                in_plan.locations.push((*id, location));
            }
        }
    }

    /// Locations of a provider at which something of it is contracted here, in the order of its file.
    #[must_use]
    pub fn locations_in_use(&self, dataset: &Dataset, provider: ProviderId) -> Vec<LocationId> {
        let offers = self
            .by_provider
            .get(&provider)
            .map_or(&[][..], Vec::as_slice);
        let named: BTreeSet<LocationId> = offers
            .iter()
            .flat_map(|id| dataset.offer(*id).locations.iter().copied())
            .collect();
        let is_everywhere = offers
            .iter()
            .any(|id| dataset.offer(*id).locations.is_empty());
        (0..)
            .map(LocationId)
            .take(dataset.provider(provider).locations.len())
            .filter(|location| is_everywhere || named.contains(location))
            .collect()
    }
}

/// Why providers of the region are not listed in a municipality, in order of name.
pub(super) fn not_listed(
    dataset: &Dataset,
    order: &NameOrder,
    contracted: &Contracted,
    municipality: MunicipalityId,
) -> Vec<NotListed> {
    let mut not_listed: Vec<NotListed> = dataset
        .providers()
        .filter(|(id, _)| !contracted.by_provider.contains_key(id))
        .map(|(provider, _)| NotListed {
            provider,
            reason: reason(dataset, provider, municipality),
        })
        .collect();
    not_listed.sort_by_key(|entry| order.provider(entry.provider));
    not_listed
}

fn reason(
    dataset: &Dataset,
    provider: ProviderId,
    municipality: MunicipalityId,
) -> NotListedReason {
    let today = dataset.date();
    let closed = &dataset.municipality(municipality).closed_products;
    let offers = || {
        dataset
            .offers_of(provider)
            .iter()
            .map(|id| dataset.offer(*id))
    };
    let here = || offers().filter(|offer| offer.municipalities.contains(&municipality));
    let not_bought: BTreeSet<ProductId> = here()
        .filter(|offer| offer.is_contracted_on(today) && closed.contains(&offer.product))
        .map(|offer| offer.product)
        .collect();
    if !not_bought.is_empty() {
        return NotListedReason::NotBought(not_bought.into_iter().collect());
    }
    let bought_here = || here().filter(|offer| !closed.contains(&offer.product));
    let starts = bought_here()
        .map(|offer| offer.valid_from)
        .filter(|day| *day > today)
        .min();
    if let Some(day) = starts {
        return NotListedReason::Starts(day);
    }
    let ended = bought_here().filter_map(|offer| offer.valid_to).max();
    if let Some(day) = ended {
        return NotListedReason::Ended(day);
    }
    let elsewhere: BTreeSet<MunicipalityId> = offers()
        .filter(|offer| offer.is_contracted_on(today))
        .flat_map(|offer| {
            offer.municipalities.iter().copied().filter(|other| {
                let closed_there = &dataset.municipality(*other).closed_products;
                !closed_there.contains(&offer.product)
            })
        })
        .collect();
    if elsewhere.is_empty() {
        NotListedReason::NoContract
    } else {
        NotListedReason::Elsewhere(elsewhere.into_iter().collect())
    }
}
