//! What the region really counted: `outcomes.csv` and the settings that decide what may be shown, read without the
//! program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;

use crate::csv;

/// Code words of measures, in the content and as published.
pub(super) const MEASURES: [(&str, &str); 8] = [
    ("experience-youth", "ervaring-jeugdigen"),
    ("experience-parents", "ervaring-ouders"),
    ("dropout-ended-early", "uitval-vroegtijdig-beeindigd"),
    ("dropout-no-show", "uitval-niet-meer-gekomen"),
    ("goal-education", "doel-onderwijs"),
    ("goal-family-balance", "doel-gezinsbalans"),
    ("goal-fewer-problems", "doel-minder-problemen"),
    ("goal-participation", "doel-meedoen"),
];

/// A cell: provider, profile, intensity and measure, the last as it is published.
pub(super) type Key = (String, String, String, String);

/// Respondents, and successes among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) respondents: u64,
    pub(super) successes: u64,
}

impl Counts {
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            respondents: self.respondents + other.respondents,
            successes: self.successes + other.successes,
        }
    }

    /// What is left; none when more is taken away than there is.
    pub(super) fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            respondents: self.respondents.checked_sub(other.respondents)?,
            successes: self.successes.checked_sub(other.successes)?,
        })
    }
}

/// What was counted in every cell that counts.
pub(super) struct Truth {
    pub(super) minimum: u64,
    pub(super) cells: BTreeMap<Key, Counts>,
}

/// Reads a content folder.
pub(super) fn read(content: &Path) -> Truth {
    let text = |name: &str| std::fs::read_to_string(content.join(name)).unwrap();
    let site: toml::Table = text("site.toml").parse().unwrap();
    let minimum = site["thresholds"]["privacy_minimum"].as_integer().unwrap();
    let hidden_after = site["freshness"]["outcome_hidden"].as_integer().unwrap();
    let today: Date = site["date"].to_string().parse().unwrap();
    let unmeasured = unmeasured(&text("intensities.toml"));
    let (_, rows) = csv::read(&text("outcomes.csv"));
    let mut newest: BTreeMap<Key, (Date, Option<Counts>)> = BTreeMap::new();
    for row in rows {
        let published = MEASURES.iter().find(|(code, _)| *code == row["measure"]);
        let key = (
            row["provider"].clone(),
            row["profile"].clone(),
            row["intensity"].clone(),
            published.unwrap().1.to_owned(),
        );
        let to: Date = row["period_to"].parse().unwrap();
        let age = i64::from((today - to).get_days());
        let counts = row["state"].is_empty().then(|| Counts {
            respondents: row["respondents"].parse().unwrap(),
            successes: row["successes"].parse().unwrap(),
        });
        let is_counted = age <= hidden_after && !unmeasured.contains(&row["intensity"]);
        let found = (to, counts.filter(|_| is_counted));
        let known = newest.entry(key).or_insert(found);
        if known.0 < to {
            *known = found;
        }
    }
    Truth {
        minimum: u64::try_from(minimum).unwrap(),
        cells: newest
            .into_iter()
            .filter_map(|(key, (_, counts))| Some((key, counts?)))
            .collect(),
    }
}

fn unmeasured(intensities: &str) -> BTreeSet<String> {
    let list: toml::Table = intensities.parse().unwrap();
    list["intensities"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one.get("measured").and_then(toml::Value::as_bool) == Some(false))
        .map(|one| one["id"].as_str().unwrap().to_owned())
        .collect()
}
