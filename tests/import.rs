//! Importing foreign CSV files: what the content becomes, what is reported, and that a second run changes nothing.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use keuzewijzer::diagnostics::render::concise;
use keuzewijzer::import::{Counts, Import, Options, import};
use keuzewijzer::pipeline;

/// A folder with a content folder, a mapping and a foreign file.
struct Desk {
    folder: tempfile::TempDir,
}

const OFFERS: &str = "provider,product,municipalities,profiles,intensities,age_from,age_to,location,valid_from,valid_to,admission,note\n";
const WAITS: &str = "provider,product,location,municipality,kind,basis,statistic,value,unit,text,status,reference_date,fetched_on,source\n";

const MAPPING: &str = r#"
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

const HEADER: &str =
    ";Naam;Handelsnaam;KvK;Site;Locatie;Afdeling;Postcode;Plaats;Soort;Peildatum;Wacht\n";

impl Desk {
    /// A content folder with two products, two municipalities and their postcodes.
    fn new(mapping: &str, foreign: impl AsRef<[u8]>) -> Self {
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
    fn with_rows(rows: &str) -> Self {
        Self::new(MAPPING, format!("{HEADER}{rows}"))
    }

    fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    fn put(&self, relative: &str, text: impl AsRef<[u8]>) {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, relative: &str) -> String {
        fs::read_to_string(self.path(relative)).unwrap()
    }

    fn run(&self) -> Run {
        let import = import(&Options {
            map: self.path("mapping.toml"),
            files: vec![self.path("export.csv")],
            into: self.path("content"),
        })
        .unwrap();
        Run::of(import, self.folder.path())
    }

    /// The rows of the waits: location, value, unit, text and status.
    fn waits(&self) -> Vec<String> {
        let text = self.read("content/waiting-times.csv");
        let rows = text.lines().skip(1);
        rows.map(|row| {
            let cells: Vec<&str> = row.split(',').collect();
            [cells[2], cells[7], cells[8], cells[9], cells[10]].join(" ")
        })
        .collect()
    }

    fn times(&self) -> BTreeMap<PathBuf, SystemTime> {
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

struct Run {
    messages: Vec<String>,
    import: Import,
}

impl Run {
    fn of(import: Import, folder: &Path) -> Self {
        let messages = concise(&import.diagnostics, &import.sources);
        let messages = messages.replace(&format!("{}/", folder.display()), "");
        Self {
            messages: messages.lines().map(ToOwned::to_owned).collect(),
            import,
        }
    }

    fn counts(&self) -> Counts {
        self.import.summary.expect("an import without error").counts
    }
}

const LINDE: &str =
    "1;De Linde;NA;123456;https://linde.example/;Noord;NA;7311AB;APELDOORN;B;1-9-2026;2,5\n";

#[test]
fn a_row_becomes_a_provider_an_offer_and_a_wait() {
    let desk = Desk::with_rows(LINDE);
    let run = desk.run();
    assert_eq!(run.messages, [""; 0]);
    assert_eq!(
        desk.read("content/providers/de-linde.md"),
        "+++\nname = \"De Linde\"\nkvk = \"00123456\"\nwebsite = \"https://linde.example/\"\n\n\
         [[locations]]\nid = \"noord\"\nname = \"Noord\"\nmunicipality = \"0200\"\n+++\n"
    );
    assert_eq!(
        desk.read("content/offers.csv"),
        format!("{OFFERS}de-linde,begeleiding,apeldoorn,,,,,,2026-01-01,,open,\n")
    );
    assert_eq!(
        desk.read("content/waiting-times.csv"),
        format!(
            "{WAITS}de-linde,begeleiding,noord,,intake,expected,unspecified,2.5,weeks,,open,2026-09-01,,opgave van de aanbieder\n"
        )
    );
}

#[test]
fn the_summary_accounts_for_every_record() {
    let desk = Desk::with_rows(&format!("{LINDE}2;;;;;;;;;B;1-9-2026;3\n3;te;weinig\n"));
    let run = desk.run();
    assert_eq!(
        run.import.summary.unwrap().in_words(),
        "3 records read: 1 imported, 2 reported\n\
         1 providers, 1 locations, 1 products, 1 offers, 1 waits\n3 files written, 0 unchanged\n"
    );
    assert_eq!(
        run.messages,
        [
            "export.csv:3:3: warning[W1102]: the row has no provider name; fill in the cell, or map another column",
            "export.csv:4:1: warning[W1102]: the row is broken: expected 12 cells as in the header, found 3 cells; write a separator for empty cells too",
        ]
    );
}

#[test]
fn each_way_of_not_being_a_number_is_kept_for_what_it_is() {
    let mut rows = String::new();
    let cells = ["0", "10 dgn", "Stop", "-", "in overleg", "4-6", "NA", ""];
    for (rank, wait) in cells.iter().enumerate() {
        writeln!(rows, "{rank};Linde;;;;L{rank};;7311AB;;B;1-9-2026;{wait}").unwrap();
    }
    let desk = Desk::with_rows(&rows);
    let run = desk.run();
    assert_eq!(
        desk.waits(),
        [
            "l0 0 weeks  open",
            "l1 10 days  open",
            "l2    stop",
            "l3    unknown",
            "l4   in overleg open",
            "l5   4-6 open",
        ]
    );
    assert_eq!(
        run.messages,
        [
            "export.csv:7:35: warning[W1103]: `4-6` is no number and not in the table of words: it is kept as text; say in the mapping what it stands for, under `words`: `stop`, `unknown` or `text`"
        ]
    );
}

#[test]
fn a_row_for_two_products_is_a_wait_and_an_offer_of_each() {
    let desk = Desk::with_rows("1;Linde;;;;;;7311AB;;BH;1-9-2026;3\n");
    let run = desk.run();
    assert_eq!((run.counts().offers, run.counts().waits), (2, 2));
}

#[test]
fn the_same_wait_with_another_value_is_reported_and_an_equal_one_is_not() {
    let desk = Desk::with_rows(
        "1;Linde;;;;Noord;;7311AB;;B;1-9-2026;3\n\
         2;Linde;;;;Noord;;7311AB;;B;1-9-2026;3\n\
         3;Linde;;;;Noord;;7311AB;;B;1-9-2026;4\n\
         4;Linde;;;;Noord;Angst;7311AB;;B;1-9-2026;4\n",
    );
    let run = desk.run();
    assert_eq!(
        run.messages,
        [
            "export.csv:4:38: warning[W1102]: the same `intake` wait of 2026-09-01 stands in another row, with another value; map a column that tells the two apart, as part of the `id` of `[location]`"
        ]
    );
    assert_eq!(
        desk.waits(),
        ["noord 3 weeks  open", "noord-angst 4 weeks  open"]
    );
}

#[test]
fn the_municipality_is_found_by_postcode_and_then_by_place() {
    let desk = Desk::with_rows(
        "1;A;;;;;;2511AA;;B;1-9-2026;1\n\
         2;B;;;;;;3888AA;UDDEL;B;1-9-2026;1\n\
         3;C;;;;;;2500AA;Den Haag;B;1-9-2026;1\n\
         4;D;;;;;;3888AA;;B;1-9-2026;1\n\
         5;E;;;;;;9999AA;;B;1-9-2026;1\n\
         6;F;;;;;;99;;B;1-9-2026;1\n\
         7;G;;;;;;;Nergens;B;1-9-2026;1\n\
         8;H;;;;;;;;B;1-9-2026;1\n\
         9;I;;;;;;;Elspeet;B;1-9-2026;1\n",
    );
    let run = desk.run();
    let offers = desk.read("content/offers.csv");
    let municipalities: Vec<&str> = offers
        .lines()
        .skip(1)
        .map(|row| row.split(',').nth(2).unwrap())
        .collect();
    assert_eq!(
        municipalities,
        ["s-gravenhage", "apeldoorn", "s-gravenhage"]
    );
    let reasons: Vec<&str> = run
        .messages
        .iter()
        .map(|message| message.split_once("]: ").unwrap().1)
        .collect();
    assert_eq!(
        reasons,
        [
            "postcode `3888` lies in several municipalities: 0200, 0203; map a `place` that says which, spelled as in `postcodes.csv`",
            "postcode `9999AA` is not in `postcodes.csv`; correct it, or add its four digits to `postcodes.csv`, or map a `place`",
            "`99` is not a postcode; write four digits and two letters",
            "place `Nergens` is not in `postcodes.csv`; write the place as in `postcodes.csv`, or list it under `replace` in the mapping",
            "the row says nothing about its municipality; fill in the postcode",
            "municipality `0203` is not in `municipalities/`; add the municipality, or leave the row out",
        ]
    );
}

#[test]
fn what_cannot_be_used_of_a_row_is_said_once_per_provider() {
    let desk = Desk::with_rows(
        "1;Linde;;12345678?;javascript:x;;;7311AB;;B;1-9-2026;1\n\
         2;Linde;;12345678?;https://a.example/;;;7311AB;;B;1-9-2026;1\n\
         3;Linde;;;https://b.example/;;;7311AB;;B;1-9-2026;1\n\
         4;Linde;;;https://b.example/;;;7311AB;;B;1-9-2026;1\n",
    );
    let run = desk.run();
    assert_eq!(run.counts().imported, 4);
    assert_eq!(
        run.messages,
        [
            "export.csv:2:10: warning[W1104]: `12345678?` is not a KvK number: `kvk` is left out; the rest of the row is imported; correct the value at its source",
            "export.csv:2:20: warning[W1104]: `javascript:x` is not a web address that visitors can follow safely: `website` is left out; the rest of the row is imported; correct the value at its source",
            "export.csv:4:11: warning[W1104]: `https://b.example/` is another `website` than that of `linde`: it is left out; correct one of them at its source, or map a `slug` that keeps the two apart",
        ]
    );
}

#[test]
fn dates_and_products_that_are_not_known_are_reported() {
    let desk = Desk::with_rows(
        "1;Linde;;;;;;7311AB;;B;31-2-2026;1\n\
         2;Linde;;;;;;7311AB;;B;NA;1\n\
         3;Linde;;;;;;7311AB;;X;1-9-2026;1\n",
    );
    assert_eq!(
        desk.run().messages,
        [
            "export.csv:2:24: warning[W1102]: `31-2-2026` is not a date in the form `%d-%m-%Y`; correct the date, or add its form to `dates` in the mapping",
            "export.csv:3:1: warning[W1102]: the row has no reference date; fill in the day on which the figures held",
            "export.csv:4:22: warning[W1102]: `X` is not in the table of the mapping; add it to the table in the mapping, or correct it",
        ]
    );
}

#[test]
fn every_fault_of_a_mapping_is_reported_at_once_and_nothing_is_written() {
    let mapping = r#"
[source]
encodign = "utf-8"
encoding = "latin-99"
dates = ["%Q"]

[provider]
kvk = { pad = 8 }

[product]
column = "Soort"
table = { "B" = "begeleidin" }

[[wait]]
column = "Wacht"
kind = "intak"
basis = "expected"
words = { "-" = "onbekend" }
"#;
    let desk = Desk::new(mapping, format!("{HEADER}{LINDE}"));
    let before = desk.times();
    let run = desk.run();
    assert!(run.import.summary.is_none());
    assert_eq!(
        run.messages,
        [
            "mapping.toml:1:1: error[E1101]: `wait` without `figures`; say in `[figures]` of which day the waits are and who says so",
            "mapping.toml:3:1: error[E1101]: unknown key `encodign` in `[source]`; did you mean `encoding`?; known here: `encoding`, `decimal`, `dates`, `empty`, `units`",
            "mapping.toml:4:12: error[E1101]: there is no encoding `latin-99`; write `utf-8`, `windows-1252` or another name of the WHATWG list",
            "mapping.toml:5:10: error[E1101]: `%Q` is not the form of a date; write a form such as `%d-%m-%Y`: day, month, year",
            "mapping.toml:7:2: error[E1101]: `[provider]` has no `name`; add `name = …`; `docs/import.md` says what stands in it",
            "mapping.toml:8:7: error[E1101]: this does not say where the value comes from; write one of `column`, `join` and `constant`",
            "mapping.toml:14:1: error[E1101]: `[[wait]]` has no `unit`; add `unit = …`; `docs/import.md` says what stands in it",
            "mapping.toml:16:8: error[E1101]: `intak` cannot be `kind`; did you mean `intake`?; write one of `intake`, `treatment`, `total`",
            "mapping.toml:18:17: error[E1101]: `-` cannot stand for `onbekend`; write one of `text`, `stop`, `unknown`",
        ]
    );
    assert_eq!(desk.times(), before);
}

#[test]
fn columns_and_products_that_the_mapping_names_must_be_there() {
    let mapping = MAPPING
        .replace("\"Peildatum\"", "\"Peildaum\"")
        .replace("= \"begeleiding\"", "= \"begeleidng\"");
    let desk = Desk::new(&mapping, format!("{HEADER}{LINDE}"));
    assert_eq!(
        desk.run().messages,
        [
            "mapping.toml:30:18: error[E1101]: column `Peildaum` is not in the file; did you mean `Peildatum`?"
        ]
    );
    desk.put("mapping.toml", mapping.replace("Peildaum", "Peildatum"));
    assert_eq!(
        desk.run().messages,
        [
            "mapping.toml:23:17: error[E1101]: there is no product `begeleidng`; did you mean `begeleiding`?; describe it first, in `products/` of the content that is imported into"
        ]
    );
}

#[test]
fn other_encodings_are_read_as_the_mapping_says() {
    let row = b"1;G\xfcne\xdf;;;;;;7311AB;;B;1-9-2026;1\n";
    let foreign = [HEADER.as_bytes(), row].concat();
    let desk = Desk::new(MAPPING, &foreign);
    assert_eq!(
        desk.run().messages,
        [
            "export.csv:2:4: error[E0101]: the file is not `UTF-8`; name the encoding of the file in the mapping, such as `encoding = \"windows-1252\"`"
        ]
    );
    let mapping = MAPPING.replace("[source]", "[source]\nencoding = \"windows-1252\"");
    desk.put("mapping.toml", mapping);
    desk.run();
    let provider = desk.read("content/providers/guness.md");
    assert!(provider.contains("name = \"Güneß\""), "{provider}");
}

#[test]
fn quoted_cells_may_hold_separators_and_line_breaks() {
    let desk = Desk::with_rows("1;\"Linde;\n\"\"Zuid\"\"\";;;;;;7311AB;;B;1-9-2026;1\n");
    assert_eq!(desk.run().counts().imported, 1);
    let provider = desk.read("content/providers/linde-zuid.md");
    assert!(
        provider.contains(r#"name = "Linde;\n\"Zuid\"""#),
        "{provider}"
    );
}

#[test]
fn a_second_run_touches_no_file() {
    let desk = Desk::with_rows(LINDE);
    desk.run();
    let before = desk.times();
    let again = desk.run();
    let written = again.import.summary.unwrap().written;
    assert_eq!((written.changed, written.unchanged), (0, 3));
    assert_eq!(desk.times(), before);
}

#[test]
fn a_changed_cell_changes_one_line() {
    let other = LINDE.replace("De Linde", "De Eik").replace("Noord", "West");
    let desk = Desk::with_rows(&format!("{LINDE}{other}"));
    desk.run();
    let before = desk.read("content/waiting-times.csv");
    let changed = LINDE.replace("2,5", "3");
    desk.put("export.csv", format!("{HEADER}{changed}{other}"));
    let written = desk.run().import.summary.unwrap().written;
    assert_eq!((written.changed, written.unchanged), (1, 3));
    let after = desk.read("content/waiting-times.csv");
    let lines = before.lines().zip(after.lines());
    let different: Vec<_> = lines.filter(|(before, after)| before != after).collect();
    assert_eq!(different.len(), 1);
    assert!(different[0].1.contains(",3,weeks,"), "{different:?}");
}

#[test]
fn the_order_of_the_rows_does_not_matter() {
    let other = LINDE.replace("De Linde", "De Eik").replace("Noord", "West");
    let one = Desk::with_rows(&format!("{LINDE}{other}"));
    let reversed = Desk::with_rows(&format!("{other}{LINDE}"));
    one.run();
    reversed.run();
    for file in ["offers.csv", "waiting-times.csv", "providers/de-linde.md"] {
        let path = format!("content/{file}");
        assert_eq!(one.read(&path), reversed.read(&path), "{file}");
    }
}

#[test]
fn rows_of_other_sources_and_other_days_stay_as_they_are() {
    let desk = Desk::with_rows(LINDE);
    let kept = "\"de-linde\",begeleiding,noord,,intake,expected,unspecified,9,weeks,,open,2026-08-01,,opgave van de aanbieder\n\
                zon,begeleiding,,,intake,expected,unspecified,4,weeks,,open,2026-09-01,,opgave van de aanbieder\n";
    let replaced = "de-linde,begeleiding,oud,,intake,expected,unspecified,7,weeks,,open,2026-09-01,,opgave van de aanbieder\n";
    desk.put(
        "content/waiting-times.csv",
        format!("{WAITS}{kept}{replaced}"),
    );
    desk.run();
    let new = "de-linde,begeleiding,noord,,intake,expected,unspecified,2.5,weeks,,open,2026-09-01,,opgave van de aanbieder\n";
    let (first, second) = kept.split_at(kept.find('\n').unwrap() + 1);
    assert_eq!(
        desk.read("content/waiting-times.csv"),
        format!("{WAITS}{first}{new}{second}")
    );
}

#[test]
fn a_wait_that_another_source_gives_already_is_reported() {
    let desk = Desk::with_rows(LINDE);
    let theirs = "de-linde,begeleiding,noord,,intake,expected,unspecified,9,weeks,,open,2026-09-01,,kwartaaluitvraag\n";
    desk.put("content/waiting-times.csv", format!("{WAITS}{theirs}"));
    let run = desk.run();
    assert_eq!(
        run.messages,
        [
            "export.csv:2:82: warning[W1102]: `kwartaaluitvraag` gives this wait already; remove one of the two"
        ]
    );
    let waits = desk.read("content/waiting-times.csv");
    assert_eq!(waits, format!("{WAITS}{theirs}"));
}

#[test]
fn what_was_written_by_hand_stays() {
    let desk = Desk::with_rows(LINDE);
    desk.put(
        "content/providers/de-linde.md",
        "+++\nname = \"Linde\"\nphone = \"055 123\"\n[[locations]]\nid = \"zuid\"\n[[locations]]\nid = \"noord\"\naddress = \"Weg 1\"\n+++\nEen tekst.\n",
    );
    let offer = "de-linde,begeleiding,s-gravenhage,,,4,18,,2026-01-01,,stop,Bel eerst\n";
    desk.put("content/offers.csv", format!("{OFFERS}{offer}"));
    desk.run();
    assert_eq!(
        desk.read("content/providers/de-linde.md"),
        "+++\nname = \"De Linde\"\nkvk = \"00123456\"\nwebsite = \"https://linde.example/\"\nphone = \"055 123\"\n\n\
         [[locations]]\nid = \"zuid\"\n\n\
         [[locations]]\nid = \"noord\"\nname = \"Noord\"\naddress = \"Weg 1\"\nmunicipality = \"0200\"\n+++\nEen tekst.\n"
    );
    assert_eq!(
        desk.read("content/offers.csv"),
        format!("{OFFERS}de-linde,begeleiding,apeldoorn,,,4,18,,2026-01-01,,open,Bel eerst\n")
    );
}

#[test]
fn broken_content_is_reported_and_left_alone() {
    let desk = Desk::with_rows(LINDE);
    desk.put("content/offers.csv", format!("{OFFERS}te,weinig\n"));
    let before = desk.times();
    let run = desk.run();
    assert!(run.import.summary.is_none());
    assert_eq!(run.messages.len(), 1, "{:?}", run.messages);
    assert!(
        run.messages[0].contains("error[E0109]"),
        "{:?}",
        run.messages
    );
    assert_eq!(desk.times(), before);
}

#[test]
fn municipalities_and_postcodes_have_mappings_of_their_own() {
    let mapping = "kind = \"municipalities\"\n[municipality]\ncode = { column = \"code\", pad = 4 }\nname = \"naam\"\nlocal_team = { column = \"naam\", prefix = \"Gemeente \" }\n";
    let desk = Desk::new(
        mapping,
        "code,naam\n197,Aalten\n0200,Apeldoorn\nx,Nergens\n",
    );
    let run = desk.run();
    assert_eq!(
        desk.read("content/municipalities/aalten/municipality.toml"),
        "code = \"0197\"\nname = \"Aalten\"\n\n[local_team]\nname = \"Gemeente Aalten\"\n"
    );
    assert_eq!(
        run.messages,
        [
            "export.csv:4:1: warning[W1102]: `x` is not a CBS municipality code; a code has four digits; `pad = 4` in the mapping gives lost zeros back"
        ]
    );
    desk.put("mapping.toml", "kind = \"postcodes\"\n[postcode]\npc4 = \"pc\"\nmunicipality = \"code\"\nplace = \"plaats\"\nlatitude = \"lat\"\nlongitude = \"lon\"\n");
    desk.put("export.csv", "pc,code,plaats,lat,lon\n7312,0200,Apeldoorn,52.2,5.9\n7313,,Apeldoorn,52.2,5.9\n7312,0200,Apeldoorn,52.3,5.9\n");
    let run = desk.run();
    assert!(
        desk.read("content/postcodes.csv")
            .ends_with("7311,0200,Apeldoorn,,\n7312,0200,Apeldoorn,52.2,5.9\n")
    );
    assert_eq!(
        run.messages,
        [
            "export.csv:3:6: warning[W1102]: the row has no municipality code; fill in the cell, or map another column",
            "export.csv:4:1: warning[W1102]: another row has this postcode in this municipality and place, at another point; remove one of the two",
        ]
    );
}

/// Waits of the NZa in 2016, read a second time and without anything of the import.
mod nza {
    use super::{BTreeMap, Import, Options, Path, PathBuf, fs, import, pipeline};

    /// The reference data, where they are kept beside the project or above it.
    fn data() -> Option<PathBuf> {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = project.ancestors().skip(1);
        folders
            .map(|folder| folder.join("shared/data"))
            .find(|data| data.is_dir())
    }

    /// A second reader of CSV with `;`, one character after the other.
    fn records(text: &str) -> Vec<(usize, Vec<String>)> {
        let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
        let (mut is_quoted, mut line, mut first_line) = (false, 1, 1);
        for character in text.trim_start_matches('\u{feff}').chars() {
            line += usize::from(character == '\n');
            match character {
                '"' => is_quoted = !is_quoted,
                ';' if !is_quoted => record.push(std::mem::take(&mut cell)),
                '\n' if !is_quoted => {
                    record.push(std::mem::take(&mut cell));
                    records.push((first_line, std::mem::take(&mut record)));
                    first_line = line;
                }
                other => cell.push(other),
            }
        }
        records
    }

    fn state(cell: &str) -> &'static str {
        match cell.trim() {
            "stop" | "Stop" | "geen intakes" | "Geen intakes" => "stop",
            "" | "-" | "NA" => "unknown",
            number if number.replace(',', ".").parse::<f64>().is_ok() => "number",
            _ => "text",
        }
    }

    /// How often each state stands in the rows that were not reported. Rows that agree in everything that makes a wait
    /// are one; a row for basis-ggz and specialistische ggz is two.
    fn count(text: &str, reported: &[usize]) -> BTreeMap<&'static str, usize> {
        let records = records(text);
        let header = &records[0].1;
        let column = |name: &str| header.iter().position(|column| column == name).unwrap();
        let mut waits = BTreeMap::new();
        for (line, record) in &records[1..] {
            if reported.contains(line) {
                continue;
            }
            let cell = |name: &str| record[column(name)].trim().to_lowercase();
            let place: Vec<String> = ["Vestigingslocatie", "Nadere.typering", "Typering"]
                .iter()
                .map(|name| cell(name))
                .collect();
            for kind in ["Aanmeldtijd", "Behandeltijd"] {
                for sort in cell("Type.GGZ").split('/') {
                    let key = (
                        cell("Naam.zorgaanbieder"),
                        [sort.to_owned(), cell("Circuit"), kind.to_owned()],
                        place.clone(),
                        cell("Peildatum"),
                    );
                    waits.insert(key, state(&record[column(kind)]));
                }
            }
        }
        let mut counts = BTreeMap::new();
        for state in waits.values() {
            *counts.entry(*state).or_insert(0) += 1;
        }
        counts
    }

    fn imported(text: &str) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for row in text.lines().skip(1) {
            let cells: Vec<&str> = row.split(',').collect();
            let state = match (cells[10], cells[7].is_empty()) {
                ("stop", _) => "stop",
                ("unknown", _) => "unknown",
                (_, true) => "text",
                _ => "number",
            };
            *counts.entry(state).or_insert(0) += 1;
        }
        counts
    }

    fn copy(from: &Path, to: &Path) {
        for entry in walkdir::WalkDir::new(from) {
            let entry = entry.unwrap();
            let target = to.join(entry.path().strip_prefix(from).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(target).unwrap();
            } else {
                fs::copy(entry.path(), target).unwrap();
            }
        }
    }

    fn run(example: &Path, map: &str, file: PathBuf, into: &Path) -> Import {
        import(&Options {
            map: example.join(map),
            files: vec![file],
            into: into.to_owned(),
        })
        .unwrap()
    }

    #[test]
    fn all_records_of_the_nza_are_imported_or_reported() {
        let Some(data) = data() else {
            println!("skipped: there is no folder `shared/data` beside the project");
            return;
        };
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/nza-2016");
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        copy(&example.join("content"), &content);
        let foreign = data.join("municipalities/gemeenten_2026_jeugdzorgregio.csv");
        let municipalities = run(&example, "municipalities.toml", foreign, &content);
        assert_eq!(municipalities.summary.unwrap().counts.imported, 342);
        let foreign = data.join("postcodes/geonames_nl_zipcodes_2026-03.csv");
        let postcodes = run(&example, "postcodes.toml", foreign, &content);
        assert_eq!(postcodes.summary.unwrap().counts.reported, 20);
        let foreign = data.join("providers-nl/nza_2016_instellingen_utf8.csv");
        let waits = run(&example, "mapping.toml", foreign.clone(), &content);
        let counts = waits.summary.unwrap().counts;
        assert_eq!(counts.read, 1_780);
        assert_eq!(counts.imported + counts.reported, 1_780);
        let reported = waits.diagnostics.iter();
        let reported: Vec<usize> = reported
            .filter(|problem| problem.code.id() == "W1102")
            .map(|problem| waits.sources.position(problem.primary).line)
            .collect();
        assert_eq!(reported.len(), counts.reported);
        let raw = fs::read_to_string(foreign).unwrap();
        let written = fs::read_to_string(content.join("waiting-times.csv")).unwrap();
        assert_eq!(imported(&written), count(&raw, &reported));
        assert!(counts.reported < 20, "{}", counts.reported);

        let findings = pipeline::check(&pipeline::Options {
            content,
            themes: Path::new(env!("CARGO_MANIFEST_DIR")).join("themes"),
            date: None,
            today: jiff::civil::date(2026, 11, 15),
            is_strict: false,
            program: [0; 32],
        })
        .unwrap();
        let errors = findings.diagnostics.iter();
        let errors: Vec<_> = errors
            .filter(|problem| problem.code.id().starts_with('E'))
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
    }

    #[test]
    fn the_second_reader_reads_quoted_line_breaks() {
        let expected = vec![
            (1, vec!["a".to_owned(), "b".to_owned()]),
            (2, vec!["1;\n2".to_owned(), String::new()]),
            (4, vec!["3".to_owned(), "4".to_owned()]),
        ];
        assert_eq!(records("a;b\n\"1;\n2\";\n3;4\n"), expected);
    }
}
