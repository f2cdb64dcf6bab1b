//! One municipality's site, of which single files are asked: each is made when it is asked for, and what pages share for the
//! first of them.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::artifact::{Artifact, IndexFiles};
use crate::changes::Journal;
use crate::plan::{Page, SitePlan};

use super::press::Press;
use super::records::Records;
use super::site::{Rendered, Renderer};
use super::theme::RenderError;

/// One municipality's site, of which single files are asked. Paths are those below its folder.
pub struct OpenSite<'p, 'a> {
    press: &'p Press<'a>,
    plan: &'p SitePlan,
    made: (&'p IndexFiles, &'p Journal),
    folder: String,
    renderers: Vec<OnceCell<Result<Renderer<'p>, RenderError>>>,
    assets: OnceCell<Vec<Artifact>>,
    records: Arc<Records<'p>>,
}

/// A page in one of the languages of a site.
#[derive(Clone, Copy, Debug)]
pub struct PageAt<'p> {
    language: usize,
    page: &'p Page,
}

impl<'p, 'a> OpenSite<'p, 'a> {
    pub(super) fn new(
        press: &'p Press<'a>,
        plan: &'p SitePlan,
        made: (&'p IndexFiles, &'p Journal),
    ) -> Self {
        Self {
            press,
            plan,
            made,
            folder: press.folder(plan),
            renderers: press.editions().iter().map(|_| OnceCell::new()).collect(),
            assets: OnceCell::new(),
            records: Arc::new(press.records(plan)),
        }
    }

    /// Every page in every language.
    pub fn pages(&self) -> impl Iterator<Item = PageAt<'p>> {
        let languages = 0..self.renderers.len();
        let plan = self.plan;
        languages
            .flat_map(move |language| plan.pages.iter().map(move |page| PageAt { language, page }))
    }

    /// The page whose file has this path: `hulp/index.html`, `en/hulp/index.html`, `404.html`.
    #[must_use]
    pub fn page(&self, path: &str) -> Option<PageAt<'p>> {
        let editions = self.press.editions().iter();
        editions.enumerate().find_map(|(language, edition)| {
            let below = path.strip_prefix(edition.folder().as_str())?;
            let mut pages = self.plan.pages.iter();
            let page = pages.find(|page| page.route.file_path() == below)?;
            Some(PageAt { language, page })
        })
    }

    /// Renders a page; what is made with it, such as a feed, comes along. Nothing when the language does not have it.
    #[must_use]
    pub fn render(&self, PageAt { language, page }: PageAt<'_>) -> Rendered {
        let renderer = self.renderers[language].get_or_init(|| {
            self.press
                .renderer(language, self.plan, self.made, &self.records)
        });
        match renderer {
            Ok(renderer) if renderer.has(page) => renderer.render(page),
            Ok(_) => Rendered::default(),
            Err(error) => Rendered::failed(error, &self.press.providers_page(self.plan)),
        }
    }

    /// The file at a path that is no page, apart from the search; `None` when the site has no such file.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Artifact> {
        let whole = format!("{}{path}", self.folder);
        let named = |files: &[Artifact]| files.iter().find(|file| file.path == whole).cloned();
        if path.starts_with("assets/") {
            return named(self.assets.get_or_init(|| self.press.assets(self.plan)));
        }
        let beside_page = || {
            let (folder, _) = path.rsplit_once('/')?;
            let page = self.page(&format!("{folder}/index.html"))?;
            named(&self.render(page).artifacts)
        };
        beside_page().or_else(|| named(self.records.all()))
    }
}
