//! Parts of a region that are put together.

use std::fs;
use std::path::PathBuf;

use keuzewijzer::publish::{
    Compression, Inputs, Rehearsal, Report, Shard, Shards, Stage, is_current,
};

use crate::scratch::{Scratch, artifacts, paths, tree};

/// A part in `shard-<number>` beside the target, with one page and one asset of its own.
fn build(scratch: &Scratch, shard: &str, fingerprint: [u8; 32]) -> PathBuf {
    let shard: Shard = shard.parse().unwrap();
    let folder = scratch
        .folder
        .path()
        .join(shard.to_string().replace('/', "-of-"));
    let stage = Stage::open(&folder).unwrap().compressing(Compression::Fast);
    stage.put(&artifacts(&files_of(shard, "one"))).unwrap();
    let inputs = Inputs {
        fingerprint,
        shard: Some(shard),
    };
    stage.publish(inputs).unwrap();
    folder
}

fn files_of(shard: Shard, version: &str) -> [(&'static str, &'static str); 2] {
    let text: String = format!("{shard} {version} ").repeat(200);
    let path = format!("site-{}/", shard.to_string().replace('/', "-of-"));
    let leak = |text: String| -> &'static str { text.leak() };
    let text = leak(text);
    [
        (leak(format!("{path}index.html")), text),
        (leak(format!("{path}assets/a.js")), text),
    ]
}

fn join(scratch: &Scratch, shards: &[PathBuf]) -> Result<Report, String> {
    Shards::open(shards)
        .and_then(|shards| Ok(shards.stage(&scratch.target())?.publish(shards.inputs())?))
        .map_err(|error| error.to_string())
}

#[test]
fn parts_together_are_what_one_build_makes() {
    let scratch = Scratch::new();
    let shards = ["3/3", "1/3", "2/3"].map(|shard| build(&scratch, shard, [1; 32]));
    assert_eq!(join(&scratch, &shards).unwrap().new.len(), 6);
    let single = Scratch::new();
    let stage = Stage::open(&single.target())
        .unwrap()
        .compressing(Compression::Fast);
    for shard in Shard::all(3) {
        stage.put(&artifacts(&files_of(shard, "one"))).unwrap();
    }
    stage.publish(&[1; 32]).unwrap();
    let everything = |scratch: &Scratch| -> Vec<Vec<u8>> {
        let own = [
            ".keuzewijzer/manifest".to_owned(),
            "../.public.state".to_owned(),
        ];
        let paths = paths(&scratch.target()).into_iter().chain(own);
        paths
            .map(|path| fs::read(scratch.target().join(path)).unwrap())
            .collect()
    };
    assert_eq!(paths(&scratch.target()), paths(&single.target()));
    assert!(everything(&scratch) == everything(&single));
    assert!(is_current(&scratch.target(), &[1; 32]).unwrap().is_some());
}

#[test]
fn what_did_not_change_is_not_written_again() {
    let scratch = Scratch::new();
    let shards = ["1/2", "2/2"].map(|shard| build(&scratch, shard, [1; 32]));
    join(&scratch, &shards).unwrap();
    let page = "site-1-of-2/index.html";
    let before = scratch.inode(page);
    let report = join(&scratch, &shards).unwrap();
    assert_eq!((report.unchanged, report.changed.len()), (4, 0));
    assert_eq!(scratch.inode(page), before);
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let scratch = Scratch::new();
    let [one, two, three] = ["1/3", "2/3", "3/3"].map(|shard| build(&scratch, shard, [1; 32]));
    scratch.publish(&[("a", "1")]);
    let before = tree(&scratch.target());
    let refused = |shards: &[&PathBuf], reason: &str| {
        let shards: Vec<PathBuf> = shards.iter().copied().cloned().collect();
        let error = join(&scratch, &shards).unwrap_err();
        assert!(error.contains(reason), "{error} is not: {reason}");
        assert_eq!(tree(&scratch.target()), before);
    };
    refused(&[&one, &two], "shard 3/3 is missing");
    refused(&[&two], "shard 1/3 is missing, and 1 more");
    refused(&[&one, &two, &two, &three], "are both shard 2/3");
    refused(&[&one, &scratch.target(), &three], "is no shard");
    refused(
        &[&one, &scratch.folder.path().join("nowhere"), &three],
        "is no shard",
    );
    let of_two = build(&scratch, "2/2", [1; 32]);
    refused(&[&one, &of_two], "is shard 1/3, but");
    refused(&[&of_two, &one], "is shard 2/2, but");
    build(&scratch, "2/3", [2; 32]);
    refused(&[&one, &two, &three], "were not made from the same content");
    refused(&[], "is no shard");
}

#[test]
fn a_damaged_part_is_refused() {
    let scratch = Scratch::new();
    let shards = ["1/2", "2/2"].map(|shard| build(&scratch, shard, [1; 32]));
    let page = shards[1].join("site-2-of-2/index.html");
    let length = fs::metadata(&page).unwrap().len();
    fs::write(&page, "x".repeat(usize::try_from(length).unwrap())).unwrap();
    let error = join(&scratch, &shards).unwrap_err();
    assert!(error.contains("is not the file that was built"), "{error}");
    fs::remove_file(&page).unwrap();
    let error = join(&scratch, &shards).unwrap_err();
    assert!(error.contains("cannot read"), "{error}");
    assert!(!scratch.target().exists());
    assert!(
        !scratch
            .left_overs()
            .iter()
            .any(|name| name.contains("stage"))
    );
}

#[test]
fn a_part_whose_state_stayed_behind_is_refused() {
    let scratch = Scratch::new();
    let shards = ["1/2", "2/2"].map(|shard| build(&scratch, shard, [1; 32]));
    let state = scratch.folder.path().join(".2-of-2.state");
    let own = fs::read(&state).unwrap();
    let of_the_other = fs::read(scratch.folder.path().join(".1-of-2.state")).unwrap();
    fs::write(&state, of_the_other).unwrap();
    assert!(join(&scratch, &shards).unwrap_err().contains("is no shard"));
    fs::remove_file(&state).unwrap();
    assert!(join(&scratch, &shards).unwrap_err().contains("is no shard"));
    fs::write(&state, own).unwrap();
    join(&scratch, &shards).unwrap();
}

#[test]
fn assets_of_the_last_site_stay_once_and_those_of_the_parts_do_not_come_along() {
    let scratch = Scratch::new();
    let publish_part = |asset: &'static str| {
        let folder = scratch.folder.path().join("part");
        let stage = Stage::open(&folder).unwrap();
        stage.put(&artifacts(&[(asset, "1")])).unwrap();
        let inputs = Inputs {
            fingerprint: [1; 32],
            shard: Shard::new(1, 1),
        };
        stage.publish(inputs).unwrap();
        join(&scratch, &[folder]).unwrap();
        paths(&scratch.target())
    };
    assert_eq!(publish_part("assets/1.js"), ["assets/1.js"]);
    assert_eq!(publish_part("assets/2.js"), ["assets/1.js", "assets/2.js"]);
    assert_eq!(publish_part("assets/2.js"), ["assets/2.js"]);
}

#[test]
fn a_site_cannot_take_the_place_of_its_parts_nor_a_part_that_of_a_site() {
    let scratch = Scratch::new();
    let shard = build(&scratch, "1/1", [1; 32]);
    let error = Shards::open(std::slice::from_ref(&shard))
        .unwrap()
        .stage(&shard)
        .unwrap_err();
    assert!(
        error.to_string().contains("is one of the shards"),
        "{error}"
    );
    Stage::open(&shard).unwrap().refuse_whole_site().unwrap();
    scratch.publish(&[("a", "1")]);
    let error = Stage::open(&scratch.target())
        .unwrap()
        .refuse_whole_site()
        .unwrap_err();
    assert!(error.to_string().contains("holds a whole site"), "{error}");
    let rehearsal = Rehearsal::open(&scratch.target()).unwrap();
    let error = rehearsal.refuse_whole_site().unwrap_err();
    assert!(error.to_string().contains("holds a whole site"), "{error}");
}

#[test]
fn a_damaged_file_of_the_target_is_told_to_be_changed() {
    let scratch = Scratch::new();
    let shard = build(&scratch, "1/1", [1; 32]);
    let joined = || join(&scratch, std::slice::from_ref(&shard)).unwrap();
    let new = joined().new;
    fs::write(scratch.target().join(&new[0]), "").unwrap();
    let report = joined();
    assert_eq!(report.changed, new[..1]);
}
