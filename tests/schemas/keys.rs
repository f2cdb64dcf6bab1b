//! Keys of TOML files and front matter. Every schema has an example with all its keys; each change of it that the schema
//! refuses must be refused by the program too, and the other way round where the schema says what is missing or allowed.

use std::collections::BTreeSet;

use jsonschema::Validator;
use keuzewijzer::model::{ContentSchema, WcagCriterion};
use serde_json::{Map, Value, json};

use crate::region::Region;
use crate::toml_text;

/// The file that stands for each kind.
const FILES: [(&str, &str); 11] = [
    ("accessibility", "accessibility.toml"),
    ("intensities", "intensities.toml"),
    ("municipality", "municipalities/apeldoorn/municipality.toml"),
    ("page", "pages/uw-rechten.md"),
    ("product", "products/vaktherapie.md"),
    ("product-groups", "product-groups.toml"),
    ("profile", "profiles/overbelaste-ouders.md"),
    ("provider", "providers/kompas.md"),
    ("site", "site.toml"),
    ("statement", "statements/finance.md"),
    ("vocabulary", "vocabulary.toml"),
];

pub(crate) fn schema(name: &str) -> Value {
    let schema = ContentSchema::find(name).unwrap();
    serde_json::from_str(schema.text).unwrap()
}

pub(crate) fn validator(schema: &Value) -> Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(schema)
        .unwrap()
}

/// Where a value stands in the example: keys and ranks from the top.
type Path = Vec<String>;

/// One kind of file with its example.
struct Probe {
    name: &'static str,
    is_text: bool,
    schema: Value,
    example: Value,
    validator: Validator,
    region: Region,
    faults: Vec<String>,
}

/// What a change of the example is expected to lead to.
enum Expected<'a> {
    /// A problem of any kind.
    Refused,
    /// An unknown key, for which these belong there.
    Unknown(BTreeSet<&'a str>),
    /// A word that is not one of these.
    NotAWord(BTreeSet<&'a str>),
    /// A key that is missing.
    Missing(&'a str),
}

impl Probe {
    fn new(name: &'static str, path: &'static str) -> Self {
        let schema = schema(name);
        let example = schema["examples"][0].clone();
        let is_text = std::path::Path::new(path)
            .extension()
            .is_some_and(|end| end == "md");
        let region = Region::with(path, &file(&example, is_text));
        Self {
            name,
            is_text,
            validator: validator(&schema),
            schema,
            example,
            region,
            faults: Vec::new(),
        }
    }

    fn run(mut self) -> Vec<String> {
        let structural = ["E0106", "E0107", "E0108", "E0110", "E0412"];
        for problem in self.region.at_first() {
            if structural.contains(&problem.code.as_str()) {
                self.faults
                    .push(format!("{}: the example: {problem:?}", self.name));
            }
        }
        if !self.validator.is_valid(&self.example) {
            self.faults
                .push(format!("{}: the example is not valid", self.name));
        }
        let schema = self.schema.clone();
        self.walk(&schema, &Vec::new(), true);
        self.faults
    }

    fn walk(&mut self, schema: &Value, path: &Path, is_own: bool) {
        if let Some(branches) = schema["oneOf"].as_array() {
            for branch in branches {
                if branch["type"] == "object" {
                    self.walk(branch, path, is_own);
                }
            }
            self.refuse(path, &json!("€ €"));
            return;
        }
        match schema["type"].as_str().unwrap() {
            "object" => self.table(schema, path, is_own),
            "array" => self.list(schema, path),
            "string" => self.text(schema, path),
            "integer" | "number" => self.number(schema, path),
            "boolean" => self.refuse(path, &json!("x")),
            other => panic!("a type that is not used: {other}"),
        }
    }

    fn table(&mut self, schema: &Value, path: &Path, is_own: bool) {
        let keys = schema["properties"].as_object().unwrap();
        let names: BTreeSet<&str> = keys.keys().map(String::as_str).collect();
        let found = at(&self.example, path).as_object().unwrap().clone();
        for name in names.iter().filter(|name| !found.contains_key(**name)) {
            self.faults
                .push(format!("{}: the example has no {path:?} {name}", self.name));
        }
        let mut known = names.clone();
        let language = schema["patternProperties"].as_object();
        let language = language.and_then(|patterns| patterns.values().next());
        if language.is_some() {
            known.insert("en");
        }
        self.expect(
            &path_to(path, "onbekend"),
            Some(&json!(1)),
            &Expected::Unknown(known),
        );
        let required = schema["required"].as_array().into_iter().flatten();
        let required: BTreeSet<&str> = required.map(|name| name.as_str().unwrap()).collect();
        for (name, own) in keys {
            let inside = path_to(path, name);
            if required.contains(name.as_str()) {
                self.expect(&inside, None, &Expected::Missing(name));
            } else if is_own {
                self.allow_absence(&inside, name);
            }
            if found.contains_key(name) {
                self.walk(own, &inside, is_own);
            }
        }
        self.conditions(schema, path);
        if let Some(language) = language {
            // In a translation a key may be missed because the record itself has it.
            self.walk(language, &path_to(path, "en"), false);
        }
        if !path.is_empty() {
            self.refuse(path, &json!(7));
        }
    }

    /// Keys that are required only with some code words of another key.
    fn conditions(&mut self, schema: &Value, path: &Path) {
        for condition in schema["allOf"].as_array().into_iter().flatten() {
            let (key, words) = condition["if"]["properties"]
                .as_object()
                .and_then(|keys| keys.iter().next())
                .unwrap();
            let required = condition["then"]["required"][0].as_str().unwrap();
            for word in words["enum"].as_array().unwrap() {
                let with_word = change(&self.example, &path_to(path, key), Some(word));
                let own = std::mem::replace(&mut self.example, with_word);
                self.expect(&path_to(path, required), None, &Expected::Missing(required));
                self.example = own;
            }
        }
    }

    fn list(&mut self, schema: &Value, path: &Path) {
        self.refuse(path, &json!(7));
        if schema.get("minItems").is_some() {
            self.refuse(path, &json!([]));
        }
        self.walk(&schema["items"], &path_to(path, "0"), true);
    }

    fn text(&mut self, schema: &Value, path: &Path) {
        self.refuse(path, &json!(7));
        if let Some(words) = schema["enum"].as_array() {
            let words = words.iter().map(|word| word.as_str().unwrap()).collect();
            self.expect(path, Some(&json!("geen-woord")), &Expected::NotAWord(words));
        }
        match schema["pattern"].as_str() {
            Some("\\S") => self.refuse(path, &json!("  ")),
            Some(_) => self.refuse(path, &json!("€ €")),
            None => {}
        }
        if let Some(most) = schema["maxLength"].as_u64() {
            self.refuse(path, &json!("a".repeat(usize::try_from(most).unwrap() + 1)));
        }
    }

    fn number(&mut self, schema: &Value, path: &Path) {
        self.refuse(path, &json!("x"));
        for (limit, step) in [("minimum", -1.0), ("maximum", 1.0)] {
            if let Some(limit) = schema[limit].as_f64() {
                let beyond = limit + step;
                #[expect(clippy::cast_possible_truncation, reason = "limits are small")]
                let beyond = if schema["type"] == "integer" {
                    json!(beyond as i64)
                } else {
                    json!(beyond)
                };
                self.refuse(path, &beyond);
            }
        }
    }

    fn refuse(&mut self, path: &Path, value: &Value) {
        self.expect(path, Some(value), &Expected::Refused);
    }

    fn expect(&mut self, path: &Path, value: Option<&Value>, expected: &Expected<'_>) {
        let changed = change(&self.example, path, value);
        let place = format!("{} {path:?} as {value:?}", self.name);
        if self.validator.is_valid(&changed) {
            self.faults.push(format!("{place}: the schema allows it"));
        }
        let problems = self.region.new_problems(&file(&changed, self.is_text));
        let of = |code: &str| problems.iter().find(|problem| problem.code == code);
        let is_as_expected = match expected {
            Expected::Refused => !problems.is_empty(),
            Expected::Unknown(keys) => {
                of("E0107").is_some_and(|problem| same(keys, &problem.named()))
            }
            Expected::NotAWord(words) => {
                let problem = of("E0412").or(of("E0202"));
                problem.is_some_and(|problem| same(words, &problem.named()))
            }
            Expected::Missing(key) => {
                of("E0106").is_some_and(|problem| problem.message == format!("`{key}` is missing"))
            }
        };
        if !is_as_expected {
            self.faults
                .push(format!("{place}: the program says {problems:?}"));
        }
    }

    fn allow_absence(&mut self, path: &Path, key: &str) {
        let changed = change(&self.example, path, None);
        if !self.validator.is_valid(&changed) {
            self.faults
                .push(format!("{} {path:?}: the schema misses it", self.name));
        }
        let problems = self.region.new_problems(&file(&changed, self.is_text));
        let message = format!("`{key}` is missing");
        if problems.iter().any(|problem| problem.message == message) {
            self.faults
                .push(format!("{} {path:?}: the program misses it", self.name));
        }
    }
}

fn same(words: &BTreeSet<&str>, named: &BTreeSet<String>) -> bool {
    words.iter().copied().eq(named.iter().map(String::as_str))
}

fn path_to(path: &Path, key: &str) -> Path {
    let mut inside = path.clone();
    inside.push(key.to_owned());
    inside
}

fn file(front: &Value, is_text: bool) -> String {
    let front = toml_text::document(front);
    if is_text {
        format!("+++\n{front}+++\nDit is een tekst.\n")
    } else {
        front
    }
}

fn at<'a>(value: &'a Value, path: &[String]) -> &'a Value {
    path.iter()
        .fold(value, |value, key| match value.as_array() {
            Some(items) => &items[key.parse::<usize>().unwrap()],
            None => &value[key.as_str()],
        })
}

/// The example with another value at a place, or without what stands there.
fn change(example: &Value, path: &[String], value: Option<&Value>) -> Value {
    let (last, parents) = path.split_last().unwrap();
    let mut changed = example.clone();
    let mut inside = &mut changed;
    for key in parents {
        inside = if inside.is_array() {
            &mut inside[key.parse::<usize>().unwrap()]
        } else {
            &mut inside[key.as_str()]
        };
    }
    if let Some(items) = inside.as_array_mut() {
        let value = value.expect("no item is taken out of a list");
        items[last.parse::<usize>().unwrap()] = value.clone();
        return changed;
    }
    let table = inside.as_object_mut().expect("only tables have keys");
    match value {
        Some(value) => set(table, last, value),
        None => {
            table.remove(last);
        }
    }
    changed
}

fn set(table: &mut Map<String, Value>, key: &str, value: &Value) {
    table.insert(key.to_owned(), value.clone());
}

#[test]
fn schemas_and_program_accept_the_same_keys_words_limits_and_types() {
    let faults: Vec<String> = FILES
        .into_iter()
        .flat_map(|(name, path)| Probe::new(name, path).run())
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_criteria_of_wcag_in_the_schema_are_those_of_the_program() {
    let schema = schema("accessibility");
    let criterion = &schema["properties"]["points"]["items"]["properties"]["criterion"];
    let validator = validator(criterion);
    let numbers = |most: u8| 0..=most;
    let every = numbers(5).flat_map(|principle| {
        numbers(6).flat_map(move |guideline| {
            numbers(14).map(move |number| format!("{principle}.{guideline}.{number}"))
        })
    });
    let (mut valid, odd) = (
        0,
        ["1.4", "1.4.03", "1.4.+3", " 1.4.3", "1.4.3.", "11.4.3", ""],
    );
    for text in every.chain(odd.map(str::to_owned)) {
        let is_criterion = WcagCriterion::parse(&text).is_some();
        assert_eq!(validator.is_valid(&json!(text)), is_criterion, "{text}");
        valid += usize::from(is_criterion);
    }
    assert_eq!(valid, 87);
}
