//! A Tantivy index of what visitors say: every saying is a document, its stems are its words.

use std::collections::BTreeSet;

use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::query::{BoostQuery, DisjunctionMaxQuery, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TokenizerManager, WhitespaceTokenizer};
use tantivy::{Index, ReloadPolicy, Score, Searcher, TantivyDocument, Term};

use super::field::Reach;
use super::notions::Notion;

/// Bytes that Tantivy may use while it writes.
const MEMORY: usize = 15_000_000;
const STEMS: &str = "stems";

/// What can be said.
pub(super) struct SayingIndex {
    searcher: Searcher,
    field: tantivy::schema::Field,
    /// The notion that each saying says.
    notions: Vec<usize>,
    /// Every stem, in order of the alphabet.
    pub(super) stems: BTreeSet<String>,
}

impl std::fmt::Debug for SayingIndex {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} sayings", self.notions.len())
    }
}

impl SayingIndex {
    /// What is said in one word that is not rare, or everything.
    pub(super) fn new(notions: &[Notion], reach: Reach) -> tantivy::Result<Self> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(STEMS)
            .set_index_option(IndexRecordOption::WithFreqs)
            .set_fieldnorms(true);
        let field = schema.add_text_field(
            "saying",
            TextOptions::default().set_indexing_options(indexing),
        );
        let tokenizers = TokenizerManager::new();
        tokenizers.register(STEMS, WhitespaceTokenizer::default());
        let mut writer = Index::builder()
            .schema(schema.build())
            .tokenizers(tokenizers)
            .single_segment_index_writer(RamDirectory::create(), MEMORY)?;
        let (mut says, mut stems) = (Vec::new(), BTreeSet::new());
        let mut add = |notion: usize, saying: &[String]| -> tantivy::Result<()> {
            let mut document = TantivyDocument::default();
            document.add_text(field, saying.join(" "));
            writer.add_document(document)?;
            says.push(notion);
            stems.extend(saying.iter().cloned());
            Ok(())
        };
        for (rank, notion) in notions.iter().enumerate() {
            match reach {
                Reach::First => notion
                    .alone
                    .iter()
                    .try_for_each(|stem| add(rank, std::slice::from_ref(stem)))?,
                Reach::Whole => notion.sayings().try_for_each(|saying| add(rank, saying))?,
            }
        }
        let reader = writer
            .finalize()?
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Ok(Self {
            searcher: reader.searcher(),
            field,
            notions: says,
            stems,
        })
    }

    /// How many sayings there are.
    pub(super) fn len(&self) -> usize {
        self.notions.len()
    }

    /// The notion that a saying says.
    pub(super) fn notion(&self, saying: usize) -> usize {
        self.notions[saying]
    }

    /// In how many sayings a stem stands.
    pub(super) fn count(&self, stem: &str) -> tantivy::Result<usize> {
        let term = Term::from_field_text(self.field, stem);
        Ok(usize::try_from(self.searcher.doc_freq(&term)?).expect("fewer sayings than that"))
    }

    /// Sayings that have one of some stems, each with the best that a stem brings it: BM25 times the stem's factor.
    pub(super) fn scores(&self, stems: &[(&str, f32)]) -> tantivy::Result<Vec<(usize, Score)>> {
        let queries = stems.iter().map(|(stem, factor)| -> Box<dyn Query> {
            let term = Term::from_field_text(self.field, stem);
            let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
            Box::new(BoostQuery::new(Box::new(query), *factor))
        });
        let query = DisjunctionMaxQuery::new(queries.collect());
        let top = TopDocs::with_limit(self.len().max(1)).order_by_score();
        let found = self.searcher.search(&query, &top)?;
        Ok(found
            .into_iter()
            .map(|(score, address)| (address.doc_id as usize, score))
            .collect())
    }
}
