//! One publication into one file.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, BufWriter, ErrorKind};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::publish::{PublishError, Published, Standing};
use crate::sources::{NoPlainFile, SourceFile, read_at_most};

use super::account::Account;
use super::bag::Bag;
use super::bag_text::{list, one_line, to_hex};
use super::fault::{Fault, Problem};
use super::new_file::{NewFile, Placed};
use super::{ArchiveError, folder};

/// What to archive, and where to.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The published folder.
    pub target: &'a Path,
    /// The archive.
    pub into: &'a Path,
    /// Where the sources lie, when they go into the archive themselves.
    pub sources: Option<SourceFolders<'a>>,
}

/// Where the sources lie.
#[derive(Clone, Copy, Debug)]
pub struct SourceFolders<'a> {
    /// The region's folder.
    pub content: &'a Path,
    /// The folder of themes.
    pub themes: &'a Path,
}

/// What came of it.
#[derive(Debug)]
pub enum Archived {
    /// There is an archive.
    Done {
        /// Whether it was there already, with the same bytes.
        was_there: bool,
        /// How many files of the site are in it.
        files: usize,
        /// From what the publication was made.
        account: Account,
        /// The SHA-256 of the archive, in hexadecimal digits.
        sha256: String,
    },
    /// There is none, because what stands there is not what was published, or it is not known from what it was made.
    Refused(Vec<Fault>),
}

/// Writes one file that holds a whole publication and accounts for it. A file that is there already stays: the same
/// publication gives the same bytes.
///
/// # Errors
/// When something cannot be read or written, when a build is publishing, when the place holds another file.
pub fn archive(order: &Order<'_>) -> Result<Archived, ArchiveError> {
    let refused = |problem| Ok(Archived::Refused(vec![Fault::whole(problem)]));
    let published = match Published::hold(order.target)? {
        Standing::Published(published) => published,
        Standing::Damaged => return refused(Problem::DamagedList),
        Standing::Nothing => return refused(Problem::NotPublished),
    };
    let Some(account) = published.account().and_then(Account::parse) else {
        return refused(Problem::NoAccount);
    };
    refuse_inside(order.into, published.folder())?;
    let payload = Payload::of(&published, &account, order.sources)?;
    let out = BufWriter::with_capacity(1 << 16, NewFile::begin(order.into)?);
    let (out, faults) = payload
        .write(out, &published, &account)
        .map_err(|error| match error {
            Stop::Write(source) => PublishError::io("write", order.into)(source).into(),
            Stop::Read(error) => error,
        })?;
    if !faults.is_empty() {
        return Ok(Archived::Refused(faults));
    }
    let out = out
        .into_inner()
        .map_err(|error| PublishError::io("write", order.into)(error.into_error()))?;
    let (placed, hash) = out.place()?;
    Ok(Archived::Done {
        was_there: placed == Placed::Same,
        files: published.files().count(),
        account,
        sha256: to_hex(&hash),
    })
}

/// The next build replaces the published folder, and with it what lies in it.
fn refuse_inside(into: &Path, target: &Path) -> Result<(), ArchiveError> {
    let above = into.ancestors().skip(1);
    let known = above
        .map(|folder| {
            if folder.as_os_str().is_empty() {
                Path::new(".")
            } else {
                folder
            }
        })
        .find_map(|folder| fs::canonicalize(folder).ok());
    if known.is_some_and(|folder| folder.starts_with(target)) {
        return Err(ArchiveError::InsideTarget {
            path: into.to_owned(),
        });
    }
    Ok(())
}

/// Why writing stopped.
enum Stop {
    Write(io::Error),
    Read(ArchiveError),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<ArchiveError> for Stop {
    fn from(error: ArchiveError) -> Self {
        Self::Read(error)
    }
}

/// Every file that goes under `data/`, in order of path.
struct Payload {
    files: Vec<PayloadFile>,
}

struct PayloadFile {
    /// Its path in the bag.
    path: String,
    /// Where it lies.
    from: PathBuf,
    length: u64,
    promise: Promise,
}

/// What its bytes must be.
enum Promise {
    /// A published file, by its BLAKE3 hash.
    Published(blake3::Hash),
    /// A source, by its SHA-256.
    Source([u8; 32]),
}

impl Payload {
    fn of(
        published: &Published,
        account: &Account,
        sources: Option<SourceFolders<'_>>,
    ) -> Result<Self, ArchiveError> {
        let top = published.folder();
        let mut files: Vec<PayloadFile> = published
            .files()
            .map(|file| PayloadFile {
                path: format!("{}{}", folder::PUBLIC, file.path),
                from: top.join(file.path),
                length: file.length,
                promise: Promise::Published(file.hash),
            })
            .collect();
        let list = top.join(Published::LIST);
        let found = fs::metadata(&list).map_err(PublishError::io("read", &list))?;
        files.push(PayloadFile {
            path: format!("{}{}", folder::PUBLIC, Published::LIST),
            from: list,
            length: found.len(),
            promise: Promise::Published(published.list_hash()),
        });
        if let Some(folders) = sources {
            files.extend(account.sources.iter().map(|file| source(file, folders)));
        }
        files.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { files })
    }

    /// Writes the bag; what is not as it must be is reported, and then the bag is of no use.
    fn write<W: io::Write>(
        &self,
        out: W,
        published: &Published,
        account: &Account,
    ) -> Result<(W, Vec<Fault>), Stop> {
        let short = &published.list_hash().to_hex()[..10];
        let name = format!("keuzewijzer-{}-{short}", account.day);
        let mut bag = Bag::begin(out, name, account.day)?;
        bag.tag("bag-info.txt", self.bag_info(published, account).as_bytes())?;
        let mut sources = String::new();
        for file in &account.sources {
            list(&mut sources, &file.sha256, &file.path);
        }
        bag.tag(folder::SOURCES_LIST, sources.as_bytes())?;
        let mut faults = Vec::new();
        for file in &self.files {
            match file.read()? {
                Ok(bytes) => bag.payload(&file.path, &bytes)?,
                Err(problem) => faults.push(Fault::new(file.from.to_string_lossy(), problem)),
            }
        }
        Ok((bag.finish()?, faults))
    }

    /// What the bag says of itself: a word, a colon, a text on each line (section 2.2.2).
    fn bag_info(&self, published: &Published, account: &Account) -> String {
        let bytes: u64 = self.files.iter().map(|file| file.length).sum();
        let mut lines = vec![
            ("Source-Organization", account.publisher.clone()),
            ("External-Identifier", account.address.clone()),
            (
                "External-Description",
                format!(
                    "Published sites of {} municipalities, made for {}",
                    account.municipalities.len(),
                    account.day
                ),
            ),
            ("Payload-Oxum", format!("{bytes}.{}", self.files.len())),
            ("Publication-Day", account.day.to_string()),
            ("Publication-Program", account.program.clone()),
        ];
        let program = account.program_hash.as_ref();
        lines.extend(program.map(|hash| ("Publication-Program-BLAKE3", to_hex(hash))));
        lines.push((
            "Publication-List-BLAKE3",
            published.list_hash().to_hex().to_string(),
        ));
        lines.extend(account.municipalities.iter().map(|one| {
            let text = format!("{} {} {}", one.code, one.slug, one.name);
            ("Publication-Municipality", text)
        }));
        let mut info = String::new();
        for (label, text) in lines {
            let text = one_line(&text);
            writeln!(info, "{label}: {text}").expect("a string takes every text");
        }
        info
    }
}

/// Where a source lies: accounts name it below `content/` or `themes/`, whatever those folders are called here.
fn source(file: &SourceFile, folders: SourceFolders<'_>) -> PayloadFile {
    let from = match file.path.split_once('/') {
        Some(("themes", inside)) => folders.themes.join(inside),
        Some((_, inside)) => folders.content.join(inside),
        None => folders.content.join(&file.path),
    };
    PayloadFile {
        path: format!("{}{}", folder::SOURCES, file.path),
        from,
        length: file.length,
        promise: Promise::Source(file.sha256),
    }
}

impl PayloadFile {
    /// Its bytes, or why they are not those that were promised.
    fn read(&self) -> Result<Result<Vec<u8>, Problem>, ArchiveError> {
        let other = match self.promise {
            Promise::Published(_) => Problem::Damaged,
            Promise::Source(_) => Problem::OtherSource,
        };
        let bytes = match read_at_most(&self.from, self.length) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Ok(Err(other)),
            Err(error) if NoPlainFile::is_why(&error) => return Ok(Err(Problem::NotAFile)),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Err(Problem::Missing)),
            Err(error) => return Err(PublishError::io("read", &self.from)(error).into()),
        };
        let is_right = match &self.promise {
            Promise::Published(hash) => blake3::hash(&bytes) == *hash,
            Promise::Source(hash) => <[u8; 32]>::from(Sha256::digest(&bytes)) == *hash,
        };
        Ok(if is_right { Ok(bytes) } else { Err(other) })
    }
}
