//! One municipality's site: every page of its plan, and the files they need.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::artifact::Artifact;
use crate::model::Dataset;
use crate::plan::{Page, SitePlan, Subject};
use crate::stats::Scores;

use super::files::municipality_files;
use super::theme::{RenderError, Theme};
use super::view::{PageView, RegionTexts, SiteContext, root_of_not_found};

/// Renders one municipality's site: its pages in order of route, then the files that are no pages, then its
/// assets. Paths start with the municipality's folder.
///
/// # Errors
/// When a template asks for something its view does not have.
pub fn render_site(
    theme: &Theme,
    dataset: &Dataset,
    scores: &Scores,
    plan: &SitePlan,
    texts: &RegionTexts<'_>,
) -> Result<Vec<Artifact>, RenderError> {
    let context = SiteContext::new(theme, dataset, scores, plan, texts);
    let renderer = Renderer::new(&context, plan);
    let pages: Vec<Vec<Artifact>> = plan
        .pages
        .par_iter()
        .map(|page| renderer.artifacts(page))
        .collect::<Result<_, _>>()?;
    let folder = &context.municipality.slug;
    let assets = theme.assets().iter().map(|asset| Artifact {
        path: format!("{folder}/assets/{}", asset.file_name),
        bytes: asset.bytes.clone(),
    });
    let files = municipality_files(dataset, scores, plan);
    Ok(pages
        .into_iter()
        .flatten()
        .chain(files)
        .chain(assets)
        .collect())
}

/// Renders the pages of one site.
struct Renderer<'a> {
    context: &'a SiteContext<'a>,
    /// `site` for each depth at which there are pages, by the way back to the top.
    sites: BTreeMap<&'static str, tera::Value>,
}

impl<'a> Renderer<'a> {
    fn new(context: &'a SiteContext<'a>, plan: &SitePlan) -> Self {
        let sites = plan
            .pages
            .iter()
            .map(|page| page.route.to_root())
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .map(|root| (root, Theme::site_value(&context.site_view(root))))
            .collect();
        Self { context, sites }
    }

    /// The files of one page: the page itself, and for some a second form of it.
    fn artifacts(&self, page: &Page) -> Result<Vec<Artifact>, RenderError> {
        let context = self.context;
        let html = match &page.subject {
            Subject::Home => self.html(page, &context.home_page(page)),
            Subject::Questions => self.html(page, &context.questions_page(page)),
            Subject::Question(profile) => self.html(page, &context.question_page(page, *profile)),
            Subject::Products => self.html(page, &context.products_page(page)),
            Subject::Product(product) => self.html(page, &context.product_page(page, *product)),
            Subject::Providers => self.html(page, &context.providers_page(page)),
            Subject::Provider(provider) => self.html(page, &context.provider_page(page, *provider)),
            Subject::Place(place) => self.html(page, &context.place_page(page, place)),
            Subject::Search => self.html(page, &context.search_page(page)),
            Subject::Waits => self.html(page, &context.waits_page(page)),
            Subject::Outcomes => self.html(page, &context.outcomes_page(page)),
            Subject::Compare => self.html(page, &context.compare_page(page)),
            Subject::Shortlist => self.html(page, &context.shortlist_page(page)),
            Subject::Referrers => self.html(page, &context.referrers_page(page)),
            Subject::LocalHelp => self.html(page, &context.local_help_page(page)),
            Subject::Text(slug) => self.html(page, &context.text_page(page, slug)),
            Subject::NotListed => self.html(page, &context.not_listed_page(page)),
            Subject::Changes => return self.changes(page),
            Subject::OpenData => self.html(page, &context.open_data_page(page)),
            Subject::NotFound => self.not_found(page),
        }?;
        Ok(vec![html])
    }

    /// The page of changes, and the same as a feed.
    fn changes(&self, page: &Page) -> Result<Vec<Artifact>, RenderError> {
        let html = self.html(page, &self.context.changes_page(page))?;
        let feed = Artifact {
            path: format!("{}/{}feed.xml", self.context.municipality.slug, page.route),
            bytes: self.context.changes_feed().into_bytes(),
        };
        Ok(vec![html, feed])
    }

    /// The page for addresses that do not exist, whose links start at the top of the host.
    fn not_found(&self, page: &Page) -> Result<Artifact, RenderError> {
        let root = root_of_not_found(&self.context.municipality.base_url);
        let site = Theme::site_value(&self.context.site_view(root));
        self.html_in(page, &site, &self.context.not_found_page(page))
    }

    fn html<V: PageView>(&self, page: &Page, view: &V) -> Result<Artifact, RenderError> {
        self.html_in(page, &self.sites[page.route.to_root()], view)
    }

    fn html_in<V: PageView>(
        &self,
        page: &Page,
        site: &tera::Value,
        view: &V,
    ) -> Result<Artifact, RenderError> {
        let html = self.context.theme.render(V::TEMPLATE, site, view)?;
        Ok(Artifact {
            path: format!(
                "{}/{}",
                self.context.municipality.slug,
                page.route.file_path()
            ),
            bytes: html.into_bytes(),
        })
    }
}
