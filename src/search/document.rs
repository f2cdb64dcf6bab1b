//! What can be found in one municipality: its documents, in the order of their numbers.

use crate::model::{Dataset, LocationId, ProductId, ProfileId, ProviderId};
use crate::plan::{SitePlan, to_slug};

use super::analysis::{AnalysedRegion, FieldTexts, TextId};
use super::field::Field;

/// What a document is about. Documents are numbered in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// A kind of help.
    Product,
    /// A support profile, as a question.
    Question,
    /// A page of text.
    Page,
    /// Freely accessible help.
    Service,
    /// A place with providers.
    Place,
    /// A provider.
    Provider,
}

impl DocumentKind {
    /// All, in order.
    pub const ALL: [Self; 6] = [
        Self::Product,
        Self::Question,
        Self::Page,
        Self::Service,
        Self::Place,
        Self::Provider,
    ];
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// What it is about.
    pub kind: DocumentKind,
    /// What stands for it in its address: `gezinshuis`.
    pub slug: String,
    /// Its name for visitors.
    pub title: &'a str,
    /// A sentence about it; empty when there is none.
    pub short: &'a str,
    /// What it is in the region.
    pub subject: Subject,
    /// Texts of each field.
    pub(super) texts: [Vec<TextId>; Field::ALL.len()],
}

/// The record behind a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A kind of help.
    Product(ProductId),
    /// A support profile.
    Question(ProfileId),
    /// A provider.
    Provider(ProviderId),
    /// Freely accessible help: its rank in the region's file.
    Service(usize),
    /// Something that stands for itself.
    Itself,
}

impl Document<'_> {
    /// Its address below the site, with a closing slash; of a service, its heading on the page of all services.
    #[must_use]
    pub fn path(&self) -> String {
        let slug = &self.slug;
        match self.kind {
            DocumentKind::Product => format!("hulp/{slug}/"),
            DocumentKind::Question => format!("vraag/{slug}/"),
            DocumentKind::Page => format!("{slug}/"),
            DocumentKind::Service => "lokale-hulp/".to_owned(),
            DocumentKind::Place => format!("plaats/{slug}/"),
            DocumentKind::Provider => format!("aanbieders/{slug}/"),
        }
    }
}

/// The documents of one municipality: products, questions, pages, services, places, providers, each in the order of the
/// dataset, providers by name.
pub(super) fn documents<'a>(
    region: &AnalysedRegion,
    dataset: &'a Dataset,
    plan: &'a SitePlan,
) -> Vec<Document<'a>> {
    let mut documents = Vec::new();
    for id in plan.contracted.by_product.keys() {
        let product = dataset.product(*id);
        documents.push(Document {
            kind: DocumentKind::Product,
            slug: product.slug.to_string(),
            title: &product.plain_name,
            short: &product.summary,
            subject: Subject::Product(*id),
            texts: listed(region.products[id.index()]),
        });
    }
    for (id, profile) in dataset.profiles() {
        documents.push(Document {
            kind: DocumentKind::Question,
            slug: profile.slug.to_string(),
            title: &profile.question,
            short: &profile.need,
            subject: Subject::Question(id),
            texts: listed(region.profiles[id.index()]),
        });
    }
    documents.extend(
        dataset
            .pages_of(plan.municipality)
            .into_iter()
            .map(|page| Document {
                kind: DocumentKind::Page,
                slug: page.slug.to_string(),
                title: &page.title,
                short: &page.description,
                subject: Subject::Itself,
                texts: listed(region.page(dataset, plan.municipality, page)),
            }),
    );
    documents.extend(services(region, dataset, plan));
    for (slug, place) in &plan.contracted.by_place {
        documents.push(Document {
            kind: DocumentKind::Place,
            slug: slug.clone(),
            title: &place.name,
            short: "",
            subject: Subject::Itself,
            texts: listed(region.places[place.name.as_str()]),
        });
    }
    documents.extend(
        plan.contracted
            .providers
            .iter()
            .map(|id| provider(region, dataset, plan, *id)),
    );
    documents
}

fn listed(texts: FieldTexts) -> [Vec<TextId>; Field::ALL.len()] {
    texts.map(|text| text.into_iter().collect())
}

fn services<'a>(
    region: &AnalysedRegion,
    dataset: &'a Dataset,
    plan: &SitePlan,
) -> impl Iterator<Item = Document<'a>> {
    let services = dataset.local_services.iter().enumerate();
    services
        .filter(|(_, service)| service.municipalities.contains(&plan.municipality))
        .map(|(rank, service)| Document {
            kind: DocumentKind::Service,
            slug: to_slug(&service.name),
            title: &service.name,
            short: service.summary.as_deref().unwrap_or(""),
            subject: Subject::Service(rank),
            texts: listed(region.services[rank]),
        })
}

/// A provider, with the names of the places where it works here.
fn provider<'a>(
    region: &AnalysedRegion,
    dataset: &'a Dataset,
    plan: &SitePlan,
    id: ProviderId,
) -> Document<'a> {
    let provider = dataset.provider(id);
    let mut texts = listed(region.providers[id.index()]);
    for location in locations(dataset, plan, id) {
        let place = &dataset.location(id, location).place;
        let Some(name) = place else { continue };
        let name = region.places[name][Field::Title.index()].expect("a place has a name");
        if !texts[Field::Short.index()].contains(&name) {
            texts[Field::Short.index()].push(name);
        }
    }
    Document {
        kind: DocumentKind::Provider,
        slug: provider.slug.to_string(),
        title: &provider.name,
        short: "",
        subject: Subject::Provider(id),
        texts,
    }
}

/// Locations of a provider that matter here.
pub(super) fn locations(
    dataset: &Dataset,
    plan: &SitePlan,
    provider: ProviderId,
) -> Vec<LocationId> {
    plan.contracted.locations_in_use(dataset, provider)
}
