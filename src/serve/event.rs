//! What happens in a preview, for whoever tells it to people.

use crate::pipeline::Findings;

/// Something that happened.
#[derive(Debug)]
pub enum Event<'a> {
    /// Browsers can come.
    Listening {
        /// The address on this machine.
        here: String,
        /// The address for others on the network, when they may come and it is known.
        on_network: Option<String>,
        /// Whether the usual port was taken.
        is_another_port: bool,
    },
    /// A file changed; the region is being read.
    Changed,
    /// The region was read.
    Read {
        /// What is wrong with it.
        findings: &'a Findings,
        /// Why it could not be read, when it could not.
        failure: Option<&'a str>,
        /// What browsers get now.
        shown: Shown,
    },
    /// Pages that nobody asked for yet were made too, and this is wrong with them.
    Checked {
        /// Everything that is wrong.
        findings: &'a Findings,
    },
}

/// What browsers get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The region as it was just read.
    New,
    /// The same as before, for nothing changed.
    Same,
    /// The last version without errors.
    LastGood,
    /// Only what is wrong, for there was no version without errors yet.
    Problems,
}
