//! Every text of the region as terms, analysed once and not once per municipality.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use rayon::prelude::*;

use crate::model::{Dataset, MunicipalityId, ProductId, ProfileId, TextPage};

use super::compound;
use super::draft::{
    Draft, of_page, of_place, of_product, of_profile, of_provider, of_service, place_names,
};
use super::field::Field;
use super::fold::words_and_wholes;
use super::index::SearchError;
use super::lexicon::Lexicon;
use super::notions::{Goal, Notions};

/// A text that was analysed: its rank among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TextId(pub(super) u32);

/// The text of each field of one record; `None` where it has none.
pub(super) type FieldTexts = [Option<TextId>; Field::ALL.len()];

/// The region's texts as terms, and its words.
#[derive(Debug)]
pub struct AnalysedRegion {
    pub(super) lexicon: Lexicon,
    /// What visitors say.
    pub(super) notions: Notions,
    /// Stems, by the numbers that stand for them.
    pub(super) stems: Vec<Box<str>>,
    /// Terms of each text.
    pub(super) texts: Vec<Vec<u32>>,
    pub(super) products: Vec<FieldTexts>,
    pub(super) profiles: Vec<FieldTexts>,
    pub(super) providers: Vec<FieldTexts>,
    pub(super) pages: Vec<FieldTexts>,
    /// Pages of each municipality's own.
    pub(super) own_pages: Vec<Vec<FieldTexts>>,
    pub(super) services: Vec<FieldTexts>,
    /// Names of places.
    pub(super) places: BTreeMap<Box<str>, FieldTexts>,
}

impl AnalysedRegion {
    /// Analyses every text of the region.
    ///
    /// # Errors
    /// When Tantivy fails.
    pub fn new(dataset: &Dataset) -> Result<Self, SearchError> {
        let lexicon = Lexicon::new(dataset.vocabulary());
        let mut drafts = Drafts::default();
        let products = drafts.ranks(dataset.products().map(|(_, product)| of_product(product)));
        let profiles = drafts.ranks(dataset.profiles().map(|(_, profile)| of_profile(profile)));
        let pages = drafts.ranks(dataset.pages().iter().map(of_page));
        let own_pages: Vec<_> = dataset
            .municipalities()
            .map(|(_, own)| drafts.ranks(own.pages.iter().map(of_page)))
            .collect();
        let services = drafts.ranks(dataset.local_services.iter().map(of_service));
        let names = place_names(dataset);
        let places = drafts.ranks(
            names
                .iter()
                .map(|(name, postcodes)| of_place(name, postcodes)),
        );
        let providers = drafts.ranks(
            dataset
                .providers()
                .map(|(_, own)| of_provider(own, dataset.vocabulary())),
        );
        let mut analysed = drafts.analyse(&lexicon);
        let of = Ranks {
            products,
            profiles,
            pages,
            services,
            own_pages,
        };
        let notions =
            Notions::new(dataset, &lexicon, &analysed, &of).map_err(|reason| SearchError {
                of: "the words of visitors".to_owned(),
                reason,
            })?;
        add_parts(&lexicon, &mut analysed);
        let mut terms = Terms::default();
        let fields: Vec<FieldTexts> = analysed.iter().map(|record| terms.of(record)).collect();
        Ok(Self {
            products: fields[of.products].to_vec(),
            profiles: fields[of.profiles].to_vec(),
            providers: fields[providers].to_vec(),
            pages: fields[of.pages].to_vec(),
            own_pages: of
                .own_pages
                .iter()
                .map(|own| fields[own.clone()].to_vec())
                .collect(),
            services: fields[of.services].to_vec(),
            places: names
                .into_keys()
                .zip(fields[places].iter().copied())
                .collect(),
            lexicon,
            notions,
            stems: terms.stems,
            texts: terms.texts,
        })
    }

    /// Texts of a page of one municipality's site: its own page of that name, or the region's.
    pub(super) fn page(
        &self,
        dataset: &Dataset,
        municipality: MunicipalityId,
        page: &TextPage,
    ) -> FieldTexts {
        let rank = |pages: &[TextPage]| pages.iter().position(|other| other.slug == page.slug);
        match rank(&dataset.municipality(municipality).pages) {
            Some(own) => self.own_pages[municipality.index()][own],
            None => {
                self.pages[rank(dataset.pages()).expect("the region or the municipality has it")]
            }
        }
    }
}

/// Where the records of each kind stand.
pub(super) struct Ranks {
    products: Range<usize>,
    profiles: Range<usize>,
    pages: Range<usize>,
    services: Range<usize>,
    /// Pages of each municipality's own.
    own_pages: Vec<Range<usize>>,
}

impl Ranks {
    /// A product, profile or page of the region, by its rank among the records.
    pub(super) fn goal(&self, dataset: &Dataset, rank: usize) -> Option<Goal> {
        let within = |ranks: &Range<usize>| ranks.contains(&rank).then(|| rank - ranks.start);
        let id = |rank: usize| u32::try_from(rank).expect("fewer records than that");
        within(&self.products)
            .map(|own| Goal::Product(ProductId(id(own))))
            .or_else(|| within(&self.profiles).map(|own| Goal::Question(ProfileId(id(own)))))
            .or_else(|| {
                within(&self.pages).map(|own| Goal::Page(dataset.pages()[own].slug.clone()))
            })
    }
}

/// Records before they are analysed.
#[derive(Default)]
struct Drafts(Vec<Draft>);

/// A record's terms per field, with the words that compounds are looked for in.
pub(super) struct Analysed {
    pub(super) terms: [Vec<String>; Field::ALL.len()],
    words: Vec<String>,
}

impl Drafts {
    fn ranks(&mut self, records: impl Iterator<Item = Draft>) -> Range<usize> {
        let from = self.0.len();
        self.0.extend(records);
        from..self.0.len()
    }

    fn analyse(self, lexicon: &Lexicon) -> Vec<Analysed> {
        self.0
            .into_par_iter()
            .map(|draft| {
                let mut found: Vec<Vec<String>> = Vec::new();
                let terms = draft.map(|text| {
                    let words = words_and_wholes(&text);
                    let terms = words.iter().filter_map(|word| lexicon.term(word)).collect();
                    found.push(words);
                    terms
                });
                found.truncate(Field::Parts.index());
                Analysed {
                    terms,
                    words: found.into_iter().flatten().collect(),
                }
            })
            .collect()
    }
}

/// Takes the compounds in names and summaries apart.
fn add_parts(lexicon: &Lexicon, analysed: &mut [Analysed]) {
    const SHORTEST: usize = 3;
    let known: HashSet<String> = analysed
        .iter()
        .flat_map(|record| record.terms.iter().flatten())
        .chain(&lexicon.parts)
        .filter(|stem| stem.len() >= SHORTEST)
        .cloned()
        .collect();
    let as_word = |word: &str| lexicon.term(word).filter(|stem| known.contains(stem));
    analysed.par_iter_mut().for_each(|record| {
        let words: BTreeSet<String> = std::mem::take(&mut record.words).into_iter().collect();
        let parts: BTreeSet<String> = words
            .iter()
            .flat_map(|word| compound::parts(word, &as_word))
            .collect();
        record.terms[Field::Parts.index()].extend(parts);
    });
}

/// Terms as numbers.
#[derive(Default)]
struct Terms {
    stems: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
    texts: Vec<Vec<u32>>,
}

impl Terms {
    fn of(&mut self, record: &Analysed) -> FieldTexts {
        let mut fields = [None; Field::ALL.len()];
        for (field, terms) in fields.iter_mut().zip(&record.terms) {
            if terms.is_empty() {
                continue;
            }
            let rank = u32::try_from(self.texts.len()).expect("fewer texts than that");
            *field = Some(TextId(rank));
            let numbers = terms.iter().map(|term| self.number(term)).collect();
            self.texts.push(numbers);
        }
        fields
    }

    fn number(&mut self, term: &str) -> u32 {
        if let Some(number) = self.numbers.get(term) {
            return *number;
        }
        let number = u32::try_from(self.stems.len()).expect("fewer words than that");
        self.stems.push(term.into());
        self.numbers.insert(term.into(), number);
        number
    }
}
