//! Three hundred providers with ten offers each, and how long each takes.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::catalogue;
use crate::names::Names;
use crate::random::Random;
use crate::words::Words;

/// Providers.
const PROVIDERS: u64 = 300;
/// Offers of each.
const OFFERS: usize = 10;
/// Words of each text.
const WORDS: usize = 200;
const LANGUAGES: [&str; 10] = ["en", "en", "de", "tr", "ar", "pl", "fr", "uk", "ti", "so"];
const AGES: [(&str, &str); 9] = [
    ("0", "18"),
    ("4", "18"),
    ("6", "18"),
    ("12", "18"),
    ("0", "6"),
    ("4", "12"),
    ("12", "23"),
    ("16", "21"),
    ("", ""),
];
const INTENSITIES: [&str; 5] = [
    "perspectief",
    "intensief",
    "acuut",
    "duurzaam",
    "perspectief;intensief",
];
const STATISTICS: [&str; 5] = ["mean", "mean", "unspecified", "next-free-place", "median"];
const DATES: [&str; 3] = ["2026-11-01", "2026-10-15", "2026-10-01"];

/// Writes the providers, `offers.csv` and `waiting-times.csv`.
pub(crate) fn write(folder: &Path, words: &Words, random: &mut Random) -> std::io::Result<()> {
    let postcodes = fs::read_to_string(folder.join("postcodes.csv"))?;
    let areas: Vec<&str> = postcodes.lines().skip(1).collect();
    let products = products(folder)?;
    let products: Vec<&str> = products.iter().map(String::as_str).collect();
    let mut names = Names::new();
    let mut offers = String::from(
        "provider,product,municipalities,profiles,intensities,age_from,age_to,location,valid_from,valid_to,admission,note\n",
    );
    let mut waits = String::from(
        "provider,product,location,municipality,kind,basis,statistic,value,unit,text,status,reference_date,fetched_on,source\n",
    );
    for rank in 0..PROVIDERS {
        let (slug, name) = names.next(random);
        let locations = 1 + random.below(3);
        let file = provider(&name, rank, locations, &areas, words, random);
        fs::write(folder.join(format!("providers/{slug}.md")), file)?;
        let mut known = Vec::new();
        while known.len() < OFFERS {
            let product = random.one_of(&products);
            if !known.contains(&product) {
                known.push(product);
            }
        }
        let usual = Usual {
            age: *pick(&AGES, random),
            statistic: random.one_of(&STATISTICS),
            date: random.one_of(&DATES),
        };
        for product in known {
            offer(
                &slug,
                product,
                locations,
                &usual,
                random,
                &mut offers,
                &mut waits,
            );
        }
    }
    fs::write(folder.join("offers.csv"), offers)?;
    fs::write(folder.join("waiting-times.csv"), waits)
}

/// What most offers of one provider have in common.
struct Usual {
    age: (&'static str, &'static str),
    statistic: &'static str,
    date: &'static str,
}

fn pick<'a, T>(list: &'a [T], random: &mut Random) -> &'a T {
    let length = u64::try_from(list.len()).expect("a list is short");
    &list[usize::try_from(random.below(length)).expect("a rank is small")]
}

/// Slugs of all products.
fn products(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut slugs = Vec::new();
    for entry in fs::read_dir(folder.join("products"))? {
        let path = entry?.path();
        slugs.extend(
            path.file_stem()
                .map(|stem| stem.to_string_lossy().into_owned()),
        );
    }
    slugs.sort();
    Ok(slugs)
}

fn provider(
    name: &str,
    rank: u64,
    locations: u64,
    areas: &[&str],
    words: &Words,
    random: &mut Random,
) -> String {
    let legal = if random.below(4) == 0 {
        format!("legal_name = \"{name} B.V.\"\n")
    } else {
        String::new()
    };
    let mut languages = String::from("\"nl\"");
    if random.below(3) == 0 {
        let _ = write!(languages, ", \"{}\"", random.one_of(&LANGUAGES));
    }
    let (kvk, agb) = (
        90_000_000 + random.below(33_000) * 300 + rank,
        98_000_000 + random.below(3300) * 300 + rank,
    );
    let mut file = format!(
        "+++\nname = \"{name}\"\n{legal}kvk = \"{kvk}\"\nagb = \"{agb}\"\nwebsite = \"https://aanbieder-{rank}.example/\"\nemail = \"info@aanbieder-{rank}.example\"\nphone = \"055 000 {rank:04}\"\nlanguages = [{languages}]\n"
    );
    for location in 0..locations {
        let cells: Vec<&str> = random.one_of(areas).split(',').collect();
        let _ = write!(
            file,
            "\n[[locations]]\nid = \"locatie-{location}\"\naddress = \"Dorpsstraat {rank}\"\npostcode = \"{} AB\"\nplace = \"{}\"\nmunicipality = \"{}\"\n",
            cells[0], cells[2], cells[1]
        );
    }
    let _ = writeln!(file, "+++\n{}", words.text(random, WORDS));
    file
}

fn offer(
    provider: &str,
    product: &str,
    locations: u64,
    usual: &Usual,
    random: &mut Random,
    offers: &mut String,
    waits: &mut String,
) {
    let profiles = catalogue::profiles(random).join(";");
    let intensities = random.one_of(&INTENSITIES);
    let (from, to) = if random.below(4) == 0 {
        *pick(&AGES, random)
    } else {
        usual.age
    };
    let location = if random.below(4) == 0 {
        format!("locatie-{}", random.below(locations))
    } else {
        String::new()
    };
    let is_stopped = random.below(30) == 0;
    let admission = if is_stopped { "stop" } else { "open" };
    let _ = writeln!(
        offers,
        "{provider},{product},*,{profiles},{intensities},{from},{to},{location},2025-01-01,2027-12-31,{admission},"
    );
    for kind in ["intake", "treatment"] {
        // Short waits come more often than long ones.
        let longest = 1 + random.below(30);
        let weeks = random.below(longest);
        let (value, unit, text) = match random.below(20) {
            0 => (String::new(), "", "in overleg"),
            _ => (weeks.to_string(), "weeks", ""),
        };
        let (value, unit, text, status) = if is_stopped {
            ("", "", "", "stop")
        } else {
            (value.as_str(), unit, text, "open")
        };
        let (statistic, date) = (usual.statistic, usual.date);
        let _ = writeln!(
            waits,
            "{provider},{product},,,{kind},expected,{statistic},{value},{unit},{text},{status},{date},{date},opgave van de aanbieder"
        );
    }
}
