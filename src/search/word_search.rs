//! What one typed word may stand for. The browser runs the same steps.

use super::compound;
use super::dictionary::Dictionary;
use super::lexicon::Lexicon;
use super::plan::{PlannedWord, Role, Variant, VariantKind, WEAK};
use super::sound::{distance, sound};
use super::stem::stem_with_t;

/// Variants of one kind at most.
const MOST_BEGINNINGS: usize = 16;
const MOST_LIKENESSES: usize = 8;
/// A word that goes on in what was typed, by its sound: its letters at least, and how many may follow at most.
const STEM: usize = 4;
const ENDING: usize = 4;
/// Letters from which slips of the finger are forgiven: one, and two.
const ONE_SLIP: usize = 4;
const TWO_SLIPS: usize = 8;

/// Looks for what one word may stand for.
pub(super) struct WordSearch<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) dictionary: &'a Dictionary,
    pub(super) word: &'a str,
    pub(super) stem: String,
    /// Whether it may still be typed on.
    pub(super) is_open: bool,
}

impl WordSearch<'_> {
    pub(super) fn weak(&self) -> PlannedWord {
        let variant = Variant {
            kind: VariantKind::Exact,
            stems: vec![self.stem.clone()],
            factor: WEAK,
        };
        PlannedWord {
            typed: self.word.to_owned(),
            role: Role::AddsLittle,
            variants: vec![variant]
                .into_iter()
                .filter(|_| self.dictionary.has(&self.stem))
                .collect(),
        }
    }

    pub(super) fn strong(&self, searched: &[String]) -> PlannedWord {
        let is_known = self.dictionary.has(&self.stem);
        let mut found: Vec<(VariantKind, Vec<String>)> = Vec::new();
        let one = |kind| move |stem: String| (kind, vec![stem]);
        if is_known {
            found.push((VariantKind::Exact, vec![self.stem.clone()]));
        }
        found.extend(
            self.joined(searched)
                .into_iter()
                .map(one(VariantKind::Joined)),
        );
        if self.is_open {
            found.extend(self.prefixed().into_iter().map(one(VariantKind::Prefix)));
        }
        if found.is_empty() {
            found.extend(self.alike());
        }
        let as_word = |word: &str| {
            self.lexicon
                .term(word)
                .filter(|stem| self.dictionary.has(stem))
        };
        let parts = compound::parts(self.word, &as_word);
        if !parts.is_empty() {
            found.push((VariantKind::Parts, parts));
        }
        PlannedWord {
            typed: self.word.to_owned(),
            role: Role::Decides,
            variants: found
                .into_iter()
                .map(|(kind, stems)| Variant {
                    kind,
                    stems,
                    factor: kind.factor(is_known),
                })
                .collect(),
        }
    }

    /// What it makes together with the word before or behind it.
    fn joined(&self, searched: &[String]) -> Vec<String> {
        searched
            .windows(2)
            .filter(|pair| pair.iter().any(|word| word == self.word))
            .map(|pair| self.lexicon.stem(&pair.concat()))
            .filter(|stem| self.dictionary.has(stem))
            .collect()
    }

    /// Words that begin with it, the shortest first.
    fn prefixed(&self) -> Vec<String> {
        let mut stems: Vec<&str> = self
            .dictionary
            .beginning_with(self.word)
            .filter(|stem| *stem != self.stem)
            .collect();
        stems.sort_by_key(|stem| (stem.len(), *stem));
        stems.truncate(MOST_BEGINNINGS);
        stems.into_iter().map(str::to_owned).collect()
    }

    /// Words that are like it, when it does not occur itself: by sound; otherwise by slips of the finger and as a stem.
    fn alike(&self) -> Vec<(VariantKind, Vec<String>)> {
        let (heard, heard_open) = (sound(&self.stem), sound(self.word));
        let heard_with_t = sound(&stem_with_t(self.word));
        let mut same = Vec::new();
        let mut going_on = Vec::new();
        let mut slips = Vec::new();
        let (mut stem, mut begun) = (None, 0);
        let most = if heard.len() >= TWO_SLIPS { 2 } else { 1 };
        for (known, sounds) in self.dictionary.words() {
            if sounds == heard || sounds == heard_with_t {
                same.push(known.to_owned());
            }
            if self.is_open && heard_open.len() >= ONE_SLIP && sounds.starts_with(&heard_open) {
                going_on.push((sounds.len(), known));
            }
            let begins = sounds.len() >= STEM
                && sounds.len() > begun
                && heard_open.starts_with(sounds)
                && heard_open.len() - sounds.len() <= ENDING;
            if begins {
                stem = Some(known);
                begun = sounds.len();
            }
            if heard.len() >= ONE_SLIP
                && let Some(steps) = distance(&heard, sounds, most)
            {
                let differs = !sounds.starts_with(&heard[..1]);
                slips.push((steps, differs, known));
            }
        }
        if !same.is_empty() {
            let found = same.into_iter().take(MOST_LIKENESSES);
            return found.map(|stem| (VariantKind::Sound, vec![stem])).collect();
        }
        let mut found = Vec::new();
        going_on.sort_unstable();
        let going_on = going_on.into_iter().take(MOST_LIKENESSES);
        found.extend(going_on.map(|(_, stem)| (VariantKind::SoundPrefix, vec![stem.to_owned()])));
        found.extend(stem.map(|stem| (VariantKind::Stem, vec![stem.to_owned()])));
        slips.sort_unstable();
        let nearest = slips.first().map(|(steps, _, _)| *steps);
        let slips = slips
            .into_iter()
            .filter(|(steps, _, _)| Some(*steps) == nearest);
        found.extend(slips.take(MOST_LIKENESSES).map(|(steps, _, stem)| {
            let kind = if steps == 1 {
                VariantKind::Typo
            } else {
                VariantKind::TwoTypos
            };
            (kind, vec![stem.to_owned()])
        }));
        found
    }
}
