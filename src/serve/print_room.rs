//! The thread that holds the region in memory. It reads the region again after a change, and prints what browsers ask from
//! the last version without errors. When nobody asks anything, it makes the other pages too, to say what is wrong with them.

use std::cell::{Cell, OnceCell, RefCell};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use jiff::civil::Date;
use tokio::sync::{oneshot, watch};

use crate::diagnostics::said;
use crate::pipeline::{Loaded, Loader, Options, PipelineError, Region};
use crate::stats::Ledger;

use super::answer::Answer;
use super::event::Event;
use super::media_type::media_type;
use super::problems_html::page;
use super::sites::{Found, Sites};
use super::state::State;
use super::version::Version;
use super::{PreviewOptions, question};

/// What the print room is asked and told.
#[derive(Debug)]
pub(super) enum Message {
    /// A browser asks for an address, as it wrote it.
    Asked(String, oneshot::Sender<Answer>),
    /// A file changed.
    Changed,
}

/// How long no further file must change before the region is read: an editor writes a file in several steps.
const SETTLED: Duration = Duration::from_millis(10);
/// How many changes are waited for, so that a program that writes for ever does not keep the preview from being made.
const MOST_CHANGES: usize = 10_000;
/// How long nobody must ask anything before pages are made that nobody asked for.
const QUIET: Duration = Duration::from_secs(1);
/// How often a file that is gone or cannot be read is tried again: an editor may be about to put it back.
const TRIES: usize = 4;
/// How long to wait before it is tried again.
const BETWEEN_TRIES: Duration = Duration::from_millis(20);

/// The thread's own belongings.
pub(super) struct PrintRoom<'r> {
    options: &'r Options,
    inbox: Receiver<Message>,
    today: &'r (dyn Fn() -> Date + Sync),
    tell: &'r (dyn Fn(Event<'_>) + Sync),
    loader: RefCell<Loader>,
    state: RefCell<State>,
    /// Questions that came while a change was settling.
    waiting: RefCell<Vec<(String, oneshot::Sender<Answer>)>>,
}

/// Why the room stopped attending to questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Interruption {
    /// Nobody asked anything for as long as was given.
    Quiet,
    /// A file changed.
    Change,
    /// The preview ends.
    End,
}

/// What comes after a version of the region.
enum Next {
    Version(Box<Region>),
    End,
}

impl<'r> PrintRoom<'r> {
    pub(super) fn new(
        options: &'r PreviewOptions,
        inbox: Receiver<Message>,
        announce: watch::Sender<Version>,
        today: &'r (dyn Fn() -> Date + Sync),
        tell: &'r (dyn Fn(Event<'_>) + Sync),
    ) -> Self {
        Self {
            options: &options.region,
            inbox,
            today,
            tell,
            loader: RefCell::default(),
            state: RefCell::new(State::new(announce, options.language)),
            waiting: RefCell::default(),
        }
    }

    /// Prints until the preview ends.
    ///
    /// # Errors
    /// When the region cannot be read at the start.
    pub(super) fn run(self) -> Result<(), super::ServeError> {
        let mut region = self.take_in(Ok(self.load()?));
        loop {
            let next = match region {
                Some(good) => self.print_with(&good),
                None => self.wait(),
            };
            match next {
                Next::Version(good) => region = Some(good),
                Next::End => return Ok(()),
            }
        }
    }

    /// Prints one version until there is another one, as if nothing was published before.
    fn print_with(&self, region: &Region) -> Next {
        let scored = region.score(Ledger::default());
        region.with_press(&scored.scores, |press| {
            let dataset = region.dataset();
            let plans: Vec<OnceCell<_>> =
                dataset.municipalities().map(|_| OnceCell::new()).collect();
            let names = self.state.borrow().index_names();
            let sites = Sites::new(press, (dataset, &scored.ledger), &plans, &names);
            self.print(region, &sites)
        })
    }

    /// Answers from one version until there is another one.
    fn print(&self, region: &Region, sites: &Sites<'_, '_>) -> Next {
        let answer = |address: &str| self.answer(address, sites);
        let mut is_checked = false;
        loop {
            let has_errors = self.state.borrow().has_errors();
            let interruption = if is_checked || has_errors {
                self.attend(None, &answer)
            } else {
                self.check(region, sites, &answer)
            };
            match interruption {
                Interruption::Quiet => is_checked = true,
                Interruption::Change => {
                    if let Some(next) = self.read_again() {
                        return Next::Version(next);
                    }
                }
                Interruption::End => return Next::End,
            }
        }
    }

    /// Shows only what is wrong, until there is a version without errors.
    fn wait(&self) -> Next {
        let answer = |address: &str| self.apology(address);
        loop {
            match self.attend(None, &answer) {
                Interruption::Quiet => {}
                Interruption::Change => {
                    if let Some(next) = self.read_again() {
                        return Next::Version(next);
                    }
                }
                Interruption::End => return Next::End,
            }
        }
    }

    /// Answers questions until something else happens, or until nobody asked anything for as long as `limit`.
    fn attend(&self, limit: Option<Duration>, answer: &dyn Fn(&str) -> Answer) -> Interruption {
        let mut quiet = limit;
        for (address, asker) in self.waiting.take() {
            // Whoever asked may be gone.
            let _ = asker.send(answer(&address));
        }
        loop {
            let message = match quiet {
                Some(quiet) => self.inbox.recv_timeout(quiet),
                None => self.inbox.recv().map_err(RecvTimeoutError::from),
            };
            match message {
                Ok(Message::Asked(address, asker)) => {
                    let _ = asker.send(answer(&address));
                    quiet = limit.map(|_| QUIET);
                }
                Ok(Message::Changed) => return Interruption::Change,
                Err(RecvTimeoutError::Timeout) => return Interruption::Quiet,
                Err(RecvTimeoutError::Disconnected) => return Interruption::End,
            }
        }
    }

    /// Makes every page of every site while nobody asks anything.
    fn check(
        &self,
        region: &Region,
        sites: &Sites<'_, '_>,
        answer: &dyn Fn(&str) -> Answer,
    ) -> Interruption {
        let interruption = Cell::new(self.attend(Some(QUIET), answer));
        let may_go_on = || {
            if interruption.get() == Interruption::Quiet {
                interruption.set(self.attend(Some(Duration::ZERO), answer));
            }
            interruption.get() == Interruption::Quiet
        };
        for (municipality, _) in region.dataset().municipalities() {
            if interruption.get() != Interruption::Quiet {
                break;
            }
            sites.check(municipality, may_go_on);
            if self.state.borrow_mut().add(sites.take_problems()) {
                let state = self.state.borrow();
                (self.tell)(Event::Checked {
                    findings: state.findings(),
                });
            }
        }
        interruption.get()
    }

    /// Waits until nothing changes any more, and reads the region. `None` when browsers get the same version as before.
    fn read_again(&self) -> Option<Box<Region>> {
        for _ in 0..MOST_CHANGES {
            match self.inbox.recv_timeout(SETTLED) {
                Ok(Message::Asked(address, asker)) => {
                    self.waiting.borrow_mut().push((address, asker));
                }
                Ok(Message::Changed) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        (self.tell)(Event::Changed);
        let mut loaded = self.load();
        for _ in 1..TRIES {
            if loaded.is_ok() {
                break;
            }
            std::thread::sleep(BETWEEN_TRIES);
            loaded = self.load();
        }
        self.take_in(loaded)
    }

    fn load(&self) -> Result<Loaded, PipelineError> {
        let options = Options {
            today: (self.today)(),
            ..self.options.clone()
        };
        self.loader.borrow_mut().load(&options, &|_| ())
    }

    fn take_in(&self, loaded: Result<Loaded, PipelineError>) -> Option<Box<Region>> {
        let (region, shown) = self.state.borrow_mut().take_in(loaded);
        let state = self.state.borrow();
        (self.tell)(Event::Read {
            findings: state.findings(),
            failure: state.failure(),
            shown,
        });
        region
    }

    /// What a browser gets from the version that is shown.
    fn answer(&self, written: &str, sites: &Sites<'_, '_>) -> Answer {
        let Some(address) = question::decoded(written) else {
            return self.nothing();
        };
        let found = sites.find(&address);
        let headers = sites.headers(&address);
        self.state.borrow_mut().add(sites.take_problems());
        let html = |status: u16, mut bytes: Vec<u8>| {
            bytes.extend_from_slice(self.state.borrow().ending().as_bytes());
            Answer::new(status, media_type(".html"), bytes)
        };
        match found {
            Ok(Found::Page(bytes)) => html(200, bytes).with_headers(headers, false),
            Ok(Found::Nothing(Some(bytes))) => html(404, bytes).with_headers(headers, false),
            Ok(Found::Nothing(None)) => self.nothing().with_headers(headers, false),
            Ok(Found::File {
                path,
                bytes,
                is_named_by_hash,
            }) => {
                Answer::new(200, media_type(&path), bytes).with_headers(headers, is_named_by_hash)
            }
            Ok(Found::Folder) => Answer::redirect(format!("{written}/")),
            Ok(Found::Broken) => {
                let language = self.state.borrow().language();
                let title = said("this page cannot be made", []);
                let words = said("what is wrong stands below", []);
                html(500, page(&title, &words, "", language)).with_headers(headers, false)
            }
            Err(error) => {
                let words = error.to_string();
                Answer::new(500, "text/plain; charset=utf-8", words.into_bytes())
            }
        }
    }

    /// What a browser gets when there is no version without errors.
    fn apology(&self, _address: &str) -> Answer {
        let state = self.state.borrow();
        let title = said("there is nothing to show yet", []);
        let words = said(
            "the content has errors; when they are mended, the site appears here",
            [],
        );
        let body = page(&title, &words, state.ending(), state.language());
        Answer::new(503, media_type(".html"), body).with_headers(Vec::new(), false)
    }

    fn nothing(&self) -> Answer {
        let state = self.state.borrow();
        let title = said("there is no such page", []);
        let words = said("the published site has no page for this either", []);
        let body = page(&title, &words, state.ending(), state.language());
        Answer::new(404, media_type(".html"), body).with_headers(Vec::new(), false)
    }
}
