//! Artifacts → a staged folder → one swap. Start at [`Stage`]; [`is_current`] says when there is nothing to do,
//! [`Rehearsal`] what would change, [`Published`] what stands there, [`Memory`] what was shown whatever stands there,
//! [`Shards`] puts together what several machines made, and [`clear_left_overs`] removes what dead builds left.
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
//! | `.public.shown` | what was shown until now: a copy of a published file that outlives the target |
//! | `.public.shown-new` | the next `.public.shown`, before the swap |
//! | `.public.state-new` | the next `.public.state`, before the swap |
//! | `.public.state` | from which inputs the site was made, and the account of it; never published, for it is derived from raw counts |

mod compress;
mod error;
mod folder;
mod join;
mod lock;
mod manifest;
mod old_site;
mod path;
mod published;
mod rehearsal;
mod report;
mod shard;
mod shown;
mod stage;
mod state;
mod swap;
mod target;

pub use compress::Compression;
pub use error::PublishError;
pub use join::{JoinError, Shards};
pub use old_site::{Earlier, LARGEST_EARLIER};
pub use published::{Published, PublishedFile, Standing};
pub use rehearsal::Rehearsal;
pub use report::{Difference, Report};
pub use shard::{NotAShard, Shard};
pub use shown::Memory;
pub use stage::Stage;
pub use state::{Inputs, Summary, is_current};
pub use swap::Swap;
pub use target::clear_left_overs;
