//! What the page and the feed tell, and in which words.

use crate::harness::Region;
use crate::published::{
    FIRST, SECOND, THIRD, add_contract, add_scores, coming, entries, feed, lengthen_wait, page,
    past, past_in_english, publish, stop_vaktherapie,
};

/// What a first publication knows by the dates of the records: the wait went from 3 to 2 weeks.
const FIRST_WAIT: &str = "1 november 2026 | Stichting De Lindeboom, Begeleiding thuis: \
     Tot het eerste gesprek: korter, van 3 weken naar 2 weken.";

#[test]
fn a_first_publication_tells_what_the_records_tell_and_calls_nothing_new() {
    let region = Region::small();
    publish(&region, FIRST);
    assert_eq!(past(&region, "apeldoorn"), [FIRST_WAIT]);
    assert_eq!(past(&region, "zutphen"), [FIRST_WAIT]);
}

#[test]
fn a_second_publication_tells_exactly_what_changed_since_the_first() {
    let region = Region::small();
    publish(&region, FIRST);
    lengthen_wait(&region);
    stop_vaktherapie(&region);
    add_contract(&region);
    add_scores(&region);
    publish(&region, SECOND);
    let wait = "18 november 2026 | Stichting De Lindeboom, Begeleiding thuis: Tot het eerste gesprek: \
                langer, van 2 weken naar 5 weken. Dat was op 16 november 2026.";
    let scores = "18 november 2026 | Stichting De Lindeboom: Ervaring van ouders: nieuwe cijfers, over \
                  1 november 2025 tot en met 31 oktober 2026. In een woord nog steeds: nog niet te zeggen.";
    assert_eq!(
        past(&region, "apeldoorn"),
        [
            wait,
            "18 november 2026 | Stichting De Lindeboom, Therapie door te doen: Neemt nu niemand aan.",
            scores,
            FIRST_WAIT,
        ]
    );
    assert_eq!(
        past(&region, "zutphen"),
        [
            "18 november 2026 | Kompas Jeugdhulp, Therapie door te doen: U kunt dit in Zutphen kiezen sinds 17 november 2026.",
            wait,
            scores,
            FIRST_WAIT,
        ]
    );
}

#[test]
fn the_feed_has_an_entry_for_each_change_and_leads_to_its_place_on_the_page() {
    let region = Region::small();
    publish(&region, FIRST);
    let before = feed(&region, "zutphen/wijzigingen/feed.xml");
    lengthen_wait(&region);
    add_contract(&region);
    publish(&region, SECOND);
    let after = feed(&region, "zutphen/wijzigingen/feed.xml");
    let titles: Vec<&str> = after.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Kompas Jeugdhulp: Therapie door te doen",
            "Stichting De Lindeboom: Begeleiding thuis",
            "Stichting De Lindeboom: Begeleiding thuis",
        ]
    );
    assert_eq!(after[0].updated, "2026-11-18T00:00:00Z");
    assert_eq!(
        after[0].summary,
        "U kunt dit in Zutphen kiezen sinds 17 november 2026."
    );
    assert_eq!(after[2..], before[..], "an entry stays as it was");
    let page = page(&region, "zutphen/wijzigingen/index.html");
    for entry in &after {
        let (address, anchor) = entry.link.split_once('#').unwrap();
        assert_eq!(address, "https://keuze.example/zutphen/wijzigingen/");
        let place = scraper::Selector::parse(&format!("li[id='{anchor}']")).unwrap();
        assert_eq!(page.select(&place).count(), 1, "{anchor}");
    }
}

#[test]
fn a_stop_that_ends_is_told_once_with_the_wait_that_holds_since() {
    let region = Region::small();
    publish(&region, FIRST);
    region.change(
        "content/offers.csv",
        "2026-01-01,,stop,",
        "2026-01-01,,open,",
    );
    region.append(
        "content/waiting-times.csv",
        "kompas,begeleiding-individueel,,,intake,expected,mean,4,weeks,,open,2026-11-18,,opgave van de aanbieder\n",
    );
    publish(&region, SECOND);
    assert_eq!(
        past(&region, "zutphen")[0],
        "18 november 2026 | Kompas Jeugdhulp, Begeleiding thuis: Neemt weer mensen aan. \
         Tot het eerste gesprek: nu bekend, 4 weken."
    );
}

#[test]
fn new_and_gone_providers_are_told_once_with_what_they_offer() {
    let region = Region::small();
    publish(&region, FIRST);
    region.change(
        "content/offers.csv",
        "kompas,begeleiding-individueel,zutphen,",
        "kompas,begeleiding-individueel,apeldoorn,",
    );
    publish(&region, SECOND);
    assert_eq!(
        past(&region, "apeldoorn")[0],
        "18 november 2026 | Kompas Jeugdhulp: Deze aanbieder is nieuw in Apeldoorn. U kunt daar kiezen: \
         Begeleiding thuis."
    );
    assert_eq!(
        past(&region, "zutphen")[0],
        "18 november 2026 | Kompas Jeugdhulp: U kunt deze aanbieder in Zutphen niet meer kiezen. Het ging om: \
         Begeleiding thuis."
    );
    let links = |municipality: &str| {
        let page = page(&region, &format!("{municipality}/wijzigingen/index.html"));
        let selector = scraper::Selector::parse("main li a[href$='aanbieders/kompas/']").unwrap();
        page.select(&selector).count()
    };
    assert_eq!((links("apeldoorn"), links("zutphen")), (1, 0));
}

#[test]
fn a_provider_that_the_content_forgot_keeps_its_name_in_the_list() {
    let region = Region::small();
    publish(&region, FIRST);
    std::fs::remove_file(region.path("content/providers/kompas.md")).unwrap();
    for file in ["offers.csv", "outcomes.csv", "waiting-times.csv"] {
        let path = format!("content/{file}");
        let text = region.read(&path);
        let kept: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with("kompas,"))
            .collect();
        region.write(&path, &format!("{}\n", kept.join("\n")));
    }
    publish(&region, SECOND);
    assert!(past(&region, "zutphen")[0].starts_with("18 november 2026 | Kompas Jeugdhulp: "));
}

#[test]
fn a_contract_that_runs_out_is_coming_first_and_then_ended_on_its_last_day() {
    let region = Region::small();
    region.change(
        "content/offers.csv",
        "2026-01-01,,open,Ook op zaterdag.",
        "2026-01-01,2026-11-18,open,Ook op zaterdag.",
    );
    publish(&region, FIRST);
    let here = "Stichting De Lindeboom, Therapie door te doen:";
    let ends = format!(
        "18 november 2026 | {here} Het contract in Apeldoorn loopt tot en met 18 november 2026."
    );
    assert_eq!(coming(&region, "apeldoorn"), std::slice::from_ref(&ends));
    publish(&region, SECOND);
    assert_eq!(coming(&region, "apeldoorn"), [ends]);
    publish(&region, THIRD);
    assert_eq!(coming(&region, "apeldoorn"), [""; 0]);
    assert_eq!(
        past(&region, "apeldoorn")[0],
        format!(
            "19 november 2026 | {here} U kunt dit in Apeldoorn niet meer kiezen. Het contract liep tot en met \
             18 november 2026."
        )
    );
}

#[test]
fn a_contract_that_is_taken_away_before_its_end_gets_no_last_day() {
    let region = Region::small();
    publish(&region, FIRST);
    let offers = region.read("content/offers.csv");
    let kept: Vec<&str> = offers
        .lines()
        .filter(|line| !line.starts_with("de-lindeboom,vaktherapie,"))
        .collect();
    region.write("content/offers.csv", &format!("{}\n", kept.join("\n")));
    let waits = region.read("content/waiting-times.csv");
    let kept: Vec<&str> = waits
        .lines()
        .filter(|line| !line.starts_with("de-lindeboom,vaktherapie,"))
        .collect();
    region.write(
        "content/waiting-times.csv",
        &format!("{}\n", kept.join("\n")),
    );
    publish(&region, SECOND);
    assert_eq!(
        past(&region, "apeldoorn")[0],
        "18 november 2026 | Stichting De Lindeboom, Therapie door te doen: U kunt dit in Apeldoorn niet meer kiezen."
    );
}

#[test]
fn the_english_edition_has_the_same_changes_in_its_own_page_and_feed() {
    let region = Region::small();
    region.change(
        "content/site.toml",
        "language = \"nl\"",
        "language = \"nl\"\nother_languages = [\"en\"]",
    );
    for (name, title) in [("screening", "First choose"), ("finance", "Not for money")] {
        region.write(
            &format!("content/statements/en/{name}.md"),
            &format!("+++\ntitle = \"{title}\"\n+++\n{title}, always.\n"),
        );
    }
    publish(&region, FIRST);
    lengthen_wait(&region);
    publish(&region, SECOND);
    assert_eq!(
        past_in_english(&region, "apeldoorn")[0],
        "18 November 2026 | Stichting De Lindeboom, Begeleiding thuis: Until the first talk: longer, \
         from 2 weeks to 5 weeks. That was on 16 November 2026."
    );
    let dutch = feed(&region, "apeldoorn/wijzigingen/feed.xml");
    let english = feed(&region, "apeldoorn/en/wijzigingen/feed.xml");
    assert_eq!(dutch.len(), english.len());
    assert!(
        english[0]
            .summary
            .starts_with("Until the first talk: longer")
    );
    assert!(
        english[0]
            .link
            .starts_with("https://keuze.example/apeldoorn/en/wijzigingen/#")
    );
    let ids = |feed: &[crate::published::FeedEntry]| -> Vec<String> {
        feed.iter().map(|entry| entry.id.clone()).collect()
    };
    assert!(ids(&dutch).iter().all(|id| !ids(&english).contains(id)));
    let page = page(&region, "apeldoorn/en/wijzigingen/index.html");
    let link = scraper::Selector::parse("main a[href$='feed.xml']").unwrap();
    let href = page.select(&link).next().unwrap().attr("href").unwrap();
    assert_eq!(href, "../wijzigingen/feed.xml");
}

#[test]
fn a_figure_that_says_the_same_and_a_contract_that_goes_on_are_no_changes() {
    let region = Region::small();
    publish(&region, FIRST);
    let before = entries(&region, "apeldoorn");
    region.append(
        "content/waiting-times.csv",
        "de-lindeboom,begeleiding-individueel,,,intake,expected,mean,14,days,,open,2026-11-16,,opgave van de aanbieder\n",
    );
    region.change("content/offers.csv", "2027-12-31", "2028-12-31");
    publish(&region, SECOND);
    assert_eq!(entries(&region, "apeldoorn"), before);
}
