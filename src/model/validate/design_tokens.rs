//! Takes a house style from a file of design tokens, as NL Design System has them: [`take`]. The names that are looked
//! for stand in `design_token_names.rs`, reading the file in `token_file.rs`.

use crate::diagnostics::{Diagnostic, Located, Place, Wording, codes, said};
use crate::model::{Colour, HouseStyle, Shades, TakenTokens, Token, Wish};
use crate::sources::{HouseFile, Json, JsonValue};

use super::design_token_names::{CORNER, FONT, names_of};
use super::fields::Fields;
use super::house_files::{HouseFiles, too_large};
use super::house_style::{corner, font};
use super::token_file::{TokenFault, TokenFile};
use crate::model::Scheme;

/// The largest real files hold two megabytes.
const LARGEST: usize = 4 * 1024 * 1024;

/// Takes what `[theme]` itself does not say from `tokens` and `tokens_dark`.
pub(super) fn take(
    fields: &mut Fields<'_>,
    files: &mut HouseFiles<'_>,
    style: &mut HouseStyle,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let place = fields.place_of("tokens");
    let light = files.find(fields, "tokens", &[".json"], diagnostics);
    let dark = files.find(fields, "tokens_dark", &[".json"], diagnostics);
    let (Some(light), Some(json)) = (light, readable(light, diagnostics)) else {
        return;
    };
    let dark = readable(dark, diagnostics);
    let file = TokenFile::new(json, dark);
    let mut taker = Taker {
        file: &file,
        taken: Vec::new(),
        absent: Vec::new(),
        diagnostics,
    };
    taker.fill(style);
    let Taker { taken, absent, .. } = taker;
    if taken.is_empty() {
        let message = said(
            "`{file}` holds no token that is known here",
            [("file", &light.value.name)],
        );
        diagnostics.push(
            Diagnostic::new(codes::W0422, place, message)
                .help("`docs/theme.md` lists the names of the tokens that are used"),
        );
    }
    style.taken.push(TakenTokens {
        name: light.value.name.as_str().into(),
        total: file.len(),
        taken,
        absent,
    });
}

fn readable<'a>(
    file: Option<Located<&'a HouseFile>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'a Json> {
    let file = file?.value;
    if file.bytes.len() > LARGEST {
        diagnostics.push(too_large(file, LARGEST));
        return None;
    }
    file.json.as_ref()
}

struct Taker<'a> {
    file: &'a TokenFile<'a>,
    taken: Vec<(&'static str, Box<str>)>,
    absent: Vec<&'static str>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Taker<'_> {
    fn fill(&mut self, style: &mut HouseStyle) {
        for token in Token::OWN {
            if style.colours.contains_key(&token) {
                continue;
            }
            let names = names_of(token);
            if let Some((name, light)) = self.first(token.key(), names, Scheme::Light, colour) {
                let dark = if self.file.has_dark() {
                    self.value(&name, Scheme::Dark, colour)
                        .or_else(|| {
                            self.search(names, Scheme::Dark, colour)
                                .map(|(_, dark)| dark)
                        })
                        .filter(|dark| dark.value != light.value)
                } else {
                    None
                };
                style.colours.insert(token, Wish { light, dark });
            }
        }
        if style.corner.is_none() {
            let found = self.first("corner", CORNER, Scheme::Light, |value| {
                corner(&as_text(value)?)
            });
            style.corner = found.map(|(_, corner)| corner.value);
        }
        if style.font.is_none() {
            let found = self.first("font", FONT, Scheme::Light, |value| font(&as_text(value)?));
            style.font = found.map(|(_, font)| font.value);
        }
    }

    /// The first of some tokens that can be used, and a note of it.
    fn first<T>(
        &mut self,
        key: &'static str,
        names: &[&str],
        scheme: Scheme,
        read: impl Fn(&JsonValue) -> Option<T>,
    ) -> Option<(String, Located<T>)> {
        let found = self.search(names, scheme, read);
        match &found {
            Some((name, _)) => self.taken.push((key, name.as_str().into())),
            None => self.absent.push(key),
        }
        found
    }

    fn search<T>(
        &mut self,
        names: &[&str],
        scheme: Scheme,
        read: impl Fn(&JsonValue) -> Option<T>,
    ) -> Option<(String, Located<T>)> {
        for pattern in names {
            for name in self.file.names_like(pattern) {
                if let Some(value) = self.value(&name, scheme, &read) {
                    return Some((name, value));
                }
            }
        }
        None
    }

    /// The value of a token, its references followed. A reference that leads nowhere is reported.
    fn value<T>(
        &mut self,
        name: &str,
        scheme: Scheme,
        read: impl Fn(&JsonValue) -> Option<T>,
    ) -> Option<Located<T>> {
        match self.file.value(name, scheme) {
            Ok(value) => {
                let place = value.place;
                read(&value.value).map(|read| Located::new(read, place))
            }
            Err(fault) => {
                self.report(name, &fault);
                None
            }
        }
    }

    fn report(&mut self, name: &str, fault: &TokenFault) {
        let (place, what): (Place, Wording) = match fault {
            TokenFault::Unknown { reference, place } => (
                *place,
                said(
                    "token `{name}` refers to `{reference}`, which is not there",
                    [("name", &name), ("reference", &reference)],
                ),
            ),
            TokenFault::Circle { place, chain } => (
                *place,
                said(
                    "token `{name}` refers to itself: {chain}",
                    [("name", &name), ("chain", &chain.join(" → "))],
                ),
            ),
            TokenFault::Absent => return,
        };
        let is_known = self
            .diagnostics
            .iter()
            .any(|known| known.code == codes::E0421 && known.primary == place);
        if !is_known {
            self.diagnostics.push(
                Diagnostic::new(codes::E0421, place, what)
                    .help("correct the reference, or write the colour itself under `[theme]`"),
            );
        }
    }
}

/// A colour as CSS writes it, or as the W3C format does: an object with `hex`.
fn colour(value: &JsonValue) -> Option<Colour> {
    if let JsonValue::Object(entries) = value {
        let (_, hex) = entries.iter().find(|(key, _)| key == "hex")?;
        return Colour::parse(hex.text()?);
    }
    Shades::of_css(&as_text(value)?).map(|shades| shades.light)
}

/// A text, a number, a list with commas between, or the W3C form of a length: an object with `value` and `unit`.
fn as_text(value: &JsonValue) -> Option<String> {
    match value {
        JsonValue::Text(text) | JsonValue::Number(text) => Some(text.clone()),
        JsonValue::Array(parts) => {
            let parts: Option<Vec<&str>> = parts.iter().map(Json::text).collect();
            Some(parts?.join(", "))
        }
        JsonValue::Object(entries) => {
            let part = |key: &str| {
                let (_, value) = entries.iter().find(|(name, _)| name == key)?;
                as_text(&value.value)
            };
            Some(format!("{}{}", part("value")?, part("unit")?))
        }
        JsonValue::Word(_) => None,
    }
}

#[cfg(test)]
mod tests;
