//! Outcomes as they stand on the pages, against the open data of the same site: a cell that is hidden in one is hidden
//! in the other, and a number is the same in both.

use std::collections::BTreeMap;
use std::path::Path;

use scraper::{ElementRef, Html};

use super::published::{Cell, Published, read};
use super::truth::MEASURES;
use crate::harness::{Tree, repository};
use crate::html::{all, first, text};

/// A cell on a page: where, which, and what the element says.
struct OnPage {
    page: String,
    provider: String,
    profile: String,
    measure: &'static str,
    says: String,
    is_absent: bool,
}

/// Where the pages and the tables do not say the same.
pub(super) fn contradictions(content: &Path, tree: &Tree) -> Vec<String> {
    let published = read(tree);
    cells(content, tree)
        .iter()
        .filter_map(|cell| cell.contradiction(&published))
        .collect()
}

/// How many cells were found on pages.
pub(super) fn cells_read(content: &Path, tree: &Tree) -> usize {
    cells(content, tree).len()
}

/// How many answered, wherever a page says so.
pub(super) fn answers(html: &str) -> Vec<u64> {
    let page = Html::parse_document(html);
    let words = text(page.root_element());
    let words: Vec<&str> = words.split_whitespace().collect();
    let number = |word: &str| word.parse::<u64>().ok();
    words
        .windows(3)
        .filter_map(|three| match three {
            [
                count,
                "jongeren" | "ouders" | "jongere" | "ouder",
                "gaven" | "gaf",
            ]
            | ["Geteld", "bij" | "over", count] => number(count),
            _ => None,
        })
        .collect()
}

impl OnPage {
    fn contradiction(&self, published: &Published) -> Option<String> {
        let in_tables = published.cell(&self.provider, &self.profile, "", self.measure);
        let has_digit = self.says.contains(|char: char| char.is_ascii_digit());
        let fault = match in_tables {
            Cell::Shown(counts) => {
                let is_number = |word: &str| word == counts.respondents.to_string();
                (self.is_absent || !self.says.split_whitespace().any(is_number))
                    .then_some("is shown in the tables, with another number or none on the page")
            }
            Cell::TooFew => (!self.is_absent || has_digit)
                .then_some("is hidden in the tables, and has a number on the page"),
            Cell::Absent => (!self.is_absent).then_some("is absent in the tables only"),
        };
        fault.map(|fault| {
            format!(
                "{}: {} of {} for `{}` {fault}: {in_tables:?}, «{}»",
                self.page, self.measure, self.provider, self.profile, self.says
            )
        })
    }
}

fn cells(content: &Path, tree: &Tree) -> Vec<OnPage> {
    let names = names_of_measures();
    let questions = questions(content);
    let mut cells = Vec::new();
    for (path, bytes) in tree {
        let parts: Vec<&str> = path.split('/').collect();
        let parse = || Html::parse_document(std::str::from_utf8(bytes).unwrap());
        match parts[..] {
            [_, "aanbieders", provider, "index.html"] => {
                on_provider_page(path, provider, &parse(), &names, &questions, &mut cells);
            }
            [_, "uitkomsten", _, "index.html"] => {
                on_measure_page(path, &parse(), &names, &mut cells);
            }
            [_, "hulp", _, "index.html"] => on_product_page(path, &parse(), &mut cells),
            _ => {}
        }
    }
    cells
}

/// The measures by what visitors call them, from the theme's own words.
fn names_of_measures() -> BTreeMap<String, &'static str> {
    let words = repository().join("themes/default/i18n/nl.ftl");
    let words = std::fs::read_to_string(words).unwrap();
    let name = |code: &str| {
        let start = format!("measure-{code} = ");
        let line = words.lines().find_map(|line| line.strip_prefix(&start));
        line.unwrap_or_else(|| panic!("`{start}` is not in the words"))
    };
    MEASURES
        .into_iter()
        .map(|(code, measure)| (name(code).to_owned(), measure))
        .collect()
}

/// Profiles by the question of visitors.
fn questions(content: &Path) -> BTreeMap<String, String> {
    std::fs::read_dir(content.join("profiles"))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let profile = std::fs::read_to_string(&path).unwrap();
            let front: toml::Table = profile.split("+++").nth(1).unwrap().parse().unwrap();
            let slug = path.file_stem().unwrap().to_str().unwrap();
            (
                front["question"].as_str().unwrap().to_owned(),
                slug.to_owned(),
            )
        })
        .collect()
}

fn on_provider_page(
    page: &str,
    provider: &str,
    html: &Html,
    names: &BTreeMap<String, &'static str>,
    questions: &BTreeMap<String, String>,
    cells: &mut Vec<OnPage>,
) {
    for section in all(html.root_element(), "section.measure") {
        let measure = names[text(first(section, "h4")).trim()];
        let mut add = |profile: &str, element| {
            cells.push(OnPage::new(page, provider, profile, measure, element));
        };
        add("", first(section, ".score"));
        let asked = all(section, "dl > dt");
        for (question, answer) in asked.into_iter().zip(all(section, "dl > dd")) {
            add(&questions[text(question).trim()], answer);
        }
    }
}

fn on_measure_page(
    page: &str,
    html: &Html,
    names: &BTreeMap<String, &'static str>,
    cells: &mut Vec<OnPage>,
) {
    for table in all(html.root_element(), "table[data-providers]") {
        let measure = names[text(first(table, "caption")).trim()];
        for row in all(table, "tbody tr") {
            let provider = provider_of(row);
            cells.push(OnPage::new(page, &provider, "", measure, row));
        }
    }
}

/// Beside an offer stands what parents say over all help of the provider, and what young people say when they were asked.
fn on_product_page(page: &str, html: &Html, cells: &mut Vec<OnPage>) {
    for row in all(html.root_element(), "table[data-providers] tbody tr") {
        let provider = provider_of(row);
        let parents = first(row, "[data-fact=parents]");
        cells.push(OnPage::new(page, &provider, "", "ervaring-ouders", parents));
        let youth = all(row, "[data-fact=youth]").into_iter().next();
        cells.push(match youth {
            Some(youth) => OnPage::new(page, &provider, "", "ervaring-jeugdigen", youth),
            None => OnPage {
                page: page.to_owned(),
                provider,
                profile: String::new(),
                measure: "ervaring-jeugdigen",
                says: String::new(),
                is_absent: true,
            },
        });
    }
}

fn provider_of(row: ElementRef) -> String {
    let link = first(row, "th a").value().attr("href").unwrap();
    let slug = link.trim_end_matches('/').rsplit('/').next().unwrap();
    slug.to_owned()
}

impl OnPage {
    fn new(
        page: &str,
        provider: &str,
        profile: &str,
        measure: &'static str,
        element: ElementRef,
    ) -> Self {
        Self {
            page: page.to_owned(),
            provider: provider.to_owned(),
            profile: profile.to_owned(),
            measure,
            says: text(element),
            is_absent: !all(element, ".absence").is_empty(),
        }
    }
}
