//! How a result came to its place, in words.

use std::fmt::Write as _;

use tantivy::DocSet;
use tantivy::query::{EnableScoring, Query};

use super::document::DocumentKind;
use super::field::Field;
use super::index::{MunicipalityIndex, SearchError};
use super::plan::{Plan, PlannedWord, Role, Variant, VariantKind};
use super::rank::{Found, Hit, Level, OFFERED};

impl VariantKind {
    fn in_words(self) -> &'static str {
        match self {
            Self::Exact => "the word or a form of it",
            Self::Phrase => "a phrase, all of whose words were typed",
            Self::Joined => "two words in one",
            Self::Sound => "sounds the same",
            Self::Prefix => "begins so",
            Self::SoundPrefix => "sounds so and goes on",
            Self::Typo => "one slip away",
            Self::TwoTypos => "two slips away",
            Self::Stem => "the word begins so",
            Self::Parts => "parts of the compound",
        }
    }
}

impl Plan {
    /// What is looked for, a line per word.
    #[must_use]
    pub fn in_words(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            let weight = match word.role {
                Role::Decides => "decides",
                Role::AddsLittle => "adds a little",
                Role::Phrase => "says something together",
            };
            let _ = writeln!(text, "  `{}` {weight}", word.typed);
            for variant in &word.variants {
                let stems = variant.stems.join(" + ");
                let _ = writeln!(
                    text,
                    "    {} × `{stems}`: {}",
                    variant.factor,
                    variant.kind.in_words()
                );
            }
            if word.variants.is_empty() {
                text.push_str("    nothing here is like it\n");
            }
        }
        text
    }
}

impl MunicipalityIndex<'_> {
    /// How a hit came to its place: per word the best variant, and what it got in each field.
    ///
    /// # Errors
    /// When Tantivy fails.
    pub fn explain(&self, found: &Found, hit: &Hit) -> Result<String, SearchError> {
        self.explained(found, hit)
            .map_err(|reason| self.failed(reason))
    }

    fn explained(&self, found: &Found, hit: &Hit) -> tantivy::Result<String> {
        let level = match hit.level {
            Level::Name => "all words that decide stand in its name",
            Level::All => "has all words that decide",
            Level::Some => "has some of the words",
        };
        let mut text = format!("      {:.3}, {level}\n", hit.score);
        for word in &found.plan.words {
            if let Some((score, reason)) = self.best(word, hit.document)? {
                let _ = writeln!(text, "        {score:.3} `{}`: {reason}", word.typed);
            }
        }
        Ok(text)
    }

    /// The best of a word's variants for a document, with what it got; or a share of a kind of help that it offers.
    fn best(&self, word: &PlannedWord, document: usize) -> tantivy::Result<Option<(f32, String)>> {
        let mut best = self.best_of_texts(word, document)?;
        if self.documents[document].kind == DocumentKind::Provider {
            for product in self.offered_by(document) {
                if let Some((score, _)) = self.best_of_texts(word, product)? {
                    let share = OFFERED * score;
                    if best.as_ref().is_none_or(|(best, _)| share > *best) {
                        let reason = format!(
                            "{OFFERED} × {score:.3} of «{}»",
                            self.documents[product].title
                        );
                        best = Some((share, reason));
                    }
                }
            }
        }
        Ok(best)
    }

    fn best_of_texts(
        &self,
        word: &PlannedWord,
        document: usize,
    ) -> tantivy::Result<Option<(f32, String)>> {
        let mut best: Option<(f32, String)> = None;
        for variant in &word.variants {
            let (score, reason) = self.of_variant(variant, document)?;
            if score > 0.0 && best.as_ref().is_none_or(|(best, _)| score > *best) {
                best = Some((score, reason));
            }
        }
        Ok(best)
    }

    fn of_variant(&self, variant: &Variant, document: usize) -> tantivy::Result<(f32, String)> {
        let mut sum = 0.0;
        let mut parts = Vec::new();
        for stem in &variant.stems {
            for field in Field::ALL {
                let score =
                    variant.factor * field.weight() * self.of_term(field, stem, document)?;
                if score > 0.0 {
                    sum += score;
                    parts.push(format!("`{stem}` in {} {score:.3}", field.name()));
                }
            }
        }
        Ok((
            sum,
            format!("{}; {}", variant.kind.in_words(), parts.join(", ")),
        ))
    }

    /// BM25 of a term in one field of one document; 0 where it does not stand.
    fn of_term(&self, field: Field, stem: &str, document: usize) -> tantivy::Result<f32> {
        let query = self.term(field, stem);
        let weight = query.weight(EnableScoring::enabled_from_searcher(&self.searcher))?;
        let document = u32::try_from(document).expect("fewer documents than that");
        let mut sum = 0.0;
        for segment in self.searcher.segment_readers() {
            let mut scorer = weight.scorer(segment, 1.0)?;
            if scorer.doc() <= document && scorer.seek(document) == document {
                sum += scorer.score();
            }
        }
        Ok(sum)
    }
}
