//! Why there is no preview.

use std::io;
use std::path::PathBuf;

use crate::pipeline::PipelineError;

/// The machine failed.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port that was asked for cannot be had.
    #[error("cannot listen on port {port}; choose another with `--port`, or leave it out")]
    Port {
        /// Which.
        port: u16,
        /// What the system says.
        source: io::Error,
    },
    /// None of the usual ports can be had.
    #[error("ports {first} to {last} are taken; choose another with `--port`")]
    NoPort {
        /// The first that was tried.
        first: u16,
        /// The last.
        last: u16,
    },
    /// A folder cannot be watched.
    #[error("cannot watch `{}`", path.display())]
    Watch {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: notify::Error,
    },
    /// A folder cannot be found.
    #[error("cannot find `{}`", path.display())]
    Find {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The web server failed.
    #[error("the web server of the preview failed")]
    Server {
        /// What the system says.
        source: io::Error,
    },
    /// The region could not be read at all.
    #[error(transparent)]
    Region(#[from] PipelineError),
}
