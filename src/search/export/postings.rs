//! The words of the index and where they stand, read from Tantivy.

use std::collections::BTreeMap;

use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED, postings::Postings};

use super::super::field::Field;
use super::super::index::MunicipalityIndex;
use super::coder::Encoder;
use super::kinds;
use super::shared::{Shared, write_stem};

/// Documents with a word in one field, each with how often.
type Occurrences = Vec<(u32, u32)>;

/// Where a word stands in each field.
type InFields = [Occurrences; Field::ALL.len()];

/// Everything that ranking needs.
pub(super) struct Words {
    /// Where the words stand: first those that the first file begins with, also where they stand nowhere; then other words
    /// of the fields that it has, those that the second file begins with, and other words of the fields that this has.
    lists: [Vec<(String, InFields)>; 4],
    /// Tokens of each field.
    tokens: [u64; Field::ALL.len()],
    /// Length of each document in each field, in Tantivy's steps.
    norms: [Vec<u8>; Field::ALL.len()],
}

impl Words {
    pub(super) fn read(index: &MunicipalityIndex<'_>, shared: &Shared) -> tantivy::Result<Self> {
        let mut tokens = [0; Field::ALL.len()];
        let mut norms: [Vec<u8>; Field::ALL.len()] = Default::default();
        let mut found: BTreeMap<String, InFields> = BTreeMap::new();
        for segment in index.searcher.segment_readers() {
            for field in Field::ALL {
                let in_index = index.fields[field.index()];
                if field.has_norms() {
                    let reader = segment.get_fieldnorms_reader(in_index)?;
                    norms[field.index()] = (0..segment.max_doc())
                        .map(|document| reader.fieldnorm_id(document))
                        .collect();
                }
                let inverted = segment.inverted_index(in_index)?;
                tokens[field.index()] = inverted.total_num_tokens();
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
                    found.entry(stem).or_default()[field.index()] = occurrences;
                }
            }
        }
        let mut take = |stems: &[String]| -> Vec<(String, InFields)> {
            let stems = stems.iter();
            stems
                .map(|stem| (stem.clone(), found.remove(stem).unwrap_or_default()))
                .collect()
        };
        let alone = take(&shared.alone);
        let together = take(&shared.together);
        let (mut core, mut rest) = (Vec::new(), Vec::new());
        let (mut also_together, mut only_together) = (BTreeMap::new(), Vec::new());
        for (stem, fields) in together {
            if mask(&fields, &Field::CORE) == 0 {
                only_together.push((stem, fields));
            } else {
                also_together.insert(stem, fields);
            }
        }
        found.append(&mut also_together);
        for (stem, fields) in found {
            if mask(&fields, &Field::CORE) == 0 {
                rest.push((stem, fields));
            } else {
                core.push((stem, fields));
            }
        }
        Ok(Self {
            lists: [alone, core, only_together, rest],
            tokens,
            norms,
        })
    }
}

/// Writes where the words of the first file stand.
pub(super) fn write_core(words: &Words, to: &mut Encoder) {
    for field in Field::CORE {
        write_field(words, field, to);
    }
    let [alone, core, ..] = &words.lists;
    for (_, fields) in alone {
        to.number(kinds::CORE_OF_SHARED, mask(fields, &Field::CORE));
        write_fields(fields, &Field::CORE, to);
    }
    write_words(core, &Field::CORE, kinds::MASK, to);
}

/// The second file: behind what is shared, what known and new words do in the other fields.
pub(super) fn write_texts(shared: &Shared, words: &Words) -> Vec<u8> {
    let mut to = shared.texts.clone();
    for field in Field::REST {
        write_field(words, field, &mut to);
    }
    let [alone, core, together, rest] = &words.lists;
    for (_, fields) in alone.iter().chain(core).chain(together) {
        to.number(kinds::REST_OF_CORE, mask(fields, &Field::REST));
        write_fields(fields, &Field::REST, &mut to);
    }
    write_words(rest, &Field::REST, kinds::REST, &mut to);
    to.finish()
}

/// Writes words in order of the alphabet, each with where it stands in some fields, of which it stands in one at least.
fn write_words(words: &[(String, InFields)], among: &[Field], kind: usize, to: &mut Encoder) {
    to.number(kinds::COUNT, words.len());
    let mut before = "";
    for (stem, fields) in words {
        write_stem(before, stem, to);
        before = stem;
        to.number(kind, mask(fields, among) - 1);
        write_fields(fields, among, to);
    }
}

/// A bit per field in which a word stands.
fn mask(fields: &InFields, among: &[Field]) -> usize {
    let bits = among.iter().enumerate();
    bits.filter(|(_, field)| !fields[field.index()].is_empty())
        .map(|(rank, _)| 1 << rank)
        .sum()
}

fn write_fields(fields: &InFields, among: &[Field], to: &mut Encoder) {
    for field in among {
        let occurrences = &fields[field.index()];
        if !occurrences.is_empty() {
            write_occurrences(*field, occurrences, to);
        }
    }
}

fn write_field(words: &Words, field: Field, to: &mut Encoder) {
    let tokens = usize::try_from(words.tokens[field.index()]).expect("a site is that small");
    to.number(kinds::TOKENS, tokens);
    for norm in &words.norms[field.index()] {
        to.number(kinds::NORM + field.index(), usize::from(*norm));
    }
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
