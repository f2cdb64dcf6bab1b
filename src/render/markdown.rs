//! Markdown of the region's texts → HTML fragments.

use std::collections::BTreeMap;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::theme::minify_settings;

/// Turns a text into an HTML fragment: `CommonMark` with tables. HTML in it is shown as text, images as their
/// alternative text; links that are not http, https, mailto or tel lose their address. Links that start with `/` are
/// made relative to the page with `root`, which leads from the page to the site's first page (`../../`).
///
/// # Panics
/// Never: minifying text gives text.
#[must_use]
pub fn to_html(markdown: &str, root: &str) -> String {
    let events: Vec<Event> = Parser::new_ext(markdown, Options::ENABLE_TABLES).collect();
    let mut ids = BTreeMap::new();
    let mut ready = Vec::with_capacity(events.len());
    let mut open_links = Vec::new();
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Html(raw) | Event::InlineHtml(raw) => ready.push(Event::Text(raw.clone())),
            Event::Start(Tag::HtmlBlock) => ready.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => ready.push(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            // The writer would put the alignment in a `style` attribute, which the site's policy forbids.
            Event::Start(Tag::Table(alignments)) => {
                let plain = vec![pulldown_cmark::Alignment::None; alignments.len()];
                ready.push(Event::Start(Tag::Table(plain)));
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let id = unique_slug(&heading_text(&events[at + 1..]), &mut ids);
                ready.push(Event::Start(Tag::Heading {
                    level: below_title(*level),
                    id: Some(CowStr::from(id)),
                    classes: Vec::new(),
                    attrs: Vec::new(),
                }));
            }
            Event::End(TagEnd::Heading(level)) => {
                ready.push(Event::End(TagEnd::Heading(below_title(*level))));
            }
            Event::Start(Tag::Link {
                dest_url,
                link_type,
                ..
            }) => {
                let is_mail = *link_type == pulldown_cmark::LinkType::Email;
                let opening = opening_tag(dest_url, is_mail, root);
                open_links.push(opening.is_some());
                ready.extend(opening.map(|tag| Event::InlineHtml(CowStr::from(tag))));
            }
            Event::End(TagEnd::Link) => {
                if open_links.pop() == Some(true) {
                    ready.push(event.clone());
                }
            }
            Event::Start(_)
            | Event::End(_)
            | Event::Text(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_) => ready.push(event.clone()),
        }
    }
    let mut page = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut page, ready.into_iter());
    let small = minify_html::minify(page.as_bytes(), &minify_settings());
    String::from_utf8(small).expect("minifying text gives text")
}

/// The page's title is the only level-one heading.
fn below_title(level: HeadingLevel) -> HeadingLevel {
    level.max(HeadingLevel::H2)
}

fn opening_tag(address: &str, is_mail: bool, root: &str) -> Option<String> {
    if is_mail {
        return Some(format!("<a href=\"mailto:{}\">", escaped(address)));
    }
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    let scheme = scheme.filter(|scheme| {
        scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    });
    match scheme.map(str::to_ascii_lowercase).as_deref() {
        Some("http" | "https") => Some(format!(
            "<a href=\"{}\" rel=\"noreferrer\" class=\"external\">",
            escaped(address)
        )),
        Some("mailto" | "tel") => Some(format!("<a href=\"{}\">", escaped(address))),
        Some(_) => None,
        // `//elsewhere.example` would leave the site without saying so.
        None if address.starts_with("//") => None,
        None => {
            let inside = match address.strip_prefix('/') {
                Some(path) if root.is_empty() && path.is_empty() => "./".to_owned(),
                Some(path) => format!("{root}{path}"),
                None => address.to_owned(),
            };
            Some(format!("<a href=\"{}\">", escaped(&inside)))
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The text of the heading whose content begins here.
fn heading_text(events: &[Event]) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(part) | Event::Code(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::Start(_)
            | Event::End(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }
    text
}

/// A heading as an identifier that no other heading of the text has. `taken` holds with each identifier the number that was
/// last put behind it: trying every number again would make a text of equal headings take the square of their number.
fn unique_slug(text: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let slug = slug(text);
    let mut number = taken.get(&slug).copied().unwrap_or(1);
    let mut id = slug.clone();
    while taken.contains_key(&id) {
        number += 1;
        id = format!("{slug}-{number}");
    }
    taken.insert(slug, number);
    taken.insert(id.clone(), 1);
    id
}

fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for char in text.chars().flat_map(char::to_lowercase) {
        let char = without_accent(char);
        if char.is_ascii_alphanumeric() {
            slug.push(char);
        } else if !slug.is_empty() && !slug.ends_with('-') && char != '\'' && char != '’' {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "deel".to_owned()
    } else {
        slug.to_owned()
    }
}

fn without_accent(char: char) -> char {
    match char {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_get_an_identifier_and_stay_below_the_title() {
        assert_eq!(
            to_html("# Eén vraag\n\n## Uw rechten\n\n## Uw rechten\n", ""),
            "<h2 id=een-vraag>Eén vraag</h2><h2 id=uw-rechten>Uw rechten</h2><h2 id=uw-rechten-2>Uw rechten</h2>"
        );
    }

    #[test]
    fn a_link_inside_the_site_is_relative_to_the_page() {
        assert_eq!(
            to_html("[Rechten](/uw-rechten/)", "../../"),
            "<p><a href=../../uw-rechten/>Rechten</a></p>"
        );
    }

    #[test]
    fn the_first_page_linked_from_itself_has_an_address() {
        assert_eq!(to_html("[Begin](/)", ""), "<p><a href=./>Begin</a></p>");
    }

    #[test]
    fn a_link_to_elsewhere_says_so_and_tells_nothing() {
        assert_eq!(
            to_html("[x](https://x.example/?a=1&b=2)", ""),
            "<p><a href=\"https://x.example/?a=1&b=2\" class=external rel=noreferrer>x</a></p>"
        );
    }

    #[test]
    fn telephone_and_mail_links_are_kept() {
        assert_eq!(
            to_html("[bel](tel:0551234567) <a@b.example>", ""),
            "<p><a href=tel:0551234567>bel</a> <a href=mailto:a@b.example>a@b.example</a></p>"
        );
    }

    #[test]
    fn an_unsafe_link_loses_its_address() {
        assert_eq!(
            to_html("[x](javascript:alert(1)) [y](//x.example)", ""),
            "<p>x y</p>"
        );
    }

    #[test]
    fn html_is_shown_as_text() {
        assert_eq!(
            to_html("a <b onclick=x>b</b>\n\n<script>x</script>", ""),
            "<p>a &lt;b onclick=x>b&lt;/b></p><p>&lt;script>x&lt;/script></p>"
        );
    }

    #[test]
    fn a_table_has_no_inline_style() {
        assert!(!to_html("| a | b |\n|--:|:-:|\n| 1 | 2 |\n", "").contains("style"));
    }

    #[test]
    fn blanks_between_words_and_emphasis_stay() {
        assert_eq!(
            to_html("een **twee** *drie*\nvier", ""),
            "<p>een <strong>twee</strong> <em>drie</em> vier</p>"
        );
    }
}
