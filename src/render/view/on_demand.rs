//! Things of a region that are made for the first page that shows them: a preview makes few pages, and needs few of them.

use std::sync::OnceLock;

/// One thing for each id, made when it is asked for first.
pub(super) struct OnDemand<T>(Vec<OnceLock<T>>);

impl<T> OnDemand<T> {
    /// Room for as many things as there are ids.
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).map(|_| OnceLock::new()).collect())
    }

    /// The thing with this rank. Who asks while it is made waits, so `make` must not wait for other threads itself.
    ///
    /// # Panics
    /// When there is no room for it.
    pub(super) fn get(&self, rank: usize, make: impl FnOnce() -> T) -> &T {
        self.0[rank].get_or_init(make)
    }
}
