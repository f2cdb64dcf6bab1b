//! What changed in one municipality from one publication to the next. Start at [`Journal::next`].
//!
//! Every publication writes down what it says (a [`State`]) and what changed until then (the entries of a [`Journal`]), in
//! `gegevens/wijzigingen.json` of the municipality. The next one reads that file, compares, and goes on with it. The page of
//! changes, its feed and `keuzewijzer diff` tell the same entries. Touches no disk.

mod compare;
mod entry;
mod forms;
mod journal;
mod records;
mod state;
mod trend;

pub use compare::compare;
pub use entry::{AdmissionMove, Entry, Named, Origin, ScoreMove, ScoreTurn, WaitMove, What};
pub use forms::{Counted, Measured, Said};
pub use journal::{FILE, Journal, Unusable};
pub use records::{Coming, coming, lately};
pub use state::{
    Hidden, OfferState, ProviderState, ScoreState, Shown, State, WaitState, WaitSubject,
};
pub use trend::{Trend, trend};
