//! `/toegankelijkheid/`: the accessibility statement, with the parts of the national model in its order.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{
    AccessibilityStatement, Audit, AuditKind, ComplianceStatus, FeedbackContact, MailAddress,
    Point, PointCause, Slug, Worded,
};
use crate::plan::Page;
use crate::render::messages::MessageValue;

use super::contact::{PhoneView, WebsiteView};
use super::context::SiteContext;
use super::page_view::PageView;
use super::text::TextView;

/// The name of the page of text that the statement stands on.
const PAGE: &str = "toegankelijkheid";
/// Who treats complaints about public bodies that named nobody else.
const NATIONAL_OMBUDSMAN: &str = "https://www.nationaleombudsman.nl/";

/// `page` of `accessibility.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AccessibilityPage<'a> {
    /// What stands around the page.
    pub frame: super::Frame<'a>,
    /// The page of text that goes before the statement.
    pub intro: TextView<'a>,
    /// What the organisation states, in a sentence.
    pub statement: String,
    /// Language of the scope, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// What it covers.
    pub scope: &'a str,
    /// The addresses that it covers; the first is that of this site.
    pub addresses: Vec<String>,
    /// What it does not cover.
    pub not_covered: Option<&'a str>,
    /// «Status B: voldoet gedeeltelijk»
    pub status: &'a str,
    /// What that status means.
    pub status_meaning: &'a str,
    /// When a complete audit will be ready, in a sentence.
    pub audit_planned: Option<String>,
    /// What the status is based on.
    pub audits: Vec<AuditView<'a>>,
    /// What is not right yet.
    pub points: Vec<PointView<'a>>,
    /// Who adopted it and when, in a sentence.
    pub adopted: String,
    /// When it is looked at again, in a sentence.
    pub next_review: String,
    /// Where it stands in the national register.
    pub register: Option<WebsiteView<'a>>,
    /// Where to report what does not work.
    pub feedback: FeedbackView<'a>,
    /// Who treats complaints.
    pub ombudsman: OmbudsmanView<'a>,
}

/// A look at the site.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AuditView<'a> {
    /// When and how, in a few words.
    pub heading: String,
    /// By whom, in a few words.
    pub by: Option<String>,
    /// Language of the text, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// More about it.
    pub text: Option<&'a str>,
    /// Words of the link to the report.
    pub report: String,
    /// Where the report is.
    pub website: Option<WebsiteView<'a>>,
}

/// Something that is not right yet.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PointView<'a> {
    /// Language of its words, when it is not that of the page.
    pub lang: Option<&'a str>,
    /// What is not right.
    pub text: &'a str,
    /// The requirement: «WCAG 1.4.3».
    pub criterion: Option<String>,
    /// What kind of cause it has, when it is one of the usual.
    pub cause: Option<&'a str>,
    /// Why.
    pub why: Option<&'a str>,
    /// What visitors notice of it.
    pub effect: &'a str,
    /// What is done about it.
    pub measure: &'a str,
    /// What visitors can do until then.
    pub alternative: Option<&'a str>,
    /// When it will be right.
    pub planned: Option<String>,
}

/// Where to report what does not work.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FeedbackView<'a> {
    /// Mail address.
    pub email: &'a str,
    /// Telephone.
    pub phone: Option<PhoneView<'a>>,
    /// What happens after that, a sentence for each step.
    pub steps: Vec<String>,
}

/// Who treats complaints about the answer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OmbudsmanView<'a> {
    /// Name.
    pub name: &'a str,
    /// Where to find it.
    pub href: &'a str,
}

impl PageView for AccessibilityPage<'_> {
    const TEMPLATE: &'static str = "accessibility.html";
}

impl SiteContext<'_> {
    /// The page with the accessibility statement; `None` for other pages of text, and where the region wrote no
    /// statement in the form of the model.
    #[must_use]
    pub fn accessibility_page(&self, page: &Page, slug: &Slug) -> Option<AccessibilityPage<'_>> {
        let statement = self.dataset.accessibility(self.plan.municipality);
        let statement = statement.filter(|_| slug.as_str() == PAGE)?;
        let (words, lang) = self.worded(&statement.words);
        let mut addresses = vec![self.municipality.base_url.to_string()];
        addresses.extend(
            statement
                .addresses
                .iter()
                .map(|one| one.as_str().to_owned()),
        );
        let (status, status_meaning) = status_keys(statement.status);
        Some(AccessibilityPage {
            frame: self.text_page(page, slug).frame,
            intro: self.text_page(page, slug),
            statement: self.words.with_text(
                "accessibility-statement",
                "organisation",
                &statement.organisation,
            ),
            lang,
            scope: &words.scope,
            addresses,
            not_covered: words.not_covered.as_deref(),
            status: self.text(status),
            status_meaning: self.text(status_meaning),
            audit_planned: statement.audit_planned.map(|day| {
                self.words
                    .with_text("accessibility-audit-planned", "date", &self.words.date(day))
            }),
            audits: statement.audits.iter().map(|one| self.audit(one)).collect(),
            points: statement.points.iter().map(|one| self.point(one)).collect(),
            adopted: self.adopted(statement, &words.approved_by),
            next_review: self.words.with_text(
                "accessibility-next-review",
                "date",
                &self.words.date(statement.next_review),
            ),
            register: statement.register.as_ref().map(WebsiteView::new),
            feedback: self.feedback(&statement.contact),
            ombudsman: self.ombudsman(statement),
        })
    }

    /// Words in the language of the page, or in that of the content, with that language.
    fn worded<'b, T>(&'b self, worded: &'b Worded<T>) -> (&'b T, Option<&'b str>) {
        let (words, is_translated) = worded.in_language(self.edition.language);
        let lang = self.edition.untranslated().filter(|_| !is_translated);
        (words, lang)
    }

    fn adopted(&self, statement: &AccessibilityStatement, function: &str) -> String {
        let values = [
            (
                "date",
                MessageValue::Text(&self.words.date(statement.adopted)),
            ),
            ("function", MessageValue::Text(function)),
            ("organisation", MessageValue::Text(&statement.organisation)),
        ];
        self.words.say("accessibility-adopted", &values)
    }

    fn audit<'b>(&'b self, audit: &'b Audit) -> AuditView<'b> {
        let date = self.words.date(audit.date);
        let kind = self.text(match audit.kind {
            AuditKind::Complete => "accessibility-audit-complete",
            AuditKind::Part => "accessibility-audit-part",
            AuditKind::Automatic => "accessibility-audit-automatic",
            AuditKind::Users => "accessibility-audit-users",
            AuditKind::Own => "accessibility-audit-own",
        });
        let text = audit.text.as_ref().map(|text| self.worded(text));
        let values = [
            ("date", MessageValue::Text(&date)),
            ("kind", MessageValue::Text(kind)),
        ];
        AuditView {
            heading: self.words.say("accessibility-audit", &values),
            by: audit
                .by
                .as_ref()
                .map(|by| self.words.with_text("accessibility-audit-by", "name", by)),
            lang: text.and_then(|(_, lang)| lang),
            text: text.map(|(text, _)| &**text),
            report: self
                .words
                .with_text("accessibility-audit-report", "date", &date),
            website: audit.url.as_ref().map(WebsiteView::new),
        }
    }

    fn point<'b>(&'b self, point: &'b Point) -> PointView<'b> {
        let (words, lang) = self.worded(&point.words);
        PointView {
            lang,
            text: &words.text,
            criterion: point
                .criterion
                .as_ref()
                .map(|criterion| format!("WCAG {}", criterion.as_str())),
            cause: cause_key(point.cause).map(|key| self.text(key)),
            why: words.why.as_deref(),
            effect: &words.effect,
            measure: &words.measure,
            alternative: words.alternative.as_deref(),
            planned: point.planned.map(|day| self.words.date(day)),
        }
    }

    fn feedback<'b>(&'b self, contact: &'b FeedbackContact) -> FeedbackView<'b> {
        let count = |count: u32| [("count", MessageValue::Number(f64::from(count)))];
        let steps = [
            ("accessibility-confirm", Some(contact.confirm_days)),
            ("accessibility-inform", Some(contact.inform_weeks)),
            ("accessibility-settle", contact.settle_weeks),
        ];
        let steps = steps
            .into_iter()
            .filter_map(|(key, number)| Some(self.words.say(key, &count(number?))));
        FeedbackView {
            email: MailAddress::as_str(&contact.email),
            phone: contact.phone.as_ref().map(PhoneView::new),
            steps: steps.collect(),
        }
    }

    fn ombudsman<'b>(&'b self, statement: &'b AccessibilityStatement) -> OmbudsmanView<'b> {
        match &statement.ombudsman {
            Some(own) => OmbudsmanView {
                name: &own.name,
                href: own.url.as_str(),
            },
            None => OmbudsmanView {
                name: self.text("accessibility-ombudsman"),
                href: NATIONAL_OMBUDSMAN,
            },
        }
    }
}

/// The message of a kind of cause; none where only the region's own words say why.
fn cause_key(cause: PointCause) -> Option<&'static str> {
    match cause {
        PointCause::Technical => Some("accessibility-cause-technical"),
        PointCause::Content => Some("accessibility-cause-content"),
        PointCause::Supplier => Some("accessibility-cause-supplier"),
        PointCause::Burden => Some("accessibility-cause-burden"),
        PointCause::Other => None,
    }
}

/// The messages of a status: its name, and what it means.
fn status_keys(status: ComplianceStatus) -> (&'static str, &'static str) {
    match status {
        ComplianceStatus::Full => ("accessibility-status-a", "accessibility-meaning-a"),
        ComplianceStatus::Partial => ("accessibility-status-b", "accessibility-meaning-b"),
        ComplianceStatus::FirstMeasures => ("accessibility-status-c", "accessibility-meaning-c"),
        ComplianceStatus::None => ("accessibility-status-d", "accessibility-meaning-d"),
    }
}
