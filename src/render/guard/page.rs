//! One finished page: where its statements and its first list of providers stand.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Node};

use super::fault::{Fault, Which};
use super::visibility::Visibility;
use super::{Expected, LIST_MARK, squeeze};
use crate::diagnostics::Wording;

/// Elements that can be a list of providers.
const LISTS: &[&str] = &[
    "ul", "ol", "dl", "table", "section", "article", "main", "body",
];

/// A parsed page, read once in the order of the document.
pub(super) struct Page<'a> {
    /// Elements with a marker, and their place in the order of the document.
    statements: Vec<(Which, ElementRef<'a>, usize)>,
    first_list: Option<usize>,
    styles: Vec<String>,
    own_names: BTreeSet<String>,
}

impl<'a> Page<'a> {
    /// Looks through the page.
    pub(super) fn read(document: &'a Html) -> Self {
        let elements: Vec<ElementRef<'a>> = document
            .tree
            .root()
            .descendants()
            .filter_map(ElementRef::wrap)
            .collect();
        let statements = statements(&elements);
        let marked = elements
            .iter()
            .position(|element| element.attr(LIST_MARK).is_some());
        let linked = first_linked_list(&elements);
        Self {
            own_names: own_names(&elements, &statements),
            first_list: [marked, linked].into_iter().flatten().min(),
            styles: elements
                .iter()
                .filter(|element| element.value().name() == "style")
                .map(|element| element.text().collect())
                .collect(),
            statements,
        }
    }

    /// The style sheets inside the page, if it has any.
    pub(super) fn styles(&self) -> Option<&[String]> {
        Some(self.styles.as_slice()).filter(|styles| !styles.is_empty())
    }

    /// Classes and ids that only the statements carry.
    pub(super) fn own_names(&self) -> &BTreeSet<String> {
        &self.own_names
    }

    /// What is wrong with a statement. It may stand on the page more than once; one good one is enough.
    pub(super) fn faults(&self, expected: &Expected, visibility: &Visibility<'_>) -> Vec<Fault> {
        self.statements
            .iter()
            .filter(|(which, ..)| *which == expected.which)
            .map(|(_, element, at)| self.faults_of(*element, *at, expected, visibility))
            .min_by_key(Vec::len)
            .unwrap_or_else(|| vec![Fault::Missing(expected.which)])
    }

    fn faults_of(
        &self,
        element: ElementRef<'_>,
        at: usize,
        expected: &Expected,
        visibility: &Visibility<'_>,
    ) -> Vec<Fault> {
        let which = expected.which;
        if !expected.stands_in(&squeeze(element.text().flat_map(str::chars))) {
            return vec![Fault::Changed(which)];
        }
        let mut faults = Vec::new();
        if let Some(by) = hidden_by(element, expected, visibility) {
            faults.push(Fault::Hidden(which, by));
        }
        if self.first_list.is_some_and(|list| list < at) {
            faults.push(Fault::AfterList(which));
        }
        faults
    }
}

/// What hides the statement: something around it, itself, or something inside that holds its words.
fn hidden_by(
    element: ElementRef<'_>,
    expected: &Expected,
    visibility: &Visibility<'_>,
) -> Option<Wording> {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    if let Some(by) = std::iter::once(element)
        .chain(around)
        .find_map(|element| visibility.hidden_by(element))
    {
        return Some(by);
    }
    let mut visible = String::new();
    let mut first = None;
    collect_visible(element, visibility, &mut visible, &mut first);
    if expected.stands_in(&squeeze(visible.chars())) {
        return None;
    }
    first
}

/// The text that is not inside something hidden, and by what the first hidden part is hidden.
fn collect_visible(
    element: ElementRef<'_>,
    visibility: &Visibility<'_>,
    visible: &mut String,
    first: &mut Option<Wording>,
) {
    let mut lost = None;
    for child in element.children() {
        if let Node::Text(text) = child.value() {
            match lost.get_or_insert_with(|| visibility.text_hidden_by(element)) {
                None => visible.push_str(text),
                Some(by) if !text.trim().is_empty() => {
                    first.get_or_insert_with(|| by.clone());
                }
                Some(_) => {}
            }
        } else if let Some(inner) = ElementRef::wrap(child) {
            match visibility.hidden_by(inner) {
                None => collect_visible(inner, visibility, visible, first),
                Some(by) => {
                    first.get_or_insert(by);
                }
            }
        }
    }
}

fn statements<'a>(elements: &[ElementRef<'a>]) -> Vec<(Which, ElementRef<'a>, usize)> {
    let which = |element: &ElementRef<'a>| {
        let marker = element.attr("data-statement")?;
        [Which::Screening, Which::Finance]
            .into_iter()
            .find(|which| which.marker() == marker.trim())
    };
    elements
        .iter()
        .enumerate()
        .filter_map(|(at, element)| Some((which(element)?, *element, at)))
        .collect()
}

/// The classes and ids in and on the statements that nothing else on the page carries, and the marker itself.
fn own_names(
    elements: &[ElementRef<'_>],
    statements: &[(Which, ElementRef<'_>, usize)],
) -> BTreeSet<String> {
    let inside: BTreeSet<_> = statements
        .iter()
        .flat_map(|(_, element, _)| element.descendants())
        .map(|node| node.id())
        .collect();
    let (own, other): (Vec<_>, Vec<_>) = elements
        .iter()
        .partition(|element| inside.contains(&element.id()));
    let mut names = carried(&own);
    for name in carried(&other) {
        names.remove(&name);
    }
    names.insert("[data-statement]".to_owned());
    names
}

fn carried(elements: &[&ElementRef<'_>]) -> BTreeSet<String> {
    elements
        .iter()
        .flat_map(|element| {
            let element = element.value();
            let classes = element.classes().map(|class| format!(".{class}"));
            classes.chain(element.id().map(|id| format!("#{id}")))
        })
        .collect()
}

/// The place of the first link in the first list of links to different providers: a list that lost its marker.
fn first_linked_list(elements: &[ElementRef<'_>]) -> Option<usize> {
    let has_main = elements
        .iter()
        .any(|element| element.value().name() == "main");
    let links: Vec<(usize, ElementRef<'_>, &str)> = elements
        .iter()
        .enumerate()
        .filter_map(|(at, element)| Some((at, *element, provider_of(*element)?)))
        .filter(|(_, element, _)| is_content(*element, has_main))
        .collect();
    let is_list = |list: ElementRef<'_>| {
        let mut providers = links
            .iter()
            .filter(|(_, link, _)| link.ancestors().any(|ancestor| ancestor.id() == list.id()))
            .map(|(_, _, provider)| provider);
        let first = providers.next();
        providers.any(|provider| Some(provider) != first)
    };
    links
        .iter()
        .find(|(_, link, _)| lists_around(*link).into_iter().any(is_list))
        .map(|(at, ..)| *at)
}

/// What a link could be in a list of: inside a sentence only that sentence, otherwise everything around.
fn lists_around(link: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    let mut lists = Vec::new();
    for around in link.ancestors().filter_map(ElementRef::wrap) {
        let name = around.value().name();
        if name == "p" {
            return vec![around];
        }
        if LISTS.contains(&name) {
            lists.push(around);
        }
    }
    lists
}

/// Whether the element stands in the content, not in a menu or the frame of the site.
fn is_content(element: ElementRef<'_>, has_main: bool) -> bool {
    let mut in_main = false;
    for around in element.ancestors().filter_map(ElementRef::wrap) {
        match around.value().name() {
            "nav" => return false,
            "header" | "footer" if !has_main => return false,
            "main" => in_main = true,
            _ => {}
        }
    }
    in_main || !has_main
}

/// The provider whose page a link leads to.
fn provider_of(element: ElementRef<'_>) -> Option<&str> {
    let (_, rest) = element.attr("href")?.split_once("aanbieders/")?;
    let (slug, _) = rest.split_once('/')?;
    Some(slug).filter(|slug| !slug.is_empty() && !slug.starts_with(['?', '#']))
}
