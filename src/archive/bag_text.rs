//! The texts of a bag: its lists of hashes and what it says of itself (RFC 8493).

use std::fmt::Write as _;
use std::path::Path;

/// What every bag of this version says (section 2.1.1).
pub(super) const BAGIT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// A hash in hexadecimal digits.
pub(super) fn to_hex(hash: &[u8; 32]) -> String {
    blake3::Hash::from_bytes(*hash).to_hex().to_string()
}

/// A hash from its hexadecimal digits, in either case.
pub(super) fn from_hex(digits: &str) -> Option<[u8; 32]> {
    let hash = blake3::Hash::from_hex(digits.to_ascii_lowercase()).ok()?;
    Some(*hash.as_bytes())
}

/// A path as lists have it: ends of lines and `%` are written as `%0A`, `%0D` and `%25` (section 2.1.3).
pub(super) fn encoded(path: &str) -> String {
    path.replace('%', "%25")
        .replace('\n', "%0A")
        .replace('\r', "%0D")
}

/// The path that a list has in that form.
pub(super) fn decoded(written: &str) -> String {
    written
        .replace("%0A", "\n")
        .replace("%0a", "\n")
        .replace("%0D", "\r")
        .replace("%0d", "\r")
        .replace("%25", "%")
}

/// A text on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split(['\n', '\r'])
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Adds a line to a list: the hash, two blanks, the path.
pub(super) fn list(list: &mut String, hash: &[u8; 32], path: &str) {
    writeln!(list, "{}  {}", to_hex(hash), encoded(path)).expect("a string takes every text");
}

/// The entries of a list, or the number of the first line that is none.
pub(super) fn entries(list: &str) -> Result<Vec<(String, [u8; 32])>, usize> {
    let mut entries = Vec::new();
    for (number, line) in (1_usize..).zip(list.lines()) {
        let entry = line
            .split_once([' ', '\t'])
            .and_then(|(hash, path)| {
                Some((from_hex(hash)?, path.trim_start_matches([' ', '\t', '*'])))
            })
            .filter(|(_, path)| !path.is_empty());
        let (hash, path) = entry.ok_or(number)?;
        let path = path.strip_prefix("./").unwrap_or(path);
        entries.push((decoded(path), hash));
    }
    Ok(entries)
}

/// What is wrong with a path in a bag, if anything: it must stay inside, on every system.
pub(super) fn is_safe(path: &str) -> bool {
    let is_plain = |part: &str| !["", ".", ".."].contains(&part);
    let has_strange = path.chars().any(|char| char == '\\' || char.is_control());
    !has_strange && path.split('/').all(is_plain) && !Path::new(path).is_absolute()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_as_it_was_written() {
        let mut text = String::new();
        list(&mut text, &[3; 32], "data/100% zeker/x.html");
        list(&mut text, &[4; 32], "data/%0A");
        assert!(text.contains("data/100%25 zeker/x.html"));
        let expected = vec![
            ("data/100% zeker/x.html".to_owned(), [3; 32]),
            ("data/%0A".to_owned(), [4; 32]),
        ];
        assert_eq!(entries(&text), Ok(expected));
    }

    #[test]
    fn a_line_that_is_no_entry_is_named() {
        let good = format!("{}  data/a\n", to_hex(&[1; 32]));
        assert_eq!(entries(&format!("{good}zz  data/b\n")), Err(2));
        assert_eq!(entries(&format!("{good}{}\n", to_hex(&[1; 32]))), Err(2));
    }

    #[test]
    fn a_path_that_leaves_the_bag_is_not_safe() {
        for path in ["/etc/x", "a/../x", "..", "a//b", "a\\b", "a\nb", "", "a/"] {
            assert!(!is_safe(path), "{path:?}");
        }
        assert!(is_safe("data/a..b/.well-known/x"));
    }
}
