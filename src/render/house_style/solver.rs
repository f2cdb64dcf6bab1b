//! Finds the shades of one scheme: what a municipality asks for, moved as little as makes every pair readable.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::Located;
use crate::model::{Colour, HouseStyle, Scheme, Token};

use super::lightness::{contrast, in_hue_of, luminance, nearest_shade};
use super::pairs::{PAIRS, Pair};
use super::theme_colours::ThemeColours;

/// A ground lighter than this carries dark letters, and would glare on a dark page.
const LIGHT_GROUND: f64 = 0.4;

/// A colour that was asked for and cannot be used.
#[derive(Clone, Debug)]
pub(super) struct Move {
    pub(super) token: Token,
    pub(super) written: Located<Colour>,
    /// The shade that is used; `None` when no shade of this hue passes.
    pub(super) shade: Option<Colour>,
    /// The pair with the least contrast for what it needs, and the ratio before.
    pub(super) pair: &'static Pair,
    pub(super) before: f64,
    /// The ratio of that pair after.
    pub(super) after: f64,
}

/// The shades of one scheme.
pub(super) struct Solver<'a> {
    theme: &'a ThemeColours,
    style: &'a HouseStyle,
    scheme: Scheme,
    /// What differs from the theme. A token is settled once it stands here, or when nobody asks for it.
    pub(super) own: BTreeMap<Token, Colour>,
    /// Tokens that get a shade of their own, not all of them yet.
    asked: BTreeSet<Token>,
    pub(super) moves: Vec<Move>,
}

impl<'a> Solver<'a> {
    /// Finds the shades of everything that is asked for.
    pub(super) fn solve(theme: &'a ThemeColours, style: &'a HouseStyle, scheme: Scheme) -> Self {
        let mut asked: BTreeSet<Token> = style.colours.keys().copied().collect();
        for (ground, ink) in CHOSEN_INKS {
            if asked.contains(&ground) {
                asked.insert(ink);
            }
        }
        let mut solver = Self {
            theme,
            style,
            scheme,
            own: BTreeMap::new(),
            asked,
            moves: Vec::new(),
        };
        for token in Token::OWN {
            if solver.asked.contains(&token) {
                match style.colours.get(&token).and_then(|wish| wish.of(scheme)) {
                    Some(written) => solver.settle_written(token, written),
                    None => solver.settle_made(token),
                }
            }
        }
        solver
    }

    /// The colour of a token: its own, or the theme's.
    pub(super) fn colour(&self, token: Token) -> Option<&Colour> {
        let root = self.root(token);
        self.own
            .get(&root)
            .or_else(|| self.theme.colour(root, self.scheme))
    }

    /// The token that decides about this one: the theme may say that one is another.
    pub(super) fn root(&self, token: Token) -> Token {
        self.theme
            .root_among(token, |root| self.asked.contains(&root))
    }

    /// The contrast of a pair; `None` when the theme lacks one of its colours.
    pub(super) fn ratio(&self, pair: &Pair) -> Option<f64> {
        self.ratio_with(pair, None)
    }

    fn ratio_with(&self, pair: &Pair, instead: Option<(Token, &Colour)>) -> Option<f64> {
        let look = |token| match instead {
            Some((other, colour)) if self.root(token) == other => Some(colour),
            Some(_) | None => self.colour(token),
        };
        let back = look(pair.back)?;
        let fronts: Option<Vec<f64>> = pair
            .fronts
            .iter()
            .map(|front| Some(contrast(look(*front)?, back)))
            .collect();
        fronts?.into_iter().reduce(f64::max)
    }

    /// The pairs of a token with what is settled already.
    fn pairs_of(&self, token: Token) -> Vec<&'static Pair> {
        let is_settled = |other: Token| {
            let root = self.root(other);
            root == token || self.own.contains_key(&root) || !self.asked.contains(&root)
        };
        PAIRS
            .iter()
            .filter(|pair| {
                let mut tokens = pair.fronts.iter().chain([&pair.back]).copied();
                tokens.clone().any(|one| self.root(one) == token) && tokens.all(is_settled)
            })
            .collect()
    }

    fn passing(&self, token: Token, colour: &Colour) -> Option<Colour> {
        let pairs = self.pairs_of(token);
        nearest_shade(colour, |shade| {
            pairs.iter().all(|pair| {
                self.ratio_with(pair, Some((token, shade)))
                    .is_none_or(|ratio| ratio >= pair.needed)
            })
        })
    }

    fn settle_written(&mut self, token: Token, written: &Located<Colour>) {
        let shade = self.passing(token, &written.value);
        if shade.as_ref().map(Colour::channels) != Some(written.value.channels()) {
            self.note_move(token, written, shade.clone());
        }
        self.own
            .insert(token, shade.unwrap_or_else(|| written.value.clone()));
    }

    fn note_move(&mut self, token: Token, written: &Located<Colour>, shade: Option<Colour>) {
        let ratio = |pair: &Pair, colour: &Colour| {
            self.ratio_with(pair, Some((token, colour)))
                .filter(|ratio| ratio.is_finite())
        };
        let worst = self
            .pairs_of(token)
            .into_iter()
            .filter_map(|pair| Some((pair, ratio(pair, &written.value)?)))
            .min_by(|(one, a), (other, b)| (a / one.needed).total_cmp(&(b / other.needed)));
        let Some((pair, before)) = worst else {
            return;
        };
        let after = shade.as_ref().and_then(|shade| ratio(pair, shade));
        self.moves.push(Move {
            token,
            written: written.clone(),
            shade,
            pair,
            before,
            after: after.unwrap_or(before),
        });
    }

    /// A shade that nobody wrote: made to pass, without a word.
    fn settle_made(&mut self, token: Token) {
        let Some(start) = self.made(token) else {
            self.asked.remove(&token);
            return;
        };
        let shade = self.passing(token, &start);
        self.own.insert(token, shade.unwrap_or(start));
    }

    /// Where a shade begins that nobody wrote; `None` leaves it to the theme.
    fn made(&self, token: Token) -> Option<Colour> {
        let wish = self.style.colours.get(&token);
        match token {
            Token::Paper | Token::Surface | Token::Statement => {
                let light = &wish?.light.value;
                let of_theme = self.theme.colour(token, self.scheme)?;
                // Whoever writes the theme's own colour down means all of it.
                let is_theme =
                    self.theme.colour(token, Scheme::Light)?.channels() == light.channels();
                (!is_theme).then(|| in_hue_of(of_theme, light))
            }
            Token::HeaderInk | Token::ButtonInk if wish.is_none() => self.best_ink(token),
            Token::Header | Token::Button | Token::HeaderInk | Token::ButtonInk => {
                let ground = CHOSEN_INKS
                    .iter()
                    .find(|(ground, ink)| [*ground, *ink].contains(&token))
                    .map(|(ground, _)| *ground)?;
                let ground = self.style.colours.get(&ground);
                let glares = ground.is_some_and(|ground| {
                    ground.dark.is_none() && luminance(&ground.light.value) > LIGHT_GROUND
                });
                (!glares).then(|| wish.map(|wish| wish.light.value.clone()))?
            }
            Token::Accent | Token::HeaderLine => Some(wish?.light.value.clone()),
            Token::Ink
            | Token::InkSoft
            | Token::Line
            | Token::LineSoft
            | Token::AccentInk
            | Token::Mark
            | Token::MarkLine
            | Token::Urgent
            | Token::UrgentInk
            | Token::FocusInk
            | Token::FocusPaper => None,
        }
    }

    /// The darkest and the lightest ink of the theme: whichever can be read better on the ground.
    fn best_ink(&self, ink: Token) -> Option<Colour> {
        let (ground, _) = CHOSEN_INKS.iter().find(|(_, of)| *of == ink)?;
        // A ground that was left to the theme has the theme's ink.
        let ground = self.own.get(ground)?;
        [Scheme::Light, Scheme::Dark]
            .into_iter()
            .flat_map(|scheme| {
                [Token::Paper, Token::Ink].map(|token| self.theme.colour(token, scheme))
            })
            .flatten()
            .max_by(|one, other| contrast(one, ground).total_cmp(&contrast(other, ground)))
            .cloned()
    }
}

/// Grounds whose letters are chosen with them.
const CHOSEN_INKS: [(Token, Token); 2] = [
    (Token::Header, Token::HeaderInk),
    (Token::Button, Token::ButtonInk),
];
