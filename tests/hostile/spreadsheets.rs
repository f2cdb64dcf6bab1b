//! Workbooks that are small as a file and huge when they are unpacked, or that point to the last corner of a sheet.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

use super::desk::{Desk, Run};

const MAPPING: &str = "[provider]\nname = \"Naam\"\n";
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/KIND" Target="TARGET"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet with these rows, and what stands below them.
fn workbook(rows: &str, below: &str) -> Vec<u8> {
    let relation =
        |kind: &str, target: &str| RELATIONS.replace("KIND", kind).replace("TARGET", target);
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{below}</worksheet>"#
    );
    zipped(&[
        ("[Content_Types].xml", TYPES),
        (
            "_rels/.rels",
            &relation("officeDocument", "xl/workbook.xml"),
        ),
        ("xl/workbook.xml", WORKBOOK),
        (
            "xl/_rels/workbook.xml.rels",
            &relation("worksheet", "worksheets/sheet1.xml"),
        ),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn cell(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// The header and one record.
fn table() -> String {
    let (header, record) = (cell("A1", "Naam"), cell("A2", "Zonnehof"));
    format!(r#"<row r="1">{header}</row><row r="2">{record}</row>"#)
}

fn import(name: &str, bytes: &[u8]) -> Run {
    let desk = Desk::new();
    desk.write("m.toml", MAPPING);
    desk.write(name, bytes);
    let arguments = [
        "import",
        "--map",
        "m.toml",
        "--dry-run",
        "--lang",
        "en",
        "--format",
        "concise",
    ];
    desk.run(&[&arguments[..], &[name]].concat())
}

#[test]
fn a_workbook_that_unpacks_to_hundreds_of_megabytes_is_refused() {
    let bomb = workbook(&(table() + &" ".repeat(300_000_000)), "");
    assert!(bomb.len() < 1_000_000);
    import("a.xlsx", &bomb).refused("E1107", "a.xlsx:1:1: ");
}

#[test]
fn workbooks_inside_a_workbook_are_never_unpacked() {
    let inner = zipped(&[("x", &"0".repeat(1_000_000))]);
    let inner: String = inner.iter().map(|byte| char::from(byte & 0x7f)).collect();
    let names: Vec<String> = (0..50).map(|rank| format!("../../{rank}.xlsx")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (&**name, &*inner)).collect();
    import("a.xlsx", &zipped(&files)).refused("E1107", "a.xlsx:1:1: ");
}

#[test]
fn a_cell_in_the_last_corner_and_a_merge_of_everything_cost_nothing() {
    let far = cell("XFD1048576", "x");
    let rows = format!(r#"{}<row r="1048576">{far}</row>"#, table());
    let merge = r#"<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>"#;
    let run = import("a.xlsx", &workbook(&rows, merge)).succeeded();
    assert!(run.out.contains("Zonnehof"), "{}", run.out);
}

#[test]
fn a_million_empty_rows_are_passed_over() {
    let mut rows = table();
    for row in 3..1_000_000 {
        write!(rows, r#"<row r="{row}"/>"#).unwrap();
    }
    let run = import("a.xlsx", &workbook(&rows, "")).succeeded();
    assert!(run.err.contains("1 records read"), "{}", run.err);
}

#[test]
fn cells_of_opendocument_that_repeat_without_end_are_refused() {
    let cell = r#"<table:table-cell table:number-columns-repeated="4000000000"><text:p>Naam</text:p></table:table-cell>"#;
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="4000000000">{cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let bytes = zipped(&[("content.xml", &content)]);
    import("a.ods", &bytes).refused("E1107", "a.ods:1:1: ");
}

#[test]
fn names_of_foreign_records_become_no_paths() {
    let desk = Desk::new();
    desk.write("m.toml", MAPPING);
    desk.write(
        "a.csv",
        "Naam\n../../../../tmp/hier\n/etc/cron.d/daar\n=HYPERLINK(1)\n",
    );
    desk.run(&["import", "--map", "m.toml", "a.csv"])
        .succeeded();
    for name in ["tmp-hier", "etc-cron-d-daar", "hyperlink-1"] {
        let file = desk.path(&format!("content/providers/{name}.md"));
        assert!(file.is_file(), "{}", file.display());
    }
}
