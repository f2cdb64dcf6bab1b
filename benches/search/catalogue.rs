//! What the larger region has besides what the demonstration has: products and pages.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::random::Random;
use crate::words::Words;

/// Name for visitors, name in the product book, group.
const PRODUCTS: [(&str, &str, &str); 15] = [
    (
        "Hulp bij rouw en verlies",
        "Ambulante behandeling: verlies",
        "ambulant",
    ),
    (
        "Omgaan met druk gedrag",
        "Behandeling aandacht en impulsen",
        "behandeling",
    ),
    (
        "Steun na een scheiding",
        "Jeugdhulp ambulant: omgang en scheiding",
        "ambulant",
    ),
    (
        "Hulp bij gamen en verslaving",
        "Verslavingszorg jeugd",
        "behandeling",
    ),
    (
        "Weer naar school durven",
        "Begeleiding bij schoolverzuim",
        "daghulp",
    ),
    (
        "Leren bewegen en praten",
        "Vroegbehandeling motoriek en taal",
        "behandeling",
    ),
    (
        "Hulp bij dwang en angst",
        "Jeugd-ggz: dwang en angst",
        "behandeling",
    ),
    (
        "Logeren met verpleging",
        "Kortdurend verblijf met verpleging",
        "logeren",
    ),
    (
        "Boerderijdagen",
        "Dagbesteding op een zorgboerderij",
        "daghulp",
    ),
    ("Wonen met je baby", "Verblijf jonge ouders", "wonen"),
    (
        "Samen eten leren",
        "Behandeling voeding jonge kind",
        "behandeling",
    ),
    (
        "Nachtelijke bereikbaarheid",
        "Bereikbaarheid buiten kantooruren",
        "crisis",
    ),
    (
        "Leven met een ziekte",
        "Begeleiding bij chronische ziekte",
        "ambulant",
    ),
    (
        "Sterker in de groep",
        "Groepstraining sociale omgang",
        "ambulant",
    ),
    (
        "Een thuis na een vlucht",
        "Verblijf en begeleiding nieuwkomers",
        "wonen",
    ),
];
const PROFILES: [&str; 10] = [
    "jong-kind",
    "kind-psychisch-of-ontwikkeling",
    "lichamelijk-horen-zien-hersenen",
    "moeite-met-leren-en-gedrag",
    "moeite-met-leren",
    "opvoeden-en-eigen-problemen",
    "ouder-psychisch",
    "ouder-ziek-of-beperkt",
    "overbelaste-ouders",
    "veel-problemen-tegelijk",
];
const PAGES: [(&str, &str); 3] = [
    (
        "Naar de hulp toe komen",
        "Wie het vervoer regelt en wat het kost.",
    ),
    (
        "Iemand die met u meedenkt",
        "Gratis steun van een vertrouwenspersoon.",
    ),
    (
        "Als u verhuist",
        "Wat er met de hulp gebeurt in een andere gemeente.",
    ),
];

/// One to three profiles.
pub(crate) fn profiles(random: &mut Random) -> Vec<&'static str> {
    let mut chosen: Vec<&str> = (0..=random.below(3))
        .map(|_| random.one_of(&PROFILES))
        .collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// Adds the products and pages to a content folder.
pub(crate) fn add(folder: &Path, words: &Words, random: &mut Random) -> std::io::Result<()> {
    for (rank, (plain, name, group)) in PRODUCTS.iter().enumerate() {
        let mut listed = String::new();
        for profile in profiles(random) {
            let _ = write!(listed, "\"{profile}\", ");
        }
        let (summary, text) = (words.text(random, 14), words.text(random, 200));
        let slug = keuzewijzer::plan::to_slug(plain);
        fs::write(
            folder.join(format!("products/{slug}.md")),
            format!(
                "+++\ncode = \"59Z{rank:02}\"\nname = \"{name}\"\nplain_name = \"{plain}\"\ngroup = \"{group}\"\nlevel = \"regional\"\nsegment = \"B\"\nprofiles = [{}]\nsummary = \"{summary}\"\n+++\n{text}\n",
                listed.trim_end_matches(", ")
            ),
        )?;
    }
    for (title, description) in PAGES {
        let slug = keuzewijzer::plan::to_slug(title);
        let text = words.text(random, 200);
        fs::write(
            folder.join(format!("pages/{slug}.md")),
            format!("+++\ntitle = \"{title}\"\ndescription = \"{description}\"\n+++\n{text}\n"),
        )?;
    }
    Ok(())
}
