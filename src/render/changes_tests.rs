use jiff::civil::{Date, date};

use super::fixture;
use crate::changes::{Entry, Journal, State, What, coming, lately};
use crate::model::{Dataset, WaitKind};
use crate::plan::NameOrder;

/// The journal of Apeldoorn as it is published for the first time.
pub(super) fn first_journal(dataset: &Dataset) -> Journal {
    next(None, dataset)
}

fn next(previous: Option<Journal>, dataset: &Dataset) -> Journal {
    let plan = fixture::plan(dataset);
    let municipality = dataset.municipality(plan.municipality);
    let state = State::of(dataset, &plan, &fixture::scores());
    Journal::next(previous, municipality, (dataset.date(), state), || {
        lately(dataset, &plan)
    })
}

fn lately_in(dataset: &Dataset) -> Vec<Entry> {
    lately(dataset, &fixture::plan(dataset))
}

fn anchors(entries: &[Entry]) -> Vec<String> {
    entries.iter().map(Entry::anchor).collect()
}

fn coming_in(dataset: &Dataset) -> Vec<String> {
    let order = NameOrder::new(dataset);
    let coming = coming(dataset, &order, &fixture::plan(dataset));
    coming.iter().map(|it| it.anchor(dataset)).collect()
}

#[test]
fn the_newest_change_comes_first() {
    let dataset = fixture::region();
    assert_eq!(
        anchors(&lately_in(&dataset)),
        [
            "wacht-lindeboom--begeleiding-thuis-2026-11-01",
            "gestart-wilg--begeleiding-thuis-2026-10-01",
        ]
    );
    assert_eq!(
        coming_in(&dataset),
        ["start-lindeboom--jeugdzorg-plus-2026-12-01"]
    );
}

#[test]
fn a_contract_that_is_followed_by_another_neither_ended_nor_started() {
    let mut dataset = fixture::region();
    let mut before = dataset.offers[1].clone();
    before.valid_from = date(2024, 1, 1);
    before.valid_to = dataset.offers[1].valid_from.yesterday().ok();
    dataset.offers.push(before);
    fixture::relink(&mut dataset);
    let of_wilg = |anchor: &String| anchor.contains("wilg");
    assert!(!anchors(&lately_in(&dataset)).iter().any(of_wilg));
}

#[test]
fn a_contract_that_ends_today_still_holds() {
    let mut dataset = fixture::region();
    dataset.offers[1].valid_to = Some(dataset.date());
    assert_eq!(
        coming_in(&dataset)[0],
        format!("stopt-wilg--begeleiding-thuis-{}", dataset.date())
    );
    assert!(
        lately_in(&dataset)
            .iter()
            .all(|entry| !matches!(entry.what, What::ContractEnded { .. }))
    );
}

#[test]
fn what_happened_long_ago_is_not_told() {
    let mut dataset = fixture::region();
    dataset.date = date(2027, 6, 1);
    assert_eq!(lately_in(&dataset), []);
    assert_eq!(coming_in(&dataset), [""; 0]);
}

#[test]
fn the_waits_of_one_provider_and_product_are_one_change_of_the_latest_day() {
    let mut dataset = fixture::region();
    let mut treatment = dataset.waiting_times[0].clone();
    if let Some(measure) = &mut treatment.measure {
        measure.kind = WaitKind::Treatment;
    }
    treatment.figures[0].reference_date = date(2026, 10, 1);
    dataset.waiting_times.insert(0, treatment);
    fixture::relink(&mut dataset);
    let of_waits: Vec<(Date, usize)> = lately_in(&dataset)
        .iter()
        .filter_map(|entry| match &entry.what {
            What::Waiting { waits, .. } => Some((entry.day, waits.len())),
            What::ProviderNew { .. }
            | What::ProviderGone { .. }
            | What::ContractStarted { .. }
            | What::ContractEnded { .. }
            | What::Scores(_) => None,
        })
        .collect();
    assert_eq!(of_waits, [(date(2026, 11, 1), 2)]);
}

#[test]
fn two_contracts_for_the_same_help_that_begin_together_are_one_change() {
    let mut dataset = fixture::region();
    dataset.offers.push(dataset.offers[1].clone());
    dataset.offers.push(dataset.offers[3].clone());
    fixture::relink(&mut dataset);
    let of_wilg = |anchor: &&String| anchor.contains("wilg");
    let told = anchors(&lately_in(&dataset));
    assert_eq!(told.iter().filter(of_wilg).count(), 1);
    assert_eq!(coming_in(&dataset).len(), 1);
}

#[test]
fn a_journal_reads_back_as_it_was_written() {
    let mut dataset = fixture::region();
    let first = first_journal(&dataset);
    dataset.date = date(2026, 11, 20);
    dataset.offers[1].valid_to = Some(date(2026, 11, 17));
    dataset.waiting_times[0].figures.remove(0);
    let second = next(Some(first), &dataset);
    assert_eq!(second.entries.len(), 4, "{:?}", anchors(&second.entries));
    let read = Journal::read(&second.to_bytes()).unwrap();
    assert_eq!(read, second);
    // Once more on the same day: the same, from what was read.
    assert_eq!(next(Some(read), &dataset), second);
}

#[test]
fn a_journal_of_another_municipality_or_form_is_refused() {
    let dataset = fixture::region();
    let journal = first_journal(&dataset);
    let (_, epe) = dataset.municipalities().nth(1).unwrap();
    let refusal = journal.clone().about(epe).unwrap_err().to_string();
    assert_eq!(refusal, "it is about the municipality with the code `0200`");
    let text = String::from_utf8(journal.to_bytes()).unwrap();
    let newer = text.replace("wijzigingen 1", "wijzigingen 2");
    let refusal = Journal::read(newer.as_bytes()).unwrap_err().to_string();
    assert!(refusal.contains("`keuzewijzer wijzigingen 2`"), "{refusal}");
    let escaping = text.replace("\"wilg\"", "\"../wilg\"");
    assert!(Journal::read(escaping.as_bytes()).is_err());
}
