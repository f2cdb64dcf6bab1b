//! `getoonde-uitkomsten.json`: every different set of counts that was ever shown, so that the next publication can be held
//! against all of them. It holds nothing but what was public. Start at [`Ledger::read`].

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::family::Family;
use super::release::{LeafName, Line, Release, ScopeName};
use crate::diagnostics::{Wording, json_fault, phrase, said};
use crate::model::{Measure, Period};

/// Where the file lies, at the top of what is published: it is about the region, not about one municipality.
pub const LEDGER_FILE: &str = "getoonde-uitkomsten.json";

/// Says what the file is, and in which form.
const FORM: &str = "keuzewijzer getoonde uitkomsten 1";

/// What was shown of every provider and family of measures until now. The last release of each is what was shown last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub(super) providers: BTreeMap<Box<str>, BTreeMap<Family, Vec<Release>>>,
}

/// Why a file cannot be used.
#[derive(Debug)]
pub enum UnusableLedger {
    /// It is not this file, or a part of it.
    Damaged(serde_json::Error),
    /// It is of another program.
    OtherForm(String),
    /// It says what cannot be.
    Impossible(String),
}

impl UnusableLedger {
    /// The reason, as the end of a sentence about the file.
    #[must_use]
    pub fn wording(&self) -> Wording {
        match self {
            Self::Damaged(error) => json_fault(
                error,
                phrase(
                    "it does not hold what belongs in such a list, at line {line}, column {column}",
                ),
            ),
            Self::OtherForm(form) => said(
                "it is in the form `{form}`, and this program writes `{ours}`",
                [("form", form), ("ours", &FORM)],
            ),
            Self::Impossible(what) => said("`{what}` cannot stand there", [("what", what)]),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileForm {
    #[serde(rename = "vorm")]
    form: String,
    #[serde(rename = "aanbieders")]
    providers: BTreeMap<Box<str>, BTreeMap<Box<str>, Vec<ReleaseForm>>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReleaseForm {
    #[serde(rename = "drempel")]
    minimum: u32,
    #[serde(rename = "getoond")]
    shown: Vec<LineForm>,
    #[serde(rename = "te_weinig")]
    hidden: Vec<(Box<str>, Box<str>, Box<str>)>,
}

/// Profile, intensity, measure, counts, period, and the last day of the oldest part.
type LineForm = (
    Box<str>,
    Box<str>,
    Box<str>,
    u32,
    u32,
    Box<str>,
    Box<str>,
    Box<str>,
);

impl Ledger {
    /// The file.
    ///
    /// # Panics
    /// Never: everything in it has a form in JSON.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let providers = self.providers.iter().map(|(provider, families)| {
            let families = families.iter().map(|(family, releases)| {
                let releases = releases.iter().map(|it| ReleaseForm::of(*family, it));
                (Box::from(family.slug()), releases.collect())
            });
            (provider.clone(), families.collect())
        });
        let form = FileForm {
            form: FORM.to_owned(),
            providers: providers.collect(),
        };
        let mut bytes = serde_json::to_vec(&form).expect("a ledger has only texts for keys");
        bytes.push(b'\n');
        bytes
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it is damaged, in another form, or says what cannot be.
    pub fn read(bytes: &[u8]) -> Result<Self, UnusableLedger> {
        /// What files of every form begin with.
        #[derive(Deserialize)]
        struct Head {
            vorm: String,
        }
        let form = match serde_json::from_slice::<FileForm>(bytes) {
            Ok(form) if form.form == FORM => form,
            Ok(form) => return Err(UnusableLedger::OtherForm(form.form)),
            Err(error) => {
                return Err(match serde_json::from_slice::<Head>(bytes) {
                    Ok(head) if head.vorm != FORM => UnusableLedger::OtherForm(head.vorm),
                    Ok(_) | Err(_) => UnusableLedger::Damaged(error),
                });
            }
        };
        let mut ledger = Self::default();
        for (provider, families) in form.providers {
            let mut own = BTreeMap::new();
            for (word, releases) in families {
                let family = Family::with_slug(&word).ok_or_else(|| impossible(&word))?;
                let releases: Result<Vec<Release>, _> =
                    releases.iter().map(|it| it.release(family)).collect();
                own.insert(family, releases?);
            }
            ledger.providers.insert(provider, own);
        }
        Ok(ledger)
    }

    /// Takes in what another list knows and this one does not, as shown before. What this one says was shown last stays so.
    #[must_use]
    pub fn with_former(mut self, other: Self) -> Self {
        for (provider, families) in other.providers {
            let own_families = self.providers.entry(provider).or_default();
            for (family, releases) in families {
                let own = own_families.entry(family).or_default();
                if own.is_empty() {
                    *own = releases;
                    continue;
                }
                let mut unknown = Vec::new();
                for release in releases.into_iter().filter(|it| !it.shown.is_empty()) {
                    match own.iter_mut().find(|known| known.says_the_same(&release)) {
                        Some(known) => known.minimum = known.minimum.max(release.minimum),
                        None => unknown.push(release),
                    }
                }
                own.splice(0..0, unknown);
            }
        }
        self
    }

    /// Whether everything that another list says was shown stands in this one too.
    #[must_use]
    pub fn knows(&self, other: &Self) -> bool {
        other.providers.iter().all(|(provider, families)| {
            families.iter().all(|(family, releases)| {
                let own = self.of(provider, *family);
                let is_known = |it: &Release| own.iter().any(|known| known.says_the_same(it));
                releases
                    .iter()
                    .all(|it| it.shown.is_empty() || is_known(it))
            })
        })
    }

    /// What was shown of a provider and family until now.
    pub(super) fn of(&self, provider: &str, family: Family) -> &[Release] {
        let own = self.providers.get(provider);
        own.and_then(|families| families.get(&family))
            .map_or(&[], Vec::as_slice)
    }

    /// Writes down what is shown now of a provider and family, after what was shown before. What was shown before and is
    /// shown again is not written twice.
    pub(super) fn write(&mut self, provider: &str, family: Family, mut release: Release) {
        let families = self.providers.entry(provider.into()).or_default();
        let releases = families.entry(family).or_default();
        if releases.is_empty() && release.shown.is_empty() {
            return;
        }
        release.forget_uncovered();
        if let Some(rank) = releases.iter().position(|it| it.says_the_same(&release)) {
            let known = releases.remove(rank);
            release.minimum = release.minimum.max(known.minimum);
        }
        releases.push(release);
    }

    /// Writes down that nothing is shown of a provider and family any more. That tells nothing of before.
    pub(super) fn write_none(&mut self, told: &BTreeSet<(Box<str>, Family)>) {
        let known: Vec<(Box<str>, Family)> = self
            .providers
            .iter()
            .flat_map(|(name, families)| families.keys().map(|family| (name.clone(), *family)))
            .filter(|key| !told.contains(key))
            .collect();
        for (name, family) in known {
            self.write(&name, family, Release::default());
        }
    }

    /// Leaves out the providers and families of which nothing was ever shown.
    pub(super) fn without_empty(mut self) -> Self {
        for families in self.providers.values_mut() {
            families.retain(|_, releases| !releases.is_empty());
        }
        self.providers.retain(|_, families| !families.is_empty());
        self
    }
}

fn impossible(what: &str) -> UnusableLedger {
    UnusableLedger::Impossible(what.to_owned())
}

impl ReleaseForm {
    fn of(family: Family, release: &Release) -> Self {
        let word = |slot: usize| Box::from(family.measures()[slot].slug());
        let shown = release.shown.iter().map(|((scope, slot), line)| {
            let (profile, intensity) = match scope {
                ScopeName::All => ("".into(), "".into()),
                ScopeName::Profile(profile) => (profile.clone(), "".into()),
                ScopeName::Cell(leaf) => leaf.clone(),
            };
            let day = |day: Date| day.to_string().into();
            (
                profile,
                intensity,
                word(*slot),
                line.respondents,
                line.successes,
                day(line.period.from),
                day(line.period.to),
                day(line.oldest_end),
            )
        });
        let hidden = release.hidden.iter();
        Self {
            minimum: release.minimum,
            shown: shown.collect(),
            hidden: hidden
                .map(|((profile, intensity), slot)| {
                    (profile.clone(), intensity.clone(), word(*slot))
                })
                .collect(),
        }
    }

    fn release(&self, family: Family) -> Result<Release, UnusableLedger> {
        let mut shown = BTreeMap::new();
        for line in &self.shown {
            let (scope, slot, line) = line_of(family, line)?;
            if shown.insert((scope, slot), line).is_some() {
                return Err(impossible("the same score twice"));
            }
        }
        let mut hidden = BTreeSet::new();
        for (profile, intensity, word) in &self.hidden {
            let leaf: LeafName = (profile.clone(), intensity.clone());
            let is_shown = |slot| shown.contains_key(&(ScopeName::Cell(leaf.clone()), slot));
            let slot = slot_of(family, word)?;
            if profile.is_empty() || intensity.is_empty() || is_shown(slot) {
                return Err(impossible(word));
            }
            hidden.insert((leaf, slot));
        }
        Ok(Release {
            minimum: self.minimum,
            shown,
            hidden,
        })
    }
}

fn line_of(
    family: Family,
    (profile, intensity, measure, respondents, successes, from, to, oldest_end): &LineForm,
) -> Result<(ScopeName, usize, Line), UnusableLedger> {
    let scope = match (profile.is_empty(), intensity.is_empty()) {
        (true, true) => ScopeName::All,
        (false, true) => ScopeName::Profile(profile.clone()),
        (false, false) => ScopeName::Cell((profile.clone(), intensity.clone())),
        (true, false) => return Err(impossible(intensity)),
    };
    let day = |word: &str| word.parse::<Date>().map_err(|_| impossible(word));
    let line = Line {
        respondents: *respondents,
        successes: *successes,
        period: Period {
            from: day(from)?,
            to: day(to)?,
        },
        oldest_end: day(oldest_end)?,
    };
    if line.successes > line.respondents || line.period.to < line.period.from {
        return Err(impossible(&format!("{successes} of {respondents}")));
    }
    Ok((scope, slot_of(family, measure)?, line))
}

fn slot_of(family: Family, word: &str) -> Result<usize, UnusableLedger> {
    let measures = family.measures();
    let rank = measures
        .iter()
        .position(|measure: &Measure| measure.slug() == word);
    rank.ok_or_else(|| impossible(word))
}
