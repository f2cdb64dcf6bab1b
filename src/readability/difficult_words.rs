//! Words that many people find difficult, and the plain words to use instead.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A line: forms, separated by commas, ` = `, and what to write instead.
const LIST: &str = include_str!("difficult-words.txt");

/// The list, by the first word of every form.
pub(super) struct DifficultWords {
    by_first_word: BTreeMap<&'static str, Vec<Form>>,
}

/// One way in which a difficult word or group of words is written.
struct Form {
    words: Vec<&'static str>,
    instead: &'static str,
}

/// A difficult word that was found: which words of the sentence it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) words: Range<usize>,
    pub(super) instead: &'static str,
}

impl DifficultWords {
    /// The list without the entries of which the region allows a form.
    pub(super) fn new(allowed: &BTreeSet<Box<str>>) -> Self {
        let mut by_first_word: BTreeMap<&str, Vec<Form>> = BTreeMap::new();
        for (forms, instead) in entries() {
            if forms.iter().any(|form| allowed.contains(*form)) {
                continue;
            }
            for form in forms {
                let words: Vec<&str> = form.split(' ').collect();
                by_first_word
                    .entry(words[0])
                    .or_default()
                    .push(Form { words, instead });
            }
        }
        for forms in by_first_word.values_mut() {
            forms.sort_by_key(|form| std::cmp::Reverse(form.words.len()));
        }
        Self { by_first_word }
    }

    /// What is found among the words of a sentence, which are in small letters: the longest form first.
    pub(super) fn find(&self, sentence: &[&str]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < sentence.len() {
            let rest = &sentence[at..];
            let forms = self.by_first_word.get(rest[0]);
            let form = forms
                .into_iter()
                .flatten()
                .find(|form| rest.starts_with(&form.words));
            if let Some(form) = form {
                let end = at + form.words.len();
                found.push(Found {
                    words: at..end,
                    instead: form.instead,
                });
                at = end;
            } else {
                at += 1;
            }
        }
        found
    }
}

/// The forms of every entry, with what to write instead.
fn entries() -> impl Iterator<Item = (Vec<&'static str>, &'static str)> {
    LIST.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let (forms, instead) = line
                .split_once(" = ")
                .expect("a test reads every line of the list");
            (forms.split(", ").collect(), instead)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(sentence: &str, allowed: &[&str]) -> Vec<(String, &'static str)> {
        let allowed = allowed.iter().map(|word| Box::from(*word)).collect();
        let words: Vec<&str> = sentence.split(' ').collect();
        DifficultWords::new(&allowed)
            .find(&words)
            .into_iter()
            .map(|found| (words[found.words].join(" "), found.instead))
            .collect()
    }

    #[test]
    fn whole_words_and_groups_of_words_are_found() {
        let found = find("derhalve is dit ten behoeve van u", &[]);
        assert_eq!(
            found,
            [
                ("derhalve".to_owned(), "daarom"),
                ("ten behoeve van".to_owned(), "voor")
            ]
        );
    }

    #[test]
    fn a_part_of_a_word_is_not_found() {
        assert_eq!(find("het trajectje van de casussen", &[]).len(), 1);
    }

    #[test]
    fn allowing_one_form_allows_them_all() {
        assert_eq!(
            find("de indicaties en de casus", &["indicatie", "casus"]),
            []
        );
        assert_eq!(find("de casus", &["indicatie"]).len(), 1);
    }

    #[test]
    fn every_entry_of_the_list_can_be_used() {
        let mut known = BTreeSet::new();
        let mut faults = Vec::new();
        for line in LIST
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            let Some((forms, instead)) = line.split_once(" = ") else {
                faults.push(format!("no ` = `: {line}"));
                continue;
            };
            if instead.trim().is_empty() || instead != instead.trim() {
                faults.push(format!("nothing to use instead: {line}"));
            }
            for form in forms.split(", ") {
                let is_plain =
                    form == form.trim().to_lowercase() && !form.is_empty() && !form.contains("  ");
                if !is_plain || !known.insert(form) {
                    faults.push(format!("`{form}` stands twice or is not in small letters"));
                }
            }
        }
        assert_eq!(faults, [""; 0]);
        assert!(entries().count() >= 60);
    }
}
