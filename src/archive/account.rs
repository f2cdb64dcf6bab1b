//! From what a publication was made: day, program, municipalities, and the hash of every source. A build keeps it
//! beside the published folder, as lines of text, because the hashes are derived from raw counts.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::sources::SourceFile;

use super::bag_text::{decoded, encoded, from_hex, one_line, to_hex};

/// From what a publication was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The day the site is made for.
    pub day: Date,
    /// Name and version of the program.
    pub program: String,
    /// The BLAKE3 hash of the program; absent when it could not read itself.
    pub program_hash: Option<[u8; 32]>,
    /// Who publishes.
    pub publisher: String,
    /// Where the front door is published.
    pub address: String,
    /// The municipalities, in order of slug.
    pub municipalities: Vec<AccountedMunicipality>,
    /// The sources, in order of path: `content/…` and `themes/<name>/…`.
    pub sources: Vec<SourceFile>,
}

/// A municipality whose site was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountedMunicipality {
    /// Its CBS code.
    pub code: String,
    /// Its folder.
    pub slug: String,
    /// Its name.
    pub name: String,
}

impl Account {
    /// The account as lines of text, the last of which says how many there are.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let mut line = |key: &str, value: &str| {
            writeln!(text, "{key} {}", one_line(value)).expect("a string takes every text");
        };
        line("day", &self.day.to_string());
        line("program", &self.program);
        if let Some(hash) = &self.program_hash {
            line("program-blake3", &to_hex(hash));
        }
        line("publisher", &self.publisher);
        line("address", &self.address);
        for one in &self.municipalities {
            line(
                "municipality",
                &format!("{} {} {}", one.code, one.slug, one.name),
            );
        }
        for file in &self.sources {
            let (hash, length) = (to_hex(&file.sha256), file.length);
            line(
                "source",
                &format!("{hash} {length} {}", encoded(&file.path)),
            );
        }
        let lines = text.lines().count();
        writeln!(text, "end {lines}").expect("a string takes every text");
        text
    }

    /// Reads the account back; `None` when it is cut off or of another kind.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (lines, end) = text.strip_suffix('\n')?.rsplit_once('\n')?;
        let count: usize = end.strip_prefix("end ")?.parse().ok()?;
        if lines.lines().count() != count {
            return None;
        }
        let mut lines = lines.lines().peekable();
        let mut value = |key: &str| {
            let value = lines.peek()?.strip_prefix(key)?.strip_prefix(' ')?;
            lines.next();
            Some(value)
        };
        let mut account = Self {
            day: value("day")?.parse().ok()?,
            program: value("program")?.to_owned(),
            program_hash: match value("program-blake3") {
                Some(digits) => Some(from_hex(digits)?),
                None => None,
            },
            publisher: value("publisher")?.to_owned(),
            address: value("address")?.to_owned(),
            municipalities: Vec::new(),
            sources: Vec::new(),
        };
        for line in lines {
            match line.split_once(' ')? {
                ("municipality", written) => account.municipalities.push(municipality(written)?),
                ("source", written) => account.sources.push(source(written)?),
                (_, _) => return None,
            }
        }
        Some(account)
    }
}

fn municipality(written: &str) -> Option<AccountedMunicipality> {
    let mut parts = written.splitn(3, ' ').map(str::to_owned);
    Some(AccountedMunicipality {
        code: parts.next()?,
        slug: parts.next()?,
        name: parts.next()?,
    })
}

fn source(written: &str) -> Option<SourceFile> {
    let mut parts = written.splitn(3, ' ');
    Some(SourceFile {
        sha256: from_hex(parts.next()?)?,
        length: parts.next()?.parse().ok()?,
        path: decoded(parts.next()?),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn example() -> Account {
        Account {
            day: date(2026, 11, 15),
            program: "keuzewijzer 0.1.0".to_owned(),
            program_hash: Some([7; 32]),
            publisher: "Regio Voorbeeld".to_owned(),
            address: "https://keuze.example/".to_owned(),
            municipalities: vec![AccountedMunicipality {
                code: "0150".to_owned(),
                slug: "deventer".to_owned(),
                name: "Deventer aan de IJssel".to_owned(),
            }],
            sources: vec![SourceFile {
                path: "content/pages/100%\nzeker.md".to_owned(),
                length: 12,
                sha256: [9; 32],
            }],
        }
    }

    #[test]
    fn an_account_reads_back_as_it_was_written() {
        let nameless = Account {
            program_hash: None,
            ..example()
        };
        for account in [example(), nameless] {
            assert_eq!(Account::parse(&account.to_text()), Some(account));
        }
    }

    #[test]
    fn an_account_that_is_cut_off_is_none() {
        let text = example().to_text();
        for end in 0..text.len() {
            assert_eq!(Account::parse(&text[..end]), None, "{end}");
        }
    }
}
