//! `/gegevens/`: the files of open data, how the figures were made, and where they come from.

use schemars::JsonSchema;
use serde::Serialize;

use crate::changes;
use crate::model::FreshnessLimits;
use crate::plan::Page;
use crate::render::files::{CATALOG, EVERYTHING, HSDS, HSDS_PROFILE, PACKAGE, TABLES};
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::file_size::{file_size, rows};
use super::frame::{Frame, Head, Section};
use super::page_view::PageView;

/// `page` of `open-data.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OpenDataPage<'a> {
    /// What stands around the page.
    pub frame: Frame<'a>,
    /// The licence of the files; absent when none was given.
    pub license: Option<LicenseView<'a>>,
    /// The tables.
    pub tables: Vec<TableView<'a>>,
    /// The file with all tables.
    pub everything: FileView<'a>,
    /// How many rows all tables have together, in words.
    pub all_rows: String,
    /// The file that describes the tables.
    pub package: FileView<'a>,
    /// The same in the form of HSDS.
    pub hsds: HsdsView<'a>,
    /// The file for catalogues of open data.
    pub catalog: FileView<'a>,
    /// The file of what changed.
    pub changes: FileView<'a>,
    /// When the files were made, in words.
    pub made_on: String,
    /// How the figures were made: one sentence each.
    pub method: Vec<String>,
}

/// A licence.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LicenseView<'a> {
    /// As people call it.
    pub title: &'a str,
    /// Where it stands.
    pub href: &'a str,
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
    /// How large its file is, in words.
    pub size: String,
    /// How many rows it has, in words.
    pub rows: String,
    /// How large the file is that explains its columns, in words.
    pub schema_size: String,
}

/// A file.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FileView<'a> {
    /// Its path below `gegevens/`.
    pub path: &'a str,
    /// How large it is, in words.
    pub size: String,
}

/// The files of the Human Services Data Specification. Paths are below `gegevens/`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HsdsView<'a> {
    /// What is offered.
    pub services: FileView<'a>,
    /// By whom.
    pub organizations: FileView<'a>,
    /// All tables in one file.
    pub archive: FileView<'a>,
    /// Schemas of what the specification has no place for.
    pub profile: Vec<FileView<'a>>,
}

impl PageView for OpenDataPage<'_> {
    const TEMPLATE: &'static str = "open-data.html";
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
            license: self.license(),
            tables: TABLES.map(|table| self.table(table)).into(),
            everything: self.file(EVERYTHING),
            all_rows: self.rows_of(&TABLES),
            package: self.file(PACKAGE),
            hsds: self.hsds(),
            catalog: self.file(CATALOG),
            changes: self.changes_file(),
            made_on: self.words.with_text(
                "open-data-made",
                "date",
                &self.words.date(self.dataset.date()),
            ),
            method: self.method(),
        }
    }

    fn license(&self) -> Option<LicenseView<'_>> {
        let license = self.dataset.site().license.as_ref()?;
        Some(LicenseView {
            title: &license.title,
            href: license.address.as_str(),
        })
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
            size: self.file(&format!("{file}.csv")).size,
            rows: self.rows_of(&[file]),
            schema_size: self.file(&format!("{file}.schema.json")).size,
        }
    }

    /// A file below `gegevens/` with how large it is.
    fn file<'f>(&self, path: &'f str) -> FileView<'f> {
        FileView {
            path,
            size: file_size(self.words, self.records.open_data(path).len()),
        }
    }

    fn changes_file(&self) -> FileView<'static> {
        let (_, path) = changes::FILE.split_once('/').expect("it lies in a folder");
        FileView {
            path,
            size: file_size(self.words, self.journal.to_bytes().len()),
        }
    }

    /// How many rows these tables have together.
    fn rows_of(&self, tables: &[&str]) -> String {
        let counts = tables
            .iter()
            .map(|table| rows(self.records.open_data(&format!("{table}.csv"))));
        self.words.with_count("open-data-rows", counts.sum())
    }

    fn hsds(&self) -> HsdsView<'static> {
        let [services, organizations, archive] = HSDS.map(|path| self.file(path));
        HsdsView {
            services,
            organizations,
            archive,
            profile: HSDS_PROFILE.map(|path| self.file(path)).into(),
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
