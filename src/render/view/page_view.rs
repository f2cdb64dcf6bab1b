//! How a page is registered: its view names its template.

use schemars::JsonSchema;
use serde::Serialize;

use crate::render::theme::ViewSchema;

/// A typed view of one kind of page. To add a page: write its view and its builder, put the view in
/// [`schemas`](super::schemas) and a line in the dispatch of `site.rs`.
pub trait PageView: Serialize + JsonSchema {
    /// The template that shows it, which finds it under the name `page`.
    const TEMPLATE: &'static str;
}

/// What the template of a view may use.
pub(super) fn schema_of<V: PageView>() -> ViewSchema {
    ViewSchema {
        template: V::TEMPLATE,
        schema: schemars::schema_for!(V),
    }
}
