//! What the kernel says a process has cost so far.

/// Ticks per second in `/proc/<pid>/stat`; 100 on every Linux a build runs on.
const TICKS: f64 = 100.0;

/// Fields 14 and 15 of `/proc/<pid>/stat`: user and system time of all threads, in seconds (proc(5)).
pub(crate) fn cpu_seconds(stat: &str) -> f64 {
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let ticks = |rank: usize| -> f64 {
        after_name
            .split(' ')
            .nth(rank)
            .and_then(|field| field.parse().ok())
            .unwrap_or(f64::NAN)
    };
    (ticks(11) + ticks(12)) / TICKS
}
