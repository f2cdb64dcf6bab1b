//! `/gegevens/`: the files of open data, how the figures were made, and where they come from.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::FreshnessLimits;
use crate::plan::Page;
use crate::render::files::{CATALOG, EVERYTHING, HSDS, HSDS_PROFILE, PACKAGE, TABLES};
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;

/// `page` of `open-data.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OpenDataPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// The tables.
    pub tables: Vec<TableView<'a>>,
    /// The file with all tables.
    pub everything: &'a str,
    /// The file that describes the tables.
    pub package: &'a str,
    /// The same in the form of HSDS.
    pub hsds: HsdsView<'a>,
    /// The file for catalogues of open data.
    pub catalog: &'a str,
    /// When the files were made, in words.
    pub made_on: String,
    /// How the figures were made: one sentence each.
    pub method: Vec<String>,
}

/// One table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TableView<'a> {
    /// The name of its files, without ending.
    pub file: &'a str,
    /// Its title.
    pub title: &'a str,
    /// What it holds.
    pub description: &'a str,
}

/// The files of the Human Services Data Specification. Paths are below `gegevens/`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HsdsView<'a> {
    /// What is offered.
    pub services: &'a str,
    /// By whom.
    pub organizations: &'a str,
    /// All tables in one file.
    pub archive: &'a str,
    /// Schemas of what the specification has no place for.
    pub profile: Vec<&'a str>,
}

impl PageView for OpenDataPage<'_> {
    const TEMPLATE: &'static str = "open-data.html";
}

fn hsds() -> HsdsView<'static> {
    let [services, organizations, archive] = HSDS;
    HsdsView {
        services,
        organizations,
        archive,
        profile: HSDS_PROFILE.into(),
    }
}

impl SiteContext<'_> {
    /// The page about open data.
    #[must_use]
    pub fn open_data_page(&self, page: &Page) -> OpenDataPage<'_> {
        let head = Head::new(
            self.text("open-data-title"),
            self.in_municipality("open-data-description"),
            Section::Other,
        );
        OpenDataPage {
            frame: self.frame(page, head),
            tables: TABLES.map(|table| self.table(table)).into(),
            everything: EVERYTHING,
            package: PACKAGE,
            hsds: hsds(),
            catalog: CATALOG,
            made_on: self.words.with_text(
                "open-data-made",
                "date",
                &self.words.date(self.dataset.date()),
            ),
            method: self.method(),
        }
    }

    fn table(&self, file: &'static str) -> TableView<'_> {
        let (title, description) = match file {
            "aanbieders" => ("open-data-providers-title", "open-data-providers"),
            "aanbod" => ("open-data-offers-title", "open-data-offers"),
            "wachttijden" => ("open-data-waits-title", "open-data-waits"),
            "uitkomsten" => ("open-data-outcomes-title", "open-data-outcomes"),
            "gemiddelden" => ("open-data-averages-title", "open-data-averages"),
            other => unreachable!("`{other}` is not in the list of tables"),
        };
        TableView {
            file,
            title: self.text(title),
            description: self.text(description),
        }
    }

    fn method(&self) -> Vec<String> {
        let site = self.dataset.site();
        let thresholds = site.thresholds;
        let count = |count: u32| [("count", MessageValue::Number(f64::from(count)))];
        let mut method = vec![
            self.words
                .say("open-data-privacy", &count(thresholds.privacy_minimum)),
            self.words.say(
                "open-data-reliability",
                &count(thresholds.reliability_minimum),
            ),
            self.text("open-data-interval").to_owned(),
            self.text("open-data-average").to_owned(),
        ];
        method.extend(self.limits(
            site.waiting_time_freshness,
            "open-data-waits-old",
            "open-data-waits-hidden",
        ));
        method.extend(self.limits(
            site.outcome_freshness,
            "open-data-outcomes-old",
            "open-data-outcomes-hidden",
        ));
        method
    }

    fn limits(&self, limits: FreshnessLimits, old: &str, hidden: &str) -> Vec<String> {
        let days = |days: i32| [("count", MessageValue::Number(f64::from(days)))];
        let mut sentences = vec![self.words.say(old, &days(limits.old_after))];
        sentences.extend(
            limits
                .hidden_after
                .map(|limit| self.words.say(hidden, &days(limit))),
        );
        sentences
    }
}
