//! The fields of a document, each with its weight.

/// Part of a document. The order is that in which scores are added up, here and in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Names: of a product in plain words and in the product book, the question of a profile, a provider's names, a code.
    Title,
    /// Codes and languages of a provider, postcodes of a place.
    Codes,
    /// A sentence: a summary, the places of a provider.
    Short,
    /// Parts of the compounds in the title and the sentence.
    Parts,
    /// The whole text.
    Body,
}

/// What is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What a browser has with the first file: names and sentences, and what visitors say in one word that is not rare.
    First,
    /// All fields, and everything that visitors say.
    Whole,
}

impl Field {
    /// All, in order.
    pub const ALL: [Self; 5] = [
        Self::Title,
        Self::Codes,
        Self::Short,
        Self::Parts,
        Self::Body,
    ];
    /// Those of the first file for the browser; the others come in the second.
    pub(super) const CORE: [Self; 2] = [Self::Title, Self::Short];
    /// Those that the second file adds.
    pub(super) const REST: [Self; 3] = [Self::Codes, Self::Parts, Self::Body];

    /// Those that are searched.
    pub(super) fn of(reach: Reach) -> &'static [Self] {
        match reach {
            Reach::First => &Self::CORE,
            Reach::Whole => &Self::ALL,
        }
    }

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
            Self::Codes => "codes",
            Self::Short => "short",
            Self::Parts => "parts",
            Self::Body => "body",
        }
    }

    /// Whether a long field counts for less per word: not where the words are a list, which is long because much is known.
    pub(super) fn has_norms(self) -> bool {
        match self {
            Self::Title | Self::Short | Self::Body => true,
            Self::Codes | Self::Parts => false,
        }
    }

    /// What a match in it counts for.
    #[must_use]
    pub fn weight(self) -> f32 {
        match self {
            Self::Title => 0.8,
            Self::Codes => 8.0,
            Self::Short | Self::Parts => 1.1,
            Self::Body => 1.3,
        }
    }
}
