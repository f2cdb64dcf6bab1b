//! How a result came to its place, in words.

use std::fmt::Write as _;

use tantivy::DocSet;
use tantivy::query::{EnableScoring, Query};

use super::field::{Field, Reach};
use super::index::{MunicipalityIndex, SearchError};
use super::led::ALSO;
use super::plan::{Plan, PlannedWord, Role, Variant, VariantKind};
use super::rank::{Found, Hit, Level, OFFERED};

impl VariantKind {
    fn in_words(self) -> &'static str {
        match self {
            Self::Exact => "the word or a form of it",
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
                Role::OnlyInSayings => "counts beside others in what visitors say",
            };
            let _ = writeln!(text, "  `{}` {weight}", word.typed);
            let shown = match word.role {
                Role::Decides | Role::AddsLittle => &word.variants[..],
                Role::OnlyInSayings => &[],
            };
            for variant in shown {
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
        let reach = found.reach;
        let level = match hit.level {
            Level::Name => "all words that decide stand in its name",
            Level::All => "has all words that decide",
            Level::Some => "has some of the words",
        };
        let mut text = format!("      {:.3}, {level}", hit.score);
        let counts = hit.level.counts(self.documents[hit.document].kind);
        if counts > 1.0 {
            let _ = write!(text, ": {counts} × the sum of");
        }
        text.push('\n');
        for word in &found.plan.words {
            if let Some((score, reason)) = self.best(word, hit.document, reach)? {
                let _ = writeln!(text, "        {score:.3} `{}`: {reason}", word.typed);
            }
        }
        self.explain_notions(found, hit.document, &mut text)?;
        Ok(text)
    }

    /// What visitors say that leads to a document; to a provider by way of the kind of help that it offers and that they lead
    /// to most.
    fn explain_notions(
        &self,
        found: &Found,
        document: usize,
        text: &mut String,
    ) -> tantivy::Result<()> {
        let led = self.led(&found.plan, found.reach)?;
        let products = self.offered[document].iter().copied();
        let most = products.max_by(|one, other| led.scores[*one].total_cmp(&led.scores[*other]));
        let (led_to, share, by) = match most {
            Some(product) => {
                let by = format!(", of «{}»", self.documents[product].title);
                (product, OFFERED, by)
            }
            None => (document, 1.0, String::new()),
        };
        for (met, strength) in self.notions(&found.plan, found.reach)? {
            let notion = &self.region.notions.list[met.notion];
            let is_there = |goals: &[usize]| {
                let mut documents = goals.iter().map(|goal| self.goals[*goal]);
                documents.any(|other| other == Some(led_to))
            };
            let own = if is_there(&notion.about) {
                1.0
            } else if is_there(&notion.also) {
                ALSO
            } else {
                continue;
            };
            let _ = writeln!(
                text,
                "        {:.3} visitors say «{}»{by}",
                strength * own * share,
                notion.name
            );
        }
        Ok(())
    }

    /// The best of a word's variants for a document, with what it got; or a share of a kind of help that it offers.
    fn best(
        &self,
        word: &PlannedWord,
        document: usize,
        reach: Reach,
    ) -> tantivy::Result<Option<(f32, String)>> {
        let mut best = self.best_of_texts(word, document, reach)?;
        for product in &self.offered[document] {
            if let Some((score, _)) = self.best_of_texts(word, *product, reach)? {
                let share = OFFERED * score;
                if best.as_ref().is_none_or(|(best, _)| share > *best) {
                    let title = self.documents[*product].title;
                    best = Some((share, format!("{OFFERED} × {score:.3} of «{title}»")));
                }
            }
        }
        Ok(best)
    }

    fn best_of_texts(
        &self,
        word: &PlannedWord,
        document: usize,
        reach: Reach,
    ) -> tantivy::Result<Option<(f32, String)>> {
        let mut best: Option<(f32, String)> = None;
        for variant in &word.variants {
            let (score, reason) = self.of_variant(variant, document, reach)?;
            if score > 0.0 && best.as_ref().is_none_or(|(best, _)| score > *best) {
                best = Some((score, reason));
            }
        }
        Ok(best)
    }

    fn of_variant(
        &self,
        variant: &Variant,
        document: usize,
        reach: Reach,
    ) -> tantivy::Result<(f32, String)> {
        let mut sum = 0.0;
        let mut parts = Vec::new();
        for stem in &variant.stems {
            for field in Field::of(reach) {
                let score =
                    variant.factor * field.weight() * self.of_term(*field, stem, document)?;
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
