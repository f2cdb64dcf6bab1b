//! The words of a problem as data: a pattern and what fills it, so that the same problem can be said in several languages.

use std::fmt;

/// A sentence about a problem. The pattern is English and is also the key of its translations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    pattern: &'static str,
    values: Vec<(&'static str, String)>,
}

/// Says something of a problem: a pattern such as ``"product `{product}` does not exist"`` and a value for every name
/// in it. What the material itself says stands in backticks in the pattern.
pub fn said<const N: usize>(
    pattern: &'static str,
    values: [(&'static str, &dyn fmt::Display); N],
) -> Wording {
    Wording {
        pattern,
        values: values.map(|(name, value)| (name, value.to_string())).into(),
    }
}

impl Wording {
    /// The English pattern.
    #[must_use]
    pub fn pattern(&self) -> &'static str {
        self.pattern
    }

    /// The sentence by another pattern with the same names.
    #[must_use]
    pub fn filled_in(&self, pattern: &str) -> String {
        let mut words = String::with_capacity(pattern.len() + 16);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            words.push_str(before);
            let value = after.split_once('}').and_then(|(name, behind)| {
                let (_, value) = self.values.iter().find(|(own, _)| *own == name)?;
                Some((value, behind))
            });
            if let Some((value, behind)) = value {
                words.push_str(value);
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

impl fmt::Display for Wording {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.filled_in(self.pattern))
    }
}

impl From<&'static str> for Wording {
    fn from(pattern: &'static str) -> Self {
        Self {
            pattern,
            values: Vec::new(),
        }
    }
}

impl From<Wording> for String {
    fn from(wording: Wording) -> Self {
        wording.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn a_value_with_braces_is_not_filled_in_again() {
        let wording = said(
            "`{written}` is not `{wanted}`",
            [("written", &"{wanted}"), ("wanted", &8)],
        );
        assert_eq!(wording.to_string(), "`{wanted}` is not `8`");
        assert_eq!(
            wording.filled_in("geen `{wanted}`: `{written}`"),
            "geen `8`: `{wanted}`"
        );
    }
}
