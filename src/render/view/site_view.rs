//! `site` of every template: what is the same on all pages of one municipality that lie equally deep.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Norm, Statement};
use crate::render::{Edition, markdown};

use super::contact::{ContactView, WebsiteView};
use super::context::SiteContext;
use super::travel::TravelView;

/// `site` of every template.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SiteView<'a> {
    /// What leads back to the top: `./`, `../`, `../../`. Every link inside the site starts with it.
    pub root: &'a str,
    /// What leads to the top of the folder in which files stand once, whatever the language of the page: assets and open
    /// data. The same as `root` on pages in the region's own language.
    pub files: &'a str,
    /// Language of the page (BCP 47).
    pub language: &'a str,
    /// `rtl` when that language is written from right to left.
    pub direction: Option<&'static str>,
    /// Name of the site: «Keuzewijzer Apeldoorn».
    pub name: &'a str,
    /// Name of the municipality.
    pub municipality: &'a str,
    /// Name of the region.
    pub region: &'a str,
    /// The public body that publishes.
    pub publisher: &'a str,
    /// Where the site is published.
    pub base_url: &'a str,
    /// The day the site is made for, in words.
    pub date: String,
    /// The same day for machines.
    pub date_iso: String,
    /// A banner on every page.
    pub notice: Option<&'a str>,
    /// Language of that banner, when it is not that of the page.
    pub notice_lang: Option<&'a str>,
    /// The two statements.
    pub statements: StatementsView<'a>,
    /// Pages of text, in the order of the menu.
    pub menu: Vec<MenuItem<'a>>,
    /// The municipality's own front door.
    pub local_team: ContactView<'a>,
    /// Whom to call when it cannot wait, beside the local team.
    pub urgent: Vec<HelpLine<'a>>,
    /// National lines for a talk.
    pub help_lines: Vec<HelpLine<'a>>,
    /// Norms for waiting, with whose they are.
    pub norms: Vec<NormView<'a>>,
    /// Where the data come from.
    pub sources: Vec<SourceView<'a>>,
    /// Where to ask for a correction.
    pub correction_email: &'a str,
    /// Where to write.
    pub contact_email: &'a str,
    /// What the box for a postcode needs; absent when no postcode has a point.
    pub travel: Option<TravelView<'a>>,
    /// Names of the files a page needs.
    pub assets: AssetNames<'a>,
    /// The municipality's logo. The name of the site stands beside it, so it has no text of its own.
    pub logo: Option<LogoView<'a>>,
}

/// A logo.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LogoView<'a> {
    /// Its name in the folder `assets`.
    pub file: &'a str,
    /// That of the logo for dark pages.
    pub dark_file: Option<&'a str>,
    /// Width, so that nothing moves when it arrives.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// The two statements (spelregels), ready to show.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StatementsView<'a> {
    /// Screening comes after the choice.
    pub screening: StatementView<'a>,
    /// Refusal on financial grounds is not allowed.
    pub finance: StatementView<'a>,
}

/// One statement.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StatementView<'a> {
    /// Title.
    pub title: &'a str,
    /// Text as HTML, with links that fit the depth of the page.
    pub html: String,
}

impl<'a> StatementView<'a> {
    pub(super) fn new(statement: &'a Statement, root: &str) -> Self {
        Self {
            title: &statement.title,
            html: markdown::to_html(&statement.body, root),
        }
    }
}

/// A page of text in the menu.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MenuItem<'a> {
    /// Its name in the menu.
    pub label: &'a str,
    /// Language of the name, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// Its slug.
    pub slug: &'a str,
}

/// A national number to call.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HelpLine<'a> {
    /// Who answers.
    pub name: &'a str,
    /// For what.
    pub purpose: &'a str,
    /// As it is written.
    pub phone: &'static str,
    /// For a `tel:` link.
    pub dial: &'static str,
}

/// A norm for waiting.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NormView<'a> {
    /// What it says.
    pub text: &'a str,
    /// Language of that text, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// Whose it is.
    pub source: &'a str,
    /// Where to read it.
    pub website: Option<WebsiteView<'a>>,
}

impl<'a> NormView<'a> {
    /// A norm with its source.
    #[must_use]
    pub fn new(edition: Edition<'a>, norm: &'a Norm) -> Self {
        Self {
            text: &norm.text,
            lang: edition.lang_of(norm.translations.is_translated()),
            source: &norm.source,
            website: norm.source_url.as_ref().map(WebsiteView::new),
        }
    }
}

/// A source of data.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SourceView<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its licence.
    pub license: &'a str,
    /// Where it is.
    pub website: Option<WebsiteView<'a>>,
}

/// Names in the folder `assets`, each with its fingerprint.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AssetNames<'a> {
    /// The style sheet of the theme.
    pub site_css: Option<&'a str>,
    /// The script of every page.
    pub site_js: Option<&'a str>,
    /// The script of the short list and of comparing.
    pub list_js: Option<&'a str>,
    /// The script that starts the search.
    pub start_js: Option<&'a str>,
    /// The script of long lists: narrowing by name, and order by score.
    pub lists_js: Option<&'a str>,
    /// The script that orders, filters and walks through a table.
    pub table_js: Option<&'a str>,
    /// The script that narrows a list while somebody types.
    pub narrow_js: Option<&'a str>,
    /// The script that copies a code.
    pub copy_js: Option<&'a str>,
    /// The script of the button that prints.
    pub print_js: Option<&'a str>,
    /// The icon that a browser shows with the page.
    pub icon: Option<&'a str>,
    /// The colours of the municipality.
    pub theme_css: Option<&'a str>,
}

/// Message with a name, message with a purpose, number, number to dial.
pub(super) type Line = (&'static str, &'static str, &'static str, &'static str);

pub(super) const URGENT: [Line; 2] = [
    ("urgent-112", "urgent-112-purpose", "112", "112"),
    (
        "urgent-veilig-thuis",
        "urgent-veilig-thuis-purpose",
        "0800 2000",
        "08002000",
    ),
];

pub(super) const HELP_LINES: [Line; 2] = [
    ("urgent-113", "urgent-113-purpose", "0800 0113", "08000113"),
    (
        "urgent-kindertelefoon",
        "urgent-kindertelefoon-purpose",
        "0800 0432",
        "08000432",
    ),
];

impl SiteContext<'_> {
    /// What pages at one depth share.
    #[must_use]
    pub fn site_view<'b>(&'b self, root: &'b str) -> SiteView<'b> {
        let site = self.dataset.site();
        let statements = self.dataset.statements();
        SiteView {
            root,
            files: self.edition.to_files(root),
            language: self.edition.language,
            direction: self.edition.direction(),
            name: &self.site_name,
            municipality: &self.municipality.name,
            region: &site.name,
            publisher: &site.publisher,
            base_url: &self.base_url,
            date: self.words.date(self.dataset.date()),
            date_iso: self.dataset.date().to_string(),
            notice: site.notice.as_deref(),
            notice_lang: self
                .edition
                .lang_of(site.notice_translations.is_translated()),
            statements: StatementsView {
                screening: StatementView::new(&statements.screening, root),
                finance: StatementView::new(&statements.finance, root),
            },
            menu: self.menu(),
            local_team: ContactView::of_contact(&self.municipality.local_team),
            urgent: self.help_lines(&URGENT),
            help_lines: self.help_lines(&HELP_LINES),
            norms: site
                .norms
                .iter()
                .map(|norm| NormView::new(self.edition, norm))
                .collect(),
            sources: site
                .sources
                .iter()
                .map(|source| SourceView {
                    name: &source.name,
                    license: &source.license,
                    website: source.url.as_ref().map(WebsiteView::new),
                })
                .collect(),
            correction_email: site.correction_email.as_str(),
            contact_email: site.contact_email.as_str(),
            travel: self.travel(),
            assets: AssetNames {
                site_css: self.theme.asset_name("site.css"),
                site_js: self.theme.asset_name("site.js"),
                list_js: self.theme.asset_name("list.js"),
                start_js: self.theme.asset_name("start.js"),
                lists_js: self.theme.asset_name("lists.js"),
                table_js: self.theme.asset_name("table.js"),
                narrow_js: self.theme.asset_name("narrow.js"),
                copy_js: self.theme.asset_name("copy.js"),
                print_js: self.theme.asset_name("print.js"),
                icon: self.theme.asset_name("icon.svg"),
                theme_css: self.face.css.as_ref().map(|asset| asset.file_name.as_str()),
            },
            logo: self.logo(),
        }
    }

    fn logo(&self) -> Option<LogoView<'_>> {
        let logo = self.municipality.house_style.logo.as_ref()?;
        Some(LogoView {
            file: self.face.logo()?,
            dark_file: self.face.logo_dark(),
            width: logo.width,
            height: logo.height,
        })
    }

    fn help_lines(&self, lines: &[Line]) -> Vec<HelpLine<'_>> {
        lines
            .iter()
            .map(|(name, purpose, phone, dial)| HelpLine {
                name: self.text(name),
                purpose: self.text(purpose),
                phone,
                dial,
            })
            .collect()
    }

    fn menu(&self) -> Vec<MenuItem<'_>> {
        let mut pages: Vec<_> = self
            .dataset
            .pages_of(self.plan.municipality)
            .into_iter()
            .filter(|page| page.menu.is_some())
            .collect();
        pages.sort_by_key(|page| (page.order, &page.slug));
        pages
            .into_iter()
            .filter_map(|page| {
                let words = self.page_words(page);
                Some(MenuItem {
                    label: words.menu?,
                    lang: words.lang,
                    slug: page.slug.as_str(),
                })
            })
            .collect()
    }
}
