//! What reads something from outside, each as a function of bytes. An input must be answered with problems or with what
//! was read: a panic, a promise below that does not hold, and a run that takes seconds or gigabytes are faults. The
//! guided search for inputs (`tests/fuzz.sh`) and the short run of every test use these same functions.

mod content;
mod foreign;
mod parts;
mod publications;
pub(crate) mod site;
mod texts;
mod theme;
mod workbench;

pub(crate) use workbench::Workbench;

/// A reader, and the inputs that it began with.
pub(crate) struct Target {
    /// The name of its folder below `corpus/`.
    pub(crate) name: &'static str,
    /// Reads an input.
    pub(crate) read: fn(&Workbench, &[u8]),
    /// The longest input that tells something new, in bytes.
    pub(crate) longest: usize,
}

/// Every reader.
pub(crate) const TARGETS: &[Target] = &[
    target("csv", texts::csv, 4096),
    target("toml", texts::toml, 4096),
    target("front-matter", texts::front_matter, 4096),
    target("markdown", texts::markdown, 4096),
    target("content", content::read, 8192),
    target("site", content::publish, 8192),
    target("search", content::search, 256),
    target("tokens", content::tokens, 8192),
    target("logo", content::logo, 8192),
    target("import-table", foreign::table, 4096),
    target("import-sheet", foreign::sheet, 16384),
    target("import-sheet-parts", foreign::sheet_parts, 8192),
    target("import-json", foreign::json, 4096),
    target("import-hsds-json", foreign::hsds_json, 8192),
    target("import-hsds-csv", foreign::hsds_csv, 8192),
    target("import-mapping", foreign::mapping, 4096),
    target("import-wait", foreign::wait, 256),
    target("theme-style", theme::style, 4096),
    target("theme-template", theme::template, 4096),
    target("theme-words", theme::words, 4096),
    target("theme-script", theme::script, 4096),
    target("guard", theme::guarded_page, 8192),
    target("journal", publications::journal, 8192),
    target("ledger", publications::ledger, 4096),
    target("archive", publications::archive, 16384),
    target("archive-parts", publications::archive_parts, 8192),
    target("published-list", publications::list, 4096),
    target("published-state", publications::state, 4096),
];

const fn target(name: &'static str, read: fn(&Workbench, &[u8]), longest: usize) -> Target {
    Target {
        name,
        read,
        longest,
    }
}
