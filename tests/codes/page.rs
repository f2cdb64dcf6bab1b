//! A page of `src/diagnostics/codes/` and the blocks of its example.
//!
//! The info string of a block under `## Example` says which file it is:
//!
//! - `csv offers.csv`: the whole file, relative to the content folder;
//! - `csv offers.csv +`: put at the end of the region's file;
//! - `toml site.toml ~`: each line takes the place of the line with the same key;
//! - `sparse providers/x.md`: so many bytes of zeros; `hex providers/x.md`: bytes that are not text; `remove statements/finance.md`: a file that is not there;
//! - a path under `theme/` is relative to the theme, one under `import/` is given to `keuzewijzer import`, one under
//!   `published/` is put over what a first build published, before a second.

use std::fs;
use std::path::Path;

/// Longer pages are not read to their end.
const MOST_LINES: usize = 40;

/// All pages, in order of code.
pub(crate) fn pages() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostics/codes");
    let mut pages: Vec<Page> = fs::read_dir(folder)
        .expect("the pages stand in a folder")
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.is_file())
        .map(|path| Page {
            code: path
                .file_stem()
                .expect("a page has a name")
                .to_string_lossy()
                .into_owned(),
            text: fs::read_to_string(&path).expect("a page can be read"),
        })
        .collect();
    pages.sort_by(|one, other| one.code.cmp(&other.code));
    pages
}

/// A page of `src/diagnostics/codes/`.
pub(crate) struct Page {
    pub(crate) code: String,
    text: String,
}

impl Page {
    /// What is wrong with the page itself.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let heading = format!("# {}: ", self.code);
        let is_titled = self
            .text
            .strip_prefix(&heading)
            .is_some_and(|rest| !rest.starts_with('\n'));
        if !is_titled {
            faults.push(format!("does not begin with `{heading}…`"));
        }
        for section in ["\n## Example\n", "\n## What to do\n"] {
            if self.text.matches(section).count() != 1 {
                faults.push(format!("needs `{}` exactly once", section.trim()));
            }
        }
        let lines = self.text.lines().count();
        if lines > MOST_LINES {
            faults.push(format!("has {lines} lines, more than {MOST_LINES}"));
        }
        if self.blocks().is_empty() {
            faults.push("its example has no block".to_owned());
        }
        faults
    }

    /// The fenced blocks under `## Example`.
    pub(crate) fn blocks(&self) -> Vec<Block> {
        let after = self.text.split("\n## Example\n").nth(1).unwrap_or("");
        let example = after.split("\n## ").next().unwrap_or("");
        let mut blocks = Vec::new();
        let mut open: Option<Block> = None;
        for line in example.lines() {
            match (open.as_mut(), line.strip_prefix("```")) {
                (None, Some(info)) => open = Some(Block::begin(&self.code, info)),
                (None, None) => {}
                (Some(_), Some(_)) => blocks.extend(open.take()),
                (Some(block), None) => {
                    block.text.push_str(line);
                    block.text.push('\n');
                }
            }
        }
        assert!(open.is_none(), "{}: a block is never closed", self.code);
        blocks
    }
}

/// What a block does with its file.
enum Change {
    Replace,
    Append,
    Lines,
    Bytes,
    Sparse,
    Remove,
}

/// A fenced block of an example.
pub(crate) struct Block {
    change: Change,
    pub(crate) path: String,
    text: String,
}

impl Block {
    fn begin(code: &str, info: &str) -> Self {
        let words: Vec<&str> = info.split_whitespace().collect();
        let (change, path) = match words.as_slice() {
            ["hex", path] => (Change::Bytes, path),
            ["sparse", path] => (Change::Sparse, path),
            ["remove", path] => (Change::Remove, path),
            [_, path] => (Change::Replace, path),
            [_, path, "+"] => (Change::Append, path),
            [_, path, "~"] => (Change::Lines, path),
            _ => panic!("{code}: a block in an example names its file, not `{info}`"),
        };
        Self {
            change,
            path: (*path).to_owned(),
            text: String::new(),
        }
    }

    pub(crate) fn is_beyond_content(&self) -> bool {
        matches!(self.change, Change::Bytes | Change::Sparse | Change::Remove)
            || self.path.starts_with("theme/")
            || self.path.starts_with("import/")
            || self.path.starts_with("published/")
            || self.path.starts_with("now/")
    }

    pub(crate) fn apply(&self, code: &str, file: &Path) {
        let parent = file.parent().expect("a file stands in a folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        let existing = || {
            fs::read_to_string(file)
                .unwrap_or_else(|error| panic!("{code}: `{}`: {error}", self.path))
        };
        let bytes = match self.change {
            Change::Replace => self.text.clone().into_bytes(),
            Change::Append => (existing() + &self.text).into_bytes(),
            Change::Lines => self.with_lines(code, &existing()).into_bytes(),
            Change::Bytes => self.text.split_whitespace().map(byte).collect(),
            Change::Sparse => {
                let length = self.text.trim().parse().expect("a number of bytes");
                let file = fs::File::create(file).expect("a file can be made");
                file.set_len(length).expect("a file can have holes");
                return;
            }
            Change::Remove => {
                fs::remove_file(file)
                    .unwrap_or_else(|error| panic!("{code}: `{}`: {error}", self.path));
                return;
            }
        };
        fs::write(file, bytes).expect("a file can be written");
    }

    /// The file with each line of the block in the place of the line with the same key.
    fn with_lines(&self, code: &str, existing: &str) -> String {
        let key = |line: &str| line.split('=').next().unwrap_or("").trim().to_owned();
        let mut lines: Vec<&str> = existing.lines().collect();
        for new in self.text.lines() {
            let old = lines.iter_mut().find(|line| key(line) == key(new));
            let Some(old) = old else {
                panic!("{code}: `{}` has no line for `{}`", self.path, key(new));
            };
            *old = new;
        }
        lines.join("\n") + "\n"
    }
}

fn byte(digits: &str) -> u8 {
    u8::from_str_radix(digits, 16).expect("a hex block holds pairs of hexadecimal digits")
}
