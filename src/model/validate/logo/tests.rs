//! Tests of what a logo may hold.

use super::*;
use crate::diagnostics::SourceMap;

const OPEN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 32.5\">";

fn judged(text: &str) -> (Option<Size>, Vec<String>) {
    let mut sources = SourceMap::default();
    let file = HouseFile {
        name: "logo.svg".to_owned(),
        file: sources.add("logo.svg", text),
        bytes: text.as_bytes().into(),
        json: None,
    };
    let mut diagnostics = Vec::new();
    let size = size(&file, 1000, &mut diagnostics);
    let found = diagnostics
        .iter()
        .map(|fault| {
            let at = sources.position(fault.primary);
            format!("{}:{} {}", at.line, at.column, fault.message)
        })
        .collect();
    (size, found)
}

#[test]
fn a_plain_drawing_has_the_size_of_its_view_box() {
    let (size, faults) = judged(&format!(
        "{OPEN}<title>x</title><g style=\"fill:url(#a)\"><use href=\"#b\"/></g></svg>"
    ));
    assert_eq!(faults, [""; 0]);
    assert_eq!(size, Some((64, 33)));
}

#[test]
fn whatever_runs_or_comes_from_elsewhere_is_refused_with_its_place() {
    for (inside, what) in [
        ("<script>1</script>", "element `script`"),
        ("<foreignObject/>", "element `foreignObject`"),
        ("<image href=\"#a\"/>", "element `image`"),
        ("<animate/>", "element `animate`"),
        ("<a href=\"#b\"/>", "element `a`"),
        ("<b xmlns=\"http://www.w3.org/1999/xhtml\"/>", "element `b`"),
        (
            "<g onload=\"x\"/>",
            "attribute `onload`, which runs a script",
        ),
        (
            "<g ONCLICK=\"x\"/>",
            "attribute `ONCLICK`, which runs a script",
        ),
        (
            "<use href=\"https://x.example/#a\"/>",
            "attribute `href`, which leads out of the picture",
        ),
        (
            "<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"x.svg\"/>",
            "attribute `href`, which leads out of the picture",
        ),
        (
            "<g fill=\"url( 'x.svg#a')\"/>",
            "attribute `fill`, which loads something",
        ),
        (
            "<g style=\"fill: u\\72l(x)\"/>",
            "attribute `style`, which loads something",
        ),
        (
            "<style>@import 'x';</style>",
            "a style that loads something",
        ),
        (
            "<style>a { b: url(//x) }</style>",
            "a style that loads something",
        ),
        (
            "<?xml-stylesheet href=\"x\"?>",
            "an instruction to the browser",
        ),
    ] {
        let (size, faults) = judged(&format!("{OPEN}\n {inside}</svg>"));
        assert_eq!(size, None, "{inside}");
        assert!(
            faults
                .iter()
                .any(|fault| fault.starts_with("2:") && fault.ends_with(what)),
            "{inside}: {faults:?}"
        );
    }
}

#[test]
fn a_document_type_is_refused() {
    let (size, faults) = judged(&format!(
        "<!DOCTYPE svg [<!ENTITY a \"b\">]>\n{OPEN}&a;</svg>"
    ));
    assert_eq!(size, None);
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
fn a_drawing_without_size_or_of_another_kind_is_refused() {
    assert_eq!(
        judged("<svg xmlns=\"http://www.w3.org/2000/svg\"/>").0,
        None
    );
    assert_eq!(judged("<html viewBox=\"0 0 1 1\"/>").0, None);
    assert_eq!(judged("<svg viewBox=\"0 0 1 1\"/>").0, None);
    assert_eq!(judged("no picture at all").0, None);
    assert_eq!(judged(&format!("{OPEN}{}</svg>", " ".repeat(1000))).0, None);
}

#[test]
fn the_size_of_a_png_stands_in_its_first_chunk() {
    let bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x40\0\0\0\x20rest";
    assert_eq!(size_of_png(bytes), Some((64, 32)));
    assert_eq!(size_of_png(b"GIF89a"), None);
    assert_eq!(size_of_png(&bytes[..18]), None);
}
