//! `wijzigingen/feed.xml` (Atom, RFC 4287).
//!
//! Ids are UUIDs made of names (RFC 9562, version 5): of the municipality's CBS code and the change's place on the page.
//! So an entry keeps its id in every build, and when the site moves to another address.

use jiff::civil::Date;
use uuid::Uuid;

use super::xml::escape;

/// What the names of ids begin with.
const NAMES: &str = "keuzewijzer:wijzigingen:";

/// One entry, in words for visitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry {
    /// The change's place on the page of changes; no two entries of a feed have the same.
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
    /// The site in this language, with a closing slash.
    pub base_url: &'a str,
    /// What ids are made of beside the place on the page: what no other feed has.
    pub subject: &'a str,
    /// The day the site is made for, which dates a feed without entries.
    pub date: Date,
}

impl FeedHead<'_> {
    fn id(&self, of: &str) -> String {
        let name = format!("{NAMES}{}{of}", self.subject);
        Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
            .urn()
            .to_string()
    }
}

/// The feed. Ids and dates come from the entries, so two builds of the same entries are the same bytes.
#[must_use]
pub fn feed(head: &FeedHead<'_>, entries: &[FeedEntry]) -> String {
    let page = escape(&format!("{}wijzigingen/", head.base_url));
    let newest = entries.iter().map(|entry| entry.listed_on).max();
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
         <id>{id}</id>\n\
         <title>{title}</title>\n\
         <updated>{updated}</updated>\n\
         <author><name>{author}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{page}feed.xml\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
        language = escape(head.language),
        id = head.id(""),
        title = escape(head.title),
        author = escape(head.author),
        updated = midnight(newest.unwrap_or(head.date)),
    );
    if let Some(subtitle) = head.subtitle {
        push_subtitle(&mut xml, subtitle);
    }
    for entry in entries {
        xml.push_str(&entry_xml(head, &page, entry));
    }
    xml.push_str("</feed>\n");
    xml
}

fn push_subtitle(xml: &mut String, subtitle: &str) {
    xml.push_str("<subtitle>");
    xml.push_str(&escape(subtitle));
    xml.push_str("</subtitle>\n");
}

fn entry_xml(head: &FeedHead<'_>, page: &str, entry: &FeedEntry) -> String {
    format!(
        "<entry>\n<id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{page}#{anchor}\"/>\n<summary>{summary}</summary>\n</entry>\n",
        id = head.id(&entry.anchor),
        anchor = escape(&entry.anchor),
        title = escape(&entry.title),
        updated = midnight(entry.listed_on),
        summary = escape(&entry.summary),
    )
}

/// The entries know days; Atom wants an instant (RFC 3339).
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
            subject: "0200/",
            date: date(2026, 11, 15),
        }
    }

    fn entry() -> FeedEntry {
        FeedEntry {
            anchor: "gestart-wilg--pleegzorg-2026-10-01".to_owned(),
            title: "De Wilg & co".to_owned(),
            summary: "Nieuw".to_owned(),
            listed_on: date(2026, 10, 1),
        }
    }

    fn ids(xml: &str) -> Vec<&str> {
        let after = xml.split("<id>").skip(1);
        after.map(|rest| rest.split('<').next().unwrap()).collect()
    }

    #[test]
    fn an_entry_leads_to_its_place_on_the_page() {
        let xml = feed(&head(), &[entry()]);
        assert!(xml.contains(
            "<title>De Wilg &amp; co</title>\n<updated>2026-10-01T00:00:00Z</updated>\n<link rel=\"alternate\" type=\"text/html\" \
             href=\"https://keuze.example/apeldoorn/wijzigingen/#gestart-wilg--pleegzorg-2026-10-01\"/>"
        ));
    }

    #[test]
    fn ids_survive_a_new_address_and_differ_between_municipalities_and_languages() {
        let here = feed(&head(), &[entry()]);
        let moved = FeedHead {
            base_url: "https://apeldoorn.example/",
            ..head()
        };
        let moved = feed(&moved, &[entry()]);
        assert_eq!(ids(&here), ids(&moved));
        assert!(ids(&here).iter().all(|id| id.starts_with("urn:uuid:")));
        for subject in ["0301/", "0200/en/"] {
            let other = feed(&FeedHead { subject, ..head() }, &[entry()]);
            assert!(ids(&other).iter().all(|id| !ids(&here).contains(id)));
        }
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
