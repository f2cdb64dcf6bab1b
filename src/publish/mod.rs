//! Artifacts → a staged folder → one swap.
