//! Judges a logo: nothing in it runs, nothing in it comes from elsewhere, and its size is known.

use std::ops::Range;

use roxmltree::{Document, Node};

use crate::diagnostics::{Diagnostic, Place, Wording, codes, phrase, said};
use crate::sources::HouseFile;

use super::house_files::{too_large, unpublishable};

/// Width and height, in pixels.
type Size = (u32, u32);

/// The size of a logo that may be published; what is wrong with others goes into `diagnostics`.
pub(super) fn size(
    file: &HouseFile,
    largest: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Size> {
    if file.bytes.len() > largest {
        diagnostics.push(too_large(file, largest));
        return None;
    }
    match std::str::from_utf8(&file.bytes) {
        Ok(text) if file.is_named(".svg") => size_of_svg(file, text, diagnostics),
        Ok(_) | Err(_) => {
            let size = size_of_png(&file.bytes);
            if size.is_none() {
                let fault = unpublishable(file, phrase("`{file}` is no PNG"));
                diagnostics.push(fault.help("save it as PNG or SVG; a new name is not enough"));
            }
            size
        }
    }
}

/// The signature of PNG, and the first chunk, which begins with width and height.
fn size_of_png(bytes: &[u8]) -> Option<Size> {
    let chunk = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")?;
    let number = |at: usize| {
        let four = chunk.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four)).filter(|number| *number > 0)
    };
    Some((number(0)?, number(4)?))
}

fn size_of_svg(file: &HouseFile, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Size> {
    let report = |diagnostics: &mut Vec<Diagnostic>, range: Range<usize>, what: Wording| {
        diagnostics.push(
            Diagnostic::new(codes::E0420, Place::new(file.file, range), what).help(
                "a logo is shapes and nothing else: save it as «plain SVG» without scripts and links",
            ),
        );
    };
    // Document types are refused: they could name other files and multiply texts.
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(fault) => {
            let at = byte_of(text, fault.pos());
            report(
                diagnostics,
                at..at,
                said("this cannot be published as SVG: {why}", [("why", &fault)]),
            );
            return None;
        }
    };
    let faults = diagnostics.len();
    for node in document.descendants() {
        for (range, what) in faults_of(node) {
            report(diagnostics, range, what);
        }
    }
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        let what = said(
            "the picture begins with `{element}`, not with `svg`",
            [("element", &root.tag_name().name())],
        );
        report(diagnostics, root.range().start..root.range().start, what);
    }
    let size = declared_size(root);
    if size.is_none() {
        let what = said("the picture does not say its size", []);
        report(diagnostics, root.range().start..root.range().start, what);
    }
    size.filter(|_| diagnostics.len() == faults)
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// What a drawing needs. A list of what is allowed stays right when browsers learn new elements.
const DRAWING: [&str; 26] = [
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "metadata",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "style",
    "clipPath",
    "mask",
    "linearGradient",
    "radialGradient",
    "stop",
    "pattern",
    "marker",
    "view",
];

fn faults_of(node: Node<'_, '_>) -> Vec<(Range<usize>, Wording)> {
    if node.is_pi() {
        return vec![(node.range(), said("an instruction to the browser", []))];
    }
    if node.is_text() {
        let in_style = node
            .parent_element()
            .is_some_and(|parent| parent.tag_name().name() == "style");
        let text = node.text().filter(|text| in_style && loads(text));
        return text
            .map(|_| (node.range(), said("a style that loads something", [])))
            .into_iter()
            .collect();
    }
    if !node.is_element() {
        return Vec::new();
    }
    let name = node.tag_name().name();
    let start = node.range().start;
    // What other programs keep for themselves (`sodipodi:namedview`) is no SVG and shows nothing.
    let is_svg = node.tag_name().namespace() == Some(SVG);
    let is_html = node.tag_name().namespace() == Some("http://www.w3.org/1999/xhtml");
    let mut faults = Vec::new();
    if is_html || (is_svg && !DRAWING.contains(&name)) {
        let end = start + 1 + name.len();
        faults.push((start..end, said("element `{name}`", [("name", &name)])));
    }
    for attribute in node.attributes() {
        let (key, value) = (attribute.name().to_ascii_lowercase(), attribute.value());
        let fault = if key.starts_with("on") {
            Some(phrase("attribute `{attribute}`, which runs a script"))
        } else if ["href", "src"].contains(&key.as_str()) && !value.trim().starts_with('#') {
            Some(phrase(
                "attribute `{attribute}`, which leads out of the picture",
            ))
        } else if loads(value) {
            Some(phrase("attribute `{attribute}`, which loads something"))
        } else {
            None
        };
        if let Some(pattern) = fault {
            let what = said(pattern, [("attribute", &attribute.name())]);
            faults.push((attribute.range(), what));
        }
    }
    faults
}

/// Whether CSS asks for something outside the picture. An escape could hide that, so none is let through.
fn loads(css: &str) -> bool {
    let css: String = css
        .chars()
        .filter(|char| !char.is_whitespace() && !['"', '\''].contains(char))
        .collect::<String>()
        .to_ascii_lowercase();
    let outside = css
        .match_indices("url(")
        .any(|(at, found)| !css[at + found.len()..].starts_with('#'));
    outside
        || ["@import", "image(", "image-set(", "javascript:", "\\", "/*"]
            .iter()
            .any(|word| css.contains(word))
}

/// `width` and `height` in pixels, or else those of the `viewBox`.
fn declared_size(root: Node<'_, '_>) -> Option<Size> {
    let pixels = |key: &str| {
        let text = root.attribute(key)?;
        whole(text.strip_suffix("px").unwrap_or(text))
    };
    if let (Some(width), Some(height)) = (pixels("width"), pixels("height")) {
        return Some((width, height));
    }
    let numbers: Vec<&str> = root
        .attribute("viewBox")?
        .split([' ', ','])
        .filter(|part| !part.is_empty())
        .collect();
    let [_, _, width, height] = numbers[..] else {
        return None;
    };
    Some((whole(width)?, whole(height)?))
}

/// A length of at least a pixel, rounded.
fn whole(text: &str) -> Option<u32> {
    let (number, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), "0"));
    let is_fraction = fraction.bytes().all(|byte| byte.is_ascii_digit());
    let up = u32::from(
        fraction
            .as_bytes()
            .first()
            .is_some_and(|first| *first >= b'5'),
    );
    let number = number.parse::<u32>().ok().filter(|_| is_fraction)?;
    (1..=10_000).contains(&(number + up)).then_some(number + up)
}

/// The byte of a line and column, both counted from 1, the column in characters.
fn byte_of(text: &str, at: roxmltree::TextPos) -> usize {
    let lines = text.split_inclusive('\n');
    let before: usize = lines
        .clone()
        .take(at.row.saturating_sub(1) as usize)
        .map(str::len)
        .sum();
    let line = text[before..].split_inclusive('\n').next();
    let in_line = line.map(|line| {
        line.chars()
            .take(at.col.saturating_sub(1) as usize)
            .map(char::len_utf8)
            .sum::<usize>()
    });
    before + in_line.unwrap_or_else(|| text.len() - before)
}

#[cfg(test)]
mod tests;
