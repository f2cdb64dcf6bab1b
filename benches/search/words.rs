//! Texts that weigh what real ones weigh: words of the repository's content, as often as words of real texts come.
//!
//! In the descriptions of the demonstration's providers the content word of rank r comes in proportion to 1 / (r + 5)
//! (Mandelbrot's form of Zipf's law; 2.1 % for the first word, 0.5 % for the 21st), and half of all words are stop words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::random::Random;

/// Different content words, so that every fourth text still brings new ones.
const DIFFERENT: usize = 8000;
const OFFSET: f64 = 5.0;
/// Of a hundred words so many say nothing.
const STOP_WORDS_OF_A_HUNDRED: u64 = 45;
/// Words that are in no index, the most frequent first.
const STOP_WORDS: [&str; 48] = [
    "de", "een", "en", "het", "je", "van", "in", "we", "met", "is", "niet", "u", "dat", "bij",
    "op", "voor", "te", "die", "ook", "er", "als", "uw", "of", "dan", "wij", "aan", "om", "naar",
    "wat", "maar", "zijn", "hoe", "kan", "uit", "tot", "over", "samen", "nog", "ons", "wie",
    "waar", "zelf", "onze", "meer", "elke", "per", "hun", "want",
];
/// Pairs of words of these lengths become compounds.
const SHORTEST: usize = 4;
const LONGEST: usize = 9;

/// Words with their chances.
pub(crate) struct Words {
    content: Vec<String>,
    /// Sums of the chances up to each content word, and up to each stop word.
    sums: [Vec<f64>; 2],
}

impl Words {
    /// The words of all texts of a content folder by how often they come, then compounds of pairs of them.
    pub(crate) fn of(folder: &Path, random: &mut Random) -> std::io::Result<Self> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
            let entry = entry?;
            if entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "md")
            {
                for word in words_of(&fs::read_to_string(entry.path())?) {
                    *counts.entry(word).or_insert(0) += 1;
                }
            }
        }
        let mut ranked: Vec<(usize, String)> = counts
            .into_iter()
            .map(|(word, count)| (count, word))
            .collect();
        ranked.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        let mut content: Vec<String> = ranked.into_iter().map(|(_, word)| word).collect();
        let parts: Vec<String> = content
            .iter()
            .filter(|word| (SHORTEST..=LONGEST).contains(&word.len()) && word.is_ascii())
            .cloned()
            .collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let mut known: BTreeSet<String> = content.iter().cloned().collect();
        while content.len() < DIFFERENT {
            let compound = format!("{}{}", random.one_of(&parts), random.one_of(&parts));
            if known.insert(compound.clone()) {
                content.push(compound);
            }
        }
        content.truncate(DIFFERENT);
        let sums = [sums(content.len()), sums(STOP_WORDS.len())];
        Ok(Self { content, sums })
    }

    /// A text of so many words, in sentences of nine and paragraphs of five sentences.
    pub(crate) fn text(&self, random: &mut Random, words: usize) -> String {
        const SENTENCE: usize = 9;
        const PARAGRAPH: usize = 45;
        let mut text = String::new();
        for place in 0..words {
            let word = self.word(random);
            if place % SENTENCE == 0 {
                let mut letters = word.chars();
                text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                text.push_str(letters.as_str());
            } else {
                text.push_str(word);
            }
            text.push_str(match place + 1 {
                last if last == words => ".",
                end if end % PARAGRAPH == 0 => ".\n\n",
                end if end % SENTENCE == 0 => ". ",
                _ => " ",
            });
        }
        text
    }

    fn word(&self, random: &mut Random) -> &str {
        if random.below(100) < STOP_WORDS_OF_A_HUNDRED {
            STOP_WORDS[drawn(&self.sums[1], random)]
        } else {
            &self.content[drawn(&self.sums[0], random)]
        }
    }
}

/// Words of a file's Markdown and of what stands between quotes in its front matter, but no addresses.
fn words_of(file: &str) -> Vec<String> {
    let (front, body) = file
        .trim_start_matches("+++")
        .split_once("+++")
        .unwrap_or(("", file));
    let quoted = front
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|text| text.contains(' ') && !text.contains('@') && !text.contains("//"));
    quoted
        .chain([body])
        .flat_map(|text| text.split(|letter: char| !letter.is_alphabetic()))
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() > 2 && !STOP_WORDS.contains(&word.as_str()))
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "ranks are small")]
fn sums(count: usize) -> Vec<f64> {
    (0..count)
        .scan(0.0, |sum, rank| {
            *sum += 1.0 / (rank as f64 + 1.0 + OFFSET);
            Some(*sum)
        })
        .collect()
}

/// A rank, as likely as its part of the sums.
#[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 steps")]
fn drawn(sums: &[f64], random: &mut Random) -> usize {
    const STEPS: u64 = 1 << 40;
    let whole = sums.last().expect("there are words");
    let at = random.below(STEPS) as f64 / STEPS as f64 * whole;
    sums.partition_point(|sum| *sum <= at).min(sums.len() - 1)
}
