//! Where a page stands in its site.

use std::fmt;

/// The path of a page inside one municipality's site, without leading slash: nothing (home), `hulp/`, `hulp/pleegzorg/`,
/// `404.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Box<str>);

impl Route {
    /// A page that is its folder's index; each part is a slug.
    #[must_use]
    pub fn folder(parts: &[&str]) -> Self {
        let mut path = String::new();
        for part in parts {
            path.push_str(part);
            path.push('/');
        }
        Self(path.into())
    }

    /// A page that is a file at the top, such as `404.html`.
    #[must_use]
    pub fn file(name: &str) -> Self {
        Self(name.into())
    }

    /// The path as links use it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that is published.
    #[must_use]
    pub fn file_path(&self) -> String {
        if self.0.is_empty() || self.0.ends_with('/') {
            format!("{}index.html", self.0)
        } else {
            self.0.to_string()
        }
    }

    /// What leads from this page back to the top of the site: `./`, `../`, `../../`.
    #[must_use]
    pub fn to_root(&self) -> &'static str {
        match self.0.matches('/').count() {
            0 => "./",
            1 => "../",
            2 => "../../",
            _ => "../../../",
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
