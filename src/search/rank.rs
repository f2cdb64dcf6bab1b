//! From what is looked for to what is found. Tantivy gives BM25 per field and weight, the best variant of each word; what
//! visitors say about it is added ([`MunicipalityIndex::led`]); and what has all words counts for more.

use tantivy::Score;
use tantivy::Term;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

use super::dictionary::Dictionary;
use super::document::DocumentKind;
use super::field::{Field, Reach};
use super::index::{MunicipalityIndex, SearchError};
use super::plan::{Plan, PlannedWord, Role, Variant};

/// What a provider gets of the score of a kind of help that it offers.
pub(super) const OFFERED: f32 = 0.5;
/// What the score of help counts for that has all words that decide, and of help that has them in its name.
const HAS_ALL: f32 = 1.3;
const HAS_NAME: f32 = 2.0;

/// How much of what was typed a document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// At least one word that decides.
    Some = 1,
    /// All words that decide, itself or in what visitors say about it.
    All = 2,
    /// All words that decide, in its name.
    Name = 3,
}

impl Level {
    /// What the score of a document counts for that has so much; of a provider it counts as it is.
    pub(super) fn counts(self, kind: DocumentKind) -> Score {
        match self {
            Self::Name if kind != DocumentKind::Provider => HAS_NAME,
            Self::All if kind != DocumentKind::Provider => HAS_ALL,
            Self::Some | Self::All | Self::Name => 1.0,
        }
    }
}

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its number in [`MunicipalityIndex::documents`].
    pub document: usize,
    /// How much it has. Of providers, more comes first; of the others it counts in the score.
    pub level: Level,
    /// The sum over words, and what visitors say: orders what is otherwise alike.
    pub score: Score,
}

/// What was found, the best first.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What was looked for.
    pub plan: Plan,
    /// What was searched.
    pub reach: Reach,
    /// All but providers.
    pub help: Vec<Hit>,
    /// Providers.
    pub providers: Vec<Hit>,
}

/// What documents have of the words that decide: a bit per word.
pub(super) type Words = u16;

impl MunicipalityIndex<'_> {
    /// Searches in everything.
    ///
    /// # Errors
    /// When Tantivy fails.
    pub fn search(&self, typed: &str) -> Result<Found, SearchError> {
        self.search_in(typed, Reach::Whole)
    }

    /// Searches in a part: the browser has the first file before the second.
    ///
    /// # Errors
    /// When Tantivy fails.
    pub fn search_in(&self, typed: &str, reach: Reach) -> Result<Found, SearchError> {
        self.found(typed, reach)
            .map_err(|reason| self.failed(reason))
    }

    fn found(&self, typed: &str, reach: Reach) -> tantivy::Result<Found> {
        let dictionary = Dictionary::new(self, reach)?;
        let plan = Plan::new(typed, &self.region.lexicon, &dictionary);
        let count = self.documents.len();
        let mut scores = vec![0.0; count];
        let (mut has, mut named): (Vec<Words>, Vec<Words>) = (vec![0; count], vec![0; count]);
        let (mut some, mut all): (Vec<bool>, Words) = (vec![false; count], 0);
        for (word, bit) in with_bits(&plan) {
            if word.role == Role::OnlyInSayings {
                continue;
            }
            all |= bit;
            let own = self.word(&word.variants, reach)?;
            let whole = word.whole();
            let having = if whole.is_empty() || whole.len() == word.variants.len() {
                own.clone()
            } else {
                self.word(&whole, reach)?
            };
            for document in 0..count {
                if own[document] > 0.0 {
                    scores[document] += own[document];
                    some[document] |= bit != 0;
                }
                if having[document] > 0.0 {
                    has[document] |= bit;
                }
            }
            if bit != 0 {
                for document in self.named(word)? {
                    named[document] |= bit;
                }
            }
        }
        let led = self.led(&plan, reach)?;
        let mut found = Found {
            plan,
            reach,
            help: Vec::new(),
            providers: Vec::new(),
        };
        for document in 0..count {
            if !some[document] && led.scores[document] == 0.0 {
                continue;
            }
            let kind = self.documents[document].kind;
            let level = if all != 0 && named[document] == all {
                Level::Name
            } else if all != 0 && has[document] | led.words[document] == all {
                Level::All
            } else {
                Level::Some
            };
            let sum = scores[document] + led.scores[document];
            let list = if kind == DocumentKind::Provider {
                &mut found.providers
            } else {
                &mut found.help
            };
            list.push(Hit {
                document,
                level,
                score: sum * level.counts(kind),
            });
        }
        put_in_order(&mut found.help, |_| None);
        put_in_order(&mut found.providers, Some);
        Ok(found)
    }

    /// What each document gets for a word: the best of some variants; a provider also a share of what the kinds of help get
    /// that it offers.
    fn word(&self, variants: &[Variant], reach: Reach) -> tantivy::Result<Vec<Score>> {
        let variants = variants.iter().map(|variant| self.variant(variant, reach));
        let mut scores = vec![0.0; self.documents.len()];
        for (score, document) in self.top(&DisjunctionMaxQuery::new(variants.collect()))? {
            scores[document] = score;
        }
        self.raise_providers(&mut scores);
        Ok(scores)
    }

    /// Gives providers a share of what the kinds of help have that they offer.
    pub(super) fn raise_providers(&self, scores: &mut [Score]) {
        for (provider, products) in self.offered.iter().enumerate() {
            for product in products {
                scores[provider] = scores[provider].max(OFFERED * scores[*product]);
            }
        }
    }

    fn variant(&self, variant: &Variant, reach: Reach) -> Box<dyn Query> {
        let stems = variant.stems.iter().map(|stem| self.stem(stem, reach));
        Box::new(BoostQuery::new(
            Box::new(BooleanQuery::union(stems.collect())),
            variant.factor,
        ))
    }

    /// A stem in all fields that are searched, each with its weight.
    fn stem(&self, stem: &str, reach: Reach) -> Box<dyn Query> {
        let fields = Field::of(reach).iter().map(|field| -> Box<dyn Query> {
            Box::new(BoostQuery::new(
                Box::new(self.term(*field, stem)),
                field.weight(),
            ))
        });
        Box::new(BooleanQuery::union(fields.collect()))
    }

    /// A stem in one field.
    pub(super) fn term(&self, field: Field, stem: &str) -> TermQuery {
        let term = Term::from_field_text(self.fields[field.index()], stem);
        TermQuery::new(term, IndexRecordOption::WithFreqs)
    }

    /// Documents that have a word in their name.
    fn named(&self, word: &PlannedWord) -> tantivy::Result<Vec<usize>> {
        let stems = word
            .variants
            .iter()
            .filter(|variant| variant.kind.is_word_itself())
            .flat_map(|variant| &variant.stems);
        let terms = stems.map(|stem| -> Box<dyn Query> { Box::new(self.term(Field::Title, stem)) });
        let found = self.top(&BooleanQuery::union(terms.collect()))?;
        Ok(found.into_iter().map(|(_, document)| document).collect())
    }

    /// All documents that a query finds.
    fn top(&self, query: &dyn Query) -> tantivy::Result<Vec<(Score, usize)>> {
        let limit = self.documents.len().max(1);
        let top = TopDocs::with_limit(limit).order_by_score();
        let found = self.searcher.search(query, &top)?;
        Ok(found
            .into_iter()
            .map(|(score, address)| (score, address.doc_id as usize))
            .collect())
    }
}

/// The words of a plan, those that decide with a bit of their own.
pub(super) fn with_bits(plan: &Plan) -> impl Iterator<Item = (&PlannedWord, Words)> {
    let mut next: Words = 1;
    plan.words.iter().map(move |word| match word.role {
        Role::Decides => {
            let bit = next;
            next <<= 1;
            (word, bit)
        }
        Role::AddsLittle | Role::OnlyInSayings => (word, 0),
    })
}

/// The best first: by what comes before the score, by score, by number.
fn put_in_order(hits: &mut [Hit], first: fn(Level) -> Option<Level>) {
    hits.sort_by(|one, other| {
        first(other.level)
            .cmp(&first(one.level))
            .then(other.score.total_cmp(&one.score))
            .then(one.document.cmp(&other.document))
    });
}
