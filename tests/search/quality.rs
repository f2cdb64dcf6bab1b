//! How good the first ten results are, on two halves of a set of judged questions.
//!
//! Recall at ten: the share of the documents of grade 2 and 3 that stand among the first ten. nDCG at ten: gains of
//! 2^grade - 1 discounted by log2(rank + 1), against the best order there is (Järvelin and Kekäläinen, ACM TOIS 20:4
//! (2002); Burges et al., ICML 2005 for the gain).

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use keuzewijzer::search::{DocumentKind, Hit, MunicipalityIndex};

use crate::asked::{ask, repository};

const SHOWN: usize = 10;

/// What both halves must reach.
const RECALL: f64 = 0.95;
const NDCG: f64 = 0.90;

#[test]
fn the_half_that_was_tuned_with_is_answered_well() {
    answer_well("tuning.toml", true);
}

#[test]
fn the_half_that_was_held_back_is_answered_well() {
    answer_well("held-back.toml", false);
}

/// A judged question, and what it got.
struct Judged {
    id: String,
    municipality: String,
    words: String,
    kind: String,
    is_about_providers: bool,
    grades: BTreeMap<String, u32>,
    found: Vec<String>,
}

fn answer_well(file: &str, show_failures: bool) {
    let mut questions = read(file);
    let municipalities: Vec<String> = questions
        .iter()
        .map(|question| question.municipality.clone())
        .collect();
    for municipality in municipalities {
        let asked: Vec<&mut Judged> = questions
            .iter_mut()
            .filter(|question| question.municipality == municipality && question.found.is_empty())
            .collect();
        if asked.is_empty() {
            continue;
        }
        ask(&municipality, |index| {
            for question in asked {
                let found = index.search(&question.words)?;
                let list = if question.is_about_providers {
                    found.providers
                } else {
                    found.help
                };
                question.found = list
                    .iter()
                    .take(SHOWN)
                    .map(|hit| name(index, hit))
                    .collect();
            }
            Ok(())
        });
    }
    let report = report(&questions, show_failures);
    println!("{file}\n{report}");
    let (recall, ndcg) = (
        mean(&questions, Judged::recall),
        mean(&questions, Judged::ndcg),
    );
    assert!(
        recall >= RECALL && ndcg >= NDCG,
        "{file}: too little\n{report}"
    );
}

fn read(file: &str) -> Vec<Judged> {
    let path = repository().join("tests/search/questions").join(file);
    let table: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let text = |question: &toml::Value, key: &str| question[key].as_str().unwrap().to_owned();
    table["question"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| Judged {
            id: text(question, "id"),
            municipality: text(question, "municipality"),
            words: text(question, "words"),
            kind: text(question, "kind"),
            is_about_providers: text(question, "list") == "providers",
            grades: question["relevant"]
                .as_table()
                .unwrap()
                .iter()
                .map(|(path, grade)| {
                    let grade = u32::try_from(grade.as_integer().unwrap()).unwrap();
                    (path.trim_end_matches('/').to_owned(), grade)
                })
                .collect(),
            found: Vec::new(),
        })
        .collect()
}

/// A document as the questions name it.
fn name(index: &MunicipalityIndex<'_>, hit: &Hit) -> String {
    let document = &index.documents[hit.document];
    match document.kind {
        DocumentKind::Service => format!("lokale-hulp/#{}", document.title),
        DocumentKind::Product
        | DocumentKind::Question
        | DocumentKind::Page
        | DocumentKind::Place
        | DocumentKind::Provider => document.path().trim_end_matches('/').to_owned(),
    }
}

impl Judged {
    fn recall(&self) -> f64 {
        let relevant: Vec<&String> = self
            .grades
            .iter()
            .filter(|(_, grade)| **grade >= 2)
            .map(|(path, _)| path)
            .collect();
        let found = relevant
            .iter()
            .filter(|path| self.found.contains(path))
            .count();
        share(found, relevant.len())
    }

    fn ndcg(&self) -> f64 {
        let grade = |path: &String| self.grades.get(path).copied().unwrap_or(0);
        let mut best: Vec<u32> = self.grades.values().copied().collect();
        best.sort_unstable_by(|one, other| other.cmp(one));
        let ideal = gain(best.into_iter().take(SHOWN));
        gain(self.found.iter().map(grade)) / ideal
    }
}

fn gain(grades: impl Iterator<Item = u32>) -> f64 {
    (2_u32..)
        .zip(grades)
        .map(|(rank, grade)| f64::from(2_u32.pow(grade) - 1) / f64::from(rank).log2())
        .sum()
}

fn share(part: usize, whole: usize) -> f64 {
    f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(whole).unwrap())
}

fn mean(questions: &[Judged], measure: fn(&Judged) -> f64) -> f64 {
    let sum: f64 = questions.iter().map(measure).sum();
    sum / f64::from(u32::try_from(questions.len()).unwrap())
}

/// Totals per kind of question and, where that may be known, what was missed.
fn report(questions: &[Judged], show_failures: bool) -> String {
    let mut kinds: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    for question in questions {
        kinds.entry(&question.kind).or_default().push(question);
        kinds.entry("all").or_default().push(question);
    }
    let mut text = String::new();
    for (kind, questions) in kinds {
        let of = |measure: fn(&Judged) -> f64| {
            questions
                .iter()
                .map(|question| measure(question))
                .sum::<f64>()
                / f64::from(u32::try_from(questions.len()).unwrap())
        };
        let _ = writeln!(
            text,
            "{kind:>13} {:>4} questions  recall@10 {:.3}  nDCG@10 {:.3}",
            questions.len(),
            of(Judged::recall),
            of(Judged::ndcg)
        );
    }
    if !show_failures {
        return text;
    }
    for question in questions {
        if question.recall() < 1.0 || question.ndcg() < 0.8 {
            let _ = writeln!(
                text,
                "{} «{}» recall {:.2} nDCG {:.2}",
                question.id,
                question.words,
                question.recall(),
                question.ndcg()
            );
            for path in &question.found {
                let grade = question
                    .grades
                    .get(path)
                    .map_or("-".to_owned(), ToString::to_string);
                let _ = writeln!(text, "      {grade} {path}");
            }
            for (path, grade) in &question.grades {
                if *grade >= 2 && !question.found.contains(path) {
                    let _ = writeln!(text, "  missed {grade} {path}");
                }
            }
        }
    }
    text
}
