//! What browsers get now: which version, what is wrong, and what is added to every page because of it.

use tokio::sync::watch;

use crate::artifact::IndexFiles;
use crate::diagnostics::{Diagnostic, Language};
use crate::pipeline::{Findings, Loaded, PipelineError, Region};

use super::event::Shown;
use super::problems_html;
use super::version::Version;

/// What browsers get now.
pub(super) struct State {
    announce: watch::Sender<Version>,
    language: Language,
    version: Version,
    /// Everything that is wrong.
    findings: Findings,
    /// What was found when the region was read.
    read: Vec<Diagnostic>,
    /// What was found in pages of the version that is shown.
    in_pages: Vec<Diagnostic>,
    failure: Option<String>,
    shown: Shown,
    /// From which inputs the version that is shown was made.
    fingerprint: Option<[u8; 32]>,
    ending: String,
}

impl State {
    pub(super) fn new(announce: watch::Sender<Version>, language: Language) -> Self {
        Self {
            announce,
            language,
            version: Version::before_the_first(),
            findings: Findings::default(),
            read: Vec::new(),
            in_pages: Vec::new(),
            failure: None,
            shown: Shown::Problems,
            fingerprint: None,
            ending: String::new(),
        }
    }

    /// Everything that is wrong.
    pub(super) fn findings(&self) -> &Findings {
        &self.findings
    }

    /// Why the region could not be read, when it could not.
    pub(super) fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }

    /// Whether what was read last cannot be shown.
    pub(super) fn has_errors(&self) -> bool {
        match self.shown {
            Shown::New | Shown::Same => false,
            Shown::LastGood | Shown::Problems => true,
        }
    }

    /// The language in which problems are told.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// What is added to every page.
    pub(super) fn ending(&self) -> &str {
        &self.ending
    }

    /// The names of the files of the search, which are only made when they are asked for. They change with the version,
    /// for pages name them before it is known what they hold.
    pub(super) fn index_names(&self) -> IndexFiles {
        IndexFiles {
            core: format!("search-core.{}.bin", self.version),
            texts: format!("search-texts.{}.bin", self.version),
        }
    }

    /// Takes in what was read. Returns the region when it is another one than is shown.
    pub(super) fn take_in(
        &mut self,
        loaded: Result<Loaded, PipelineError>,
    ) -> (Option<Box<Region>>, Shown) {
        let (mut findings, region, failure) = match loaded {
            Ok(Loaded {
                findings, region, ..
            }) => (findings, region, None),
            Err(error) => (Findings::default(), None, Some(in_words(&error))),
        };
        findings.put_in_order();
        let fingerprint = region.as_ref().map(|region| *region.fingerprint());
        let is_shown = fingerprint.is_some() && fingerprint == self.fingerprint;
        let is_as_wrong = findings.diagnostics == self.read && failure == self.failure;
        let is_same = if self.has_errors() {
            region.is_none() && self.version.is_made()
        } else {
            is_shown
        };
        if is_same && is_as_wrong {
            return (None, Shown::Same);
        }
        self.shown = match (&region, self.fingerprint) {
            (Some(_), _) => Shown::New,
            (None, Some(_)) => Shown::LastGood,
            (None, None) => Shown::Problems,
        };
        self.read.clone_from(&findings.diagnostics);
        self.findings = findings;
        self.failure = failure;
        if is_shown {
            self.findings.add_once_per_place(self.in_pages.clone());
            self.findings.put_in_order();
        } else if fingerprint.is_some() {
            self.fingerprint = fingerprint;
            self.in_pages.clear();
        }
        self.announce_next();
        let new = region.filter(|_| !is_shown);
        (new.map(Box::new), self.shown)
    }

    /// Adds what was found in pages of the version that is shown. Says whether any of it is new.
    pub(super) fn add(&mut self, problems: Vec<Diagnostic>) -> bool {
        let known = self.findings.diagnostics.len();
        if problems.is_empty() || self.has_errors() {
            return false;
        }
        self.findings.add_once_per_place(problems);
        let new = &self.findings.diagnostics[known..];
        if new.is_empty() {
            return false;
        }
        self.in_pages.extend_from_slice(new);
        self.findings.put_in_order();
        self.announce_next();
        true
    }

    fn announce_next(&mut self) {
        self.version = self.version.next();
        self.ending = problems_html::ending(
            &self.findings.diagnostics,
            &self.findings.sources,
            self.failure(),
            (self.shown, self.version),
            self.language,
        );
        self.announce.send_replace(self.version);
    }
}

/// An error with what caused it.
fn in_words(error: &PipelineError) -> String {
    let mut words = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause {
        words.push_str(": ");
        words.push_str(&deeper.to_string());
        cause = deeper.source();
    }
    words
}
