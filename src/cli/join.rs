//! The `join` command.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::pipeline;

use super::{fail, in_words, say};

/// Which shards, and where the site goes.
#[derive(Args)]
pub(super) struct JoinArguments {
    /// The folder of each shard, in any order
    #[arg(required = true, value_name = "SHARD")]
    shards: Vec<PathBuf>,
    /// Where the sites are published
    #[arg(long, default_value = "public")]
    target: PathBuf,
}

/// Puts shards together and says what stands in the target now.
pub(super) fn run(arguments: &JoinArguments) -> ExitCode {
    match pipeline::join(&arguments.shards, &arguments.target) {
        Ok(publication) => {
            say(&in_words(&publication, &arguments.target));
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error),
    }
}
