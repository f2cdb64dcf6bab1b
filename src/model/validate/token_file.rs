//! A file of design tokens: names, values and references, in the form of Style Dictionary (`value`), of the W3C
//! (`$value`), or with the sets of Tokens Studio, of which those for dark pages lie over the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Located, Place};
use crate::model::Scheme;
use crate::sources::{Json, JsonValue};

/// What a set for dark pages begins with.
const DARK: &str = "color-scheme-dark";

/// Tokens by name; each is the node that holds the value.
pub(super) struct TokenFile<'a> {
    light: BTreeMap<String, &'a Json>,
    dark: BTreeMap<String, &'a Json>,
}

/// Why a token has no value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TokenFault {
    /// There is no such token.
    Absent,
    /// It refers to a token that is not there.
    Unknown { reference: String, place: Place },
    /// It refers, over others, to itself.
    Circle { place: Place, chain: Vec<String> },
}

impl<'a> TokenFile<'a> {
    /// Reads the tokens; `dark` holds those that differ on dark pages.
    pub(super) fn new(json: &'a Json, dark: Option<&'a Json>) -> Self {
        let mut file = Self {
            light: BTreeMap::new(),
            dark: BTreeMap::new(),
        };
        match sets_of(json) {
            Some(sets) => {
                for (name, set) in sets {
                    let is_dark = name.starts_with(DARK);
                    gather(
                        set,
                        "",
                        if is_dark {
                            &mut file.dark
                        } else {
                            &mut file.light
                        },
                    );
                }
            }
            None => gather(json, "", &mut file.light),
        }
        if let Some(dark) = dark {
            gather(dark, "", &mut file.dark);
        }
        file
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.light.len()
    }

    /// Whether anything differs on dark pages.
    pub(super) fn has_dark(&self) -> bool {
        !self.dark.is_empty()
    }

    /// The tokens with this name, or whose name goes on like this after any first part, in order of name.
    pub(super) fn names_like(&self, pattern: &str) -> Vec<String> {
        let Some(rest) = pattern.strip_prefix('*') else {
            return self
                .light
                .contains_key(pattern)
                .then(|| pattern.to_owned())
                .into_iter()
                .collect();
        };
        let fits = |name: &&String| name.find('.').is_some_and(|end| &name[end..] == rest);
        self.light.keys().filter(fits).cloned().collect()
    }

    /// The value of a token with its references followed. It keeps the place where the token itself is written.
    pub(super) fn value(
        &self,
        name: &str,
        scheme: Scheme,
    ) -> Result<Located<JsonValue>, TokenFault> {
        self.follow(name, scheme, &mut Vec::new())
    }

    fn follow(
        &self,
        name: &str,
        scheme: Scheme,
        chain: &mut Vec<String>,
    ) -> Result<Located<JsonValue>, TokenFault> {
        let value = self.written(name, scheme).ok_or(TokenFault::Absent)?;
        let place = value.place;
        if chain.iter().any(|seen| seen == name) {
            let mut chain = chain.clone();
            chain.push(name.to_owned());
            return Err(TokenFault::Circle { place, chain });
        }
        chain.push(name.to_owned());
        let Some(text) = value.text() else {
            chain.pop();
            return Ok(value.clone());
        };
        let mut whole = String::new();
        let mut rest = text;
        while let Some((before, reference, after)) = next_reference(rest) {
            let reached = self
                .follow(reference, scheme, chain)
                .or_else(|fault| match (fault, without_value(reference)) {
                    (TokenFault::Absent, Some(short)) => self.follow(short, scheme, chain),
                    (fault, _) => Err(fault),
                })
                .map_err(|fault| match fault {
                    TokenFault::Absent => TokenFault::Unknown {
                        reference: reference.to_owned(),
                        place,
                    },
                    TokenFault::Unknown { .. } | TokenFault::Circle { .. } => fault,
                })?;
            if before.is_empty() && after.is_empty() && whole.is_empty() {
                chain.pop();
                return Ok(Located::new(reached.value, place));
            }
            whole.push_str(before);
            // What is no text in the middle of one cannot be used, and no colour or length comes of it.
            whole.push_str(reached.text().unwrap_or("{}"));
            rest = after;
        }
        whole.push_str(rest);
        chain.pop();
        Ok(Located::new(JsonValue::Text(whole), place))
    }

    /// The value as it is written. A file that was made from another keeps what stood there as `original`: only that
    /// has the references that lead to a dark shade.
    fn written(&self, name: &str, scheme: Scheme) -> Option<&'a Json> {
        match scheme {
            Scheme::Light => value_of(self.light.get(name)?),
            Scheme::Dark => {
                if let Some(node) = self.dark.get(name) {
                    return value_of(node);
                }
                let node = self.light.get(name)?;
                let original = node.get("original").and_then(value_of);
                original.or_else(|| value_of(node))
            }
        }
    }
}

/// The sets of Tokens Studio in their order, with their names.
fn sets_of(json: &Json) -> Option<Vec<(&str, &Json)>> {
    let order = json.get("$metadata")?.get("tokenSetOrder")?;
    let JsonValue::Array(names) = &order.value else {
        return None;
    };
    names
        .iter()
        .map(|name| {
            let name = name.text()?;
            Some((name, json.get(name)?))
        })
        .collect()
}

/// Puts every token below a node in, a later one of the same name in the place of an earlier one.
fn gather<'a>(node: &'a Json, name: &str, tokens: &mut BTreeMap<String, &'a Json>) {
    if !name.is_empty() && value_of(node).is_some() {
        tokens.insert(name.to_owned(), node);
        return;
    }
    let mut seen = BTreeSet::new();
    for (key, child) in node.entries() {
        if !key.starts_with('$') && seen.insert(key) {
            let name = if name.is_empty() {
                key.clone()
            } else {
                format!("{name}.{key}")
            };
            gather(child, &name, tokens);
        }
    }
}

/// The value of a token; `None` for a group of tokens, which may hold a token or group called `value`.
fn value_of(node: &Json) -> Option<&Json> {
    let is_group = |value: &&Json| !value.entries().is_empty() && node.get("type").is_none();
    node.get("$value")
        .or_else(|| node.get("value").filter(|value| !is_group(value)))
}

/// What stands before the first reference in curly brackets, the reference, and what stands after it.
fn next_reference(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (reference, after) = rest.split_once('}')?;
    Some((before, reference.trim(), after))
}

/// Older files write `{color.red.value}` for the token `color.red`.
fn without_value(reference: &str) -> Option<&str> {
    reference
        .strip_suffix(".value")
        .or_else(|| reference.strip_suffix(".$value"))
}
