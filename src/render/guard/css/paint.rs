//! The colour of text and of what is under it, across rules: white text on the white of the page is hidden too.
//!
//! The rules that set a colour for the nearest element count as one set, because media and colour schemes choose among
//! them. Text is lost when one of the backgrounds has no text colour that can be read on it.

use scraper::{ElementRef, Selector};

use super::colour::{Light, are_apart, lights};
use super::hiding::Declared;
use super::value::{Piece, says};

/// The rules that set colours.
#[derive(Clone, Debug, Default)]
pub(super) struct Paint {
    rules: Vec<PaintRule>,
    knows_dark: bool,
}

#[derive(Clone, Debug)]
struct PaintRule {
    targets: Vec<Selector>,
    ink: Vec<Light>,
    paper: Vec<Light>,
}

impl Paint {
    /// Adds the colours that a rule sets, given its declarations in every way their custom properties are set.
    pub(super) fn add(&mut self, targets: Vec<Selector>, settled: &[Vec<Declared<'_>>]) {
        let mut rule = PaintRule {
            targets,
            ink: Vec::new(),
            paper: Vec::new(),
        };
        for declared in settled.iter().flatten() {
            match declared.property {
                "color" | "text-fill-color" => rule.ink.extend(lights(&declared.value)),
                "background" | "background-color" | "background-image" => {
                    rule.paper.extend(papers(&declared.value));
                }
                "color-scheme" => self.knows_dark |= says(&declared.value, &["dark"]),
                _ => {}
            }
        }
        if !rule.ink.is_empty() || !rule.paper.is_empty() {
            self.rules.push(rule);
        }
    }

    /// Whether text directly inside the element cannot be told from its background.
    pub(super) fn loses(&self, element: ElementRef<'_>) -> bool {
        let default = |light| {
            if self.knows_dark {
                Light::Unknown
            } else {
                light
            }
        };
        let ink = self.nearest(element, |rule| &rule.ink, default(Light::Known(0.0)));
        let paper = self.nearest(element, |rule| &rule.paper, default(Light::Known(1.0)));
        paper
            .iter()
            .any(|paper| !ink.iter().any(|ink| are_apart(*ink, *paper)))
    }

    /// What the rules for the nearest element that has any say about it.
    fn nearest(
        &self,
        element: ElementRef<'_>,
        about: impl Fn(&PaintRule) -> &Vec<Light>,
        default: Light,
    ) -> Vec<Light> {
        let around = element.ancestors().filter_map(ElementRef::wrap);
        for element in std::iter::once(element).chain(around) {
            let found: Vec<Light> = self
                .rules
                .iter()
                .filter(|rule| !about(rule).is_empty())
                .filter(|rule| rule.targets.iter().any(|target| target.matches(&element)))
                .flat_map(|rule| about(rule).iter().copied())
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        vec![default]
    }
}

/// The lights of a background; an image or gradient could have any.
fn papers(value: &[Piece]) -> Vec<Light> {
    let is_picture = value.iter().any(|piece| match piece {
        Piece::Text => true,
        Piece::Call(name, _) => {
            name.contains("gradient") || name.contains("image") || name == "url"
        }
        Piece::Word(_)
        | Piece::Number(_)
        | Piece::Percent(_)
        | Piece::Length(..)
        | Piece::Hash(_)
        | Piece::Mark(_) => false,
    });
    if is_picture {
        vec![Light::Unknown]
    } else {
        lights(value)
    }
}
