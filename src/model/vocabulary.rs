//! The words of visitors: what they mean, which count as one, which say little, and which say that it cannot wait.

use super::code::{LanguageTag, Slug};
use super::ids::{ProductId, ProfileId};

/// What the search knows about words (woordenlijst).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Words and phrases of a crisis; a phrase is met when all its words occur, in any order.
    pub crisis: Vec<Box<str>>,
    /// Words that everybody types: they add a little and never decide.
    pub weak: Vec<Box<str>>,
    /// Forms that count as one word; the first is the one that the others count as.
    pub families: Vec<Vec<Box<str>>>,
    /// Words that compounds may be taken apart into, though no text has them alone.
    pub parts: Vec<Box<str>>,
    /// Languages as visitors call them, by their tag.
    pub languages: Vec<(LanguageTag, Vec<Box<str>>)>,
    /// What visitors say and what it means.
    pub words: Vec<VocabularyEntry>,
}

/// What visitors say, and where that leads: to words of professionals, or to pages of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VocabularyEntry {
    /// What visitors say.
    pub say: Vec<Box<str>>,
    /// What professionals call it.
    pub means: Vec<Box<str>>,
    /// What it is about.
    pub about: Goals,
    /// What a good adviser would also show.
    pub also: Goals,
}

/// Where words of visitors lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goals {
    /// Kinds of help.
    pub products: Vec<ProductId>,
    /// Questions.
    pub profiles: Vec<ProfileId>,
    /// Pages of the region.
    pub pages: Vec<Slug>,
    /// Freely accessible help, by name.
    pub services: Vec<Box<str>>,
}
