//! From what is looked for to what is found, by Tantivy: BM25 per field and weight, the best variant of each word, the sum
//! over words; documents that have more of the words first.

use tantivy::collector::TopDocs;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, Query, TermQuery,
};
use tantivy::schema::IndexRecordOption;
use tantivy::{Score, Term};

use super::dictionary::Dictionary;
use super::document::DocumentKind;
use super::field::Field;
use super::index::{MunicipalityIndex, SearchError};
use super::plan::{Plan, PlannedWord, Role, Variant};

/// What a provider gets of the score of a kind of help that it offers.
pub(super) const OFFERED: f32 = 0.5;

/// How much of what was typed a document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// At least one word that decides, or a phrase.
    Some = 1,
    /// All words that decide.
    All = 2,
    /// All words that decide, in its name.
    Name = 3,
}

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its number in [`MunicipalityIndex::documents`].
    pub document: usize,
    /// How much it has; more comes first.
    pub level: Level,
    /// The sum over words; orders documents of one level.
    pub score: Score,
}

/// What was found, the best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// What was looked for.
    pub plan: Plan,
    /// All but providers.
    pub help: Vec<Hit>,
    /// Providers.
    pub providers: Vec<Hit>,
}

impl MunicipalityIndex<'_> {
    /// Searches in all fields.
    ///
    /// # Errors
    /// When Tantivy fails.
    pub fn search(&self, typed: &str) -> Result<Found, SearchError> {
        self.search_in(typed, &Field::ALL)
    }

    /// Searches in some fields: the browser has those of [`Field::CORE`] before the others.
    ///
    /// # Errors
    /// When Tantivy fails.
    pub fn search_in(&self, typed: &str, fields: &[Field]) -> Result<Found, SearchError> {
        self.found(typed, fields)
            .map_err(|reason| self.failed(reason))
    }

    fn found(&self, typed: &str, fields: &[Field]) -> tantivy::Result<Found> {
        let dictionary = Dictionary::new(self, fields)?;
        let plan = Plan::new(typed, &self.region.lexicon, &dictionary);
        let search = Search {
            index: self,
            fields,
        };
        let mut found = Found {
            plan,
            ..Found::default()
        };
        for hit in search.hits(&found.plan)? {
            match self.documents[hit.document].kind {
                DocumentKind::Provider => found.providers.push(hit),
                DocumentKind::Product
                | DocumentKind::Question
                | DocumentKind::Page
                | DocumentKind::Service
                | DocumentKind::Place => found.help.push(hit),
            }
        }
        Ok(found)
    }
}

impl MunicipalityIndex<'_> {
    /// A stem in one field.
    pub(super) fn term(&self, field: Field, stem: &str) -> TermQuery {
        let term = Term::from_field_text(self.fields.texts[field.index()], stem);
        TermQuery::new(term, IndexRecordOption::WithFreqs)
    }
}

type Queries = Vec<Box<dyn Query>>;
type Clauses = Vec<(Occur, Box<dyn Query>)>;

struct Search<'a> {
    index: &'a MunicipalityIndex<'a>,
    fields: &'a [Field],
}

impl Search<'_> {
    fn hits(&self, plan: &Plan) -> tantivy::Result<Vec<Hit>> {
        let mut clauses: Clauses = Vec::new();
        let (mut all, mut some): (Queries, Queries) = (Vec::new(), Vec::new());
        for word in &plan.words {
            let clause = self.word(word)?;
            match word.role {
                Role::Decides => {
                    all.push(clause.box_clone());
                    some.push(clause.box_clone());
                }
                Role::Phrase => some.push(clause.box_clone()),
                Role::AddsLittle => {}
            }
            clauses.push((Occur::Should, clause));
        }
        let mut filters: Vec<(Level, Box<dyn Query>)> = Vec::new();
        if !all.is_empty() {
            filters.push((Level::Name, self.has_all_in_name(plan)));
            filters.push((Level::All, Box::new(BooleanQuery::intersection(all))));
        }
        filters.push((Level::Some, Box::new(BooleanQuery::union(some))));
        let mut hits: Vec<Hit> = Vec::new();
        let mut found = vec![false; self.index.documents.len()];
        for (level, filter) in filters {
            let mut query: Clauses =
                vec![(Occur::Must, Box::new(ConstScoreQuery::new(filter, 0.0)))];
            query.extend(
                clauses
                    .iter()
                    .map(|(occur, clause)| (*occur, clause.box_clone())),
            );
            let mut found_here = self.top(&BooleanQuery::new(query))?;
            for (score, document) in &mut found_here {
                *score *= f32::from(self.index.shares[*document]) / 256.0;
            }
            found_here.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
            for (score, document) in found_here {
                if !std::mem::replace(&mut found[document], true) {
                    hits.push(Hit {
                        document,
                        level,
                        score,
                    });
                }
            }
        }
        Ok(hits)
    }

    /// All documents that a query finds, the best first, then in the order of their numbers.
    fn top(&self, query: &dyn Query) -> tantivy::Result<Vec<(Score, usize)>> {
        let limit = self.index.documents.len().max(1);
        let top = TopDocs::with_limit(limit).order_by_score();
        let found = self.index.searcher.search(query, &top)?;
        Ok(found
            .into_iter()
            .map(|(score, address)| (score, address.doc_id as usize))
            .collect())
    }

    /// The best of a word's variants; to a provider also a share of what the kinds of help that it offers get.
    fn word(&self, word: &PlannedWord) -> tantivy::Result<Box<dyn Query>> {
        let mut variants: Vec<Box<dyn Query>> = word
            .variants
            .iter()
            .map(|variant| self.variant(variant))
            .collect();
        let own = DisjunctionMaxQuery::new(variants.iter().map(|own| own.box_clone()).collect());
        for (score, document) in self.top(&own)? {
            if self.index.documents[document].kind == DocumentKind::Product {
                let term = Term::from_field_text(self.index.fields.offers, &document.to_string());
                let offers = Box::new(TermQuery::new(term, IndexRecordOption::Basic));
                variants.push(Box::new(ConstScoreQuery::new(offers, OFFERED * score)));
            }
        }
        Ok(Box::new(DisjunctionMaxQuery::new(variants)))
    }

    fn variant(&self, variant: &Variant) -> Box<dyn Query> {
        let stems = variant.stems.iter().map(|stem| self.stem(stem)).collect();
        Box::new(BoostQuery::new(
            Box::new(BooleanQuery::union(stems)),
            variant.factor,
        ))
    }

    /// A stem in all fields, each with its weight.
    fn stem(&self, stem: &str) -> Box<dyn Query> {
        let fields = self.fields.iter().map(|field| -> Box<dyn Query> {
            Box::new(BoostQuery::new(
                Box::new(self.index.term(*field, stem)),
                field.weight(),
            ))
        });
        Box::new(BooleanQuery::union(fields.collect()))
    }

    /// Documents whose name has all words that decide.
    fn has_all_in_name(&self, plan: &Plan) -> Box<dyn Query> {
        let words = plan.deciding().map(|word| -> Box<dyn Query> {
            let stems = word
                .variants
                .iter()
                .filter(|variant| variant.kind.is_word_itself())
                .flat_map(|variant| &variant.stems);
            let terms = stems
                .map(|stem| -> Box<dyn Query> { Box::new(self.index.term(Field::Title, stem)) });
            Box::new(BooleanQuery::union(terms.collect()))
        });
        Box::new(BooleanQuery::intersection(words.collect()))
    }
}
