//! What `build` may be told about what it makes, apart from which region.

use clap::{Args, ValueEnum};

use crate::pipeline::Options;
use crate::publish::{Compression, Shard};

/// Compressed siblings, and parts of a region.
#[derive(Args)]
pub(super) struct MakingArguments {
    /// Put a Brotli and a gzip file beside every file that gets smaller by it
    #[arg(long, value_enum, default_value = "none")]
    compress: Compress,
    /// Build one part of several, such as 2/5; `join` puts the parts together
    #[arg(
        long,
        value_name = "I/N",
        requires = "target",
        conflicts_with = "municipality"
    )]
    shard: Option<Shard>,
}

/// How much work compressing may be.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Compress {
    /// Not at all: for hosts that compress by themselves
    None,
    /// As a host does on the way: Brotli 5 and gzip 6
    Fast,
    /// As small as it gets: Brotli 11 and gzip 9
    Best,
}

impl MakingArguments {
    /// The same options, with what was asked for here.
    pub(super) fn put_into(&self, options: Options) -> Options {
        Options {
            compression: match self.compress {
                Compress::None => Compression::None,
                Compress::Fast => Compression::Fast,
                Compress::Best => Compression::Best,
            },
            shard: self.shard,
            ..options
        }
    }
}
