//! A small source of repeatable chance.

/// `SplitMix64` (Steele, Lea, Flood 2014): the same numbers from the same seed on every machine.
pub(crate) struct Random(u64);

impl Random {
    /// Starts from a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A whole number from 0 to `below - 1`.
    pub(crate) fn below(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % below
    }

    /// One of a list.
    pub(crate) fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let length = u64::try_from(list.len()).expect("a list is short");
        list[usize::try_from(self.below(length)).expect("a rank is small")]
    }
}
