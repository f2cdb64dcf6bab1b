//! Judges the material: turns it into a [`Dataset`] and says everything that is wrong with it. Start at [`validate`].

mod accessibility;
mod accessibility_days;
mod addresses;
mod catalogue;
mod cells;
mod characters;
mod contradictions;
mod data_license;
mod design_token_names;
mod design_tokens;
mod fields;
mod form;
mod house_files;
mod house_style;
mod links;
mod logo;
mod markdown;
mod municipalities;
mod names;
mod offers;
mod outcomes;
mod pages;
mod postcodes;
mod products;
mod profiles;
mod providers;
mod readability;
mod security;
mod services;
mod shown_waits;
mod site;
mod sole_traders;
mod statements;
mod token_file;
mod translated_words;
mod translations;
mod vocabulary;
mod wait_history;
mod waiting_times;

pub use characters::{judge_as_whole, judge_text};

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, Severity};
use crate::sources::{CsvTable, Material};

use super::dataset::Lookups;
use super::{
    Dataset, FreshnessLimits, GroupId, InsideLink, Intensity, IntensityId, LanguageTag,
    MunicipalityId, Offer, Outcome, Outcomes, PostcodeArea, Product, ProductGroup, ProductId,
    Profile, ProfileId, Readability, Site, Slug, TextPage, WaitingTime,
};
use catalogue::Catalogue;
use municipalities::Municipalities;
use names::Names;
use products::Named;
use providers::Providers;

/// What came out of judging.
#[derive(Debug)]
pub struct Validated {
    /// The facts and the raw outcomes; absent when there is an error.
    pub region: Option<(Dataset, Outcomes)>,
    /// The theme that `site.toml` names, when it can be read.
    pub theme: Option<Slug>,
    /// The language of the pages; Dutch when `site.toml` cannot be read.
    pub language: String,
    /// The other languages of the pages, as far as they can be read.
    pub other_languages: Vec<String>,
    /// The limits on how hard a text may be.
    pub readability: Readability,
    /// Everything that is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Limits for files that are judged although `site.toml` cannot be used: nothing is old.
const NO_LIMITS: FreshnessLimits = FreshnessLimits {
    old_after: i32::MAX,
    hidden_after: None,
};

/// Judges the material for a site of one day: `date`, or the day in `site.toml`, or `today`.
#[must_use]
pub fn validate(material: &Material, date: Option<Date>, today: Date) -> Validated {
    let mut diagnostics = Vec::new();
    characters::judge(material, &mut diagnostics);
    let written = material.site.as_ref();
    let date = written
        .and_then(|document| site::date(document, date, &mut diagnostics))
        .unwrap_or(date.unwrap_or(today));
    let site = written.and_then(|document| site::judge(document, date, &mut diagnostics));
    let interface = written.map(site::interface);
    let languages = interface
        .as_ref()
        .map_or(&[] as &[LanguageTag], |interface| {
            &interface.other_languages
        });
    let region = judge(material, (site, languages), date, &mut diagnostics);
    let other_languages = languages
        .iter()
        .map(|tag| tag.as_str().to_owned())
        .collect();
    let (theme, language) = interface.map_or((None, None), |interface| {
        (interface.theme, interface.language)
    });
    let has_error = diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error);
    Validated {
        region: region.filter(|_| !has_error),
        theme,
        readability: written.map_or_else(Readability::default, readability::limits),
        language: language.map_or_else(|| "nl".to_owned(), |tag| tag.as_str().to_owned()),
        other_languages,
        diagnostics,
    }
}

/// Judges file by file, in the order in which they refer to one another.
fn judge(
    material: &Material,
    (site, languages): (Option<Site>, &[LanguageTag]),
    date: Date,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Dataset, Outcomes)> {
    let mut links = Vec::new();
    let statements = statements::judge(&material.statements, &mut links, diagnostics);
    translations::report_unknown(material, languages, diagnostics);
    let translated_statements = statements::judge_translated(
        &material.translated_statements,
        languages,
        material.site.as_ref(),
        &mut links,
        diagnostics,
    );
    let accessibility = accessibility::judge(
        material.accessibility.as_ref(),
        languages,
        date,
        diagnostics,
    );
    let book = ProductBook::judge(material, languages, &mut links, diagnostics);
    let parties = Parties::judge(
        material,
        (site.as_ref(), languages),
        &book,
        date,
        diagnostics,
    );
    let text_pages = text_pages(material, languages, &mut links, diagnostics);
    pages::require(&material.pages, material.site.as_ref(), diagnostics);
    let limits = site.as_ref().map_or((NO_LIMITS, NO_LIMITS), |site| {
        (site.waiting_time_freshness, site.outcome_freshness)
    });
    let rows = Rows::judge(material, &book, &parties, date, limits, diagnostics);
    let local_services = table(material.local_services.as_ref(), |table| {
        services::judge(table, &parties.municipality_names, diagnostics)
    });
    let known = vocabulary::Known {
        products: &book.product_names,
        profiles: &book.profiles.names,
        pages: pages::names(
            material
                .pages
                .iter()
                .chain(material.municipalities.iter().flat_map(|own| &own.pages)),
        ),
        services: services::names(material.local_services.as_ref()),
    };
    let vocabulary = vocabulary::judge(material.vocabulary.as_ref(), &known, diagnostics);
    let inside_links = parties.inside_links(links);
    links::report(
        inside_links.iter().map(|(_, link)| link),
        material,
        &book.groups.list,
        diagnostics,
    );
    let is_complete = parties.municipalities.list.len() == material.municipalities.len()
        && parties.providers.list.len() == material.providers.len()
        && book.products.len() == material.products.len()
        && book.profiles.list.len() == material.profiles.len();
    if !is_complete {
        return None;
    }
    let offers: Vec<Offer> = values(rows.offers);
    let waiting_times: Vec<WaitingTime> = values(rows.waiting_times);
    let (municipalities, providers) = (parties.municipalities.list, parties.providers.list);
    let dataset = Dataset {
        date,
        site: site?,
        accessibility,
        statements: statements?,
        translated_statements,
        lookups: Lookups::new(
            municipalities.len(),
            providers.len(),
            &offers,
            &waiting_times,
        ),
        municipalities,
        providers,
        groups: book.groups.list,
        products: book.products,
        profiles: book.profiles.list,
        intensities: book.intensities.list,
        offers,
        waiting_times,
        pages: text_pages,
        local_services,
        postcodes: parties.postcodes,
        vocabulary,
        inside_links,
    };
    let outcomes = Outcomes {
        rows: values(rows.outcomes),
    };
    Some((dataset, outcomes))
}

/// The region's own pages, with their translations.
fn text_pages(
    material: &Material,
    languages: &[LanguageTag],
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<TextPage> {
    let mut list = pages::judge(&material.pages, links, diagnostics);
    let translated = &material.translated_pages;
    translations::translate_pages(
        (&mut list, &material.pages),
        translated,
        languages,
        links,
        diagnostics,
    );
    list
}

/// The region's product book (productenboek): what can be offered, and for whom.
struct ProductBook {
    groups: Named<ProductGroup, GroupId>,
    intensities: Named<Intensity, IntensityId>,
    profiles: Named<Profile, ProfileId>,
    products: Vec<Product>,
    product_names: Catalogue<ProductId>,
}

impl ProductBook {
    fn judge(
        material: &Material,
        languages: &[LanguageTag],
        links: &mut Vec<InsideLink>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let groups = products::groups(material.product_groups.as_ref(), languages, diagnostics);
        let intensities = products::intensities(material.intensities.as_ref(), diagnostics);
        let profiles = profiles::judge(&material.profiles, languages, links, diagnostics);
        let product_names = products::product_names(&material.products, diagnostics);
        let known = products::Known {
            groups: &groups.names,
            profiles: &profiles.names,
            languages,
        };
        let products = products::products(&material.products, &known, links, diagnostics);
        Self {
            groups,
            intensities,
            profiles,
            products,
            product_names,
        }
    }
}

/// Who offers and who buys, and where they are.
struct Parties {
    postcodes: Vec<PostcodeArea>,
    municipalities: Municipalities,
    municipality_names: Catalogue<MunicipalityId>,
    providers: Providers,
}

impl Parties {
    fn judge(
        material: &Material,
        (site, languages): (Option<&Site>, &[LanguageTag]),
        book: &ProductBook,
        date: Date,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let postcodes = table(material.postcodes.as_ref(), |table| {
            postcodes::judge(table, diagnostics)
        });
        let known = municipalities::Known {
            products: &book.product_names,
            groups: &book.groups.names,
            languages,
            today: date,
        };
        let base_url = site.map(|site| &*site.base_url);
        let folders = &material.municipalities;
        Self {
            municipality_names: municipalities::names(folders, diagnostics),
            municipalities: municipalities::judge(folders, base_url, &known, diagnostics),
            providers: providers::judge(&material.providers, &postcodes, date, diagnostics),
            postcodes,
        }
    }

    /// The region's links together with those of providers and municipalities.
    fn inside_links(&self, region: Vec<InsideLink>) -> Vec<(Option<MunicipalityId>, InsideLink)> {
        let own = self.municipalities.links.iter();
        region
            .into_iter()
            .chain(self.providers.links.iter().cloned())
            .map(|link| (None, link))
            .chain(own.map(|(municipality, link)| (Some(*municipality), link.clone())))
            .collect()
    }
}

fn table<T>(table: Option<&CsvTable>, judge: impl FnOnce(&CsvTable) -> Vec<T>) -> Vec<T> {
    table.map_or_else(Vec::new, judge)
}

fn values<T>(located: Vec<Located<T>>) -> Vec<T> {
    located.into_iter().map(|located| located.value).collect()
}

/// The three tables of records, with the places of their rows.
struct Rows {
    offers: Vec<Located<Offer>>,
    waiting_times: Vec<Located<WaitingTime>>,
    outcomes: Vec<Located<Outcome>>,
}

impl Rows {
    fn judge(
        material: &Material,
        book: &ProductBook,
        parties: &Parties,
        date: Date,
        (wait_limits, outcome_limits): (FreshnessLimits, FreshnessLimits),
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let names = Names {
            municipalities: &parties.municipality_names,
            providers: &parties.providers.names,
            locations: &parties.providers.locations,
            products: &book.product_names,
            profiles: &book.profiles.names,
            intensities: &book.intensities.names,
        };
        let offers = table(material.offers.as_ref(), |table| {
            offers::judge(table, &names, diagnostics)
        });
        let waiting_times = table(material.waiting_times.as_ref(), |table| {
            waiting_times::judge(table, &names, date, diagnostics)
        });
        let intensities = &book.intensities.list;
        let outcomes = table(material.outcomes.as_ref(), |table| {
            outcomes::judge(
                table,
                &names,
                intensities,
                date,
                outcome_limits,
                diagnostics,
            )
        });
        let are_all_offers = material
            .offers
            .as_ref()
            .is_some_and(|table| table.is_whole && table.rows.len() == offers.len());
        contradictions::report(
            (&offers, are_all_offers),
            &waiting_times,
            &outcomes,
            (date, wait_limits),
            diagnostics,
        );
        Self {
            offers,
            waiting_times,
            outcomes,
        }
    }
}
