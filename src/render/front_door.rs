//! The region's front door: its page, the files beside it, and the assets the page needs.

use tera::Value;

use crate::artifact::Artifact;
use crate::model::Dataset;

use super::files::front_door_files;
use super::guard::{PageFault, PageGuard};
use super::site::Rendered;
use super::theme::Theme;
use super::view::{FrontDoorPage, PageView, front_door};

/// Renders the front door. It stands in no municipality's site, so its template gets no `site`.
#[must_use]
pub fn render_front_door(theme: &Theme, dataset: &Dataset, guard: &PageGuard) -> Rendered {
    const PATH: &str = "index.html";
    let view = front_door(theme, dataset);
    let mut rendered = Rendered::default();
    match theme.render(FrontDoorPage::TEMPLATE, &Value::none(), &view) {
        Err(error) => rendered.diagnostics.push(error.diagnostic(PATH)),
        Ok(html) => {
            let faults = guard.check(&html, "./").into_iter();
            rendered.faults.extend(faults.map(|fault| PageFault {
                page: PATH.to_owned(),
                template: FrontDoorPage::TEMPLATE,
                fault,
            }));
            rendered.artifacts.push(Artifact {
                path: PATH.to_owned(),
                bytes: html.into_bytes(),
            });
        }
    }
    rendered.artifacts.extend(front_door_files(dataset));
    let assets = theme.assets().iter().map(|asset| Artifact {
        path: format!("assets/{}", asset.file_name),
        bytes: asset.bytes.clone(),
    });
    rendered.artifacts.extend(assets);
    rendered
}
