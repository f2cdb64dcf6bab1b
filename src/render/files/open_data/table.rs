//! A table of open data. One list of columns makes its header, its cells and its schema, so they cannot disagree.

use serde_json::{Value, json};

use super::cell::Cell;

/// What kind of value a column holds: a type of Frictionless Table Schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ColumnKind<'a> {
    /// Words.
    Text,
    /// One word of a list, which JSON names by its rank.
    Word(Vec<&'a str>),
    /// A web address.
    WebAddress,
    /// A whole number.
    Whole,
    /// A number with a decimal point.
    Decimal,
    /// `YYYY-MM-DD`.
    Day,
}

impl ColumnKind<'_> {
    fn name(&self) -> &'static str {
        match self {
            Self::Text | Self::Word(_) | Self::WebAddress => "string",
            Self::Whole => "integer",
            Self::Decimal => "number",
            Self::Day => "date",
        }
    }

    fn format(&self) -> &'static str {
        match self {
            Self::WebAddress => "uri",
            Self::Text | Self::Word(_) | Self::Whole | Self::Decimal | Self::Day => "default",
        }
    }

    fn words(&self) -> Option<&[&str]> {
        match self {
            Self::Word(words) => Some(words),
            Self::Text | Self::WebAddress | Self::Whole | Self::Decimal | Self::Day => None,
        }
    }
}

/// A column.
pub(super) struct Column<'a, Row> {
    /// Its heading.
    pub(super) heading: &'static str,
    /// What it holds.
    pub(super) kind: ColumnKind<'a>,
    /// What it means.
    pub(super) description: &'static str,
    /// The cell of a row.
    pub(super) value: for<'row> fn(&'row Row) -> Cell<'row>,
}

/// A table of open data.
pub(super) struct Table<'a, Row> {
    /// Its name: the file's, without ending.
    pub(super) name: &'static str,
    /// What it is.
    pub(super) title: &'static str,
    /// Its columns.
    pub(super) columns: Vec<Column<'a, Row>>,
}

/// Finished rows, as CSV and as JSON. Joined to others by writing them one after the other.
#[derive(Debug, Default)]
pub(super) struct Rows {
    csv: String,
    json: String,
}

/// A table with its rows written out in parts, of which a municipality takes its own.
#[derive(Debug)]
pub(super) struct WrittenTable {
    /// Its name.
    pub(super) name: &'static str,
    /// What it is.
    pub(super) title: &'static str,
    /// Its schema (Frictionless Table Schema).
    pub(super) schema: String,
    /// Its parts.
    pub(super) parts: Vec<Rows>,
    header: String,
    columns: String,
}

impl<Row> Table<'_, Row> {
    /// The rows, written out.
    pub(super) fn write(&self, rows: impl IntoIterator<Item = Row>) -> Rows {
        let mut written = Rows::default();
        for row in rows {
            self.write_row(&row, &mut written);
        }
        // A region holds these as long as it is built.
        written.csv.shrink_to_fit();
        written.json.shrink_to_fit();
        written
    }

    fn write_row(&self, row: &Row, written: &mut Rows) {
        let Rows { csv, json } = written;
        json.push('[');
        // Empty cells at the end of a row are left out of JSON.
        let mut length = json.len();
        for (rank, column) in self.columns.iter().enumerate() {
            if rank > 0 {
                csv.push(',');
                json.push(',');
            }
            let cell = (column.value)(row);
            cell.write_csv(csv);
            cell.write_json(column.kind.words(), json);
            if cell != Cell::Empty {
                length = json.len();
            }
        }
        csv.push_str("\r\n");
        json.truncate(length);
        json.push_str("],\n");
    }

    /// The table with the parts its rows were written in.
    pub(super) fn with(self, parts: Vec<Rows>) -> WrittenTable {
        let headings: Vec<&str> = self.columns.iter().map(|column| column.heading).collect();
        let columns: Vec<Value> = self
            .columns
            .iter()
            .map(|column| match column.kind.words() {
                Some(words) => json!({ "name": column.heading, "words": words }),
                None => json!({ "name": column.heading }),
            })
            .collect();
        WrittenTable {
            name: self.name,
            title: self.title,
            schema: self.schema(),
            parts,
            header: headings.join(",") + "\r\n",
            columns: Value::from(columns).to_string(),
        }
    }

    fn schema(&self) -> String {
        let fields: Vec<Value> = self
            .columns
            .iter()
            .map(|column| {
                let mut field = json!({
                    "name": column.heading,
                    "type": column.kind.name(),
                    "format": column.kind.format(),
                    "description": column.description,
                });
                if let Some(words) = column.kind.words() {
                    field["constraints"] = json!({ "enum": words });
                }
                field
            })
            .collect();
        let schema = json!({
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "name": self.name,
            "title": self.title,
            "fields": fields,
            "missingValues": [""],
        });
        format!("{schema:#}\n")
    }
}

impl WrittenTable {
    /// The table as CSV (RFC 4180) in UTF-8, of these parts.
    pub(super) fn csv(&self, parts: &[&Rows]) -> String {
        let length: usize = parts.iter().map(|rows| rows.csv.len()).sum();
        let mut csv = String::with_capacity(self.header.len() + length);
        csv.push_str(&self.header);
        for rows in parts {
            csv.push_str(&rows.csv);
        }
        csv
    }

    /// Adds the table as a member of a JSON object, of these parts: its columns, and its rows as lists.
    pub(super) fn write_json(&self, parts: &[&Rows], json: &mut String) {
        json.push_str(",\n\"");
        json.push_str(self.name);
        json.push_str("\":{\"columns\":");
        json.push_str(&self.columns);
        json.push_str(",\"rows\":[\n");
        for rows in parts {
            json.push_str(&rows.json);
        }
        if json.ends_with(",\n") {
            json.truncate(json.len() - 2);
        }
        json.push_str("\n]}");
    }

    /// About how long the table is as JSON.
    pub(super) fn json_length(&self, parts: &[&Rows]) -> usize {
        let rows: usize = parts.iter().map(|rows| rows.json.len()).sum();
        rows + self.columns.len() + self.name.len() + 40
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Cell, Column, ColumnKind, Table, WrittenTable};

    type Row = (Option<&'static str>, Option<u32>);

    /// Two parts: one of two rows, one of a row that says nothing.
    fn table() -> WrittenTable {
        let columns: Vec<Column<'_, Row>> = vec![
            Column {
                heading: "soort",
                kind: ColumnKind::Word(vec!["los", "vast"]),
                description: "De soort",
                value: |row| Cell::text(row.0),
            },
            Column {
                heading: "dag",
                kind: ColumnKind::Day,
                description: "De dag",
                value: |row| Cell::day(row.1.map(|_| date(2026, 11, 15))),
            },
            Column {
                heading: "aantal",
                kind: ColumnKind::Whole,
                description: "Hoeveel",
                value: |row| Cell::whole(row.1),
            },
        ];
        let table = Table {
            name: "dagen",
            title: "Dagen",
            columns,
        };
        let parts = vec![
            table.write([(Some("vast"), Some(0)), (Some("los"), None)]),
            table.write([(None, None)]),
        ];
        table.with(parts)
    }

    fn json_of(table: &WrittenTable, parts: &[&super::Rows]) -> serde_json::Value {
        let mut json = String::from("{\"over\":{}");
        table.write_json(parts, &mut json);
        json.push('}');
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn parts_stand_one_after_the_other_below_one_header() {
        let table = table();
        let csv = table.csv(&[&table.parts[1], &table.parts[0]]);
        assert_eq!(
            csv,
            "soort,dag,aantal\r\n,,\r\nvast,2026-11-15,0\r\nlos,,\r\n"
        );
    }

    #[test]
    fn json_has_ranks_for_words_and_nothing_for_empty_cells_at_the_end() {
        let table = table();
        let json = json_of(&table, &[&table.parts[0], &table.parts[1]]);
        assert_eq!(
            json["dagen"],
            serde_json::json!({
                "columns": [
                    { "name": "soort", "words": ["los", "vast"] },
                    { "name": "dag" },
                    { "name": "aantal" },
                ],
                "rows": [[1, "2026-11-15", 0], [0], []],
            })
        );
    }

    #[test]
    fn a_table_without_rows_is_an_empty_list() {
        let table = table();
        assert_eq!(table.csv(&[]), "soort,dag,aantal\r\n");
        let json = json_of(&table, &[]);
        assert_eq!(json["dagen"]["rows"], serde_json::json!([]));
    }

    #[test]
    fn the_schema_has_the_columns_with_their_types_and_words() {
        let schema: serde_json::Value = serde_json::from_str(&table().schema).unwrap();
        let fields = schema["fields"].as_array().unwrap();
        let names: Vec<&str> = fields
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        assert_eq!(names, ["soort", "dag", "aantal"]);
        assert_eq!(fields[2]["type"], "integer");
        assert_eq!(
            fields[0]["constraints"]["enum"],
            serde_json::json!(["los", "vast"])
        );
    }
}
