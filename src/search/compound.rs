//! Dutch compounds taken apart: «gezinsbehandeling» into «gezin» and «behandel».

/// The shortest word that is taken apart, and the longest: taking apart one that never ends takes as many steps as its
/// length squared. Then the shortest part, and the most parts.
const WHOLE: usize = 6;
const LONGEST: usize = 64;
const PART: usize = 3;
const MOST: usize = 3;

/// The stems of a compound's parts, or nothing when it does not come apart into words; `as_word` gives the stem of what is
/// one. Fewest parts first, then the longest first part. A joint (`s`, `en`, `e`, `n`) is an ending to the stemmer.
pub(super) fn parts(word: &str, as_word: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    if !(WHOLE..=LONGEST).contains(&word.len()) || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    (2..=MOST)
        .find_map(|count| split(word, count, as_word))
        .into_iter()
        .flatten()
        .collect()
}

fn split(
    word: &str,
    count: usize,
    as_word: &dyn Fn(&str) -> Option<String>,
) -> Option<Vec<String>> {
    if count == 1 {
        return Some(vec![as_word(word)?]);
    }
    let longest = word.len().checked_sub(PART * (count - 1))?;
    for end in (PART..=longest).rev() {
        let Some(first) = first_part(&word[..end], as_word) else {
            continue;
        };
        if let Some(mut rest) = split(&word[end..], count - 1, as_word) {
            rest.insert(0, first);
            return Some(rest);
        }
    }
    None
}

/// The stem of a first part, with or without its joint.
fn first_part(written: &str, as_word: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    as_word(written).or_else(|| {
        ["s", "n"].iter().find_map(|joint| {
            let bare = written.strip_suffix(joint)?;
            (bare.len() >= PART).then(|| as_word(bare))?
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, parts};
    use crate::search::stem::stem;

    fn split(word: &str) -> Vec<String> {
        let known: Vec<String> = [
            "gezin",
            "behandeling",
            "slaap",
            "probleem",
            "crisis",
            "opvang",
            "pleeg",
            "zorg",
            "plek",
        ]
        .iter()
        .map(|word| stem(word))
        .collect();
        parts(word, &|written| {
            Some(stem(written)).filter(|stem| known.contains(stem))
        })
    }

    #[test]
    fn a_compound_comes_apart_at_its_joints() {
        assert_eq!(split("gezinsbehandelingen"), ["gezin", "behandel"]);
        assert_eq!(split("slaapproblemen"), ["slap", "problem"]);
        assert_eq!(split("crisisopvangplek"), ["crisis", "opvang", "plek"]);
        assert_eq!(split("pleegzorg"), ["pleg", "zorg"]);
    }

    /// A word of 8,000 letters took four seconds.
    #[test]
    fn a_word_longer_than_any_compound_is_not_taken_apart() {
        let split_of = |letters| parts(&"a".repeat(letters), &|written| Some(written.to_owned()));
        assert_eq!(split_of(LONGEST).len(), 2);
        assert!(split_of(LONGEST + 1).is_empty());
    }

    #[test]
    fn what_is_no_compound_stays_whole() {
        assert!(split("zorgen").is_empty());
        assert!(split("gezinshamster").is_empty());
    }
}
