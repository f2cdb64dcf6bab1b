//! The accessibility statement (toegankelijkheidsverklaring) with the parts of the Dutch model, which follows
//! Implementing Decision (EU) 2018/1523.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::code::{LanguageTag, MailAddress, PhoneNumber, WebAddress};
use super::wcag_criterion::WcagCriterion;

/// How far a site meets the requirements (nalevingsstatus). Status E is for sites without a statement, so no statement
/// says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ComplianceStatus {
    /// A: all requirements are met, by a complete audit.
    Full,
    /// B: not all are met, by a complete audit.
    Partial,
    /// C: first measures were taken; an audit is planned.
    FirstMeasures,
    /// D: there is no complete audit, and none is planned.
    None,
}

/// How a site was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AuditKind {
    /// All requirements on all parts of the site, by WCAG-EM.
    Complete,
    /// Some requirements or parts.
    Part,
    /// By a program.
    Automatic,
    /// By people who need it.
    Users,
    /// By who made the site.
    Own,
}

/// Why something is not right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PointCause {
    /// The technique of the site.
    Technical,
    /// Texts or pictures.
    Content,
    /// Something that another party makes.
    Supplier,
    /// To solve it asks more than may be asked (onevenredige last).
    Burden,
    /// Something else, which the words say.
    Other,
}

/// Words in the language of the content, and in others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded<T> {
    /// As the region wrote them.
    pub own: T,
    /// In other languages.
    pub translations: BTreeMap<LanguageTag, T>,
}

impl<T> Worded<T> {
    /// The words in a language, and whether they are a translation into it; the region's own where there is none.
    #[must_use]
    pub fn in_language(&self, language: &str) -> (&T, bool) {
        match self.translations.get(language) {
            Some(words) => (words, true),
            None => (&self.own, false),
        }
    }
}

/// What the statement is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeWords {
    /// What it covers.
    pub scope: Box<str>,
    /// What it does not cover.
    pub not_covered: Option<Box<str>>,
    /// The function of who adopted it.
    pub approved_by: Box<str>,
}

/// A look at the site that the status is based on (onderzoek).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// When it was finished.
    pub date: Date,
    /// How it was done.
    pub kind: AuditKind,
    /// By whom.
    pub by: Option<Box<str>>,
    /// Where the report is.
    pub url: Option<WebAddress>,
    /// More about it.
    pub text: Option<Worded<Box<str>>>,
}

/// What is said of something that is not right yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointWords {
    /// What is not right.
    pub text: Box<str>,
    /// Why, beside the kind of cause.
    pub why: Option<Box<str>>,
    /// What visitors notice of it.
    pub effect: Box<str>,
    /// What is done about it.
    pub measure: Box<str>,
    /// What visitors can do until then.
    pub alternative: Option<Box<str>>,
}

/// Something that is not right yet (afwijking).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The requirement that is not met; none when no requirement is known to be.
    pub criterion: Option<WcagCriterion>,
    /// Why it is so.
    pub cause: PointCause,
    /// When it will be right; absent only when that asks more than may be asked.
    pub planned: Option<Date>,
    /// What is said of it.
    pub words: Worded<PointWords>,
}

/// Where to report what does not work, and how soon somebody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackContact {
    /// Mail address.
    pub email: MailAddress,
    /// Telephone.
    pub phone: Option<PhoneNumber>,
    /// Working days until it is confirmed.
    pub confirm_days: u32,
    /// Weeks until there is news about it.
    pub inform_weeks: u32,
    /// Weeks until it is settled, when that is promised.
    pub settle_weeks: Option<u32>,
}

/// Who treats a complaint about the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ombudsman {
    /// Name.
    pub name: Box<str>,
    /// Where to find it.
    pub url: WebAddress,
}

/// The statement of a region or of one municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessibilityStatement {
    /// The public body that states it.
    pub organisation: Box<str>,
    /// Addresses that it covers beside that of the site.
    pub addresses: Vec<WebAddress>,
    /// What it covers, and who adopted it.
    pub words: Worded<ScopeWords>,
    /// How far the requirements are met.
    pub status: ComplianceStatus,
    /// Where it stands in the national register.
    pub register: Option<WebAddress>,
    /// When it was adopted.
    pub adopted: Date,
    /// When it is looked at again.
    pub next_review: Date,
    /// When a complete audit will be ready.
    pub audit_planned: Option<Date>,
    /// What the status is based on, in the order of the file.
    pub audits: Vec<Audit>,
    /// What is not right yet, in the order of the file.
    pub points: Vec<Point>,
    /// Where to report what does not work.
    pub contact: FeedbackContact,
    /// Who treats complaints; the national ombudsman when it is not said.
    pub ombudsman: Option<Ombudsman>,
}
