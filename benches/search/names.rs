//! Names as providers have them.

use std::collections::BTreeSet;

use crate::random::Random;

const FORMS: [&str; 24] = [
    "Stichting",
    "Praktijk",
    "Jeugdhulp",
    "Zorgboerderij",
    "Gezinshuis",
    "Behandelcentrum",
    "Logeerhuis",
    "Kliniek",
    "Pleegzorg",
    "Coöperatie",
    "Jeugd-ggz",
    "Opvoedhulp",
    "Kinderpraktijk",
    "Orthopedagogenpraktijk",
    "Zorggroep",
    "Ambulant team",
    "Speltherapie",
    "Dyslexiecentrum",
    "Thuisbegeleiding",
    "Maatschap",
    "Autismecentrum",
    "Hoeve",
    "Centrum voor jeugd",
    "Vaktherapie",
];
const THINGS: [&str; 40] = [
    "Lindehof",
    "Wilgenboom",
    "Brug",
    "Kompasroos",
    "Vlieger",
    "Regenboog",
    "Zwaluw",
    "Bosrand",
    "Meander",
    "Oversteek",
    "Waterlelie",
    "Springplank",
    "Kastanje",
    "Vuurvlinder",
    "Morgenster",
    "Eikel",
    "Beekprik",
    "Boomgaard",
    "Duintop",
    "Schakel",
    "Steiger",
    "Veste",
    "Toermalijn",
    "Zonnebloem",
    "Klaver",
    "Roerdomp",
    "IJsvogel",
    "Heikant",
    "Molenwiek",
    "Dageraad",
    "Sleutelbloem",
    "Vonk",
    "Luwte",
    "Wegwijzer",
    "Esdoorn",
    "Pelikaan",
    "Korenaar",
    "Waterval",
    "Havik",
    "Lente",
];
const SURNAMES: [&str; 28] = [
    "Van der Berg",
    "De Vries",
    "Jansen-Smit",
    "Bakker",
    "Visser",
    "Meijer",
    "De Boer",
    "Mulder",
    "Van Dijk",
    "Bos",
    "Hendriks",
    "Van Leeuwen",
    "Dekker",
    "Brouwer",
    "De Wit",
    "Dijkstra",
    "Smits",
    "De Graaf",
    "Van der Meer",
    "Kuipers",
    "Yılmaz",
    "El Amrani",
    "Veenstra",
    "Postma",
    "Sørensen",
    "Willemsen",
    "Hoekstra",
    "'t Hart",
];
const ENDINGS: [&str; 10] = [
    "",
    "",
    "",
    " Oost",
    " & partners",
    " jeugdzorg",
    " gezinshulp",
    " en co",
    " Veluwe",
    " 0-18",
];

/// Different names, and what a legal form makes of some of them.
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    /// None are given yet.
    pub(crate) fn new() -> Self {
        Self(BTreeSet::new())
    }

    /// A name whose slug nobody has.
    pub(crate) fn next(&mut self, random: &mut Random) -> (String, String) {
        loop {
            let name = match random.below(3) {
                0 => format!("{} {}", random.one_of(&FORMS), random.one_of(&SURNAMES)),
                1 => format!("De {}{}", random.one_of(&THINGS), random.one_of(&ENDINGS)),
                _ => format!(
                    "{} De {}{}",
                    random.one_of(&FORMS),
                    random.one_of(&THINGS),
                    random.one_of(&ENDINGS)
                ),
            };
            let slug = keuzewijzer::plan::to_slug(&name);
            if self.0.insert(slug.clone()) {
                return (slug, name);
            }
        }
    }
}
