//! A small invented region for the tests of this room: three providers of which two are contracted in Apeldoorn.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use crate::model::{
    Admission, AgeRange, CbsCode, Contact, Contacts, Coordinates, Dataset, FreshnessLimits,
    GroupId, HouseStyle, LanguageTag, Location, Lookups, MailAddress, Measure, Municipality,
    MunicipalityId, Offer, Pc4, Period, PhoneNumber, PostcodeArea, Product, ProductCode,
    ProductGroup, ProductId, Profile, ProfileId, Provider, ProviderId, PurchasingLevel, Security,
    Site, Slug, Statement, Statements, Thresholds, Translations, Vocabulary, WaitBasis, WaitFigure,
    WaitKind, WaitLength, WaitMeasure, WaitReading, WaitStatistic, WaitUnit, WaitingTime,
};
use crate::plan::{Contracted, Page, Route, SitePlan, Subject};
use crate::render::Edition;
use crate::stats::{
    Interval, ProviderScores, RegionAverage, Score, ScoreCell, ScoreScope, Scores, Share, Verdict,
};

/// The day of the site.
const TODAY: Date = date(2026, 11, 15);

/// The site in the region's own language.
pub(crate) const DUTCH: Edition<'_> = Edition {
    language: "nl",
    own_name: "Nederlands",
    not_found: "Deze pagina bestaat niet",
    content_language: "nl",
};

pub(crate) fn region() -> Dataset {
    let mut dataset = Dataset {
        date: TODAY,
        site: site(),
        accessibility: None,
        statements: Statements {
            screening: statement("Eerst kiezen, dan kijken"),
            finance: statement("Geld is geen reden"),
        },
        translated_statements: BTreeMap::new(),
        municipalities: vec![
            municipality("apeldoorn", "0200", "Apeldoorn"),
            municipality("epe", "0232", "Epe"),
        ],
        providers: vec![
            provider("de-vlier", "De Vlier"),
            provider("lindeboom", "De Lindeboom"),
            provider("wilg", "De Wilg"),
        ],
        groups: vec![ProductGroup {
            slug: slug("ambulant"),
            name: "Hulp thuis".into(),
            summary: None,
            translations: Translations::default(),
        }],
        products: vec![
            product("begeleiding-thuis", "45A04", "Begeleiding thuis"),
            product("jeugdzorg-plus", "45A05", "JeugdzorgPlus"),
            product("pleegzorg", "44A01", "Pleegzorg"),
        ],
        profiles: vec![Profile {
            slug: slug("boos"),
            number: 1,
            name: "Gedrag".into(),
            question: "Mijn kind is vaak boos".into(),
            questions: Vec::new(),
            topic: None,
            ages: AgeRange {
                from: None,
                to: None,
            },
            by_age: Vec::new(),
            need: "Rust".into(),
            result: "Minder ruzie".into(),
            description: "Tekst.".into(),
            translations: Translations::default(),
        }],
        intensities: Vec::new(),
        offers: vec![
            offer(1, 0, date(2025, 1, 1)),
            offer(2, 0, date(2026, 10, 1)),
            offer(1, 2, date(2025, 1, 1)),
            offer(1, 1, date(2026, 12, 1)),
        ],
        waiting_times: waits(),
        pages: Vec::new(),
        local_services: Vec::new(),
        postcodes: postcodes(),
        vocabulary: Vocabulary::default(),
        inside_links: Vec::new(),
        lookups: Lookups::default(),
    };
    relink(&mut dataset);
    dataset
}

/// Computes the look-ups again, after a test changed offers or waits.
pub(crate) fn relink(dataset: &mut Dataset) {
    dataset.lookups = Lookups::new(
        dataset.municipalities.len(),
        dataset.providers.len(),
        &dataset.offers,
        &dataset.waiting_times,
    );
}

/// The site of Apeldoorn: the offers of Lindeboom and Wilg that hold today.
pub(crate) fn plan(dataset: &Dataset) -> SitePlan {
    let mut contracted = Contracted {
        providers: vec![ProviderId(1), ProviderId(2)],
        ..Contracted::default()
    };
    for id in dataset.offers_in(MunicipalityId(0)) {
        let offer = dataset.offer(*id);
        if offer.is_contracted_on(dataset.date()) {
            contracted.offers.push(*id);
            contracted
                .by_product
                .entry(offer.product)
                .or_default()
                .push(*id);
            contracted
                .by_provider
                .entry(offer.provider)
                .or_default()
                .push(*id);
        }
    }
    SitePlan {
        municipality: MunicipalityId(0),
        contracted,
        not_listed: Vec::new(),
        pages: vec![Page {
            route: Route::folder(&[]),
            subject: Subject::Home,
        }],
    }
}

/// One shown and one hidden score of Lindeboom.
pub(crate) fn scores() -> Scores {
    let measure = Measure::ExperienceParents;
    let shown = ScoreCell::Shown(Score {
        respondents: 40,
        successes: 30,
        share: Share(0.75),
        interval: Interval {
            low: Share(0.598),
            high: Share(0.858_3),
        },
        period: Period {
            from: date(2025, 1, 1),
            to: date(2025, 12, 31),
        },
        freshness: crate::model::Freshness::Current,
        verdict: Verdict::AboutTheSame,
        is_kept: false,
    });
    let average = RegionAverage {
        share: Share(0.72),
        providers: 3,
        respondents: 120,
    };
    let cells = BTreeMap::from([
        ((ScoreScope::All, measure), shown),
        (
            (ScoreScope::Profile(ProfileId(0)), measure),
            ScoreCell::TooFew,
        ),
    ]);
    Scores {
        providers: vec![
            ProviderScores::default(),
            ProviderScores { cells },
            ProviderScores::default(),
        ],
        region: BTreeMap::from([((ScoreScope::All, measure), average)]),
    }
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("a slug")
}

fn statement(title: &str) -> Statement {
    Statement {
        title: title.into(),
        body: format!("{title}. Altijd.").into(),
    }
}

fn site() -> Site {
    Site {
        name: "Zorgregio".into(),
        language: LanguageTag::parse("nl").expect("a tag"),
        other_languages: Vec::new(),
        theme: slug("default"),
        base_url: "https://keuze.example/".into(),
        publisher: "Zorgregio".into(),
        contact_email: MailAddress::parse("redactie@keuze.example").expect("an address"),
        correction_email: MailAddress::parse("fout@keuze.example").expect("an address"),
        notice: Some("Alles is verzonnen.".into()),
        notice_translations: crate::model::Translations::default(),
        thresholds: Thresholds {
            privacy_minimum: 10,
            reliability_minimum: 30,
        },
        waiting_time_freshness: FreshnessLimits {
            old_after: 45,
            hidden_after: Some(180),
        },
        outcome_freshness: FreshnessLimits {
            old_after: 550,
            hidden_after: None,
        },
        norms: Vec::new(),
        security: Security {
            contact: "mailto:security@keuze.example".into(),
            expires: date(2027, 10, 1),
            policy: None,
        },
        license: None,
        sources: Vec::new(),
    }
}

fn municipality(name: &str, code: &str, title: &str) -> Municipality {
    Municipality {
        slug: slug(name),
        code: CbsCode::parse(code).expect("a code"),
        name: title.into(),
        base_url: format!("https://keuze.example/{name}/").into(),
        closed_products: Vec::new(),
        closed_groups: Vec::new(),
        local_team: Contact {
            name: format!("CJG {title}").into(),
            phone: PhoneNumber::parse("055 123 45 67"),
            email: None,
            website: None,
            address: None,
            postcode: None,
            place: None,
            opening_hours: None,
        },
        contacts: Contacts::default(),
        accessibility: None,
        house_style: HouseStyle::default(),
        pages: Vec::new(),
    }
}

fn provider(name: &str, title: &str) -> Provider {
    Provider {
        slug: slug(name),
        name: title.into(),
        legal_name: None,
        kvk: None,
        agb: None,
        website: None,
        email: None,
        phone: PhoneNumber::parse("+31 55 765 43 21"),
        sole_trader: None,
        languages: Vec::new(),
        level: Some(PurchasingLevel::Regional),
        status_note: None,
        locations: vec![Location {
            slug: slug("hoofd"),
            name: None,
            address: None,
            postcode: None,
            place: Some("Apeldoorn".into()),
            municipality: CbsCode::parse("0200"),
            coordinates: Some(Coordinates {
                latitude: 52.21,
                longitude: 5.97,
            }),
            is_point_of_postcode: false,
            phone: None,
            accessibility: None,
        }],
        reply: None,
        description: "".into(),
    }
}

fn product(name: &str, code: &str, title: &str) -> Product {
    Product {
        slug: slug(name),
        code: ProductCode::parse(code).expect("a code"),
        name: title.into(),
        plain_name: title.into(),
        group: GroupId(0),
        level: PurchasingLevel::Regional,
        segment: None,
        profiles: vec![ProfileId(0)],
        summary: "Hulp.".into(),
        first_talk: None,
        description: "Hulp.".into(),
        translations: Translations::default(),
    }
}

fn offer(provider: u32, product: u32, valid_from: Date) -> Offer {
    Offer {
        provider: ProviderId(provider),
        product: ProductId(product),
        municipalities: vec![MunicipalityId(0)],
        profiles: Vec::new(),
        intensities: Vec::new(),
        ages: AgeRange {
            from: None,
            to: Some(17),
        },
        locations: Vec::new(),
        valid_from,
        valid_to: None,
        admission: Admission::Open,
        note: None,
    }
}

fn waits() -> Vec<WaitingTime> {
    let wait = |provider, measure, figures| WaitingTime {
        provider: ProviderId(provider),
        product: ProductId(0),
        location: None,
        municipality: None,
        measure,
        figures,
    };
    let weeks = |tenths, text: Option<&str>| WaitReading::Length {
        length: WaitLength {
            tenths,
            unit: WaitUnit::Weeks,
        },
        text: text.map(Into::into),
    };
    let intake = WaitMeasure {
        kind: WaitKind::Intake,
        basis: WaitBasis::Expected,
        statistic: WaitStatistic::Unspecified,
    };
    vec![
        wait(
            1,
            Some(intake),
            vec![
                figure(weeks(60, Some("4-6 weken")), date(2026, 11, 1)),
                figure(weeks(0, None), date(2026, 8, 1)),
            ],
        ),
        wait(2, None, vec![figure(WaitReading::Stop, date(2026, 11, 1))]),
    ]
}

fn figure(reading: WaitReading, reference_date: Date) -> WaitFigure {
    WaitFigure {
        reading,
        reference_date,
        fetched_on: None,
        source: "opgave van de aanbieder".into(),
    }
}

fn postcodes() -> Vec<PostcodeArea> {
    [
        ("7311", "0200"),
        ("7312", "0200"),
        ("7325", "0200"),
        ("8161", "0232"),
        ("8162", "0232"),
        ("9711", "0014"),
    ]
    .into_iter()
    .map(|(pc4, code)| PostcodeArea {
        pc4: Pc4::parse(pc4).expect("a postcode"),
        municipality: CbsCode::parse(code).expect("a code"),
        place: "Plaats".into(),
        coordinates: None,
    })
    .collect()
}
