//! Short ways to look into a page.

use scraper::{ElementRef, Selector};

/// Every element inside one that a selector matches, in order.
pub(crate) fn all<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    element.select(&selector).collect()
}

/// The first such element, which must be there.
pub(crate) fn first<'a>(element: ElementRef<'a>, selector: &str) -> ElementRef<'a> {
    let found = all(element, selector).into_iter().next();
    found.unwrap_or_else(|| panic!("no `{selector}` in {}", element.html()))
}

/// The words of an element, with one blank between the texts of its parts.
pub(crate) fn text(element: ElementRef) -> String {
    let words: Vec<&str> = element.text().flat_map(str::split_whitespace).collect();
    words.join(" ")
}
