//! A part of a region that one machine builds while others build the rest.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

/// One part of several, such as the second of five: `2/5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shard {
    number: NonZeroU32,
    of: NonZeroU32,
}

/// Said when a shard was written in another way than `2/5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a shard is its number and how many there are, such as 2/5")]
pub struct NotAShard;

impl Shard {
    /// The part with this number, from 1, of so many; `None` when there is no such part.
    #[must_use]
    pub fn new(number: u32, of: u32) -> Option<Self> {
        let (number, of) = (NonZeroU32::new(number)?, NonZeroU32::new(of)?);
        (number <= of).then_some(Self { number, of })
    }

    /// How many parts there are.
    #[must_use]
    pub fn of(self) -> u32 {
        self.of.get()
    }

    /// Every part, in order.
    pub fn all(of: u32) -> impl Iterator<Item = Self> {
        (1..=of).filter_map(move |number| Self::new(number, of))
    }

    /// Whether this is the part in which the region's front door stands.
    #[must_use]
    pub fn has_front_door(self) -> bool {
        self.number.get() == 1
    }

    /// Which of the sites stand in this part: the heaviest first, each goes where there is least, so that the parts are
    /// about equally heavy. Every part that is asked gives the same answer about the whole.
    ///
    /// # Panics
    /// Never: a machine that can hold the sites can count the parts.
    #[must_use]
    pub fn own(self, weights: &[u64]) -> Vec<bool> {
        let parts = usize::try_from(self.of.get()).expect("a count of 32 bits can be held");
        // No more parts than sites get one.
        let parts = parts.min(weights.len());
        let own = usize::try_from(self.number.get() - 1).expect("a count of 32 bits can be held");
        let mut heaviest_first: Vec<usize> = (0..weights.len()).collect();
        heaviest_first.sort_by_key(|site| (std::cmp::Reverse(weights[*site]), *site));
        let mut loads = vec![0_u64; parts];
        let mut is_own = vec![false; weights.len()];
        for site in heaviest_first {
            let lightest = (0..parts)
                .min_by_key(|part| loads[*part])
                .expect("there is a part");
            loads[lightest] += weights[site];
            is_own[site] = lightest == own;
        }
        is_own
    }
}

impl FromStr for Shard {
    type Err = NotAShard;

    fn from_str(text: &str) -> Result<Self, NotAShard> {
        let number = |digits: &str| {
            let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse().ok().filter(|_| is_plain)
        };
        text.split_once('/')
            .and_then(|(part, of)| Self::new(number(part)?, number(of)?))
            .ok_or(NotAShard)
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_reads_back_as_it_is_written() {
        let shard = Shard::new(2, 5).unwrap();
        assert_eq!(shard.to_string(), "2/5");
        assert_eq!("2/5".parse(), Ok(shard));
        for wrong in [
            "", "2", "0/5", "6/5", "2/0", "+2/5", "2/ 5", "2/5/1", "a/b", "-1/5",
        ] {
            assert_eq!(wrong.parse::<Shard>(), Err(NotAShard), "{wrong}");
        }
    }

    #[test]
    fn every_site_stands_in_exactly_one_part() {
        let weights = [30, 5, 5, 5, 12, 0, 9, 9];
        for of in 1..12 {
            let mut times = vec![0; weights.len()];
            for shard in Shard::all(of) {
                for (site, is_own) in shard.own(&weights).into_iter().enumerate() {
                    times[site] += u32::from(is_own);
                }
            }
            assert_eq!(times, [1; 8], "{of} parts");
        }
    }

    #[test]
    fn parts_are_about_equally_heavy() {
        let weights: Vec<u64> = (1..=342).map(|site| site * site % 97 + 10).collect();
        let load = |shard: Shard| -> u64 {
            let own = shard.own(&weights);
            weights
                .iter()
                .zip(own)
                .filter(|(_, own)| *own)
                .map(|(weight, _)| weight)
                .sum()
        };
        let loads: Vec<u64> = Shard::all(8).map(load).collect();
        let (least, most) = (loads.iter().min().unwrap(), loads.iter().max().unwrap());
        assert!(most - least <= least / 20, "{loads:?}");
    }

    #[test]
    fn parts_without_a_site_cost_nothing() {
        let of = u32::MAX;
        assert_eq!(Shard::new(1, of).unwrap().own(&[5, 0]), [true, false]);
        assert_eq!(Shard::new(2, of).unwrap().own(&[5, 0]), [false, true]);
        assert_eq!(Shard::new(of, of).unwrap().own(&[5, 0]), [false, false]);
    }

    #[test]
    fn only_the_first_part_has_the_front_door() {
        let doors: Vec<bool> = Shard::all(3).map(Shard::has_front_door).collect();
        assert_eq!(doors, [true, false, false]);
    }
}
