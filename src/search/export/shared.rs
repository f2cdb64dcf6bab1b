//! What all municipalities of a region share: written once, the files of each go on from there.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Dataset;

use super::super::analysis::AnalysedRegion;
use super::super::field::{Field, Reach};
use super::super::lexicon::Lexicon;
use super::super::notions::{Notion, Notions};
use super::super::sound::SOUNDS;
use super::super::stop_words::{FILLERS, STOP_WORDS};
use super::coder::Encoder;
use super::{kinds, logarithms};

/// Documents of a municipality, and notions, at most: the browser keeps their numbers in 16 bits.
pub(super) const MOST: usize = 65_535;

/// The beginnings of both files, and the words that stand in them.
pub(super) struct Shared {
    pub(super) core: Encoder,
    pub(super) texts: Encoder,
    /// Words that say something alone: those that the first file begins with, in order of the alphabet.
    pub(super) alone: Vec<String>,
    /// Other words of sayings: those that the second file begins with, in order of the alphabet.
    pub(super) together: Vec<String>,
}

impl Shared {
    pub(super) fn new(region: &AnalysedRegion, dataset: &Dataset) -> tantivy::Result<Self> {
        let notions = &region.notions;
        let alone = &notions.sayings(Reach::First).stems;
        let together = notions.sayings(Reach::Whole).stems.difference(alone);
        let mut shared = Self {
            core: Encoder::new(),
            texts: Encoder::new(),
            alone: alone.iter().cloned().collect(),
            together: together.cloned().collect(),
        };
        write_core(&mut shared.core, region, dataset, &shared.alone)?;
        write_texts(&mut shared.texts, notions, &shared.alone, &shared.together)?;
        Ok(shared)
    }
}

fn write_core(
    to: &mut Encoder,
    region: &AnalysedRegion,
    dataset: &Dataset,
    alone: &[String],
) -> tantivy::Result<()> {
    to.number(0, kinds::VERSION);
    to.number(kinds::COUNT, dataset.groups().count());
    for (_, group) in dataset.groups() {
        to.text("", &group.name);
    }
    to.number(kinds::COUNT, dataset.intensities().count());
    for (_, intensity) in dataset.intensities() {
        to.text("", &intensity.name);
    }
    write_lexicon(&region.lexicon, to);
    for field in Field::ALL {
        to.number(kinds::WEIGHT, tenths(field.weight()));
    }
    write_stems(alone, to);
    to.number(kinds::COUNT, region.notions.goals.len());
    let notions = &region.notions.list;
    assert!(notions.len() <= MOST, "the browser counts {MOST} notions");
    let first = first_notions(notions);
    write_notions(first, to);
    write_alone(first, alone, to);
    write_logarithms(&region.notions, Reach::First, to)
}

fn write_texts(
    to: &mut Encoder,
    notions: &Notions,
    alone: &[String],
    together: &[String],
) -> tantivy::Result<()> {
    to.number(0, kinds::VERSION);
    write_stems(together, to);
    let first = first_notions(&notions.list).len();
    write_notions(&notions.list[first..], to);
    let rare: BTreeMap<&str, usize> = notions
        .list
        .iter()
        .zip(0..)
        .flat_map(|(notion, rank)| notion.alone_rare.iter().map(move |stem| (&**stem, rank)))
        .collect();
    for stem in together {
        let notion = rare.get(stem.as_str());
        to.flag(kinds::IS_ALONE, notion.is_some());
        if let Some(notion) = notion {
            to.symbol(*notion, bits(notions.list.len()));
        }
    }
    write_sayings(notions, alone.iter().chain(together), to);
    write_logarithms(notions, Reach::Whole, to)
}

/// Bits of the rank of one of so many.
fn bits(count: usize) -> u32 {
    usize::BITS - count.leading_zeros()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "weights are tenths between 0 and 10"
)]
fn tenths(weight: f32) -> usize {
    (weight * 10.0).round() as usize
}

fn write_lexicon(lexicon: &Lexicon, to: &mut Encoder) {
    to.text("", &STOP_WORDS.join(" "));
    to.text("", &FILLERS.join(" "));
    let sounds = SOUNDS.map(|(spelling, sound)| format!("{spelling} {sound}"));
    to.text("", &sounds.join(" "));
    let mut families: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (form, stem) in &lexicon.families {
        families.entry(stem).or_default().push(form);
    }
    let families: Vec<String> = families
        .into_iter()
        .map(|(stem, forms)| format!("{stem} {}", forms.join(" ")))
        .collect();
    to.text("", &families.join("\n"));
    let weak: Vec<&str> = lexicon.weak.iter().map(String::as_str).collect();
    to.text("", &weak.join(" "));
    let crisis: Vec<String> = lexicon
        .crisis
        .iter()
        .map(|phrase| phrase.join(" "))
        .collect();
    to.text("", &crisis.join("\n"));
}

/// Writes words in order of the alphabet.
fn write_stems(stems: &[String], to: &mut Encoder) {
    to.number(kinds::COUNT, stems.len());
    let mut before = "";
    for stem in stems {
        write_stem(before, stem, to);
        before = stem;
    }
}

/// A stem as what it shares with the one before, and the rest.
pub(super) fn write_stem(before: &str, stem: &str, to: &mut Encoder) {
    let shared = before
        .bytes()
        .zip(stem.bytes())
        .take_while(|(one, other)| one == other)
        .count();
    to.number(kinds::START, shared);
    to.text(&stem[..shared], &stem[shared..]);
}

/// The goals of a notion: how many it begins with as the one before, and the others.
fn write_goals(before: &[usize], goals: &[usize], to: &mut Encoder) {
    let shared = before
        .iter()
        .zip(goals)
        .take_while(|(one, other)| one == other)
        .count();
    to.number(kinds::GOALS_AS_BEFORE, shared);
    to.number(kinds::GOALS, goals.len() - shared);
    let mut next = goals[..shared].last().map_or(0, |last| last + 1);
    for goal in &goals[shared..] {
        to.number(kinds::GOAL_GAP, goal - next);
        next = goal + 1;
    }
}

/// The notions that have words for the first file.
fn first_notions(notions: &[Notion]) -> &[Notion] {
    &notions[..notions.partition_point(|notion| !notion.alone.is_empty())]
}

fn write_notions(notions: &[Notion], to: &mut Encoder) {
    to.number(kinds::COUNT, notions.len());
    let none = Notion::default();
    let mut before = &none;
    for notion in notions {
        write_goals(&before.about, &notion.about, to);
        write_goals(&before.also, &notion.also, to);
        before = notion;
    }
}

/// Per word that says something alone, what it says: often the same as the word before.
fn write_alone(notions: &[Notion], alone: &[String], to: &mut Encoder) {
    let mut said: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (rank, notion) in notions.iter().enumerate() {
        for stem in &notion.alone {
            said.entry(stem).or_default().push(rank);
        }
    }
    let mut before = 0;
    for stem in alone {
        let here = &said[stem.as_str()];
        to.number(kinds::SAID_ALONE, here.len() - 1);
        for notion in here {
            to.flag(kinds::SAME_NOTION, *notion == before);
            if *notion != before {
                to.symbol(*notion, bits(notions.len()));
            }
            before = *notion;
        }
    }
}

/// Sayings of several words: how many each notion has, then per stem those that it stands in. Sayings are numbered in order of
/// their notions, so those with a stem are near each other.
fn write_sayings<'a>(notions: &Notions, stems: impl Iterator<Item = &'a String>, to: &mut Encoder) {
    let mut with: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut next = 0;
    for notion in &notions.list {
        to.number(kinds::SAYINGS, notion.together.len());
        for saying in &notion.together {
            for stem in saying {
                with.entry(stem).or_default().push(next);
            }
            next += 1;
        }
    }
    for stem in stems {
        let sayings = with.get(stem.as_str()).map_or(&[][..], Vec::as_slice);
        to.number(kinds::SAYINGS_WITH, sayings.len());
        let mut next = 0;
        for saying in sayings {
            to.number(kinds::saying_gap(sayings.len(), next == 0), saying - next);
            next = saying + 1;
        }
    }
}

/// What counts of sayings weigh, as far as that must be said.
fn write_logarithms(notions: &Notions, reach: Reach, to: &mut Encoder) -> tantivy::Result<()> {
    let sayings = notions.sayings(reach);
    let counts: BTreeSet<usize> = sayings
        .stems
        .iter()
        .map(|stem| sayings.count(stem))
        .collect::<tantivy::Result<_>>()?;
    logarithms::write_rounded(counts.into_iter(), sayings.len(), to);
    Ok(())
}
