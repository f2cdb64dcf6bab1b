//! Which region, with which theme, for which day: what most commands ask for.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use crate::pipeline::Options;
use crate::publish::Compression;

use super::ShowArguments;
use super::surroundings::{program, today};

/// Which region, with which theme, for which day.
#[derive(Args)]
pub(super) struct SiteArguments {
    /// The region's folder
    #[arg(long, default_value = "content")]
    pub(super) content: PathBuf,
    /// The folder of themes
    #[arg(long, default_value = "themes")]
    themes: PathBuf,
    /// The day the site is made for, such as 2026-11-15 [default: the day in site.toml, or today]
    #[arg(long)]
    date: Option<Date>,
    /// Let warnings keep the site from being published
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    pub(super) show: ShowArguments,
}

impl SiteArguments {
    pub(super) fn options(&self) -> Options {
        Options {
            content: self.content.clone(),
            themes: self.themes.clone(),
            date: self.date,
            today: today(),
            is_strict: self.strict,
            program: program(),
            compression: Compression::None,
            shard: None,
            previous: None,
        }
    }
}
