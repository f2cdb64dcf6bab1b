//! What a provider is asked, as a text to mail: only what it has to do itself.

use crate::model::{Dataset, PersonalDetail, ProviderId};

use super::gaps::{Gap, Help};
use super::words;

/// How every mail begins.
const TO: &str = "Aan: ";
/// How the second line of every mail begins.
const SUBJECT: &str = "Onderwerp: Uw gegevens op de keuzewijzer van ";

/// Lines are this long at most, as mail programs like them.
const WIDTH: usize = 76;

/// Whether a text is a mail that an earlier report made. Others keep mails too, and those are not ours to remove.
pub(super) fn is_mail(text: &[u8]) -> bool {
    let mut lines = text.split(|byte| *byte == b'\n');
    [TO, SUBJECT].into_iter().all(|beginning| {
        let line = lines.next();
        line.is_some_and(|line| line.starts_with(beginning.as_bytes()))
    })
}

/// The mail, with whom it is for and its subject in front.
pub(super) fn text(dataset: &Dataset, provider: ProviderId, gaps: &[Gap]) -> String {
    let site = dataset.site();
    let to = dataset.provider(provider);
    let address = match (&to.email, to.keeps_out(PersonalDetail::Email)) {
        (Some(address), _) => address.as_str(),
        (None, true) => "(zie het bestand van de aanbieder: een eenmanszaak)",
        (None, false) => "(geen mailadres bekend)",
    };
    let mut mail = format!(
        "{TO}{address}\n{SUBJECT}{}\n\nBeste {},\n\n",
        in_one_line(&site.name),
        in_one_line(&to.name)
    );
    mail.push_str(&wrapped(
        &format!(
            "Gezinnen in {} kiezen zelf een aanbieder. Op de keuzewijzer zien zij ook uw gegevens. \
             Wij hebben die nagekeken voor {}. Wilt u ons helpen met het volgende?",
            site.name,
            words::day(dataset.date())
        ),
        "",
    ));
    for (number, gap) in (1..).zip(gaps) {
        mail.push('\n');
        mail.push_str(&wrapped(&format!("{number}. {}", request(gap)), "   "));
    }
    mail.push('\n');
    mail.push_str(&wrapped(
        "U kunt antwoorden op deze mail. Wij passen uw gegevens dan aan.",
        "",
    ));
    let closing = [
        "\nMet vriendelijke groet,\n\n",
        &site.publisher,
        "\n",
        site.contact_email.as_str(),
        "\n",
    ];
    mail + &closing.concat()
}

/// What is asked of the provider.
fn request(gap: &Gap) -> String {
    match gap {
        Gap::NoContact => "Wij hebben geen telefoonnummer en geen mailadres van u. Hoe kunnen \
             gezinnen u bereiken?"
            .to_owned(),
        Gap::NoWait(helps) => format!(
            "Wij weten niet hoelang de wachttijd is voor: {}. Hoelang wachten gezinnen nu? \
             Noem per soort hulp het aantal weken, of dat tot het eerste gesprek is of tot de hulp begint, \
             en van welke dag het cijfer is.",
            Help::in_words(helps)
        ),
        Gap::UnknownAdmission(helps) => format!(
            "Wij weten niet of gezinnen zich nu kunnen aanmelden voor: {}. Kan dat, of is er een \
             aanmeldstop?",
            Help::in_words(helps)
        ),
        Gap::Contradiction(names) => format!(
            "Wij lezen twee verschillende dingen over aanmelden voor: {}. Het contract zegt iets anders \
             dan uw laatste wachttijd. Kunnen gezinnen zich nu aanmelden? Tot wij dat weten, staat op de \
             site dat het niet kan.",
            words::list(names)
        ),
        Gap::OldWait(helps) => format!(
            "Deze wachttijd is oud: {}. Gezinnen lezen erbij dat het cijfer oud is. Hoelang is de \
             wachttijd nu?",
            Help::in_words(helps)
        ),
        Gap::HiddenWait(helps) => format!(
            "Deze wachttijd is te oud: {}. Gezinnen zien het cijfer niet meer. Hoelang is de wachttijd nu?",
            Help::in_words(helps)
        ),
        Gap::OldStop(helps) => format!(
            "Dit hoorden wij lang geleden: aanmelden kan niet voor {}. Is dat nog zo?",
            Help::in_words(helps)
        ),
        Gap::NoOutcomes => {
            "Wij hebben geen uitkomsten van u, zoals wat ouders en jongeren van de hulp \
             vinden. Kunt u die sturen?"
                .to_owned()
        }
        Gap::OldOutcomes(end) => format!(
            "Uw laatste uitkomsten gaan tot en met {}. Gezinnen lezen erbij dat ze oud zijn. Heeft u \
             nieuwere?",
            words::day(*end)
        ),
        Gap::HiddenOutcomes(end) => format!(
            "Uw laatste uitkomsten gaan tot en met {}. Ze zijn te oud, dus gezinnen zien ze niet meer. \
             Heeft u nieuwere?",
            words::day(*end)
        ),
    }
}

impl Help {
    /// « (alleen in Zutphen)»; nothing when it is so everywhere.
    pub(super) fn only_in_words(&self) -> String {
        if self.only_in.is_empty() {
            String::new()
        } else {
            format!(" (alleen in {})", words::list(&self.only_in))
        }
    }

    /// «Gezinsbegeleiding (alleen in Zutphen), van 1 maart 2026»
    pub(super) fn in_words(helps: &[Self]) -> String {
        let one = |help: &Self| {
            let date = help.date.map(words::day);
            let date = date.map_or_else(String::new, |date| format!(" (van {date})"));
            format!("{}{}{date}", help.name, help.only_in_words())
        };
        words::list(&helps.iter().map(one).collect::<Vec<_>>())
    }
}

/// A name without line breaks: one in the head of a mail would begin a line that the mail program reads for itself.
fn in_one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cut into lines between words; what follows the first line is indented.
fn wrapped(text: &str, indent: &str) -> String {
    let mut lines = String::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let has_room = line.chars().count() + 1 + word.chars().count() <= WIDTH;
        if line.trim().is_empty() || has_room {
            if !line.trim().is_empty() {
                line.push(' ');
            }
        } else {
            lines.push_str(&line);
            lines.push('\n');
            indent.clone_into(&mut line);
        }
        line.push_str(word);
    }
    lines + &line + "\n"
}
