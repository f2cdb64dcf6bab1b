//! Names as parts of addresses and as keys of order.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// A name as part of an address: lower case without marks, everything else a hyphen. `'s-Heerenberg` is
/// `s-heerenberg`. A name without a single letter or digit becomes `plaats`.
#[must_use]
pub fn to_slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for character in folded(name) {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    while slug.ends_with('-') {
        slug.pop();
    }
    if slug.is_empty() {
        slug.push_str("plaats");
    }
    slug
}

/// A key that orders names as readers expect: without regard to case, marks and punctuation. Equal keys are
/// ordered by the name itself.
#[must_use]
pub fn sort_key(name: &str) -> (String, String) {
    let letters = folded(name).filter(|character| character.is_alphanumeric() || *character == ' ');
    (
        letters.collect::<String>().trim().to_owned(),
        name.to_owned(),
    )
}

/// Lower case, letters that do not decompose spelled out, without combining marks.
fn folded(name: &str) -> impl Iterator<Item = char> {
    let spelled: String = name
        .chars()
        .flat_map(char::to_lowercase)
        .map(|character| match character {
            'ø' => "o".to_owned(),
            'ł' => "l".to_owned(),
            'đ' | 'ð' => "d".to_owned(),
            'ı' => "i".to_owned(),
            'ß' => "ss".to_owned(),
            'æ' => "ae".to_owned(),
            'œ' => "oe".to_owned(),
            'ĳ' => "ij".to_owned(),
            other => other.to_string(),
        })
        .collect();
    DecomposingNormalizerBorrowed::new_nfd()
        .normalize(&spelled)
        .chars()
        .filter(|character| !('\u{300}'..='\u{36f}').contains(character))
        .collect::<Vec<char>>()
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::{sort_key, to_slug};

    #[test]
    fn a_slug_has_no_marks_and_no_punctuation() {
        assert_eq!(to_slug("'s-Heerenberg (Gld)"), "s-heerenberg-gld");
        assert_eq!(to_slug("Güneş Gezinszorg"), "gunes-gezinszorg");
        assert_eq!(to_slug("Súdwest-Fryslân"), "sudwest-fryslan");
        assert_eq!(to_slug("ĲSSELMUIDEN"), "ijsselmuiden");
        assert_eq!(to_slug("…"), "plaats");
    }

    #[test]
    fn names_are_ordered_without_regard_to_case_marks_and_apostrophes() {
        let mut names = ["Zon", "'t Anker", "Éénhoorn", "de Eik"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["de Eik", "Éénhoorn", "'t Anker", "Zon"]);
    }
}
