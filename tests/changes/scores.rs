//! Scores that come, change and go: what is told of them, and that nothing is told of what is hidden.

use crate::harness::Region;
use crate::published::{FIRST, SECOND, THIRD, journal, journal_path, past, publish};

const HERE: &str = "18 november 2026 | Stichting De Lindeboom: Ervaring van ouders:";
const SUPPLIED: &str = "2025-07-01,2026-06-30,42,36,,";

#[test]
fn a_score_that_falls_below_the_threshold_is_told_with_its_reason_alone() {
    let region = Region::small();
    publish(&region, FIRST);
    region.change(
        "content/outcomes.csv",
        SUPPLIED,
        "2025-07-01,2026-06-30,7,6,,",
    );
    publish(&region, SECOND);
    assert_eq!(
        past(&region, "apeldoorn")[0],
        format!(
            "{HERE} er staat geen score meer. Te weinig antwoorden om iets te zeggen zonder dat iemand herkend kan \
             worden."
        )
    );
    let what = journal(&region, "apeldoorn")["wijzigingen"][0]["wat"].clone();
    assert_eq!(
        what,
        serde_json::json!({ "uitkomsten": [{
            "maat": "ervaring-ouders",
            "wat": { "niet-meer-getoond": "te-weinig" },
        }] })
    );
    // On the day itself the score of the day before is what a correction is compared with.
    publish(&region, THIRD);
    let text = region.read(&journal_path("apeldoorn"));
    assert!(
        !text.contains("2025-07-01") && !text.contains("oordeel"),
        "{text}"
    );
}

#[test]
fn a_withdrawn_score_is_told_and_one_that_comes_back_too() {
    let region = Region::small();
    publish(&region, FIRST);
    region.change(
        "content/outcomes.csv",
        SUPPLIED,
        "2025-07-01,2026-06-30,,,withdrawn,",
    );
    publish(&region, SECOND);
    assert_eq!(
        past(&region, "apeldoorn")[0],
        format!("{HERE} er staat geen score meer. Dit cijfer is ingetrokken.")
    );
    region.change(
        "content/outcomes.csv",
        "2025-07-01,2026-06-30,,,withdrawn,",
        SUPPLIED,
    );
    publish(&region, THIRD);
    assert_eq!(
        past(&region, "apeldoorn")[0],
        "19 november 2026 | Stichting De Lindeboom: Ervaring van ouders: er is nu een score, over 1 juli 2025 tot en met \
         30 juni 2026. In een woord: nog niet te zeggen."
    );
}

#[test]
fn another_count_that_says_the_same_is_no_change() {
    let region = Region::small();
    publish(&region, FIRST);
    let before = past(&region, "apeldoorn");
    region.change(
        "content/outcomes.csv",
        SUPPLIED,
        "2025-07-01,2026-06-30,45,38,,",
    );
    publish(&region, SECOND);
    assert_eq!(past(&region, "apeldoorn"), before);
}

#[test]
fn a_hidden_score_that_is_hidden_for_another_reason_is_told_nowhere() {
    let region = Region::small();
    publish(&region, FIRST);
    let before = past(&region, "zutphen");
    region.change(
        "content/outcomes.csv",
        "2025-07-01,2026-06-30,,,too-few,",
        "2025-07-01,2026-06-30,,,withdrawn,",
    );
    publish(&region, SECOND);
    assert_eq!(past(&region, "zutphen"), before);
}

/// With a second provider there is an average to be above or below.
#[test]
fn a_score_that_compares_otherwise_is_told_in_the_words_of_the_page() {
    let region = Region::small();
    region.change(
        "content/outcomes.csv",
        "kompas,overbelaste-ouders,perspectief,experience-parents,2025-07-01,2026-06-30,,,too-few,",
        "kompas,overbelaste-ouders,perspectief,experience-parents,2025-07-01,2026-06-30,40,34,,",
    );
    publish(&region, FIRST);
    region.change(
        "content/outcomes.csv",
        "2026-06-30,40,34,,",
        "2026-06-30,400,40,,",
    );
    publish(&region, SECOND);
    assert_eq!(
        past(&region, "apeldoorn")[0],
        format!("{HERE} eerst rond gemiddeld, nu boven gemiddeld.")
    );
}
