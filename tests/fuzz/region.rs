//! Random content: whole pieces, broken ones and hostile ones, laid over the region of the tests.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;

use crate::targets::Workbench;

/// Texts as editors write them.
const WHOLE: &[&str] = &[
    "Hulp thuis",
    "De Linde",
    "Ruzie & boosheid",
    "'t Hofje",
    "Jeugd-GGZ «Noord»",
    "Praktijk Çelik",
    "Wij helpen u.",
];

/// Texts that try something.
const HOSTILE: &[&str] = &[
    "</script><script>alert(1)</script>",
    "\\\" onmouseover=\\\"alert(1)",
    "<img src=x onerror=alert(1)>",
    "[klik](javascript:alert(1))",
    "=HYPERLINK(\\\"https://kwaad.example\\\")",
    "{{ site.name }}{% raw %}",
    "../../../etc/passwd",
    "\u{202e}netto\u{200b}",
    "&lt;b&gt;",
    "]]>--><!--",
    "a\\u0000b",
    "https://keuze.example.kwaad.example",
];

/// Values that do not belong where they are put.
const BROKEN: &[&str] = &[
    "\"",
    "",
    "\n+++\n",
    "2026-13-45",
    "-1",
    "9999999999999999999",
    "\u{feff}",
    "x,y",
    "[",
    "\t",
];

/// A provider with its offers and waits, and what may be wrong with it.
#[derive(Clone, Debug)]
struct Provider {
    name: String,
    text: String,
    website: String,
    offers: Vec<(String, String, String, String)>,
    wait: String,
}

/// What is laid over the region.
#[derive(Clone, Debug)]
pub(crate) struct RandomRegion {
    providers: Vec<Provider>,
    page: String,
    notice: String,
    product: String,
    service: String,
    has_tables_cut_off: bool,
}

/// Mostly whole, sometimes hostile, seldom broken.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => select(WHOLE).prop_map(str::to_owned),
        8 => select(HOSTILE).prop_map(str::to_owned),
        1 => select(BROKEN).prop_map(str::to_owned),
        2 => "[a-zA-Zéü<>&' ]{1,20}",
    ]
}

fn among(values: &'static [&'static str], broken: u32) -> impl Strategy<Value = String> {
    prop_oneof![
        40 => select(values).prop_map(str::to_owned),
        broken => select(BROKEN).prop_map(str::to_owned),
    ]
}

fn provider() -> impl Strategy<Value = Provider> {
    let offer = (
        among(&["begeleiding-individueel", "vaktherapie"], 1),
        among(&["*", "apeldoorn", "zutphen", "apeldoorn;zutphen"], 1),
        among(&["open", "stop", ""], 1),
        text().prop_map(|text| text.replace('"', "\"\"")),
    );
    let website = among(
        &[
            "https://www.linde.example/",
            "https://linde.example/a?b=1&c=%22",
            "http://linde.example",
        ],
        1,
    );
    let wait = among(
        &[
            "3,weeks,,open",
            "0,days,,open",
            ",,in overleg,open",
            ",,,stop",
            ",,,unknown",
            "\"2,5\",weeks,,open",
        ],
        1,
    );
    (
        text(),
        text(),
        website,
        prop::collection::vec(offer, 0..3),
        wait,
    )
        .prop_map(|(name, text, website, offers, wait)| Provider {
            name,
            text,
            website,
            offers,
            wait,
        })
}

pub(crate) fn random_region() -> impl Strategy<Value = RandomRegion> {
    (
        prop::collection::vec(provider(), 0..5),
        prop::collection::vec(text(), 0..4).prop_map(|texts| texts.join("\n\n")),
        text(),
        text(),
        text(),
        prop::bool::weighted(0.03),
    )
        .prop_map(
            |(providers, page, notice, product, service, has_tables_cut_off)| RandomRegion {
                providers,
                page,
                notice,
                product,
                service,
                has_tables_cut_off,
            },
        )
}

const OFFERS: &str = "provider,product,municipalities,profiles,intensities,age_from,age_to,location,valid_from,valid_to,admission,note\n";
const WAITS: &str = "provider,product,location,municipality,kind,basis,statistic,value,unit,text,status,reference_date,fetched_on,source\n";
const SERVICES: &str =
    "municipality,name,kind,summary,phone,email,website,address,place,age_from,age_to\n";

impl RandomRegion {
    /// How many providers it has.
    pub(crate) fn providers(&self) -> usize {
        self.providers.len()
    }

    /// Writes it over the region of the tests.
    pub(crate) fn put_down(&self, bench: &Workbench) {
        let folder = bench.path("content/providers");
        std::fs::remove_dir_all(&folder).unwrap();
        std::fs::create_dir_all(&folder).unwrap();
        let (mut offers, mut waits) = (OFFERS.to_owned(), WAITS.to_owned());
        for (rank, provider) in self.providers.iter().enumerate() {
            let Provider {
                name,
                text,
                website,
                wait,
                ..
            } = provider;
            let slug = format!("aanbieder-{rank}");
            let front = format!(
                "name = \"{name} {rank}\"\nwebsite = \"{website}\"\nlanguages = [\"nl\"]\n"
            );
            bench.put(
                &format!("content/providers/{slug}.md"),
                format!("+++\n{front}+++\n{text}\n").as_bytes(),
            );
            for (product, places, admission, note) in &provider.offers {
                writeln!(
                    offers,
                    "{slug},{product},{places},,,,,,2026-01-01,,{admission},\"{note}\""
                )
                .unwrap();
                writeln!(
                    waits,
                    "{slug},{product},,,intake,expected,mean,{wait},2026-11-01,,opgave"
                )
                .unwrap();
            }
        }
        if self.has_tables_cut_off {
            let end = offers.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
            offers.truncate(end);
        }
        bench.put("content/offers.csv", offers.as_bytes());
        bench.put("content/waiting-times.csv", waits.as_bytes());
        bench.put("content/outcomes.csv", b"provider,profile,intensity,measure,period_from,period_to,respondents,successes,state,instrument,source\n");
        let service = self.service.replace('"', "\"\"");
        bench.put(
            "content/local-services.csv",
            format!("{SERVICES}*,\"{service}\",hulplijn,\"{service}\",0800 0432,,,,,,\n")
                .as_bytes(),
        );
        bench.put(
            "content/pages/extra.md",
            format!("+++\ntitle = \"{}\"\n+++\n{}\n", self.notice, self.page).as_bytes(),
        );
        let product = format!(
            "+++\ncode = \"45B02\"\nname = \"{0}\"\nplain_name = \"{0}\"\ngroup = \"ambulant\"\nlevel = \"local\"\nsummary = \"{0}\"\n+++\n{1}\n",
            self.product, self.page
        );
        bench.put("content/products/vaktherapie.md", product.as_bytes());
    }
}
