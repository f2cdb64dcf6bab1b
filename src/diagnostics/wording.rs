//! The words of a problem as data: a pattern and what fills it, so that the same problem can be said in several languages.

use std::fmt;

use jiff::civil::Date;

use super::catalogue;
use super::language::Language;

/// A sentence about a problem. The pattern is English and is also the key of its translations.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording {
    pattern: &'static str,
    values: Vec<(&'static str, Value)>,
}

/// What fills a name of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    /// Text of the material or a number: the same in every language.
    Text(String),
    /// Words, which each language has for itself.
    Words(Wording),
    /// A day: as it is written in a file, or in words where the language has them.
    Day(Date),
}

/// A pattern that stands apart from what fills it or from the sentence it is part of, such as "a date" in a table of
/// nouns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrase(&'static str);

/// A pattern to say later. Where the code says it, this marks it for the test that looks for its translation.
#[must_use]
pub const fn phrase(words: &'static str) -> Phrase {
    Phrase(words)
}

impl Phrase {
    /// The English words.
    #[must_use]
    pub fn english(self) -> &'static str {
        self.0
    }
}

/// Says something of a problem: a pattern such as ``"product `{product}` does not exist"`` and a value for every name
/// in it. What the material itself says stands in backticks in the pattern. Words are no values: see [`Wording::with`].
pub fn said<const N: usize>(
    pattern: impl Into<Phrase>,
    values: [(&'static str, &dyn fmt::Display); N],
) -> Wording {
    Wording {
        pattern: pattern.into().0,
        values: values
            .map(|(name, value)| (name, Value::Text(value.to_string())))
            .into(),
    }
}

impl Wording {
    /// Fills a name with words, which are translated too.
    #[must_use]
    pub fn with(mut self, name: &'static str, words: impl Into<Self>) -> Self {
        self.values.push((name, Value::Words(words.into())));
        self
    }

    /// Fills a name with a day.
    #[must_use]
    pub fn with_day(mut self, name: &'static str, day: Date) -> Self {
        self.values.push((name, Value::Day(day)));
        self
    }

    /// Several sentences as one; `None` when there are none.
    #[must_use]
    pub fn joined(sentences: impl IntoIterator<Item = Self>) -> Option<Self> {
        sentences.into_iter().reduce(|first, next| {
            said("{first}; {next}", [])
                .with("first", first)
                .with("next", next)
        })
    }

    /// The English pattern.
    #[must_use]
    pub fn pattern(&self) -> &'static str {
        self.pattern
    }

    /// The sentence in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let pattern = catalogue::pattern(self.pattern, language);
        let mut words = String::with_capacity(pattern.len() + 16);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            words.push_str(before);
            let value = after.split_once('}').and_then(|(name, behind)| {
                let (_, value) = self.values.iter().find(|(own, _)| *own == name)?;
                Some((value, behind))
            });
            if let Some((value, behind)) = value {
                match value {
                    Value::Text(text) => words.push_str(text),
                    Value::Words(inner) => words.push_str(&inner.in_language(language)),
                    Value::Day(day) => words.push_str(&day_in(*day, language)),
                }
                rest = behind;
            } else {
                words.push('{');
                rest = after;
            }
        }
        words.push_str(rest);
        words
    }
}

/// «1 november 2026»; in English `2026-11-01`, as the files have it.
#[must_use]
pub fn day_in(day: Date, language: Language) -> String {
    const DUTCH: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    match language {
        Language::English => day.to_string(),
        Language::Dutch => {
            let month = DUTCH[usize::from(day.month().unsigned_abs()) - 1];
            format!("{} {month} {}", day.day(), day.year())
        }
    }
}

/// In English.
impl fmt::Display for Wording {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.in_language(Language::English))
    }
}

impl PartialEq<&str> for Wording {
    fn eq(&self, english: &&str) -> bool {
        self.in_language(Language::English).as_str() == *english
    }
}

/// Words in which nothing is filled in, written where they are said.
impl From<&'static str> for Wording {
    fn from(pattern: &'static str) -> Self {
        Self {
            pattern,
            values: Vec::new(),
        }
    }
}

impl From<&'static str> for Phrase {
    fn from(words: &'static str) -> Self {
        Self(words)
    }
}

impl From<Phrase> for Wording {
    fn from(phrase: Phrase) -> Self {
        phrase.0.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_with_braces_is_not_filled_in_again() {
        let wording = said(
            "`{written}` is not `{wanted}`",
            [("written", &"{wanted}"), ("wanted", &8)],
        );
        assert_eq!(wording.to_string(), "`{wanted}` is not `8`");
    }

    #[test]
    fn a_day_is_in_words_where_the_language_has_them() {
        let wording = said("the same wait of {date} twice", [])
            .with_day("date", jiff::civil::date(2026, 9, 1));
        assert_eq!(wording.to_string(), "the same wait of 2026-09-01 twice");
        assert_eq!(
            wording.in_language(Language::Dutch),
            "dezelfde wachttijd van 1 september 2026 staat er twee keer"
        );
    }

    #[test]
    fn a_brace_that_names_no_value_is_a_brace() {
        let wording = said("add `{name}={…}`, or {% if %}", [("name", &"size")]);
        assert_eq!(wording.to_string(), "add `size={…}`, or {% if %}");
    }

    #[test]
    fn words_inside_a_sentence_are_translated_with_it() {
        let wording =
            said("`{written}` is not {noun}", [("written", &"1-2")]).with("noun", phrase("a date"));
        assert_eq!(wording.to_string(), "`1-2` is not a date");
        assert_eq!(
            wording.in_language(Language::Dutch),
            "`1-2` is geen geldige waarde: hier hoort een datum"
        );
    }
}
