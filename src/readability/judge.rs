//! Judges passages and texts, and says what is too hard.

use std::ops::Range;

use crate::diagnostics::{Diagnostic, Phrase, Wording, codes, phrase, said};
use crate::model::Readability;

use super::difficult_words::DifficultWords;
use super::figures::{Figures, LONG_SENTENCE, LONG_WORD, Tenths};
use super::prose::{Kind, Prose, Text};
use super::sentences::sentences;
use super::syllables::syllables;
use super::words::{is_address, words};

/// How many long words are named as examples.
const EXAMPLES: usize = 5;

/// The limits and the list, ready to judge with.
pub(super) struct Judge<'a> {
    limits: &'a Readability,
    difficult: DifficultWords,
}

/// A word as it was counted.
struct Word {
    range: Range<usize>,
    /// In small letters.
    said: String,
    syllables: u32,
    is_long: bool,
}

impl<'a> Judge<'a> {
    /// Judges by these limits.
    pub(super) fn new(limits: &'a Readability) -> Self {
        Self {
            limits,
            difficult: DifficultWords::new(&limits.allow),
        }
    }

    /// Says what is wrong with each passage of a text and, when it is long enough, with the text as a whole.
    pub(super) fn text(&self, text: &Text, diagnostics: &mut Vec<Diagnostic>) {
        let mut whole = Whole::default();
        for prose in &text.passages {
            for sentence in sentences(&prose.text) {
                let words = self.judge_sentence(prose, &sentence, diagnostics);
                if prose.kind == Kind::Running {
                    whole.add(prose, sentence, words);
                }
            }
        }
        diagnostics.extend(whole.judge(self.limits));
    }

    /// Says what is wrong with a message, which is too short for a score.
    pub(super) fn message(&self, message: &Prose, diagnostics: &mut Vec<Diagnostic>) {
        for sentence in sentences(&message.text) {
            self.judge_sentence(message, &sentence, diagnostics);
        }
    }

    /// Counts a text without judging it.
    pub(super) fn figures(&self, text: &Text) -> Figures {
        let mut whole = Whole::default();
        let running = text
            .passages
            .iter()
            .filter(|prose| prose.kind == Kind::Running);
        for prose in running {
            for sentence in sentences(&prose.text) {
                let words = self.words(prose, &sentence);
                whole.add(prose, sentence, words);
            }
        }
        whole.figures
    }

    fn judge_sentence(
        &self,
        prose: &Prose,
        sentence: &Range<usize>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Word> {
        let words = self.words(prose, sentence);
        let most = self.limits.longest_sentence;
        let count = words.iter().fold(0, |count: u32, _| count + 1);
        if count > most {
            diagnostics.push(
                Diagnostic::new(
                    codes::W1301,
                    prose.place(sentence.clone()),
                    said(
                        "a sentence of {count} words, where {most} is the most",
                        [("count", &count), ("most", &most)],
                    ),
                )
                .help("make two sentences of it, with one thought each"),
            );
        }
        self.report_difficult(prose, &words, diagnostics);
        words
    }

    fn report_difficult(&self, prose: &Prose, words: &[Word], diagnostics: &mut Vec<Diagnostic>) {
        let spoken: Vec<&str> = words.iter().map(|word| word.said.as_str()).collect();
        for found in self.difficult.find(&spoken) {
            let range = words[found.words.start].range.start..words[found.words.end - 1].range.end;
            let form = spoken[found.words].join(" ");
            diagnostics.push(
                Diagnostic::new(
                    codes::W1303,
                    prose.place(range),
                    said("`{form}` is difficult for many people", [("form", &form)]),
                )
                .help(said("plain words for it: {instead}", [("instead", &found.instead)]))
                .help(said("when visitors must know this word, put it in `allow` under `[readability]` in `site.toml`: `allow = [\"{form}\"]`", [("form", &form)])),
            );
        }
    }

    fn words(&self, prose: &Prose, sentence: &Range<usize>) -> Vec<Word> {
        let text = &prose.text[sentence.clone()];
        words(text)
            .into_iter()
            .map(|range| {
                let said = text[range.clone()].to_lowercase();
                let syllables = if is_address(&said) {
                    1
                } else {
                    syllables(&said)
                };
                Word {
                    range: sentence.start + range.start..sentence.start + range.end,
                    is_long: syllables > LONG_WORD && !self.limits.allows(&said),
                    said,
                    syllables,
                }
            })
            .collect()
    }
}

/// A text as a whole.
#[derive(Default)]
struct Whole<'a> {
    figures: Figures,
    /// The first sentence, where the text begins.
    first: Option<(&'a Prose, Range<usize>)>,
    /// The sentence of most words, the first of equals.
    longest: Option<(u32, &'a Prose, Range<usize>)>,
    long_words: Vec<(u32, String)>,
}

impl<'a> Whole<'a> {
    fn add(&mut self, prose: &'a Prose, sentence: Range<usize>, words: Vec<Word>) {
        let mut count = 0;
        for word in words {
            count += 1;
            self.figures.syllables += word.syllables;
            if word.is_long {
                self.figures.long_words += 1;
                self.long_words.push((word.syllables, word.said));
            }
        }
        self.figures.words += count;
        self.figures.sentences += 1;
        if count > LONG_SENTENCE {
            self.figures.long_sentences += 1;
        }
        self.first.get_or_insert((prose, sentence.clone()));
        if self.longest.as_ref().is_none_or(|(most, ..)| count > *most) {
            self.longest = Some((count, prose, sentence));
        }
    }

    fn judge(mut self, limits: &Readability) -> Option<Diagnostic> {
        let figures = self.figures;
        if !figures.is_scored(limits) {
            return None;
        }
        let is_low = figures.score() < Tenths::whole(limits.lowest_score);
        let has_long_words = figures.share_of_long_words() > Tenths::whole(limits.long_words);
        let has_long_sentences = figures.average_sentence()
            > Tenths::whole(limits.average_sentence)
            || has_too_many_long_sentences(figures, limits);
        let faults = Wording::joined(faults(figures, limits))?;
        let (prose, sentence) = self.first.take()?;
        let mut diagnostic = Diagnostic::new(
            codes::W1302,
            prose.place(sentence),
            said("this text is hard to read: {faults}", []).with("faults", faults),
        );
        if has_long_sentences || (is_low && !has_long_words) {
            let (count, prose, sentence) = self.longest.take()?;
            diagnostic = diagnostic
                .related(
                    prose.place(sentence),
                    said("the longest sentence: {count} words", [("count", &count)]),
                )
                .help("make two sentences of the longest ones");
        }
        if has_long_words || (is_low && !has_long_sentences) {
            diagnostic = diagnostic.help(self.shorter_words());
        }
        Some(diagnostic)
    }

    /// Names the words of most syllables, each once.
    fn shorter_words(mut self) -> Wording {
        self.long_words
            .sort_by(|(one_size, one), (other_size, other)| {
                other_size.cmp(one_size).then_with(|| one.cmp(other))
            });
        self.long_words.dedup();
        let words = self.long_words.iter().take(EXAMPLES);
        let words: Vec<String> = words.map(|(_, word)| format!("`{word}`")).collect();
        if words.is_empty() {
            return said("use shorter words for the longest ones", []);
        }
        said(
            "use shorter words for {words}",
            [("words", &words.join(", "))],
        )
    }
}

/// Which figures of a text are beyond their limits, with both.
fn faults(figures: Figures, limits: &Readability) -> Vec<Wording> {
    let mut faults = Vec::new();
    let score = figures.score();
    let least = limits.lowest_score;
    if score < Tenths::whole(least) {
        faults.push(said(
            "score {score}, where {least} is the least",
            [("score", &score), ("least", &least)],
        ));
    }
    let mut at_most = |figure: Tenths, most: u32, pattern: Phrase| {
        if figure > Tenths::whole(most) {
            faults.push(said(pattern, [("figure", &figure), ("most", &most)]));
        }
    };
    at_most(
        figures.average_sentence(),
        limits.average_sentence,
        phrase("{figure} words a sentence, where {most} is the most"),
    );
    if has_too_many_long_sentences(figures, limits) {
        at_most(
            figures.share_of_long_sentences(),
            limits.long_sentences,
            phrase(
                "{figure} % of the sentences have more than 20 words, where {most} % is the most",
            ),
        );
    }
    at_most(
        figures.share_of_long_words(),
        limits.long_words,
        phrase(
            "{figure} % of the words have more than three syllables, where {most} % is the most",
        ),
    );
    faults
}

/// A single long sentence says nothing about the whole; when it is too long it was reported by itself.
fn has_too_many_long_sentences(figures: Figures, limits: &Readability) -> bool {
    figures.long_sentences > 1
        && figures.share_of_long_sentences() > Tenths::whole(limits.long_sentences)
}

#[cfg(test)]
mod tests;
