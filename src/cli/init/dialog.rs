//! The questions of `init`: one after the other, each again until its answer can be used.

use std::io::{self, BufRead, Write};

use crate::diagnostics::{Language, Phrase, Wording, phrase, said};
use crate::init::{Answers, NationalList, NewMunicipality, NewRegion, Refusal};

/// An answer that begins so names a youth region, which may have the name of a municipality.
const REGION: &str = "regio ";

/// A dialog that came to no end.
#[derive(Debug, thiserror::Error)]
pub(super) enum DialogError {
    /// Nobody answers any more.
    #[error("the answers ended before the question: {question}")]
    Ended {
        /// The question without an answer.
        question: String,
    },
    /// The terminal failed.
    #[error("cannot ask")]
    Io(#[from] io::Error),
}

/// Asks for what is not answered yet.
pub(super) fn ask(
    reader: impl BufRead,
    writer: impl Write,
    given: Answers,
    list: Option<&NationalList>,
    language: Language,
) -> Result<Answers, DialogError> {
    let mut dialog = Dialog {
        reader,
        writer,
        language,
    };
    let mut answers = given;
    if answers.name.is_none() {
        answers.name = dialog.until(
            phrase("What is the name of the region?"),
            NewRegion::judge_name,
        )?;
    }
    if answers.publisher.is_none() {
        let question = phrase("Who publishes the sites? Enter: the region");
        answers.publisher = dialog.unless_empty(question, NewRegion::judge_name)?;
    }
    if answers.municipalities.is_empty() && answers.youth_regions.is_empty() {
        dialog.municipalities(&mut answers, list)?;
    }
    if answers.base_url.is_none() {
        let question = phrase("At which address will the sites stand? Enter: not known yet");
        answers.base_url = dialog.unless_empty(question, NewRegion::judge_base_url)?;
    }
    if answers.contact_email.is_none() {
        let question = phrase("Which mail address may visitors write to? Enter: not known yet");
        answers.contact_email = dialog.unless_empty(question, NewRegion::judge_contact_email)?;
    }
    if !answers.is_also_english {
        answers.is_also_english = dialog.yes_or_no(phrase("Also in English? y or n. Enter: n"))?;
    }
    Ok(answers)
}

struct Dialog<R, W> {
    reader: R,
    writer: W,
    language: Language,
}

impl<R: BufRead, W: Write> Dialog<R, W> {
    /// Asks again until the answer can be used.
    fn until<T>(
        &mut self,
        question: Phrase,
        judge: fn(&str) -> Result<T, Refusal>,
    ) -> Result<Option<String>, DialogError> {
        loop {
            let answer = self.answer(&question.into())?;
            match judge(&answer) {
                Ok(_) => return Ok(Some(answer)),
                Err(refusal) => self.say(&refusal)?,
            }
        }
    }

    /// As [`Self::until`]; an empty answer leaves the question open.
    fn unless_empty<T>(
        &mut self,
        question: Phrase,
        judge: fn(&str) -> Result<T, Refusal>,
    ) -> Result<Option<String>, DialogError> {
        loop {
            let answer = self.answer(&question.into())?;
            if answer.is_empty() {
                return Ok(None);
            }
            match judge(&answer) {
                Ok(_) => return Ok(Some(answer)),
                Err(refusal) => self.say(&refusal)?,
            }
        }
    }

    fn yes_or_no(&mut self, question: Phrase) -> Result<bool, DialogError> {
        loop {
            match self.answer(&question.into())?.to_lowercase().as_str() {
                "y" | "yes" | "j" | "ja" => return Ok(true),
                "n" | "no" | "nee" | "" => return Ok(false),
                _ => self.line(&phrase("answer with y or n").into())?,
            }
        }
    }

    /// One answer for each municipality; an empty one ends the list, which may not be empty.
    fn municipalities(
        &mut self,
        answers: &mut Answers,
        list: Option<&NationalList>,
    ) -> Result<(), DialogError> {
        let first = match list {
            Some(_) => phrase(
                "Which municipalities? One a line, by name or code, or `regio` and a youth region. Enter: that is all",
            ),
            None => phrase(
                "Which municipalities? One a line, such as `0200=Apeldoorn`. Enter: that is all",
            ),
        };
        self.line(&first.into())?;
        let mut taken: Vec<NewMunicipality> = Vec::new();
        loop {
            let rank = taken.len() + 1;
            let question = said("municipality {rank}", [("rank", &rank)]);
            let answer = self.answer(&question)?;
            if answer.is_empty() && !taken.is_empty() {
                answers.municipalities = taken.iter().map(written_out).collect();
                return Ok(());
            }
            match chosen(&answer, list, &taken) {
                Ok(municipalities) => {
                    for municipality in municipalities {
                        let code = municipality.code.as_str();
                        writeln!(self.writer, "  {code} {}", municipality.name)?;
                        taken.push(municipality);
                    }
                }
                Err(refusal) => self.say(&refusal)?,
            }
        }
    }

    fn answer(&mut self, question: &Wording) -> Result<String, DialogError> {
        let question = question.in_language(self.language);
        write!(self.writer, "{question}\n> ")?;
        self.writer.flush()?;
        let mut line = String::new();
        if self.reader.read_line(&mut line)? == 0 {
            return Err(DialogError::Ended { question });
        }
        Ok(line.trim().to_owned())
    }

    fn say(&mut self, refusal: &Refusal) -> Result<(), DialogError> {
        self.line(&refusal.problem)?;
        for help in &refusal.help {
            writeln!(self.writer, "  {}", help.in_language(self.language))?;
        }
        Ok(())
    }

    fn line(&mut self, words: &Wording) -> Result<(), DialogError> {
        Ok(writeln!(
            self.writer,
            "{}",
            words.in_language(self.language)
        )?)
    }
}

/// The municipalities that an answer adds to those that are taken.
fn chosen(
    answer: &str,
    list: Option<&NationalList>,
    taken: &[NewMunicipality],
) -> Result<Vec<NewMunicipality>, Refusal> {
    let chosen = match answer.strip_prefix(REGION) {
        Some(region) => NewMunicipality::choose_all_of(region, list)?,
        None => vec![NewMunicipality::choose(answer, list)?],
    };
    let mut new = Vec::new();
    for municipality in chosen {
        if municipality.is_new_among(taken)? {
            new.push(municipality);
        }
    }
    Ok(new)
}

fn written_out(municipality: &NewMunicipality) -> String {
    format!("{}={}", municipality.code.as_str(), municipality.name)
}
