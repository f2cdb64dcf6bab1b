//! Settings of the region: names, thresholds, limits, norms.

use jiff::civil::Date;

use super::code::{LanguageTag, MailAddress, Slug, WebAddress};
use super::data_license::DataLicense;
use super::translation::Translations;
use super::waiting_time::{Freshness, WaitKind};

/// Below the first nothing is shown, below the second no verdict is given. Both count respondents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Fewer: nothing is shown.
    pub privacy_minimum: u32,
    /// Fewer: shown, without a verdict.
    pub reliability_minimum: u32,
}

/// Two limits on the age of a figure, in days since its reference date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreshnessLimits {
    /// Older than this: marked as old.
    pub old_after: i32,
    /// Older than this: not shown, with the reason. `None`: never hidden.
    pub hidden_after: Option<i32>,
}

impl FreshnessLimits {
    /// How old a figure of a day is on another day.
    #[must_use]
    pub fn judge(self, figure: Date, today: Date) -> Freshness {
        let age = (today - figure).get_days();
        if self.hidden_after.is_some_and(|limit| age > limit) {
            Freshness::Hidden
        } else if age > self.old_after {
            Freshness::Old
        } else {
            Freshness::Current
        }
    }
}

/// A norm (norm) with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Norm {
    /// Its name.
    pub slug: Slug,
    /// What it says, for visitors.
    pub text: Box<str>,
    /// The same in other languages.
    pub translations: Translations<Box<str>>,
    /// Which waits it is about.
    pub kind: Option<WaitKind>,
    /// The longest wait it allows, in weeks.
    pub weeks: Option<u32>,
    /// Where it comes from.
    pub source: Box<str>,
    /// Where to read it.
    pub source_url: Option<WebAddress>,
}

/// What goes into `security.txt` (RFC 9116).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Security {
    /// `mailto:` or `https:` address.
    pub contact: Box<str>,
    /// Last day it may be relied upon.
    pub expires: Date,
    /// Where the policy stands.
    pub policy: Option<WebAddress>,
}

/// A source of data, named on `/gegevens/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataSource {
    /// Its name.
    pub name: Box<str>,
    /// Its licence.
    pub license: Box<str>,
    /// Where it is.
    pub url: Option<WebAddress>,
}

/// Settings of the region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Name of the region (jeugdregio).
    pub name: Box<str>,
    /// Language of the content, and of the pages at the top.
    pub language: LanguageTag,
    /// Languages in which the interface is published too, in the order of the file.
    pub other_languages: Vec<LanguageTag>,
    /// Name of the theme.
    pub theme: Slug,
    /// Where the front door is published, with a closing slash.
    pub base_url: Box<str>,
    /// The public body that publishes.
    pub publisher: Box<str>,
    /// Where to write.
    pub contact_email: MailAddress,
    /// Where to ask for a correction.
    pub correction_email: MailAddress,
    /// A banner on every page.
    pub notice: Option<Box<str>>,
    /// The same in other languages.
    pub notice_translations: Translations<Box<str>>,
    /// Thresholds for scores.
    pub thresholds: Thresholds,
    /// Limits on the age of waits.
    pub waiting_time_freshness: FreshnessLimits,
    /// Limits on the age of outcomes.
    pub outcome_freshness: FreshnessLimits,
    /// Norms.
    pub norms: Vec<Norm>,
    /// For `security.txt`.
    pub security: Security,
    /// The licence of the region's own data; absent when none was given, which is not the same as free.
    pub license: Option<DataLicense>,
    /// Sources of data.
    pub sources: Vec<DataSource>,
}
