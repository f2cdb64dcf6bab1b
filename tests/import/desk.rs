//! A folder to import in, and what an import there says.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use keuzewijzer::diagnostics::{Language, render::concise};
use keuzewijzer::import::{Counts, Import, Options, import};

/// A folder with a content folder, a mapping and a foreign file.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

pub(crate) const OFFERS: &str = "provider,product,municipalities,profiles,intensities,age_from,age_to,location,valid_from,valid_to,admission,note\n";
pub(crate) const WAITS: &str = "provider,product,location,municipality,kind,basis,statistic,value,unit,text,status,reference_date,fetched_on,source\n";

pub(crate) const MAPPING: &str = r#"
[source]
decimal = ","
dates = ["%d-%m-%Y"]
empty = ["NA", "-"]
units = { "dgn" = "days" }

[provider]
name = ["Naam", "Handelsnaam"]
kvk = { column = "KvK", pad = 8 }
website = "Site"

[location]
id = { join = ["Locatie", "Afdeling"] }
name = { join = ["Locatie", "Afdeling"], with = ", " }

[municipality]
postcode = "Postcode"
place = { column = "Plaats", replace = { "Den Haag" = "'s-Gravenhage" } }

[product]
column = "Soort"
table = { "B" = "begeleiding", "BH" = ["begeleiding", "behandeling"] }

[offer]
valid_from = { constant = "2026-01-01" }
admission = { constant = "open" }

[figures]
reference_date = "Peildatum"
source = "opgave van de aanbieder"

[[wait]]
column = "Wacht"
kind = "intake"
basis = "expected"
unit = "weeks"
words = { "-" = "unknown", "stop" = "stop", "in overleg" = "text" }
"#;

pub(crate) const HEADER: &str =
    ";Naam;Handelsnaam;KvK;Site;Locatie;Afdeling;Postcode;Plaats;Soort;Peildatum;Wacht\n";

impl Desk {
    /// A content folder with two products, two municipalities and their postcodes.
    pub(crate) fn new(mapping: &str, foreign: impl AsRef<[u8]>) -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        desk.put("content/products/begeleiding.md", "+++\n+++\n");
        desk.put("content/products/behandeling.md", "+++\n+++\n");
        for (slug, code) in [("apeldoorn", "0200"), ("s-gravenhage", "0518")] {
            let path = format!("content/municipalities/{slug}/municipality.toml");
            desk.put(&path, format!("code = \"{code}\"\nname = \"X\"\n"));
        }
        desk.put(
            "content/postcodes.csv",
            "pc4,municipality,place,latitude,longitude\n\
             2511,0518,'s-Gravenhage,,\n\
             3888,0200,Uddel,,\n3888,0203,Elspeet,,\n\
             7311,0200,Apeldoorn,,\n",
        );
        desk.put("content/offers.csv", OFFERS);
        desk.put("content/waiting-times.csv", WAITS);
        desk.put("mapping.toml", mapping);
        desk.put("export.csv", foreign);
        desk
    }

    /// A desk with the mapping above and these rows under its header.
    pub(crate) fn with_rows(rows: &str) -> Self {
        Self::new(MAPPING, format!("{HEADER}{rows}"))
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    pub(crate) fn put(&self, relative: &str, text: impl AsRef<[u8]>) {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, relative: &str) -> String {
        fs::read_to_string(self.path(relative)).unwrap()
    }

    pub(crate) fn run(&self) -> Run {
        let import = import(&Options {
            map: self.path("mapping.toml"),
            files: vec![self.path("export.csv")],
            into: self.path("content"),
            is_dry_run: false,
            language: Language::English,
        })
        .unwrap();
        Run::of(import, self.folder.path())
    }

    /// The rows of the waits: location, value, unit, text and status.
    pub(crate) fn waits(&self) -> Vec<String> {
        let text = self.read("content/waiting-times.csv");
        let rows = text.lines().skip(1);
        rows.map(|row| {
            let cells: Vec<&str> = row.split(',').collect();
            [cells[2], cells[7], cells[8], cells[9], cells[10]].join(" ")
        })
        .collect()
    }

    pub(crate) fn times(&self) -> BTreeMap<PathBuf, SystemTime> {
        walkdir::WalkDir::new(self.path("content"))
            .into_iter()
            .map(|entry| entry.unwrap().into_path())
            .filter(|path| path.is_file())
            .map(|path| {
                let time = fs::metadata(&path).unwrap().modified().unwrap();
                (path, time)
            })
            .collect()
    }
}

pub(crate) struct Run {
    pub(crate) messages: Vec<String>,
    pub(crate) import: Import,
}

impl Run {
    pub(crate) fn of(import: Import, folder: &Path) -> Self {
        let messages = concise(&import.diagnostics, &import.sources, Language::English);
        let messages = messages.replace(&format!("{}/", folder.display()), "");
        Self {
            messages: messages.lines().map(ToOwned::to_owned).collect(),
            import,
        }
    }

    pub(crate) fn counts(&self) -> Counts {
        self.import.summary.expect("an import without error").counts
    }
}

pub(crate) const LINDE: &str =
    "1;De Linde;NA;123456;https://linde.example/;Noord;NA;7311AB;APELDOORN;B;1-9-2026;2,5\n";
