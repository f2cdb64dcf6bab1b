//! A new region: from a few answers to a folder that builds at once. Start at [`NewRegion`], then [`start`].

mod answers;
mod folder;
mod municipality;
mod national_list;
mod refusal;
mod starter;

use std::path::Path;

pub use self::answers::{Answers, NewRegion};
pub use self::folder::InitError;
pub use self::municipality::NewMunicipality;
pub use self::national_list::NationalList;
pub use self::refusal::Refusal;

/// Makes the folder of a new region, with a copy of the default theme when that is asked for; says how many files stand
/// in it. When it fails, nothing is left behind.
///
/// # Errors
/// When something stands in the folder already, or the machine fails.
pub fn start(region: &NewRegion, folder: &Path, with_theme: bool) -> Result<usize, InitError> {
    let files = starter::files(region, with_theme);
    folder::make(folder, &files)?;
    Ok(files.len())
}
