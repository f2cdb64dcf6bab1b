//! Runs the release binary and reads from the kernel what it cost.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::cpu::cpu_seconds;

/// What one run cost.
pub(crate) struct Cost {
    /// Seconds of CPU, user and system, all threads.
    pub(crate) cpu: f64,
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// Highest resident memory, in MiB.
    pub(crate) memory: f64,
    /// What it said.
    pub(crate) words: String,
}

/// Runs a build and waits for it.
///
/// # Panics
/// When the build cannot be started, or fails: a failed run measures nothing.
pub(crate) fn build(content: &Path, themes: &Path, target: &Path, more: &[&str]) -> Cost {
    let start = Instant::now();
    let child = Command::new(env!("CARGO_BIN_EXE_keuzewijzer"))
        .args(["build", "--format", "concise"])
        .arg("--content")
        .arg(content)
        .arg("--themes")
        .arg(themes)
        .arg("--target")
        .arg(target)
        .args(more)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary was built with this bench");
    let process = format!("/proc/{}", child.id());
    let mut highest = 0.0_f64;
    let cpu = loop {
        let status = fs::read_to_string(format!("{process}/status")).unwrap_or_default();
        highest = highest.max(peak_memory(&status));
        let times = fs::read_to_string(format!("{process}/stat")).unwrap_or_default();
        // A process that has ended keeps its times until it is waited for.
        if status.contains("\nState:\tZ") {
            break cpu_seconds(&times);
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let wall = start.elapsed().as_secs_f64();
    let output = child.wait_with_output().expect("the build was started");
    let words = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    assert!(output.status.success(), "the build failed: {words}");
    Cost {
        cpu,
        wall,
        memory: highest,
        words,
    }
}

fn peak_memory(status: &str) -> f64 {
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| {
            rest.trim()
                .trim_end_matches(" kB")
                .trim()
                .parse::<f64>()
                .ok()
        })
        .map_or(0.0, |kibibytes| kibibytes / 1024.0)
}
