//! How long a region of any size takes, and how much memory: `cargo bench --bench region`.
//!
//! Makes a region from a seed (`generate`), builds it with the release binary (`measure`), builds it again unchanged,
//! and once more after the waits of one offer in a hundred changed. Options: `-- --municipalities 342 --providers 300
//! --products 40 --folder /dev/shm/keuzewijzer-bench --rich --keep --linear`.
#![allow(clippy::print_stdout, reason = "a bench reports")]
#![allow(
    clippy::disallowed_methods,
    reason = "a bench reads its arguments and the clock"
)]

mod cpu;
mod generate;
mod measure;
mod random;

use std::fs;
use std::path::{Path, PathBuf};

use generate::{Detail, Size};
use measure::Cost;

struct Arguments {
    size: Size,
    folder: PathBuf,
    is_kept: bool,
    is_linear: bool,
}

fn main() {
    let arguments = arguments();
    let sizes = if arguments.is_linear {
        vec![8, 4, 2, 1]
    } else {
        vec![1]
    };
    for part in sizes {
        let size = Size {
            municipalities: (arguments.size.municipalities / part).max(1),
            ..arguments.size
        };
        run(&arguments.folder, size);
    }
    if !arguments.is_kept {
        fs::remove_dir_all(&arguments.folder).expect("the folder was made by this bench");
    }
}

fn arguments() -> Arguments {
    let given: Vec<String> = std::env::args().collect();
    let value = |name: &str| {
        let at = given.iter().position(|argument| argument == name)?;
        given.get(at + 1).cloned()
    };
    let number = |name: &str, otherwise: u64| {
        value(name).map_or(otherwise, |text| text.parse().expect("a whole number"))
    };
    Arguments {
        size: Size {
            municipalities: number("--municipalities", 342),
            providers: number("--providers", 300),
            products: number("--products", 40),
            detail: if given.iter().any(|argument| argument == "--rich") {
                Detail::Rich
            } else {
                Detail::Usual
            },
        },
        folder: value("--folder").map_or_else(
            || PathBuf::from("/dev/shm/keuzewijzer-bench"),
            PathBuf::from,
        ),
        is_kept: given.iter().any(|argument| argument == "--keep"),
        is_linear: given.iter().any(|argument| argument == "--linear"),
    }
}

fn run(folder: &Path, size: Size) {
    let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    let (content, target) = (folder.join("content"), folder.join("public"));
    for old in [&content, &target] {
        if old.exists() {
            fs::remove_dir_all(old).expect("the folder was made by this bench");
        }
    }
    fs::create_dir_all(&content).expect("the folder can be made");
    generate::generate(&content, size, 20_261_115).expect("the region can be written");
    println!(
        "\n{} municipalities, {} providers, {} products",
        size.municipalities, size.providers, size.products
    );
    let first = measure::build(&content, &themes, &target, &[]);
    let (pages, bytes) = pages(&target);
    report("first build", &first, pages);
    #[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 bytes")]
    let kilobytes = bytes as f64 / pages as f64 / 1000.0;
    println!("  {pages} pages of {kilobytes:.1} KB on average");
    let second = measure::build(&content, &themes, &target, &[]);
    report("nothing changed", &second, pages);
    change_waits(&content);
    let third = measure::build(&content, &themes, &target, &[]);
    report("1 % of the waits changed", &third, pages);
}

fn report(name: &str, cost: &Cost, pages: u64) {
    #[expect(clippy::cast_precision_loss, reason = "fewer than 2^52 pages")]
    let per_page = cost.cpu * 1e6 / pages as f64;
    println!(
        "  {name}: {:.2} s CPU ({per_page:.1} µs a page), {:.2} s, {:.0} MiB | {}",
        cost.cpu, cost.wall, cost.memory, cost.words
    );
}

/// Pages below a folder and their bytes.
fn pages(folder: &Path) -> (u64, u64) {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "html")
        })
        .filter_map(|entry| entry.metadata().ok())
        .fold((0, 0), |(pages, bytes), file| {
            (pages + 1, bytes + file.len())
        })
}

/// Gives every hundredth provider's first offer a new newest wait.
fn change_waits(content: &Path) {
    let file = content.join("waiting-times.csv");
    let waits = fs::read_to_string(&file).expect("the generator wrote it");
    let changed: Vec<String> = waits
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let is_hundredth = cells[0]
                .strip_prefix("aanbieder-")
                .and_then(|rank| rank.parse::<u64>().ok())
                .is_some_and(|rank| rank % 100 == 0);
            if is_hundredth && cells[11] == "2026-11-01" {
                let mut cells = cells;
                cells[7] = "31";
                cells.join(",")
            } else {
                line.to_owned()
            }
        })
        .collect();
    fs::write(&file, changed.join("\n") + "\n").expect("the file can be written");
}
