use jiff::civil::{Date, date};

use crate::diagnostics::SourceMap;
use crate::model::{
    Admission, AgeRange, Dataset, Freshness, FreshnessLimits, Measure, Norm, Offer, Period,
    PhoneNumber, ProductId, ProviderId, Slug, Translations, WaitBasis, WaitFigure, WaitKind,
    WaitLength, WaitMeasure, WaitReading, WaitStatistic, WaitUnit, WaitingTime,
};
use crate::render::fixture;
use crate::render::messages::Messages;
use crate::stats::{Interval, Score, ScoreCell, Share, Verdict};

use super::score::ScoreView;
use super::wait::{WaitState, WaitView};
use super::words::Words;

pub(super) fn dutch() -> Messages {
    let mut sources = SourceMap::default();
    let text = include_str!("../../../themes/default/i18n/nl.ftl");
    let file = sources.add("nl.ftl", text);
    let mut diagnostics = Vec::new();
    Messages::read("nl", file, &sources, &mut diagnostics).expect("the messages can be read")
}

/// The small region with the limits and the norm these tests are about.
fn region() -> Dataset {
    let mut region = fixture::region();
    region.site.waiting_time_freshness = FreshnessLimits {
        old_after: 45,
        hidden_after: Some(180),
    };
    region.site.norms = vec![Norm {
        slug: Slug::parse("screening").expect("a slug"),
        text: "Een gesprek binnen 1 week.".into(),
        translations: Translations::default(),
        kind: Some(WaitKind::Intake),
        weeks: Some(1),
        source: "Advies 10".into(),
        source_url: None,
    }];
    region.providers[0].phone = PhoneNumber::parse("055 000 12 34");
    region
}

fn intake(reading: WaitReading, reference_date: Date) -> WaitingTime {
    WaitingTime {
        provider: ProviderId(0),
        product: ProductId(0),
        location: None,
        municipality: None,
        measure: Some(WaitMeasure {
            kind: WaitKind::Intake,
            basis: WaitBasis::Expected,
            statistic: WaitStatistic::Mean,
        }),
        figures: vec![WaitFigure {
            reading,
            reference_date,
            fetched_on: None,
            source: "opgave van de aanbieder".into(),
        }],
    }
}

fn length(tenths: u32, unit: WaitUnit) -> WaitReading {
    WaitReading::Length {
        length: WaitLength { tenths, unit },
        text: None,
    }
}

fn view<'a>(messages: &'a Messages, region: &'a Dataset, wait: &'a WaitingTime) -> WaitView<'a> {
    WaitView::new(Words::new(messages), region, wait)
}

const RECENT: Date = date(2026, 11, 1);

#[test]
fn a_wait_says_its_value_unit_kind_source_and_date() {
    let (messages, region) = (dutch(), region());
    let wait = intake(length(15, WaitUnit::Months), RECENT);
    let view = view(&messages, &region, &wait);
    assert_eq!(
        view.sentence,
        "Gemiddeld 1,5 maanden tot het eerste gesprek."
    );
    assert_eq!(
        view.origin.to_string(),
        "Opgave van de aanbieder op 1 november 2026. Dit verwacht de aanbieder."
    );
}

#[test]
fn one_week_is_singular_and_within_a_norm_of_one_week() {
    let (messages, region) = (dutch(), region());
    let wait = intake(length(10, WaitUnit::Weeks), RECENT);
    let view = view(&messages, &region, &wait);
    assert_eq!(view.sentence, "Gemiddeld 1 week tot het eerste gesprek.");
    assert_eq!(view.norm, None);
}

#[test]
fn eight_days_are_above_a_norm_of_one_week() {
    let (messages, region) = (dutch(), region());
    let wait = intake(length(80, WaitUnit::Days), RECENT);
    let view = view(&messages, &region, &wait);
    assert_eq!(view.norm.as_deref(), Some("Langer dan de norm van 1 week."));
}

#[test]
fn zero_weeks_is_a_value_and_unknown_is_not() {
    let (messages, region) = (dutch(), region());
    let zero = intake(length(0, WaitUnit::Weeks), RECENT);
    let unknown = intake(WaitReading::Unknown, RECENT);
    assert_eq!(
        view(&messages, &region, &zero).sentence,
        "0 weken tot het eerste gesprek: volgens de opgave hoeft u niet te wachten."
    );
    let unknown = view(&messages, &region, &unknown);
    assert_eq!(
        unknown.sentence,
        "Tot het eerste gesprek: niet bekend. Vraag het aan de aanbieder."
    );
    assert_eq!(
        unknown.ask.map(|phone| phone.dial).as_deref(),
        Some("0550001234")
    );
}

#[test]
fn words_are_said_not_to_be_comparable_where_there_is_a_norm() {
    let (messages, region) = (dutch(), region());
    let words = intake(WaitReading::Text("> 6 mnd".into()), RECENT);
    assert_eq!(
        view(&messages, &region, &words).not_comparable,
        Some("In woorden gegeven: niet te vergelijken met de norm.")
    );
    let number = intake(length(60, WaitUnit::Weeks), RECENT);
    assert_eq!(view(&messages, &region, &number).not_comparable, None);
    let mut start = words;
    start.measure = start.measure.map(|measure| WaitMeasure {
        kind: WaitKind::Treatment,
        ..measure
    });
    assert_eq!(view(&messages, &region, &start).not_comparable, None);
}

#[test]
fn zero_with_words_is_said_as_a_number_too() {
    let (messages, region) = (dutch(), region());
    let zero = intake(
        WaitReading::Length {
            length: WaitLength {
                tenths: 0,
                unit: WaitUnit::Weeks,
            },
            text: Some("geen wachttijd".into()),
        },
        RECENT,
    );
    let zero = view(&messages, &region, &zero);
    assert!(zero.sentence.starts_with("0 weken "), "{}", zero.sentence);
    assert_eq!(zero.short, "0 weken");
}

#[test]
fn an_old_figure_is_marked_and_a_too_old_one_keeps_its_value_to_itself() {
    let (messages, region) = (dutch(), region());
    let old = intake(length(60, WaitUnit::Weeks), date(2026, 9, 1));
    assert_eq!(
        view(&messages, &region, &old).old,
        Some("Verouderd. Bel om zeker te zijn.")
    );
    let hidden = intake(length(60, WaitUnit::Weeks), date(2026, 3, 1));
    let hidden = view(&messages, &region, &hidden);
    assert_eq!(hidden.state, WaitState::TooOld);
    let words = format!("{} {} {}", hidden.sentence, hidden.short, hidden.origin);
    assert!(words.contains("1 maart 2026"), "{words}");
    assert!(!words.contains("6 weken"), "{words}");
}

#[test]
fn a_range_stays_a_range() {
    let (messages, region) = (dutch(), region());
    let reading = WaitReading::Length {
        length: WaitLength {
            tenths: 60,
            unit: WaitUnit::Weeks,
        },
        text: Some("4-6 weken".into()),
    };
    let wait = intake(reading, RECENT);
    assert_eq!(
        view(&messages, &region, &wait).sentence,
        "4-6 weken tot het eerste gesprek."
    );
}

fn offer(admission: Admission) -> Offer {
    Offer {
        provider: ProviderId(0),
        product: ProductId(0),
        municipalities: Vec::new(),
        profiles: Vec::new(),
        intensities: Vec::new(),
        ages: AgeRange {
            from: None,
            to: None,
        },
        locations: Vec::new(),
        valid_from: date(2026, 1, 1),
        valid_to: None,
        admission,
        note: None,
    }
}

#[test]
fn a_stop_wins_unless_it_is_too_old_to_show() {
    let region = region();
    let stop = intake(WaitReading::Stop, RECENT);
    let too_old = intake(WaitReading::Stop, date(2026, 1, 1));
    let open = offer(Admission::Open);
    assert_eq!(region.admission(&open, &[&stop]), Admission::Stop);
    assert_eq!(region.admission(&open, &[&too_old]), Admission::Open);
}

#[test]
fn an_old_figure_does_not_open_what_the_contract_leaves_unknown() {
    let region = region();
    let reading = || WaitReading::Text("in overleg".into());
    let recent = intake(reading(), RECENT);
    let old = intake(reading(), date(2026, 8, 1));
    let unknown = offer(Admission::Unknown);
    assert_eq!(region.admission(&unknown, &[&recent]), Admission::Open);
    assert_eq!(region.admission(&unknown, &[&old]), Admission::Unknown);
}

fn score(respondents: u32, share: f64, interval: (f64, f64)) -> Score {
    Score {
        respondents,
        successes: 0,
        share: Share(share),
        interval: Interval {
            low: Share(interval.0),
            high: Share(interval.1),
        },
        period: Period {
            from: date(2025, 1, 1),
            to: date(2026, 6, 30),
        },
        freshness: Freshness::Current,
        verdict: Verdict::Better,
        is_kept: false,
    }
}

#[test]
fn a_score_is_a_word_a_figure_a_range_and_how_many_answered() {
    let messages = dutch();
    let cell = ScoreCell::Shown(score(84, 0.71, (0.61, 0.79)));
    let view = ScoreView::new(
        Words::new(&messages),
        cell,
        Measure::ExperienceParents,
        Some(Share(0.6)),
    );
    let shown = view.shown.expect("the score is shown");
    assert_eq!(shown.verdict.text, "boven gemiddeld");
    assert_eq!(
        format!("{} {} {}", shown.figure, shown.range, shown.answers),
        "7 van de 10 ouders noemen de hulp voldoende of goed. Waarschijnlijk tussen 6 en 8 van de 10. \
         84 ouders gaven antwoord, van 1 januari 2025 tot en met 30 juni 2026."
    );
}

#[test]
fn few_dropouts_are_not_said_to_be_none() {
    let messages = dutch();
    let cell = ScoreCell::Shown(score(200, 0.03, (0.01, 0.06)));
    let view = ScoreView::new(
        Words::new(&messages),
        cell,
        Measure::DropoutEndedEarly,
        None,
    );
    let shown = view.shown.expect("the score is shown");
    assert_eq!(shown.verdict.text, "minder uitval dan gemiddeld");
    assert_eq!(
        shown.figure,
        "Bij minder dan 1 van de 10 gezinnen stopte de hulp te vroeg."
    );
}

#[test]
fn each_absence_has_its_own_words() {
    let messages = dutch();
    let period = score(1, 0.0, (0.0, 1.0)).period;
    let cells = [
        ScoreCell::TooFew,
        ScoreCell::NotMeasured,
        ScoreCell::NotSupplied(None),
        ScoreCell::NotSupplied(Some(period)),
        ScoreCell::Withdrawn,
    ];
    let words: std::collections::BTreeSet<String> = cells
        .into_iter()
        .map(|cell| {
            ScoreView::new(Words::new(&messages), cell, Measure::GoalEducation, None)
                .absence
                .expect("there is no score")
        })
        .collect();
    assert_eq!(words.len(), 5, "{words:?}");
}
