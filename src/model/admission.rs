//! Whether an offer takes new clients in one municipality, from its contract and its newest waits together.

use super::dataset::Dataset;
use super::ids::{MunicipalityId, OfferId};
use super::offer::Admission;

impl Dataset {
    /// Whether an offer takes new clients in a municipality.
    ///
    /// A stop in the contract data is a stop. Otherwise the newest figures decide: when all of the newest ones say stop,
    /// it is a stop; a stop at one location of several is not. Without figures the contract data decide.
    #[must_use]
    pub fn admission(&self, offer: OfferId, municipality: MunicipalityId) -> Admission {
        let facts = self.offer(offer);
        if facts.admission == Admission::Stop {
            return Admission::Stop;
        }
        let newest: Vec<_> = self
            .waits(facts.provider, facts.product, municipality)
            .map(|wait| (wait.newest().reference_date, wait.admission()))
            .collect();
        let Some(last) = newest.iter().map(|(date, _)| *date).max() else {
            return facts.admission;
        };
        let mut said = newest
            .iter()
            .filter(|(date, _)| *date == last)
            .map(|(_, admission)| *admission);
        let first = said.next().unwrap_or(facts.admission);
        let is_unanimous = said.all(|admission| admission == first);
        match (first, facts.admission) {
            (Admission::Stop, _) if is_unanimous => Admission::Stop,
            (Admission::Open | Admission::Stop | Admission::Unknown, stated) => stated,
        }
    }
}
