//! Text inside XML: what [`sitemap`](super::sitemap) and [`feed`](super::feed) share.

/// A text as it may stand in an element or between double quotes. Characters that XML 1.0 does not allow (section 2.2)
/// are left out.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' => escaped.push(character),
            control if control < ' ' => {}
            '\u{fffe}' | '\u{ffff}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_and_what_xml_does_not_allow_do_not_survive() {
        assert_eq!(
            escape("Jan & \"Piet\" <b>\u{1}\u{b}\u{ffff}"),
            "Jan &amp; &quot;Piet&quot; &lt;b&gt;"
        );
    }
}
