//! The `serve` command.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;

use clap::Args;
use jiff::civil::Date;

use crate::diagnostics::render::summary;
use crate::diagnostics::{Diagnostic, Severity, said};
use crate::pipeline::{Findings, Options};
use crate::publish::Compression;
use crate::serve::{Event, PreviewOptions, Shown, serve};

use super::surroundings::{now, program};
use super::{ShowArguments, fail_in, print, show, tell, today};

/// Preview the sites in a browser; pages load themselves again when a file changes
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer serve\n  keuzewijzer serve --content mijn-regio --port 8080\n  keuzewijzer serve --lan\n\nCtrl-C ends it. Nothing is published."
)]
pub(super) struct ServeArguments {
    /// The region's folder
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// The folder of themes
    #[arg(long, default_value = "themes")]
    themes: PathBuf,
    /// The day the sites are made for, such as 2026-11-15 [default: the day in site.toml, or today]
    #[arg(long)]
    date: Option<Date>,
    /// The port; 0 for any free one [default: the first free one from 4000]
    #[arg(long)]
    port: Option<u16>,
    /// Let others on the same network see the preview too, such as a phone
    #[arg(long)]
    lan: bool,
    #[command(flatten)]
    show: ShowArguments,
}

/// Previews until somebody ends it.
pub(super) fn run(arguments: &ServeArguments) -> ExitCode {
    let options = PreviewOptions {
        region: Options {
            content: arguments.content.clone(),
            themes: arguments.themes.clone(),
            date: arguments.date,
            today: today(),
            is_strict: false,
            program: program(),
            compression: Compression::None,
            shard: None,
            previous: None,
        },
        port: arguments.port,
        is_on_network: arguments.lan,
        language: arguments.show.told.language(),
    };
    let teller = Teller {
        show: &arguments.show,
        begun: Mutex::new(now()),
    };
    match serve(&options, &today, &|event| teller.tell(&event)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail_in(&error, arguments.show.told.language()),
    }
}

/// Tells somebody at a terminal what happens.
struct Teller<'a> {
    show: &'a ShowArguments,
    /// When the region began to be read.
    begun: Mutex<Instant>,
}

impl Teller<'_> {
    fn tell(&self, event: &Event<'_>) {
        let language = self.show.told.language();
        match event {
            Event::Listening {
                here,
                on_network,
                is_another_port,
            } => {
                if *is_another_port {
                    tell("port 4000 is taken by another program", language);
                }
                // On standard output, for programs that start a preview.
                print(&format!("{here}\n"));
                if let Some(address) = on_network {
                    let words = said(
                        "on the same network, such as on a phone: {address}",
                        [("address", address)],
                    );
                    tell(words, language);
                }
            }
            Event::Changed => *self.begun() = now(),
            Event::Read {
                findings,
                failure,
                shown,
            } => {
                let milliseconds = now().duration_since(*self.begun()).as_millis();
                let what = match failure {
                    Some(failure) => (*failure).to_owned(),
                    None => summary(&findings.diagnostics, language),
                };
                let facts: [(_, &dyn std::fmt::Display); 2] =
                    [("milliseconds", &milliseconds), ("what", &what)];
                let words = match shown {
                    Shown::Same => return,
                    Shown::New => said("read in {milliseconds} ms: {what}", facts),
                    Shown::LastGood => said(
                        "read in {milliseconds} ms: {what}; the last version without errors is shown",
                        facts,
                    ),
                    Shown::Problems => said(
                        "read in {milliseconds} ms: {what}; there is no version without errors to show yet",
                        facts,
                    ),
                };
                self.show_errors(findings);
                tell(words, language);
            }
            Event::Checked { findings } => {
                self.show_errors(findings);
                let what = summary(&findings.diagnostics, language);
                tell(
                    said("after a look at the other pages: {what}", [("what", &what)]),
                    language,
                );
            }
        }
    }

    /// Warnings stand in the page: a terminal that repeats them at every change shows nothing else.
    fn show_errors(&self, findings: &Findings) {
        let errors: Vec<Diagnostic> = findings
            .diagnostics
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .cloned()
            .collect();
        if !errors.is_empty() {
            show(&errors, &findings.sources, self.show);
        }
    }

    fn begun(&self) -> std::sync::MutexGuard<'_, Instant> {
        self.begun
            .lock()
            .expect("no thread panics while it looks at the clock")
    }
}
