//! A region built in shards and put together is byte for byte what one build publishes.

use std::collections::BTreeSet;

use crate::harness::{Region, Run, Tree, differences, run, tree};

/// Builds every shard of so many, each into a folder of its own; their folders.
fn build_shards(region: &Region, of: usize, arguments: &[&str]) -> Vec<String> {
    let build = |number: usize| {
        let (shard, folder) = (format!("{number}/{of}"), format!("shards/{number}-of-{of}"));
        let target = ["--shard", &shard, "--target", &folder];
        region
            .build_with(&[&target, arguments].concat())
            .succeeded();
        folder
    };
    (1..=of).map(build).collect()
}

fn join(region: &Region, shards: &[String], target: &str) -> Run {
    let mut program = crate::harness::keuzewijzer();
    program
        .current_dir(region.path(""))
        .arg("join")
        .args(shards);
    run(program.args(["--target", target]))
}

/// The folders at the top of a shard.
fn sites(tree: &Tree) -> BTreeSet<String> {
    tree.keys()
        .filter(|path| path.ends_with("/404.html"))
        .filter_map(|path| path.split_once('/'))
        .filter(|(_, rest)| *rest == "404.html")
        .map(|(site, _)| site.to_owned())
        .collect()
}

fn assert_union_is_one_build(region: &Region, counts: &[usize], arguments: &[&str]) {
    region.build_with(arguments).succeeded();
    let whole = region.tree();
    for of in counts {
        let shards = build_shards(region, *of, arguments);
        let target = format!("joined-{of}/public");
        join(region, &shards, &target).succeeded();
        let joined = tree(&region.path(&target));
        assert_eq!(differences(&whole, &joined), [""; 0], "{of} shards");
        let state = |folder: &str| std::fs::read(region.path(folder)).unwrap();
        assert!(state(".public.state") == state(&format!("joined-{of}/.public.state")));
        let mut all = BTreeSet::new();
        for shard in &shards {
            let part = tree(&region.path(shard));
            assert_eq!(
                part.contains_key("index.html"),
                *shard == shards[0],
                "{shard}"
            );
            for site in sites(&part) {
                assert!(all.insert(site), "{shard}");
            }
        }
        assert_eq!(all, sites(&whole));
    }
}

#[test]
fn shards_together_are_one_build_however_many_there_are() {
    let region = Region::small();
    // The last of these are more than there are municipalities.
    assert_union_is_one_build(&region, &[1, 2, 3, 5], &["--compress", "fast"]);
}

#[test]
fn shards_hold_their_outcomes_against_the_same_publication_as_one_build() {
    let region = Region::small();
    region
        .build_with(&["--target", "old", "--date", "2026-11-15"])
        .succeeded();
    region.change("content/outcomes.csv", "06-30,42,36", "07-31,43,37");
    let later = ["--previous", "old", "--date", "2026-11-16"];
    assert_union_is_one_build(&region, &[2], &later);
    let outcomes = region.read("public/apeldoorn/gegevens/uitkomsten.csv");
    assert!(
        outcomes.contains(",42,36,") && outcomes.contains(",wachten"),
        "{outcomes}"
    );
}

#[test]
fn shards_of_the_demonstration_together_are_one_build() {
    let region = Region::demo();
    assert_union_is_one_build(&region, &[3], &[]);
}

#[test]
fn a_build_after_a_join_has_nothing_to_do_nor_has_a_second_join() {
    let region = Region::small();
    let shards = build_shards(&region, 2, &[]);
    join(&region, &shards, "public").succeeded();
    let build = region.build().succeeded();
    assert!(build.err.contains("nothing changed"), "{}", build.err);
    let again = join(&region, &shards, "public").succeeded();
    assert!(again.err.contains("nothing changed"), "{}", again.err);
    let shard = region
        .build_with(&["--shard", "2/2", "--target", &shards[1]])
        .succeeded();
    assert!(shard.err.contains("nothing changed"), "{}", shard.err);
}

#[test]
fn shards_of_another_content_or_day_or_setting_are_refused() {
    let region = Region::small();
    for (arguments, change) in [
        (&["--date", "2026-11-14"][..], false),
        (&["--compress", "fast"], false),
        (&[], true),
    ] {
        let shards = build_shards(&region, 2, &[]);
        if change {
            region.append("content/offers.csv", "\n");
        }
        let second = ["--shard", "2/2", "--target", &shards[1]];
        region
            .build_with(&[&second, arguments].concat())
            .succeeded();
        let refused = join(&region, &shards, "public");
        assert_eq!(refused.code, 3, "{}", refused.err);
        assert!(
            refused
                .err
                .contains("shards/1-of-2` and `shards/2-of-2` were not made from the same"),
            "{}",
            refused.err
        );
        assert!(!region.target().exists());
    }
}

#[test]
fn a_shard_does_not_take_the_place_of_a_site() {
    let region = Region::small();
    region.build().succeeded();
    let before = region.tree();
    let refused = region.build_with(&["--shard", "1/2", "--target", "public"]);
    assert_eq!(refused.code, 3, "{}", refused.err);
    assert!(
        refused.err.contains("holds a whole site"),
        "{}",
        refused.err
    );
    let refused = region.build_with(&["--shard", "1/2"]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    let refused = region.build_with(&["--shard", "3/2", "--target", "x"]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    assert!(refused.err.contains("such as 2/5"), "{}", refused.err);
    assert!(region.tree() == before);
}

#[test]
fn another_setting_of_compression_builds_again_and_leaves_no_sibling_behind() {
    let region = Region::small();
    region.build_with(&["--compress", "fast"]).succeeded();
    let compressed = region.tree();
    assert!(compressed.contains_key("apeldoorn/index.html.br"));
    assert!(compressed.contains_key("apeldoorn/index.html.gz"));
    let again = region.build_with(&["--compress", "fast"]).succeeded();
    assert!(again.err.contains("nothing changed"), "{}", again.err);
    region.build().succeeded();
    let plain = region.tree();
    let is_sibling =
        |path: &&String| crate::harness::ends_in(path, "br") || crate::harness::ends_in(path, "gz");
    assert_eq!(plain.keys().filter(is_sibling).count(), 0);
    let files = |tree: &Tree| {
        tree.keys()
            .filter(|path| !is_sibling(path))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(files(&compressed), files(&plain));
}
