//! Names on a map, none over another: each gets the first free place around its dot, or none at all.

use super::location_map::{TownMark, decimal};

/// Part of a picture.
#[derive(Clone, Copy)]
pub(super) struct Box2 {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Box2 {
    pub(super) fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// The same, from this left side on.
    pub(super) fn with_left(self, left: f64) -> Self {
        Self { left, ..self }
    }

    fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Where a name may stand around its dot: across, down, and which part of it stands there.
const PLACES: [(f64, f64, &str); 10] = [
    (7.0, 4.0, "start"),
    (-7.0, 4.0, "end"),
    (0.0, -8.0, "middle"),
    (0.0, 17.0, "middle"),
    (15.0, 4.0, "start"),
    (-15.0, 4.0, "end"),
    (0.0, -18.0, "middle"),
    (0.0, 26.0, "middle"),
    (24.0, 4.0, "start"),
    (-24.0, 4.0, "end"),
];
const ABOVE_THE_LINE: f64 = 12.0;
const BELOW_THE_LINE: f64 = 4.0;
const DOT: f64 = 4.0;

/// What is taken already in a picture.
pub(super) struct Labels {
    whole: Box2,
    taken: Vec<Box2>,
    kept_free: Vec<Box2>,
}

impl Labels {
    /// An empty picture.
    pub(super) fn new(width: f64, height: f64) -> Self {
        Self {
            whole: Box2::new(2.0, 2.0, width - 2.0, height - 2.0),
            taken: Vec::new(),
            kept_free: Vec::new(),
        }
    }

    /// Keeps names away from a part.
    pub(super) fn take(&mut self, part: Box2) {
        self.taken.push(part);
    }

    /// Keeps names and dots away from a part.
    pub(super) fn keep_free(&mut self, part: Box2) {
        self.taken.push(part);
        self.kept_free.push(part);
    }

    /// How wide words are at 13 units, in a font that is wider than most, so that an estimate does not end in an
    /// overlap.
    pub(super) fn width(words: &str) -> f64 {
        let letter = |letter: char| match letter {
            'm' | 'w' | 'M' | 'W' => 13.0,
            'i' | 'j' | 'l' | 't' | 'f' | 'I' | ' ' | ',' | '-' | '\'' => 5.2,
            other if other.is_uppercase() => 9.8,
            _ => 8.3,
        };
        words.chars().map(letter).sum()
    }

    /// What words take that start somewhere.
    pub(super) fn area(words: &str, x: f64, y: f64) -> Box2 {
        let width = Self::width(words);
        Box2::new(x, y - ABOVE_THE_LINE, x + width, y + BELOW_THE_LINE)
    }

    /// A town with its name, when there is room for it.
    pub(super) fn name(&mut self, name: &str, (x, y): (f64, f64)) -> Option<TownMark> {
        let dot = Box2::new(x - DOT, y - DOT, x + DOT, y + DOT);
        if !self.holds(dot) || self.kept_free.iter().any(|part| part.overlaps(dot)) {
            return None;
        }
        let width = Self::width(name);
        let (across, down, anchor, area) =
            PLACES.into_iter().find_map(|(right, below, anchor)| {
                let (across, down) = (x + right, y + below);
                let left = match anchor {
                    "end" => across - width,
                    "middle" => across - width / 2.0,
                    _ => across,
                };
                let area = Self::area(name, left, down);
                let is_free =
                    self.holds(area) && !self.taken.iter().any(|other| other.overlaps(area));
                is_free.then_some((across, down, anchor, area))
            })?;
        self.taken.extend([dot, area]);
        Some(TownMark {
            x: decimal(x),
            y: decimal(y),
            name_x: decimal(across),
            name_y: decimal(down),
            anchor,
            name: name.to_owned(),
        })
    }

    fn holds(&self, part: Box2) -> bool {
        part.left >= self.whole.left
            && part.right <= self.whole.right
            && part.top >= self.whole.top
            && part.bottom <= self.whole.bottom
    }
}
