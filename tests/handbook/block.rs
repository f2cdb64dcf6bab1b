//! The blocks of code on a page, and what is to be done with each.
//!
//! | written as | what |
//! |---|---|
//! | ```` ```sh ```` | is run, and must succeed |
//! | ```` ```sh,exit-1 ```` | is run, and must end with that code |
//! | ```` ```sh,not-run ```` | is not run; `<!-- not run: … -->` in the line before says why |
//! | ```` ```toml,file=mapping.toml ```` | is written to that file |
//! | ```` ```text,output ```` | stands in what the block before it said |
//! | `<!-- setup` … `-->` | is run, and readers do not see it |

/// What is to be done with a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Run {
        code: i32,
    },
    NotRun {
        reason: Option<String>,
    },
    Setup,
    File {
        path: String,
    },
    Output,
    /// For the eye only.
    Shown,
}

/// A block of code.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) kind: Kind,
    /// The line of the page on which it begins.
    pub(crate) line: usize,
    pub(crate) text: String,
}

const SETUP: &str = "<!-- setup";
const NOT_RUN: &str = "<!-- not run: ";

/// The blocks of a page, in order.
pub(crate) fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = (1..).zip(page.lines());
    let mut before = "";
    while let Some((line, text)) = lines.next() {
        if text == SETUP {
            let text = up_to(&mut lines, |text| text == "-->");
            let kind = Kind::Setup;
            blocks.push(Block { kind, line, text });
        } else if let Some(info) = text.strip_prefix("```") {
            let kind = kind(info, before);
            let text = up_to(&mut lines, |text| text.starts_with("```"));
            blocks.push(Block { kind, line, text });
        }
        before = text;
    }
    blocks
}

fn up_to<'a>(
    lines: &mut impl Iterator<Item = (usize, &'a str)>,
    is_end: fn(&str) -> bool,
) -> String {
    let mut text = String::new();
    for (_, line) in lines {
        if is_end(line) {
            return text;
        }
        text.push_str(line);
        text.push('\n');
    }
    panic!("a block has no end:\n{text}");
}

fn kind(info: &str, before: &str) -> Kind {
    let mut words = info.split(',');
    let language = words.next().unwrap();
    assert!(
        !["console", "bash", "shell"].contains(&language),
        "commands stand in blocks of `sh`, not of `{language}`"
    );
    let option = words.next();
    match (language, option) {
        ("sh", None) => Kind::Run { code: 0 },
        ("sh", Some("not-run")) => {
            let reason = before.strip_prefix(NOT_RUN);
            let reason = reason.and_then(|reason| reason.strip_suffix(" -->"));
            Kind::NotRun {
                reason: reason.map(ToOwned::to_owned),
            }
        }
        ("sh", Some(code)) => {
            let code = code
                .strip_prefix("exit-")
                .and_then(|code| code.parse().ok());
            let code = code.unwrap_or_else(|| panic!("`{info}` is not known"));
            Kind::Run { code }
        }
        ("text", Some("output")) => Kind::Output,
        (_, Some(option)) => match option.strip_prefix("file=") {
            Some(path) => Kind::File {
                path: path.to_owned(),
            },
            None => Kind::Shown,
        },
        (_, None) => Kind::Shown,
    }
}

/// The commands of this program in a block, each as one line without its comment.
pub(crate) fn commands(block: &str) -> Vec<String> {
    let joined = block.replace("\\\n", " ");
    joined
        .lines()
        .map(|line| line.split(" #").next().unwrap().trim())
        .filter_map(|line| {
            let line = line
                .strip_prefix("cargo run --release -- ")
                .map_or_else(|| line.to_owned(), |rest| format!("keuzewijzer {rest}"));
            line.starts_with("keuzewijzer ").then_some(line)
        })
        .map(|line| {
            let end = line.find([';', '|', '>', '&']).unwrap_or(line.len());
            line[..end].trim().to_owned()
        })
        .collect()
}

/// The words of a command as a shell splits them: by blanks, outside quotes.
pub(crate) fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for character in command.chars() {
        match (quote, character) {
            (Some(open), close) if open == close => quote = None,
            (None, '"' | '\'') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            (_, other) => word.get_or_insert_default().push(other),
        }
    }
    assert!(quote.is_none(), "a quote has no end in: {command}");
    words.extend(word);
    words
}

#[test]
fn a_command_is_split_as_a_shell_does() {
    let words = words("keuzewijzer init x --name \"Jeugdregio 't Gooi\" --publisher ''");
    let wanted = [
        "keuzewijzer",
        "init",
        "x",
        "--name",
        "Jeugdregio 't Gooi",
        "--publisher",
        "",
    ];
    assert_eq!(words, wanted);
}

#[test]
fn a_block_says_what_is_to_be_done_with_it() {
    let page = "<!-- setup\ntouch a\n-->\n\n```sh,exit-1\nkeuzewijzer check # alles\n```\n<!-- not run: needs a server -->\n```sh,not-run\nls\n```\n";
    let blocks = blocks(page);
    let kinds: Vec<&Kind> = blocks.iter().map(|block| &block.kind).collect();
    let reason = Some("needs a server".to_owned());
    let wanted = [
        &Kind::Setup,
        &Kind::Run { code: 1 },
        &Kind::NotRun { reason },
    ];
    assert_eq!(kinds, wanted);
    assert_eq!(commands(&blocks[1].text), ["keuzewijzer check"]);
    assert_eq!(blocks[1].line, 5);
}
