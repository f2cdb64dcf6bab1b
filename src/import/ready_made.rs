//! The mappings that come with the program.

/// A mapping that is chosen by name.
#[derive(Clone, Copy, Debug)]
pub struct ReadyMade {
    /// What `--map` names.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub about: &'static str,
    /// The mapping.
    pub text: &'static str,
}

/// All of them, in the order in which they are listed.
pub const READY_MADE: &[ReadyMade] = &[
    ReadyMade {
        name: "beschikbaarheidswijzer",
        about: "waits: a row for every provider, location and product (sheet or CSV)",
        text: include_str!("../../examples/mappings/beschikbaarheidswijzer.toml"),
    },
    ReadyMade {
        name: "uitkomsten",
        about: "outcomes: a row for every provider, profile, intensity and measure (sheet or CSV)",
        text: include_str!("../../examples/mappings/uitkomsten.toml"),
    },
    ReadyMade {
        name: "hsds-json",
        about: "providers and locations from HSDS 3 documents",
        text: include_str!("../../examples/mappings/hsds.toml"),
    },
    ReadyMade {
        name: "hsds-csv",
        about: "providers and locations from an HSDS package: its CSV files, folder, zip or datapackage.json",
        text: include_str!("../../examples/mappings/hsds.toml"),
    },
];

impl ReadyMade {
    /// The mapping of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        READY_MADE.iter().find(|ready_made| ready_made.name == name)
    }
}
