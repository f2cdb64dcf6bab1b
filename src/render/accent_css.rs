//! A municipality's own colour as a small style sheet beside the theme's.

use crate::model::Municipality;

use super::theme::Asset;

/// The style sheet of a municipality that has a colour of its own. Light and dark shade have enough contrast already.
#[must_use]
pub fn accent_css(municipality: &Municipality) -> Option<Asset> {
    let accent = municipality.accent.as_ref()?;
    let css = format!(
        "@layer tokens{{:root{{--accent:light-dark({},{})}}}}",
        accent.light.as_str(),
        accent.dark.as_str()
    );
    let hash = blake3::hash(css.as_bytes()).to_hex();
    Some(Asset {
        name: "theme.css".to_owned(),
        file_name: format!("theme.{}.css", &hash[..10]),
        bytes: css.into_bytes(),
    })
}
