//! The whole chain: content of any kind gives problems or a valid site, the same every time, and nothing else on the disk.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use keuzewijzer::pipeline::{Order, Publication, build};
use proptest::prelude::*;

use crate::region::{RandomRegion, random_region};
use crate::short::scratch;
use crate::targets::Workbench;
use crate::targets::site::{Files, judge, make};

/// Regions whose sites are made in memory, and of these so many that are published.
const REGIONS: u32 = 60;
const PUBLISHED: u32 = 6;

thread_local! {
    /// The theme is read once for all regions.
    static BENCH: (tempfile::TempDir, RefCell<Option<Workbench>>) = (scratch(), RefCell::default());
}

/// Puts a region down, and works with the bench that it lies on.
fn with_region<T>(random: &RandomRegion, work: impl FnOnce(&Workbench) -> T) -> T {
    BENCH.with(|(folder, bench)| {
        let mut bench = bench.borrow_mut();
        let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
        let bench = bench.get_or_insert_with(|| Workbench::new(repository, folder.path()));
        random.put_down(bench);
        work(bench)
    })
}

/// What lies in a folder, at any depth.
fn everything_in(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).into_iter();
    entries.map(|entry| entry.unwrap().into_path()).collect()
}

fn published(folder: &Path) -> Files {
    let files = everything_in(folder)
        .into_iter()
        .filter(|path| path.is_file());
    files
        .map(|path| {
            let inside = path
                .strip_prefix(folder)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            (inside, std::fs::read(path).unwrap())
        })
        .collect()
}

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::with_cases(cases)
    }
}

proptest! {
    #![proptest_config(settings(REGIONS))]

    #[test]
    fn any_content_gives_problems_or_a_valid_site(random in random_region()) {
        with_region(&random, |bench| {
            let Some(region) = bench.load().region else {
                return;
            };
            // No row is lost in silence: what is not reported as an error is in the facts.
            assert_eq!(region.dataset().providers().count(), random.providers());
            let made = make(&region);
            if made.is_good {
                judge(&made);
                assert!(made.files == make(&region).files, "two runs give the same bytes");
            }
        });
    }
}

proptest! {
    #![proptest_config(settings(PUBLISHED))]

    #[test]
    fn a_publication_leaves_nothing_outside_its_target(random in random_region()) {
        with_region(&random, |bench| {
            let target = bench.path("target/public");
            std::fs::create_dir_all(bench.path("target")).unwrap();
            let before = everything_in(&bench.path(""));
            let order = Order { target: &target, municipalities: &[], is_rehearsal: false };
            let built = build(&bench.options, &order, &|_| ()).unwrap();
            let beside = [".public.lock", ".public.shown", ".public.state"].map(|name| bench.path("target").join(name));
            let strangers: Vec<PathBuf> = everything_in(&bench.path(""))
                .into_iter()
                .filter(|path| !before.contains(path) && !path.starts_with(&target) && !beside.contains(path))
                .collect();
            assert_eq!(strangers, Vec::<PathBuf>::new());
            assert_eq!(built.publication.is_none(), built.findings.keep_from_publishing());
            if matches!(built.publication, Some(Publication::New(_))) {
                let region = bench.load().region.expect("it was published");
                let made = make(&region);
                let there = published(&target);
                let lost: Vec<&String> = made
                    .files
                    .iter()
                    .filter(|(path, bytes)| there.get(*path) != Some(*bytes))
                    .map(|(path, _)| path)
                    .collect();
                assert_eq!(lost, Vec::<&String>::new(), "what is made is what is published");
            }
            std::fs::remove_dir_all(bench.path("target")).unwrap();
        });
    }
}
