//! What may have got another name since the last publication. Counts are held against those that were shown by name, so
//! under another name a few people could be worked out. Start at [`find_renamed`].

use std::collections::BTreeSet;

use super::ledger::Ledger;
use super::release::{Names, Release, ScopeName};

/// What outcomes are known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedKind {
    /// A provider.
    Provider,
    /// A profile.
    Profile,
    /// An intensity.
    Intensity,
}

/// Names of one kind under which outcomes are shown for the first time, while others of that kind are gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// Of what.
    pub kind: NamedKind,
    /// Shown last time, and no longer in the content.
    pub gone: BTreeSet<Box<str>>,
    /// Shown now, and never before.
    pub new: BTreeSet<Box<str>>,
}

/// What a list knows by name: providers, profiles and intensities.
pub(super) struct Shown {
    ever: [BTreeSet<Box<str>>; 3],
    last: [BTreeSet<Box<str>>; 3],
}

impl Shown {
    pub(super) fn of(ledger: &Ledger) -> Self {
        let mut shown = Self {
            ever: Default::default(),
            last: Default::default(),
        };
        for (provider, families) in &ledger.providers {
            for releases in families.values() {
                for release in releases {
                    take(&mut shown.ever, provider, release);
                }
                if let Some(release) = releases.last() {
                    take(&mut shown.last, provider, release);
                }
            }
        }
        shown
    }
}

fn take(
    [providers, profiles, intensities]: &mut [BTreeSet<Box<str>>; 3],
    provider: &str,
    release: &Release,
) {
    for (scope, _) in release.shown.keys() {
        providers.insert(provider.into());
        match scope {
            ScopeName::All => {}
            ScopeName::Profile(profile) => {
                profiles.insert(profile.clone());
            }
            ScopeName::Cell((profile, intensity)) => {
                profiles.insert(profile.clone());
                intensities.insert(intensity.clone());
            }
        }
    }
}

/// What may be the same under another name: something is shown for the first time, and something of its kind is gone.
pub(super) fn find_renamed(before: &Shown, now: &Shown, names: &Names) -> Vec<Renamed> {
    let kinds = [
        (NamedKind::Provider, &names.providers),
        (NamedKind::Profile, &names.profiles),
        (NamedKind::Intensity, &names.intensities),
    ];
    let found = kinds.into_iter().enumerate().map(|(rank, (kind, known))| {
        let known: BTreeSet<Box<str>> = known.iter().cloned().collect();
        Renamed {
            kind,
            gone: before.last[rank].difference(&known).cloned().collect(),
            new: now.last[rank]
                .difference(&before.ever[rank])
                .cloned()
                .collect(),
        }
    });
    found
        .filter(|it| !it.gone.is_empty() && !it.new.is_empty())
        .collect()
}
