//! The municipalities of a new region: written out as `0200=Apeldoorn`, or picked from the national list.

use crate::diagnostics::{phrase, said};
use crate::model::{CbsCode, Slug};
use crate::plan::to_slug;

use super::{NationalList, Refusal};

/// A municipality of a new region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMunicipality {
    /// Its CBS code.
    pub code: CbsCode,
    /// Its name, as visitors read it.
    pub name: String,
    /// The name of its folder.
    pub slug: Slug,
}

impl NewMunicipality {
    /// Takes a code and a name. `None` when the name cannot be the name of a folder.
    pub(super) fn new(code: CbsCode, name: &str) -> Option<Self> {
        let has_letter = name.chars().any(char::is_alphanumeric);
        let slug = Slug::parse(&to_slug(name)).filter(|_| has_letter)?;
        Some(Self {
            code,
            name: name.to_owned(),
            slug,
        })
    }

    /// Reads one answer: a code and a name, or, of the national list, one of the two.
    ///
    /// # Errors
    /// When it is no municipality.
    pub fn choose(answer: &str, list: Option<&NationalList>) -> Result<Self, Refusal> {
        let answer = answer.trim();
        match (answer.split_once('='), list) {
            (Some((code, name)), list) => written_out(code.trim(), name.trim(), list),
            (None, Some(list)) => list.find(answer),
            (None, None) => Err(Refusal::new(
                said(
                    "municipality `{answer}` has no code or no name",
                    [("answer", &answer)],
                ),
                phrase(
                    "write the CBS code and the name, such as `0200=Apeldoorn`, or give the national list with `--list`",
                ),
            )),
        }
    }

    /// All municipalities of one youth region of the national list.
    ///
    /// # Errors
    /// When there is no list, or the list does not know the youth region.
    pub fn choose_all_of(
        youth_region: &str,
        list: Option<&NationalList>,
    ) -> Result<Vec<Self>, Refusal> {
        list.ok_or_else(|| {
            Refusal::new(
                phrase(
                    "the municipalities of a youth region are not known without the national list",
                ),
                phrase("give the file with `--list`"),
            )
        })?
        .find_region(youth_region.trim())
    }

    /// Whether it is not among the others yet.
    ///
    /// # Errors
    /// When another one has its code or its name.
    pub fn is_new_among(&self, others: &[Self]) -> Result<bool, Refusal> {
        let same = others
            .iter()
            .find(|other| other.code == self.code || other.slug == self.slug);
        match same {
            None => Ok(true),
            Some(other) if other == self => Ok(false),
            Some(other) => Err(Refusal::new(
                said(
                    "`{name}` and `{other}` have the same code or the same name",
                    [("name", &self.name), ("other", &other.name)],
                ),
                phrase("every municipality needs a code and a name of its own"),
            )),
        }
    }
}

fn written_out(
    code: &str,
    name: &str,
    list: Option<&NationalList>,
) -> Result<NewMunicipality, Refusal> {
    let Some(code) = CbsCode::parse(code) else {
        return Err(Refusal::new(
            said("`{code}` is not a CBS code", [("code", &code)]),
            phrase("write four digits, zeros in front included, such as `0200=Apeldoorn`"),
        ));
    };
    if name.chars().any(char::is_control) {
        return Err(Refusal::new(
            phrase("the name of a municipality has a character that cannot be printed"),
            phrase("write the name in letters"),
        ));
    }
    let municipality = NewMunicipality::new(code, name).ok_or_else(|| {
        Refusal::new(
            said(
                "`{name}` is not a name of a municipality",
                [("name", &name)],
            ),
            phrase("write the name behind the code, such as `0200=Apeldoorn`"),
        )
    })?;
    match list.and_then(|list| list.name_of(&municipality.code)) {
        Some(listed) if to_slug(listed) != municipality.slug.as_str() => Err(Refusal::new(
            said(
                "`{code}` is the code of `{listed}`, not of `{name}`",
                [
                    ("code", &municipality.code.as_str()),
                    ("listed", &listed),
                    ("name", &name),
                ],
            ),
            phrase("write the code and the name of one municipality, or only one of the two"),
        )),
        Some(_) | None => Ok(municipality),
    }
}

/// The municipalities in order of name, each once.
pub(super) fn together(chosen: Vec<NewMunicipality>) -> Result<Vec<NewMunicipality>, Refusal> {
    let mut all: Vec<NewMunicipality> = Vec::new();
    for municipality in chosen {
        if municipality.is_new_among(&all)? {
            all.push(municipality);
        }
    }
    all.sort_by(|one, two| one.slug.cmp(&two.slug));
    Ok(all)
}
