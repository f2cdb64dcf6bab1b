//! What a run is doing, on a terminal, and how long each step of it took.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::IsTerminal;
use std::time::{Duration, Instant};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use crate::diagnostics::{Language, Wording, phrase, said};
use crate::pipeline::{Event, Step};

use super::surroundings::now;

/// What is said of a run besides its problems.
#[derive(Args)]
pub(super) struct ProgressArguments {
    /// Say how long each step took
    #[arg(long)]
    pub(super) timings: bool,
    /// Show problems only, and files that are lost: no progress and no summary
    #[arg(long, short)]
    pub(super) quiet: bool,
}

/// Watches a run.
pub(super) struct Progress {
    language: Language,
    bar: ProgressBar,
    clock: RefCell<Clock>,
}

struct Clock {
    begun: Instant,
    /// What is being done, and since when.
    doing: Option<(Step, Instant)>,
    spent: BTreeMap<Step, Duration>,
}

/// How long a run took.
pub(super) struct Times {
    /// From the first moment to the last.
    pub(super) whole: Duration,
    /// Each step in the order of the run; several turns of one step are one.
    steps: BTreeMap<Step, Duration>,
}

const REFRESH: Duration = Duration::from_millis(100);

impl Progress {
    /// Shows progress where somebody looks: on a terminal, unless it is to be quiet.
    pub(super) fn new(arguments: &ProgressArguments, language: Language) -> Self {
        let is_watched = !arguments.quiet && std::io::stderr().is_terminal();
        let bar = if is_watched {
            let bar = ProgressBar::new_spinner();
            bar.enable_steady_tick(REFRESH);
            bar
        } else {
            ProgressBar::hidden()
        };
        Self {
            language,
            bar,
            clock: RefCell::new(Clock {
                begun: now(),
                doing: None,
                spent: BTreeMap::new(),
            }),
        }
    }

    /// Takes note of what happened.
    pub(super) fn watch(&self, event: Event) {
        match event {
            Event::Step(step) => {
                self.clock.borrow_mut().begin(step);
                let name = Wording::from(step.name());
                self.bar.set_message(name.in_language(self.language));
            }
            Event::Sites(number) => {
                // The names in braces are those of the bar: what is not filled in stays.
                let template = said("{bar:30} {pos} of {len} municipalities  {msg}", []);
                let template = template.in_language(self.language);
                let style = ProgressStyle::with_template(&template);
                self.bar
                    .set_style(style.expect("the template was written for this"));
                self.bar.set_length(number as u64);
            }
            Event::SiteIsMade => self.bar.inc(1),
        }
    }

    /// Takes the progress away again, and says how long everything took.
    pub(super) fn finish(self) -> Times {
        self.bar.finish_and_clear();
        let mut clock = self.clock.into_inner();
        let end = now();
        clock.end(end);
        Times {
            whole: end.duration_since(clock.begun),
            steps: clock.spent,
        }
    }
}

impl Clock {
    fn begin(&mut self, step: Step) {
        let moment = now();
        self.end(moment);
        self.doing = Some((step, moment));
    }

    fn end(&mut self, moment: Instant) {
        if let Some((step, since)) = self.doing.take() {
            *self.spent.entry(step).or_default() += moment.duration_since(since);
        }
    }
}

impl Times {
    /// A line for each step, and one for all.
    pub(super) fn table(&self, language: Language) -> String {
        let mut table = String::new();
        let steps = self.steps.iter().map(|(step, spent)| (step.name(), *spent));
        for (name, spent) in steps.chain([(phrase("everything"), self.whole)]) {
            let name = Wording::from(name).in_language(language);
            let milliseconds = spent.as_secs_f64() * 1000.0;
            let _ = writeln!(table, "{name:16} {milliseconds:>9.1} ms");
        }
        table
    }

    /// The whole, in seconds: `1.2`, in Dutch `1,2`.
    pub(super) fn in_seconds(&self, language: Language) -> String {
        let seconds = format!("{:.1}", self.whole.as_secs_f64());
        match language {
            Language::English => seconds,
            Language::Dutch => seconds.replace('.', ","),
        }
    }
}
