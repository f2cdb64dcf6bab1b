//! `content-lang` in templates, for texts that come from the content: gone on pages in the language of the content,
//! `lang="nl"` on pages in another. As an attribute it marks an element; as an element it marks a part of a text.

use crate::render::is_right_to_left;

use super::markup::{Part, scan};
use super::tokens::pieces;
use super::words::Words;

/// The attribute that marks an element.
pub(super) const MARKER: &str = "content-lang";

/// The attribute that marks an element inside a marked one whose words are the theme's own after all.
pub(super) const PAGE_MARKER: &str = "page-lang";

/// A template with its markers made into what pages in this language need.
pub(super) fn mark(source: &str, words: &Words<'_>) -> String {
    let (page, content) = (words.messages.language(), words.content_language);
    let attribute = attribute(page, content);
    let back = back(page, content);
    let mut marked = String::with_capacity(source.len());
    let mut at = 0;
    for part in scan(source, &pieces(source)) {
        let Part::Tag(tag) = part else { continue };
        if tag.name == MARKER {
            marked.push_str(&source[at..tag.range.start]);
            if !attribute.is_empty() {
                let opening = format!("<span{attribute}>");
                marked.push_str(if tag.is_closing { "</span>" } else { &opening });
            }
            at = tag.range.end;
            continue;
        }
        for marker in &tag.attributes {
            let written = match marker.name.as_str() {
                MARKER => &attribute,
                PAGE_MARKER => &back,
                _ => continue,
            };
            marked.push_str(source[at..marker.range.start].trim_end());
            marked.push_str(written);
            at = marker.range.end;
        }
    }
    marked.push_str(&source[at..]);
    marked
}

/// What says on a page in one language that a text is in another. A text that runs the other way than the page says that
/// too.
fn attribute(page: &str, text: &str) -> String {
    if page == text {
        return String::new();
    }
    let is_turned = is_right_to_left(text);
    match (is_right_to_left(page) == is_turned, is_turned) {
        (true, _) => format!(" lang=\"{text}\""),
        (false, true) => format!(" lang=\"{text}\" dir=\"rtl\""),
        (false, false) => format!(" lang=\"{text}\" dir=\"ltr\""),
    }
}

/// What says inside a text of the content that words are in the language of the page again.
fn back(page: &str, content: &str) -> String {
    attribute(content, page)
}

#[cfg(test)]
mod tests {
    use super::{attribute, back};

    #[test]
    fn only_another_language_is_marked_and_only_another_direction_is_said() {
        assert_eq!(attribute("nl", "nl"), "");
        assert_eq!(attribute("en", "nl"), " lang=\"nl\"");
        assert_eq!(attribute("ar", "nl"), " lang=\"nl\" dir=\"ltr\"");
        assert_eq!(attribute("nl", "ar"), " lang=\"ar\" dir=\"rtl\"");
        assert_eq!(back("ar", "nl"), " lang=\"ar\" dir=\"rtl\"");
        assert_eq!(back("nl", "nl"), "");
    }
}
