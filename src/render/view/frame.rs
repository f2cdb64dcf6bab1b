//! What stands around every page: title, description, path from the top, data for machines.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::Page;

use super::alternate::Alternate;
use super::context::SiteContext;
use super::json_ld::{self, JsonLd};

/// The part of the menu a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Section {
    /// Questions in visitors' words.
    Questions,
    /// Kinds of help.
    Products,
    /// Providers and places.
    Providers,
    /// Waiting times.
    Waits,
    /// Search.
    Search,
    /// Referrers.
    Referrers,
    /// The short list.
    Shortlist,
    /// None of them.
    Other,
}

/// A step on the way from the front page to this one.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Crumb<'a> {
    /// Its name.
    pub label: Cow<'a, str>,
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// Its path from the top of the site.
    pub path: Cow<'a, str>,
}

/// What a page says about itself. Its builder makes it, [`SiteContext::frame`] completes it.
#[derive(Debug)]
pub struct Head<'a> {
    /// Title of the page, without the name of the site.
    pub title: Cow<'a, str>,
    /// Language of the title, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// One sentence for search engines and link previews.
    pub description: Cow<'a, str>,
    /// Its part of the menu.
    pub section: Section,
    /// The steps between the front page and this one.
    pub parents: Vec<Crumb<'a>>,
    /// What the step of this page is called and in which language, when not as its title.
    pub own_step: Option<(&'a str, Option<&'a str>)>,
    /// Facts for machines, beside the path from the top.
    pub facts: Option<JsonLd<'a>>,
    /// Whether search engines may list it.
    pub is_listed: bool,
}

impl<'a> Head<'a> {
    /// A page straight under the front page, without facts for machines.
    #[must_use]
    pub fn new(
        title: impl Into<Cow<'a, str>>,
        description: impl Into<Cow<'a, str>>,
        section: Section,
    ) -> Self {
        Self {
            title: title.into(),
            lang: None,
            description: description.into(),
            section,
            parents: Vec::new(),
            own_step: None,
            facts: None,
            is_listed: true,
        }
    }

    /// The same page, with a title in another language than the page, when there is one.
    #[must_use]
    pub fn in_language(mut self, lang: Option<&'a str>) -> Self {
        self.lang = lang;
        self
    }

    /// The same page, one step further down.
    #[must_use]
    pub fn under(mut self, label: &'a str, path: &'a str) -> Self {
        self.parents.push(Crumb {
            label: label.into(),
            lang: None,
            path: path.into(),
        });
        self
    }

    /// The same page, with another name for its own step, in this language when it is not that of the page.
    #[must_use]
    pub fn called(mut self, label: &'a str, lang: Option<&'a str>) -> Self {
        self.own_step = Some((label, lang));
        self
    }

    /// The same page, with facts for machines.
    #[must_use]
    pub fn with_facts(mut self, facts: JsonLd<'a>) -> Self {
        self.facts = Some(facts);
        self
    }
}

/// `page.frame` of every template.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Frame<'a> {
    /// Title of the page: its `h1`.
    pub title: Cow<'a, str>,
    /// Language of the title, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// What stands in the tab: «page - Keuzewijzer Apeldoorn».
    pub tab_title: String,
    /// One sentence about the page.
    pub description: Cow<'a, str>,
    /// Its full address.
    pub canonical: String,
    /// Its part of the menu.
    pub section: Section,
    /// The path from the top; the last step is this page. Empty on the front page.
    pub crumbs: Vec<Crumb<'a>>,
    /// JSON-LD, safe inside a `script` element.
    pub json_ld: String,
    /// Whether search engines may list it.
    pub is_listed: bool,
    /// The same page in every language of the site, its own included; empty when there is one language.
    pub alternates: Vec<Alternate<'a>>,
}

impl SiteContext<'_> {
    /// The frame of a page.
    #[must_use]
    pub fn frame<'b>(&'b self, page: &Page, head: Head<'b>) -> Frame<'b> {
        let path = page.route.as_str();
        let mut crumbs = Vec::with_capacity(head.parents.len() + 2);
        if !path.is_empty() {
            crumbs.push(Crumb {
                label: self.text("crumb-home").into(),
                lang: None,
                path: "".into(),
            });
            crumbs.extend(head.parents);
            let (label, lang) = match head.own_step {
                Some((label, lang)) => (label.into(), lang),
                None => (head.title.clone(), head.lang),
            };
            crumbs.push(Crumb {
                label,
                lang,
                path: path.to_owned().into(),
            });
        }
        let base_url = &self.base_url;
        Frame {
            tab_title: format!("{} - {}", head.title, self.site_name),
            title: head.title,
            lang: head.lang,
            description: head.description,
            canonical: format!("{base_url}{path}"),
            section: head.section,
            json_ld: json_ld::script(base_url, &crumbs, head.facts.as_ref()),
            crumbs,
            is_listed: head.is_listed,
            alternates: self.alternates(page),
        }
    }
}
