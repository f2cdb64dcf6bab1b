//! What a browser gets.

/// What a browser gets.
#[derive(Debug)]
pub(super) struct Answer {
    /// The status of HTTP.
    pub(super) status: u16,
    /// Headers besides those of length and date.
    pub(super) headers: Vec<(String, String)>,
    /// What it shows.
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// A file, or a page that stands for one.
    pub(super) fn new(status: u16, media_type: &str, body: Vec<u8>) -> Self {
        Self {
            status,
            headers: vec![("Content-Type".to_owned(), media_type.to_owned())],
            body,
        }
    }

    /// The way to another address.
    pub(super) fn redirect(to: String) -> Self {
        Self {
            status: 308,
            headers: vec![("Location".to_owned(), to)],
            body: Vec::new(),
        }
    }

    /// Adds the headers that the site asks for. How long to keep it is only taken over for what never changes under its
    /// name: everything else is asked for again and again while somebody writes.
    pub(super) fn with_headers(mut self, headers: Vec<(String, String)>, is_kept: bool) -> Self {
        const KEEP: &str = "Cache-Control";
        self.headers.extend(
            headers
                .into_iter()
                .filter(|(name, _)| is_kept || name != KEEP),
        );
        if !is_kept {
            self.headers.push((KEEP.to_owned(), "no-store".to_owned()));
        }
        self
    }
}
