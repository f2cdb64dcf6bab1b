//! `wijzigingen/feed.xml` (Atom, RFC 4287).

use jiff::civil::Date;

use super::xml::escape;

/// One entry, in words for visitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry {
    /// The change's place on the page of changes, and its id.
    pub anchor: String,
    /// What changed.
    pub title: String,
    /// More about it.
    pub summary: String,
    /// The day it came into the list.
    pub listed_on: Date,
}

/// What the feed says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedHead<'a> {
    /// Title.
    pub title: &'a str,
    /// That it does not hold everything.
    pub subtitle: Option<&'a str>,
    /// Who publishes it.
    pub author: &'a str,
    /// Language of its words.
    pub language: &'a str,
    /// The municipality's site, with a closing slash.
    pub base_url: &'a str,
    /// The day the site is made for, which dates a feed without entries.
    pub date: Date,
}

/// The feed. Ids and dates come from the records, so two builds of the same records are the same bytes.
#[must_use]
pub fn feed(head: &FeedHead<'_>, entries: &[FeedEntry]) -> String {
    let page = escape(&format!("{}wijzigingen/", head.base_url));
    let newest = entries.iter().map(|entry| entry.listed_on).max();
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
         <id>{page}feed.xml</id>\n\
         <title>{title}</title>\n\
         <updated>{updated}</updated>\n\
         <author><name>{author}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{page}feed.xml\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
        language = escape(head.language),
        title = escape(head.title),
        author = escape(head.author),
        updated = midnight(newest.unwrap_or(head.date)),
    );
    if let Some(subtitle) = head.subtitle {
        push_subtitle(&mut xml, subtitle);
    }
    for entry in entries {
        xml.push_str(&entry_xml(&page, entry));
    }
    xml.push_str("</feed>\n");
    xml
}

fn push_subtitle(xml: &mut String, subtitle: &str) {
    xml.push_str("<subtitle>");
    xml.push_str(&escape(subtitle));
    xml.push_str("</subtitle>\n");
}

fn entry_xml(page: &str, entry: &FeedEntry) -> String {
    format!(
        "<entry>\n<id>{address}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n<summary>{summary}</summary>\n</entry>\n",
        address = format_args!("{page}#{}", escape(&entry.anchor)),
        title = escape(&entry.title),
        updated = midnight(entry.listed_on),
        summary = escape(&entry.summary),
    )
}

/// The records know days; Atom wants an instant (RFC 3339).
fn midnight(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{FeedEntry, FeedHead, feed};

    fn head() -> FeedHead<'static> {
        FeedHead {
            title: "Wijzigingen in Apeldoorn",
            subtitle: None,
            author: "Zorgregio",
            language: "nl",
            base_url: "https://keuze.example/apeldoorn/",
            date: date(2026, 11, 15),
        }
    }

    #[test]
    fn an_entry_has_an_absolute_id_that_is_its_place_on_the_page() {
        let entry = FeedEntry {
            anchor: "gestart-wilg-pleegzorg-2026-10-01".to_owned(),
            title: "De Wilg & co".to_owned(),
            summary: "Nieuw".to_owned(),
            listed_on: date(2026, 10, 1),
        };
        let xml = feed(&head(), &[entry]);
        assert!(xml.contains(
            "<entry>\n<id>https://keuze.example/apeldoorn/wijzigingen/#gestart-wilg-pleegzorg-2026-10-01</id>\n\
             <title>De Wilg &amp; co</title>\n<updated>2026-10-01T00:00:00Z</updated>\n"
        ));
        assert!(xml.contains("<id>https://keuze.example/apeldoorn/wijzigingen/feed.xml</id>"));
    }

    #[test]
    fn a_feed_that_is_cut_short_says_so() {
        let cut = FeedHead {
            subtitle: Some("De nieuwste & laatste"),
            ..head()
        };
        assert!(feed(&cut, &[]).contains("<subtitle>De nieuwste &amp; laatste</subtitle>"));
        assert!(!feed(&head(), &[]).contains("<subtitle>"));
    }

    #[test]
    fn a_feed_without_entries_is_dated_by_the_day_of_the_site() {
        assert!(feed(&head(), &[]).contains("<updated>2026-11-15T00:00:00Z</updated>"));
    }
}
