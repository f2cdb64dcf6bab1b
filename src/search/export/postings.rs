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

/// A word, and where it stands in each field.
type WordIn<'a> = (&'a str, &'a [Occurrences; Field::ALL.len()]);

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
    fn core(&self) -> impl Iterator<Item = WordIn<'_>> + Clone {
        self.sorted()
            .filter(|(_, fields)| mask(fields, &Field::CORE) != 0)
    }

    /// Words, in order of the alphabet.
    fn sorted(&self) -> impl Iterator<Item = WordIn<'_>> + Clone {
        self.occurrences
            .iter()
            .map(|(stem, fields)| (stem.as_str(), fields))
            .filter(|(stem, _)| !stem.contains(PHRASE))
    }

    /// Words that the second file brings, in order of the alphabet.
    fn rest(&self) -> impl Iterator<Item = WordIn<'_>> + Clone {
        self.sorted().filter(|(_, fields)| {
            mask(fields, &Field::CORE) == 0 && mask(fields, &Field::REST) != 0
        })
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

/// Writes the words of the first file.
pub(super) fn write_core(words: &Words, to: &mut Encoder) {
    for field in Field::CORE {
        write_field(words, field, to);
    }
    write_words(words.core(), &Field::CORE, kinds::MASK, to);
}

/// Writes words in order of the alphabet, each with where it stands in some fields, of which it stands in one at least.
fn write_words<'a>(
    words: impl Iterator<Item = WordIn<'a>> + Clone,
    among: &[Field],
    kind: usize,
    to: &mut Encoder,
) {
    to.number(kinds::COUNT, words.clone().count());
    let mut before = "";
    for (stem, fields) in words {
        write_stem(before, stem, to);
        before = stem;
        to.number(kind, mask(fields, among) - 1);
        write_fields(fields, among, to);
    }
}

/// A bit per field in which a word stands.
fn mask(fields: &[Occurrences; Field::ALL.len()], among: &[Field]) -> usize {
    let bits = among.iter().enumerate();
    bits.filter(|(_, field)| !fields[field.index()].is_empty())
        .map(|(rank, _)| 1 << rank)
        .sum()
}

fn write_fields(fields: &[Occurrences; Field::ALL.len()], among: &[Field], to: &mut Encoder) {
    for field in among {
        let occurrences = &fields[field.index()];
        if !occurrences.is_empty() {
            write_occurrences(*field, occurrences, to);
        }
    }
}

/// Writes phrases, which are many and lead to few different places: per set of documents, its phrases as ranks of stems.
fn write_phrases(words: &Words, to: &mut Encoder) {
    let phrases = words.phrases();
    let known = words.core().chain(words.rest());
    let mut ranks: BTreeMap<&str, usize> = known.map(|(stem, _)| stem).zip(0..).collect();
    let all = phrases.values().flatten().flatten();
    let only_in_phrases: BTreeSet<&str> = all
        .copied()
        .filter(|stem| !ranks.contains_key(stem))
        .collect();
    to.text(
        "",
        &only_in_phrases
            .iter()
            .copied()
            .collect::<Vec<_>>()
            .join(" "),
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

/// The second file: what the first file's words and new ones do in the other fields, and phrases.
pub(super) fn write_texts(words: &Words) -> Vec<u8> {
    let mut to = Encoder::new();
    to.number(0, kinds::VERSION);
    for field in Field::REST {
        write_field(words, field, &mut to);
    }
    for (_, fields) in words.core() {
        to.number(kinds::REST_OF_CORE, mask(fields, &Field::REST));
        write_fields(fields, &Field::REST, &mut to);
    }
    write_words(words.rest(), &Field::REST, kinds::REST, &mut to);
    write_phrases(words, &mut to);
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
