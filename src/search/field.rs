//! The fields of a document, each with its weight.

/// Part of a document. The order is that in which scores are added up, here and in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Names: of a product in plain words and in the product book, the question of a profile, a provider's names, a code.
    Title,
    /// What visitors say.
    Lay,
    /// A sentence: a summary, the places of a provider.
    Short,
    /// Parts of the compounds in the three before, and what visitors say who may also be helped by it.
    Parts,
    /// The whole text.
    Body,
    /// Words of the phrases that visitors say: one of them alone is only a hint.
    Hints,
}

impl Field {
    /// All, in order.
    pub const ALL: [Self; 6] = [
        Self::Title,
        Self::Lay,
        Self::Short,
        Self::Parts,
        Self::Body,
        Self::Hints,
    ];
    /// Those of the first file for the browser; the others come in the second.
    pub const CORE: [Self; 3] = [Self::Title, Self::Lay, Self::Short];
    /// Those that the second file adds as they are; hints come with the phrases.
    pub(super) const REST: [Self; 2] = [Self::Parts, Self::Body];

    /// Its rank.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// Its name in the index.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Lay => "lay",
            Self::Short => "short",
            Self::Parts => "parts",
            Self::Body => "body",
            Self::Hints => "hints",
        }
    }

    /// Whether a long field counts for less per word: not where the words are a list, which is long because much is known.
    pub(super) fn has_norms(self) -> bool {
        match self {
            Self::Title | Self::Short | Self::Body => true,
            Self::Lay | Self::Parts | Self::Hints => false,
        }
    }

    /// What a match in it counts for.
    #[must_use]
    pub fn weight(self) -> f32 {
        match self {
            Self::Title => 4.0,
            Self::Lay => 3.0,
            Self::Short => 2.0,
            Self::Parts | Self::Hints => 1.5,
            Self::Body => 1.0,
        }
    }
}
