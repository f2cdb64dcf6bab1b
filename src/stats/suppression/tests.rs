//! What is hidden of small trees, worked out by hand.

use super::{Counts, Family, Hidden, Leaf, suppress};

fn leaf(counts: &[(u32, u32)]) -> Leaf {
    let mut leaf = Leaf::default();
    for (slot, (respondents, successes)) in counts.iter().enumerate() {
        leaf.counts[slot] = Some(Counts {
            respondents: *respondents,
            successes: *successes,
        });
    }
    leaf
}

fn hide(profiles: &[&[(u32, u32)]]) -> Hidden {
    let profiles: Vec<Vec<Leaf>> = profiles
        .iter()
        .map(|leaves| leaves.iter().map(|counts| leaf(&[*counts])).collect())
        .collect();
    suppress(&profiles, Family::ExperienceYouth, 10)
}

#[test]
fn large_cells_hide_nothing() {
    let hidden = hide(&[&[(10, 5), (20, 20)], &[(30, 0)]]);
    assert_eq!(hidden.leaves, [vec![false, false], vec![false]]);
    assert_eq!(hidden.profiles, [false, false]);
    assert!(!hidden.all);
}

#[test]
fn a_single_small_cell_takes_another_cell_of_its_profile_with_it() {
    let hidden = hide(&[&[(5, 3), (20, 10)], &[(40, 20)], &[(15, 9)]]);
    assert_eq!(hidden.leaves, [vec![true, true], vec![false], vec![false]]);
    assert_eq!(hidden.profiles, [false, false, false]);
    assert!(!hidden.all);
}

#[test]
fn a_profile_of_one_small_cell_takes_the_first_other_profile_of_one_cell_with_it() {
    // Not the smallest: which one it is would tell.
    let hidden = hide(&[&[(5, 3)], &[(40, 20)], &[(15, 9)]]);
    assert_eq!(hidden.leaves, [[true], [true], [false]]);
    assert_eq!(hidden.profiles, [true, true, false]);
    assert!(!hidden.all);
}

#[test]
fn two_small_cells_may_stand_behind_the_number_of_their_profile() {
    let hidden = hide(&[&[(7, 3), (8, 6)], &[(40, 20)]]);
    assert_eq!(hidden.leaves, [vec![true, true], vec![false]]);
    assert_eq!(hidden.profiles, [false, false]);
    assert!(!hidden.all);
}

#[test]
fn a_profile_in_which_everyone_succeeded_is_hidden_with_its_small_cells() {
    let hidden = hide(&[&[(7, 7), (8, 8)]]);
    assert_eq!(hidden.profiles, [true]);
    assert!(hidden.all);
}

#[test]
fn two_cells_about_as_large_as_small_cells_can_be_are_given_away_by_their_sum() {
    assert_eq!(hide(&[&[(9, 3), (9, 6)]]).profiles, [true]);
    assert_eq!(hide(&[&[(9, 3), (8, 6)]]).profiles, [true]);
    assert_eq!(hide(&[&[(8, 3), (8, 6)]]).profiles, [false]);
}

#[test]
fn an_empty_cell_protects_nobody() {
    let hidden = hide(&[&[(0, 0), (9, 6), (30, 10)]]);
    assert_eq!(hidden.leaves, [[true, true, true]]);
    let hidden = hide(&[&[(0, 0), (30, 10)]]);
    assert_eq!((hidden.profiles, hidden.all), (vec![true], true));
}

#[test]
fn a_total_that_cannot_be_protected_is_hidden_and_the_cells_stay() {
    for small in [(5, 0), (5, 3), (5, 5)] {
        let hidden = hide(&[&[small], &[(40, 40)], &[(40, 0)]]);
        assert!(
            hidden.all,
            "it does not depend on the successes of the small cell"
        );
        assert_eq!(hidden.leaves, [[true], [false], [false]]);
        assert_eq!(hidden.profiles, [true, false, false]);
    }
}

#[test]
fn a_cell_that_is_small_in_one_measure_is_hidden_in_all_of_the_family() {
    let profiles = [vec![leaf(&[(5, 3), (12, 6)]), leaf(&[(50, 30), (50, 20)])]];
    assert!(suppress(&profiles, Family::Goals, 10).leaves[0][0]);
}

#[test]
fn measures_that_share_hidden_cells_must_share_all_of_them() {
    let same = [vec![
        leaf(&[(7, 3), (7, 2)]),
        leaf(&[(8, 4), (8, 5)]),
        leaf(&[(6, 4), (6, 5)]),
    ]];
    assert_eq!(suppress(&same, Family::Goals, 10).profiles, [false]);
    let differing = [vec![
        leaf(&[(7, 3), (7, 2)]),
        leaf(&[(8, 4), (8, 5)]),
        leaf(&[(6, 4)]),
    ]];
    assert_eq!(suppress(&differing, Family::Goals, 10).profiles, [true]);
}

#[test]
fn a_minimum_of_nothing_still_shows_no_share_of_nobody() {
    assert_eq!(
        suppress(&[vec![leaf(&[(0, 0)])]], Family::Goals, 0).leaves,
        [[true]]
    );
}

#[test]
fn two_kinds_of_dropout_that_come_to_everybody_are_hidden() {
    let cells = [vec![leaf(&[(6, 2), (6, 4)]), leaf(&[(8, 4), (8, 4)])]];
    assert_eq!(suppress(&cells, Family::Dropout, 10).profiles, [true]);
    assert_eq!(suppress(&cells, Family::Goals, 10).profiles, [false]);
    let some_stayed = [vec![leaf(&[(6, 2), (6, 4)]), leaf(&[(8, 4), (8, 3)])]];
    assert_eq!(
        suppress(&some_stayed, Family::Dropout, 10).profiles,
        [false]
    );
}

#[test]
fn a_cell_in_which_nobody_or_everybody_succeeded_protects_no_other() {
    let hidden = hide(&[&[(5, 3)], &[(40, 40)], &[(15, 9)]]);
    assert_eq!(hidden.leaves, [[true], [false], [true]]);
    assert!(!hidden.all);
}
