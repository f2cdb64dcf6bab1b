//! `kill -9` at moments spread over the whole of a command.

use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::deeds::{DEEDS, Deed};
use crate::desk::{moments, told, unlike};

/// A share of one moment, by the number of the kill: the same in every run (Knuth's multiplicative hash).
fn share(number: u32) -> f64 {
    f64::from(number.wrapping_mul(2_654_435_761)) / f64::from(u32::MAX)
}

/// What was hit.
#[derive(Default)]
struct Hits {
    running: u32,
    old: u32,
    new: u32,
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long the command takes, to spread the kills over it"
)]
fn kill(deed: &Deed, kills: u32) -> Hits {
    let before = deed.desk();
    let after = before.copy();
    let begun = Instant::now();
    after.run(deed.arguments).succeeded();
    let time = begun.elapsed();
    let (old, new, end) = (deed.site(&before), deed.site(&after), after.tree("."));
    let mut hits = Hits::default();
    for number in 0..kills {
        let desk = before.copy();
        let mut child = desk.start(deed.arguments);
        let moment = (f64::from(number) + share(number)) / f64::from(kills);
        sleep(time.mul_f64(moment) + Duration::from_micros(u64::from(number % 7)));
        hits.running += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        let site = deed.site(&desk);
        let at = format!("{}, kill {number} at {moment:.3} of {time:?}", deed.name);
        assert!(
            site == old || site == new,
            "{at}: {:?} of {:?}",
            unlike(&site, &old),
            unlike(&site, &new)
        );
        hits.old += u32::from(site == old);
        hits.new += u32::from(site != old);
        if desk.path("kept/a.tar.gz").exists() {
            desk.run(&["verify", "kept/a.tar.gz"]).succeeded();
        }
        // A region that is there already is never made again.
        let is_done = deed.name == "init" && desk.tree(".") == end;
        if !is_done {
            desk.run(deed.arguments).succeeded();
        }
        assert_eq!(
            unlike(&desk.tree("."), &end),
            [""; 0],
            "{at}: not as a run that nobody killed"
        );
    }
    hits
}

#[test]
fn a_command_killed_at_any_moment_leaves_the_old_or_the_new_and_the_next_run_ends_as_if_nothing_happened()
 {
    for deed in &DEEDS {
        let kills = moments(3);
        let hits = kill(deed, kills);
        assert!(
            hits.running > 0,
            "{}: no kill fell into the work",
            deed.name
        );
        told(&format!(
            "killed {:<18} {kills} times, {} while it ran: {} old, {} new, 0 mixed",
            deed.name, hits.running, hits.old, hits.new
        ));
    }
}
