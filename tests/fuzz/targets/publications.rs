//! What an earlier publication left: its journal, its list and state, the counts it showed, its archive.

use std::fs;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use keuzewijzer::archive::{verify_archive, verify_folder};
use keuzewijzer::changes::Journal;
use keuzewijzer::pipeline::diff;
use keuzewijzer::publish::{Published, is_current};
use keuzewijzer::stats::Ledger;

use super::Workbench;
use super::parts::between_bars;

/// Two journals, read and compared.
pub(super) fn journal(bench: &Workbench, bytes: &[u8]) {
    let parts = between_bars(bytes);
    let mut sites = Vec::new();
    for (name, part) in ["old", "new"]
        .into_iter()
        .zip(parts.iter().chain(parts.first()))
    {
        if let Ok(journal) = Journal::read(part) {
            let again = Journal::read(&journal.to_bytes()).expect("a journal reads back");
            assert_eq!(again, journal, "a journal reads back as it was written");
        }
        bench.put(&format!("{name}/gegevens/wijzigingen.json"), part);
        sites.push(bench.path(name));
    }
    if let [old, new] = &sites[..] {
        let _ = diff(old, new);
    }
}

/// The counts that were shown, and what may be shown after them.
pub(super) fn ledger(bench: &Workbench, bytes: &[u8]) {
    match Ledger::read(bytes) {
        Ok(former) => {
            let again = Ledger::read(&former.to_bytes()).expect("a ledger reads back");
            assert_eq!(again, former, "a ledger reads back as it was written");
            let scored = bench.region().score(former);
            let again = Ledger::read(&scored.ledger.to_bytes()).expect("a ledger reads back");
            assert_eq!(
                again, scored.ledger,
                "a ledger reads back as it was written"
            );
            let next = bench.region().score(again);
            assert_eq!(
                next.ledger, scored.ledger,
                "the same build writes the same list"
            );
        }
        Err(unusable) => {
            let _ = unusable.wording();
        }
    }
}

/// An archive as it is.
pub(super) fn archive(bench: &Workbench, bytes: &[u8]) {
    let path = bench.put("archive.tar.gz", bytes);
    let _ = verify_archive(&path, None).expect("a broken archive is a fault");
}

/// The files in an archive: each begins with its path and a line break.
pub(super) fn archive_parts(bench: &Workbench, bytes: &[u8]) {
    let mut tar = tar::Builder::new(Vec::new());
    for part in between_bars(bytes) {
        let end = part
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(part.len());
        let (path, text) = part.split_at(end);
        let text = text.get(1..).unwrap_or_default();
        let mut header = tar::Header::new_gnu();
        let field = &mut header.as_old_mut().name;
        let length = path.len().min(field.len());
        field[..length].copy_from_slice(&path[..length]);
        header.set_size(text.len() as u64);
        header.set_cksum();
        tar.append(&header, text).expect("memory is enough");
    }
    let tar = tar.into_inner().expect("memory is enough");
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(&tar).expect("memory is enough");
    archive(bench, &gzip.finish().expect("memory is enough"));
}

/// The list of a published folder.
pub(super) fn list(bench: &Workbench, bytes: &[u8]) {
    bench.put("list/index.html", b"<!doctype html>");
    bench.put(&format!("list/{}", Published::LIST), bytes);
    let _ = verify_folder(&bench.path("list"));
}

/// What is remembered beside a target.
pub(super) fn state(bench: &Workbench, bytes: &[u8]) {
    fs::create_dir_all(bench.path("state/public")).expect("a folder can be made");
    bench.put("state/.public.state", bytes);
    let _ = is_current(&bench.path("state/public"), &[7; 32]);
}
