//! Tests of the CSV reader.

use proptest::prelude::*;

use crate::diagnostics::{Diagnostic, Position, SourceMap};

use super::CsvTable;

struct Parsed {
    sources: SourceMap,
    table: Option<CsvTable>,
    diagnostics: Vec<Diagnostic>,
}

fn parse(text: &str) -> Parsed {
    let mut sources = SourceMap::default();
    let mut diagnostics = Vec::new();
    let file = sources.add("content/offers.csv", text);
    let table = CsvTable::parse(text, file, &mut diagnostics);
    Parsed {
        sources,
        table,
        diagnostics,
    }
}

impl Parsed {
    /// The values, row by row, the header first.
    fn values(&self) -> Vec<Vec<&str>> {
        let table = self.table.as_ref().unwrap();
        let rows = table.rows.iter().map(|row| &row.cells);
        std::iter::once(&table.header)
            .chain(rows)
            .map(|cells| cells.iter().map(|cell| &*cell.value).collect())
            .collect()
    }

    fn excerpt(&self, row: usize, column: usize) -> &str {
        let cell = &self.table.as_ref().unwrap().rows[row].cells[column];
        self.sources.excerpt(cell.place)
    }

    fn position(&self, row: usize, column: usize) -> (usize, usize) {
        let cell = &self.table.as_ref().unwrap().rows[row].cells[column];
        let Position { line, column } = self.sources.position(cell.place);
        (line, column)
    }

    /// Code, line, column, text and message of every problem.
    fn problems(&self) -> Vec<String> {
        self.diagnostics
            .iter()
            .map(|problem| {
                let Position { line, column } = self.sources.position(problem.primary);
                let excerpt = self.sources.excerpt(problem.primary);
                format!(
                    "{} {line}:{column} `{excerpt}` {}",
                    problem.code.id(),
                    problem.message
                )
            })
            .collect()
    }
}

#[test]
fn cells_are_trimmed_and_lose_their_quotes() {
    let parsed = parse("a,b,c\n\" één; \"  ,\"say \"\"ja\"\" \", x ");
    assert_eq!(parsed.values()[1], ["één;", "say \"ja\"", "x"]);
    assert_eq!(parsed.excerpt(0, 0), "één;");
    assert_eq!(parsed.excerpt(0, 1), "say \"\"ja\"\"");
    assert_eq!(parsed.position(0, 2), (2, 27));
}

#[test]
fn a_file_may_end_with_an_empty_cell() {
    let parsed = parse("a,b\n1,");
    assert_eq!(parsed.values()[1], ["1", ""]);
    assert_eq!(parsed.position(0, 1), (2, 3));
}

#[test]
fn a_blank_before_an_opening_quote_is_reported() {
    let parsed = parse("a,b\n1, \"two\"\n");
    let expected = "E0103 2:4 `\"two\"` there is a blank before the opening quote";
    assert_eq!(parsed.problems(), [expected]);
}

#[test]
fn crlf_and_blank_lines_do_not_move_the_lines_after_them() {
    let parsed = parse("\r\na,b\r\n\r\n1,2\r\n   \r\n;\r\n,\r\n3,4\r\n\r\n");
    assert_eq!(parsed.values(), [["a", "b"], ["1", "2"], ["3", "4"]]);
    assert_eq!(parsed.position(0, 1), (4, 3));
    assert_eq!(parsed.position(1, 0), (8, 1));
}

#[test]
fn a_line_break_inside_quotes_belongs_to_the_cell() {
    let parsed = parse("a,b\r\n\"one\r\ntwo\",x\r\n3,4");
    assert_eq!(parsed.values()[1], ["one\r\ntwo", "x"]);
    assert_eq!(parsed.position(0, 1), (3, 6));
    assert_eq!(parsed.position(1, 1), (4, 3));
    assert_eq!(parsed.problems(), [""; 0]);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_column_and_moves_no_place() {
    let parsed = parse("\u{feff}a,b\n1,2\n");
    let table = parsed.table.as_ref().unwrap();
    assert_eq!(table.column("a"), Some(0));
    assert_eq!(table.header[0].place.start, 3);
    let Position { line, column } = parsed.sources.position(table.header[1].place);
    assert_eq!((line, column), (1, 3));
}

#[test]
fn the_header_line_decides_the_separator() {
    assert_eq!(parse("a;b\n1,5;2\n").values()[1], ["1,5", "2"]);
    assert_eq!(parse("a,b\n1;5,2\n").values()[1], ["1;5", "2"]);
}

#[test]
fn a_separator_in_a_quoted_column_name_decides_nothing() {
    let parsed = parse("\"a,b,c\";d\n1;2\n");
    assert_eq!(parsed.values(), [["a,b,c", "d"], ["1", "2"]]);
}

#[test]
fn a_file_of_one_column_needs_no_separator() {
    assert_eq!(parse("a\n1\n\"\"\n2").values(), [["a"], ["1"], [""], ["2"]]);
}

#[test]
fn a_row_of_another_length_is_reported_with_both_counts_and_left_out() {
    let parsed = parse("a,b\n1\n1,2\n 1,2,3 \n");
    assert_eq!(
        parsed.problems(),
        [
            "E0109 2:1 `1` expected 2 cells as in the header, found 1 cell",
            "E0109 4:1 ` 1,2,3 ` expected 2 cells as in the header, found 3 cells",
        ]
    );
    assert_eq!(parsed.values(), [["a", "b"], ["1", "2"]]);
}

#[test]
fn an_unclosed_quote_is_reported_where_it_opens_and_swallows_no_faults() {
    let parsed = parse("a,b\n1,\"two\n3\n4,5\n");
    assert_eq!(
        parsed.problems(),
        [
            "E0103 2:3 `\"` this quote is never closed",
            "E0109 3:1 `3` expected 2 cells as in the header, found 1 cell",
        ]
    );
    assert_eq!(parsed.values()[1], ["4", "5"]);
}

#[test]
fn an_unclosed_quote_that_a_later_cell_closes_is_named_too() {
    let parsed = parse("a,b\n1,\"two\n\"three\",4\n");
    assert_eq!(
        parsed.problems(),
        ["E0103 3:2 `three\"` there is text after the closing quote"]
    );
    let opening = parsed.diagnostics[0].related[0].place;
    assert_eq!(parsed.sources.position(opening).line, 2);
    assert_eq!(parsed.values()[1], ["three", "4"]);
}

#[test]
fn text_after_a_closing_quote_is_reported_without_counting_the_cells() {
    let parsed = parse("a,b\n\"one\" two,3,4\n5,6");
    assert_eq!(
        parsed.problems(),
        ["E0103 2:7 `two` there is text after the closing quote"]
    );
    assert_eq!(parsed.values()[1], ["5", "6"]);
}

#[test]
fn a_quote_in_the_middle_of_an_unquoted_cell_is_text() {
    let parsed = parse("a,b\n4\" buis,x\n");
    assert_eq!(parsed.values()[1], ["4\" buis", "x"]);
}

#[test]
fn a_column_that_stands_twice_is_reported_with_the_first_one() {
    let parsed = parse("a,b,a\n1,2,3\n");
    assert_eq!(parsed.problems(), ["E0309 1:5 `a` column `a` stands twice"]);
    assert_eq!(parsed.diagnostics[0].related[0].place.start, 0);
    assert_eq!(parsed.table.as_ref().unwrap().column("a"), Some(0));
}

#[test]
fn a_column_without_a_name_is_reported() {
    let parsed = parse("a,,b\n1,2,3\n");
    assert_eq!(parsed.problems(), ["E0103 1:3 `` a column has no name"]);
}

#[test]
fn a_file_without_header_is_no_table() {
    for text in ["", "\u{feff}", "\r\n\r\n", " \n;;\n"] {
        let parsed = parse(text);
        assert!(parsed.table.is_none(), "{text:?}");
        assert_eq!(parsed.problems(), ["E0103 1:1 `` the file has no header"]);
    }
}

#[test]
fn fifty_thousand_rows_keep_their_line_numbers() {
    let mut text = "a;b;c\r\n".to_owned();
    for _ in 0..50_000 {
        text.push_str("lindeboom;\"een; twee\r\ndrie\";stop\r\n\r\n");
    }
    let parsed = parse(&text);
    assert_eq!(parsed.table.as_ref().unwrap().rows.len(), 50_000);
    assert_eq!(parsed.position(49_999, 0), (2 + 49_999 * 3, 1));
}

/// A cell's raw text and its value: half of them quoted, with everything that needs quotes.
fn cell() -> impl Strategy<Value = (String, String)> {
    let plain = "[a-zé€ \u{a0}.*0-9]{0,8}"
        .prop_filter("a blank line is no row", |text| !text.trim().is_empty());
    let quoted = "[a-zé ,;\"\r\n]{0,8}";
    prop_oneof![
        plain.prop_map(|text| (text.trim().to_owned(), text.trim().to_owned())),
        quoted.prop_map(|text| {
            let raw = text.trim().replace('"', "\"\"");
            (format!("\"{raw}\""), text.trim().to_owned())
        }),
    ]
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_every_place_can_be_shown(text in "\u{feff}?[ab,;\"\r\n é\t]{0,60}") {
        let parsed = parse(&text);
        for problem in &parsed.diagnostics {
            prop_assert!(text.get(problem.primary.range()).is_some());
        }
        for row in parsed.table.iter().flat_map(|table| &table.rows) {
            for cell in &row.cells {
                // In a quoted cell a quote is written twice; in another one it stands for itself.
                let excerpt = parsed.sources.excerpt(cell.place);
                let unquoted = excerpt.replace("\"\"", "\"");
                prop_assert!(
                    *cell.value == *excerpt || *cell.value == *unquoted,
                    "{excerpt:?} was read as {:?}",
                    cell.value
                );
            }
        }
    }

    #[test]
    fn any_characters_are_read_without_panic(text in any::<String>()) {
        parse(&text);
    }

    #[test]
    fn the_place_of_every_cell_shows_its_raw_text(
        rows in prop::collection::vec(prop::collection::vec(cell(), 3), 0..8),
        separator in prop::sample::select(vec![",", ";"]),
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n"]),
        mark in prop::sample::select(vec!["", "\u{feff}"]),
    ) {
        let header = ["een", "twee", "drie"].join(separator);
        let mut text = format!("{mark}{header}{line_end}");
        for row in &rows {
            let raw: Vec<&str> = row.iter().map(|(raw, _)| raw.as_str()).collect();
            text.push_str(&raw.join(separator));
            text.push_str(line_end);
        }
        let parsed = parse(&text);
        prop_assert_eq!(parsed.problems(), Vec::<String>::new());
        let table = parsed.table.as_ref().unwrap();
        prop_assert_eq!(table.rows.len(), rows.len());
        for (read, written) in table.rows.iter().zip(&rows) {
            for (cell, (raw, value)) in read.cells.iter().zip(written) {
                prop_assert_eq!(&*cell.value, value.as_str());
                let quotes = usize::from(raw.starts_with('"'));
                prop_assert_eq!(parsed.sources.excerpt(cell.place), &raw[quotes..raw.len() - quotes]);
            }
        }
    }
}
