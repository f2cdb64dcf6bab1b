//! Where the lines of a file begin.

use super::place::Position;

/// The first byte of every line of one text, so that a position is found by halving instead of by counting.
#[derive(Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let after_breaks = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(at, _)| at + 1);
        Self {
            starts: std::iter::once(0).chain(after_breaks).collect(),
        }
    }

    /// The position of a byte of the same text; a byte inside a character counts as its first.
    pub(super) fn position(&self, text: &str, byte: usize) -> Position {
        let at = text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|start| *start <= at);
        Position {
            line,
            // Editors do not count a byte order mark as a character.
            column: text[self.starts[line - 1]..at]
                .trim_start_matches('\u{feff}')
                .chars()
                .count()
                + 1,
        }
    }

    /// The first byte of a line, which is counted from 1; the text's end for a line beyond the last.
    pub(super) fn start(&self, text: &str, line: usize) -> usize {
        self.starts.get(line - 1).copied().unwrap_or(text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(text: &str, byte: usize) -> (usize, usize) {
        let position = Lines::of(text).position(text, byte);
        (position.line, position.column)
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        assert_eq!(position("ab\ncd", 0), (1, 1));
        assert_eq!(position("ab\ncd", 4), (2, 2));
    }

    #[test]
    fn a_line_break_belongs_to_the_line_it_ends() {
        assert_eq!(position("ab\r\ncd", 3), (1, 4));
        assert_eq!(position("ab\r\ncd", 4), (2, 1));
    }

    #[test]
    fn columns_count_characters_and_not_bytes() {
        assert_eq!(position("é;ü;x", 6), (1, 5));
    }

    #[test]
    fn a_byte_inside_a_character_counts_as_its_first() {
        assert_eq!(position("aé", 2), (1, 2));
    }

    #[test]
    fn a_byte_beyond_the_end_stands_at_the_end() {
        assert_eq!(position("ab\n", 99), (2, 1));
        assert_eq!(position("", 0), (1, 1));
    }
}
