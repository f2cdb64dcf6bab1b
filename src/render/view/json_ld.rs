//! Facts for machines (schema.org as JSON-LD), written so that they cannot end the `script` element they stand in.

use serde::Serialize;

use super::frame::Crumb;

/// What a page is about, in the terms of schema.org.
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub enum JsonLd<'a> {
    /// The site itself.
    WebSite {
        /// Its name.
        name: &'a str,
        /// Its address.
        url: &'a str,
        /// BCP 47.
        #[serde(rename = "inLanguage")]
        language: &'a str,
    },
    /// A provider.
    Organization(Organization<'a>),
    /// A list of providers or products.
    ItemList {
        /// What is listed.
        #[serde(rename = "itemListElement")]
        items: Vec<ListItem<'a>>,
    },
    /// A kind of help.
    Service {
        /// Its name.
        name: &'a str,
        /// One sentence.
        description: &'a str,
        /// Where it is given.
        #[serde(rename = "areaServed")]
        area: &'a str,
    },
}

/// A provider.
#[derive(Debug, Serialize)]
pub struct Organization<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its legal name.
    #[serde(rename = "legalName", skip_serializing_if = "Option::is_none")]
    pub legal_name: Option<&'a str>,
    /// Its own site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'a str>,
    /// Mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<&'a str>,
    /// Telephone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<&'a str>,
    /// Where it works.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub location: Vec<Place<'a>>,
}

/// A place where a provider works.
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub struct Place<'a> {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// Where.
    pub address: PostalAddress<'a>,
}

/// An address.
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub struct PostalAddress<'a> {
    /// Street and number.
    #[serde(rename = "streetAddress", skip_serializing_if = "Option::is_none")]
    pub street: Option<&'a str>,
    /// Postcode.
    #[serde(rename = "postalCode", skip_serializing_if = "Option::is_none")]
    pub postcode: Option<&'a str>,
    /// Town or village.
    #[serde(rename = "addressLocality", skip_serializing_if = "Option::is_none")]
    pub place: Option<&'a str>,
    /// Country.
    #[serde(rename = "addressCountry")]
    pub country: &'static str,
}

/// An entry of a list or of the path from the top.
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub struct ListItem<'a> {
    /// From 1.
    pub position: usize,
    /// Its name.
    pub name: &'a str,
    /// Its full address.
    #[serde(rename = "item")]
    pub url: String,
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Node<'a> {
    Path(BreadcrumbList<'a>),
    Facts(&'a JsonLd<'a>),
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct BreadcrumbList<'a> {
    #[serde(rename = "itemListElement")]
    items: Vec<ListItem<'a>>,
}

/// The text of the `script` element: the path from the top, and what the page is about.
pub(super) fn script(base_url: &str, crumbs: &[Crumb<'_>], facts: Option<&JsonLd<'_>>) -> String {
    let path = (!crumbs.is_empty()).then(|| BreadcrumbList {
        items: crumbs
            .iter()
            .enumerate()
            .map(|(rank, crumb)| ListItem {
                position: rank + 1,
                name: &crumb.label,
                url: format!("{base_url}{}", crumb.path),
            })
            .collect(),
    });
    let graph: Vec<Node<'_>> = path
        .map(Node::Path)
        .into_iter()
        .chain(facts.map(Node::Facts))
        .collect();
    if graph.is_empty() {
        return String::new();
    }
    let document = Document {
        context: "https://schema.org",
        graph,
    };
    escape(serde_json::to_string(&document).expect("the document has text keys only"))
}

/// Inside `script` nothing is decoded, so what HTML or old JavaScript gives a meaning is written as `\u….`.
fn escape(json: String) -> String {
    let special = |character: char| matches!(character, '<' | '>' | '&' | '\u{2028}' | '\u{2029}');
    if !json.contains(special) {
        return json;
    }
    let mut safe = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        match character {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_end_the_script_element() {
        let crumbs = [Crumb {
            label: "</script><b>&\u{2028}".into(),
            lang: None,
            path: "x/".into(),
        }];
        let script = script("https://keuze.example/", &crumbs, None);
        assert!(!script.contains(['<', '>', '&', '\u{2028}']));
        let parsed: serde_json::Value = serde_json::from_str(&script).unwrap();
        assert_eq!(
            parsed["@graph"][0]["itemListElement"][0]["name"],
            "</script><b>&\u{2028}"
        );
    }
}
