//! A region in which one file says something else.

use super::Workbench;
use super::site;

/// The files that an input can be; its first byte chooses.
const FILES: &[&str] = &[
    "site.toml",
    "intensities.toml",
    "product-groups.toml",
    "vocabulary.toml",
    "accessibility.toml",
    "offers.csv",
    "waiting-times.csv",
    "outcomes.csv",
    "local-services.csv",
    "postcodes.csv",
    "providers/kompas.md",
    "products/vaktherapie.md",
    "profiles/overbelaste-ouders.md",
    "pages/uw-rechten.md",
    "statements/screening.md",
    "municipalities/zutphen/municipality.toml",
];

fn chosen(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let file = FILES[usize::from(*first) % FILES.len()];
    Some((format!("content/{file}"), rest))
}

/// Is read and judged.
pub(super) fn read(bench: &Workbench, bytes: &[u8]) {
    if let Some((file, bytes)) = chosen(bytes) {
        bench.with_file(&file, bytes, || bench.load());
    }
}

/// Is read and judged, and when it can be, published.
pub(super) fn publish(bench: &Workbench, bytes: &[u8]) {
    let Some((file, bytes)) = chosen(bytes) else {
        return;
    };
    let loaded = bench.with_file(&file, bytes, || bench.load());
    if let Some(region) = loaded.region {
        let made = site::make(&region);
        if made.is_good {
            site::judge(&made);
        }
    }
}

/// What a visitor types, on the command line.
pub(super) fn search(bench: &Workbench, bytes: &[u8]) {
    let Ok(typed) = str::from_utf8(bytes) else {
        return;
    };
    bench.ask(typed);
}

const HOUSE: &str = "content/municipalities/zutphen/municipality.toml";

/// Design tokens of a municipality.
pub(super) fn tokens(bench: &Workbench, bytes: &[u8]) {
    with_house_file(bench, "tokens = \"tokens.json\"", "tokens.json", bytes);
}

/// A logo of a municipality.
pub(super) fn logo(bench: &Workbench, bytes: &[u8]) {
    let words = "logo = \"logo.svg\"";
    with_house_file(bench, words, "logo.svg", bytes);
}

fn with_house_file(bench: &Workbench, words: &str, name: &str, bytes: &[u8]) {
    let municipality = "code = \"0301\"\nname = \"Zutphen\"\n[theme]\n".to_owned() + words + "\n";
    bench.with_file(HOUSE, municipality.as_bytes(), || {
        bench.with_file(
            &format!("content/municipalities/zutphen/{name}"),
            bytes,
            || bench.load(),
        )
    });
}
