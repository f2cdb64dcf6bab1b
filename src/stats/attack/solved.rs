//! Equations, and what follows from them.

/// Numbers modulo a large prime: enough to see whether one row follows from others, and exact.
const PRIME: i64 = 2_147_483_647;

fn power(base: i64, mut exponent: i64) -> i64 {
    let (mut base, mut result) = (base.rem_euclid(PRIME), 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}

/// Rows in echelon form: unknowns, then respondents and successes.
pub(super) struct Solved {
    rows: Vec<(usize, Vec<i64>)>,
}

impl Solved {
    /// Solves equations.
    pub(super) fn new(rows: impl IntoIterator<Item = Vec<i64>>) -> Self {
        let mut solved = Self { rows: Vec::new() };
        for row in rows {
            let row = solved.reduce(row);
            let unknowns = row.len() - 2;
            if let Some(pivot) = row[..unknowns].iter().position(|value| *value != 0) {
                let inverse = power(row[pivot], PRIME - 2);
                let row = row.iter().map(|value| value * inverse % PRIME).collect();
                solved.rows.push((pivot, row));
            }
        }
        solved
    }

    fn reduce(&self, mut row: Vec<i64>) -> Vec<i64> {
        for (pivot, known) in &self.rows {
            let factor = row[*pivot];
            if factor != 0 {
                for (value, own) in row.iter_mut().zip(known) {
                    *value = (*value - factor * own).rem_euclid(PRIME);
                }
            }
        }
        row
    }

    /// The respondents and successes of a sum of unknowns, when they follow.
    pub(super) fn value(&self, mut row: Vec<i64>) -> Option<(i64, i64)> {
        let unknowns = row.len();
        row.extend([0, 0]);
        let rest = self.reduce(row);
        let signed = |value: i64| {
            let value = (PRIME - value) % PRIME;
            if value > PRIME / 2 {
                value - PRIME
            } else {
                value
            }
        };
        rest[..unknowns]
            .iter()
            .all(|value| *value == 0)
            .then(|| (signed(rest[unknowns]), signed(rest[unknowns + 1])))
    }
}
