//! Tests of reading a content folder.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;

use crate::diagnostics::{Diagnostic, SourceMap};
use crate::sources::TomlValue;

use super::{Material, read};

const TEXT: &str = "+++\ntitle = \"x\"\n+++\nBody\n";

/// Every required file, each as short as can be.
const WHOLE: [(&str, &str); 15] = [
    ("site.toml", "name = \"Regio\"\n"),
    ("statements/screening.md", TEXT),
    ("statements/finance.md", TEXT),
    ("municipalities/apeldoorn/municipality.toml", ""),
    ("municipalities/apeldoorn/pages/privacy.md", TEXT),
    ("providers/lindeboom.md", TEXT),
    ("products/begeleiding.md", TEXT),
    ("profiles/opvoeden.md", TEXT),
    ("product-groups.toml", ""),
    ("intensities.toml", ""),
    ("offers.csv", "provider\nlindeboom\n"),
    ("waiting-times.csv", "provider\n"),
    ("outcomes.csv", "provider\n"),
    ("local-services.csv", "name\n"),
    ("postcodes.csv", "pc4\n"),
];

struct Content {
    folder: TempDir,
}

impl Content {
    fn whole() -> Self {
        let content = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        for (path, text) in WHOLE {
            content.write(path, text);
        }
        content
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join("content").join(path)
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    fn without(&self, path: &str) -> &Self {
        let path = self.path(path);
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
        self
    }

    fn read(&self) -> (SourceMap, Material, Vec<Diagnostic>) {
        read_folder(&self.path(""))
    }

    /// Code, path, line, column and message of every problem.
    fn problems(&self) -> Vec<String> {
        let (sources, _, diagnostics) = self.read();
        diagnostics
            .iter()
            .map(|problem| {
                let at = sources.position(problem.primary);
                format!(
                    "{} {}:{}:{} {}",
                    problem.code.id(),
                    sources.path(problem.primary.file).display(),
                    at.line,
                    at.column,
                    problem.message
                )
            })
            .collect()
    }
}

fn read_folder(path: &Path) -> (SourceMap, Material, Vec<Diagnostic>) {
    let mut sources = SourceMap::default();
    let mut diagnostics = Vec::new();
    let material = read(path, &mut sources, &mut diagnostics).unwrap();
    (sources, material, diagnostics)
}

#[test]
fn a_whole_folder_is_read_without_a_problem() {
    let (_, material, diagnostics) = Content::whole().read();
    assert_eq!(diagnostics, []);
    assert!(material.site.is_some() && material.intensities.is_some());
    assert_eq!(material.offers.unwrap().rows.len(), 1);
    assert_eq!(material.statements.len(), 2);
    assert_eq!(material.municipalities[0].name, "apeldoorn");
    assert_eq!(material.municipalities[0].pages[0].name, "privacy");
    assert_eq!(material.providers[0].name, "lindeboom");
}

#[test]
fn texts_come_in_order_of_file_name() {
    let content = Content::whole();
    content.write("providers/zon.md", TEXT);
    content.write("providers/anker.md", TEXT);
    let (_, material, _) = content.read();
    let names: Vec<&str> = material.providers.iter().map(|text| &*text.name).collect();
    assert_eq!(names, ["anker", "lindeboom", "zon"]);
}

#[test]
fn every_missing_file_and_folder_is_reported() {
    let empty = tempfile::tempdir().unwrap();
    let content = empty.path().join("content");
    fs::create_dir(&content).unwrap();
    let (sources, _, diagnostics) = read_folder(&content);
    let paths: Vec<String> = diagnostics
        .iter()
        .map(|problem| {
            assert_eq!(problem.code.id(), "E0105");
            assert_eq!(sources.text(problem.primary.file), "");
            sources.path(problem.primary.file).display().to_string()
        })
        .collect();
    assert_eq!(
        paths,
        [
            "content/site.toml",
            "content/product-groups.toml",
            "content/intensities.toml",
            "content/offers.csv",
            "content/waiting-times.csv",
            "content/outcomes.csv",
            "content/local-services.csv",
            "content/postcodes.csv",
            "content/statements/screening.md",
            "content/statements/finance.md",
            "content/providers",
            "content/products",
            "content/profiles",
            "content/municipalities",
        ]
    );
}

#[test]
fn a_municipality_without_settings_is_reported() {
    let content = Content::whole();
    content.write("municipalities/epe/pages/privacy.md", TEXT);
    assert_eq!(
        content.problems(),
        [
            "E0105 content/municipalities/epe/municipality.toml:1:1 required file \
             `municipalities/epe/municipality.toml` is missing"
        ]
    );
}

#[test]
fn an_unknown_file_is_reported_with_the_name_it_is_near_to() {
    let content = Content::whole();
    content
        .without("offers.csv")
        .write("Offer.csv", "provider\n");
    let (_, _, diagnostics) = content.read();
    assert_eq!(diagnostics[0].message, "unknown file `Offer.csv`");
    assert_eq!(diagnostics[0].help[0], "did you mean `offers.csv`?");
    assert_eq!(diagnostics[1].code.id(), "E0105");
}

#[test]
fn unknown_files_are_reported_in_every_folder() {
    let content = Content::whole();
    content
        .write("provider/a/b.md", TEXT)
        .write("providers/plan.docx", "")
        .write("statements/money.md", TEXT)
        .write("municipalities/notes.txt", "")
        .write("municipalities/apeldoorn/page/x.md", TEXT);
    assert_eq!(
        content.problems(),
        [
            "E0107 content/municipalities/apeldoorn/page:1:1 unknown folder `page`",
            "E0107 content/municipalities/notes.txt:1:1 unknown file `notes.txt`",
            "E0107 content/provider:1:1 unknown folder `provider`",
            "E0107 content/providers/plan.docx:1:1 unknown file `plan.docx`",
            "E0107 content/statements/money.md:1:1 unknown file `money.md`",
        ]
    );
}

#[test]
fn hidden_files_read_mes_and_backups_do_not_count() {
    let content = Content::whole();
    content
        .write("pages/.gitkeep", "")
        .write(".git/config", "")
        .write("providers/README.md", "For editors")
        .write("offers.csv~", "");
    assert_eq!(content.problems(), [""; 0]);
}

#[test]
fn a_file_that_is_not_utf_8_is_reported_at_its_first_bad_byte_and_skipped() {
    let content = Content::whole();
    content.write("offers.csv", b"provider\nlinde,\xe9\xe9n\n");
    assert_eq!(
        content.problems(),
        [
            "E0101 content/offers.csv:2:7 the file is not UTF-8: byte 0xe9 is no part of a \
             character"
        ]
    );
    assert!(content.read().1.offers.is_none());
}

#[test]
fn faults_in_front_matter_stand_in_the_file_itself() {
    let content = Content::whole();
    content.write(
        "providers/lindeboom.md",
        "\u{feff}+++\r\nname = \"x\"\r\nkvk = \r\n+++\r\nWij **helpen**.\r\n",
    );
    let (sources, material, diagnostics) = content.read();
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].code.id(), "E0102");
    assert_eq!(sources.position(diagnostics[0].primary).line, 3);
    let provider = &material.providers[0];
    let name = &provider.front.entries["name"].value;
    assert_eq!(name.value, TomlValue::Text("x".to_owned()));
    assert_eq!(sources.position(name.place).line, 2);
    assert!(!provider.is_whole);
}

#[test]
fn the_place_of_a_body_shows_the_body() {
    let content = Content::whole();
    content.write(
        "pages/a.md",
        "\n+++ \ntitle = \"x\"\n+++\n\nEén +++ twee\n+++\n",
    );
    let (sources, material, _) = content.read();
    let body = &material.pages[0].body;
    assert_eq!(body.value, "\nEén +++ twee\n+++\n");
    assert_eq!(sources.excerpt(body.place), body.value);
    assert!(material.pages[0].is_whole);
}

#[test]
fn front_matter_that_is_missing_or_never_closed_is_reported() {
    let content = Content::whole();
    content
        .write("pages/a.md", "Tekst\n")
        .write("pages/b.md", "+++\ntitle = \"x\"\nTekst\n")
        .write("pages/c.md", "---\ntitle: x\n---\n")
        .write("pages/d.md", "");
    assert_eq!(
        content.problems(),
        [
            "E0104 content/pages/a.md:1:1 the file does not begin with front matter",
            "E0104 content/pages/b.md:1:1 the front matter has no end",
            "E0104 content/pages/c.md:1:1 the file does not begin with front matter",
            "E0104 content/pages/d.md:1:1 the file does not begin with front matter",
        ]
    );
}

#[test]
fn a_folder_that_is_not_there_is_a_failure_with_its_path() {
    let nowhere = tempfile::tempdir().unwrap().path().join("content");
    let error = read(&nowhere, &mut SourceMap::default(), &mut Vec::new()).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("cannot read `{}`", nowhere.display())
    );
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_only_inside_the_folder() {
    use std::os::unix::fs::symlink;
    let content = Content::whole();
    let secret = content.folder.path().join("secret.md");
    fs::write(&secret, TEXT).unwrap();
    symlink(&secret, content.path("providers/out.md")).unwrap();
    symlink("nowhere.md", content.path("providers/broken.md")).unwrap();
    symlink("lindeboom.md", content.path("providers/same.md")).unwrap();
    symlink("..", content.path("municipalities/loop")).unwrap();
    let problems = content.problems();
    assert!(
        problems.contains(
            &"E0107 content/providers/out.md:1:1 link `content/providers/out.md` leaves the folder"
                .to_owned()
        )
    );
    assert!(problems.contains(
        &"E0107 content/providers/broken.md:1:1 link `content/providers/broken.md` leads nowhere"
            .to_owned()
    ));
    let (_, material, _) = content.read();
    let names: Vec<&str> = material.providers.iter().map(|text| &*text.name).collect();
    assert_eq!(names, ["lindeboom", "same"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_without_panic(bytes in any::<Vec<u8>>()) {
        let content = Content::whole();
        content.write("offers.csv", &bytes);
        content.write("site.toml", &bytes);
        content.write("providers/lindeboom.md", &bytes);
        for problem in content.problems() {
            prop_assert!(problem.contains(" content/"));
        }
    }
}
