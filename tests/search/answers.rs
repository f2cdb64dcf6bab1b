//! What the search does with single queries: rules that no total of many questions would show.

use keuzewijzer::search::{Hit, MunicipalityIndex};

use crate::asked::ask;

/// Addresses of the best of one list, for a query in Apeldoorn.
fn best(
    words: &str,
    list: fn(&MunicipalityIndex<'_>, &str) -> Vec<Hit>,
    count: usize,
) -> Vec<String> {
    let mut found = Vec::new();
    ask("apeldoorn", |index| {
        let hits = list(index, words);
        let hits = hits.iter().take(count);
        found = hits
            .map(|hit| index.documents[hit.document].path())
            .collect();
        Ok(())
    });
    found
}

fn help(index: &MunicipalityIndex<'_>, words: &str) -> Vec<Hit> {
    index.search(words).unwrap().help
}

fn providers(index: &MunicipalityIndex<'_>, words: &str) -> Vec<Hit> {
    index.search(words).unwrap().providers
}

#[test]
fn who_asks_for_a_language_gets_the_providers_that_speak_it() {
    let spoken = best("hulp in het Turks", providers, 4);
    assert!(
        spoken.contains(&"aanbieders/gunes-gezinszorg/".to_owned()),
        "{spoken:?}"
    );
}

#[test]
fn a_word_of_two_meanings_is_understood_by_the_words_beside_it() {
    let eats = best("eet niet meer", help, 1);
    let sleeps = best("slaapt niet meer door", help, 3);
    assert_eq!(eats, ["hulp/eetstoornissen/"]);
    assert!(!sleeps.contains(&eats[0]), "{sleeps:?}");
}

#[test]
fn stop_words_alone_find_nothing() {
    for words in ["ik wil het niet meer", "wat nu", "de", ""] {
        assert!(best(words, help, 1).is_empty(), "{words}");
        assert!(best(words, providers, 1).is_empty(), "{words}");
    }
}

#[test]
fn a_provider_that_has_only_a_part_of_a_known_compound_does_not_have_the_word() {
    ask("zutphen", |index| {
        let found = index.search("pleegzorg zutphen")?;
        let level = |slug: &str| {
            let hit = found
                .providers
                .iter()
                .find(|hit| index.documents[hit.document].path() == format!("aanbieders/{slug}/"));
            hit.map(|hit| hit.level)
        };
        assert!(level("nestwarm-pleegzorg") >= level("letterwolk"));
        let first = &index.documents[found.providers[0].document];
        assert_eq!(first.path(), "aanbieders/stichting-jeugdhulp-kaplaars/");
        Ok(())
    });
}

#[test]
fn a_t_that_belongs_to_the_word_is_heard() {
    assert_eq!(
        best("zelfmort", help, 1),
        best("zelfmord", help, 1),
        "written by ear"
    );
}

#[test]
fn a_word_that_goes_on_behind_a_known_one_is_heard_too() {
    assert_eq!(
        best("hegtings", help, 1),
        best("hechting", help, 1),
        "written by ear, and with an ending"
    );
}

#[test]
fn what_the_first_file_holds_answers_a_common_worry() {
    use keuzewijzer::search::Reach;
    ask("apeldoorn", |index| {
        let found = index.search_in("boos", Reach::First)?;
        let first = &index.documents[found.help[0].document];
        assert_eq!(first.path(), "hulp/behandeling-gedrag/");
        Ok(())
    });
}
