//! The rules that hide, ready to be asked about an element.

use std::collections::BTreeSet;

use scraper::{ElementRef, Selector};

use super::hiding::{Declared, Together, hides, is_hidden_frame};
use super::paint::Paint;
use super::selector::{Reach, names};
use super::sheet::{Declaration, Sheet};
use super::variables::{Setting, Variables};

/// Every rule of some CSS that hides what it matches.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Rules {
    hiding: Vec<HidingRule>,
    paint: Paint,
    unread: Vec<String>,
}

#[derive(Clone, Debug)]
struct HidingRule {
    targets: Vec<Target>,
    /// Selectors and declaration, for messages.
    said: String,
    effect: Effect,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    Hides,
    Cuts,
    Low,
}

/// Where a rule can match.
#[derive(Clone, Debug)]
struct Target {
    /// The whole selector, or the names in it when it cannot be read.
    whole: Result<Selector, BTreeSet<String>>,
    /// The element itself, when the selector also asks for something around it.
    subject: Option<(Selector, BTreeSet<String>)>,
}

impl Rules {
    /// Reads style sheets and keeps what hides.
    pub(in super::super) fn parse<'a>(sheets: impl IntoIterator<Item = &'a str>) -> Self {
        let mut sheet = Sheet::default();
        for css in sheets {
            sheet.read(css);
        }
        Self::judge(&sheet)
    }

    /// Reads a `style` attribute, as one rule for everything.
    pub(in super::super) fn parse_attribute(style: &str) -> Self {
        let mut sheet = Sheet::default();
        sheet.read_attribute(style);
        Self::judge(&sheet)
    }

    fn judge(sheet: &Sheet) -> Self {
        let animations: Vec<String> = sheet
            .keyframes
            .iter()
            .filter(|frames| {
                settled(&frames.declarations, &sheet.variables)
                    .iter()
                    .any(|frame| is_hidden_frame(frame))
            })
            .map(|frames| frames.name.clone())
            .collect();
        let mut rules = Vec::new();
        let mut paint = Paint::default();
        for rule in &sheet.rules {
            let elements = rule.reach.iter().filter(|reach| !reach.beside);
            paint.add(
                elements
                    .filter_map(|reach| Selector::parse(&reach.whole).ok())
                    .collect(),
                &settled(&rule.declarations, &sheet.variables),
            );
            for verdict in verdicts(&rule.declarations, &sheet.variables, &animations) {
                let targets: Vec<Target> = rule
                    .reach
                    .iter()
                    .filter(|reach| reach.beside == verdict.beside)
                    .map(Target::new)
                    .collect();
                if !targets.is_empty() {
                    rules.push(HidingRule {
                        targets,
                        said: format!("{} {{ {} }}", rule.written, verdict.written),
                        effect: verdict.effect,
                    });
                }
            }
        }
        Self {
            hiding: rules,
            paint,
            unread: sheet.unread.clone(),
        }
    }

    /// A part of the CSS that could not be read and so could hide anything.
    pub(in super::super) fn unread(&self) -> Option<&str> {
        self.unread.first().map(String::as_str)
    }

    /// The first rule that hides the element. `own` are the classes and ids that only the statements carry: a rule for
    /// them counts whatever it asks of the elements around, because a script could bring that about.
    pub(in super::super) fn hides(
        &self,
        element: ElementRef<'_>,
        own: &BTreeSet<String>,
    ) -> Option<&str> {
        let find = |effect: Effect| {
            self.hiding
                .iter()
                .filter(move |rule| rule.effect == effect)
                .find(|rule| rule.targets.iter().any(|target| target.meets(element, own)))
                .map(|rule| rule.said.as_str())
        };
        find(Effect::Hides).or_else(|| find(Effect::Cuts).and_then(|_| find(Effect::Low)))
    }

    /// Whether text directly inside the element cannot be told from its background.
    pub(in super::super) fn loses_text_of(&self, element: ElementRef<'_>) -> bool {
        self.paint.loses(element)
    }

    /// Whether anything hides wherever it is placed: the question for a `style` attribute.
    pub(in super::super) fn hides_by_itself(&self) -> bool {
        let has = |effect: Effect| self.hiding.iter().any(|rule| rule.effect == effect);
        has(Effect::Hides) || (has(Effect::Cuts) && has(Effect::Low)) || !self.unread.is_empty()
    }
}

impl Target {
    fn new(reach: &Reach) -> Self {
        let has_surroundings = reach.subject != reach.whole;
        Self {
            whole: Selector::parse(&reach.whole).map_err(|_| names(&reach.whole)),
            subject: Selector::parse(&reach.subject)
                .ok()
                .filter(|_| has_surroundings)
                .map(|selector| (selector, names(&reach.subject))),
        }
    }

    fn meets(&self, element: ElementRef<'_>, own: &BTreeSet<String>) -> bool {
        let matches = match &self.whole {
            Ok(selector) => selector.matches(&element),
            Err(names) => names.iter().any(|name| carries(element, name)),
        };
        matches
            || self.subject.as_ref().is_some_and(|(subject, names)| {
                !names.is_disjoint(own) && subject.matches(&element)
            })
    }
}

/// Whether the element carries a class, id or attribute, written `.class`, `#id` or `[attribute]`.
fn carries(element: ElementRef<'_>, name: &str) -> bool {
    let element = element.value();
    if let Some(class) = name.strip_prefix('.') {
        element.classes().any(|carried| carried == class)
    } else if let Some(id) = name.strip_prefix('#') {
        element.id() == Some(id)
    } else {
        element.attr(name.trim_matches(['[', ']'])).is_some()
    }
}

/// What is to be kept of a rule.
struct Verdict {
    effect: Effect,
    /// The declarations it follows from.
    written: String,
    /// Whether it holds for `::before` and `::after`, not for the element.
    beside: bool,
}

fn verdicts(
    declarations: &[Declaration],
    variables: &Variables,
    animations: &[String],
) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for declaration in declarations {
        let alone = settled(std::slice::from_ref(declaration), variables);
        if alone
            .iter()
            .flatten()
            .any(|declared| hides(declared, animations))
        {
            verdicts.push(Verdict {
                effect: Effect::Hides,
                written: declaration.written.clone(),
                beside: false,
            });
        }
    }
    let settled = settled(declarations, variables);
    for together in Together::ALL {
        if settled.iter().any(|rule| together.is_said_by(rule)) {
            verdicts.push(Verdict {
                effect: match together {
                    Together::Cuts => Effect::Cuts,
                    Together::Low => Effect::Low,
                    Together::Lost | Together::Covers => Effect::Hides,
                },
                written: said(declarations, together.about()),
                beside: together == Together::Covers,
            });
        }
    }
    verdicts
}

/// The declarations about these properties, as they were written.
fn said(declarations: &[Declaration], about: &[&str]) -> String {
    declarations
        .iter()
        .filter(|declaration| about.iter().any(|name| declaration.property.contains(name)))
        .map(|declaration| declaration.written.as_str())
        .collect::<Vec<_>>()
        .join("; ")
}

/// The declarations with their custom properties filled in, once for every way these are set.
fn settled<'a>(declarations: &'a [Declaration], variables: &Variables) -> Vec<Vec<Declared<'a>>> {
    let values: Vec<_> = declarations
        .iter()
        .map(|declaration| declaration.value.as_slice())
        .collect();
    let settle = |setting: Setting| {
        declarations
            .iter()
            .filter_map(|declaration| {
                Some(Declared {
                    property: &declaration.property,
                    value: variables.fill(&declaration.value, setting)?,
                })
            })
            .collect()
    };
    variables
        .settings(&values)
        .into_iter()
        .map(settle)
        .collect()
}
