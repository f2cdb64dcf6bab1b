//! JSON as a tree of located values.

use jsonc_parser::ast::{self, ObjectPropName};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::diagnostics::{FileId, Located, Place};

use super::limits::MOST_VALUES;

/// A JSON value and where it stands.
pub type Json = Located<JsonValue>;

/// What a JSON value is.
#[derive(Clone, Debug, PartialEq)]
pub enum JsonValue {
    /// A string.
    Text(String),
    /// A number, as written.
    Number(String),
    /// `true`, `false` or `null`.
    Word(&'static str),
    /// A list.
    Array(Vec<Json>),
    /// Keys and values, in the order of the file.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a whole JSON file, without comments and without a byte order mark.
    ///
    /// # Errors
    /// What is wrong, and where.
    pub fn parse(text: &str, file: FileId) -> Result<Self, Located<String>> {
        let strict = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        let place = |range: Range| Place::new(file, range.start..range.end.min(text.len()));
        if let Some(at) = too_many(text) {
            let fault = format!("it has more than {MOST_VALUES} values");
            return Err(Located::new(fault, Place::new(file, at..at)));
        }
        match parse_to_ast(text, &CollectOptions::default(), &strict) {
            Ok(parsed) => match &parsed.value {
                Some(value) => Ok(read(value, &place)),
                None => Err(Located::new(
                    "the file is empty".to_owned(),
                    Place::whole(file),
                )),
            },
            Err(fault) => Err(Located::new(fault.kind().to_string(), place(fault.range()))),
        }
    }

    /// The value of a key; `None` also when this is no object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries()
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }

    /// Keys and values; none when this is no object.
    #[must_use]
    pub fn entries(&self) -> &[(String, Self)] {
        match &self.value {
            JsonValue::Object(entries) => entries,
            JsonValue::Text(_)
            | JsonValue::Number(_)
            | JsonValue::Word(_)
            | JsonValue::Array(_) => &[],
        }
    }

    /// The text, when it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            JsonValue::Text(text) => Some(text),
            JsonValue::Number(_)
            | JsonValue::Word(_)
            | JsonValue::Array(_)
            | JsonValue::Object(_) => None,
        }
    }
}

/// The byte where there are more values than are read, counted by the signs before each. Those in texts count too, and are few.
fn too_many(text: &str) -> Option<usize> {
    let begins = |byte: &u8| b",[{:".contains(byte);
    let mut begun = text.bytes().enumerate().filter(|(_, byte)| begins(byte));
    begun.nth(MOST_VALUES).map(|(at, _)| at)
}

fn read(value: &ast::Value<'_>, place: &impl Fn(Range) -> Place) -> Json {
    let read_value = match value {
        ast::Value::StringLit(text) => JsonValue::Text(text.value.clone().into_owned()),
        ast::Value::NumberLit(number) => JsonValue::Number(number.value.to_owned()),
        ast::Value::BooleanLit(truth) => {
            JsonValue::Word(if truth.value { "true" } else { "false" })
        }
        ast::Value::NullKeyword(_) => JsonValue::Word("null"),
        ast::Value::Array(list) => {
            JsonValue::Array(list.elements.iter().map(|one| read(one, place)).collect())
        }
        ast::Value::Object(object) => JsonValue::Object(
            object
                .properties
                .iter()
                .map(|property| (name(&property.name), read(&property.value, place)))
                .collect(),
        ),
    };
    Located::new(read_value, place(value.range()))
}

fn name(name: &ObjectPropName<'_>) -> String {
    match name {
        ObjectPropName::String(text) => text.value.clone().into_owned(),
        ObjectPropName::Word(word) => word.value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostics::SourceMap;

    fn parse(text: &str) -> (SourceMap, Result<Json, Located<String>>) {
        let mut sources = SourceMap::default();
        let file = sources.add("tokens.json", text);
        let parsed = Json::parse(text, file);
        (sources, parsed)
    }

    #[test]
    fn values_know_where_they_stand() {
        let (sources, parsed) = parse("{\n \"é\": { \"b\": [1, \"x\"] } }");
        let json = parsed.unwrap();
        let list = json.get("é").and_then(|inner| inner.get("b")).unwrap();
        assert_eq!(sources.excerpt(list.place), "[1, \"x\"]");
        assert_eq!(sources.position(list.place).line, 2);
    }

    #[test]
    fn what_is_no_json_is_a_fault_with_a_place() {
        for text in [
            "",
            "{\"a\": }",
            "{a: 1}",
            "{\"a\": 1,}",
            "// x\n{}",
            "{} {}",
        ] {
            assert!(parse(text).1.is_err(), "{text}");
        }
        let (sources, parsed) = parse("{\n \"a\": 01x }");
        assert_eq!(sources.position(parsed.unwrap_err().place).line, 2);
    }

    #[test]
    fn a_hundred_thousand_open_brackets_are_a_fault_and_no_crash() {
        assert!(parse(&"[".repeat(100_000)).1.is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "([\\[\\]{}:,\"\\\\é 0-9a-e.-]|true|null){0,40}") {
            let _ = parse(&text);
        }
    }
}
