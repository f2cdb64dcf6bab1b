//! What a template may not bring in: elements and addresses with which a page loads or runs something from elsewhere, leads
//! there by itself, or sends there what a visitor fills in. The policy of a site forbids it too, but only where a host sends it.

use scraper::Html;

use crate::diagnostics::codes::E0809;
use crate::diagnostics::{Diagnostic, FileId, Place, phrase, said};

use super::markup::{Attribute, Tag};

/// Elements that hold another page, run a plug-in, or change where all links lead.
const ELEMENTS: [&str; 7] = [
    "applet", "base", "embed", "frame", "iframe", "object", "portal",
];
/// Attributes whose address is loaded, or sent to, without a choice of the visitor.
const LOADED: [&str; 10] = [
    "action",
    "background",
    "data",
    "formaction",
    "imagesrcset",
    "manifest",
    "ping",
    "poster",
    "src",
    "srcset",
];
/// Elements whose `href` is loaded; that of others is followed by a visitor.
const LOADING: [&str; 6] = [
    "feimage",
    "image",
    "lineargradient",
    "pattern",
    "script",
    "use",
];
/// What a `link` may say of an address elsewhere: nothing is loaded for it.
const SAID_OF_LINKS: [&str; 9] = [
    "alternate",
    "author",
    "canonical",
    "help",
    "license",
    "me",
    "next",
    "prev",
    "privacy-policy",
];

/// Reports elements and addresses that bring something in from elsewhere.
pub(super) fn check(source: &str, tag: &Tag, file: FileId, diagnostics: &mut Vec<Diagnostic>) {
    if tag.is_closing {
        return;
    }
    let value = |name: &str| {
        let attribute = tag.attributes.iter().find(|one| one.name == name)?;
        attribute.value.clone().map(|range| &source[range])
    };
    let leads_away =
        tag.name == "meta" && value("http-equiv").is_some_and(|what| address(what) == "refresh");
    if leads_away || ELEMENTS.contains(&tag.name.as_str()) {
        let place = Place::new(file, tag.range.clone());
        let problem = said("an element `{name}` in a template", [("name", &tag.name)]);
        let help = phrase("a page holds no other page, and leads nowhere by itself: use a link");
        diagnostics.push(Diagnostic::new(E0809, place, problem).help(help));
    }
    let is_only_said = value("rel").is_some_and(|rel| {
        rel.split_ascii_whitespace()
            .all(|word| SAID_OF_LINKS.contains(&word.to_ascii_lowercase().as_str()))
    });
    let is_loaded = |attribute: &Attribute| match attribute.name.as_str() {
        "href" if tag.name == "link" => !is_only_said,
        "href" | "xlink:href" => LOADING.contains(&tag.name.as_str()),
        name => LOADED.contains(&name),
    };
    for attribute in tag.attributes.iter().filter(|one| is_loaded(one)) {
        let value = attribute.value.clone().map_or("", |range| &source[range]);
        let is_list = attribute.name.ends_with("srcset");
        let mut addresses = value.split(|c: char| is_list && c == ',');
        if addresses.any(is_elsewhere) {
            let place = Place::new(file, attribute.range.clone());
            let problem = said(
                "`{name}` leads to another site",
                [("name", &attribute.name)],
            );
            let help = phrase(
                "put what is loaded in the theme; nothing may come from elsewhere, and nothing goes there",
            );
            diagnostics.push(Diagnostic::new(E0809, place, problem).help(help));
        }
    }
}

/// Whether an address in a template runs something when it is followed.
pub(super) fn runs(written: &str) -> bool {
    let address = address(written);
    ["javascript:", "vbscript:", "data:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

/// Whether an address names a site, or is no address of a file.
pub(super) fn is_elsewhere(written: &str) -> bool {
    let address = address(written).replace('\\', "/");
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    address.starts_with("//") || scheme.is_some_and(is_scheme)
}

/// An address as a browser reads it (WHATWG URL, 4.4): entities are signs, blanks and controls around it and line ends inside do
/// not count, and neither do capitals in the beginning.
fn address(written: &str) -> String {
    let element = format!("<i title=\"{}\"></i>", written.replace('"', "&quot;"));
    let read = Html::parse_fragment(&element);
    let title = read
        .root_element()
        .descendants()
        .find_map(|node| node.value().as_element()?.attr("title").map(str::to_owned));
    let title = title.unwrap_or_else(|| written.to_owned());
    title
        .trim_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !['\t', '\n', '\r'].contains(c))
        .collect::<String>()
        .to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_browsers_read_it() {
        for written in [
            "javascript:x",
            " \u{1}JavaScript:x",
            "java&#9;script:x",
            "java&Tab;script&colon;x",
            "&#x6a;avascript:x",
            "java\nscript:x",
            "vbscript:x",
            "data:text/html,x",
        ] {
            assert!(runs(written), "{written}");
        }
        for written in [
            "{{ site.root }}",
            "https://example.org/javascript:",
            "mailto:a@b.nl",
        ] {
            assert!(!runs(written), "{written}");
        }
    }

    #[test]
    fn another_site_is_known_by_its_scheme_or_slashes() {
        for written in [
            "https://x",
            "//x",
            "\\\\x",
            "/\\x",
            "&#47;/x",
            "ht\ntps://x",
            "data:,x",
        ] {
            assert!(is_elsewhere(written), "{written}");
        }
        for written in [
            "{{ site.files }}assets/a.png",
            "a.png",
            "/a.png",
            "./a:b",
            "#a",
        ] {
            assert!(!is_elsewhere(written), "{written}");
        }
    }
}
