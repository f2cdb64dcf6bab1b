//! Which design tokens of NL Design System lead to which of ours: one list, in the order in which they are tried. `*`
//! stands for any first part of a name, which is the organisation's own.

use crate::model::Token;

/// Names that may hold the colour of one of our tokens.
pub(super) fn names_of(token: Token) -> &'static [&'static str] {
    NAMES
        .iter()
        .find(|(key, _)| *key == token)
        .map_or(&[], |(_, names)| names)
}

/// How round buttons and blocks are.
pub(super) const CORNER: &[&str] = &[
    "nl.button.border-radius",
    "utrecht.button.border-radius",
    "basis.border-radius.md",
    "basis.border-radius.sm",
    "*.border-radius.md",
];

/// The letters of texts.
pub(super) const FONT: &[&str] = &[
    "utrecht.document.font-family",
    "utrecht.body.font-family",
    "nl.paragraph.font-family",
    "basis.text.font-family.default",
    "utrecht.paragraph.font-family",
    "*.typography.font-family",
];

const NAMES: [(Token, &[&str]); 10] = [
    (
        Token::Accent,
        &[
            "nl.link.color",
            "utrecht.link.color",
            "*.link.color",
            "basis.color.action-2.color-default",
            "basis.color.action-1.color-default",
            "basis.color.accent-1.color-default",
        ],
    ),
    (
        Token::Button,
        &[
            "nl.button.primary.background-color",
            "utrecht.button.primary-action.background-color",
            "basis.color.action-1-inverse.bg-default",
            "utrecht.button.background-color",
        ],
    ),
    (
        Token::ButtonInk,
        &[
            "nl.button.primary.color",
            "utrecht.button.primary-action.color",
            "basis.color.action-1-inverse.color-default",
            "utrecht.button.color",
        ],
    ),
    (
        Token::Header,
        &[
            "utrecht.page-header.background-color",
            "*.page-header.background-color",
        ],
    ),
    (
        Token::HeaderInk,
        &["utrecht.page-header.color", "*.page-header.color"],
    ),
    (
        Token::HeaderLine,
        &[
            "*.page-header.border-color",
            "*.page-header.border-block-end-color",
            "basis.color.accent-1.border-default",
        ],
    ),
    (
        Token::Paper,
        &[
            "utrecht.document.background-color",
            "utrecht.body.background-color",
            "utrecht.root.background-color",
            "basis.color.default.bg-document",
        ],
    ),
    (
        Token::Ink,
        &[
            "utrecht.document.color",
            "utrecht.body.color",
            "utrecht.root.color",
            "basis.color.default.color-document",
        ],
    ),
    (
        Token::Surface,
        &[
            "utrecht.surface.background-color",
            "basis.color.default.bg-subtle",
        ],
    ),
    (
        Token::Statement,
        &[
            "utrecht.spotlight-section.info.background-color",
            "utrecht.alert.info.background-color",
            "basis.color.accent-1.bg-default",
            "basis.color.info.bg-default",
        ],
    ),
];
