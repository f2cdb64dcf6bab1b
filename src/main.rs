//! The command line of Keuzewijzer.

use std::process::ExitCode;

fn main() -> ExitCode {
    keuzewijzer::cli::run()
}
