//! Judges `[theme]` of a municipality: its own face.

use crate::diagnostics::{Diagnostic, Located, Phrase, codes, phrase, said};
use crate::model::{HouseStyle, Token, Wish};
use crate::sources::MunicipalityMaterial;

use super::design_tokens;
use super::fields::Fields;
use super::form;
use super::house_files::HouseFiles;

/// Judges the table, and the files that it names.
pub(super) fn judge(
    table: Option<Fields<'_>>,
    folder: &MunicipalityMaterial,
    diagnostics: &mut Vec<Diagnostic>,
) -> HouseStyle {
    let mut files = HouseFiles::new(folder);
    let mut style = HouseStyle::default();
    if let Some(mut fields) = table {
        for token in Token::OWN {
            if let Some(wish) = wish(&mut fields, token, diagnostics) {
                style.colours.insert(token, wish);
            }
        }
        style.corner = setting(&mut fields, "corner", corner, CORNER, diagnostics);
        style.font = setting(&mut fields, "font", font, FONT, diagnostics);
        style.letters = files.letters(&mut fields, diagnostics);
        style.logo = files.logo(&mut fields, diagnostics);
        // Not asking for it is no.
        style.is_exact = fields.boolean("exact", diagnostics) == Some(true);
        design_tokens::take(&mut fields, &mut files, &mut style, diagnostics);
        fields.finish(diagnostics);
    }
    if folder.settings.is_whole {
        files.report_unused(diagnostics);
    }
    style
}

/// One colour for both schemes, or a table with one for each.
fn wish(fields: &mut Fields<'_>, token: Token, diagnostics: &mut Vec<Diagnostic>) -> Option<Wish> {
    let key = token.key();
    if !fields.is_table(key) {
        return Some(Wish {
            light: fields.located_colour(key, diagnostics)?,
            dark: None,
        });
    }
    let mut table = fields.table(key, diagnostics)?;
    if !table.has("light") {
        table.missing("light", diagnostics);
    }
    let light = table.located_colour("light", diagnostics);
    let dark = table.located_colour("dark", diagnostics);
    table.finish(diagnostics);
    Some(Wish {
        light: light?,
        dark,
    })
}

impl Fields<'_> {
    fn located_colour(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Located<crate::model::Colour>> {
        let place = self.place_of(key);
        let colour = self.formed(key, &form::COLOUR, diagnostics)?;
        Some(Located::new(colour, place))
    }
}

const CORNER: Phrase = phrase("write a length from `0` to `1.5rem`, such as `0.5rem` or `8px`");
const FONT: Phrase = phrase(
    "write names of families and a general one last, such as `Georgia, \"Times New Roman\", serif`",
);

fn setting(
    fields: &mut Fields<'_>,
    key: &'static str,
    read: fn(&str) -> Option<Box<str>>,
    belongs: Phrase,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Box<str>> {
    let written = fields.text(key, diagnostics)?;
    let value = read(written.value);
    if value.is_none() {
        let message = said(
            "`{key}` cannot be `{written}`",
            [("key", &key), ("written", &written.value)],
        );
        diagnostics.push(Diagnostic::new(codes::E0202, written.place, message).help(belongs));
    }
    value
}

/// How round a corner is, in rem: a visitor with large letters gets large corners.
pub(super) fn corner(text: &str) -> Option<Box<str>> {
    const ROUNDEST: f64 = 1.5;
    const PIXELS_IN_REM: f64 = 16.0;
    let text = text.trim();
    let rem = if let Some(number) = text.strip_suffix("rem") {
        number.parse::<f64>().ok()?
    } else if let Some(number) = text.strip_suffix("px") {
        number.parse::<f64>().ok()? / PIXELS_IN_REM
    } else {
        text.parse::<f64>().ok().filter(|number| *number == 0.0)?
    };
    (0.0..=ROUNDEST)
        .contains(&rem)
        .then(|| format!("{rem}rem").into())
}

/// Families that CSS knows by a word of its own.
const GENERAL: [&str; 9] = [
    "serif",
    "sans-serif",
    "monospace",
    "system-ui",
    "ui-serif",
    "ui-sans-serif",
    "ui-rounded",
    "ui-monospace",
    "-apple-system",
];

/// Families as CSS writes them: names only, so nothing is loaded, with a general one at the end.
pub(super) fn font(text: &str) -> Option<Box<str>> {
    let mut families = Vec::new();
    for part in text.split(',') {
        let part = part.trim();
        let name = ['"', '\'']
            .iter()
            .find_map(|quote| part.strip_prefix(*quote)?.strip_suffix(*quote))
            .unwrap_or(part);
        let is_name = name.starts_with(|char: char| char.is_alphanumeric() || char == '-')
            && name
                .chars()
                .all(|char| char.is_alphanumeric() || " -_.".contains(char));
        if !is_name {
            return None;
        }
        if GENERAL.contains(&name) {
            families.push(name.to_owned());
        } else {
            families.push(format!("\"{name}\""));
        }
    }
    if families.last().is_some_and(|last| last.starts_with('"')) {
        families.push("sans-serif".to_owned());
    }
    Some(families.join(",").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_lengths_within_limits() {
        let read = |text| corner(text).map(String::from);
        assert_eq!(read("0"), Some("0rem".to_owned()));
        assert_eq!(read("0.5rem"), Some("0.5rem".to_owned()));
        assert_eq!(read("8px"), Some("0.5rem".to_owned()));
        for wrong in ["8", "-1px", "2rem", "50%", "nanrem", "infrem", "1em", ""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn families_are_names_with_a_general_one_at_the_end() {
        let read = |text| font(text).map(String::from);
        assert_eq!(
            read("Georgia, 'Times New Roman', serif").as_deref(),
            Some("\"Georgia\",\"Times New Roman\",serif")
        );
        assert_eq!(read("Verdana").as_deref(), Some("\"Verdana\",sans-serif"));
        for wrong in ["", "a,,b", "url(x)", "x; color: red", "a\"b", "\\61"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
