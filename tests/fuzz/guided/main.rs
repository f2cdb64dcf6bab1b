//! The search for inputs that is guided by which code they reach: LLVM's libFuzzer over the same functions as the short
//! run. `KEUZEWIJZER_FUZZ_TARGET` names one of them, `KEUZEWIJZER_FUZZ_FOLDER` an empty folder, best in memory.
#![no_main]

#[path = "../targets/mod.rs"]
mod targets;

use std::env;
use std::path::PathBuf;

use libfuzzer_sys::fuzz_target;
use targets::{TARGETS, Target, Workbench};

thread_local! {
    /// libFuzzer calls from one thread.
    static CHOSEN: (&'static Target, Workbench) = choose();
}

fn choose() -> (&'static Target, Workbench) {
    let name = env::var("KEUZEWIJZER_FUZZ_TARGET").expect("a target is chosen");
    let folder = env::var("KEUZEWIJZER_FUZZ_FOLDER").expect("a folder is chosen");
    let target = TARGETS.iter().find(|target| target.name == name);
    let repository = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let bench = Workbench::new(&repository, &PathBuf::from(folder));
    (target.expect("there is such a target"), bench)
}

fuzz_target!(|bytes: &[u8]| {
    CHOSEN.with(|(target, bench)| {
        if bytes.len() <= target.longest {
            (target.read)(bench, bytes);
        }
    });
});
