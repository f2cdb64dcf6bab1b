//! The code of a template in the order in which it stands after minifying.

use std::ops::Range;

use super::markup::{CodeInTag, Part};
use super::tokens::{Piece, PieceKind};
/// The code of a template in the order in which it stands after minifying, which sorts the attributes of a tag.
pub(super) fn code_in_order<'p>(pieces: &'p [Piece], parts: &[Part]) -> Vec<&'p Piece> {
    let mut ordered = Vec::new();
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Code(number) => ordered.push(&pieces[*number]),
            Part::Comment(range) | Part::Doctype(range) | Part::Verbatim(range) => {
                ordered.extend(code_within(pieces, range.clone()));
            }
            Part::Tag(tag) if tag.code == CodeInTag::None => {
                let mut attributes: Vec<_> = tag.attributes.iter().collect();
                attributes.sort_by(|one, other| one.name.cmp(&other.name));
                for attribute in attributes {
                    ordered.extend(code_within(pieces, attribute.range.clone()));
                }
            }
            Part::Tag(tag) => ordered.extend(code_within(pieces, tag.range.clone())),
        }
    }
    ordered
}

/// The pieces of code in a range of a template.
pub(super) fn code_within(pieces: &[Piece], range: Range<usize>) -> impl Iterator<Item = &Piece> {
    let first = pieces.partition_point(|piece| piece.range.start < range.start);
    pieces[first..]
        .iter()
        .take_while(move |piece| piece.range.end <= range.end)
        .filter(|piece| piece.kind != PieceKind::Text)
}
