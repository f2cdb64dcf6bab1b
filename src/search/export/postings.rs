//! The words of the index and where they stand, read from Tantivy.

use std::collections::{BTreeMap, BTreeSet};

use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED, postings::Postings};

use super::super::field::Field;
use super::super::index::MunicipalityIndex;
use super::super::lexicon::PHRASE;
use super::coder::Encoder;
use super::kinds;

/// Documents with a word in one field, each with how often.
type Occurrences = Vec<(u32, u32)>;

/// Everything that ranking needs.
pub(super) struct Words {
    /// Per stem and field.
    occurrences: BTreeMap<String, [Occurrences; Field::ALL.len()]>,
    /// Tokens of each field.
    tokens: [u64; Field::ALL.len()],
    /// Length of each document in each field, in Tantivy's steps.
    norms: [Vec<u8>; Field::ALL.len()],
}

impl Words {
    pub(super) fn read(index: &MunicipalityIndex<'_>) -> tantivy::Result<Self> {
        let mut words = Self {
            occurrences: BTreeMap::new(),
            tokens: [0; Field::ALL.len()],
            norms: Default::default(),
        };
        for segment in index.searcher.segment_readers() {
            for field in Field::ALL {
                let in_index = index.fields.texts[field.index()];
                if field.has_norms() {
                    let norms = segment.get_fieldnorms_reader(in_index)?;
                    words.norms[field.index()] = (0..segment.max_doc())
                        .map(|document| norms.fieldnorm_id(document))
                        .collect();
                }
                let inverted = segment.inverted_index(in_index)?;
                words.tokens[field.index()] = inverted.total_num_tokens();
                let mut terms = inverted.terms().stream()?;
                while let Some((stem, info)) = terms.next() {
                    let mut postings =
                        inverted.read_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
                    let mut occurrences = Vec::new();
                    while postings.doc() != TERMINATED {
                        occurrences.push((postings.doc(), postings.term_freq()));
                        postings.advance();
                    }
                    let stem = String::from_utf8_lossy(stem).into_owned();
                    words.occurrences.entry(stem).or_default()[field.index()] = occurrences;
                }
            }
        }
        Ok(words)
    }

    /// Words of the first file, in order of the alphabet.
    fn core(&self) -> impl Iterator<Item = (&str, &[Occurrences; Field::ALL.len()])> {
        self.sorted().filter(|(_, fields)| is_in_core(fields))
    }

    /// Words, in order of the alphabet.
    fn sorted(&self) -> impl Iterator<Item = (&str, &[Occurrences; Field::ALL.len()])> {
        self.occurrences
            .iter()
            .map(|(stem, fields)| (stem.as_str(), fields))
            .filter(|(stem, _)| !stem.contains(PHRASE))
    }

    /// Phrases by what they lead to: the documents in whose lay words they stand, and those in whose parts.
    fn phrases(&self) -> BTreeMap<[Vec<u32>; 2], Vec<Vec<&str>>> {
        let mut phrases: BTreeMap<[Vec<u32>; 2], Vec<Vec<&str>>> = BTreeMap::new();
        for (phrase, fields) in &self.occurrences {
            if phrase.contains(PHRASE) {
                let leads_to = LED_BY_PHRASES.map(|field| {
                    let occurrences = fields[field.index()].iter();
                    occurrences.map(|(document, _)| *document).collect()
                });
                let stems = phrase.split(PHRASE).collect();
                phrases.entry(leads_to).or_default().push(stems);
            }
        }
        phrases
    }
}

/// The fields in which phrases stand, once each.
const LED_BY_PHRASES: [Field; 2] = [Field::Lay, Field::Parts];

fn is_in_core(fields: &[Occurrences; Field::ALL.len()]) -> bool {
    Field::CORE
        .iter()
        .any(|field| !fields[field.index()].is_empty())
}

/// Writes the words of the first file.
pub(super) fn write_core(words: &Words, to: &mut Encoder) {
    for field in Field::CORE {
        write_field(words, field, to);
    }
    to.number(kinds::COUNT, words.core().count());
    let mut before = "";
    for (stem, fields) in words.core() {
        write_stem(before, stem, to);
        before = stem;
        let mask = Field::CORE
            .iter()
            .filter(|field| !fields[field.index()].is_empty())
            .map(|field| 1 << field.index())
            .sum::<usize>();
        to.number(kinds::MASK, mask - 1);
        for field in Field::CORE {
            if mask >> field.index() & 1 == 1 {
                write_occurrences(field, &fields[field.index()], to);
            }
        }
    }
}

/// Writes phrases, which are many and lead to few different places: per set of documents, its phrases as ranks of stems.
fn write_phrases(words: &Words, to: &mut Encoder) {
    let phrases = words.phrases();
    let mut ranks: BTreeMap<&str, usize> = words.core().map(|(stem, _)| stem).zip(0..).collect();
    let all = phrases.values().flatten().flatten();
    let only_in_phrases: BTreeSet<&str> = all
        .copied()
        .filter(|stem| !ranks.contains_key(stem))
        .collect();
    to.text(
        "",
        &Vec::from_iter(only_in_phrases.iter().copied()).join(" "),
    );
    let first = ranks.len();
    ranks.extend(only_in_phrases.into_iter().zip(first..));
    to.number(kinds::COUNT, phrases.len());
    for (leads_to, phrases) in &phrases {
        for (field, documents) in LED_BY_PHRASES.iter().zip(leads_to) {
            to.number(kinds::PHRASES, documents.len());
            let mut next = 0;
            for document in documents {
                to.number(
                    kinds::gap(*field, documents.len()),
                    (document - next) as usize,
                );
                next = document + 1;
            }
        }
        write_stems_of(phrases, &ranks, to);
    }
}

/// Phrases that lead to the same place share words, so a stem is one of those met here already, or a new one.
fn write_stems_of(phrases: &[Vec<&str>], ranks: &BTreeMap<&str, usize>, to: &mut Encoder) {
    let mut met: Vec<usize> = Vec::new();
    to.number(kinds::COUNT, phrases.len());
    for phrase in phrases {
        to.number(kinds::PHRASE, phrase.len() - 2);
        for stem in phrase {
            let rank = ranks[stem];
            let known = met.iter().rev().position(|other| *other == rank);
            to.optional(kinds::KNOWN_HERE, known);
            if known.is_none() {
                to.symbol(rank);
                met.push(rank);
            }
        }
    }
}

/// The second file: what the first file's words and new ones do in the whole texts.
pub(super) fn write_texts(words: &Words) -> Vec<u8> {
    let mut to = Encoder::new();
    to.number(0, kinds::VERSION);
    write_phrases(words, &mut to);
    write_field(words, Field::Body, &mut to);
    for (_, fields) in words.core() {
        let body = &fields[Field::Body.index()];
        to.flag(kinds::HAS_BODY, !body.is_empty());
        if !body.is_empty() {
            write_occurrences(Field::Body, body, &mut to);
        }
    }
    let only_here = || {
        let body = Field::Body.index();
        words
            .sorted()
            .filter(move |(_, fields)| !is_in_core(fields) && !fields[body].is_empty())
    };
    to.number(kinds::COUNT, only_here().count());
    let mut before = "";
    for (stem, fields) in only_here() {
        write_stem(before, stem, &mut to);
        before = stem;
        write_occurrences(Field::Body, &fields[Field::Body.index()], &mut to);
    }
    to.finish()
}

fn write_field(words: &Words, field: Field, to: &mut Encoder) {
    let tokens = usize::try_from(words.tokens[field.index()]).expect("a site is that small");
    to.number(kinds::TOKENS, tokens);
    for norm in &words.norms[field.index()] {
        to.number(kinds::NORM + field.index(), usize::from(*norm));
    }
}

/// A stem as what it shares with the one before, and the rest.
fn write_stem(before: &str, stem: &str, to: &mut Encoder) {
    let shared = before
        .bytes()
        .zip(stem.bytes())
        .take_while(|(one, other)| one == other)
        .count();
    to.number(kinds::START, shared);
    to.text(&stem[..shared], &stem[shared..]);
}

fn write_occurrences(field: Field, occurrences: &Occurrences, to: &mut Encoder) {
    let count = occurrences.len();
    to.number(kinds::DOCUMENTS + field.index(), count - 1);
    let kind = kinds::gap(field, count);
    let mut next = 0;
    for (document, frequency) in occurrences {
        to.number(kind, (document - next) as usize);
        next = document + 1;
        to.number(kinds::FREQUENCY + field.index(), *frequency as usize - 1);
    }
}
