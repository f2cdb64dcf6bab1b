//! The box to search in: what stands around it, and the words that its script puts together. A script gets sentences with
//! places for values, such as `Gemiddeld {length} {until}.`, so that no words of the language stand in it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Admission;
use crate::render::messages::MessageValue;

use super::admission::AdmissionView;
use super::context::SiteContext;
use super::languages;
use super::words::Words;

/// The component `search_box`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SearchBox<'a> {
    /// The file of the index that answers first, below `assets/`.
    pub core: &'a str,
    /// The file with the words of the whole texts, below `assets/`.
    pub texts: &'a str,
    /// The states of acceptance, as they stand beside results.
    pub admissions: Vec<AdmissionView<'a>>,
    /// What to say of a postcode that is not in the municipality.
    pub postcode_unknown: String,
    /// Words for the script.
    pub words: Vec<ScriptWord>,
    /// In another language than that of the content: what is called otherwise there than in the index.
    pub names: Vec<TranslatedName<'a>>,
}

/// A kind of help or a question in the language of the page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TranslatedName<'a> {
    /// Its page, below the top of the site.
    pub path: String,
    /// Its name.
    pub title: &'a str,
    /// What it is, in a sentence.
    pub summary: Option<&'a str>,
}

/// A message for the script.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScriptWord {
    /// The name by which the script knows it.
    pub key: String,
    /// What it says, with `{name}` where a value comes.
    pub text: String,
}

/// Messages without values.
const PLAIN: &[&str] = &[
    "ages-unknown",
    "decimal-mark",
    "month-1",
    "month-10",
    "month-11",
    "month-12",
    "month-2",
    "month-3",
    "month-4",
    "month-5",
    "month-6",
    "month-7",
    "month-8",
    "month-9",
    "search-any",
    "search-found-nothing",
    "search-kind-page",
    "search-kind-place",
    "search-kind-product",
    "search-kind-question",
    "search-kind-service",
    "search-loading",
    "search-open",
    "wait-kind-intake",
    "wait-kind-total",
    "wait-kind-treatment",
    "wait-kind-whole",
    "wait-old",
    "wait-stop",
    "wait-until-intake",
    "wait-until-total",
    "wait-until-treatment",
    "wait-until-whole",
];

/// Messages with the names of their values.
const WITH_VALUES: &[(&str, &[&str])] = &[
    ("ages-between", &["from", "to"]),
    ("ages-from", &["from"]),
    ("ages-to", &["to"]),
    ("date", &["day", "month", "year"]),
    ("search-age", &["age"]),
    ("search-at-most", &["length", "until"]),
    ("search-distance", &["number"]),
    ("search-found", &["help", "providers"]),
    ("search-order-wait", &["until"]),
    ("search-remove", &["filter"]),
    ("search-shortest", &["wait"]),
    ("search-wait-date", &["date"]),
    ("search-within", &["number", "postcode"]),
    ("wait-at-location", &["location"]),
    ("wait-longest", &["length", "until"]),
    ("wait-mean", &["length", "until"]),
    ("wait-median", &["length", "until"]),
    ("wait-next-free-place", &["length", "until"]),
    ("wait-p90", &["length", "until"]),
    ("wait-range", &["text", "until"]),
    ("wait-too-old", &["date"]),
    ("wait-unknown-of-kind", &["kind"]),
    ("wait-unspecified", &["length", "until"]),
    ("wait-words", &["text", "until"]),
    ("wait-zero", &["length", "until"]),
];

/// Messages about a number of things: two words each, `…-one` and `…-other`.
const COUNTED: &[&str] = &[
    "length-days",
    "length-months",
    "length-weeks",
    "search-found-help",
    "search-found-providers",
    "search-left-out",
    "search-more-offers",
    "search-providers-open",
];

impl SiteContext<'_> {
    /// The box to search in.
    #[must_use]
    pub fn search_box(&self) -> SearchBox<'_> {
        let admissions = [Admission::Open, Admission::Stop, Admission::Unknown];
        SearchBox {
            core: &self.index_files.core,
            texts: &self.index_files.texts,
            admissions: admissions
                .map(|admission| AdmissionView::new(self.words, admission))
                .into(),
            postcode_unknown: self.in_municipality("search-facet-postcode-unknown"),
            words: script_words(self.words),
            names: self.translated_names(),
        }
    }

    fn translated_names(&self) -> Vec<TranslatedName<'_>> {
        if self.edition.is_main() {
            return Vec::new();
        }
        let products = self
            .products_by_group()
            .into_iter()
            .flat_map(|(_, own)| own);
        let products = products
            .map(|(id, _)| self.dataset.product(id))
            .filter(|product| product.translations.is_translated())
            .map(|product| TranslatedName {
                path: format!("hulp/{}/", product.slug),
                title: &product.plain_name,
                summary: Some(&product.summary),
            });
        let questions = self
            .dataset
            .profiles()
            .filter(|(_, profile)| profile.translations.is_translated())
            .map(|(_, profile)| TranslatedName {
                path: format!("vraag/{}/", profile.slug),
                title: &profile.question,
                summary: None,
            });
        products.chain(questions).collect()
    }
}

fn script_words(words: Words<'_>) -> Vec<ScriptWord> {
    let word = |key: &str, text: String| ScriptWord {
        key: key.to_owned(),
        text,
    };
    let mut all: Vec<ScriptWord> = PLAIN
        .iter()
        .map(|key| word(key, words.text(key).to_owned()))
        .collect();
    for (tag, key) in languages::NAMES {
        all.push(word(&format!("language-{tag}"), words.text(key).to_owned()));
    }
    for (key, names) in WITH_VALUES {
        let places: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
        let values: Vec<(&str, MessageValue<'_>)> = names
            .iter()
            .zip(&places)
            .map(|(name, place)| (*name, MessageValue::Text(place)))
            .collect();
        all.push(word(key, words.say(key, &values)));
    }
    for key in COUNTED {
        for (form, count) in [("one", 1_usize), ("other", 2)] {
            let number = ("number", MessageValue::Text("{number}"));
            let text = words.say(key, &[("count", count.into()), number]);
            all.push(word(&format!("{key}-{form}"), text));
        }
    }
    all
}
