//! Makes a region of three hundred providers from a seed and the repository's own content.

use std::fs;
use std::path::Path;

use crate::random::Random;
use crate::words::Words;
use crate::{catalogue, providers};

/// Writes the region into an empty folder: the demonstration's municipalities, products, profiles, pages and vocabulary,
/// more products and pages, and other providers. Nothing is closed anywhere, so that every municipality is as large.
pub(crate) fn write(demonstration: &Path, folder: &Path, seed: u64) -> std::io::Result<()> {
    let mut random = Random::new(seed);
    for entry in walkdir::WalkDir::new(demonstration) {
        let entry = entry?;
        let path = entry.path();
        let below = path.strip_prefix(demonstration).expect("it stands inside");
        if below.starts_with("providers") {
            continue;
        }
        if entry.file_type().is_dir() {
            fs::create_dir_all(folder.join(below))?;
        } else {
            fs::copy(path, folder.join(below))?;
        }
    }
    fs::create_dir_all(folder.join("providers"))?;
    open_all_groups(folder)?;
    only_header(&folder.join("outcomes.csv"))?;
    let words = Words::of(demonstration, &mut random)?;
    catalogue::add(folder, &words, &mut random)?;
    providers::write(folder, &words, &mut random)
}

fn open_all_groups(folder: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(folder.join("municipalities"))? {
        let path = entry?.path().join("municipality.toml");
        let kept: Vec<String> = fs::read_to_string(&path)?
            .lines()
            .filter(|line| !line.starts_with("closed_"))
            .map(str::to_owned)
            .collect();
        fs::write(&path, kept.join("\n") + "\n")?;
    }
    Ok(())
}

fn only_header(path: &Path) -> std::io::Result<()> {
    let text = fs::read_to_string(path)?;
    let header = text.lines().next().unwrap_or_default();
    fs::write(path, format!("{header}\n"))
}
