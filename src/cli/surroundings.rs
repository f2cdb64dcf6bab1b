//! What the program takes from around it: the clock, the environment, its own file.

use jiff::civil::Date;

/// The day on the clock (UTC).
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the clock is read"
)]
pub(super) fn today() -> Date {
    let since_epoch = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    let seconds = i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX);
    jiff::Timestamp::from_second(seconds)
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date()
}

/// A moment, to take the time from.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the clock is read"
)]
pub(super) fn now() -> std::time::Instant {
    std::time::Instant::now()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where the environment is read"
)]
pub(super) fn no_color_is_not_set() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// What this program is, so that a newer one builds again: a hash of its own file. `None` when it cannot be read, which
/// only means that a build with another program may be taken for the same.
pub(super) fn program() -> Option<[u8; 32]> {
    let bytes = std::env::current_exe().and_then(std::fs::read).ok()?;
    Some(*blake3::hash(&bytes).as_bytes())
}
