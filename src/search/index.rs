//! The Tantivy index of one municipality: one segment in memory, filled with terms that were analysed for the region.

use std::sync::Arc;

use tantivy::directory::RamDirectory;
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager, WhitespaceTokenizer};
use tantivy::{Index, ReloadPolicy, Searcher, TantivyDocument, TantivyError};

use crate::model::Dataset;
use crate::plan::SitePlan;

use super::analysis::AnalysedRegion;
use super::document::{Document, DocumentKind, Subject, documents};
use super::field::Field;

/// Bytes that Tantivy may use while it writes; the least it accepts.
const MEMORY: usize = 15_000_000;
const REGION_TERMS: &str = "region";
const OFFER_TERMS: &str = "offers";

/// The index failed.
#[derive(Debug, thiserror::Error)]
#[error("the search index of {municipality} cannot be made")]
pub struct SearchError {
    /// Whose.
    pub municipality: String,
    /// Why.
    #[source]
    pub reason: TantivyError,
}

/// What can be found in one municipality.
pub struct MunicipalityIndex<'a> {
    /// The region's words.
    pub(super) region: &'a AnalysedRegion,
    /// The facts.
    pub(super) dataset: &'a Dataset,
    /// What holds here.
    pub(super) plan: &'a SitePlan,
    /// What can be found, by the numbers of the index.
    pub documents: Vec<Document<'a>>,
    /// What a score of each document counts for, in 256ths: see [`shares`].
    pub(super) shares: Vec<u16>,
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
}

/// The fields as Tantivy knows them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    pub(super) texts: [tantivy::schema::Field; Field::ALL.len()],
    /// Products that a provider offers here, by the number of their document.
    pub(super) offers: tantivy::schema::Field,
}

impl<'a> MunicipalityIndex<'a> {
    /// Indexes what one municipality's site has.
    ///
    /// # Errors
    /// When Tantivy fails.
    pub fn new(
        region: &'a Arc<AnalysedRegion>,
        dataset: &'a Dataset,
        plan: &'a SitePlan,
    ) -> Result<Self, SearchError> {
        let documents = documents(region, dataset, plan);
        let (schema, fields) = schema();
        let write = || -> tantivy::Result<Searcher> {
            let tokenizers = TokenizerManager::new();
            tokenizers.register(
                REGION_TERMS,
                RegionTokenizer {
                    region: Arc::clone(region),
                },
            );
            tokenizers.register(OFFER_TERMS, WhitespaceTokenizer::default());
            let mut writer = Index::builder()
                .schema(schema)
                .tokenizers(tokenizers)
                .single_segment_index_writer(RamDirectory::create(), MEMORY)?;
            for document in &documents {
                writer.add_document(to_tantivy(
                    document,
                    fields,
                    &offered(document, &documents, plan, dataset),
                ))?;
            }
            let reader = writer
                .finalize()?
                .reader_builder()
                .reload_policy(ReloadPolicy::Manual)
                .try_into()?;
            Ok(reader.searcher())
        };
        let searcher = write().map_err(|reason| failed(dataset, plan, reason))?;
        Ok(Self {
            region,
            dataset,
            plan,
            shares: shares(&documents, region),
            documents,
            searcher,
            fields,
        })
    }
}

impl MunicipalityIndex<'_> {
    pub(super) fn failed(&self, reason: TantivyError) -> SearchError {
        failed(self.dataset, self.plan, reason)
    }

    /// Numbers of the documents of the products that a provider offers here.
    pub(super) fn offered_by(&self, provider: usize) -> Vec<usize> {
        offered(
            &self.documents[provider],
            &self.documents,
            self.plan,
            self.dataset,
        )
    }
}

fn failed(dataset: &Dataset, plan: &SitePlan, reason: TantivyError) -> SearchError {
    SearchError {
        municipality: dataset.municipality(plan.municipality).name.to_string(),
        reason,
    }
}

/// What a score of each document counts for, in 256ths. What nearly everything leads to is less telling when it is found: a
/// document of help counts for (1 + b / m) to the power of -1/4, b being how many lay words lead to it, m their mean.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "counts are small, and the result lies between 0 and 256"
)]
fn shares(documents: &[Document<'_>], region: &AnalysedRegion) -> Vec<u16> {
    let breadth = |document: &Document<'_>| {
        let count = |field: Field| -> usize {
            let texts = document.texts[field.index()].iter();
            texts.map(|text| region.texts[text.0 as usize].len()).sum()
        };
        count(Field::Lay) as f64 + (count(Field::Parts) + count(Field::Hints)) as f64 / 2.0
    };
    let help = documents
        .iter()
        .filter(|document| document.kind != DocumentKind::Provider);
    let breadths: Vec<f64> = help.map(breadth).collect();
    let mean = breadths.iter().sum::<f64>() / breadths.len().max(1) as f64;
    documents
        .iter()
        .map(|document| {
            if document.kind == DocumentKind::Provider || mean == 0.0 {
                return 256;
            }
            // Square roots are the same on every machine.
            let share = 1.0 / (1.0 + breadth(document) / mean).sqrt().sqrt();
            (share * 256.0).round() as u16
        })
        .collect()
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let texts = Field::ALL.map(|field| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(REGION_TERMS)
            .set_index_option(IndexRecordOption::WithFreqs)
            .set_fieldnorms(field.has_norms());
        schema.add_text_field(
            field.name(),
            TextOptions::default().set_indexing_options(indexing),
        )
    });
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(OFFER_TERMS)
        .set_index_option(IndexRecordOption::Basic)
        .set_fieldnorms(false);
    let offers = schema.add_text_field(
        "offers",
        TextOptions::default().set_indexing_options(indexing),
    );
    (schema.build(), Fields { texts, offers })
}

fn offered(
    document: &Document<'_>,
    documents: &[Document<'_>],
    plan: &SitePlan,
    dataset: &Dataset,
) -> Vec<usize> {
    let Subject::Provider(provider) = document.subject else {
        return Vec::new();
    };
    let mut numbers: Vec<usize> = plan.contracted.by_provider[&provider]
        .iter()
        .map(|offer| dataset.offer(*offer).product)
        .filter_map(|product| {
            documents
                .iter()
                .position(|other| other.subject == Subject::Product(product))
        })
        .collect();
    numbers.dedup();
    numbers
}

fn to_tantivy(document: &Document<'_>, fields: Fields, offers: &[usize]) -> TantivyDocument {
    let mut made = TantivyDocument::default();
    for (texts, field) in document.texts.iter().zip(fields.texts) {
        if texts.is_empty() {
            continue;
        }
        let numbers: Vec<String> = texts.iter().map(|text| text.0.to_string()).collect();
        made.add_text(field, numbers.join(" "));
    }
    if !offers.is_empty() {
        let numbers: Vec<String> = offers.iter().map(usize::to_string).collect();
        made.add_text(fields.offers, numbers.join(" "));
    }
    made
}

/// Gives the terms of texts that were analysed already: what it is asked to take apart is a list of their numbers.
#[derive(Clone)]
struct RegionTokenizer {
    region: Arc<AnalysedRegion>,
}

impl Tokenizer for RegionTokenizer {
    type TokenStream<'a> = RegionTokens<'a>;

    fn token_stream<'a>(&'a mut self, numbers: &'a str) -> RegionTokens<'a> {
        let texts = numbers
            .split(' ')
            .map(|number| number.parse::<usize>().expect("texts are given by number"));
        RegionTokens {
            stems: &self.region.stems,
            terms: texts
                .flat_map(|text| &self.region.texts[text])
                .copied()
                .collect(),
            next: 0,
            token: Token::default(),
        }
    }
}

struct RegionTokens<'a> {
    stems: &'a [Box<str>],
    terms: Vec<u32>,
    next: usize,
    token: Token,
}

impl TokenStream for RegionTokens<'_> {
    fn advance(&mut self) -> bool {
        let Some(term) = self.terms.get(self.next) else {
            return false;
        };
        self.token.text.clear();
        self.token.text.push_str(&self.stems[*term as usize]);
        self.token.position = self.next;
        self.next += 1;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
