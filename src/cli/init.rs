//! The `init` command: a new region by flags, or by questions.

mod dialog;

use std::fmt::Write as _;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValuesParser;
use jiff::civil::Date;

use crate::diagnostics::{Language, SourceMap, Wording, said};
use crate::init::{self, Answers, InitError, NationalList, NewRegion, Refusal};

use self::dialog::DialogError;
use super::{MATERIAL_IS_WRONG, NOT_UNDERSTOOD, ShowArguments, fail_in, say, show, tell, today};

/// Start a new region: make a folder with content that builds at once
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer init mijn-regio\n  keuzewijzer init mijn-regio --name \"Jeugdregio Voorbeeld\" --municipality 0200=Apeldoorn --municipality 0301=Zutphen\n  keuzewijzer init mijn-regio --name \"Jeugdregio Voorbeeld\" --list gemeenten.csv --youth-region Achterhoek --other-language en"
)]
pub(super) struct InitArguments {
    /// The folder to make; it must be empty or not there
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// The name of the region, as visitors read it
    #[arg(long)]
    name: Option<String>,
    /// A municipality as `0200=Apeldoorn`; with `--list` its name or its code is enough. May be given more than once
    #[arg(long = "municipality", value_name = "CODE=NAME")]
    municipalities: Vec<String>,
    /// All municipalities of this youth region of the list. May be given more than once
    #[arg(long = "youth-region", value_name = "NAME", requires = "list")]
    youth_regions: Vec<String>,
    /// The national list of municipalities of the CBS («Gemeenten alfabetisch»): .xlsx, .ods or CSV
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
    /// The language of the texts that the region starts with
    #[arg(long, default_value = "nl", value_parser = PossibleValuesParser::new(["nl"]))]
    language: String,
    /// Another language of the sites. May be given more than once
    #[arg(long = "other-language", value_name = "LANGUAGE", value_parser = PossibleValuesParser::new(["en"]))]
    other_languages: Vec<String>,
    /// The address of the region's front door [default: one that does not exist]
    #[arg(long, value_name = "ADDRESS")]
    base_url: Option<String>,
    /// Whom visitors and providers write to [default: an address that does not exist]
    #[arg(long, value_name = "MAIL")]
    contact_email: Option<String>,
    /// Who publishes the sites [default: the region]
    #[arg(long)]
    publisher: Option<String>,
    /// The day from which the example holds [default: today]
    #[arg(long)]
    date: Option<Date>,
    /// Also write the default theme into the folder, to change it
    #[arg(long)]
    with_theme: bool,
    /// Ask for what is not given, also when the answers come from a file or a pipe
    #[arg(long)]
    ask: bool,
    #[command(flatten)]
    show: ShowArguments,
}

/// Makes the region and says what to do next.
pub(super) fn run(arguments: &InitArguments) -> ExitCode {
    let language = arguments.show.told.language();
    let mut list = None;
    if let Some(path) = &arguments.list {
        match read_list(path, &arguments.show) {
            Ok(Some(read)) => list = Some(read),
            Ok(None) => return ExitCode::from(MATERIAL_IS_WRONG),
            Err(error) => return fail_in(&error, language),
        }
    }
    let mut answers = arguments.answers();
    if arguments.asks(&answers) {
        let stdin = std::io::stdin().lock();
        match dialog::ask(
            stdin,
            std::io::stderr().lock(),
            answers,
            list.as_ref(),
            language,
        ) {
            Ok(given) => answers = given,
            Err(DialogError::Ended { question }) => {
                let ended = said(
                    "error: the answers ended before the question: {question}",
                    [("question", &question)],
                );
                tell(ended, language);
                return ExitCode::from(NOT_UNDERSTOOD);
            }
            Err(error @ DialogError::Io(_)) => return fail_in(&error, language),
        }
    }
    let day = arguments.date.unwrap_or_else(today);
    let region = match NewRegion::judge(&answers, list.as_ref(), day) {
        Ok(region) => region,
        Err(refusals) => {
            for refusal in &refusals {
                say(&in_words(refusal, language));
            }
            return ExitCode::from(NOT_UNDERSTOOD);
        }
    };
    match init::start(&region, &arguments.folder, arguments.with_theme) {
        Ok(files) => {
            say(&next_steps(&arguments.folder, &region, files, language));
            ExitCode::SUCCESS
        }
        Err(error) => fail_in(&error, language),
    }
}

impl InitArguments {
    fn answers(&self) -> Answers {
        Answers {
            name: self.name.clone(),
            publisher: self.publisher.clone(),
            base_url: self.base_url.clone(),
            contact_email: self.contact_email.clone(),
            municipalities: self.municipalities.clone(),
            youth_regions: self.youth_regions.clone(),
            is_also_english: self.other_languages.iter().any(|other| other == "en"),
        }
    }

    /// Whether somebody is there to ask, and there is something to ask.
    fn asks(&self, answers: &Answers) -> bool {
        let has_municipalities =
            !answers.municipalities.is_empty() || !answers.youth_regions.is_empty();
        let is_missing = answers.name.is_none() || !has_municipalities;
        let is_terminal = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        self.ask || (is_missing && is_terminal)
    }
}

/// The list, when it can be used; what is wrong with it is shown.
fn read_list(path: &Path, arguments: &ShowArguments) -> Result<Option<NationalList>, InitError> {
    let mut sources = SourceMap::default();
    let mut problems = Vec::new();
    let list = NationalList::read(path, &mut sources, &mut problems)?;
    show(&problems, &sources, arguments);
    Ok(list.filter(|_| problems.is_empty()))
}

fn in_words(refusal: &Refusal, language: Language) -> String {
    let [error, tip] = ["error", "help"].map(|word| Wording::from(word).in_language(language));
    let mut words = format!("{error}: {}\n", refusal.problem.in_language(language));
    for help in &refusal.help {
        let _ = writeln!(words, "  {tip}: {}", help.in_language(language));
    }
    words
}

fn next_steps(folder: &Path, region: &NewRegion, files: usize, language: Language) -> String {
    let municipalities = match region.municipality_count() {
        1 => said("1 municipality", []),
        several => said("{count} municipalities", [("count", &several)]),
    };
    let folder = folder.display();
    let made = said(
        "{folder}: a new region of {municipalities}, {files} files",
        [("folder", &folder), ("files", &files)],
    )
    .with("municipalities", municipalities);
    let look = said(
        "to see it: cd {folder} && keuzewijzer build",
        [("folder", &folder)],
    );
    let next = said(
        "what to do next: {folder}/LEESMIJ.md",
        [("folder", &folder)],
    );
    let lines = [made, look, next].map(|line| line.in_language(language) + "\n");
    lines.concat()
}
