//! What visitors say, given to the records that it leads to.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::model::{Dataset, Goals, VocabularyEntry};

use super::analysis::Analysed;
use super::field::Field;
use super::fold::{words, words_and_wholes};
use super::lexicon::Lexicon;

/// Gives products, profiles, pages and services what visitors say about them. An entry belongs to the records it names, and
/// to those whose name, summary or, when no record has it there, text has all words of what it means. What it names as also
/// of use gets the words for less.
pub(super) fn add_lay_words(
    dataset: &Dataset,
    lexicon: &Lexicon,
    analysed: &mut [Analysed],
    of: &Ranks,
) {
    let meant_at_most = of.pages.end;
    for entry in &dataset.vocabulary().words {
        let (say, words_of_phrases) = said(lexicon, &entry.say);
        let mut about = of.goals(dataset, &entry.about);
        for rank in &about {
            extend_once(
                &mut analysed[*rank],
                Field::Lay,
                &terms_of(lexicon, &entry.means),
            );
        }
        about.extend(meant(lexicon, entry, &analysed[..meant_at_most]));
        for rank in &about {
            extend_once(&mut analysed[*rank], Field::Lay, &say);
            extend_once(&mut analysed[*rank], Field::Hints, &words_of_phrases);
            let words = entry.say.iter().flat_map(|text| words(text));
            analysed[*rank].words.extend(words);
        }
        for rank in of.goals(dataset, &entry.also) {
            extend_once(&mut analysed[rank], Field::Parts, &say);
        }
    }
}

/// Where the records of each kind stand.
pub(super) struct Ranks {
    pub(super) products: Range<usize>,
    pub(super) profiles: Range<usize>,
    pub(super) pages: Range<usize>,
    pub(super) services: Range<usize>,
    /// Pages of each municipality's own.
    pub(super) own_pages: Vec<Range<usize>>,
}

impl Ranks {
    fn goals(&self, dataset: &Dataset, goals: &Goals) -> BTreeSet<usize> {
        let products = goals
            .products
            .iter()
            .map(|id| self.products.start + id.index());
        let profiles = goals
            .profiles
            .iter()
            .map(|id| self.profiles.start + id.index());
        let pages = dataset.pages().iter().enumerate();
        let pages = pages
            .filter(|(_, page)| goals.pages.contains(&page.slug))
            .map(|(rank, _)| self.pages.start + rank);
        let services = dataset.local_services.iter().enumerate();
        let services = services
            .filter(|(_, service)| goals.services.contains(&service.name))
            .map(|(rank, _)| self.services.start + rank);
        let own_pages = dataset.municipalities().zip(&self.own_pages);
        let own_pages = own_pages.flat_map(|((_, municipality), ranks)| {
            let pages = municipality.pages.iter().zip(ranks.clone());
            pages
                .filter(|(page, _)| goals.pages.contains(&page.slug))
                .map(|(_, rank)| rank)
        });
        products
            .chain(profiles)
            .chain(pages)
            .chain(own_pages)
            .chain(services)
            .collect()
    }
}

/// Terms of what visitors say: single words, and phrases as a whole; apart from them the words of the phrases. A phrase
/// that holds another of the list is left out: whoever types it types the other too.
fn said(lexicon: &Lexicon, say: &[Box<str>]) -> (Vec<String>, Vec<String>) {
    let say: Vec<(Vec<String>, BTreeSet<String>)> = say
        .iter()
        .map(|text| words(text))
        .map(|words| {
            let stems = lexicon.phrase_stems(&words);
            (words, stems)
        })
        .collect();
    let (mut said, mut words_of_phrases) = (Vec::new(), Vec::new());
    for (words, stems) in &say {
        let holds_another = say.iter().any(|(_, other)| {
            !other.is_empty() && other.len() < stems.len() && other.is_subset(stems)
        });
        match lexicon.phrase(words) {
            Some(_) if holds_another => {}
            Some(phrase) => {
                said.push(phrase);
                let telling = stems.iter().filter(|stem| lexicon.is_telling(stem));
                words_of_phrases.extend(telling.cloned());
            }
            None => said.extend(words.iter().filter_map(|word| lexicon.term(word))),
        }
    }
    (said, words_of_phrases)
}

fn terms_of(lexicon: &Lexicon, texts: &[Box<str>]) -> Vec<String> {
    texts
        .iter()
        .flat_map(|text| words_and_wholes(text))
        .filter_map(|word| lexicon.term(&word))
        .collect()
}

pub(super) fn extend_once(record: &mut Analysed, field: Field, more: &[String]) {
    let terms = &mut record.terms[field.index()];
    for term in more {
        if !terms.contains(term) {
            terms.push(term.clone());
        }
    }
}

/// Ranks of the records that an entry's professional words stand for.
fn meant(lexicon: &Lexicon, entry: &VocabularyEntry, records: &[Analysed]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for meaning in &entry.means {
        let terms = terms_of(lexicon, std::slice::from_ref(meaning));
        let with = |fields: &[Field]| -> Vec<usize> {
            let has = |record: &Analysed, term| {
                fields
                    .iter()
                    .any(|field| record.terms[field.index()].contains(term))
            };
            (0..records.len())
                .filter(|rank| {
                    !terms.is_empty() && terms.iter().all(|term| has(&records[*rank], term))
                })
                .collect()
        };
        let named = with(&[Field::Title, Field::Short]);
        found.extend(if named.is_empty() {
            with(&[Field::Body])
        } else {
            named
        });
    }
    found
}
