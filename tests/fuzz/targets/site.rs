//! All files of a region's sites, made in memory, and what holds for every site whatever its content is.

use std::collections::{BTreeMap, BTreeSet};

use keuzewijzer::artifact::Artifact;
use keuzewijzer::diagnostics::SourceMap;
use keuzewijzer::model::MunicipalityId;
use keuzewijzer::pipeline::{Indexer, Region};
use keuzewijzer::plan::{self, NameOrder, SitePlan, Subject};
use keuzewijzer::render::{Press, Rendered};
use keuzewijzer::sources::CsvTable;
use keuzewijzer::stats::Ledger;
use scraper::{Html, Selector};

/// Every file by its path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What was made of a region.
pub(crate) struct Made {
    pub(crate) files: Files,
    /// Whether nothing is wrong with it, so that it would be published.
    pub(crate) is_good: bool,
    /// The pages on which somebody chooses.
    pub(crate) choosing: BTreeSet<String>,
}

/// Makes all files of all sites.
pub(crate) fn make(region: &Region) -> Made {
    let scores = region.score(Ledger::default()).scores;
    region.with_press(&scores, |press| {
        let mut made = Made {
            files: BTreeMap::new(),
            is_good: press.prepare().is_ok(),
            choosing: BTreeSet::from(["index.html".to_owned()]),
        };
        if !made.is_good {
            return made;
        }
        made.add(press.front_door());
        let dataset = region.dataset();
        let indexer = Indexer::new(dataset).expect("a region can be indexed");
        let order = NameOrder::new(dataset);
        for (municipality, _) in dataset.municipalities() {
            let mut problems = Vec::new();
            let plan = plan::plan(dataset, &order, municipality, &mut problems);
            made.is_good &= problems.is_empty();
            made.add_site(region, press, &indexer, &plan);
            providers_are_shown_or_named(region, municipality, &plan);
        }
        made
    })
}

/// Nobody is lost: each provider of the region has a page here, or is named among those that are not contracted here.
fn providers_are_shown_or_named(region: &Region, municipality: MunicipalityId, plan: &SitePlan) {
    let shown = plan
        .pages
        .iter()
        .filter(|page| matches!(page.subject, Subject::Provider(_)))
        .count();
    assert_eq!(
        shown + plan.not_listed.len(),
        region.dataset().providers().count(),
        "providers of {}",
        region.dataset().municipality(municipality).slug
    );
}

impl Made {
    fn add_site(
        &mut self,
        region: &Region,
        press: &Press<'_>,
        indexer: &Indexer<'_>,
        plan: &SitePlan,
    ) {
        let (names, artifacts) = indexer.files(plan).expect("a region can be indexed");
        let journal = press.journal(None, plan);
        for rendered in press.site(plan, (&names, &journal)) {
            self.add(rendered);
        }
        self.put(artifacts);
        let slug = &region.dataset().municipality(plan.municipality).slug;
        for page in &plan.pages {
            if page
                .subject
                .offers_choice(region.dataset(), plan.municipality)
            {
                self.choosing
                    .insert(format!("{slug}/{}", page.route.file_path()));
            }
        }
        self.put(vec![Artifact {
            path: format!("{slug}/gegevens/wijzigingen.json"),
            bytes: journal.to_bytes(),
        }]);
    }

    fn add(&mut self, rendered: Rendered) {
        self.is_good &= rendered.faults.is_empty() && rendered.diagnostics.is_empty();
        self.put(rendered.artifacts);
    }

    fn put(&mut self, artifacts: Vec<Artifact>) {
        for artifact in artifacts {
            assert!(
                is_inside(&artifact.path),
                "`{}` leaves the target",
                artifact.path
            );
            let before = self.files.insert(artifact.path.clone(), artifact.bytes);
            // Assets that a municipality shares with the front door come once for each.
            assert!(before.is_none(), "`{}` is made twice", artifact.path);
        }
    }
}

fn is_inside(path: &str) -> bool {
    path.split('/').all(|part| {
        !part.is_empty()
            && part.len() < 256
            && part != "."
            && part != ".."
            && !part.contains(['\\', '\0'])
    })
}

/// Fails when a file of a site that would be published is not what a visitor or a program can take.
pub(crate) fn judge(made: &Made) {
    for (path, bytes) in &made.files {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        let text = || str::from_utf8(bytes).unwrap_or_else(|_| panic!("`{path}` is not UTF-8"));
        match ending {
            "html" => judge_page(made, path, text()),
            "json" | "jsonld" => {
                serde_json::from_str::<serde_json::Value>(text())
                    .unwrap_or_else(|error| panic!("`{path}`: {error}"));
            }
            "csv" => {
                let mut sources = SourceMap::default();
                let file = sources.add(path, text());
                let mut problems = Vec::new();
                let table = CsvTable::parse(text(), file, &mut problems);
                assert!(
                    table.is_some() && problems.is_empty(),
                    "`{path}`: {problems:?}"
                );
            }
            "xml" | "svg" | "atom" => {
                roxmltree::Document::parse(text())
                    .unwrap_or_else(|error| panic!("`{path}`: {error}"));
            }
            _ => {}
        }
    }
}

fn judge_page(made: &Made, path: &str, text: &str) {
    let page = Html::parse_document(text);
    assert!(page.errors.is_empty(), "`{path}`: {:?}", page.errors);
    for element in page.select(&Selector::parse("*").expect("a selector")) {
        let own = element.value();
        for (name, value) in own.attrs() {
            assert!(
                !name.starts_with("on") && name != "style",
                "`{path}`: `{name}`"
            );
            if ["href", "src", "action"].contains(&name) {
                assert!(leads_somewhere(made, path, value), "`{path}`: `{value}`");
            }
        }
        if own.name() == "script" && own.attr("src").is_none() {
            assert!(
                own.attr("type").is_some_and(|kind| kind.ends_with("json")),
                "`{path}` has a script of its own"
            );
            let text: String = element.text().collect();
            serde_json::from_str::<serde_json::Value>(&text)
                .unwrap_or_else(|error| panic!("`{path}`: {error}"));
        }
    }
    if made.choosing.contains(path) {
        for which in ["screening", "finance"] {
            let marked = format!("[data-statement={which}]");
            let marked = Selector::parse(&marked).expect("a selector");
            let found = page.select(&marked);
            let words: String = found.flat_map(|element| element.text()).collect();
            assert!(
                !words.trim().is_empty(),
                "`{path}` lacks the statement {which}"
            );
        }
    }
}

/// Whether an address leads to a file of the sites, or to another site by a harmless way.
fn leads_somewhere(made: &Made, page: &str, address: &str) -> bool {
    let elsewhere = ["https:", "http:", "mailto:", "tel:"];
    if elsewhere.iter().any(|scheme| address.starts_with(scheme)) {
        return true;
    }
    let path = address.split(['#', '?']).next().unwrap_or_default();
    if path.is_empty() || path.starts_with('/') {
        // A place on this page; the page for addresses that are not there begins at the top.
        return path.is_empty() || page.ends_with("404.html");
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return false;
                }
            }
            part => parts.push(part),
        }
    }
    let file = parts.join("/");
    let folder = if file.is_empty() {
        "index.html".to_owned()
    } else {
        format!("{file}/index.html")
    };
    made.files.contains_key(&file) || made.files.contains_key(&folder)
}
