//! Columns of CSV files.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::keys::{schema, validator};
use crate::region::{Region, repository};

/// The kinds of tables and their files.
pub(crate) const TABLES: [(&str, &str); 5] = [
    ("local-services", "local-services.csv"),
    ("offers", "offers.csv"),
    ("outcomes", "outcomes.csv"),
    ("postcodes", "postcodes.csv"),
    ("waiting-times", "waiting-times.csv"),
];

/// Columns that must be filled in some rows, which a table schema cannot say: those whose `state` is empty.
const COUNTS: [&str; 2] = ["respondents", "successes"];

/// A table as headings and rows. The tables of the region have no commas in their cells.
#[derive(Clone)]
struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn read(text: &str) -> Self {
        let mut lines = text.lines().map(|line| {
            assert!(!line.contains('"'), "{line}");
            line.split(',').map(str::to_owned).collect::<Vec<String>>()
        });
        Self {
            header: lines.next().unwrap(),
            rows: lines.collect(),
        }
    }

    fn write(&self) -> String {
        let lines = std::iter::once(&self.header).chain(&self.rows);
        lines.map(|line| line.join(",") + "\n").collect()
    }

    fn rank(&self, name: &str) -> usize {
        self.header.iter().position(|own| own == name).unwrap()
    }

    /// With another cell in the first row.
    fn with(&self, name: &str, cell: &str) -> Self {
        let mut table = self.clone();
        let rank = self.rank(name);
        cell.clone_into(&mut table.rows[0][rank]);
        table
    }

    fn without(&self, name: &str) -> Self {
        let mut table = self.clone();
        let rank = self.rank(name);
        for line in std::iter::once(&mut table.header).chain(&mut table.rows) {
            line.remove(rank);
        }
        table
    }
}

/// Whether a cell is as a field of a table schema says.
pub(crate) fn holds(field: &Value, cell: &str) -> bool {
    let mut schema = json!({ "type": field["type"] });
    let constraints = field["constraints"].as_object();
    if cell.is_empty() {
        return constraints.is_none_or(|own| own.get("required") != Some(&json!(true)));
    }
    for (name, value) in constraints.into_iter().flatten() {
        match name.as_str() {
            "pattern" => schema["pattern"] = json!(format!("^({})$", value.as_str().unwrap())),
            "enum" | "minimum" | "maximum" => schema[name] = value.clone(),
            "required" => {}
            other => panic!("a constraint that is not used: {other}"),
        }
    }
    let value = match field["type"].as_str().unwrap() {
        "date" => {
            schema = json!({ "type": "string", "format": "date" });
            json!(cell)
        }
        "string" => {
            if let Some(format @ ("uri" | "email")) = field["format"].as_str() {
                schema["format"] = json!(format);
            }
            json!(cell)
        }
        "integer" => cell
            .parse::<i64>()
            .map_or(json!(cell), |number| json!(number)),
        "number" => cell
            .parse::<f64>()
            .map_or(json!(cell), |number| json!(number)),
        other => panic!("a type that is not used: {other}"),
    };
    validator(&schema).is_valid(&value)
}

/// Cells that a field refuses.
fn wrong(field: &Value) -> Vec<String> {
    let constraints = &field["constraints"];
    let mut cells = Vec::new();
    let is_text = field["type"] == "string";
    if !is_text || constraints.get("pattern").is_some() || field["format"] != "default" {
        cells.push("€".to_owned());
    }
    for (limit, step) in [("minimum", -1.0), ("maximum", 1.0)] {
        if let Some(limit) = constraints[limit].as_f64() {
            cells.push((limit + step).to_string());
        }
    }
    cells
}

fn probe(name: &'static str, path: &'static str) -> Vec<String> {
    let text =
        std::fs::read_to_string(repository().join("tests/region/content").join(path)).unwrap();
    let table = Table::read(&text);
    let region = Region::with(path, &text);
    let schema = schema(name);
    let fields = schema["fields"].as_array().unwrap();
    let names: BTreeSet<String> = fields.iter().map(|field| text_of(field, "name")).collect();
    let mut faults = Vec::new();
    let mut unknown = table.clone();
    unknown.header.push("onbekend".to_owned());
    for row in &mut unknown.rows {
        row.push(String::new());
    }
    let problems = region.new_problems(&unknown.write());
    if !problems
        .iter()
        .any(|problem| problem.code == "E0107" && problem.named() == names)
    {
        faults.push(format!("{name}: columns: {problems:?}"));
    }
    for field in fields {
        let own = text_of(field, "name");
        let has_to_be_there = region
            .new_problems(&table.without(&own).write())
            .iter()
            .any(|problem| problem.message == format!("column `{own}` is missing"));
        if has_to_be_there != (field["presence"] == "required") {
            faults.push(format!("{name}: {own} must be there: {has_to_be_there}"));
        }
        let must_be_filled = region
            .new_problems(&table.with(&own, "").write())
            .iter()
            .any(|problem| problem.message == format!("`{own}` is empty"));
        if !COUNTS.contains(&&*own) && must_be_filled == holds(field, "") {
            faults.push(format!("{name}: {own} must be filled: {must_be_filled}"));
        }
        faults.extend(words(&region, &table, field).map(|fault| format!("{name}: {fault}")));
        for cell in wrong(field) {
            let is_refused = !region
                .new_problems(&table.with(&own, &cell).write())
                .is_empty();
            if holds(field, &cell) || !is_refused {
                faults.push(format!("{name}: {own} `{cell}`: refused: {is_refused}"));
            }
        }
    }
    faults
}

/// The code words of a field, against those that the program names.
fn words(region: &Region, table: &Table, field: &Value) -> Option<String> {
    let words = field["constraints"]["enum"].as_array()?;
    let words: BTreeSet<String> = words
        .iter()
        .map(|word| word.as_str().unwrap().to_owned())
        .collect();
    let name = text_of(field, "name");
    let problems = region.new_problems(&table.with(&name, "geen-woord").write());
    let is_same = problems
        .iter()
        .any(|problem| problem.code == "E0412" && problem.named() == words);
    (!is_same || holds(field, "geen-woord")).then(|| format!("{name}: {problems:?}"))
}

fn text_of(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap().to_owned()
}

#[test]
fn schemas_and_program_accept_the_same_columns_words_limits_and_types() {
    let faults: Vec<String> = TABLES
        .into_iter()
        .flat_map(|(name, path)| probe(name, path))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
