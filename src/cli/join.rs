//! The `join` command.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::pipeline;

use super::build::in_words;
use super::language::LanguageArgument;
use super::{fail_in, say};

/// Put the shards of a region together to one site, the same as one build makes
#[derive(Args)]
#[command(after_help = "Example:\n  keuzewijzer join shards/1 shards/2 shards/3 --target public")]
pub(super) struct JoinArguments {
    /// The folder of each shard, in any order
    #[arg(required = true, value_name = "SHARD")]
    shards: Vec<PathBuf>,
    /// Where the sites are published
    #[arg(long, default_value = "public")]
    target: PathBuf,
    #[command(flatten)]
    told: LanguageArgument,
}

/// Puts shards together and says what stands in the target now.
pub(super) fn run(arguments: &JoinArguments) -> ExitCode {
    match pipeline::join(&arguments.shards, &arguments.target) {
        Ok(publication) => {
            let language = arguments.told.language();
            say(&in_words(&publication, &arguments.target, false, language));
            ExitCode::SUCCESS
        }
        Err(error) => fail_in(&error, arguments.told.language()),
    }
}
