//! Logarithms that a browser would round otherwise than Tantivy.

use super::coder::Encoder;
use super::kinds;

/// Tantivy takes the logarithm in single precision, the browser in double precision, which it then rounds: writes for
/// which counts of documents, of so many, the two differ, and by how many steps. `counts` are in order.
pub(super) fn write_rounded(
    counts: impl Iterator<Item = usize>,
    documents: usize,
    to: &mut Encoder,
) {
    let steps = |count: usize| {
        let x = 1.0 + (as_float(documents - count) + 0.5) / (as_float(count) + 0.5);
        let rounded = f64::from(x).ln();
        i64::from(x.ln().to_bits()) - i64::from(single(rounded).to_bits())
    };
    let different: Vec<(usize, i64)> = counts
        .map(|count| (count, steps(count)))
        .filter(|(_, steps)| *steps != 0)
        .collect();
    to.number(kinds::COUNT, different.len());
    let mut last = 0;
    for (count, steps) in different {
        to.number(kinds::ROUNDED, count - last);
        last = count;
        to.number(kinds::ROUNDED, kinds::zigzag(steps));
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a site has fewer documents than a float counts exactly"
)]
fn as_float(count: usize) -> f32 {
    count as f32
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "rounding is what is asked for"
)]
fn single(number: f64) -> f32 {
    number as f32
}
