//! Tests of what is taken from design tokens.

use super::*;
use crate::diagnostics::SourceMap;

struct Taken {
    style: HouseStyle,
    absent: Vec<&'static str>,
    messages: Vec<String>,
}

fn taken(text: &str, dark: Option<&str>) -> Taken {
    let mut sources = SourceMap::default();
    let mut parse = |text: &str| Json::parse(text, sources.add("tokens.json", text)).unwrap();
    let json = parse(text);
    let dark = dark.map(parse);
    let file = TokenFile::new(&json, dark.as_ref());
    let mut style = HouseStyle::default();
    let mut diagnostics = Vec::new();
    let mut taker = Taker {
        file: &file,
        taken: Vec::new(),
        absent: Vec::new(),
        diagnostics: &mut diagnostics,
    };
    taker.fill(&mut style);
    let absent = taker.absent;
    let messages = diagnostics
        .iter()
        .map(|fault| {
            let at = sources.position(fault.primary);
            format!("{}:{} {}", at.line, at.column, fault.message)
        })
        .collect();
    Taken {
        style,
        absent,
        messages,
    }
}

fn accent(taken: &Taken) -> Option<(&str, Option<&str>)> {
    let wish = taken.style.colours.get(&Token::Accent)?;
    let dark = wish.dark.as_ref().map(|dark| dark.value.as_str());
    Some((wish.light.value.as_str(), dark))
}

#[test]
fn both_forms_give_the_same() {
    let old = taken(
        r##"{"utrecht": {"link": {"color": {"value": "#154273", "type": "color"}}}}"##,
        None,
    );
    let new = taken(
        r##"{"utrecht": {"link": {"color": {"$value": "#154273", "$type": "color"}}}}"##,
        None,
    );
    assert_eq!(accent(&old), Some(("#154273", None)));
    assert_eq!(accent(&new), accent(&old));
    assert!(new.absent.contains(&"header"));
}

#[test]
fn a_group_called_value_is_a_group() {
    let json = r##"{"a": {"value": {"b": {"value": "#123456"}}}, "nl": {"link": {"color": {"value": "{a.value.b}"}}}}"##;
    assert_eq!(accent(&taken(json, None)), Some(("#123456", None)));
}

#[test]
fn references_are_followed_in_every_form() {
    for reference in ["{brand.blue}", "{brand.blue.value}", " {brand.alias} "] {
        let json = format!(
            r##"{{"brand": {{"blue": {{"value": "#154273"}}, "alias": {{"value": "{{brand.blue}}"}}}},
            "nl": {{"link": {{"color": {{"value": "{reference}"}}}}}}}}"##
        );
        assert_eq!(
            accent(&taken(&json, None)),
            Some(("#154273", None)),
            "{reference}"
        );
    }
}

#[test]
fn a_reference_to_nothing_and_a_circle_are_reported_where_they_are_written() {
    let lost = taken(
        "{\"nl\": {\"link\": {\"color\":\n {\"value\": \"{brand.bleu}\"}}}}",
        None,
    );
    assert_eq!(
        lost.messages,
        ["2:12 token `nl.link.color` refers to `brand.bleu`, which is not there"]
    );
    let circle = taken(
        "{\"nl\": {\"link\": {\"color\": {\"value\": \"{a.b}\"}}},\n\"a\": {\"b\": {\"value\": \"{nl.link.color}\"}}}",
        None,
    );
    assert_eq!(
        circle.messages,
        ["1:37 token `nl.link.color` refers to itself: nl.link.color → a.b → nl.link.color"]
    );
}

#[test]
fn a_colour_that_lets_others_through_gives_way_to_the_next_name() {
    let json = r#"{"nl": {"button": {"primary": {"background-color": {"value": "transparent"}}}},
        "utrecht": {"button": {"primary-action": {"background-color": {"value": "rgb(0 80 0)"}}}}}"#;
    let taken = taken(json, None);
    let button = &taken.style.colours[&Token::Button];
    assert_eq!(button.light.value.as_str(), "#005000");
}

#[test]
fn dark_shades_come_from_a_second_file_or_from_sets() {
    let light = r##"{"nl": {"link": {"color": {"value": "#111111", "original": {"value": "{b.c}"}}}}, "b": {"c": {"value": "#111111"}}}"##;
    let dark = r##"{"b": {"c": {"value": "#eeeeee"}}}"##;
    assert_eq!(
        accent(&taken(light, Some(dark))),
        Some(("#111111", Some("#eeeeee")))
    );
    let sets = r##"{"common": {"b": {"c": {"$value": "#111111"}}, "nl": {"link": {"color": {"$value": "{b.c}"}}}},
        "color-scheme-dark/common": {"b": {"c": {"$value": "#eeeeee"}}},
        "$metadata": {"tokenSetOrder": ["common", "color-scheme-dark/common"]}}"##;
    assert_eq!(
        accent(&taken(sets, None)),
        Some(("#111111", Some("#eeeeee")))
    );
}

#[test]
fn letters_and_corners_are_read_in_every_form() {
    let json = r#"{"utrecht": {"document": {"font-family": {"$value": ["Fira Sans", "sans-serif"]}}},
        "basis": {"border-radius": {"md": {"$value": {"value": 8, "unit": "px"}}}}}"#;
    let style = taken(json, None).style;
    assert_eq!(style.font.as_deref(), Some("\"Fira Sans\",sans-serif"));
    assert_eq!(style.corner.as_deref(), Some("0.5rem"));
}

#[test]
fn a_colour_in_the_form_of_the_w3c_is_read() {
    let json = r##"{"nl": {"link": {"color": {"$value": {"colorSpace": "srgb", "components": [0, 0, 0.5], "hex": "#000080"}}}}}"##;
    assert_eq!(accent(&taken(json, None)), Some(("#000080", None)));
}
