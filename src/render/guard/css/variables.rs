//! Custom properties. Each has every value that any rule gives it, and a value that uses one is judged once per rule
//! that sets one, so that the light and the dark value of two properties are never mixed.

use std::collections::BTreeMap;

use super::value::Piece;

/// A chain or cycle of custom properties is cut at this depth.
const DEEPEST: usize = 16;
/// A value that grows beyond this many parts is cut.
const LONGEST: usize = 1000;

/// A group of custom properties that are set together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Setting {
    /// As this rule sets them.
    Rule(usize),
    /// As the fallbacks in `var()` say.
    Fallback,
}

/// All custom properties of the CSS.
#[derive(Clone, Debug, Default)]
pub(super) struct Variables {
    values: BTreeMap<String, Vec<(usize, Vec<Piece>)>>,
    settings: usize,
}

impl Variables {
    /// Starts a new group of properties that are set together.
    pub(super) fn begin(&mut self) {
        self.settings += 1;
    }

    /// Sets a property in the newest group; the second value of one property in a group starts another group.
    pub(super) fn set(&mut self, name: &str, value: Vec<Piece>) {
        let values = self.values.entry(name.to_owned()).or_default();
        if values
            .last()
            .is_some_and(|(setting, _)| *setting == self.settings)
        {
            self.settings += 1;
        }
        values.push((self.settings, value));
    }

    /// Every way in which the properties that the values use are set; one way when they use none.
    pub(super) fn settings(&self, values: &[&[Piece]]) -> Vec<Setting> {
        let mut found = vec![Setting::Fallback];
        let mut seen = Vec::new();
        for value in values {
            self.collect(value, &mut found, &mut seen);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn collect<'a>(
        &'a self,
        value: &'a [Piece],
        found: &mut Vec<Setting>,
        seen: &mut Vec<&'a str>,
    ) {
        for piece in value {
            let Piece::Call(function, inner) = piece else {
                continue;
            };
            self.collect(inner, found, seen);
            let Some(Piece::Word(name)) = inner.first().filter(|_| function == "var") else {
                continue;
            };
            if seen.contains(&name.as_str()) {
                continue;
            }
            seen.push(name);
            for (setting, value) in self.values.get(name).into_iter().flatten() {
                found.push(Setting::Rule(*setting));
                self.collect(value, found, seen);
            }
        }
    }

    /// The value with its custom properties filled in; none when one is set nowhere and has no fallback.
    pub(super) fn fill(&self, value: &[Piece], setting: Setting) -> Option<Vec<Piece>> {
        self.fill_to(value, setting, 0, &mut 0)
    }

    fn fill_to(
        &self,
        value: &[Piece],
        setting: Setting,
        depth: usize,
        parts: &mut usize,
    ) -> Option<Vec<Piece>> {
        if depth > DEEPEST {
            return Some(too_much());
        }
        let mut filled = Vec::new();
        for piece in value {
            // All parts on the way count: four that each stand for four others are too much within ten steps.
            *parts += 1;
            if *parts > LONGEST {
                return Some(too_much());
            }
            match piece {
                Piece::Call(function, inner) if function == "var" => {
                    let chosen = self.choose(inner, setting)?;
                    filled.extend(self.fill_to(chosen, setting, depth + 1, parts)?);
                }
                Piece::Call(function, inner) => filled.push(Piece::Call(
                    function.clone(),
                    self.fill_to(inner, setting, depth + 1, parts)?,
                )),
                Piece::Word(_)
                | Piece::Number(_)
                | Piece::Percent(_)
                | Piece::Length(..)
                | Piece::Hash(_)
                | Piece::Mark(_)
                | Piece::Text => filled.push(piece.clone()),
            }
        }
        Some(filled)
    }

    fn choose<'a>(&'a self, inner: &'a [Piece], setting: Setting) -> Option<&'a [Piece]> {
        let (name, rest) = inner.split_first()?;
        let fallback = match rest {
            [Piece::Mark(','), fallback @ ..] => Some(fallback),
            _ => None,
        };
        let values = self.values.get(name.word()?);
        let first = values.and_then(|values| values.first());
        match setting {
            Setting::Fallback => fallback.or(first.map(|(_, value)| value.as_slice())),
            Setting::Rule(rule) => values
                .and_then(|values| values.iter().find(|(setting, _)| *setting == rule))
                .or(first)
                .map(|(_, value)| value.as_slice())
                .or(fallback),
        }
    }
}

/// Stands for a value that is too much to follow, and so could be any.
fn too_much() -> Vec<Piece> {
    let words = ["none", "hidden"].map(|word| Piece::Word(word.to_owned()));
    vec![Piece::Call("too-much".to_owned(), words.to_vec())]
}
