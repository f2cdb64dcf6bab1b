//! A build of the real program, killed at any moment, leaves a whole site: the old one or the new one.

use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::harness::{Region, Tree, differences};

/// How often a build is killed.
const KILLS: u32 = 80;

/// Two regions that differ in many pages, in one that only one of them has, and in the number of files.
const OTHER: [(&str, &str, &str); 3] = [
    (
        "content/site.toml",
        "Alle inhoud is verzonnen.",
        "Alles hier is verzonnen.",
    ),
    ("content/waiting-times.csv", "mean,2,weeks", "mean,7,weeks"),
    (
        "content/offers.csv",
        "kompas,begeleiding-individueel,zutphen",
        "kompas,begeleiding-individueel,*",
    ),
];

/// Starts a build and kills it after a while. Whether it was still at work.
fn kill_after(region: &Region, while_at_work: Duration) -> bool {
    let mut child = region
        .command("build")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    sleep(while_at_work);
    let is_at_work = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    is_at_work
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long a build takes decides when it is killed"
)]
fn time_of_a_build(region: &Region) -> Duration {
    let start = Instant::now();
    region.build().succeeded();
    start.elapsed()
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_whole_old_or_the_whole_new_site() {
    let region = Region::small();
    let first = time_of_a_build(&region);
    let swap = |is_other: bool| {
        for (file, from, to) in OTHER {
            let (from, to) = if is_other { (from, to) } else { (to, from) };
            region.change(file, from, to);
        }
    };
    swap(true);
    let whole_time = first.max(time_of_a_build(&region));
    // Each site keeps the assets of the one before it, so only from the second time on they stay the same.
    let again = |is_other: bool| {
        swap(is_other);
        region.build().succeeded();
        region.tree()
    };
    let old = again(false);
    let new = again(true);
    assert!(differences(&old, &new).len() > 20);
    let versions: [&Tree; 2] = [&old, &new];

    let (mut wanted, mut at_work, mut published) = (1, 0, 0);
    for kill in 0..KILLS {
        let before = usize::from(region.tree() == new);
        if before == wanted {
            wanted = 1 - wanted;
            swap(wanted == 1);
        }
        // A moment that falls elsewhere in the work each time.
        let share = f64::from(kill * 37 % KILLS) / f64::from(KILLS);
        at_work += u32::from(kill_after(&region, whole_time.mul_f64(share)));
        let found = region.tree();
        assert!(
            versions.contains(&&found),
            "after kill {kill} neither: {:?} {:?}",
            differences(&found, &old),
            differences(&found, &new)
        );
        published += u32::from(found == *versions[wanted]);
    }
    assert!(
        at_work > KILLS / 3,
        "only {at_work} kills fell into the work"
    );
    assert!(published > 0, "no build was ready before it was killed");

    region.build().succeeded();
    assert!(
        region.tree() == *versions[wanted],
        "the next build works as ever"
    );
    assert_eq!(region.left_overs(), [""; 0]);
}
