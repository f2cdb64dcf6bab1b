//! Whether a visitor sees an element: by its kind, its attributes and the CSS.

use std::collections::BTreeSet;

use scraper::ElementRef;

use crate::diagnostics::{Wording, said};

use super::css::Rules;

/// Elements whose content no browser shows, or only in the place of something else.
const UNSEEN: &[&str] = &[
    "applet", "audio", "canvas", "datalist", "frameset", "head", "iframe", "math", "meter",
    "noembed", "noframes", "noscript", "object", "optgroup", "option", "progress", "rp", "script",
    "select", "style", "svg", "template", "textarea", "title", "video",
];

/// Attributes that hide whatever their value.
const HIDING: &[&str] = &["hidden", "inert", "popover"];

/// Old attributes that give text or its background a colour or size.
const PAINTING: &[&str] = &["bgcolor", "text", "color", "background"];

/// The eyes of a visitor, given some CSS.
pub(super) struct Visibility<'a> {
    rules: &'a Rules,
    own_names: &'a BTreeSet<String>,
}

impl<'a> Visibility<'a> {
    /// Looks through this CSS; `own_names` are what only the statements carry.
    pub(super) fn new(rules: &'a Rules, own_names: &'a BTreeSet<String>) -> Self {
        Self { rules, own_names }
    }

    /// What hides the content of the element, seen by itself.
    pub(super) fn hidden_by(&self, element: ElementRef<'_>) -> Option<Wording> {
        let by_rule = || {
            self.rules
                .unread()
                .map(|unread| {
                    said(
                        "CSS that cannot be checked, `{unread}`",
                        [("unread", &unread)],
                    )
                })
                .or_else(|| {
                    let rule = self.rules.hides(element, self.own_names);
                    rule.map(|rule| said("the rule `{rule}`", [("rule", &rule)]))
                })
        };
        by_kind(element)
            .or_else(|| by_attribute(element))
            .or_else(by_rule)
    }

    /// What hides text directly inside an element that is itself seen.
    pub(super) fn text_hidden_by(&self, element: ElementRef<'_>) -> Option<Wording> {
        let name = element.value().name();
        self.rules.loses_text_of(element).then(|| {
            said(
                "the colour of its background, in `<{name}>`",
                [("name", &name)],
            )
        })
    }
}

fn by_kind(element: ElementRef<'_>) -> Option<Wording> {
    let name = element.value().name();
    let is_closed = matches!(name, "details" | "dialog") && element.attr("open").is_none();
    if is_closed {
        return Some(said("a closed element `<{name}>`", [("name", &name)]));
    }
    if UNSEEN.contains(&name) {
        return Some(said("the element `<{name}>`", [("name", &name)]));
    }
    let shadow = element.child_elements().find(|child| {
        let child = child.value();
        child.name() == "template"
            && (child.attr("shadowrootmode").is_some() || child.attr("shadowroot").is_some())
    });
    shadow.map(|_| said("a shadow tree in the element `<{name}>`", [("name", &name)]))
}

fn by_attribute(element: ElementRef<'_>) -> Option<Wording> {
    let name = element.value().name();
    let plain = HIDING
        .iter()
        .chain(PAINTING)
        .find(|attribute| element.attr(attribute).is_some())
        .map(|attribute| {
            said(
                "the attribute `{attribute}` of `<{name}>`",
                [("attribute", &attribute), ("name", &name)],
            )
        });
    let aria = || {
        element
            .attr("aria-hidden")
            .filter(|value| value.trim().eq_ignore_ascii_case("true"))
            .map(|_| {
                said(
                    "the attribute `aria-hidden` of `<{name}>`",
                    [("name", &name)],
                )
            })
    };
    let small = || {
        (name == "font" && element.attr("size").is_some())
            .then(|| said("the attribute `size` of `<font>`", []))
    };
    let style = || {
        element
            .attr("style")
            .filter(|style| style.contains("--") || Rules::parse_attribute(style).hides_by_itself())
            .map(|style| {
                said(
                    "the attribute `style=\"{style}\"` of `<{name}>`",
                    [("style", &style), ("name", &name)],
                )
            })
    };
    plain.or_else(aria).or_else(small).or_else(style)
}
