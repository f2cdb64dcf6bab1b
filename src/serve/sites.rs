//! The sites of one version of the region, of which single files are made when they are asked for.

use std::cell::{OnceCell, RefCell};

use crate::artifact::{Artifact, IndexFiles};
use crate::changes::{FILE, Journal};
use crate::diagnostics::Diagnostic;
use crate::model::{Dataset, MunicipalityId};
use crate::pipeline::Indexer;
use crate::plan::{self, NameOrder, SitePlan};
use crate::render::{OpenSite, Press, Rendered, guard};
use crate::search::SearchError;
use crate::stats::{LEDGER_FILE, Ledger};

use super::headers::HeaderRules;

/// The page for addresses that do not exist.
const NOT_FOUND: &str = "404.html";

/// The sites of one version of the region.
pub(super) struct Sites<'p, 'a> {
    press: &'p Press<'a>,
    dataset: &'p Dataset,
    ledger: &'p Ledger,
    plans: &'p [OnceCell<(SitePlan, Journal)>],
    index_names: &'p IndexFiles,
    order: NameOrder,
    open: Vec<OnceCell<OpenSite<'p, 'a>>>,
    indexer: OnceCell<Indexer<'p>>,
    indexes: Vec<OnceCell<Vec<Artifact>>>,
    front_door: Vec<Artifact>,
    rules: HeaderRules,
    problems: RefCell<Vec<Diagnostic>>,
}

/// What stands at an address.
#[derive(Debug)]
pub(super) enum Found {
    /// A page.
    Page(Vec<u8>),
    /// Another file, by its path, and whether its name changes with what it holds.
    File {
        path: String,
        bytes: Vec<u8>,
        is_named_by_hash: bool,
    },
    /// A folder: a page stands at the address with a slash behind it.
    Folder,
    /// A page that cannot be made.
    Broken,
    /// Nothing; the page that says so, where the site has one.
    Nothing(Option<Vec<u8>>),
}

impl<'p, 'a> Sites<'p, 'a> {
    /// Makes ready; `plans` has room for one of each municipality.
    pub(super) fn new(
        press: &'p Press<'a>,
        (dataset, ledger): (&'p Dataset, &'p Ledger),
        plans: &'p [OnceCell<(SitePlan, Journal)>],
        index_names: &'p IndexFiles,
    ) -> Self {
        let front_door = press.front_door_files();
        let headers = front_door.iter().find(|file| file.path == "_headers");
        let headers = headers.map_or("", |file| {
            std::str::from_utf8(&file.bytes).expect("`_headers` is text")
        });
        Self {
            press,
            dataset,
            ledger,
            plans,
            index_names,
            order: NameOrder::new(dataset),
            open: plans.iter().map(|_| OnceCell::new()).collect(),
            indexer: OnceCell::new(),
            indexes: plans.iter().map(|_| OnceCell::new()).collect(),
            rules: HeaderRules::parse(headers),
            front_door,
            problems: RefCell::default(),
        }
    }

    /// The headers for an address.
    pub(super) fn headers(&self, path: &str) -> Vec<(String, String)> {
        self.rules.of(path)
    }

    /// What was found wrong with what was made since this was asked last.
    pub(super) fn take_problems(&self) -> Vec<Diagnostic> {
        self.problems.take()
    }

    /// What stands at an address, such as `/apeldoorn/hulp/`.
    ///
    /// # Errors
    /// When the search library fails.
    pub(super) fn find(&self, address: &str) -> Result<Found, SearchError> {
        let inside = address.trim_start_matches('/');
        let file = if inside.is_empty() || inside.ends_with('/') {
            format!("{inside}index.html")
        } else {
            inside.to_owned()
        };
        let parts = file.split_once('/');
        let site =
            parts.and_then(|(top, below)| Some((self.dataset.municipality_with_slug(top)?, below)));
        match site {
            Some((municipality, below)) => self.find_in(municipality, &file, below),
            None => Ok(self.find_at_front_door(&file)),
        }
    }

    /// The site of a municipality, opened for the first who asks.
    fn site(&self, municipality: MunicipalityId) -> &OpenSite<'p, 'a> {
        self.open[municipality.index()].get_or_init(|| self.open_site(municipality))
    }

    fn open_site(&self, municipality: MunicipalityId) -> OpenSite<'p, 'a> {
        let (plan, journal) = self.planned(municipality);
        self.press.open(plan, (self.index_names, journal))
    }

    fn plan(&self, municipality: MunicipalityId) -> &'p SitePlan {
        &self.planned(municipality).0
    }

    fn journal_file(&self, municipality: MunicipalityId) -> Artifact {
        Artifact {
            path: FILE.to_owned(),
            bytes: self.planned(municipality).1.to_bytes(),
        }
    }

    /// The plan of a site, and what is told of changes as if nothing was published before.
    fn planned(&self, municipality: MunicipalityId) -> &'p (SitePlan, Journal) {
        self.plans[municipality.index()].get_or_init(|| {
            let mut problems = self.problems.borrow_mut();
            let plan = plan::plan(self.dataset, &self.order, municipality, &mut problems);
            let journal = self.press.journal(None, &plan);
            (plan, journal)
        })
    }

    /// Makes every page of a municipality's site, one between two calls of `may_go_on`, which ends it by saying no. What
    /// is made is let go of again.
    pub(super) fn check(&self, municipality: MunicipalityId, mut may_go_on: impl FnMut() -> bool) {
        let site = self.open_site(municipality);
        for page in site.pages() {
            if !may_go_on() {
                return;
            }
            self.note(site.render(page));
        }
    }

    fn find_in(
        &self,
        municipality: MunicipalityId,
        path: &str,
        below: &str,
    ) -> Result<Found, SearchError> {
        let site = self.site(municipality);
        if let Some(page) = site.page(below) {
            return Ok(self.made(site.render(page), path));
        }
        if site.page(&format!("{below}/index.html")).is_some() {
            return Ok(Found::Folder);
        }
        let names = [&self.index_names.core, &self.index_names.texts];
        let asset = below.strip_prefix("assets/");
        let index = names.iter().position(|name| asset == Some(name.as_str()));
        let file = match index {
            Some(rank) => self.index(municipality)?.get(rank).cloned(),
            None if below == FILE => Some(self.journal_file(municipality)),
            None => site.file(below),
        };
        Ok(match file {
            Some(file) => Found::File {
                path: path.to_owned(),
                bytes: file.bytes,
                is_named_by_hash: asset.is_some() && index.is_none(),
            },
            None => Found::Nothing(self.apology_of(site, municipality)),
        })
    }

    fn find_at_front_door(&self, path: &str) -> Found {
        let editions = self.press.editions();
        for (language, edition) in editions.iter().enumerate() {
            let folder = edition.folder();
            if path == format!("{folder}index.html") {
                return self.made(self.press.front_door_page(language), path);
            }
            if format!("{path}/") == folder {
                return Found::Folder;
            }
        }
        if self.dataset.municipality_with_slug(path).is_some() {
            return Found::Folder;
        }
        if path == NOT_FOUND {
            return self.made(self.press.front_door_page(0), path);
        }
        if path == LEDGER_FILE {
            return Found::File {
                path: path.to_owned(),
                bytes: self.ledger.to_bytes(),
                is_named_by_hash: false,
            };
        }
        let asset = path.strip_prefix("assets/").and_then(|name| {
            let mut assets = self.press.theme().assets().iter();
            assets.find(|asset| asset.file_name == name)
        });
        let beside = self.front_door.iter().find(|file| file.path == path);
        let is_named_by_hash = asset.is_some();
        asset
            .map(|asset| &asset.bytes)
            .or(beside.map(|file| &file.bytes))
            .map_or_else(
                || Found::Nothing(self.apology(self.press.front_door_page(0), NOT_FOUND)),
                |bytes| Found::File {
                    path: path.to_owned(),
                    bytes: bytes.clone(),
                    is_named_by_hash,
                },
            )
    }

    fn apology_of(&self, site: &OpenSite<'p, 'a>, municipality: MunicipalityId) -> Option<Vec<u8>> {
        let rendered = site.render(site.page(NOT_FOUND)?);
        let folder = &self.dataset.municipality(municipality).slug;
        self.apology(rendered, &format!("{folder}/{NOT_FOUND}"))
    }

    /// The page that says that there is no such page.
    fn apology(&self, rendered: Rendered, path: &str) -> Option<Vec<u8>> {
        match self.made(rendered, path) {
            Found::Page(bytes) => Some(bytes),
            Found::File { .. } | Found::Folder | Found::Broken | Found::Nothing(_) => None,
        }
    }

    /// A page that was made, with what is wrong with it.
    fn made(&self, rendered: Rendered, path: &str) -> Found {
        let mut files = rendered.artifacts.iter();
        let page = files.find(|file| file.path == path);
        let found = match page {
            Some(file) => Found::Page(file.bytes.clone()),
            None if rendered.diagnostics.is_empty() => Found::Nothing(None),
            None => Found::Broken,
        };
        self.note(rendered);
        found
    }

    fn note(&self, rendered: Rendered) {
        let mut problems = self.problems.borrow_mut();
        problems.extend(rendered.diagnostics);
        problems.extend(guard::to_diagnostics(&rendered.faults, |template| {
            self.press.theme().place(template)
        }));
    }

    /// The two files of a municipality's search, made for the first who asks.
    fn index(&self, municipality: MunicipalityId) -> Result<&[Artifact], SearchError> {
        if self.indexer.get().is_none() {
            let made = Indexer::new(self.dataset)?;
            // It was empty, and this is one thread.
            let _ = self.indexer.set(made);
        }
        let indexer = self.indexer.get().expect("it was just made");
        let files = &self.indexes[municipality.index()];
        if files.get().is_none() {
            let (_, made) = indexer.files(self.plan(municipality))?;
            let _ = files.set(made);
        }
        Ok(files.get().expect("they were just made"))
    }
}
