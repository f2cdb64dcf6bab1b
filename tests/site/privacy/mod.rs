//! Nothing that is published lets anybody work out a cell with too few people in it. The test knows what was really
//! counted; an [`attacker`] who knows only what is published tries to find it.

mod attacker;
mod consecutive;
mod hsds;
mod pages;
mod published;
mod remembered;
mod renamed;
mod sole_trader;
mod truth;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;

use crate::csv;
use crate::demo::demo;
use crate::harness::{Region, Tree, repository};
use crate::open_data;
use attacker::{Group, groups};
use published::{Cell, Published};
use truth::{Counts, MEASURES, Truth};

/// Measures that are asked of the same people.
const FAMILIES: [&[&str]; 2] = [
    &["uitval-vroegtijdig-beeindigd", "uitval-niet-meer-gekomen"],
    &[
        "doel-onderwijs",
        "doel-gezinsbalans",
        "doel-minder-problemen",
        "doel-meedoen",
    ],
];

/// Everything that what is published gives away.
fn leaks(content: &Path, tree: &Tree) -> Vec<String> {
    let (truth, published) = (truth::read(content), published::read(tree));
    let mut leaks = below_the_minimum(&truth, &published);
    leaks.extend(wrong_sums(&truth, &published));
    leaks.extend(of_averages(&truth, &published));
    let providers: BTreeSet<&String> = published.cells.keys().map(|key| &key.0).collect();
    for provider in providers {
        let of = |measure: &str| groups(&truth, &published, provider, measure);
        for (_, measure) in MEASURES {
            for group in of(measure) {
                leaks.extend(group.leaks(truth.minimum));
            }
        }
        for family in FAMILIES {
            if have_the_same_people(&truth, provider, family) {
                leaks.extend(of_families(
                    &family
                        .iter()
                        .flat_map(|measure| of(measure))
                        .collect::<Vec<_>>(),
                ));
            }
        }
    }
    leaks
}

fn below_the_minimum(truth: &Truth, published: &Published) -> Vec<String> {
    let cells = published.cells.iter().filter_map(|(key, cell)| match cell {
        Cell::Shown(counts) if counts.respondents < truth.minimum => {
            Some(format!("{key:?} shows {counts:?}"))
        }
        Cell::Shown(_) | Cell::TooFew | Cell::Absent => None,
    });
    let averages = published.averages.iter().filter_map(|(scope, average)| {
        let is_small = average.respondents < truth.minimum || average.providers < 2;
        is_small.then(|| format!("the average of {scope:?} is over {average:?}"))
    });
    cells.chain(averages).collect()
}

/// Every shown number is the sum of what was counted under it: no more, no less.
fn wrong_sums(truth: &Truth, published: &Published) -> Vec<String> {
    let mut wrong = Vec::new();
    for ((provider, profile, intensity, measure), cell) in &published.cells {
        let Cell::Shown(shown) = cell else { continue };
        let counted = truth
            .cells
            .iter()
            .filter(|((owner, own_profile, own_intensity, of), _)| {
                owner == provider
                    && of == measure
                    && (profile.is_empty() || profile == own_profile)
                    && (intensity.is_empty() || intensity == own_intensity)
            })
            .map(|(_, counts)| *counts)
            .fold(Counts::default(), Counts::plus);
        if counted != *shown {
            wrong.push(format!(
                "{measure} of {provider} for `{profile}` `{intensity}`: {shown:?} is not {counted:?}"
            ));
        }
    }
    wrong
}

/// What is left of an average without the shown scores: those of providers that no municipality lists.
#[expect(
    clippy::cast_precision_loss,
    reason = "no region has that many respondents"
)]
fn of_averages(truth: &Truth, published: &Published) -> Vec<String> {
    let mut leaks = Vec::new();
    for (scope, average) in &published.averages {
        let shown: Vec<Counts> = published
            .cells
            .iter()
            .filter(|((_, profile, intensity, measure), _)| {
                (profile, intensity, measure) == (&scope.0, &scope.1, &scope.2)
            })
            .filter_map(|(_, cell)| match cell {
                Cell::Shown(counts) => Some(*counts),
                Cell::TooFew | Cell::Absent => None,
            })
            .collect();
        let sum = shown.iter().copied().fold(Counts::default(), Counts::plus);
        let rest = average.respondents.checked_sub(sum.respondents);
        let unlisted = average.providers.checked_sub(shown.len() as u64);
        match (rest, unlisted) {
            (Some(0), Some(0)) => {
                let share = sum.successes as f64 / sum.respondents as f64;
                if (share - average.share).abs() > 0.000_051 {
                    leaks.push(format!("{scope:?}: {share} is published as {average:?}"));
                }
            }
            (Some(rest), Some(unlisted)) if unlisted > 0 && rest >= truth.minimum * unlisted => {}
            other => leaks.push(format!("{scope:?}: {other:?} are left of {average:?}")),
        }
    }
    leaks
}

/// Whether every cell of a provider has the same number of respondents in every measure of a family that counts it.
fn have_the_same_people(truth: &Truth, provider: &str, family: &[&str]) -> bool {
    let mut people: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    truth
        .cells
        .iter()
        .filter(|(key, _)| key.0 == provider && family.contains(&key.3.as_str()))
        .all(|((_, profile, intensity, _), counts)| {
            let known = people
                .entry((profile, intensity))
                .or_insert(counts.respondents);
            *known == counts.respondents
        })
}

/// The same people answer every measure of a family: what two groups have not in common, their difference gives away.
fn of_families(groups: &[Group]) -> Vec<String> {
    let mut leaks = Vec::new();
    for (rank, one) in groups.iter().enumerate() {
        for other in &groups[rank + 1..] {
            let is_shared = |cell: &&(String, String)| other.members.contains_key(*cell);
            let shared = one.members.keys().filter(is_shared).count();
            let is_same = shared == one.members.len() && shared == other.members.len();
            if shared > 0 && !is_same {
                leaks.push(format!("{} and {} differ by a few", one.name, other.name));
            }
        }
    }
    leaks
}

#[test]
fn nothing_the_demonstration_publishes_gives_a_hidden_cell_away() {
    let demo = demo();
    assert_eq!(leaks(&demo.content, &demo.tree), [""; 0]);
}

/// The test before would pass on a region without small cells.
#[test]
fn the_demonstration_hides_cells_and_shows_totals_over_them() {
    let demo = demo();
    let (truth, published) = (truth::read(&demo.content), published::read(&demo.tree));
    let is_small = |counts: &&Counts| counts.respondents < truth.minimum;
    assert!(truth.cells.values().filter(is_small).count() > 50);
    let providers: BTreeSet<&String> = published.cells.keys().map(|key| &key.0).collect();
    let groups = providers.iter().flat_map(|provider| {
        MEASURES
            .iter()
            .flat_map(|(_, measure)| groups(&truth, &published, provider, measure))
    });
    let with_hidden_cells = groups.filter(|group| !group.members.is_empty()).count();
    assert!(with_hidden_cells > 20, "{with_hidden_cells}");
}

#[test]
fn the_pages_of_the_demonstration_and_its_open_data_hide_the_same_cells() {
    let demo = demo();
    assert_eq!(pages::contradictions(&demo.content, &demo.tree), [""; 0]);
    let read = pages::cells_read(&demo.content, &demo.tree);
    assert!(read > 5_000, "the pages are read: {read} cells");
}

#[test]
fn no_page_names_a_number_of_answers_below_the_minimum() {
    let demo = demo();
    let minimum = truth::read(&demo.content).minimum;
    let mut numbers = 0;
    for (path, html) in demo.pages() {
        for number in pages::answers(html) {
            assert!(number >= minimum, "{path} says {number}");
            numbers += 1;
        }
    }
    assert!(numbers > 2_000, "the pages are read: {numbers} numbers");
}

/// All that is published for machines holds the same cells, so that one attack on the tables is an attack on all.
#[test]
fn outcomes_in_json_and_in_csv_are_the_same() {
    let demo = demo();
    for municipality in demo.municipalities() {
        for table in ["uitkomsten", "gemiddelden"] {
            let csv = demo.text(&format!("{municipality}/gegevens/{table}.csv"));
            let (_, rows) = csv::read(csv);
            let (names, in_json) = open_data::table(municipality, table);
            let in_json: Vec<csv::Row> = in_json
                .iter()
                .map(|row| open_data::as_text(&names, row))
                .collect();
            assert!(rows == in_json, "{municipality} {table}");
        }
    }
}

/// A random region: its minimum, and what was supplied for each of [`cells_in_order`].
#[derive(Clone)]
struct RandomRegion {
    minimum: u32,
    cells: Vec<(u8, u32, u32)>,
}

impl std::fmt::Debug for RandomRegion {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "minimum {}\n{}", self.minimum, self.sheet())
    }
}

/// Half of the regions ask every measure of a family of the same people.
fn random_region() -> impl Strategy<Value = RandomRegion> {
    let cell = (0_u8..12, 0_u32..20, 0_u32..20);
    let cells = prop::collection::vec(cell, cells_in_order().len());
    (3_u32..=10, any::<bool>(), cells).prop_map(|(minimum, has_same_people, mut cells)| {
        if has_same_people {
            for leaf in cells.chunks_mut(MEASURES.len()) {
                for (first, others) in [(2, 3..4), (4, 5..8)] {
                    for other in others {
                        leaf[other].1 = leaf[first].1;
                    }
                }
            }
        }
        RandomRegion { minimum, cells }
    })
}

const PROVIDERS: [&str; 3] = ["de-lindeboom", "kompas", "vertrokken"];
const PROFILES: [&str; 2] = ["overbelaste-ouders", "kind-psychisch-of-ontwikkeling"];
const INTENSITIES: [&str; 4] = ["perspectief", "intensief", "duurzaam", "acuut"];

fn cells_in_order() -> Vec<[&'static str; 4]> {
    let mut cells = Vec::new();
    for provider in PROVIDERS {
        for profile in PROFILES {
            for intensity in INTENSITIES {
                cells.extend(MEASURES.map(|(measure, _)| [provider, profile, intensity, measure]));
            }
        }
    }
    cells
}

impl RandomRegion {
    /// The small region with these outcomes, and a provider that has no contract any more.
    fn put_down(&self) -> Region {
        let region = Region::small();
        region.change(
            "content/site.toml",
            "privacy_minimum = 10",
            &format!("privacy_minimum = {}", self.minimum),
        );
        let intensities = repository().join("content/intensities.toml");
        std::fs::copy(intensities, region.path("content/intensities.toml")).unwrap();
        let kompas = region.read("content/providers/kompas.md");
        region.write(
            "content/providers/vertrokken.md",
            &kompas
                .replace("Kompas Jeugdhulp", "Vertrokken Jeugdhulp")
                .replace("00000002", "00000003")
                .replace("98000002", "98000003"),
        );
        region.append(
            "content/offers.csv",
            "vertrokken,begeleiding-individueel,zutphen,,,,,,2025-01-01,2026-01-01,open,\n",
        );
        region.write("content/outcomes.csv", &self.sheet());
        region
    }

    /// `outcomes.csv`. Cells in which all or none succeeded come up often.
    fn sheet(&self) -> String {
        let mut sheet = "provider,profile,intensity,measure,period_from,period_to,respondents,successes,state,instrument,source\n".to_owned();
        for (cell, (kind, respondents, successes)) in cells_in_order().iter().zip(&self.cells) {
            let successes = match kind {
                0 => *respondents,
                1 => 0,
                _ => successes % (respondents + 1),
            };
            let what = match kind {
                11 => continue,
                _ if cell[2] == "acuut" => ",,not-measured".to_owned(),
                10 => ",,too-few".to_owned(),
                9 => ",,withdrawn".to_owned(),
                _ => format!("{respondents},{successes},"),
            };
            writeln!(
                sheet,
                "{},2025-07-01,2026-06-30,{what},,de regio",
                cell.join(",")
            )
            .unwrap();
        }
        sheet
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 60,
        ..ProptestConfig::with_cases(40)
    })]

    #[test]
    fn nothing_a_random_region_publishes_gives_a_hidden_cell_away(random in random_region()) {
        let region = random.put_down();
        region.build_with(&["--format", "concise"]).succeeded();
        let (content, tree) = (region.path("content"), region.tree());
        prop_assert_eq!(leaks(&content, &tree), Vec::<String>::new());
        prop_assert_eq!(pages::contradictions(&content, &tree), Vec::<String>::new());
        prop_assert_eq!(hsds::additions(&tree), Vec::<String>::new());
    }
}
