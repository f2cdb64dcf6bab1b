//! The Tantivy index of one municipality: one segment in memory, filled with terms that were analysed for the region.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tantivy::directory::RamDirectory;
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};
use tantivy::{Index, ReloadPolicy, Searcher, TantivyDocument, TantivyError};

use crate::model::{Dataset, ProductId, Slug};
use crate::plan::SitePlan;

use super::analysis::AnalysedRegion;
use super::document::{Document, DocumentKind, Subject, documents};
use super::field::Field;
use super::notions::Goal;

/// Bytes that Tantivy may use while it writes; the least it accepts.
const MEMORY: usize = 15_000_000;
const REGION_TERMS: &str = "region";

/// The index failed.
#[derive(Debug, thiserror::Error)]
#[error("the search index of {of} cannot be made or searched")]
pub struct SearchError {
    /// Whose or of what.
    pub of: String,
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
    /// The documents that the goals of the region's notions are here.
    pub(super) goals: Vec<Option<usize>>,
    pub(super) searcher: Searcher,
    pub(super) fields: [tantivy::schema::Field; Field::ALL.len()],
    /// Products that each provider offers here, by the numbers of their documents; none for other documents.
    pub(super) offered: Vec<Vec<usize>>,
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
            let mut writer = Index::builder()
                .schema(schema)
                .tokenizers(tokenizers)
                .single_segment_index_writer(RamDirectory::create(), MEMORY)?;
            for document in &documents {
                writer.add_document(to_tantivy(document, fields))?;
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
            goals: goals(region, &documents),
            offered: offered(&documents, plan, dataset),
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
}

fn failed(dataset: &Dataset, plan: &SitePlan, reason: TantivyError) -> SearchError {
    SearchError {
        of: dataset.municipality(plan.municipality).name.to_string(),
        reason,
    }
}

/// The documents that the goals of the region's notions are here; `None` for what is not found here.
fn goals(region: &AnalysedRegion, documents: &[Document<'_>]) -> Vec<Option<usize>> {
    let is_page = |document: &Document<'_>, slug: &Slug| {
        document.kind == DocumentKind::Page && document.slug == slug.as_str()
    };
    let is = |document: &Document<'_>, goal: &Goal| match goal {
        Goal::Product(id) => document.subject == Subject::Product(*id),
        Goal::Question(id) => document.subject == Subject::Question(*id),
        Goal::Service(rank) => document.subject == Subject::Service(*rank),
        Goal::Page(slug) => is_page(document, slug),
    };
    let goals = region.notions.goals.iter();
    goals
        .map(|goal| documents.iter().position(|document| is(document, goal)))
        .collect()
}

fn schema() -> (Schema, [tantivy::schema::Field; Field::ALL.len()]) {
    let mut schema = Schema::builder();
    let fields = Field::ALL.map(|field| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(REGION_TERMS)
            .set_index_option(IndexRecordOption::WithFreqs)
            .set_fieldnorms(field.has_norms());
        schema.add_text_field(
            field.name(),
            TextOptions::default().set_indexing_options(indexing),
        )
    });
    (schema.build(), fields)
}

/// Per document the products that a provider offers here, by the numbers of their documents.
fn offered(documents: &[Document<'_>], plan: &SitePlan, dataset: &Dataset) -> Vec<Vec<usize>> {
    let products: BTreeMap<ProductId, usize> = documents
        .iter()
        .zip(0..)
        .filter_map(|(document, number)| match document.subject {
            Subject::Product(id) => Some((id, number)),
            Subject::Question(_) | Subject::Provider(_) | Subject::Service(_) | Subject::Itself => {
                None
            }
        })
        .collect();
    let offered = |document: &Document<'_>| -> Vec<usize> {
        let Subject::Provider(provider) = document.subject else {
            return Vec::new();
        };
        let offers = plan.contracted.by_provider[&provider].iter();
        let numbers: BTreeSet<usize> = offers
            .filter_map(|offer| products.get(&dataset.offer(*offer).product))
            .copied()
            .collect();
        numbers.into_iter().collect()
    };
    documents.iter().map(offered).collect()
}

fn to_tantivy(
    document: &Document<'_>,
    fields: [tantivy::schema::Field; Field::ALL.len()],
) -> TantivyDocument {
    let mut made = TantivyDocument::default();
    for (texts, field) in document.texts.iter().zip(fields) {
        if !texts.is_empty() {
            let numbers: Vec<String> = texts.iter().map(|text| text.0.to_string()).collect();
            made.add_text(field, numbers.join(" "));
        }
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
