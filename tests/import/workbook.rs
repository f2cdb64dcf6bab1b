//! Spreadsheets made in a test: the least that a spreadsheet program would open.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A cell of a sheet.
#[derive(Clone, Copy)]
pub(crate) enum Cell<'a> {
    Text(&'a str),
    Number(f64),
    /// A day, as the number that Excel counts it by, and in ISO 8601.
    Day(u32, &'a str),
    Percentage(f64),
    /// A formula that failed.
    Error(&'a str),
    /// A formula whose outcome is not in the file.
    Formula,
    Empty,
}

/// A sheet: its name, its rows, and which cells are one, such as `A2:A3`.
pub(crate) struct Sheet<'a> {
    pub(crate) name: &'a str,
    pub(crate) rows: Vec<Vec<Cell<'a>>>,
    /// A cell that goes on over the rows under it: row and column, counted from 0, and how many rows.
    pub(crate) merged: Option<[usize; 3]>,
}

/// A row of texts.
pub(crate) fn texts<'a>(cells: &[&'a str]) -> Vec<Cell<'a>> {
    cells
        .iter()
        .map(|cell| {
            if cell.is_empty() {
                Cell::Empty
            } else {
                Cell::Text(cell)
            }
        })
        .collect()
}

/// Files in a zip.
pub(crate) fn zipped(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn column(rank: usize) -> char {
    char::from(b'A' + u8::try_from(rank).unwrap())
}

fn xlsx_sheet(sheet: &Sheet<'_>) -> String {
    let mut xml = String::from(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    for (rank, row) in sheet.rows.iter().enumerate() {
        write!(xml, r#"<row r="{}">"#, rank + 1).unwrap();
        for (at, cell) in row.iter().enumerate() {
            let name = format!("{}{}", column(at), rank + 1);
            match cell {
                Cell::Text(text) => write!(
                    xml,
                    r#"<c r="{name}" t="inlineStr"><is><t>{}</t></is></c>"#,
                    escaped(text)
                ),
                Cell::Number(number) => write!(xml, r#"<c r="{name}"><v>{number}</v></c>"#),
                Cell::Day(serial, _) => write!(xml, r#"<c r="{name}" s="1"><v>{serial}</v></c>"#),
                Cell::Percentage(share) => write!(xml, r#"<c r="{name}" s="2"><v>{share}</v></c>"#),
                Cell::Error(error) => {
                    write!(xml, r#"<c r="{name}" t="e"><f>1/0</f><v>{error}</v></c>"#)
                }
                Cell::Formula => write!(xml, r#"<c r="{name}"><f>1+1</f><v></v></c>"#),
                Cell::Empty => Ok(()),
            }
            .unwrap();
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData>");
    if let Some([row, at, rows]) = sheet.merged {
        let area = format!("{0}{1}:{0}{2}", column(at), row + 1, row + rows);
        write!(
            xml,
            r#"<mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>"#
        )
        .unwrap();
    }
    xml.push_str("</worksheet>");
    xml
}

/// An Excel workbook.
pub(crate) fn xlsx(sheets: &[Sheet<'_>]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut list, mut links) = (String::new(), String::new());
    let mut files = Vec::new();
    for (rank, sheet) in sheets.iter().enumerate() {
        let number = rank + 1;
        write!(
            list,
            r#"<sheet name="{}" sheetId="{number}" r:id="r{number}"/>"#,
            sheet.name
        )
        .unwrap();
        write!(
            links,
            r#"<Relationship Id="r{number}" Type="{LINKS}/worksheet" Target="worksheets/sheet{number}.xml"/>"#
        )
        .unwrap();
        files.push((
            format!("xl/worksheets/sheet{number}.xml"),
            xlsx_sheet(sheet),
        ));
    }
    let styles = format!(
        r#"<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>"#
    );
    files.extend([
        (
            "[Content_Types].xml".to_owned(),
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#.to_owned(),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                r#"<Relationships xmlns="{PACKAGE}">{links}<Relationship Id="s" Type="{LINKS}/styles" Target="styles.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{list}</sheets></workbook>"#),
        ),
        ("xl/styles.xml".to_owned(), styles),
    ]);
    let files: Vec<(&str, Vec<u8>)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone().into_bytes()))
        .collect();
    zipped(&files)
}

/// An `OpenDocument` spreadsheet.
pub(crate) fn ods(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut tables = String::new();
    for sheet in sheets {
        write!(tables, r#"<table:table table:name="{}">"#, sheet.name).unwrap();
        for (rank, row) in sheet.rows.iter().enumerate() {
            tables.push_str("<table:table-row>");
            for (at, cell) in row.iter().enumerate() {
                let spanned = match sheet.merged {
                    Some([first, column, rows]) if (first, column) == (rank, at) => {
                        format!(r#" table:number-rows-spanned="{rows}""#)
                    }
                    Some(_) | None => String::new(),
                };
                match cell {
                    Cell::Text(text) => write!(
                        tables,
                        r#"<table:table-cell office:value-type="string"{spanned}><text:p>{}</text:p></table:table-cell>"#,
                        escaped(text)
                    ),
                    Cell::Number(number) => write!(
                        tables,
                        r#"<table:table-cell office:value-type="float" office:value="{number}"/>"#
                    ),
                    Cell::Day(_, day) => write!(
                        tables,
                        r#"<table:table-cell office:value-type="date" office:date-value="{day}"/>"#
                    ),
                    Cell::Percentage(share) => write!(
                        tables,
                        r#"<table:table-cell office:value-type="percentage" office:value="{share}"/>"#
                    ),
                    Cell::Error(error) => write!(
                        tables,
                        r#"<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>{error}</text:p></table:table-cell>"#
                    ),
                    Cell::Formula => {
                        write!(tables, r#"<table:table-cell table:formula="of:=1+1"/>"#)
                    }
                    Cell::Empty => write!(tables, "<table:table-cell/>"),
                }
                .unwrap();
            }
            tables.push_str("</table:table-row>");
        }
        tables.push_str(
            r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#,
        );
    }
    let names = [
        ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        (
            "calcext",
            "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
        ),
    ];
    let mut spaces = String::new();
    for (prefix, name) in names {
        write!(spaces, r#" xmlns:{prefix}="{name}""#).unwrap();
    }
    let content = format!(
        "<office:document-content{spaces}><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet".to_vec(),
        ),
        ("content.xml", content.into_bytes()),
    ])
}
