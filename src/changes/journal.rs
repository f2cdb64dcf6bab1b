//! `gegevens/wijzigingen.json`: what changed until now, and what the next publication is compared with.
//!
//! Publications of one day are one publication: each is compared with the last one of an earlier day, so that a mistake
//! that is corrected on the day itself was never a change. That is why the file also holds how the state of that earlier
//! day differs from its own.

use std::collections::BTreeMap;
use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::compare::compare;
use super::entry::Entry;
use super::forms::day;
use super::state::{ProviderState, State};
use crate::diagnostics::{Wording, json_fault, phrase, said};
use crate::model::{Municipality, Slug};

/// Where the file lies in the folder of a municipality.
pub const FILE: &str = "gegevens/wijzigingen.json";

/// How many days a change stays on the page and in the feed.
pub(super) const LOOK_BACK: i64 = 90;

/// How many days a change stays in the file.
const KEPT: i64 = 400;

/// Says what the file is, and in which form.
const FORM: &str = "keuzewijzer wijzigingen 1";

/// What changed in one municipality until a day, and what stood there on that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    #[serde(rename = "vorm")]
    form: Box<str>,
    /// CBS code of the municipality.
    #[serde(rename = "gemeente")]
    pub municipality: Box<str>,
    /// Name of the municipality.
    #[serde(rename = "naam")]
    pub name: Box<str>,
    /// The day of the publication.
    #[serde(rename = "dag", with = "day")]
    pub day: Date,
    /// What changed, the latest day first.
    #[serde(rename = "wijzigingen")]
    pub entries: Vec<Entry>,
    #[serde(rename = "vergeleken_met")]
    base: Base,
    /// What the publication says.
    #[serde(rename = "stand")]
    pub state: State,
}

/// With what the publication of a day was compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Base {
    /// With nothing: it was the first. Its entries come from the records' own dates.
    #[serde(rename = "niets")]
    First,
    /// With nothing, for it is of a day before others that were published.
    #[serde(rename = "onbekend")]
    Unknown,
    /// With the last publication of an earlier day.
    #[serde(rename = "publicatie")]
    Earlier(Earlier),
}

/// An earlier publication: where it said something else than the one that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Earlier {
    #[serde(rename = "dag", with = "day")]
    day: Date,
    #[serde(rename = "aanbieders")]
    providers: BTreeMap<Slug, Option<ProviderState>>,
    #[serde(rename = "producten")]
    products: BTreeMap<Slug, Option<Box<str>>>,
}

/// Why a file cannot be gone on with.
#[derive(Debug)]
pub enum Unusable {
    /// It is not this file, or a part of it.
    Damaged(serde_json::Error),
    /// It is of another program.
    OtherForm(String),
    /// It is of another municipality.
    OtherMunicipality(String),
}

impl Unusable {
    /// The reason, as the end of a sentence about the file.
    #[must_use]
    pub fn wording(&self) -> Wording {
        match self {
            Self::Damaged(error) => json_fault(
                error,
                phrase(
                    "it does not hold what belongs in a journal, at line {line}, column {column}",
                ),
            ),
            Self::OtherForm(form) => said(
                "it is in the form `{form}`, and this program writes `{ours}`",
                [("form", form), ("ours", &FORM)],
            ),
            Self::OtherMunicipality(code) => said(
                "it is about the municipality with the code `{code}`",
                [("code", code)],
            ),
        }
    }
}

/// In English.
impl fmt::Display for Unusable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.wording().fmt(formatter)
    }
}

impl std::error::Error for Unusable {}

impl Journal {
    /// The journal of a publication that says `state` on a day, after the one that was published last. `lately` gives what
    /// the records' own dates tell, for a first publication.
    ///
    /// The same state on the same day, after a journal that this gave for that day, gives the same journal.
    #[must_use]
    pub fn next(
        previous: Option<Self>,
        municipality: &Municipality,
        (day, state): (Date, State),
        lately: impl FnOnce() -> Vec<Entry>,
    ) -> Self {
        let (base, entries) = match previous.map(|previous| previous.base_on(day)) {
            None | Some((OldBase::First, _)) => (Base::First, lately()),
            Some((OldBase::Unknown, told)) => (Base::Unknown, told),
            Some((OldBase::Earlier(base_day, before), told)) => {
                let mut entries = compare(&before, &state, day);
                entries.extend(told);
                (
                    Base::Earlier(Earlier::new(base_day, before, &state)),
                    entries,
                )
            }
        };
        let mut journal = Self {
            form: FORM.into(),
            municipality: municipality.code.as_str().into(),
            name: municipality.name.clone(),
            day,
            entries,
            base,
            state,
        };
        journal.forget_before(day.saturating_sub(KEPT.days()));
        journal
    }

    /// What a publication of a day is compared with, and what was told before it.
    fn base_on(mut self, day: Date) -> (OldBase, Vec<Entry>) {
        if day > self.day {
            return (OldBase::Earlier(self.day, self.state), self.entries);
        }
        match self.base {
            Base::First => (OldBase::First, Vec::new()),
            Base::Earlier(earlier) if earlier.day < day => {
                self.entries.retain(|entry| entry.day <= earlier.day);
                let state = earlier.undo(self.state);
                (OldBase::Earlier(earlier.day, state), self.entries)
            }
            // What stood there before that day is not known any more.
            Base::Earlier(_) | Base::Unknown => {
                self.entries.retain(|entry| entry.day <= day);
                (OldBase::Unknown, self.entries)
            }
        }
    }

    fn forget_before(&mut self, first: Date) {
        self.entries.retain(|entry| entry.day >= first);
    }

    /// What the page and the feed tell, the latest day first.
    pub fn recent(&self) -> impl Iterator<Item = &Entry> {
        let first = self.day.saturating_sub(LOOK_BACK.days());
        self.entries.iter().filter(move |entry| entry.day >= first)
    }

    /// The file.
    ///
    /// # Panics
    /// Never: everything in it has a form in JSON.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).expect("a journal has only texts for keys");
        bytes.push(b'\n');
        bytes
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it is damaged, or in another form.
    pub fn read(bytes: &[u8]) -> Result<Self, Unusable> {
        /// What files of every form begin with.
        #[derive(Deserialize)]
        struct Head {
            vorm: String,
        }
        match serde_json::from_slice::<Self>(bytes) {
            Ok(journal) if *journal.form == *FORM => Ok(journal),
            Ok(journal) => Err(Unusable::OtherForm(journal.form.into())),
            Err(error) => match serde_json::from_slice::<Head>(bytes) {
                Ok(head) if head.vorm != FORM => Err(Unusable::OtherForm(head.vorm)),
                Ok(_) | Err(_) => Err(Unusable::Damaged(error)),
            },
        }
    }

    /// The journal, when it is of this municipality.
    ///
    /// # Errors
    /// When it is of another.
    pub fn about(self, municipality: &Municipality) -> Result<Self, Unusable> {
        if *self.municipality == *municipality.code.as_str() {
            Ok(self)
        } else {
            Err(Unusable::OtherMunicipality(self.municipality.into()))
        }
    }
}

/// With what a publication is to be compared.
enum OldBase {
    First,
    Unknown,
    Earlier(Date, State),
}

impl Earlier {
    /// Keeps of an earlier state what is not the same now.
    fn new(day: Date, before: State, now: &State) -> Self {
        Self {
            day,
            providers: unlike(before.providers, &now.providers),
            products: unlike(before.products, &now.products),
        }
    }

    /// The earlier state again.
    fn undo(&self, now: State) -> State {
        State {
            providers: again(now.providers, &self.providers),
            products: again(now.products, &self.products),
        }
    }
}

/// For each key that stands for something else now: what it stood for before, if anything.
fn unlike<K: Ord + Clone, V: PartialEq>(
    before: BTreeMap<K, V>,
    now: &BTreeMap<K, V>,
) -> BTreeMap<K, Option<V>> {
    let new = now.keys().filter(|key| !before.contains_key(*key));
    let mut unlike: BTreeMap<K, Option<V>> = new.map(|key| (key.clone(), None)).collect();
    let others = before
        .into_iter()
        .filter(|(key, value)| now.get(key) != Some(value));
    unlike.extend(others.map(|(key, value)| (key, Some(value))));
    unlike
}

fn again<K: Ord + Clone, V: Clone>(
    mut now: BTreeMap<K, V>,
    before: &BTreeMap<K, Option<V>>,
) -> BTreeMap<K, V> {
    for (key, value) in before {
        match value {
            Some(value) => {
                now.insert(key.clone(), value.clone());
            }
            None => {
                now.remove(key);
            }
        }
    }
    now
}
