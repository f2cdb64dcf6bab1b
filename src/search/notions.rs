//! What visitors say, and where that leads: notions of the vocabulary, each with its sayings and its goals.
//!
//! A query is compared with every saying, not with a heap of words per page: so it is understood as a whole, by the notions
//! whose sayings are most like it. The sayings are a Tantivy index of their own, one for the region.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Dataset, Goals, ProductId, ProfileId, Slug};

use super::analysis::{Analysed, Ranks};
use super::field::{Field, Scope};
use super::fold::words;
use super::lexicon::Lexicon;
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
    /// Words that say it alone, as stems, in order.
    pub(super) alone: Vec<String>,
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
                draft.about.extend(meant(dataset, lexicon, meaning, analysed, of));
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
        let mut list: Vec<Notion> = drafts
            .into_iter()
            .map(|draft| draft.finish(&ranks))
            .filter(|notion| !(notion.alone.is_empty() && notion.together.is_empty()))
            .collect();
        // Notions that lead to the same stand together: the files say only what is new.
        list.sort_by(|one, other| (&one.about, &one.also).cmp(&(&other.about, &other.also)));
        Ok(Self {
            alone: SayingIndex::new(&list, Scope::First)?,
            all: SayingIndex::new(&list, Scope::Whole)?,
            list,
            goals: goals.into_iter().collect(),
        })
    }

    /// What is said, as far as it is searched.
    pub(super) fn sayings(&self, scope: Scope) -> &SayingIndex {
        match scope {
            Scope::First => &self.alone,
            Scope::Whole => &self.all,
        }
    }
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
            if stems.iter().any(|stem| lexicon.is_telling(stem)) {
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
