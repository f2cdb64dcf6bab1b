//! The region's front door in one language: its page, and the one for addresses that do not exist.

use tera::Value;

use crate::artifact::Artifact;

use super::guard::{PageFault, PageGuard};
use super::site::Rendered;
use super::view::{FrontDoorPage, PageView, Region, front_door, front_door_not_found};

/// Renders the front door, and in the language of the content the page for addresses that do not exist, which offers no
/// choice. Both stand in no municipality's site, so their template gets no `site`.
#[must_use]
pub fn render_front_door(region: Region<'_>, guard: &PageGuard) -> Rendered {
    let mut rendered = Rendered::default();
    let path = format!("{}index.html", region.edition.folder());
    if let Some(html) = render(&mut rendered, region, &path, &front_door(region)) {
        let faults = guard.check(&html, "./").into_iter();
        rendered.faults.extend(faults.map(|fault| PageFault {
            page: path.clone(),
            template: FrontDoorPage::TEMPLATE,
            fault,
        }));
    }
    if region.edition.is_main() {
        render(
            &mut rendered,
            region,
            "404.html",
            &front_door_not_found(region),
        );
    }
    rendered
}

/// Renders one page; its text, when its template worked.
fn render(
    rendered: &mut Rendered,
    region: Region<'_>,
    path: &str,
    view: &FrontDoorPage<'_>,
) -> Option<String> {
    let html = region
        .theme
        .render(FrontDoorPage::TEMPLATE, &Value::none(), view);
    match html {
        Err(error) => {
            rendered.diagnostics.push(error.diagnostic(path));
            None
        }
        Ok(html) => {
            rendered.artifacts.push(Artifact {
                path: path.to_owned(),
                bytes: html.clone().into_bytes(),
            });
            Some(html)
        }
    }
}
