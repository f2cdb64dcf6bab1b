//! What somebody answered about a new region, and what becomes of it once it is judged.

use jiff::civil::Date;

use crate::diagnostics::{Wording, phrase, said};
use crate::model::{MailAddress, WebAddress};

use super::municipality::together;
use super::{NationalList, NewMunicipality, Refusal};

/// An address that does not exist, until the region has its own.
const NO_ADDRESS_YET: &str = "https://keuzewijzer.example";
const NO_MAIL_YET: &str = "redactie@keuzewijzer.example";

/// What somebody answered, unjudged. What is absent was not answered.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// The name of the region, as visitors read it.
    pub name: Option<String>,
    /// Who publishes the site; without it the region.
    pub publisher: Option<String>,
    /// The address of the region's front door; without it one that does not exist.
    pub base_url: Option<String>,
    /// Whom visitors and providers write to; without it an address that does not exist.
    pub contact_email: Option<String>,
    /// Municipalities as [`NewMunicipality::choose`] takes them.
    pub municipalities: Vec<String>,
    /// Youth regions of the national list, all municipalities of which are taken.
    pub youth_regions: Vec<String>,
    /// Whether the site is also in English.
    pub is_also_english: bool,
}

/// A region that can be made.
#[derive(Clone, Debug)]
pub struct NewRegion {
    pub(super) name: String,
    pub(super) publisher: String,
    pub(super) base_url: WebAddress,
    pub(super) contact_email: MailAddress,
    pub(super) municipalities: Vec<NewMunicipality>,
    pub(super) is_also_english: bool,
    /// Whether an address is still one that does not exist.
    pub(super) has_placeholder: bool,
    pub(super) today: Date,
}

impl NewRegion {
    /// Judges all answers together, so that all faults are known at once. `today` is the day from which contracts and
    /// figures of the example hold.
    ///
    /// # Errors
    /// Every answer that cannot be used or is missing.
    pub fn judge(
        answers: &Answers,
        list: Option<&NationalList>,
        today: Date,
    ) -> Result<Self, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let name = answers.name.as_deref().ok_or_else(no_name);
        let name = keep(name.and_then(Self::judge_name), &mut refusals);
        let publisher = match &answers.publisher {
            Some(publisher) => keep(Self::judge_name(publisher), &mut refusals),
            None => name.clone(),
        };
        let base_url = answers.base_url.as_deref().unwrap_or(NO_ADDRESS_YET);
        let base_url = keep(Self::judge_base_url(base_url), &mut refusals);
        let contact_email = answers.contact_email.as_deref().unwrap_or(NO_MAIL_YET);
        let contact_email = keep(Self::judge_contact_email(contact_email), &mut refusals);
        let municipalities = municipalities(answers, list, &mut refusals);
        match (name, publisher, base_url, contact_email, municipalities) {
            (
                Some(name),
                Some(publisher),
                Some(base_url),
                Some(contact_email),
                Some(municipalities),
            ) if refusals.is_empty() => Ok(Self {
                name,
                publisher,
                base_url,
                contact_email,
                municipalities,
                is_also_english: answers.is_also_english,
                has_placeholder: answers.base_url.is_none() || answers.contact_email.is_none(),
                today,
            }),
            _ => Err(refusals),
        }
    }

    /// A name of a region or a publisher: one line with something in it.
    ///
    /// # Errors
    /// When it is not.
    pub fn judge_name(written: &str) -> Result<String, Refusal> {
        let name = written.trim();
        if !name.chars().any(char::is_alphanumeric) {
            return Err(Refusal::new(
                phrase("a name has at least one letter"),
                phrase("write a name, such as `Jeugdregio Voorbeeld`"),
            ));
        }
        if name.chars().any(char::is_control) {
            return Err(Refusal::new(
                phrase("a name has a character that cannot be printed"),
                phrase("write the name in one line"),
            ));
        }
        Ok(name.to_owned())
    }

    /// An address where a site can stand.
    ///
    /// # Errors
    /// When it is none.
    pub fn judge_base_url(written: &str) -> Result<WebAddress, Refusal> {
        let written = written.trim();
        WebAddress::parse(written)
            .filter(|address| !address.as_str().contains(['?', '#']))
            .ok_or_else(|| {
                Refusal::new(
                    said(
                        "`{written}` cannot be the address of a site",
                        [("written", &written)],
                    ),
                    phrase("write the whole address, such as `https://keuzewijzer.example`"),
                )
            })
    }

    /// A mail address.
    ///
    /// # Errors
    /// When it is none.
    pub fn judge_contact_email(written: &str) -> Result<MailAddress, Refusal> {
        let written = written.trim();
        MailAddress::parse(written).ok_or_else(|| {
            Refusal::new(
                said("`{written}` is not a mail address", [("written", &written)]),
                phrase("write one address, such as `redactie@keuzewijzer.example`"),
            )
        })
    }

    /// How many municipalities it has.
    #[must_use]
    pub fn municipality_count(&self) -> usize {
        self.municipalities.len()
    }
}

fn no_name() -> Refusal {
    Refusal::new(
        phrase("a new region needs a name"),
        phrase("give it with `--name`, such as `--name \"Jeugdregio Voorbeeld\"`"),
    )
}

fn municipalities(
    answers: &Answers,
    list: Option<&NationalList>,
    refusals: &mut Vec<Refusal>,
) -> Option<Vec<NewMunicipality>> {
    let mut chosen = Vec::new();
    for region in &answers.youth_regions {
        let found = NewMunicipality::choose_all_of(region, list);
        chosen.extend(keep(found, refusals).into_iter().flatten());
    }
    for answer in &answers.municipalities {
        chosen.extend(keep(NewMunicipality::choose(answer, list), refusals));
    }
    if answers.youth_regions.is_empty() && answers.municipalities.is_empty() {
        let how: Wording =
            phrase("give each with `--municipality`, such as `--municipality 0200=Apeldoorn`")
                .into();
        refusals.push(Refusal::new(
            phrase("a new region needs its municipalities"),
            how,
        ));
        return None;
    }
    keep(together(chosen), refusals)
}

/// The value; a refusal goes to the others.
fn keep<T>(judged: Result<T, Refusal>, refusals: &mut Vec<Refusal>) -> Option<T> {
    judged.map_err(|refusal| refusals.push(refusal)).ok()
}
