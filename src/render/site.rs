//! One municipality's site in one language: every page of its plan.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::artifact::{Artifact, IndexFiles};
use crate::changes::Journal;
use crate::diagnostics::Diagnostic;
use crate::plan::{Page, SitePlan, Subject};

use super::guard::{PageFault, PageGuard};
use super::records::Records;
use super::theme::{RenderError, Theme};
use super::view::{Fragments, PageView, Region, SiteContext, root_of_not_found};

/// Finished files, and the statements that are not as they should be in them.
#[derive(Debug, Default)]
pub struct Rendered {
    /// The files.
    pub artifacts: Vec<Artifact>,
    /// What the guard of the statements found.
    pub faults: Vec<PageFault>,
    /// Pages that could not be made: each names its page and the place in the template.
    pub diagnostics: Vec<Diagnostic>,
}

impl Rendered {
    /// Nothing, because a template asked for something that is not there.
    #[must_use]
    pub fn failed(error: &RenderError, page: &str) -> Self {
        Self {
            diagnostics: vec![error.diagnostic(page)],
            ..Self::default()
        }
    }

    /// Adds what was rendered later.
    pub fn add(&mut self, later: Self) {
        self.artifacts.extend(later.artifacts);
        self.faults.extend(later.faults);
        self.diagnostics.extend(later.diagnostics);
    }
}

/// Renders the pages of one municipality's site in one language, in order of route. Paths start with the municipality's
/// folder. The files that pages name are made elsewhere; the journal says what changed.
#[must_use]
pub fn render_site(renderer: &Renderer<'_>, plan: &SitePlan) -> Rendered {
    let pages: Vec<Rendered> = plan
        .pages
        .par_iter()
        .filter(|page| renderer.has(page))
        .map(|page| renderer.render(page))
        .collect();
    let mut site = Rendered::default();
    for page in pages {
        site.add(page);
    }
    site
}

/// Renders the pages of one site in one language.
pub struct Renderer<'a> {
    context: SiteContext<'a>,
    guard: &'a PageGuard,
    /// `site` for each depth at which there are pages, by the way back to the top.
    sites: BTreeMap<&'static str, tera::Value>,
}

impl<'a> Renderer<'a> {
    /// Makes what the pages share.
    ///
    /// # Errors
    /// When a template of an offer asks for something its view does not have.
    pub fn new(
        region: Region<'a>,
        fragments: &'a Fragments<'a>,
        plan: &'a SitePlan,
        guard: &'a PageGuard,
        made: (&'a IndexFiles, &'a Journal),
        records: Arc<Records<'a>>,
    ) -> Result<Self, RenderError> {
        let context = SiteContext::new(region, fragments, plan, made, records)?;
        let sites = plan
            .pages
            .iter()
            .map(|page| page.route.to_root())
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .map(|root| (root, Theme::site_value(&context.site_view(root))))
            .collect();
        Ok(Self {
            context,
            guard,
            sites,
        })
    }

    /// Whether the page exists in this language: there is one page for addresses that do not exist, whatever their
    /// language.
    #[must_use]
    pub fn has(&self, page: &Page) -> bool {
        self.context.edition.is_main() || page.subject != Subject::NotFound
    }

    /// One page, and for some a second form of it.
    #[must_use]
    pub fn render(&self, page: &Page) -> Rendered {
        let context = &self.context;
        match &page.subject {
            Subject::Home => self.html(page, &context.home_page(page)),
            Subject::Questions => self.html(page, &context.questions_page(page)),
            Subject::QuestionsForAge(group) => self.html(page, &context.age_page(page, *group)),
            Subject::Question(profile) => self.html(page, &context.question_page(page, *profile)),
            Subject::Products => self.html(page, &context.products_page(page)),
            Subject::Product(product) => self.html(page, &context.product_page(page, *product)),
            Subject::Providers => self.html(page, &context.providers_page(page)),
            Subject::Provider(provider) => {
                self.html_of(page, context.provider_page(page, *provider))
            }
            Subject::Place(place) => self.html(page, &context.place_page(page, place)),
            Subject::Search => self.html(page, &context.search_page(page)),
            Subject::Waits => self.html(page, &context.waits_page(page)),
            Subject::WaitsOf(product) => {
                self.html(page, &context.product_waits_page(page, *product))
            }
            Subject::Outcomes => self.html(page, &context.outcomes_page(page)),
            Subject::OutcomesOf(measure) => {
                self.html_of(page, context.measure_page(page, *measure))
            }
            Subject::Compare => self.html(page, &context.compare_page(page)),
            Subject::Shortlist => self.html(page, &context.shortlist_page(page)),
            Subject::Referrers => self.html(page, &context.referrers_page(page)),
            Subject::ReferrerProduct(id) => {
                self.html(page, &context.referrer_product_page(page, *id))
            }
            Subject::ReferrerProfile(id) => {
                self.html(page, &context.referrer_profile_page(page, *id))
            }
            Subject::ReferrerGroup(id) => self.html(page, &context.referrer_group_page(page, *id)),
            Subject::LocalHelp => self.html(page, &context.local_help_page(page)),
            Subject::Text(slug) => match context.accessibility_page(page, slug) {
                Some(statement) => self.html(page, &statement),
                None => self.html(page, &context.text_page(page, slug)),
            },
            Subject::NotListed => self.html(page, &context.not_listed_page(page)),
            Subject::Changes => self.changes(page),
            Subject::OpenData => self.html(page, &context.open_data_page(page)),
            Subject::NotFound => self.not_found(page),
        }
    }

    /// The page of changes, and the same as a feed.
    fn changes(&self, page: &Page) -> Rendered {
        let context = &self.context;
        let listed = context.listed_changes();
        let mut rendered = self.html(page, &context.changes_page(page, &listed));
        let (folder, edition) = (&context.municipality.slug, context.edition.folder());
        rendered.artifacts.push(Artifact {
            path: format!("{folder}/{edition}{}feed.xml", page.route),
            bytes: context.changes_feed(&listed).into_bytes(),
        });
        rendered
    }

    /// The page for addresses that do not exist, whose links start at the top of the host.
    fn not_found(&self, page: &Page) -> Rendered {
        let root = root_of_not_found(&self.context.municipality.base_url);
        let site = Theme::site_value(&self.context.site_view(root));
        self.html_in(page, &site, &self.context.not_found_page(page))
    }

    fn html<V: PageView>(&self, page: &Page, view: &V) -> Rendered {
        self.html_in(page, &self.sites[page.route.to_root()], view)
    }

    /// A page, or that a fragment in it cannot be made.
    fn html_of<V: PageView>(&self, page: &Page, view: Result<V, RenderError>) -> Rendered {
        match view {
            Ok(view) => self.html(page, &view),
            Err(error) => Rendered::failed(&error, &self.path_of(page)),
        }
    }

    fn path_of(&self, page: &Page) -> String {
        let context = &self.context;
        let (folder, edition) = (&context.municipality.slug, context.edition.folder());
        format!("{folder}/{edition}{}", page.route.file_path())
    }

    fn html_in<V: PageView>(&self, page: &Page, site: &tera::Value, view: &V) -> Rendered {
        let context = &self.context;
        let path = self.path_of(page);
        let mut rendered = Rendered::default();
        match context.theme.render(V::TEMPLATE, site, view) {
            Err(error) => rendered.diagnostics.push(error.diagnostic(&path)),
            Ok(html) => {
                let municipality = context.plan.municipality;
                if page.subject.offers_choice(context.dataset, municipality) {
                    let faults = self.guard.check(&html, page.route.to_root());
                    rendered
                        .faults
                        .extend(faults.into_iter().map(|fault| PageFault {
                            page: path.clone(),
                            template: V::TEMPLATE,
                            fault,
                        }));
                }
                rendered.artifacts.push(Artifact {
                    path,
                    bytes: html.into_bytes(),
                });
            }
        }
        rendered
    }
}
