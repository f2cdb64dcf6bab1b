//! Which pages one municipality's site has, and why. Start at [`plan`].

mod age_group;
mod contracted;
mod route;
mod site_plan;
mod slug;

pub use age_group::AgeGroup;
pub use contracted::{Contracted, NameOrder, NotListed, NotListedReason, PlaceInPlan};
pub use route::Route;
pub use site_plan::{Page, SitePlan, Subject, plan};
pub use slug::{sort_key, to_slug};
