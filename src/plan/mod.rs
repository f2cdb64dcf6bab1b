//! Which pages one municipality's site has, and why. Start at [`plan`].

mod contracted;
mod route;
mod site_plan;

pub use contracted::{Contracted, NotListed, NotListedReason};
pub use route::Route;
pub use site_plan::{Page, SitePlan, Subject, plan};
