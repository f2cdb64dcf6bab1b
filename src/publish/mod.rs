//! Artifacts → a staged folder → one swap. Start at [`Stage`]; [`is_current`] says when there is nothing to do.
//!
//! The target is at every moment the whole old or the whole new site. A new site grows in a folder beside the target,
//! where an unchanged file is a second name (a hard link) for the file that already stands there, and the two folders
//! trade places in one step. What happens beside the target `public/`:
//!
//! | name | what it is |
//! |---|---|
//! | `.public.lock` | held by the build that is publishing; the kernel lets go of it when that build dies |
//! | `.public.stage-…` | the site that is growing, and after the swap the old one until it is removed |
//! | `.public.previous` | the old site between two renames, where folders cannot trade places |
//! | `.public.state` | from which inputs the site was made; never published, for it is derived from raw counts |

mod error;
mod folder;
mod lock;
mod manifest;
mod path;
mod report;
mod stage;
mod state;
mod swap;
mod target;

pub use error::PublishError;
pub use report::Report;
pub use stage::{Published, Stage};
pub use state::{Summary, is_current};
pub use swap::Swap;
