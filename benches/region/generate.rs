//! Makes a region of any size from a seed: every file that `docs/content.md` names.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::random::Random;

/// How large a region is.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    /// Municipalities.
    pub(crate) municipalities: u64,
    /// Providers, all of them contracted everywhere but for some offers.
    pub(crate) providers: u64,
    /// Products.
    pub(crate) products: u64,
    /// How much is known of each provider.
    pub(crate) detail: Detail,
}

/// How much is known of each provider, which decides how large a page is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    /// One offer with three figures a wait, outcomes of one provider in twenty: pages of about 10 KB.
    Usual,
    /// Three offers with eight figures a wait, outcomes of all providers for three profiles: pages of about 40 KB.
    Rich,
}

const PROFILES: u64 = 10;
/// Towns in which the providers of a region work.
const PLACES: u64 = 16;
const INTENSITIES: [&str; 4] = ["perspectief", "intensief", "acuut", "duurzaam"];
const DATES: [&str; 8] = [
    "2026-04-01",
    "2026-05-01",
    "2026-06-01",
    "2026-07-01",
    "2026-08-01",
    "2026-09-01",
    "2026-10-01",
    "2026-11-01",
];
const MEASURES: [&str; 8] = [
    "experience-youth",
    "experience-parents",
    "dropout-ended-early",
    "dropout-no-show",
    "goal-education",
    "goal-family-balance",
    "goal-fewer-problems",
    "goal-participation",
];
const WORDS: [&str; 40] = [
    "wij",
    "helpen",
    "kinderen",
    "jongeren",
    "ouders",
    "thuis",
    "school",
    "samen",
    "praten",
    "rustig",
    "stap",
    "voor",
    "week",
    "gesprek",
    "buurt",
    "vaste",
    "begeleider",
    "plan",
    "doel",
    "gezin",
    "kijken",
    "wat",
    "werkt",
    "luisteren",
    "oefenen",
    "spelen",
    "bewegen",
    "groep",
    "dag",
    "avond",
    "kamer",
    "tuin",
    "vragen",
    "antwoord",
    "tijd",
    "ruimte",
    "leren",
    "vertrouwen",
    "veilig",
    "verder",
];

/// Writes the region into a folder.
pub(crate) fn generate(folder: &Path, size: Size, seed: u64) -> std::io::Result<()> {
    let mut random = Random::new(seed);
    for part in ["statements", "pages", "providers", "products", "profiles"] {
        fs::create_dir_all(folder.join(part))?;
    }
    fs::write(folder.join("site.toml"), SITE)?;
    for (name, title) in [
        ("screening", "Eerst kiezen, dan kijken of het past"),
        ("finance", "Geld is geen reden om u te weigeren"),
    ] {
        let text = text(&mut random, 30);
        fs::write(
            folder.join(format!("statements/{name}.md")),
            format!("+++\ntitle = \"{title}\"\n+++\n{text}\n"),
        )?;
    }
    for name in [
        "zo-werkt-het",
        "uw-rechten",
        "te-lang-wachten",
        "niet-eens",
        "afgewezen",
        "voor-jongeren",
        "over-de-cijfers",
        "privacy",
        "toegankelijkheid",
    ] {
        let text = text(&mut random, 500);
        fs::write(
            folder.join(format!("pages/{name}.md")),
            format!(
                "+++\ntitle = \"Pagina {name}\"\ndescription = \"Over {name}.\"\nmenu = \"{name}\"\norder = 1\n+++\n{text}\n"
            ),
        )?;
    }
    groups_and_intensities(folder)?;
    profiles(folder, &mut random)?;
    products(folder, size, &mut random)?;
    municipalities(folder, size, &mut random)?;
    providers(folder, size, &mut random)?;
    records(folder, size, &mut random)
}

fn groups_and_intensities(folder: &Path) -> std::io::Result<()> {
    let mut groups = String::new();
    for group in 0..6 {
        let _ = write!(
            groups,
            "[[groups]]\nid = \"groep-{group}\"\nname = \"Groep {group}\"\n\n"
        );
    }
    fs::write(folder.join("product-groups.toml"), groups)?;
    let mut intensities = String::new();
    for name in INTENSITIES {
        let measured = name != "acuut";
        let _ = write!(
            intensities,
            "[[intensities]]\nid = \"{name}\"\nname = \"{name}\"\nsummary = \"Over {name}.\"\nmeasured = {measured}\n\n"
        );
    }
    fs::write(folder.join("intensities.toml"), intensities)
}

fn profiles(folder: &Path, random: &mut Random) -> std::io::Result<()> {
    for number in 1..=PROFILES {
        let text = text(random, 150);
        fs::write(
            folder.join(format!("profiles/profiel-{number}.md")),
            format!(
                "+++\nnumber = {number}\nname = \"Profiel {number}\"\nquestion = \"Mijn kind heeft vraag {number}\"\nneed = \"Behoefte {number}.\"\nresult = \"Resultaat {number}.\"\n+++\n{text}\n"
            ),
        )?;
    }
    Ok(())
}

fn products(folder: &Path, size: Size, random: &mut Random) -> std::io::Result<()> {
    for product in 0..size.products {
        let group = product % 6;
        let (one, other) = (1 + product % PROFILES, 1 + (product + 3) % PROFILES);
        let text = text(random, 120);
        fs::write(
            folder.join(format!("products/product-{product}.md")),
            format!(
                "+++\ncode = \"45{product:03}\"\nname = \"Jeugdhulp {product}\"\nplain_name = \"Hulp nummer {product}\"\ngroup = \"groep-{group}\"\nlevel = \"regional\"\nsegment = \"B\"\nprofiles = [\"profiel-{one}\", \"profiel-{other}\"]\nsummary = \"In het kort hulp {product}.\"\n+++\n{text}\n"
            ),
        )?;
    }
    Ok(())
}

fn municipalities(folder: &Path, size: Size, random: &mut Random) -> std::io::Result<()> {
    let mut postcodes = String::from("pc4,municipality,place,latitude,longitude\n");
    let mut services = String::from(
        "municipality,name,kind,summary,phone,email,website,address,place,age_from,age_to\n",
    );
    for rank in 0..size.municipalities {
        let own = folder.join(format!("municipalities/gemeente-{rank}"));
        fs::create_dir_all(&own)?;
        fs::write(
            own.join("municipality.toml"),
            format!(
                "code = \"{rank:04}\"\nname = \"Gemeente {rank}\"\n\n[local_team]\nname = \"Team {rank}\"\nphone = \"055 000 {rank:04}\"\n"
            ),
        )?;
        for area in 0..4 {
            let pc4 = 1000 + rank * 4 + area;
            let (north, east) = (random.below(900), random.below(900));
            let _ = writeln!(
                postcodes,
                "{pc4},{rank:04},Plaats {},52.{north:03},5.{east:03}",
                rank % PLACES
            );
        }
        let _ = writeln!(
            services,
            "gemeente-{rank},Inloop {rank},inloop,Loop binnen met vragen.,055 000 {rank:04},,,,,0,18"
        );
    }
    fs::write(folder.join("postcodes.csv"), postcodes)?;
    fs::write(folder.join("local-services.csv"), services)
}

fn providers(folder: &Path, size: Size, random: &mut Random) -> std::io::Result<()> {
    for provider in 0..size.providers {
        let mut locations = String::new();
        for location in 0..=random.below(3) {
            let pc4 = 1000 + random.below(size.municipalities * 4);
            let _ = write!(
                locations,
                "\n[[locations]]\nid = \"locatie-{location}\"\naddress = \"Dorpsstraat {provider}\"\npostcode = \"{pc4} AB\"\n"
            );
        }
        let text = text(random, 120);
        fs::write(
            folder.join(format!("providers/aanbieder-{provider}.md")),
            format!(
                "+++\nname = \"Aanbieder {provider}\"\nkvk = \"{provider:08}\"\nagb = \"98{provider:06}\"\nwebsite = \"https://aanbieder-{provider}.example/\"\nemail = \"info@aanbieder-{provider}.example\"\nphone = \"055 000 {provider:04}\"\nlanguages = [\"nl\"]\n{locations}+++\n{text}\n"
            ),
        )?;
    }
    Ok(())
}

fn records(folder: &Path, size: Size, random: &mut Random) -> std::io::Result<()> {
    let mut offers = String::from(
        "provider,product,municipalities,profiles,intensities,age_from,age_to,location,valid_from,valid_to,admission,note\n",
    );
    let mut waits = String::from(
        "provider,product,location,municipality,kind,basis,statistic,value,unit,text,status,reference_date,fetched_on,source\n",
    );
    let mut outcomes = String::from(
        "provider,profile,intensity,measure,period_from,period_to,respondents,successes,state,instrument,source\n",
    );
    let is_rich = size.detail == Detail::Rich;
    let dates = if is_rich { &DATES[..] } else { &DATES[5..] };
    for provider in 0..size.providers {
        for turn in 0..if is_rich { 3 } else { 1 } {
            let product = (provider * 7 + turn * 11) % size.products;
            let profile = 1 + random.below(PROFILES);
            // One offer in ten holds in every municipality but one.
            let municipalities = if random.below(10) == 0 {
                let left_out = random.below(size.municipalities);
                let names: Vec<String> = (0..size.municipalities)
                    .filter(|rank| *rank != left_out || size.municipalities == 1)
                    .map(|rank| format!("gemeente-{rank}"))
                    .collect();
                names.join(";")
            } else {
                "*".to_owned()
            };
            let _ = writeln!(
                offers,
                "aanbieder-{provider},product-{product},{municipalities},profiel-{profile},*,4,18,,2025-01-01,2027-12-31,open,"
            );
            for kind in ["intake", "treatment"] {
                for date in dates {
                    let weeks = random.below(30);
                    let _ = writeln!(
                        waits,
                        "aanbieder-{provider},product-{product},,,{kind},expected,mean,{weeks},weeks,,open,{date},{date},opgave van de aanbieder"
                    );
                }
            }
        }
        let profiles = match size.detail {
            Detail::Rich => 3,
            Detail::Usual => u64::from(provider % 20 == 0),
        };
        for turn in 0..profiles {
            let profile = 1 + (provider + turn * 3) % PROFILES;
            for intensity in ["perspectief", "intensief"] {
                for measure in MEASURES {
                    let respondents = random.below(60);
                    let successes = random.below(respondents + 1);
                    let _ = writeln!(
                        outcomes,
                        "aanbieder-{provider},profiel-{profile},{intensity},{measure},2025-01-01,2026-06-30,{respondents},{successes},,,onderzoek"
                    );
                }
            }
        }
    }
    fs::write(folder.join("offers.csv"), offers)?;
    fs::write(folder.join("waiting-times.csv"), waits)?;
    fs::write(folder.join("outcomes.csv"), outcomes)
}

/// Sentences of eight words, four to a paragraph.
fn text(random: &mut Random, words: u64) -> String {
    let mut text = String::new();
    for word in 0..words {
        text.push_str(random.one_of(&WORDS));
        match word {
            word if word % 32 == 31 => text.push_str(".\n\n"),
            word if word % 8 == 7 => text.push_str(". "),
            _ => text.push(' '),
        }
    }
    text.trim_end().to_owned()
}

const SITE: &str = r#"name = "Proefregio"
language = "nl"
base_url = "https://proef.example"
publisher = "Proefregio"
contact_email = "redactie@proef.example"
correction_email = "redactie@proef.example"
notice = "Alles op deze site is verzonnen om te meten."
date = 2026-11-15

[thresholds]
privacy_minimum = 10
reliability_minimum = 30

[freshness]
waiting_time_old = 45
waiting_time_hidden = 180
outcome_old = 550
outcome_hidden = 1100

[security]
contact = "mailto:security@proef.example"
expires = 2027-10-01
"#;
