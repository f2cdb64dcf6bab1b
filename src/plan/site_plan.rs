//! The pages of one municipality's site.

use crate::diagnostics::Diagnostic;
use crate::model::{Dataset, MunicipalityId, ProductId, ProfileId, ProviderId, Slug};

use super::contracted::{Contracted, NotListed};
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
    /// `/uitkomsten/`
    Outcomes,
    /// `/vergelijken/`
    Compare,
    /// `/lijst/`
    Shortlist,
    /// `/verwijzers/`
    Referrers,
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

/// Plans the site of one municipality. Pages that collide go into `diagnostics`.
#[must_use]
pub fn plan(
    _dataset: &Dataset,
    municipality: MunicipalityId,
    _diagnostics: &mut Vec<Diagnostic>,
) -> SitePlan {
    SitePlan {
        municipality,
        contracted: Contracted::default(),
        not_listed: Vec::new(),
        pages: Vec::new(),
    }
}
