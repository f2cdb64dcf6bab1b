//! Memory is bounded by the size of the input: the program reads large, hostile files within an address space that is
//! a small multiple of them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::process::Command;

use crate::short::scratch;
use crate::targets::Workbench;

/// A run of the program needs this much for itself: its code, its threads and the theme.
const OWN: usize = 1 << 30;
/// Bytes of memory for each byte of an input: a cell is a text with a place.
const PER_BYTE: usize = 64;

/// Runs the program with an address space that fits an input, and says how it ended: with problems, not by a signal.
fn within_bounds(bench: &Workbench, arguments: &[&str], input: usize) {
    let kilobytes = (OWN + PER_BYTE * input) / 1024;
    let output = Command::new("sh")
        .args(["-c", "ulimit -v \"$0\" && exec \"$@\""])
        .arg(kilobytes.to_string())
        .arg(env!("CARGO_BIN_EXE_keuzewijzer"))
        .args(arguments)
        .current_dir(bench.path(""))
        .env("LC_ALL", "C")
        .env("RAYON_NUM_THREADS", "2")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{:?}: {}",
        output.status,
        said.chars().take(2000).collect::<String>()
    );
}

fn with_bench(work: impl FnOnce(&Workbench)) {
    let folder = scratch();
    work(&Workbench::new(
        env!("CARGO_MANIFEST_DIR").as_ref(),
        folder.path(),
    ));
}

#[test]
fn a_table_of_a_hundred_thousand_broken_rows_takes_memory_by_its_size() {
    let rows = "\"x,\u{0}y\",,;;<b>,*,,,,,,2026-99-99\n".repeat(100_000);
    with_bench(|bench| {
        bench.put("content/offers.csv", rows.as_bytes());
        within_bounds(bench, &["check", "--format", "json"], rows.len());
    });
}

#[test]
fn markdown_that_opens_and_never_closes_takes_memory_by_its_size() {
    let mut text = "+++\ntitle = \"Diep\"\n+++\n".to_owned();
    for opened in ["> ", "* ", "[", "![", "`", "**a ", "<", "|"] {
        writeln!(text, "{}\n", opened.repeat(20_000)).unwrap();
    }
    with_bench(|bench| {
        bench.put("content/pages/diep.md", text.as_bytes());
        within_bounds(bench, &["check", "--format", "json"], text.len());
    });
}

#[test]
fn a_sheet_whose_last_cell_stands_far_away_takes_memory_by_its_size() {
    let sheet = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>"#;
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        package
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        package.write_all(text.as_bytes()).unwrap();
    }
    let bytes = package.finish().unwrap().into_inner();
    with_bench(|bench| {
        bench.put("ver.xlsx", &bytes);
        let map = "beschikbaarheidswijzer";
        within_bounds(
            bench,
            &["import", "--map", map, "ver.xlsx", "--dry-run"],
            bytes.len(),
        );
    });
}
