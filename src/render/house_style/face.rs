//! The faces of all municipalities: decided once, when content and theme are known.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Phrase, codes, phrase, said};
use crate::model::{Colour, Dataset, HouseStyle, Municipality, MunicipalityId, Scheme, Token};
use crate::render::theme::Asset;

use super::files;
use super::pairs::PAIRS;
use super::solver::{Move, Solver};
use super::theme_colours::ThemeColours;

/// One pair of colours, as it is reported.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// Light or dark.
    pub scheme: Scheme,
    /// What stands on what: `accent on paper`.
    pub pair: String,
    /// Both colours.
    pub colours: String,
    /// Their contrast.
    pub ratio: f64,
    /// What it should be.
    pub needed: f64,
    /// Where it is used.
    pub used: Phrase,
    /// Whether one of the two is another shade than was asked for.
    pub is_moved: bool,
}

/// What a municipality's pages look like.
#[derive(Clone, Debug, Default)]
pub struct Face {
    /// The style sheet, which holds only what differs from the theme. Absent when nothing does.
    pub css: Option<Asset>,
    /// Logos and letters, each under the name of what it is for.
    files: Vec<(&'static str, Asset)>,
    /// Every pair of colours.
    pub pairs: Vec<PairRow>,
}

impl Face {
    /// The published name of the logo.
    #[must_use]
    pub fn logo(&self) -> Option<&str> {
        self.file_name(files::LOGO)
    }

    /// The published name of the logo for dark pages.
    #[must_use]
    pub fn logo_dark(&self) -> Option<&str> {
        self.file_name(files::LOGO_DARK)
    }

    fn file_name(&self, wanted: &str) -> Option<&str> {
        let (_, asset) = self.files.iter().find(|(purpose, _)| *purpose == wanted)?;
        Some(&asset.file_name)
    }

    /// Everything to publish.
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        self.files.iter().map(|(_, asset)| asset).chain(&self.css)
    }

    /// The style sheet's text.
    #[must_use]
    pub fn css_text(&self) -> Option<String> {
        let css = self.css.as_ref()?;
        Some(String::from_utf8_lossy(&css.bytes).into_owned())
    }

    fn new(
        municipality: &Municipality,
        theme: &ThemeColours,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let style = &municipality.house_style;
        let [light, dark] = Scheme::ALL.map(|scheme| Solver::solve(theme, style, scheme));
        for (solver, scheme) in [(&light, Scheme::Light), (&dark, Scheme::Dark)] {
            for moved in &solver.moves {
                diagnostics.push(report(moved, scheme, style));
            }
        }
        let mut pairs = Vec::new();
        for (solver, scheme) in [(&light, Scheme::Light), (&dark, Scheme::Dark)] {
            pairs.extend(rows(solver, scheme));
        }
        let files = files::published(style);
        let css = files::css(style, &changed(theme, &light, &dark), &files);
        Self { css, files, pairs }
    }
}

/// The faces of all municipalities, by their ids.
#[derive(Debug, Default)]
pub struct Faces {
    list: Vec<Face>,
}

impl Faces {
    /// Decides about every municipality; a colour that is not used as it was asked for goes into `diagnostics`.
    #[must_use]
    pub fn new(dataset: &Dataset, theme: &ThemeColours, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let list = dataset
            .municipalities()
            .map(|(_, municipality)| Face::new(municipality, theme, diagnostics))
            .collect();
        Self { list }
    }

    /// The face of one municipality.
    #[must_use]
    pub fn of(&self, municipality: MunicipalityId) -> &Face {
        &self.list[municipality.0 as usize]
    }

    /// All style sheets.
    pub fn css(&self) -> impl Iterator<Item = String> {
        self.list.iter().filter_map(Face::css_text)
    }
}

/// What differs from the theme, in light and dark.
fn changed(
    theme: &ThemeColours,
    light: &Solver<'_>,
    dark: &Solver<'_>,
) -> BTreeMap<Token, (Colour, Colour)> {
    Token::OWN
        .into_iter()
        .filter(|token| light.own.contains_key(token) || dark.own.contains_key(token))
        .filter_map(|token| {
            let (light, dark) = (light.colour(token)?, dark.colour(token)?);
            let of_theme = |scheme| theme.colour(token, scheme);
            let is_same = of_theme(Scheme::Light).map(Colour::channels) == Some(light.channels())
                && of_theme(Scheme::Dark).map(Colour::channels) == Some(dark.channels());
            (!is_same).then(|| (token, (light.clone(), dark.clone())))
        })
        .collect()
}

fn rows(solver: &Solver<'_>, scheme: Scheme) -> Vec<PairRow> {
    let is_moved = |token| {
        let root = solver.root(token);
        solver.moves.iter().any(|moved| moved.token == root)
    };
    PAIRS
        .iter()
        .filter_map(|pair| {
            let tokens = pair.fronts.iter().chain([&pair.back]).copied();
            let names: Vec<&str> = pair.fronts.iter().map(|token| token.name()).collect();
            let colours: Option<Vec<&str>> = tokens
                .clone()
                .map(|token| solver.colour(token).map(Colour::as_str))
                .collect();
            Some(PairRow {
                scheme,
                pair: format!("{} on {}", names.join("/"), pair.back.name()),
                colours: colours?.join(" "),
                ratio: solver.ratio(pair)?,
                needed: pair.needed,
                used: pair.used,
                is_moved: tokens.into_iter().any(is_moved),
            })
        })
        .collect()
}

/// A colour that is not used as it was written, or cannot be.
fn report(moved: &Move, scheme: Scheme, style: &HouseStyle) -> Diagnostic {
    let (key, written) = (moved.token.key(), moved.written.value.as_str());
    let before = format!("{:.2}", moved.before);
    let after = format!("{:.2}", moved.after);
    let needed = moved.pair.needed;
    let pattern = match scheme {
        Scheme::Light => {
            phrase("{used}, {before} : 1 in the light scheme where {needed} : 1 is needed")
        }
        Scheme::Dark => {
            phrase("{used}, {before} : 1 in the dark scheme where {needed} : 1 is needed")
        }
    };
    let pair =
        said(pattern, [("before", &before), ("needed", &needed)]).with("used", moved.pair.used);
    let place = moved.written.place;
    let Some(shade) = &moved.shade else {
        let message = said(
            "`{key}` `{written}` cannot be read ({pair}), and no shade of it can",
            [("key", &key), ("written", &written)],
        );
        return Diagnostic::new(codes::E0419, place, message.with("pair", pair))
            .help("choose another colour, here or for what it stands on");
    };
    let shade = shade.as_str();
    if style.is_exact {
        let message = said(
            "`{key}` `{written}` cannot be read ({pair})",
            [("key", &key), ("written", &written)],
        );
        return Diagnostic::new(codes::E0419, place, message.with("pair", pair)).help(said(
            "the nearest shade that can be read is `{shade}`, with {after} : 1; write it, or leave `exact` out",
            [("shade", &shade), ("after", &after)],
        ));
    }
    let message = said(
        "`{key}` `{written}` cannot be read well ({pair}): `{shade}` is used, with {after} : 1",
        [
            ("key", &key),
            ("written", &written),
            ("shade", &shade),
            ("after", &after),
        ],
    );
    Diagnostic::new(codes::W0418, place, message.with("pair", pair)).help(said(
        "choose another colour, or write `{shade}` yourself",
        [("shade", &shade)],
    ))
}
