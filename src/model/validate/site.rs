//! Judges `site.toml` and the statements.

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, codes, phrase, said};
use crate::model::{
    DataSource, FreshnessLimits, LanguageTag, Norm, Site, Slug, Thresholds, Translations,
};
use crate::sources::Document;

use super::data_license;
use super::fields::Fields;
use super::form;
use super::readability;
use super::security;
use super::translated_words;
use super::waiting_times::WAIT_KINDS;

/// With 2, a hidden cell that is not empty would be 1 by definition.
const LOWEST_PRIVACY_MINIMUM: i64 = 3;

/// The day the site is made for: the argument, or the day in `site.toml`.
pub(super) fn date(
    document: &Document,
    argument: Option<Date>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Date> {
    let mut fields = Fields::of(document);
    let written = fields.date("date", diagnostics);
    argument.or(written.map(|date| date.value))
}

/// What the theme must be read for.
pub(super) struct Interface {
    pub(super) theme: Option<Slug>,
    pub(super) language: Option<LanguageTag>,
    pub(super) other_languages: Vec<LanguageTag>,
}

/// The theme and the languages, as far as they can be read; what is wrong with them is said in [`judge`].
pub(super) fn interface(document: &Document) -> Interface {
    let mut fields = Fields::of(document);
    let said_elsewhere = &mut Vec::new();
    let theme = fields.formed("theme", &form::SLUG, said_elsewhere);
    let language = fields.formed("language", &form::LANGUAGE, said_elsewhere);
    Interface {
        theme,
        other_languages: other_languages(&mut fields, language.as_ref(), said_elsewhere),
        language,
    }
}

/// The languages beside that of the content. Each gets a folder with its name, where no page may stand.
fn other_languages(
    fields: &mut Fields<'_>,
    language: Option<&LanguageTag>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<LanguageTag> {
    let mut others: Vec<LanguageTag> = Vec::new();
    for written in fields.texts("other_languages", diagnostics) {
        let place = written.place;
        let Some(tag) = form::read(&form::LANGUAGE, written, diagnostics) else {
            continue;
        };
        let name = tag.as_str();
        let name = name.split_once('-').map_or(name, |(name, _)| name);
        let tag_name = tag.as_str();
        let problem = if language == Some(&tag) {
            said(
                "`{tag}` is the language of the content already",
                [("tag", &tag_name)],
            )
        } else if others.contains(&tag) {
            said("`{tag}` stands here twice", [("tag", &tag_name)])
        } else if name.len() > 3 {
            said(
                "`{tag}` is not the code of a language",
                [("tag", &tag_name)],
            )
        } else {
            others.push(tag);
            continue;
        };
        diagnostics.push(
            Diagnostic::new(codes::E0202, place, problem).help(
                "name only languages in which the interface is published too, as in `[\"en\"]`",
            ),
        );
    }
    others
}

/// Judges `site.toml`.
pub(super) fn judge(
    document: &Document,
    today: Date,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Site> {
    let mut fields = Fields::of(document);
    let name = fields.required_text("name", diagnostics);
    let language = fields.required_formed("language", &form::LANGUAGE, diagnostics);
    let other_languages = other_languages(&mut fields, language.as_ref(), diagnostics);
    let theme = if fields.has("theme") {
        fields.required_formed("theme", &form::SLUG, diagnostics)
    } else {
        Slug::parse("default")
    };
    let base_url = base_url(&mut fields, true, diagnostics);
    let publisher = fields.required_text("publisher", diagnostics);
    let contact_email = fields.required_formed("contact_email", &form::MAIL_ADDRESS, diagnostics);
    let correction_email =
        fields.required_formed("correction_email", &form::MAIL_ADDRESS, diagnostics);
    let notice = fields.text("notice", diagnostics);
    let notice_translations = if notice.is_some() {
        translated_words::text(&mut fields, "notice", &other_languages, diagnostics)
    } else {
        Translations::default()
    };
    let thresholds = thresholds(&mut fields, diagnostics);
    let freshness = freshness(&mut fields, diagnostics);
    let norms = norms(&mut fields, &other_languages, diagnostics);
    let security = security::judge(&mut fields, today, diagnostics);
    let license = data_license::judge(&mut fields, diagnostics);
    let sources = data_sources(&mut fields, diagnostics);
    // What it says is taken from there by `validate`.
    readability::judge(&mut fields, diagnostics);
    // The day was judged in `date`.
    fields.date("date", &mut Vec::new());
    fields.finish(diagnostics);
    let (waiting_time_freshness, outcome_freshness) = freshness?;
    Some(Site {
        name: name?.value.into(),
        language: language?,
        other_languages: other_languages.clone(),
        theme: theme?,
        base_url: base_url?,
        publisher: publisher?.value.into(),
        contact_email: contact_email?,
        correction_email: correction_email?,
        notice: notice.map(|text| text.value.into()),
        notice_translations,
        thresholds: thresholds?,
        waiting_time_freshness,
        outcome_freshness,
        norms,
        security: security?,
        license,
        sources,
    })
}

/// A base address: `https` (or `http`, for a test on one machine), without query or fragment, with a closing slash.
pub(super) fn base_url(
    fields: &mut Fields<'_>,
    is_required: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Box<str>> {
    let written = if is_required {
        fields.required_text("base_url", diagnostics)?
    } else {
        fields.text("base_url", diagnostics)?
    };
    let address = form::read(&form::WEB_ADDRESS, written, diagnostics)?;
    if address.as_str().contains(['?', '#']) {
        diagnostics.push(
            Diagnostic::new(
                codes::E0202,
                written.place,
                said(
                    "`{written}` cannot be the address of a site",
                    [("written", &written.value)],
                ),
            )
            .help("leave out everything from `?` or `#` on"),
        );
        return None;
    }
    let mut address = address.as_str().to_owned();
    if !address.ends_with('/') {
        address.push('/');
    }
    Some(address.into())
}

fn thresholds(fields: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Thresholds> {
    let mut table = fields.required_table("thresholds", diagnostics)?;
    let privacy = required_count(
        &mut table,
        "privacy_minimum",
        LOWEST_PRIVACY_MINIMUM,
        diagnostics,
    );
    let reliability = required_count(&mut table, "reliability_minimum", 1, diagnostics);
    table.finish(diagnostics);
    let (privacy, reliability) = (privacy?, reliability?);
    if reliability.value < privacy.value {
        diagnostics.push(
            Diagnostic::new(
                codes::E0202,
                reliability.place,
                "`reliability_minimum` is below `privacy_minimum`",
            )
            .related(privacy.place, "the privacy minimum")
            .help("a score that is not shown cannot get a verdict: choose a higher number"),
        );
        return None;
    }
    Some(Thresholds {
        privacy_minimum: privacy.value,
        reliability_minimum: reliability.value,
    })
}

fn required_count(
    table: &mut Fields<'_>,
    key: &'static str,
    lowest: i64,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Located<u32>> {
    if !table.has(key) {
        table.missing(key, diagnostics);
    }
    count(table, key, lowest, diagnostics)
}

fn count(
    table: &mut Fields<'_>,
    key: &'static str,
    lowest: i64,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Located<u32>> {
    const HIGHEST: i64 = 100_000;
    let number = table.integer(key, diagnostics)?;
    if !(lowest..=HIGHEST).contains(&number.value) {
        diagnostics.push(
            Diagnostic::new(
                codes::E0202,
                number.place,
                said(
                    "`{key}` cannot be {number}",
                    [("key", &key), ("number", &number.value)],
                ),
            )
            .help(said(
                "write a whole number from {lowest} to {highest}",
                [("lowest", &lowest), ("highest", &HIGHEST)],
            )),
        );
        return None;
    }
    let value = u32::try_from(number.value).expect("the range was checked");
    Some(Located::new(value, number.place))
}

fn freshness(
    fields: &mut Fields<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(FreshnessLimits, FreshnessLimits)> {
    let mut table = fields.required_table("freshness", diagnostics)?;
    let waits = limits(
        &mut table,
        "waiting_time_old",
        "waiting_time_hidden",
        diagnostics,
    );
    let outcomes = limits(&mut table, "outcome_old", "outcome_hidden", diagnostics);
    table.finish(diagnostics);
    Some((waits?, outcomes?))
}

fn limits(
    table: &mut Fields<'_>,
    old: &'static str,
    hidden: &'static str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<FreshnessLimits> {
    let old_after = required_count(table, old, 1, diagnostics);
    let hidden_after = count(table, hidden, 1, diagnostics);
    let old_after = old_after?;
    if let Some(hidden_after) = hidden_after
        && hidden_after.value < old_after.value
    {
        diagnostics.push(
            Diagnostic::new(
                codes::E0202,
                hidden_after.place,
                said(
                    "`{hidden}` is below `{old}`",
                    [("hidden", &hidden), ("old", &old)],
                ),
            )
            .related(old_after.place, "the first limit")
            .help("a figure is marked as old before it is hidden: choose a higher number"),
        );
        return None;
    }
    let days = |count: u32| i32::try_from(count).expect("the range was checked");
    Some(FreshnessLimits {
        old_after: days(old_after.value),
        hidden_after: hidden_after.map(|limit| days(limit.value)),
    })
}

fn norms<'a>(
    fields: &mut Fields<'a>,
    languages: &'a [LanguageTag],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Norm> {
    let mut norms = Vec::new();
    for mut table in fields.tables("norms", diagnostics) {
        let slug = table.required_formed("id", &form::SLUG, diagnostics);
        let text = table.required_text("text", diagnostics);
        let translations = translated_words::text(&mut table, "text", languages, diagnostics);
        let kind = table
            .text("kind", diagnostics)
            .and_then(|word| form::word(phrase("a kind of wait"), WAIT_KINDS, word, diagnostics));
        let weeks = count(&mut table, "weeks", 0, diagnostics);
        let source = table.required_text("source", diagnostics);
        let source_url = table.formed("source_url", &form::WEB_ADDRESS, diagnostics);
        table.finish(diagnostics);
        if let (Some(slug), Some(text), Some(source)) = (slug, text, source) {
            norms.push(Norm {
                slug,
                text: text.value.into(),
                translations,
                kind,
                weeks: weeks.map(|weeks| weeks.value),
                source: source.value.into(),
                source_url,
            });
        }
    }
    norms
}

fn data_sources(fields: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<DataSource> {
    let mut sources = Vec::new();
    for mut table in fields.tables("sources", diagnostics) {
        let name = table.required_text("name", diagnostics);
        let license = table.required_text("license", diagnostics);
        let url = table.formed("url", &form::WEB_ADDRESS, diagnostics);
        table.finish(diagnostics);
        if let (Some(name), Some(license)) = (name, license) {
            sources.push(DataSource {
                name: name.value.into(),
                license: license.value.into(),
                url,
            });
        }
    }
    sources
}
