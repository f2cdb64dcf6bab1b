//! What visitors say leads to documents: the notions whose sayings are most like a query, and what they lead to.

use std::collections::BTreeMap;

use tantivy::Score;

use super::field::Reach;
use super::index::MunicipalityIndex;
use super::plan::{Plan, PlannedWord, Role};
use super::rank::{Words, with_bits};

/// Notions that lead somewhere at most, the ones most like the query.
const MOST_NOTIONS: usize = 12;
/// What a notion counts for, of the one before it.
const NEXT: f32 = 0.77;
/// Sayings of a notion that count beside the best, and what each counts for.
const MORE_SAYINGS: usize = 3;
const MORE: f32 = 0.1;
/// What a stop word counts for, and a word that everybody types.
const STOP: f32 = 1.2;
const WEAK: f32 = 0.9;
/// What notions count for beside the fields of a document, and what a good adviser would also show beside what it is about.
const LED: f32 = 7.5;
pub(super) const ALSO: f32 = 0.6;

/// What documents get from notions.
pub(super) struct Led {
    /// Per document.
    pub(super) scores: Vec<Score>,
    /// The words that decide that the notions have which lead to it.
    pub(super) words: Vec<Words>,
}

/// A notion that is like a query.
pub(super) struct MetNotion {
    /// Its rank among those of the region.
    pub(super) notion: usize,
    /// How much like it: the root of BM25 of its best sayings.
    pub(super) likeness: Score,
    /// The words that decide that its sayings have.
    words: Words,
}

impl MunicipalityIndex<'_> {
    /// What documents get from the notions that are most like a query.
    pub(super) fn led(&self, plan: &Plan, reach: Reach) -> tantivy::Result<Led> {
        let mut led = Led {
            scores: vec![0.0; self.documents.len()],
            words: vec![0; self.documents.len()],
        };
        for (met, strength) in self.notions(plan, reach)? {
            let notion = &self.region.notions.list[met.notion];
            for (goals, share) in [(&notion.about, strength), (&notion.also, strength * ALSO)] {
                for document in goals.iter().filter_map(|goal| self.goals[*goal]) {
                    led.scores[document] += share;
                    led.words[document] |= met.words;
                }
            }
        }
        self.raise_providers(&mut led.scores);
        for (provider, products) in self.offered.iter().enumerate() {
            for product in products {
                led.words[provider] |= led.words[*product];
            }
        }
        Ok(led)
    }

    /// The notions that are most like a query, each with what it counts for.
    pub(super) fn notions(
        &self,
        plan: &Plan,
        reach: Reach,
    ) -> tantivy::Result<Vec<(MetNotion, Score)>> {
        let mut met = self.met(plan, reach)?;
        met.sort_by(|one, other| {
            let by_likeness = other.likeness.total_cmp(&one.likeness);
            by_likeness.then(one.notion.cmp(&other.notion))
        });
        let mut share = LED;
        let with_strength = met.into_iter().take(MOST_NOTIONS).map(|notion| {
            let strength = share * notion.likeness;
            share *= NEXT;
            (notion, strength)
        });
        Ok(with_strength.collect())
    }

    /// All notions with a word that decides.
    fn met(&self, plan: &Plan, reach: Reach) -> tantivy::Result<Vec<MetNotion>> {
        let sayings = self.region.notions.sayings(reach);
        let mut scores: Vec<Score> = vec![0.0; sayings.len()];
        let mut words: BTreeMap<usize, Words> = BTreeMap::new();
        let (deciding, others): (Vec<_>, Vec<_>) = with_bits(plan).partition(|(_, bit)| *bit != 0);
        for (word, bit) in deciding.into_iter().chain(others) {
            let stems = self.stems_in_sayings(word);
            let stems: Vec<(&str, f32)> = stems.iter().map(|(stem, f)| (*stem, *f)).collect();
            for (saying, score) in sayings.scores(&stems)? {
                if bit != 0 {
                    *words.entry(sayings.notion(saying)).or_default() |= bit;
                } else if scores[saying] == 0.0 {
                    continue;
                }
                scores[saying] += score;
            }
        }
        let mut of_notions: BTreeMap<usize, Vec<Score>> = BTreeMap::new();
        for (saying, score) in scores.into_iter().enumerate() {
            if score > 0.0 {
                let notion = sayings.notion(saying);
                of_notions.entry(notion).or_default().push(score);
            }
        }
        let met = of_notions.into_iter().map(|(notion, mut scores)| {
            scores.sort_by(|one, other| other.total_cmp(one));
            let best = scores[0];
            let more = scores.iter().skip(1).take(MORE_SAYINGS);
            MetNotion {
                notion,
                likeness: more.fold(best, |sum, score| sum + MORE * score).sqrt(),
                words: words[&notion],
            }
        });
        Ok(met.collect())
    }

    /// The stems that a word may be in sayings, each with the most that it counts for.
    fn stems_in_sayings<'a>(&self, word: &'a PlannedWord) -> BTreeMap<&'a str, f32> {
        let weak = &self.region.lexicon.weak;
        let mut stems: BTreeMap<&str, f32> = BTreeMap::new();
        for variant in &word.variants {
            for stem in &variant.stems {
                let own = match word.role {
                    Role::OnlyInSayings => STOP,
                    Role::Decides | Role::AddsLittle if weak.contains(stem) => {
                        WEAK * variant.kind.factor_in_sayings()
                    }
                    Role::Decides | Role::AddsLittle => variant.kind.factor_in_sayings(),
                };
                let factor = stems.entry(stem).or_insert(own);
                *factor = factor.max(own);
            }
        }
        stems
    }
}
