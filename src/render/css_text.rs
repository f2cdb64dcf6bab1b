//! What the readers of CSS share.

use cssparser::Parser;

/// What is left of the input, as it was written.
pub(super) fn rest(input: &mut Parser<'_>) -> String {
    let start = input.position();
    while input.next().is_ok() {}
    input.slice_from(start).trim().to_owned()
}
