//! What visitors say, and where that leads: notions of the vocabulary, each with its sayings and its goals.
//!
//! A query is compared with every saying, not with a heap of words per page: so it is understood as a whole, by the notions
//! whose sayings are most like it. The sayings are a Tantivy index of their own, one for the region.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Dataset, Goals, ProductId, ProfileId, Slug};

use super::analysis::{Analysed, Ranks};
use super::field::{Field, Reach};
use super::fold::words;
use super::lexicon::{Lexicon, is_telling};
use super::saying_index::SayingIndex;

/// Where a notion may lead, in the region.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Goal {
    /// A kind of help.
    Product(ProductId),
    /// A support profile.
    Question(ProfileId),
    /// A page of the region or of a municipality.
    Page(Slug),
    /// Freely accessible help: its rank in the region's file.
    Service(usize),
}

/// Something that visitors may mean (begrip).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Notion {
    /// How it is called: what is said first.
    pub(super) name: String,
    /// What it is about: ranks of goals, in order.
    pub(super) about: Vec<usize>,
    /// What a good adviser would also show: ranks of other goals, in order.
    pub(super) also: Vec<usize>,
    /// Words that say it alone, as stems, in order: those that stand in other sayings too.
    pub(super) alone: Vec<String>,
    /// Words that say it alone and stand nowhere else, in order.
    pub(super) alone_rare: Vec<String>,
    /// What says it in several words: their stems, in order, each once.
    pub(super) together: Vec<Vec<String>>,
}

/// All notions of the region.
#[derive(Debug)]
pub(super) struct Notions {
    /// Where notions lead, in order.
    pub(super) goals: Vec<Goal>,
    pub(super) list: Vec<Notion>,
    /// What is said in one word.
    alone: SayingIndex,
    /// Everything that is said.
    all: SayingIndex,
}

impl Notions {
    /// The notions of the vocabulary, and every profile, which is what its questions say.
    ///
    /// # Errors
    /// When Tantivy fails.
    pub(super) fn new(
        dataset: &Dataset,
        lexicon: &Lexicon,
        analysed: &[Analysed],
        of: &Ranks,
    ) -> tantivy::Result<Self> {
        let mut drafts: Vec<Draft> = Vec::new();
        for entry in &dataset.vocabulary().words {
            let mut draft = Draft {
                about: goals_of(dataset, &entry.about),
                also: goals_of(dataset, &entry.also),
                ..Draft::default()
            };
            for meaning in &entry.means {
                draft
                    .about
                    .extend(meant(dataset, lexicon, meaning, analysed, of));
            }
            draft.say(lexicon, entry.say.iter().chain(&entry.means));
            drafts.push(draft);
        }
        for (id, profile) in dataset.profiles() {
            let mut draft = Draft {
                about: [Goal::Question(id)].into(),
                ..Draft::default()
            };
            draft.say(lexicon, profile.questions.iter());
            drafts.push(draft);
        }
        let goals: BTreeSet<Goal> = drafts
            .iter()
            .flat_map(|draft| draft.about.iter().chain(&draft.also).cloned())
            .collect();
        let ranks: BTreeMap<&Goal, usize> = goals.iter().zip(0..).collect();
        let list = drafts.into_iter().map(|draft| draft.finish(&ranks));
        let list = in_order(
            list.filter(|notion| notion.sayings().next().is_some())
                .collect(),
        );
        Ok(Self {
            alone: SayingIndex::new(&list, Reach::First)?,
            all: SayingIndex::new(&list, Reach::Whole)?,
            list,
            goals: goals.into_iter().collect(),
        })
    }

    /// What is said, as far as it is searched.
    pub(super) fn sayings(&self, reach: Reach) -> &SayingIndex {
        match reach {
            Reach::First => &self.alone,
            Reach::Whole => &self.all,
        }
    }
}

impl Notion {
    /// Everything that says it, as stems.
    pub(super) fn sayings(&self) -> impl Iterator<Item = &[String]> {
        let alone = self.alone.iter().chain(&self.alone_rare);
        alone
            .map(std::slice::from_ref)
            .chain(self.together.iter().map(Vec::as_slice))
    }
}

/// Tells rare words from others. Notions with words for the first file come first, and those that lead to the same stand
/// together: the files say only what is new.
fn in_order(mut list: Vec<Notion>) -> Vec<Notion> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for stem in list.iter().flat_map(Notion::sayings).flatten() {
        *counts.entry(stem.clone()).or_default() += 1;
    }
    for notion in &mut list {
        let (rare, other) = std::mem::take(&mut notion.alone)
            .into_iter()
            .partition(|stem| counts[stem] == 1);
        (notion.alone_rare, notion.alone) = (rare, other);
    }
    let place = |notion: &Notion| {
        let is_later = notion.alone.is_empty();
        (is_later, notion.about.clone(), notion.also.clone())
    };
    list.sort_by_cached_key(place);
    list
}

#[derive(Default)]
struct Draft {
    name: String,
    about: BTreeSet<Goal>,
    also: BTreeSet<Goal>,
    sayings: BTreeSet<BTreeSet<String>>,
}

impl Draft {
    /// Takes texts over as sayings. One without a word that tells something says nothing.
    fn say<'a>(&mut self, lexicon: &Lexicon, texts: impl Iterator<Item = &'a Box<str>>) {
        const NAMED: usize = 3;
        for (rank, text) in texts.enumerate() {
            if rank < NAMED {
                self.name.push_str(if rank == 0 { "" } else { ", " });
                self.name.push_str(text);
            }
            let stems = lexicon.saying(&words(text));
            if stems.iter().any(|stem| is_telling(stem)) {
                self.sayings.insert(stems);
            }
        }
    }

    fn finish(self, ranks: &BTreeMap<&Goal, usize>) -> Notion {
        let (mut alone, mut together) = (Vec::new(), Vec::new());
        for stems in self.sayings {
            let mut stems = Vec::from_iter(stems);
            if stems.len() > 1 {
                together.push(stems);
            } else {
                alone.append(&mut stems);
            }
        }
        Notion {
            name: self.name,
            also: self
                .also
                .difference(&self.about)
                .map(|goal| ranks[goal])
                .collect(),
            about: self.about.iter().map(|goal| ranks[goal]).collect(),
            alone,
            alone_rare: Vec::new(),
            together,
        }
    }
}

fn goals_of(dataset: &Dataset, goals: &Goals) -> BTreeSet<Goal> {
    let services = dataset.local_services.iter().enumerate();
    let services = services.filter(|(_, service)| goals.services.contains(&service.name));
    let products = goals.products.iter().map(|id| Goal::Product(*id));
    products
        .chain(goals.profiles.iter().map(|id| Goal::Question(*id)))
        .chain(goals.pages.iter().cloned().map(Goal::Page))
        .chain(services.map(|(rank, _)| Goal::Service(rank)))
        .collect()
}

/// Records that words of professionals stand for: those whose name or summary has them all or, when none has, whose text.
fn meant(
    dataset: &Dataset,
    lexicon: &Lexicon,
    meaning: &str,
    analysed: &[Analysed],
    of: &Ranks,
) -> Vec<Goal> {
    let stems: Vec<String> = words(meaning)
        .iter()
        .filter_map(|word| lexicon.term(word))
        .collect();
    if stems.is_empty() {
        return Vec::new();
    }
    let with = |fields: &[Field]| -> Vec<Goal> {
        let has = |record: &Analysed, stem: &String| {
            let mut terms = fields.iter().map(|field| &record.terms[field.index()]);
            terms.any(|terms| terms.contains(stem))
        };
        let records = analysed.iter().enumerate();
        records
            .filter(|(_, record)| stems.iter().all(|stem| has(record, stem)))
            .filter_map(|(rank, _)| of.goal(dataset, rank))
            .collect()
    };
    let named = with(&[Field::Title, Field::Short]);
    if named.is_empty() {
        with(&[Field::Body])
    } else {
        named
    }
}
