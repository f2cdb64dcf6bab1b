//! What can be wrong with a statement on a page, and the words for it.

use std::collections::BTreeMap;

use crate::diagnostics::codes::{E0901, E0902, E0903, E0904};
use crate::diagnostics::{Code, Diagnostic, Place, Wording, said};

/// One of the two statements (spelregels).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// Screening comes after the choice.
    Screening,
    /// Refusal on financial grounds is not allowed.
    Finance,
}

impl Which {
    /// The value of `data-statement` in the page, which is also the name of the file in `statements/`.
    #[must_use]
    pub fn marker(self) -> &'static str {
        match self {
            Self::Screening => "screening",
            Self::Finance => "finance",
        }
    }
}

/// What is wrong with a statement on a page that offers a choice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// No element carries its marker.
    Missing(Which),
    /// Its element is empty or says something else.
    Changed(Which),
    /// A visitor cannot see it, and by what: an attribute, an element around it, a rule of the CSS.
    Hidden(Which, Wording),
    /// It stands after the first list of providers.
    AfterList(Which),
}

impl Fault {
    /// The statement it is about.
    #[must_use]
    pub fn which(&self) -> Which {
        match self {
            Self::Missing(which)
            | Self::Changed(which)
            | Self::Hidden(which, _)
            | Self::AfterList(which) => *which,
        }
    }

    /// The code of its diagnostic.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::Missing(_) => E0901,
            Self::Changed(_) => E0902,
            Self::Hidden(..) => E0903,
            Self::AfterList(_) => E0904,
        }
    }

    fn help(&self) -> Wording {
        let marker = self.which().marker();
        match self {
            Self::Missing(_) => said(
                "place the statement before the first list, in an element with `data-statement=\"{marker}\"`",
                [("marker", &marker)],
            ),
            Self::Changed(_) => said(
                "let the element with `data-statement=\"{marker}\"` hold the title and the whole text of `statements/{marker}.md`",
                [("marker", &marker)],
            ),
            Self::Hidden(..) => said(
                "a statement must be readable on every screen, without script or style, and on print: take away what hides it",
                [],
            ),
            Self::AfterList(_) => said(
                "move the statement before the first list of providers, in the order of the page itself",
                [],
            ),
        }
    }
}

impl Fault {
    /// What is wrong, in words.
    #[must_use]
    pub fn message(&self) -> Wording {
        let marker = self.which().marker();
        match self {
            Self::Missing(_) => said("the statement `{marker}` is missing", [("marker", &marker)]),
            Self::Changed(_) => said(
                "the statement `{marker}` is empty or has another text than the region's",
                [("marker", &marker)],
            ),
            Self::Hidden(_, by) => said(
                "the statement `{marker}` is hidden by {by}",
                [("marker", &marker)],
            )
            .with("by", by.clone()),
            Self::AfterList(_) => said(
                "the statement `{marker}` stands after the first list of providers",
                [("marker", &marker)],
            ),
        }
    }
}

/// A fault with the page it was found on and the template that made the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFault {
    /// The page's path in the published folder.
    pub page: String,
    /// The template.
    pub template: &'static str,
    /// What is wrong.
    pub fault: Fault,
}

/// One diagnostic per template and fault: it names the first page, and says on how many more the same is wrong.
/// `place` says where a template is written.
#[must_use]
pub fn to_diagnostics(faults: &[PageFault], place: impl Fn(&str) -> Place) -> Vec<Diagnostic> {
    let mut grouped: BTreeMap<(&str, &Fault), Vec<&str>> = BTreeMap::new();
    for found in faults {
        grouped
            .entry((found.template, &found.fault))
            .or_default()
            .push(&found.page);
    }
    grouped
        .into_iter()
        .map(|((template, fault), mut pages)| {
            pages.sort_unstable();
            let page = pages[0];
            let message = match pages.len() - 1 {
                0 => said(
                    "{fault}, on page `{page}`, made by template `{template}`",
                    [("page", &page), ("template", &template)],
                ),
                1 => said(
                    "{fault}, on page `{page}` and 1 more, made by template `{template}`",
                    [("page", &page), ("template", &template)],
                ),
                more => said(
                    "{fault}, on page `{page}` and {more} more, made by template `{template}`",
                    [("page", &page), ("more", &more), ("template", &template)],
                ),
            };
            let message = message.with("fault", fault.message());
            Diagnostic::new(fault.code(), place(template), message).help(fault.help())
        })
        .collect()
}
