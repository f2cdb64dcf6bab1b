//! The files of a face: logos and letters as they are, and the style sheet.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::{Colour, HouseStyle, Picture, Token};
use crate::render::theme::Asset;

/// The name of letters of a municipality's own in its style sheet.
const FAMILY: &str = "own";

/// What a file is published for. Its name in the municipality's folder may hold blanks and capitals, so it gets another.
pub(super) const LOGO: &str = "own-logo";
pub(super) const LOGO_DARK: &str = "own-logo-dark";
const FONT: &str = "own-font";
const FONT_BOLD: &str = "own-font-bold";

/// Logos and letters, each under the name of what it is for.
pub(super) fn published(style: &HouseStyle) -> Vec<(&'static str, Asset)> {
    let logo = style.logo.as_ref();
    let letters = style.letters.as_ref();
    let files = [
        (LOGO, logo.map(|logo| &logo.picture)),
        (LOGO_DARK, logo.and_then(|logo| logo.dark.as_ref())),
        (FONT, letters.map(|letters| &letters.regular)),
        (FONT_BOLD, letters.and_then(|letters| letters.bold.as_ref())),
    ];
    files
        .into_iter()
        .filter_map(|(purpose, picture)| Some((purpose, asset(purpose, picture?))))
        .collect()
}

fn asset(purpose: &str, picture: &Picture) -> Asset {
    let ending = picture.name.rsplit_once('.').map_or("", |(_, end)| end);
    Asset::new(&format!("{purpose}.{ending}"), picture.bytes.to_vec())
}

/// The style sheet with what differs from the theme; `None` when nothing does.
pub(super) fn css(
    style: &HouseStyle,
    colours: &BTreeMap<Token, (Colour, Colour)>,
    files: &[(&'static str, Asset)],
) -> Option<Asset> {
    let mut properties = Vec::new();
    for (token, (light, dark)) in colours {
        let (light, dark) = (light.as_str(), dark.as_str());
        let value = if light == dark {
            light.to_owned()
        } else {
            format!("light-dark({light},{dark})")
        };
        properties.push(format!("--{}:{value}", token.name()));
    }
    if let Some(corner) = &style.corner {
        properties.push(format!("--radius:{corner}"));
    }
    match (&style.letters, &style.font) {
        (Some(_), font) => {
            let others = font.as_deref().unwrap_or("system-ui,sans-serif");
            properties.push(format!("--font:\"{FAMILY}\",{others}"));
        }
        (None, Some(font)) => properties.push(format!("--font:{font}")),
        (None, None) => {}
    }
    if properties.is_empty() {
        return None;
    }
    let mut css = font_faces(files);
    let _ = write!(css, "@layer tokens{{:root{{{}}}}}", properties.join(";"));
    Some(Asset::new("theme.css", css.into_bytes()))
}

/// Letters that come too late are not used: a text never jumps.
fn font_faces(files: &[(&'static str, Asset)]) -> String {
    let mut css = String::new();
    for (purpose, asset) in files {
        let weight = match *purpose {
            FONT => 400,
            FONT_BOLD => 700,
            _ => continue,
        };
        let name = &asset.file_name;
        let _ = write!(
            css,
            "@font-face{{font-family:\"{FAMILY}\";src:url({name})format(\"woff2\");font-weight:{weight};\
             font-display:optional}}"
        );
    }
    css
}
