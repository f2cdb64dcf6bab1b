//! How large a file is, in words: before somebody with a phone fetches it.

use super::wait_words::number_text;
use super::words::Words;

/// «minder dan 1 kB», «4,2 kB», «38 kB», «1,2 MB». A kilobyte is 1,000 bytes and a megabyte 1,000,000 (ISO/IEC 80000-13); below ten
/// kilobytes and from a megabyte on with one decimal.
pub(super) fn file_size(words: Words<'_>, bytes: usize) -> String {
    let rounded = |unit: usize| bytes.saturating_add(unit / 2) / unit;
    let (key, tenths) = match bytes {
        0..1_000 => return words.text("file-size-small").to_owned(),
        1_000..9_950 => ("file-size-kb", rounded(100)),
        9_950..999_500 => ("file-size-kb", rounded(1_000) * 10),
        _ => ("file-size-mb", rounded(100_000)),
    };
    let tenths = u32::try_from(tenths).unwrap_or(u32::MAX);
    words.with_text(key, "size", &number_text(words, tenths))
}

/// The rows of a CSV file under its header. A line break in quotes ends no row.
pub(super) fn rows(csv: &[u8]) -> usize {
    let (mut lines, mut is_quoted) = (0_usize, false);
    for byte in csv {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => lines += 1,
            _ => {}
        }
    }
    lines.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::super::tests::dutch;
    use super::{Words, file_size, rows};

    #[test]
    fn sizes_are_rounded_as_people_say_them() {
        let messages = dutch();
        let words = Words::new(&messages);
        let said = [
            0, 999, 1_000, 4_249, 9_949, 9_950, 38_400, 999_499, 999_500, 1_240_000,
        ]
        .map(|bytes| file_size(words, bytes));
        assert_eq!(
            said,
            [
                "minder dan 1 kB",
                "minder dan 1 kB",
                "1 kB",
                "4,2 kB",
                "9,9 kB",
                "10 kB",
                "38 kB",
                "999 kB",
                "1 MB",
                "1,2 MB"
            ]
        );
    }

    #[test]
    fn a_line_break_in_a_cell_ends_no_row() {
        assert_eq!(rows(b"a,b\r\n1,\"two\r\nlines \"\"so\"\"\"\r\n3,4\r\n"), 2);
        assert_eq!(rows(b"a,b\r\n"), 0);
    }
}
