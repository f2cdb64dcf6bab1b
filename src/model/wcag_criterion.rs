//! The success criteria of the guidelines for accessible web content, by number.

/// A success criterion of WCAG 2.2 (succescriterium), such as `1.4.3`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WcagCriterion(Box<str>);

impl WcagCriterion {
    /// The guidelines of WCAG 2.2 with how many criteria each has; 4.1.1 was taken out and is still named in reports.
    const GUIDELINES: [(&str, u8); 13] = [
        ("1.1", 1),
        ("1.2", 9),
        ("1.3", 6),
        ("1.4", 13),
        ("2.1", 4),
        ("2.2", 6),
        ("2.3", 3),
        ("2.4", 13),
        ("2.5", 8),
        ("3.1", 6),
        ("3.2", 6),
        ("3.3", 9),
        ("4.1", 3),
    ];

    /// `None` when WCAG has no such criterion.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (guideline, number) = text.rsplit_once('.')?;
        let (_, most) = Self::GUIDELINES
            .iter()
            .find(|(known, _)| *known == guideline)?;
        let is_plain = !number.starts_with(['0', '+']);
        let number: u8 = number.parse().ok().filter(|_| is_plain)?;
        (1..=*most).contains(&number).then(|| Self(text.into()))
    }

    /// The numbers with points.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
