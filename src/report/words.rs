//! Dutch words that the page and the mails have in common.

use jiff::civil::Date;

use crate::diagnostics::{Language, day_in};
use crate::model::Measure;

/// «1 maart 2026»
pub(super) fn day(date: Date) -> String {
    day_in(date, Language::Dutch)
}

/// «A, B en C»
pub(super) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} en {last}", before.join(", ")),
    }
}

/// «12 van de 15 (80 %)», rounded down so that only all is 100 %; without a whole there is no share.
pub(super) fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "niets om te tellen".to_owned();
    }
    match part * 100 / whole {
        0 if part > 0 => format!("{part} van de {whole} (minder dan 1\u{a0}%)"),
        percent => format!("{part} van de {whole} ({percent}\u{a0}%)"),
    }
}

/// What a measure is about.
pub(super) fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::ExperienceYouth => "Ervaring van jongeren",
        Measure::ExperienceParents => "Ervaring van ouders",
        Measure::DropoutEndedEarly => "Hulp te vroeg gestopt",
        Measure::DropoutNoShow => "Niet meer gekomen",
        Measure::GoalEducation => "Doel gehaald: naar school",
        Measure::GoalFamilyBalance => "Doel gehaald: rust in het gezin",
        Measure::GoalFewerProblems => "Doel gehaald: minder problemen",
        Measure::GoalParticipation => "Doel gehaald: meedoen",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_all_is_a_hundred_percent_and_nothing_has_no_share() {
        assert_eq!(share(12, 15), "12 van de 15 (80\u{a0}%)");
        assert_eq!(share(299, 300), "299 van de 300 (99\u{a0}%)");
        assert_eq!(share(300, 300), "300 van de 300 (100\u{a0}%)");
        assert_eq!(share(0, 15), "0 van de 15 (0\u{a0}%)");
        assert_eq!(share(1, 300), "1 van de 300 (minder dan 1\u{a0}%)");
        assert_eq!(share(0, 0), "niets om te tellen");
    }

    #[test]
    fn the_last_name_of_a_list_follows_en() {
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(list(&names), "a, b en c");
        assert_eq!(list(&names[..1]), "a");
    }
}
