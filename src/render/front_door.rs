//! The region's front door: its page, the files beside it, and the assets the page needs.

use tera::Value;

use crate::artifact::Artifact;
use crate::model::Dataset;

use super::files::front_door_files;
use super::theme::{RenderError, Theme};
use super::view::{FrontDoorPage, PageView, front_door};

/// Renders the front door. It stands in no municipality's site, so its template gets no `site`.
///
/// # Errors
/// When the template asks for something the view does not have.
pub fn render_front_door(theme: &Theme, dataset: &Dataset) -> Result<Vec<Artifact>, RenderError> {
    let view = front_door(theme, dataset);
    let html = theme.render(FrontDoorPage::TEMPLATE, &Value::none(), &view)?;
    let mut artifacts = vec![Artifact {
        path: "index.html".to_owned(),
        bytes: html.into_bytes(),
    }];
    artifacts.extend(front_door_files(dataset));
    artifacts.extend(theme.assets().iter().map(|asset| Artifact {
        path: format!("assets/{}", asset.file_name),
        bytes: asset.bytes.clone(),
    }));
    Ok(artifacts)
}
