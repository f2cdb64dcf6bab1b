//! What the search index of a municipality costs, and how many bytes it is: `cargo bench --bench search`.
//!
//! Makes a region of three hundred providers from a seed (`region`), reads and judges it, analyses it once, and makes and
//! exports the index of as many municipalities as the Netherlands has. Options: `-- --municipalities 342 --folder
//! /dev/shm/keuzewijzer-search --keep`.
#![allow(clippy::print_stdout, reason = "a bench reports")]
#![allow(
    clippy::disallowed_methods,
    reason = "a bench reads its arguments and the clock"
)]

mod catalogue;
#[path = "../region/cpu.rs"]
mod cpu;
mod names;
mod providers;
#[path = "../region/random.rs"]
mod random;
mod region;
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use keuzewijzer::diagnostics::render::concise;
use keuzewijzer::diagnostics::{Language, SourceMap};
use keuzewijzer::model::Dataset;
use keuzewijzer::model::validate::validate;
use keuzewijzer::plan::{NameOrder, SitePlan, plan};
use keuzewijzer::search::{AnalysedRegion, DocumentKind, Exporter, MunicipalityIndex};

const SEED: u64 = 20_261_115;

fn main() {
    let given: Vec<String> = std::env::args().collect();
    let value = |name: &str| {
        let at = given.iter().position(|argument| argument == name)?;
        given.get(at + 1).cloned()
    };
    let municipalities =
        value("--municipalities").map_or(342, |text| text.parse().expect("a whole number"));
    let folder = value("--folder").map_or_else(
        || PathBuf::from("/dev/shm/keuzewijzer-search"),
        PathBuf::from,
    );
    let content = folder.join("content");
    if content.exists() {
        fs::remove_dir_all(&content).expect("the folder was made by this bench");
    }
    fs::create_dir_all(&content).expect("the folder can be made");
    let demonstration = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    region::write(&demonstration, &content, SEED).expect("the region can be written");
    measure(&content, municipalities);
    if !given.iter().any(|argument| argument == "--keep") {
        fs::remove_dir_all(&folder).expect("the folder was made by this bench");
    }
}

fn measure(content: &Path, municipalities: usize) {
    let dataset = dataset(content);
    let order = NameOrder::new(&dataset);
    let plans: Vec<SitePlan> = dataset
        .municipalities()
        .map(|(id, _)| plan(&dataset, &order, id, &mut Vec::new()))
        .collect();
    let start = spent();
    let region = Arc::new(AnalysedRegion::new(&dataset).expect("the region can be analysed"));
    let exporter = Exporter::new(&region, &dataset).expect("the region can be written");
    println!(
        "the region analysed once: {:.0} ms CPU",
        (spent() - start) * 1000.0
    );
    let index =
        MunicipalityIndex::new(&region, &dataset, &plans[0]).expect("the index can be made");
    describe(content, &index);
    let start = spent();
    for plan in plans.iter().cycle().take(municipalities) {
        MunicipalityIndex::new(&region, &dataset, plan).expect("the index can be made");
    }
    let made = spent() - start;
    let start = spent();
    let mut sizes = [Vec::new(), Vec::new(), Vec::new()];
    for plan in plans.iter().cycle().take(municipalities) {
        let index = MunicipalityIndex::new(&region, &dataset, plan).expect("the index can be made");
        let files = exporter.export(&index).expect("the index can be exported");
        for (sizes, size) in
            sizes
                .iter_mut()
                .zip([index.documents.len(), files.core.len(), files.texts.len()])
        {
            sizes.push(size);
        }
    }
    let whole = spent() - start;
    #[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 municipalities")]
    let each = |seconds: f64| seconds * 1000.0 / municipalities as f64;
    println!(
        "{municipalities} municipalities: {:.1} ms CPU each, of which {:.1} for the index and {:.1} for its export",
        each(whole),
        each(made),
        each(whole - made)
    );
    for (name, sizes) in [
        "documents",
        "bytes of the first file",
        "bytes of the second file",
    ]
    .iter()
    .zip(sizes)
    {
        println!(
            "{name}: {} to {}",
            sizes.iter().min().expect("there are municipalities"),
            sizes.iter().max().expect("there are municipalities")
        );
    }
}

/// Reads and judges the region, and says what is wrong with it.
fn dataset(content: &Path) -> Dataset {
    let mut sources = SourceMap::default();
    let mut problems = Vec::new();
    let material = keuzewijzer::sources::read(content, &mut sources, &mut problems)
        .expect("the region can be read");
    let validated = validate(&material, None, jiff::civil::date(2026, 11, 15));
    problems.extend(validated.diagnostics);
    let Some((dataset, _)) = validated.region else {
        panic!(
            "the region is wrong:\n{}",
            concise(&problems, &sources, Language::English)
        );
    };
    dataset
}

/// Documents of each kind in one municipality, and words of the whole texts.
fn describe(content: &Path, index: &MunicipalityIndex<'_>) {
    let counts = DocumentKind::ALL.map(|kind| {
        let of_kind = index
            .documents
            .iter()
            .filter(|document| document.kind == kind);
        format!("{} {kind:?}", of_kind.count())
    });
    println!("documents of a municipality: {}", counts.join(", "));
    let words: usize = ["products", "profiles", "pages", "providers"]
        .iter()
        .flat_map(|part| walkdir::WalkDir::new(content.join(part)))
        .map(|entry| entry.expect("the folder can be listed"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| fs::read_to_string(entry.path()).expect("a text"))
        .map(|text| {
            text.rsplit("+++")
                .next()
                .map_or(0, |body| body.split_whitespace().count())
        })
        .sum();
    println!("words of their whole texts: {words}");
}

/// Seconds of CPU that this process has cost.
fn spent() -> f64 {
    cpu::cpu_seconds(&fs::read_to_string("/proc/self/stat").expect("the kernel tells"))
}
