//! What an editor is told of the newest figure of a wait: only what a visitor meets.

use crate::harness::Region;

const HEADER: &str =
    "provider,product,kind,basis,statistic,value,unit,text,status,reference_date,source\n";

/// What is said of a wait of `de-lindeboom` with these figures: codes and messages.
fn said_of(region: &Region, figures: &[&str]) -> Vec<String> {
    let mut table = HEADER.to_owned();
    for figure in figures {
        table.push_str("de-lindeboom,begeleiding-individueel,intake,expected,longest,");
        table.push_str(figure);
        table.push_str(",opgave van de aanbieder\n");
    }
    region.write("content/waiting-times.csv", &table);
    let run = region.check_with(&["--lang", "en", "--format", "json"]);
    let problems = run.problems().into_iter();
    problems
        .map(|problem| format!("{} {}", problem.code, problem.message))
        .collect()
}

/// The small region, with the contract of `de-lindeboom` until this day.
fn with_contract_until(last: &str) -> Region {
    let region = Region::small();
    region.change(
        "content/offers.csv",
        "2026-01-01,2027-12-31",
        &format!("2026-01-01,{last}"),
    );
    region
}

const OLD: &str = "4,weeks,,open,2026-08-01";

#[test]
fn an_old_figure_is_asked_for_again_where_visitors_see_it() {
    let said = said_of(&with_contract_until("2027-12-31"), &[OLD]);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("W0506 "), "{said:?}");
}

#[test]
fn nobody_is_asked_for_a_figure_of_a_contract_that_ended() {
    let said = said_of(&with_contract_until("2026-09-30"), &[OLD]);
    assert_eq!(said, [""; 0]);
}

#[test]
fn a_newest_figure_in_words_with_a_number_is_told() {
    let said = said_of(&Region::small(), &[",,> 6 mnd,open,2026-11-01"]);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("W0512 `> 6 mnd` "), "{said:?}");
}

#[test]
fn words_without_a_number_with_a_value_or_of_former_days_are_not_told() {
    for figures in [
        vec![",,in overleg,open,2026-11-01"],
        vec!["6,weeks,4-6 weken,open,2026-11-01"],
        vec![",,4-6 weken,open,2026-10-15", "6,weeks,,open,2026-11-01"],
    ] {
        assert_eq!(said_of(&Region::small(), &figures), [""; 0], "{figures:?}");
    }
}
