//! The region's front door in one language: its page.

use tera::Value;

use crate::artifact::Artifact;

use super::guard::{PageFault, PageGuard};
use super::site::Rendered;
use super::view::{FrontDoorPage, PageView, Region, front_door};

/// Renders the front door. It stands in no municipality's site, so its template gets no `site`.
#[must_use]
pub fn render_front_door(region: Region<'_>, guard: &PageGuard) -> Rendered {
    let path = format!("{}index.html", region.edition.folder());
    let view = front_door(region);
    let mut rendered = Rendered::default();
    match region
        .theme
        .render(FrontDoorPage::TEMPLATE, &Value::none(), &view)
    {
        Err(error) => rendered.diagnostics.push(error.diagnostic(&path)),
        Ok(html) => {
            let faults = guard.check(&html, "./").into_iter();
            rendered.faults.extend(faults.map(|fault| PageFault {
                page: path.clone(),
                template: FrontDoorPage::TEMPLATE,
                fault,
            }));
            rendered.artifacts.push(Artifact {
                path,
                bytes: html.into_bytes(),
            });
        }
    }
    rendered
}
