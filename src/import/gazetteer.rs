//! Which municipality a postcode or a place lies in, by the `postcodes.csv` and the municipalities of the content.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::Place;
use crate::model::Postcode;
use crate::plan::to_slug;
use crate::sources::{Material, TomlValue};

use super::mapping::WhichMunicipality;
use super::value::{ForeignRow, Reason};

/// The municipalities and postcodes of the content.
#[derive(Debug, Default)]
pub(super) struct Gazetteer {
    /// Slug of the municipality, by CBS code.
    slugs: BTreeMap<String, String>,
    /// Municipality codes and folded place names, by the four digits of a postcode.
    postcodes: BTreeMap<String, BTreeSet<(String, String)>>,
    /// Municipality codes, by folded place name.
    places: BTreeMap<String, BTreeSet<String>>,
    /// How places are spelled.
    spelling: BTreeMap<String, String>,
}

impl Gazetteer {
    pub(super) fn of(material: &Material) -> Self {
        let mut gazetteer = Self::default();
        for municipality in &material.municipalities {
            if let Some(entry) = municipality.settings.front.entries.get("code")
                && let TomlValue::Text(code) = &entry.value.value
            {
                let slug = municipality.name.clone();
                gazetteer.slugs.insert(code.clone(), slug);
            }
        }
        let Some(table) = &material.postcodes else {
            return gazetteer;
        };
        let columns = ["pc4", "municipality", "place"].map(|name| table.column(name));
        let [Some(pc4), Some(municipality), Some(place)] = columns else {
            return gazetteer;
        };
        for row in &table.rows {
            let [pc4, code, place] =
                [pc4, municipality, place].map(|rank| row.cells[rank].value.to_string());
            let folded = to_slug(&place);
            let areas = gazetteer.postcodes.entry(pc4).or_default();
            areas.insert((code.clone(), folded.clone()));
            gazetteer
                .places
                .entry(folded.clone())
                .or_default()
                .insert(code);
            gazetteer.spelling.entry(folded).or_insert(place);
        }
        gazetteer
    }

    /// The slug of a municipality of the content.
    pub(super) fn slug(&self, code: &str) -> Option<&str> {
        self.slugs.get(code).map(String::as_str)
    }

    /// Whether the content has a municipality of this name.
    pub(super) fn has_slug(&self, slug: &str) -> bool {
        self.slugs.values().any(|known| known == slug)
    }

    /// A place as `postcodes.csv` spells it: sources write it in capitals.
    pub(super) fn spelled<'a>(&'a self, place: &'a str) -> &'a str {
        self.spelling
            .get(&to_slug(place))
            .map_or(place, String::as_str)
    }

    /// The CBS code of the municipality of a row: as stated, by postcode, by place.
    pub(super) fn municipality(
        &self,
        which: &WhichMunicipality,
        row: ForeignRow<'_>,
    ) -> Result<String, Reason> {
        let found = |value: &Option<super::value::Value>| match value {
            Some(value) => value.of(row),
            None => Ok(None),
        };
        if let Some(code) = found(&which.code)? {
            return Ok(code.text());
        }
        let (postcode, place) = (found(&which.postcode)?, found(&which.place)?);
        let place_name = place.as_ref().map(super::value::Found::text);
        if let Some(written) = &postcode {
            let text = written.text();
            let Some(postcode) = Postcode::parse(&text) else {
                let problem = format!("`{text}` is not a postcode");
                return Err(Reason::new(
                    written.place,
                    problem,
                    "write four digits and two letters",
                ));
            };
            let digits = &postcode.as_str()[..4];
            if let Some(areas) = self.postcodes.get(digits) {
                return by_postcode(areas, place_name.as_deref(), digits, written.place);
            }
        }
        if let (Some(name), Some(place)) = (place_name, &place) {
            return self.by_place(&name, place.place);
        }
        Err(match postcode {
            Some(written) => Reason::new(
                written.place,
                format!("postcode `{}` is not in `postcodes.csv`", written.text()),
                "correct it, or add its four digits to `postcodes.csv`, or map a `place`",
            ),
            None => Reason::new(
                row.row.place,
                "the row says nothing about its municipality",
                "fill in the postcode",
            ),
        })
    }

    fn by_place(&self, name: &str, place: Place) -> Result<String, Reason> {
        let help =
            "write the place as in `postcodes.csv`, or list it under `replace` in the mapping";
        match self.places.get(&to_slug(name)) {
            Some(codes) if codes.len() == 1 => Ok(codes.first().cloned().unwrap_or_default()),
            Some(codes) => {
                let list: Vec<&str> = codes.iter().map(String::as_str).collect();
                let problem = format!(
                    "place `{name}` lies in several municipalities: {}",
                    list.join(", ")
                );
                Err(Reason::new(place, problem, "fill in the postcode"))
            }
            None => Err(Reason::new(
                place,
                format!("place `{name}` is not in `postcodes.csv`"),
                help,
            )),
        }
    }
}

/// The municipality of a postcode: the only one, or the one in which the place lies.
fn by_postcode(
    areas: &BTreeSet<(String, String)>,
    place_name: Option<&str>,
    digits: &str,
    place: Place,
) -> Result<String, Reason> {
    let all: BTreeSet<&str> = areas.iter().map(|(code, _)| code.as_str()).collect();
    let folded = place_name.map(to_slug);
    let of_place: BTreeSet<&str> = areas
        .iter()
        .filter(|(_, place)| Some(place) == folded.as_ref())
        .map(|(code, _)| code.as_str())
        .collect();
    let mut codes = if all.len() > 1 { of_place } else { all.clone() };
    if let (Some(code), true) = (codes.pop_first(), codes.is_empty()) {
        return Ok(code.to_owned());
    }
    let list: Vec<&str> = all.into_iter().collect();
    let problem = format!(
        "postcode `{digits}` lies in several municipalities: {}",
        list.join(", ")
    );
    let help = "map a `place` that says which, spelled as in `postcodes.csv`";
    Err(Reason::new(place, problem, help))
}
