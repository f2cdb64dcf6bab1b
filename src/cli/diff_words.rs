//! What changed between two publications, in plain sentences for a terminal, in English or Dutch.

use std::fmt::Write as _;

use crate::changes::{
    AdmissionMove, Entry, Hidden, Named, Said, ScoreMove, ScoreTurn, Shown, Trend, WaitMove, What,
};
use crate::diagnostics::Language;
use crate::model::{Admission, Measure, WaitBasis, WaitKind, WaitReading, WaitUnit};
use crate::pipeline::{Difference, DifferenceKind};
use crate::stats::Verdict;

/// A word in English and in Dutch.
type Word = (&'static str, &'static str);

fn one_of(language: Language, (english, dutch): Word) -> &'static str {
    match language {
        Language::English => english,
        Language::Dutch => dutch,
    }
}

/// A sentence of its own for when there is nothing to tell.
pub(super) fn nothing_changed(language: Language) -> &'static str {
    one_of(language, ("nothing changed\n", "er is niets veranderd\n"))
}

/// What changed in one municipality: its name and the two days, and a line for each thing.
pub(super) fn in_words(difference: &Difference, lang: Language) -> String {
    let name = &difference.name;
    match &difference.kind {
        DifferenceKind::New(day) => {
            let new = one_of(lang, ("new municipality", "nieuwe gemeente"));
            format!("{name}: {new}, {day}\n")
        }
        DifferenceKind::Gone(day) => {
            let gone = one_of(lang, ("municipality gone", "gemeente weg"));
            format!("{name}: {gone}, {day}\n")
        }
        DifferenceKind::Changed { from, to, changes } => {
            let mut text = format!("{name}: {from} -> {to}\n");
            for entry in changes {
                for line in lines(entry, lang) {
                    let _ = writeln!(text, "  {}{line}", whose(entry));
                }
            }
            text
        }
    }
}

fn whose(entry: &Entry) -> String {
    match &entry.product {
        Some(product) => format!("{}, {}: ", entry.provider.name, product.name),
        None => format!("{}: ", entry.provider.name),
    }
}

/// What an entry says, a line for each thing.
fn lines(entry: &Entry, lang: Language) -> Vec<String> {
    match &entry.what {
        What::ProviderNew { products } => {
            let new = one_of(lang, ("new provider, for", "nieuwe aanbieder, voor"));
            vec![format!("{new} {}", names(products))]
        }
        What::ProviderGone { products } => {
            let gone = one_of(
                lang,
                ("provider gone, was there for", "aanbieder weg, was er voor"),
            );
            vec![format!("{gone} {}", names(products))]
        }
        What::ContractStarted { since } => {
            let began = one_of(lang, ("contract since", "contract sinds"));
            vec![format!("{began} {since}")]
        }
        What::ContractEnded { last: Some(last) } => {
            let ended = one_of(lang, ("contract ended on", "contract liep tot en met"));
            vec![format!("{ended} {last}")]
        }
        What::ContractEnded { last: None } => {
            vec![one_of(lang, ("contract gone", "contract weg")).to_owned()]
        }
        What::Waiting { admission, waits } => {
            let stop = admission.map(|moved| stop(moved, lang).to_owned());
            let waits = waits.iter().map(|wait| wait_line(wait, lang));
            stop.into_iter().chain(waits).collect()
        }
        What::Scores(moves) => moves.iter().map(|moved| score_line(moved, lang)).collect(),
    }
}

fn names(products: &[Named]) -> String {
    let names: Vec<&str> = products.iter().map(|product| &*product.name).collect();
    names.join(", ")
}

fn stop(moved: AdmissionMove, lang: Language) -> &'static str {
    one_of(
        lang,
        match moved.after {
            Admission::Stop => ("takes nobody now", "neemt nu niemand aan"),
            Admission::Open => ("takes people again", "neemt weer mensen aan"),
            Admission::Unknown => (
                "was closed, not known whether it still is",
                "was gesloten, onbekend of dat nog zo is",
            ),
        },
    )
}

fn wait_line(wait: &WaitMove, lang: Language) -> String {
    let mut line = match wait.subject.counted {
        None => one_of(lang, ("wait", "wachttijd")).to_owned(),
        Some(counted) => {
            let kind = one_of(
                lang,
                match counted.0.kind {
                    WaitKind::Intake => {
                        ("wait until the first talk", "wachttijd tot eerste gesprek")
                    }
                    WaitKind::Treatment => (
                        "wait from first talk to start",
                        "wachttijd van eerste gesprek tot start",
                    ),
                    WaitKind::Total => (
                        "wait from sign-up to start",
                        "wachttijd van aanmelden tot start",
                    ),
                },
            );
            let basis = one_of(
                lang,
                match counted.0.basis {
                    WaitBasis::Expected => ("expected", "verwacht"),
                    WaitBasis::Experienced => ("experienced", "ervaren"),
                },
            );
            format!("{kind} ({basis})")
        }
    };
    if let Some(place) = &wait.place {
        let at = one_of(lang, ("at", "op locatie"));
        let _ = write!(line, " {at} {place}");
    }
    let said = |said: &Option<Said>| match said {
        Some(said) => reading(&said.0, lang),
        None => one_of(lang, ("nothing", "niets")).to_owned(),
    };
    let _ = write!(line, ": {} -> {}", said(&wait.before), said(&wait.after));
    let trend = match (&wait.before, &wait.after) {
        (Some(before), Some(after)) => Trend::between(&before.0, &after.0),
        (Some(_), None) | (None, Some(_) | None) => Trend::Unclear,
    };
    match trend {
        Trend::Longer => line.push_str(one_of(lang, (" (longer)", " (langer)"))),
        Trend::Shorter => line.push_str(one_of(lang, (" (shorter)", " (korter)"))),
        Trend::Same | Trend::Stopped | Trend::Reopened | Trend::Unclear => {}
    }
    if let Some(day) = wait.reference_date {
        let on = one_of(lang, ("on", "op"));
        let _ = write!(line, ", {on} {day}");
    }
    line
}

fn reading(reading: &WaitReading, lang: Language) -> String {
    match reading {
        WaitReading::Length {
            text: Some(said), ..
        }
        | WaitReading::Text(said) => format!("\"{said}\""),
        WaitReading::Length { length, text: None } => {
            let unit = one_of(
                lang,
                match length.unit {
                    WaitUnit::Days => ("days", "dagen"),
                    WaitUnit::Weeks => ("weeks", "weken"),
                    WaitUnit::Months => ("months", "maanden"),
                },
            );
            match (length.tenths / 10, length.tenths % 10) {
                (whole, 0) => format!("{whole} {unit}"),
                (whole, tenth) => {
                    format!("{whole}{}{tenth} {unit}", one_of(lang, (".", ",")))
                }
            }
        }
        WaitReading::Stop => one_of(lang, ("takes nobody", "neemt niemand aan")).to_owned(),
        WaitReading::Unknown => one_of(lang, ("not known", "niet bekend")).to_owned(),
    }
}

fn score_line(moved: &ScoreMove, lang: Language) -> String {
    let name = one_of(lang, measure(moved.measure.0));
    let turn = match &moved.turn {
        ScoreTurn::New(now) => {
            let new = one_of(lang, ("score shown, over", "score te zien, over"));
            format!("{new} {}, {}", period(now), verdict(now, lang))
        }
        ScoreTurn::Period { before, after } => {
            let new = one_of(lang, ("new period,", "nieuwe periode,"));
            format!(
                "{new} {} -> {}, {}",
                period(before),
                period(after),
                verdicts(before, after, lang)
            )
        }
        ScoreTurn::Verdict { before, after } => verdicts(before, after, lang),
        ScoreTurn::Gone(reason) => {
            let gone = one_of(
                lang,
                ("score not shown any more:", "score niet meer te zien:"),
            );
            format!("{gone} {}", hidden(*reason, lang))
        }
    };
    format!("{name}: {turn}")
}

fn period(shown: &Shown) -> String {
    format!("{}/{}", shown.from, shown.to)
}

fn verdicts(before: &Shown, after: &Shown, lang: Language) -> String {
    if before.verdict == after.verdict {
        verdict(after, lang).to_owned()
    } else {
        format!("{} -> {}", verdict(before, lang), verdict(after, lang))
    }
}

fn verdict(shown: &Shown, lang: Language) -> &'static str {
    one_of(
        lang,
        match shown.verdict {
            Verdict::Better => ("better than average", "beter dan gemiddeld"),
            Verdict::AboutTheSame => ("about average", "rond gemiddeld"),
            Verdict::Lower => ("less good than average", "minder goed dan gemiddeld"),
            Verdict::TooLittleToSay => ("too little to say", "nog niet te zeggen"),
        },
    )
}

fn hidden(reason: Hidden, lang: Language) -> &'static str {
    one_of(
        lang,
        match reason {
            Hidden::TooFew => ("too few answers", "te weinig antwoorden"),
            Hidden::NotMeasured => ("not measured", "niet gemeten"),
            Hidden::NotSupplied => ("not supplied", "niet aangeleverd"),
            Hidden::TooOld => ("too old", "te oud"),
            Hidden::Withdrawn => ("withdrawn", "ingetrokken"),
        },
    )
}

fn measure(measure: Measure) -> Word {
    match measure {
        Measure::ExperienceYouth => ("experience of young people", "ervaring van jongeren"),
        Measure::ExperienceParents => ("experience of parents", "ervaring van ouders"),
        Measure::DropoutEndedEarly => ("ended too early", "te vroeg gestopt"),
        Measure::DropoutNoShow => ("stopped coming", "niet meer gekomen"),
        Measure::GoalEducation => ("goal: education", "doel: naar school"),
        Measure::GoalFamilyBalance => ("goal: balance in the family", "doel: rust in het gezin"),
        Measure::GoalFewerProblems => ("goal: fewer problems", "doel: minder problemen"),
        Measure::GoalParticipation => ("goal: taking part", "doel: meedoen"),
    }
}
