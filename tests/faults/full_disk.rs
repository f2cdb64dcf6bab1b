//! A disk that is full at every size from nothing to enough, in bytes and in files.

use crate::deeds::{DEEDS, Deed};
use crate::desk::{Desk, PROGRAM, may_mount, moments, run, told, unlike};

/// In a mount namespace of its own: fills `disk` with the region, leaves so much room, runs the command, says what came of
/// it; when it failed, makes room and runs it again.
const TRY: &str = r#"
set -e
mkdir -p disk out
mount -t tmpfs -o size=1g,nr_inodes=200k tmpfs disk
cp -a before/. disk/
used=$(df -k --output=used disk | tail -1)
files=$(df --output=iused disk | tail -1)
if [ "$1" = bytes ]; then mount -o remount,size=$((used + $2))k disk
else mount -o remount,nr_inodes=$((files + $2)) disk; fi
cd disk
set +e
"${@:4}" --lang "$3" 2>../out/err; echo $? >../out/code
set -e
cp -a . ../out/after
[ "$(cat ../out/code)" != 0 ] || exit 0
mount -o remount,size=1g,nr_inodes=200k .
"${@:4}" --lang "$3"
cp -a . ../out/again
"#;

/// The desk, with the region as it was in `before`.
fn attempt(deed: &Deed, before: &Desk, room: (&str, u64), language: &str) -> (Desk, String, i32) {
    let desk = Desk::empty();
    std::os::unix::fs::symlink(before.path("."), desk.path("before")).unwrap();
    let mut command = desk.command("unshare");
    command
        .args([
            "-m",
            "--",
            "bash",
            "-c",
            TRY,
            "bash",
            room.0,
            &room.1.to_string(),
            language,
            PROGRAM,
        ])
        .args(deed.arguments);
    run(&mut command).succeeded();
    let (code, err) = (desk.read("out/code"), desk.read("out/err"));
    (desk, err, code.trim().parse().unwrap())
}

/// Says how many sizes were too small.
fn fill(deed: &Deed, kind: &str, steps: u32) -> u32 {
    let before = deed.desk();
    let after = before.copy();
    after.run(deed.arguments).succeeded();
    let (old, new, start, end) = (
        deed.site(&before),
        deed.site(&after),
        before.tree("."),
        after.tree("."),
    );
    let written = unlike(&start, &end);
    let written = written.iter().filter_map(|path| end.get(path));
    let needs: u64 = match kind {
        "bytes" => written.map(|bytes| bytes.len() as u64 / 1024 + 4).sum(),
        _ => written.count() as u64,
    };
    let mut refused = 0;
    for step in 0..steps {
        let room = needs * u64::from(step) / u64::from(steps);
        let (language, said) = if step % 2 == 0 {
            ("nl", "de schijf is vol")
        } else {
            ("en", "No space left on device")
        };
        let (desk, err, code) = attempt(deed, &before, (kind, room), language);
        let at = format!("{}, room for {room} {kind}: {err}", deed.name);
        let left = desk.tree("out/after");
        if code == 0 {
            assert_eq!(unlike(&left, &end), [""; 0], "{at}");
            continue;
        }
        refused += 1;
        assert_eq!(code, 3, "{at}");
        assert!(
            err.contains(said) && err.contains('`') && err.contains("df -h"),
            "{at}"
        );
        let site = deed
            .whole
            .map(|path| desk.tree(&format!("out/after/{path}")))
            .unwrap_or_default();
        assert!(site == old || site == new, "{at}");
        for path in unlike(&left, &start) {
            let is_temporary = [".stage-", ".part-", ".new", "-new", "-init"]
                .iter()
                .any(|part| path.contains(part));
            assert!(!is_temporary, "{at}: `{path}` is left");
        }
        assert_eq!(
            unlike(&desk.tree("out/again"), &end),
            [""; 0],
            "{at}: not as with room"
        );
    }
    refused
}

#[test]
fn a_full_disk_is_said_with_the_file_and_what_to_do_and_leaves_the_site_and_no_rubbish() {
    if !may_mount("a full disk") {
        return;
    }
    for deed in &DEEDS {
        for kind in ["bytes", "files"] {
            // It makes fewer files than a step.
            let steps = moments(if kind == "files" { 1 } else { 3 });
            let refused = fill(deed, kind, steps);
            told(&format!(
                "full disk {:<18} {steps} sizes in {kind}, {refused} too small",
                deed.name
            ));
            assert!(refused > 0, "{}", deed.name);
        }
    }
}
