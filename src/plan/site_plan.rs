//! The pages of one municipality's site.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Place, codes, said};
use crate::model::{
    Dataset, GroupId, Measure, MunicipalityId, ProductId, ProfileId, ProviderId, Slug,
};

use super::age_group::AgeGroup;
use super::contracted::{Contracted, NameOrder, NotListed, not_listed};
use super::route::Route;

/// What a page is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// `/`
    Home,
    /// `/zoeken/`
    Search,
    /// `/vraag/`
    Questions,
    /// `/vraag/leeftijd/<ages>/`
    QuestionsForAge(AgeGroup),
    /// `/vraag/<profile>/`
    Question(ProfileId),
    /// `/hulp/`
    Products,
    /// `/hulp/<product>/`
    Product(ProductId),
    /// `/aanbieders/`
    Providers,
    /// `/aanbieders/<provider>/`
    Provider(ProviderId),
    /// `/plaats/<place>/`, by the place's slug
    Place(String),
    /// `/wachttijden/`
    Waits,
    /// `/wachttijden/<product>/`: of a product that somebody offers here
    WaitsOf(ProductId),
    /// `/uitkomsten/`
    Outcomes,
    /// `/uitkomsten/<measure>/`
    OutcomesOf(Measure),
    /// `/vergelijken/`
    Compare,
    /// `/lijst/`
    Shortlist,
    /// `/verwijzers/`
    Referrers,
    /// `/verwijzers/hulp/<product>/`
    ReferrerProduct(ProductId),
    /// `/verwijzers/vraag/<profile>/`
    ReferrerProfile(ProfileId),
    /// `/verwijzers/groep/<group>/`
    ReferrerGroup(GroupId),
    /// `/lokale-hulp/`
    LocalHelp,
    /// `/<page>/`: a page of text
    Text(Slug),
    /// `/niet-gevonden-aanbieder/`
    NotListed,
    /// `/wijzigingen/`
    Changes,
    /// `/gegevens/`
    OpenData,
    /// `404.html`
    NotFound,
}

impl Subject {
    /// Whether somebody chooses or compares here, so that both statements must stand on the page. A page of text says
    /// so itself.
    #[must_use]
    pub fn offers_choice(&self, dataset: &Dataset, municipality: MunicipalityId) -> bool {
        match self {
            Self::Home
            | Self::Search
            | Self::Questions
            | Self::QuestionsForAge(_)
            | Self::Question(_)
            | Self::Products
            | Self::Product(_)
            | Self::Providers
            | Self::Provider(_)
            | Self::Place(_)
            | Self::Waits
            | Self::WaitsOf(_)
            | Self::Outcomes
            | Self::OutcomesOf(_)
            | Self::Compare
            | Self::Shortlist
            | Self::Referrers
            | Self::ReferrerProduct(_)
            | Self::ReferrerProfile(_)
            | Self::ReferrerGroup(_)
            | Self::NotListed
            | Self::Changes => true,
            Self::Text(slug) => dataset
                .page_of(municipality, slug)
                .is_some_and(|page| page.offers_choice),
            Self::LocalHelp | Self::OpenData | Self::NotFound => false,
        }
    }
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where.
    pub route: Route,
    /// About what.
    pub subject: Subject,
}

/// One municipality's site.
#[derive(Debug)]
pub struct SitePlan {
    /// Whose.
    pub municipality: MunicipalityId,
    /// What is shown.
    pub contracted: Contracted,
    /// Who is not, in order of name.
    pub not_listed: Vec<NotListed>,
    /// The pages, in order of route.
    pub pages: Vec<Page>,
}

/// Plans the site of one municipality. Pages that collide and links that lead nowhere here go into `diagnostics`.
#[must_use]
pub fn plan(
    dataset: &Dataset,
    order: &NameOrder,
    municipality: MunicipalityId,
    diagnostics: &mut Vec<Diagnostic>,
) -> SitePlan {
    let contracted = Contracted::find(dataset, order, municipality);
    let not_listed = not_listed(dataset, order, &contracted, municipality);
    let mut pages = fixed_pages();
    pages.extend(pages_of_records(dataset, &contracted));
    let texts = dataset.pages_of(municipality);
    pages.extend(texts.iter().map(|page| Page {
        route: Route::folder(&[page.slug.as_str()]),
        subject: Subject::Text(page.slug.clone()),
    }));
    pages.sort_by(|one, other| one.route.cmp(&other.route));
    report_collisions(dataset, municipality, &pages, diagnostics);
    report_language_folders(dataset, municipality, diagnostics);
    report_dead_links(dataset, municipality, &pages, diagnostics);
    SitePlan {
        municipality,
        contracted,
        not_listed,
        pages,
    }
}

fn fixed_pages() -> Vec<Page> {
    let mut pages: Vec<Page> = [
        ("zoeken", Subject::Search),
        ("vraag", Subject::Questions),
        ("hulp", Subject::Products),
        ("aanbieders", Subject::Providers),
        ("wachttijden", Subject::Waits),
        ("uitkomsten", Subject::Outcomes),
        ("vergelijken", Subject::Compare),
        ("lijst", Subject::Shortlist),
        ("verwijzers", Subject::Referrers),
        ("lokale-hulp", Subject::LocalHelp),
        ("niet-gevonden-aanbieder", Subject::NotListed),
        ("wijzigingen", Subject::Changes),
        ("gegevens", Subject::OpenData),
    ]
    .into_iter()
    .map(|(folder, subject)| Page {
        route: Route::folder(&[folder]),
        subject,
    })
    .collect();
    pages.extend(AgeGroup::ALL.map(|group| Page {
        route: Route::folder(&["vraag", "leeftijd", group.slug()]),
        subject: Subject::QuestionsForAge(group),
    }));
    pages.extend(Measure::ALL.map(|measure| Page {
        route: Route::folder(&["uitkomsten", measure.slug()]),
        subject: Subject::OutcomesOf(measure),
    }));
    pages.push(Page {
        route: Route::folder(&[]),
        subject: Subject::Home,
    });
    pages.push(Page {
        route: Route::file("404.html"),
        subject: Subject::NotFound,
    });
    pages
}

/// The pages for referrers: per product, per profile, and an overview per group of which anything is bought here.
fn pages_for_referrers<'a>(
    dataset: &'a Dataset,
    contracted: &'a Contracted,
) -> impl Iterator<Item = Page> + 'a {
    let page = |kind: &str, slug: &Slug, subject: Subject| Page {
        route: Route::folder(&["verwijzers", kind, slug.as_str()]),
        subject,
    };
    let groups: BTreeSet<GroupId> = contracted
        .by_product
        .keys()
        .map(|id| dataset.product(*id).group)
        .collect();
    let products = contracted.by_product.keys().map(move |id| {
        let slug = &dataset.product(*id).slug;
        page("hulp", slug, Subject::ReferrerProduct(*id))
    });
    let profiles = dataset
        .profiles()
        .map(move |(id, profile)| page("vraag", &profile.slug, Subject::ReferrerProfile(id)));
    let groups = groups.into_iter().map(move |id| {
        let slug = &dataset.group(id).slug;
        page("groep", slug, Subject::ReferrerGroup(id))
    });
    products.chain(profiles).chain(groups)
}

fn pages_of_records(dataset: &Dataset, contracted: &Contracted) -> Vec<Page> {
    let mut pages: Vec<Page> = pages_for_referrers(dataset, contracted).collect();
    for (id, profile) in dataset.profiles() {
        pages.push(Page {
            route: Route::folder(&["vraag", profile.slug.as_str()]),
            subject: Subject::Question(id),
        });
    }
    for (id, offers) in &contracted.by_product {
        let slug = dataset.product(*id).slug.as_str();
        pages.push(Page {
            route: Route::folder(&["hulp", slug]),
            subject: Subject::Product(*id),
        });
        if !offers.is_empty() {
            pages.push(Page {
                route: Route::folder(&["wachttijden", slug]),
                subject: Subject::WaitsOf(*id),
            });
        }
    }
    for id in &contracted.providers {
        pages.push(Page {
            route: Route::folder(&["aanbieders", dataset.provider(*id).slug.as_str()]),
            subject: Subject::Provider(*id),
        });
    }
    for place in contracted.by_place.keys() {
        pages.push(Page {
            route: Route::folder(&["plaats", place]),
            subject: Subject::Place(place.clone()),
        });
    }
    pages
}

/// A page of text may have the name of a page that every site has.
fn report_collisions(
    dataset: &Dataset,
    municipality: MunicipalityId,
    pages: &[Page],
    diagnostics: &mut Vec<Diagnostic>,
) {
    for pair in pages.windows(2) {
        if pair[0].route != pair[1].route {
            continue;
        }
        let text = pair.iter().find_map(|page| {
            if let Subject::Text(slug) = &page.subject {
                Some(slug)
            } else {
                None
            }
        });
        let slug = text.expect("slugs are unique per kind, so only a text can collide");
        let place = dataset
            .page_of(municipality, slug)
            .map(|page| Place::whole(page.file))
            .expect("the page is one of this municipality");
        diagnostics.push(
            Diagnostic::new(
                codes::E0701,
                place,
                said(
                    "two pages on the path `/{route}`",
                    [("route", &pair[0].route)],
                ),
            )
            .help("every site has a page there already: give this text another name"),
        );
    }
}

/// A page of text may have the name of a language, whose pages stand in a folder of that name.
fn report_language_folders(
    dataset: &Dataset,
    municipality: MunicipalityId,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for page in dataset.pages_of(municipality) {
        let name = page.slug.as_str();
        let mut languages = dataset.site().other_languages.iter();
        if languages.any(|language| language.as_str() == name) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0701,
                    Place::whole(page.file),
                    said(
                        "the pages in another language stand on the path `/{name}/`",
                        [("name", &name)],
                    ),
                )
                .help("give this text another name"),
            );
        }
    }
}

fn report_dead_links(
    dataset: &Dataset,
    municipality: MunicipalityId,
    pages: &[Page],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let paths: BTreeSet<&str> = pages
        .iter()
        .map(|page| page.route.as_str().trim_end_matches('/'))
        .collect();
    let mut reported: BTreeSet<Place> = BTreeSet::new();
    for link in dataset.inside_links(municipality) {
        let path = link.path.trim_end_matches('/');
        if paths.contains(path) || path == "wijzigingen/feed.xml" {
            continue;
        }
        if reported.insert(link.place) {
            let name = &dataset.municipality(municipality).name;
            diagnostics.push(
                Diagnostic::new(
                    codes::E0702,
                    link.place,
                    said("the site of {name} has no page `/{path}/`", [("name", &name), ("path", &path)]),
                )
                .help("link to a page that every municipality has, or give this municipality its own text"),
            );
        }
    }
}
