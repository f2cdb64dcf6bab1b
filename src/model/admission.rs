//! Whether an offer takes new clients, from its contract and its waits together.

use super::dataset::Dataset;
use super::offer::{Admission, Offer};
use super::waiting_time::{Freshness, WaitingTime};

impl Dataset {
    /// Whether an offer takes new clients where these waits hold.
    ///
    /// A stop wins: one in the contract, one of the offer as a whole that no later figure contradicts, or one in every
    /// figure there is. A stop at one location of several is none. Figures too old to show say nothing, and a figure
    /// that is marked as old does not open what the contract leaves unknown.
    #[must_use]
    pub fn admission(&self, offer: &Offer, waits: &[&WaitingTime]) -> Admission {
        let limits = self.site().waiting_time_freshness;
        let said: Vec<&WaitingTime> = waits
            .iter()
            .copied()
            .filter(|wait| {
                limits.judge(wait.newest().reference_date, self.date()) != Freshness::Hidden
            })
            .collect();
        let last = said.iter().map(|wait| wait.newest().reference_date).max();
        let stops_everywhere =
            !said.is_empty() && said.iter().all(|wait| wait.admission() == Admission::Stop);
        let stops_as_a_whole = said.iter().any(|wait| {
            wait.measure.is_none()
                && wait.location.is_none()
                && wait.admission() == Admission::Stop
                && Some(wait.newest().reference_date) == last
        });
        if offer.admission == Admission::Stop || stops_everywhere || stops_as_a_whole {
            return Admission::Stop;
        }
        let is_open = said.iter().any(|wait| {
            wait.admission() == Admission::Open
                && limits.judge(wait.newest().reference_date, self.date()) == Freshness::Current
        });
        match offer.admission {
            Admission::Unknown if is_open => Admission::Open,
            admission @ (Admission::Open | Admission::Stop | Admission::Unknown) => admission,
        }
    }
}
