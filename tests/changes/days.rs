//! Publications of one day are one publication; days go on, and sometimes back.

use crate::harness::Region;
use crate::published::{
    FIRST, SECOND, THIRD, codes, entries, feed, journal, lengthen_wait, past, publish,
    stop_vaktherapie, unlike,
};

const WAIT: &str = "2026-11-18 de-lindeboom begeleiding-individueel wachttijd";
const STOP: &str = "2026-11-18 de-lindeboom vaktherapie wachttijd";
const FIRST_WAIT: &str = "2026-11-01 de-lindeboom begeleiding-individueel wachttijd";

#[test]
fn a_day_without_changes_keeps_what_was_told_and_adds_nothing() {
    let region = Region::small();
    publish(&region, FIRST);
    lengthen_wait(&region);
    publish(&region, SECOND);
    let (told, read) = (
        past(&region, "apeldoorn"),
        feed(&region, "apeldoorn/wijzigingen/feed.xml"),
    );
    publish(&region, THIRD);
    assert_eq!(entries(&region, "apeldoorn"), [WAIT, FIRST_WAIT]);
    assert_eq!(past(&region, "apeldoorn"), told);
    assert_eq!(feed(&region, "apeldoorn/wijzigingen/feed.xml"), read);
}

#[test]
fn a_second_build_of_a_day_says_that_nothing_changed_and_touches_nothing() {
    let region = Region::small();
    publish(&region, FIRST);
    lengthen_wait(&region);
    publish(&region, SECOND);
    let inodes = region.inodes();
    let second = publish(&region, SECOND);
    assert!(second.err.contains("nothing changed"), "{}", second.err);
    assert!(region.inodes() == inodes);
}

#[test]
fn a_build_that_renders_everything_again_on_the_same_day_gives_the_same_bytes() {
    let region = Region::small();
    publish(&region, FIRST);
    lengthen_wait(&region);
    publish(&region, SECOND);
    let before = region.tree();
    // Another text with the same meaning.
    region.append("content/offers.csv", "\n\n");
    let second = publish(&region, SECOND);
    assert!(
        second.err.contains(": 0 files new, 0 changed, "),
        "{}",
        second.err
    );
    assert_eq!(unlike(&before, &region.tree()), [""; 0]);
}

#[test]
fn a_mistake_that_is_corrected_on_the_day_itself_was_never_a_change() {
    let corrected = Region::small();
    publish(&corrected, FIRST);
    let offers = corrected.read("content/offers.csv");
    stop_vaktherapie(&corrected);
    publish(&corrected, SECOND);
    assert_eq!(entries(&corrected, "apeldoorn"), [STOP, FIRST_WAIT]);
    corrected.write("content/offers.csv", &offers);
    publish(&corrected, SECOND);
    assert_eq!(entries(&corrected, "apeldoorn"), [FIRST_WAIT]);

    let never_wrong = Region::small();
    publish(&never_wrong, FIRST);
    publish(&never_wrong, SECOND);
    assert_eq!(unlike(&corrected.tree(), &never_wrong.tree()), [""; 0]);
}

#[test]
fn two_publications_of_one_day_add_up() {
    let region = Region::small();
    publish(&region, FIRST);
    stop_vaktherapie(&region);
    publish(&region, SECOND);
    lengthen_wait(&region);
    publish(&region, SECOND);
    assert_eq!(entries(&region, "apeldoorn"), [WAIT, STOP, FIRST_WAIT]);
}

#[test]
fn a_first_publication_that_is_corrected_on_its_day_is_still_a_first() {
    let region = Region::small();
    publish(&region, FIRST);
    region.change("content/waiting-times.csv", "mean,2,weeks", "mean,6,weeks");
    publish(&region, FIRST);
    let fresh = Region::small();
    fresh.change("content/waiting-times.csv", "mean,2,weeks", "mean,6,weeks");
    publish(&fresh, FIRST);
    assert_eq!(unlike(&region.tree(), &fresh.tree()), [""; 0]);
}

#[test]
fn another_theme_is_no_change() {
    let region = Region::small().with_theme("eigen");
    publish(&region, FIRST);
    region.change(
        "themes/default/i18n/nl.ftl",
        "changes-longer = { $kind }: langer,",
        "changes-longer = { $kind }: meer,",
    );
    publish(&region, SECOND);
    assert_eq!(entries(&region, "apeldoorn"), [FIRST_WAIT]);
    lengthen_wait(&region);
    publish(&region, THIRD);
    assert!(past(&region, "apeldoorn")[0].contains("meer, van 2 weken naar 5 weken"));
}

#[test]
fn a_publication_of_a_day_before_forgets_what_came_after_it_and_compares_with_nothing() {
    let region = Region::small();
    publish(&region, FIRST);
    stop_vaktherapie(&region);
    publish(&region, SECOND);
    lengthen_wait(&region);
    publish(&region, THIRD);
    assert_eq!(entries(&region, "apeldoorn").len(), 3);

    let run = publish(&region, SECOND);
    assert!(codes(&run).is_empty());
    assert_eq!(entries(&region, "apeldoorn"), [STOP, FIRST_WAIT]);
    let rewound = region.tree();
    region.append("content/offers.csv", "\n");
    publish(&region, SECOND);
    assert_eq!(unlike(&rewound, &region.tree()), [""; 0]);

    publish(&region, THIRD);
    assert_eq!(
        entries(&region, "apeldoorn"),
        [STOP, FIRST_WAIT],
        "the third day says what the publication before it already said"
    );
}

#[test]
fn a_day_between_the_two_last_publications_is_compared_with_the_first_of_them() {
    let region = Region::small();
    publish(&region, FIRST);
    lengthen_wait(&region);
    publish(&region, THIRD);
    publish(&region, SECOND);
    assert_eq!(entries(&region, "apeldoorn"), [WAIT, FIRST_WAIT]);
}

#[test]
fn what_is_older_than_ninety_days_is_on_no_page_and_after_four_hundred_in_no_file() {
    let region = Region::small();
    // The figures grow old, and the promise of the file about security ends.
    region.change(
        "content/site.toml",
        "expires = 2027-10-01",
        "expires = 2028-10-01",
    );
    publish(&region, FIRST);
    stop_vaktherapie(&region);
    publish(&region, SECOND);
    publish(&region, "2027-03-01");
    assert_eq!(entries(&region, "apeldoorn"), [STOP, FIRST_WAIT]);
    assert!(
        !past(&region, "apeldoorn")
            .iter()
            .any(|told| told.starts_with("18 november 2026"))
    );
    publish(&region, "2027-12-30");
    let days: Vec<String> = entries(&region, "apeldoorn");
    assert!(
        days.iter().all(|entry| !entry.starts_with("2026-11-")),
        "{days:?}"
    );
    assert_eq!(journal(&region, "apeldoorn")["dag"], "2027-12-30");
}
