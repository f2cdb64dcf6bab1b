//! Somebody who knows the rules by which cells are hidden, and asks for which counts they would have hidden just these.
//! What they try is in [`super::worlds`].

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert_eq, prop_assume, proptest};

use super::super::suppression::Hidden;
use super::worlds::{
    Cell, DROPOUT, Kind, ONE_MEASURE, Region, all_cells, can_be_tried, given_away, publish, shown,
};

fn region(cells: &[&[(u32, u32)]]) -> Region {
    cells
        .iter()
        .map(|cells| cells.iter().map(|(n, s)| Cell::of(*n, *s)).collect())
        .collect()
}

fn regions(kind: Kind) -> impl Strategy<Value = Region> {
    let numbers = (0..=kind.most_respondents, any::<u32>(), any::<u32>(), 0..12);
    let cell = numbers.prop_map(move |(respondents, one, other, has)| {
        let first = one % (respondents + 1);
        let second = other % (respondents - first + 1);
        let is_split = kind.family.is_split();
        Cell {
            respondents,
            // Few cells lack a measure that others have.
            successes: [
                (!is_split || has != 0).then_some(first),
                (is_split && has != 1).then_some(second),
            ],
        }
    });
    vec(vec(cell, 1..=3), 2..=4)
}

/// As many cases as are asked for, or a part of them, however many random regions hide too much to be tried.
fn patient(part: u32) -> ProptestConfig {
    let config = ProptestConfig::default();
    let cases = (config.cases / part).max(1);
    ProptestConfig {
        cases,
        max_global_rejects: cases.saturating_mul(16).max(1024),
        ..config
    }
}

proptest! {
    #![proptest_config(patient(1))]
    #[test]
    fn no_hidden_cell_follows_from_the_choice_of_what_is_hidden(region in regions(ONE_MEASURE), minimum in 3_u32..9) {
        let kind = Kind { minimum, ..ONE_MEASURE };
        prop_assume!(can_be_tried(&region, kind));
        prop_assert_eq!(given_away(&region, kind), [""; 0]);
    }
}

proptest! {
    // Millions of counts in some of them.
    #![proptest_config(patient(16))]
    #[test]
    fn no_hidden_cell_follows_from_the_choice_in_larger_regions(region in regions(ONE_MEASURE)) {
        let kind = Kind { most_free: 3, ..ONE_MEASURE };
        prop_assume!(can_be_tried(&region, kind));
        prop_assert_eq!(given_away(&region, kind), [""; 0]);
    }
}

proptest! {
    #![proptest_config(patient(4))]
    #[test]
    fn no_hidden_cell_follows_from_the_choice_for_both_kinds_of_dropout(region in regions(DROPOUT), minimum in 3_u32..6) {
        let kind = Kind { minimum, ..DROPOUT };
        prop_assume!(can_be_tried(&region, kind));
        prop_assert_eq!(given_away(&region, kind), [""; 0]);
    }
}

/// A profile that would have been shown, had it not been to protect another, holds five or six people, one of whom succeeded:
/// of ten in all, just one of whom did, four are left for the other, and none of them did.
#[test]
fn that_a_profile_was_hidden_to_protect_another_tells_nothing() {
    for (one, other) in [((3, 1), (4, 0)), ((3, 1), (3, 0)), ((2, 2), (4, 4))] {
        let region = region(&[&[(3, 0), one], &[other]]);
        assert_eq!(given_away(&region, ONE_MEASURE), [""; 0], "{region:?}");
    }
}

/// In a cell that protects another somebody stayed. Where nobody else did, all of the other dropped out.
#[test]
fn that_somebody_stayed_in_a_cell_that_protects_another_tells_nothing() {
    let region = vec![
        vec![dropout(3, Some(1), Some(2))],
        vec![dropout(6, Some(2), Some(3))],
    ];
    assert_eq!(given_away(&region, DROPOUT), [""; 0]);
}

/// Two cells are hidden to protect others, without avail. To show them again would tell that they were weighed and found wanting.
#[test]
fn that_hiding_more_did_not_help_tells_nothing() {
    let region = vec![
        vec![dropout(6, Some(1), None), dropout(1, Some(0), None)],
        vec![dropout(1, Some(0), Some(0)), dropout(6, Some(1), Some(2))],
    ];
    assert_eq!(given_away(&region, DROPOUT), [""; 0]);
}

fn dropout(respondents: u32, ended_early: Option<u32>, no_show: Option<u32>) -> Cell {
    Cell {
        respondents,
        successes: [ended_early, no_show],
    }
}

#[test]
fn a_cell_that_protects_another_is_not_chosen_by_its_size() {
    let sizes = region(&[&[(6, 3)], &[(6, 4)], &[(4, 2)], &[(12, 6)]]);
    assert_eq!(given_away(&sizes, ONE_MEASURE), [""; 0]);
    let others = region(&[&[(6, 3)], &[(12, 4)], &[(4, 2)], &[(7, 6)]]);
    let of = |region: &Region| publish(region, ONE_MEASURE).hidden;
    let (one, other) = (of(&sizes), of(&others));
    assert_eq!(one, other, "what is hidden does not tell which is larger");
}

#[test]
fn the_attacker_finds_what_has_one_explanation() {
    let truth = region(&[&[(3, 1)], &[(8, 4)]]);
    // As if all together were shown beside everything but the one small cell.
    let naive = Hidden {
        leaves: vec![vec![true], vec![false]],
        profiles: vec![true, false],
        all: false,
    };
    let published = shown(&truth, naive.clone());
    let mut explanations = all_cells(truth[0][0], ONE_MEASURE);
    explanations.retain(|cell| {
        let world = vec![vec![*cell], truth[1].clone()];
        shown(&world, naive.clone()) == published
    });
    assert_eq!(explanations, truth[0]);
}
