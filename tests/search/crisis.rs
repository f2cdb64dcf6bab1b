//! Words of crisis pin the numbers to call above all results, however they are written; other words do not.

use std::fs;

use crate::asked::{ask, repository};

/// Letters from which a slip of the finger is forgiven.
const DISTINCT: usize = 7;

fn phrases() -> Vec<String> {
    let text = fs::read_to_string(repository().join("content/vocabulary.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let phrases = table["crisis"].as_array().unwrap().iter();
    phrases
        .map(|phrase| phrase.as_str().unwrap().to_owned())
        .collect()
}

/// The queries that are not taken for a crisis, of those given.
fn not_taken(queries: &[String]) -> Vec<String> {
    let mut missed = Vec::new();
    ask("apeldoorn", |index| {
        for query in queries {
            if !index.search(query)?.plan.is_crisis {
                missed.push(query.clone());
            }
        }
        Ok(())
    });
    missed
}

#[test]
fn every_word_and_phrase_of_the_list_is_a_crisis() {
    let phrases = phrases();
    assert!(phrases.len() >= 70);
    assert_eq!(not_taken(&phrases), [""; 0]);
}

#[test]
fn a_phrase_is_one_in_any_order_and_inside_a_sentence() {
    let turned = phrases().into_iter().map(|phrase| {
        let mut words: Vec<&str> = phrase.split(' ').collect();
        words.reverse();
        format!("help mijn kind {} wat nu?!", words.join(" ook "))
    });
    assert_eq!(not_taken(&turned.collect::<Vec<_>>()), [""; 0]);
}

#[test]
fn a_slip_of_the_finger_hides_no_crisis() {
    let mut slipped = Vec::new();
    for phrase in phrases() {
        for (rank, word) in phrase.split(' ').enumerate() {
            let letters: Vec<char> = word.chars().collect();
            if letters.len() < DISTINCT || word.contains('-') {
                continue;
            }
            let middle = letters.len() / 2;
            let mut swapped = letters.clone();
            swapped.swap(middle, middle - 1);
            let mut left_out = letters.clone();
            left_out.remove(middle);
            let mut doubled = letters.clone();
            doubled.insert(middle, letters[middle]);
            for wrong in [swapped, left_out, doubled] {
                let mut words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
                words[rank] = wrong.into_iter().collect();
                slipped.push(words.join(" "));
            }
        }
    }
    assert!(slipped.len() > 100);
    assert_eq!(not_taken(&slipped), [""; 0]);
}

#[test]
fn forms_and_compounds_of_its_words_are_a_crisis() {
    let forms = [
        "zelfmoordgedachten",
        "zelfmoordpoging van mijn dochter",
        "kindermishandeling",
        "mishandelde",
        "misbruikte",
        "suïcidaliteit",
        "weggelopen!",
        "Zelf\u{ad}doding",
        "ZELFMOORD",
    ];
    assert_eq!(not_taken(&forms.map(str::to_owned)), [""; 0]);
}

#[test]
fn ordinary_worries_are_no_crisis() {
    let worries = [
        "mijn kind is boos",
        "wil niet naar school",
        "behandeling",
        "aanraking",
        "pleegzorg",
        "disleksie",
        "rouw",
        "slaapt slecht",
        "een rood kruis",
        "bemiddeling",
        "gescheiden",
        "springen op de trampoline",
        "leerkracht",
        "verwachting",
        "overdracht",
        "aangeraakt",
        "weggelaten",
    ];
    let worries = worries.map(str::to_owned);
    assert_eq!(not_taken(&worries), worries);
}
