//! `public/index.html`: the region's front door, where a visitor chooses a municipality by name or by postcode; and
//! `public/404.html`, the same for who asked for an address that does not exist.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Dataset, Municipality, MunicipalityId};
use crate::render::Edition;
use crate::render::messages::Messages;

use super::alternate::Alternate;
use super::fragments::Region;
use super::not_found::{OtherLanguage, root_of_not_found};
use super::page_view::PageView;
use super::site_view::{HELP_LINES, HelpLine, Line, StatementView, StatementsView, URGENT};
use super::words::Words;

/// `page` of `front-door.html`, which stands in no municipality's site and so has no `site`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FrontDoorPage<'a> {
    /// Language of the page (BCP 47).
    pub language: &'a str,
    /// `rtl` when that language is written from right to left.
    pub direction: Option<&'static str>,
    /// What leads to the top, where files stand that there are once: `./`, `../`, or the top of the host.
    pub files: &'a str,
    /// Whether it is shown for addresses that do not exist; then it has no statements, for it offers no help.
    pub is_not_found: bool,
    /// The page in every language, its own included; empty when there is one language.
    pub alternates: Vec<Alternate<'a>>,
    /// On the page for addresses that do not exist: the same in the other languages.
    pub others: Vec<OtherLanguage<'a>>,
    /// Title of the page.
    pub title: String,
    /// One sentence for search engines and link previews.
    pub description: String,
    /// Its full address.
    pub canonical: String,
    /// Name of the region.
    pub region: &'a str,
    /// The public body that publishes.
    pub publisher: &'a str,
    /// Where to write.
    pub contact_email: &'a str,
    /// The day the site is made for, in words.
    pub date: String,
    /// The same day for machines.
    pub date_iso: String,
    /// A banner.
    pub notice: Option<&'a str>,
    /// Language of that banner, when it is not that of the page.
    pub notice_lang: Option<&'a str>,
    /// The two statements.
    pub statements: StatementsView<'a>,
    /// Whom to call when it cannot wait.
    pub urgent: Vec<HelpLine<'a>>,
    /// Whom else to call.
    pub help_lines: Vec<HelpLine<'a>>,
    /// The published name of the style sheet.
    pub site_css: Option<&'a str>,
    /// The published name of the icon that a browser shows with the page.
    pub icon: Option<&'a str>,
    /// The municipalities, in order of name.
    pub municipalities: Vec<MunicipalityLink<'a>>,
    /// Postcodes and whose they are, in order.
    pub postcodes: Vec<PostcodeRange<'a>>,
}

/// The way to a municipality's site.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MunicipalityLink<'a> {
    /// Its name.
    pub name: &'a str,
    /// Where its site is.
    pub href: String,
}

/// Postcodes that follow one another and belong to the same municipalities.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PostcodeRange<'a> {
    /// «7311 tot en met 7315», or one.
    pub text: String,
    /// Whose; several where a postcode lies in more than one.
    pub municipalities: Vec<MunicipalityLink<'a>>,
}

impl PageView for FrontDoorPage<'_> {
    const TEMPLATE: &'static str = "front-door.html";
}

/// The front door of a region.
#[must_use]
pub fn front_door(region: Region<'_>) -> FrontDoorPage<'_> {
    door(region, "./", region.edition.to_files("./"))
}

/// The page for addresses that do not exist in any municipality. A host shows it at any depth, so its links start at the
/// top of the host.
#[must_use]
pub fn front_door_not_found(region: Region<'_>) -> FrontDoorPage<'_> {
    let site = region.dataset.site();
    let words = Words::new(region.theme.messages());
    let root = root_of_not_found(&site.base_url);
    FrontDoorPage {
        is_not_found: true,
        title: words.text("not-found-title").to_owned(),
        description: words.text("not-found-description").to_owned(),
        canonical: format!("{}404.html", site.base_url),
        alternates: Vec::new(),
        others: OtherLanguage::all(region.editions, region.edition, root),
        ..door(region, root, root)
    }
}

/// The front door, whose links start with `root` to its own language and with `files` to the top.
fn door<'a>(region: Region<'a>, root: &str, files: &'a str) -> FrontDoorPage<'a> {
    let Region {
        theme,
        dataset,
        edition,
        ..
    } = region;
    let site = dataset.site();
    let statements = dataset.statements();
    let words = Words::new(theme.messages());
    FrontDoorPage {
        is_not_found: false,
        language: edition.language,
        direction: edition.direction(),
        files,
        alternates: Alternate::all(region.editions, edition, (&site.base_url, files, "")),
        others: Vec::new(),
        title: words.with_text("front-door-title", "region", &site.name),
        description: words.with_text("front-door-description", "region", &site.name),
        canonical: format!("{}{}", site.base_url, edition.folder()),
        region: &site.name,
        publisher: &site.publisher,
        contact_email: site.contact_email.as_str(),
        date: words.date(dataset.date()),
        date_iso: dataset.date().to_string(),
        notice: site.notice.as_deref(),
        notice_lang: edition.lang_of(site.notice_translations.is_translated()),
        statements: StatementsView {
            screening: StatementView::new(&statements.screening, root),
            finance: StatementView::new(&statements.finance, root),
        },
        urgent: help_lines(words, &URGENT),
        help_lines: help_lines(words, &HELP_LINES),
        site_css: theme.asset_name("site.css"),
        icon: theme.asset_name("icon.svg"),
        municipalities: municipalities(dataset, edition, files),
        postcodes: postcode_ranges(theme.messages(), dataset, edition, files),
    }
}

fn help_lines<'a>(words: Words<'a>, lines: &[Line]) -> Vec<HelpLine<'a>> {
    lines
        .iter()
        .map(|&(name, purpose, phone, dial)| HelpLine {
            name: words.text(name),
            purpose: words.text(purpose),
            phone,
            dial,
        })
        .collect()
}

fn municipalities<'a>(
    dataset: &'a Dataset,
    edition: Edition<'_>,
    files: &str,
) -> Vec<MunicipalityLink<'a>> {
    let mut links: Vec<_> = dataset
        .municipalities()
        .map(|(_, municipality)| link(dataset, edition, files, municipality))
        .collect();
    links.sort_by_key(|link| link.name.to_lowercase());
    links
}

/// To the site in the language of the page; relative where the municipality stands below the front door, so that the
/// folder works anywhere.
fn link<'a>(
    dataset: &'a Dataset,
    edition: Edition<'_>,
    files: &str,
    municipality: &'a Municipality,
) -> MunicipalityLink<'a> {
    let folder = edition.folder();
    let below = municipality
        .base_url
        .strip_prefix(&*dataset.site().base_url);
    let href = match below {
        Some(path) if !path.is_empty() => format!("{files}{path}{folder}"),
        Some(_) | None => format!("{}{folder}", municipality.base_url),
    };
    MunicipalityLink {
        name: &municipality.name,
        href,
    }
}

/// Postcodes of the region's municipalities; consecutive ones of the same municipalities are one range.
fn postcode_ranges<'a>(
    messages: &'a Messages,
    dataset: &'a Dataset,
    edition: Edition<'_>,
    files: &str,
) -> Vec<PostcodeRange<'a>> {
    let mut owners: BTreeMap<u16, Vec<MunicipalityId>> = BTreeMap::new();
    for area in dataset.postcodes() {
        if let Some(municipality) = dataset.municipality_with_code(&area.municipality) {
            let owners = owners.entry(area.pc4.number()).or_default();
            if !owners.contains(&municipality) {
                owners.push(municipality);
                owners.sort_unstable();
            }
        }
    }
    let mut ranges: Vec<(u16, u16, Vec<MunicipalityId>)> = Vec::new();
    for (postcode, owners) in owners {
        match ranges.last_mut() {
            Some((_, last, same)) if *last + 1 == postcode && *same == owners => *last = postcode,
            Some(_) | None => ranges.push((postcode, postcode, owners)),
        }
    }
    let words = Words::new(messages);
    ranges
        .into_iter()
        .map(|(first, last, owners)| PostcodeRange {
            text: range_text(words, first, last),
            municipalities: owners
                .into_iter()
                .map(|id| link(dataset, edition, files, dataset.municipality(id)))
                .collect(),
        })
        .collect()
}

/// Postcodes are names, not amounts: no thousands separator.
fn range_text(words: Words<'_>, first: u16, last: u16) -> String {
    let (first_text, last_text) = (first.to_string(), last.to_string());
    if first == last {
        first_text
    } else {
        words.say(
            "front-door-range",
            &[
                ("first", first_text.as_str().into()),
                ("last", last_text.as_str().into()),
            ],
        )
    }
}
