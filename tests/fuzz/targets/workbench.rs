//! A folder in memory with a region that inputs are put into, and what is kept from input to input.

use std::cell::{OnceCell, RefCell};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::date;
use keuzewijzer::diagnostics::render::{concise, github, json, terminal};
use keuzewijzer::diagnostics::{Diagnostic, Language, SourceMap};
use keuzewijzer::pipeline::{Loaded, Loader, Options, Region};
use keuzewijzer::plan::{self, NameOrder};
use keuzewijzer::publish::Compression;
use keuzewijzer::search::{AnalysedRegion, MunicipalityIndex, Reach};

/// Where inputs are read.
pub(crate) struct Workbench {
    folder: PathBuf,
    loader: RefCell<Loader>,
    region: OnceCell<&'static Region>,
    index: OnceCell<&'static MunicipalityIndex<'static>>,
    pub(crate) options: Options,
}

impl Workbench {
    /// Copies the region of the tests, which stands in the repository, into a folder that is there.
    pub(crate) fn new(repository: &Path, folder: &Path) -> Self {
        copy_folder(
            &repository.join("tests/region/content"),
            &folder.join("content"),
        );
        Self {
            folder: folder.to_owned(),
            loader: RefCell::default(),
            region: OnceCell::new(),
            index: OnceCell::new(),
            options: Options {
                content: folder.join("content"),
                themes: folder.join("themes"),
                date: None,
                today: date(2026, 11, 15),
                is_strict: false,
                previous: None,
                program: None,
                compression: Compression::None,
                shard: None,
            },
        }
    }

    /// A place in the folder.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.folder.join(inside)
    }

    /// Writes a file, and the folders that it lies in.
    pub(crate) fn put(&self, inside: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(inside);
        let folder = path.parent().expect("it stands inside");
        fs::create_dir_all(folder).expect("a folder can be made");
        fs::write(&path, bytes).expect("the folder can be written to");
        path
    }

    /// Takes a file of the region, or one that it lacks, with other bytes, and puts back what was there.
    pub(crate) fn with_file<T>(&self, inside: &str, bytes: &[u8], work: impl FnOnce() -> T) -> T {
        let before = fs::read(self.path(inside)).ok();
        let path = self.put(inside, bytes);
        let done = work();
        match before {
            Some(before) => fs::write(path, before).expect("the folder can be written to"),
            None => fs::remove_file(path).expect("the file was written"),
        }
        done
    }

    /// Reads the region as it lies there, and shows its problems.
    pub(crate) fn load(&self) -> Loaded {
        let loaded = self.loader.borrow_mut().load(&self.options, &|_| ());
        let loaded = loaded.expect("every file of the region can be read");
        show(&loaded.findings.diagnostics, &loaded.findings.sources);
        assert!(
            loaded.region.is_some() || loaded.findings.keep_from_publishing(),
            "without an error there is a region"
        );
        loaded
    }

    /// Searches the first municipality of the region, with the whole index and with its first file alone.
    pub(crate) fn ask(&self, typed: &str) {
        let index = self.index.get_or_init(|| self.index());
        for reach in [Reach::Whole, Reach::First] {
            let found = index
                .search_in(typed, reach)
                .expect("an index can be searched");
            for hit in found.help.iter().chain(&found.providers) {
                assert!(hit.document < index.documents.len());
                index.explain(&found, hit).expect("a hit can be explained");
            }
        }
    }

    /// The region as it lies there at the first call.
    pub(crate) fn region(&self) -> &'static Region {
        self.region.get_or_init(|| {
            let region = self.load().region;
            Box::leak(Box::new(region.expect("the region of the tests is whole")))
        })
    }

    /// Kept as long as the program runs, for all parts of an index borrow from each other.
    fn index(&self) -> &'static MunicipalityIndex<'static> {
        let dataset = self.region().dataset();
        let (municipality, _) = dataset.municipalities().next().expect("it has one");
        let order = NameOrder::new(dataset);
        let plan = Box::leak(Box::new(plan::plan(
            dataset,
            &order,
            municipality,
            &mut Vec::new(),
        )));
        let analysed = Box::leak(Box::new(Arc::new(
            AnalysedRegion::new(dataset).expect("a region can be analysed"),
        )));
        Box::leak(Box::new(
            MunicipalityIndex::new(analysed, dataset, plan).expect("a region can be indexed"),
        ))
    }
}

/// Problems in every form and language: their places must fit the texts.
pub(crate) fn show(diagnostics: &[Diagnostic], sources: &SourceMap) {
    for language in [Language::English, Language::Dutch] {
        let _ = terminal(diagnostics, sources, language, true);
        let _ = concise(diagnostics, sources, language);
        let _ = github(diagnostics, sources, language);
        let text = json(diagnostics, sources, language);
        serde_json::from_str::<serde_json::Value>(&text).expect("problems for programs are JSON");
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the region can be listed") {
        let entry = entry.expect("the region can be listed");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
