//! Every text of the region as terms, analysed once and not once per municipality.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use pulldown_cmark::{Event, Parser};
use rayon::prelude::*;

use crate::model::{
    Dataset, Goals, LocalService, MunicipalityId, Product, Profile, Provider, TextPage,
    VocabularyEntry,
};

use super::compound;
use super::field::Field;
use super::fold::{words, words_and_wholes};
use super::lexicon::Lexicon;

/// A text that was analysed: its rank among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TextId(pub(super) u32);

/// The text of each field of one record; `None` where it has none.
pub(super) type FieldTexts = [Option<TextId>; Field::ALL.len()];

/// The region's texts as terms, and its words.
#[derive(Debug)]
pub struct AnalysedRegion {
    pub(super) lexicon: Lexicon,
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
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
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
        let providers = drafts.ranks(dataset.providers().map(|(_, own)| of_provider(own)));
        let mut analysed = drafts.analyse(&lexicon);
        let of = Ranks {
            products,
            profiles,
            pages,
            services,
        };
        add_lay_words(dataset, &lexicon, &mut analysed, &of);
        add_parts(&lexicon, &mut analysed);
        let mut terms = Terms::default();
        let fields: Vec<FieldTexts> = analysed.iter().map(|record| terms.of(record)).collect();
        Self {
            products: fields[of.products].to_vec(),
            profiles: fields[of.profiles].to_vec(),
            providers: fields[providers].to_vec(),
            pages: fields[of.pages].to_vec(),
            own_pages: own_pages
                .into_iter()
                .map(|own| fields[own].to_vec())
                .collect(),
            services: fields[of.services].to_vec(),
            places: names
                .into_keys()
                .zip(fields[places].iter().copied())
                .collect(),
            lexicon,
            stems: terms.stems,
            texts: terms.texts,
        }
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

/// What a record says in each field, as it is written. Parts of compounds come later.
type Draft = [String; Field::ALL.len()];

fn draft(title: String, lay: String, short: String, body: &[&str]) -> Draft {
    let mut text = String::new();
    for markdown in body {
        for event in Parser::new(markdown) {
            if let Event::Text(words) | Event::Code(words) = event {
                text.push_str(&words);
                text.push(' ');
            }
        }
    }
    [title, lay, short, String::new(), text]
}

fn of_product(product: &Product) -> Draft {
    let title = format!(
        "{} {} {}",
        product.plain_name,
        product.name,
        product.code.as_str()
    );
    let first_talk = product.first_talk.as_deref();
    let mut body = vec![&*product.description];
    body.extend(first_talk);
    draft(title, String::new(), product.summary.to_string(), &body)
}

fn of_profile(profile: &Profile) -> Draft {
    draft(
        format!("{} {}", profile.question, profile.name),
        profile.questions.join(" "),
        format!("{} {}", profile.need, profile.result),
        &[&profile.description],
    )
}

fn of_page(page: &TextPage) -> Draft {
    draft(
        page.title.to_string(),
        String::new(),
        page.description.to_string(),
        &[&page.body],
    )
}

fn of_service(service: &LocalService) -> Draft {
    let short = [&service.kind, &service.summary, &service.place];
    let short: Vec<&str> = short.into_iter().flatten().map(|text| &**text).collect();
    draft(
        service.name.to_string(),
        String::new(),
        short.join(" "),
        &[],
    )
}

fn of_place(name: &str, postcodes: &[String]) -> Draft {
    draft(name.to_owned(), postcodes.join(" "), String::new(), &[])
}

fn of_provider(provider: &Provider) -> Draft {
    let mut title = provider.name.to_string();
    if let Some(legal) = &provider.legal_name {
        title.push(' ');
        title.push_str(legal);
    }
    let kvk = provider.kvk.as_ref().map(|code| code.as_str());
    let agb = provider.agb.as_ref().map(|code| code.as_str());
    let codes: Vec<&str> = kvk.into_iter().chain(agb).collect();
    let mut body = vec![&*provider.description];
    body.extend(provider.status_note.as_deref());
    draft(title, codes.join(" "), String::new(), &body)
}

/// Places with a provider or a postcode, with their postcodes of four digits.
fn place_names(dataset: &Dataset) -> BTreeMap<Box<str>, Vec<String>> {
    let mut places: BTreeMap<Box<str>, Vec<String>> = BTreeMap::new();
    let located = dataset
        .providers()
        .flat_map(|(_, provider)| &provider.locations)
        .filter_map(|location| location.place.clone());
    for name in located {
        places.entry(name).or_default();
    }
    for area in dataset.postcodes() {
        if let Some(postcodes) = places.get_mut(&area.place) {
            postcodes.push(area.pc4.number().to_string());
        }
    }
    places
}

/// Records before they are analysed.
#[derive(Default)]
struct Drafts(Vec<Draft>);

/// A record's terms per field, with the words that compounds are looked for in.
pub(super) struct Analysed {
    terms: [Vec<String>; Field::ALL.len()],
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
                let mut found: Vec<String> = Vec::new();
                let terms = draft.map(|text| {
                    let words = words_and_wholes(&text);
                    let terms = words.iter().filter_map(|word| lexicon.term(word)).collect();
                    found.push(words.join(" "));
                    terms
                });
                found.pop();
                let words = found.iter().flat_map(|text| words(text)).collect();
                Analysed { terms, words }
            })
            .collect()
    }
}

/// Gives products, profiles, pages and services what visitors say about them. An entry belongs to the records it names, and
/// to those whose name, summary or, when no record has it there, text has all words of what it means. What it names as also
/// of use gets the words for less.
fn add_lay_words(dataset: &Dataset, lexicon: &Lexicon, analysed: &mut [Analysed], of: &Ranks) {
    let meant_at_most = of.pages.end;
    for entry in &dataset.vocabulary().words {
        let (say, words_of_phrases) = said(lexicon, &entry.say);
        let mut about = of.goals(dataset, &entry.about);
        for rank in &about {
            extend_once(
                &mut analysed[*rank],
                Field::Lay,
                &terms_of(lexicon, &entry.means),
            );
        }
        about.extend(meant(lexicon, entry, &analysed[..meant_at_most]));
        for rank in &about {
            extend_once(&mut analysed[*rank], Field::Lay, &say);
            extend_once(&mut analysed[*rank], Field::Parts, &words_of_phrases);
            let words = entry.say.iter().flat_map(|text| words(text));
            analysed[*rank].words.extend(words);
        }
        for rank in of.goals(dataset, &entry.also) {
            extend_once(&mut analysed[rank], Field::Parts, &say);
        }
    }
}

/// Where the records of each kind stand.
struct Ranks {
    products: Range<usize>,
    profiles: Range<usize>,
    pages: Range<usize>,
    services: Range<usize>,
}

impl Ranks {
    fn goals(&self, dataset: &Dataset, goals: &Goals) -> BTreeSet<usize> {
        let products = goals
            .products
            .iter()
            .map(|id| self.products.start + id.index());
        let profiles = goals
            .profiles
            .iter()
            .map(|id| self.profiles.start + id.index());
        let pages = dataset.pages().iter().enumerate();
        let pages = pages
            .filter(|(_, page)| goals.pages.contains(&page.slug))
            .map(|(rank, _)| self.pages.start + rank);
        let services = dataset.local_services.iter().enumerate();
        let services = services
            .filter(|(_, service)| goals.services.contains(&service.name))
            .map(|(rank, _)| self.services.start + rank);
        products
            .chain(profiles)
            .chain(pages)
            .chain(services)
            .collect()
    }
}

/// Terms of what visitors say: single words, and phrases as a whole; apart from them the words of the phrases.
fn said(lexicon: &Lexicon, say: &[Box<str>]) -> (Vec<String>, Vec<String>) {
    let (mut said, mut words_of_phrases) = (Vec::new(), Vec::new());
    for text in say {
        let words = words(text);
        let terms = words.iter().filter_map(|word| lexicon.term(word));
        match lexicon.phrase(&words) {
            Some(phrase) => {
                said.push(phrase);
                words_of_phrases.extend(terms);
            }
            None => said.extend(terms),
        }
    }
    (said, words_of_phrases)
}

fn terms_of(lexicon: &Lexicon, texts: &[Box<str>]) -> Vec<String> {
    texts
        .iter()
        .flat_map(|text| words_and_wholes(text))
        .filter_map(|word| lexicon.term(&word))
        .collect()
}

fn extend_once(record: &mut Analysed, field: Field, more: &[String]) {
    let terms = &mut record.terms[field.index()];
    for term in more {
        if !terms.contains(term) {
            terms.push(term.clone());
        }
    }
}

/// Ranks of the records that an entry's professional words stand for.
fn meant(lexicon: &Lexicon, entry: &VocabularyEntry, records: &[Analysed]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for meaning in &entry.means {
        let terms = terms_of(lexicon, std::slice::from_ref(meaning));
        let with = |fields: &[Field]| -> Vec<usize> {
            let has = |record: &Analysed, term| {
                fields
                    .iter()
                    .any(|field| record.terms[field.index()].contains(term))
            };
            (0..records.len())
                .filter(|rank| {
                    !terms.is_empty() && terms.iter().all(|term| has(&records[*rank], term))
                })
                .collect()
        };
        let named = with(&[Field::Title, Field::Short]);
        found.extend(if named.is_empty() {
            with(&[Field::Body])
        } else {
            named
        });
    }
    found
}

/// Takes the compounds in names, lay words and summaries apart.
fn add_parts(lexicon: &Lexicon, analysed: &mut [Analysed]) {
    const SHORTEST: usize = 3;
    let known: BTreeSet<String> = analysed
        .iter()
        .flat_map(|record| record.terms.iter().flatten())
        .chain(&lexicon.parts)
        .filter(|stem| stem.len() >= SHORTEST)
        .cloned()
        .collect();
    let as_word = |word: &str| lexicon.term(word).filter(|stem| known.contains(stem));
    analysed.par_iter_mut().for_each(|record| {
        let words: BTreeSet<String> = std::mem::take(&mut record.words).into_iter().collect();
        let parts = words
            .iter()
            .flat_map(|word| compound::parts(word, &as_word));
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
