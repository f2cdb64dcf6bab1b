//! From what was typed to what is looked for: per word its variants, each with a factor. The browser runs the same steps;
//! tests compare the two.

use std::collections::BTreeSet;

use super::compound;
use super::dictionary::Dictionary;
use super::fold::words;
use super::lexicon::{Lexicon, PHRASE};
use super::sound::{distance, sound};
use super::stop_words::is_stop_word;

/// Words that are looked for at most; the rest of a long text is left out.
const MOST_WORDS: usize = 12;
/// Variants of one kind at most.
const MOST_BEGINNINGS: usize = 16;
const MOST_LIKENESSES: usize = 8;
/// A word that goes on in what was typed: its letters at least, and how many may follow at most.
const STEM: usize = 4;
const ENDING: usize = 4;
/// Letters from which slips of the finger are forgiven: one, and two.
const ONE_SLIP: usize = 4;
const TWO_SLIPS: usize = 8;
/// A word that everybody types counts for so much.
pub(super) const WEAK: f32 = 0.15;

/// Why a word of the index is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VariantKind {
    /// It is what was typed, or another form of it.
    Exact,
    /// It is a phrase all of whose words were typed.
    Phrase,
    /// It is two typed words in one.
    Joined,
    /// It sounds the same.
    Sound,
    /// It begins with what was typed.
    Prefix,
    /// It sounds like what was typed and goes on.
    SoundPrefix,
    /// One slip of the finger away.
    Typo,
    /// Two slips of the finger away.
    TwoTypos,
    /// What was typed begins with it.
    Stem,
    /// They are the parts of the compound that was typed; each found part adds its share.
    Parts,
}

impl VariantKind {
    /// What a match counts for. `is_known` says whether the typed word itself occurs.
    fn factor(self, is_known: bool) -> f32 {
        match self {
            Self::Exact | Self::Phrase | Self::Joined => 1.0,
            Self::Sound => 0.9,
            Self::Prefix if is_known => 0.5,
            Self::Prefix | Self::Typo => 0.7,
            Self::SoundPrefix | Self::Stem => 0.6,
            Self::TwoTypos => 0.5,
            Self::Parts => 0.4,
        }
    }

    /// Whether a name that has it can be said to have the word.
    #[must_use]
    pub fn is_word_itself(self) -> bool {
        match self {
            Self::Exact | Self::Joined | Self::Sound | Self::Prefix => true,
            Self::Phrase
            | Self::SoundPrefix
            | Self::Typo
            | Self::TwoTypos
            | Self::Stem
            | Self::Parts => false,
        }
    }
}

/// Words of the index that stand for a typed word.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Why.
    pub kind: VariantKind,
    /// One stem; of parts, several.
    pub stems: Vec<String>,
    /// What a match counts for, of 1.
    pub factor: f32,
}

/// What a typed word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It decides: what has all such words comes first.
    Decides,
    /// Everybody types it: it adds a little.
    AddsLittle,
    /// It is several words that say something together; what has it need not have all words.
    Phrase,
}

/// A typed word, or several that say something together.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedWord {
    /// Folded.
    pub typed: String,
    /// What it does.
    pub role: Role,
    /// What is looked for; empty when nothing is like it.
    pub variants: Vec<Variant>,
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Per word.
    pub words: Vec<PlannedWord>,
    /// Whether it cannot wait.
    pub is_crisis: bool,
}

impl Plan {
    /// Plans a query.
    pub(super) fn new(typed: &str, lexicon: &Lexicon, dictionary: &Dictionary) -> Self {
        let all = without_letters_of_postcodes(words(typed));
        let is_crisis = lexicon.is_crisis(&all);
        let last_is_open = !typed.ends_with(' ');
        let open = all.last().filter(|_| last_is_open).cloned();
        let mut seen = BTreeSet::new();
        let searched: Vec<String> = all
            .iter()
            .cloned()
            .filter(|word| !is_stop_word(word) && seen.insert(lexicon.stem(word)))
            .take(MOST_WORDS)
            .collect();
        let is_weak = |word: &String| lexicon.weak.contains(&lexicon.stem(word));
        let has_strong = searched.iter().any(|word| !is_weak(word));
        let mut words: Vec<PlannedWord> = searched
            .iter()
            .map(|word| {
                let search = WordSearch {
                    lexicon,
                    dictionary,
                    word,
                    stem: lexicon.stem(word),
                    is_open: open.as_ref() == Some(word),
                };
                if has_strong && is_weak(word) {
                    search.weak()
                } else {
                    search.strong(&searched)
                }
            })
            .collect();
        words.extend(phrases(&lexicon.phrase_stems(&all), dictionary));
        Self { words, is_crisis }
    }

    /// Words that decide.
    pub fn deciding(&self) -> impl Iterator<Item = &PlannedWord> {
        self.words.iter().filter(|word| word.role == Role::Decides)
    }
}

/// Phrases of the index all of whose words were typed.
fn phrases(typed: &BTreeSet<String>, dictionary: &Dictionary) -> Vec<PlannedWord> {
    dictionary
        .phrases()
        .filter(|phrase| phrase.split(PHRASE).all(|stem| typed.contains(stem)))
        .map(|phrase| PlannedWord {
            typed: phrase.replace(PHRASE, " "),
            role: Role::Phrase,
            variants: vec![Variant {
                kind: VariantKind::Phrase,
                stems: vec![phrase.to_owned()],
                factor: VariantKind::Phrase.factor(true),
            }],
        })
        .collect()
}

/// `7311 AB` and `7311ab` are looked for as `7311`.
fn without_letters_of_postcodes(words: Vec<String>) -> Vec<String> {
    let is_digits = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_letters =
        |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    let mut after_digits = false;
    for word in words {
        if after_digits && is_letters(&word) {
            after_digits = false;
            continue;
        }
        after_digits = is_digits(&word);
        if word.len() == 6 && is_digits(&word[..4]) && is_letters(&word[4..]) {
            kept.push(word[..4].to_owned());
        } else {
            kept.push(word);
        }
    }
    kept
}

/// Looks for what one word may stand for.
struct WordSearch<'a> {
    lexicon: &'a Lexicon,
    dictionary: &'a Dictionary,
    word: &'a str,
    stem: String,
    /// Whether it may still be typed on.
    is_open: bool,
}

impl WordSearch<'_> {
    fn weak(&self) -> PlannedWord {
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

    fn strong(&self, searched: &[String]) -> PlannedWord {
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
        let mut same = Vec::new();
        let mut going_on = Vec::new();
        let mut slips = Vec::new();
        let mut stem = None;
        let most = if heard.len() >= TWO_SLIPS { 2 } else { 1 };
        for (known, sounds) in self.dictionary.words() {
            if sounds == heard {
                same.push(known.to_owned());
            }
            if self.is_open && heard_open.len() >= ONE_SLIP && sounds.starts_with(&heard_open) {
                going_on.push((sounds.len(), known));
            }
            let begins = known.len() >= STEM
                && self.word.len() - known.len().min(self.word.len()) <= ENDING
                && self.word.starts_with(known);
            if begins && stem.is_none_or(|other: &str| other.len() < known.len()) {
                stem = Some(known);
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
