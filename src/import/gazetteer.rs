//! Which municipality a postcode or a place lies in, by the `postcodes.csv` and the municipalities of the content.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostic, Place, codes, phrase, said};
use crate::model::{CbsCode, Postcode};
use crate::plan::to_slug;
use crate::sources::{Material, TomlValue};

use super::former_municipality::{FormerMunicipalities, FormerMunicipality};
use super::mapping::WhichMunicipality;
use super::value::{ForeignRow, Found, Reason, Value};

/// The municipalities and postcodes of the content, and the municipalities that are no more.
#[derive(Debug)]
pub(super) struct Gazetteer {
    former: FormerMunicipalities,
    /// Slug of the municipality, by CBS code.
    slugs: BTreeMap<String, String>,
    /// CBS code, by folded name of the municipality.
    names: BTreeMap<String, String>,
    /// Municipality codes and folded place names, by the four digits of a postcode.
    postcodes: BTreeMap<String, BTreeSet<(String, String)>>,
    /// Municipality codes, by folded place name.
    places: BTreeMap<String, BTreeSet<String>>,
    /// How places are spelled.
    spelling: BTreeMap<String, String>,
}

impl Gazetteer {
    pub(super) fn of(material: &Material) -> Self {
        let mut gazetteer = Self {
            former: FormerMunicipalities::read(),
            slugs: BTreeMap::new(),
            names: BTreeMap::new(),
            postcodes: BTreeMap::new(),
            places: BTreeMap::new(),
            spelling: BTreeMap::new(),
        };
        for municipality in &material.municipalities {
            let front = &municipality.settings.front;
            let text = |key: &str| match front.entries.get(key).map(|entry| &entry.value.value) {
                Some(TomlValue::Text(text)) => Some(text),
                Some(_) | None => None,
            };
            if let Some(code) = text("code") {
                let slug = municipality.name.clone();
                gazetteer.names.insert(slug.clone(), code.clone());
                if let Some(name) = text("name") {
                    gazetteer.names.insert(to_slug(name), code.clone());
                }
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

    /// The CBS code of today of a municipality that a cell names by code or by name. One that merged is remarked.
    pub(super) fn present(
        &self,
        named: &Found,
        year: Option<i16>,
        remarks: &mut Vec<Diagnostic>,
    ) -> Result<String, Reason> {
        let text = named.text();
        let is_code = CbsCode::parse(&text).is_some();
        let known = if is_code {
            self.slugs.contains_key(&text).then(|| text.clone())
        } else {
            self.names.get(&to_slug(&text)).cloned()
        };
        let former = if is_code {
            self.former.with_code(&text)
        } else {
            self.former.with_name(&text)
        };
        match (known, former) {
            (Some(code), _) => Ok(code),
            (None, Some(former)) => heir(former, &text, named.place, year, remarks),
            (None, None) if is_code => Ok(text),
            (None, None) => Err(Reason::new(
                named.place,
                said("there is no municipality `{name}`", [("name", &text)]),
                "write the name as in `municipality.toml`, or a CBS code of four digits",
            )),
        }
    }

    /// The CBS code of the municipality of a row: as stated, by postcode, by place.
    pub(super) fn municipality(
        &self,
        which: &WhichMunicipality,
        row: ForeignRow<'_>,
        remarks: &mut Vec<Diagnostic>,
    ) -> Result<String, Reason> {
        let found = |value: &Option<Value>| match value {
            Some(value) => value.of(row),
            None => Ok(None),
        };
        let year = found(&which.year)?.map(|found| year(&found)).transpose()?;
        for stated in [&which.code, &which.name] {
            if let Some(named) = found(stated)? {
                return self.present(&named, year, remarks);
            }
        }
        let (postcode, place) = (found(&which.postcode)?, found(&which.place)?);
        let place_name = place.as_ref().map(Found::text);
        if let Some(written) = &postcode {
            let text = written.text();
            let Some(postcode) = Postcode::parse(&text) else {
                let problem = said("`{text}` is not a postcode", [("text", &text)]);
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
                said(
                    "postcode `{postcode}` is not in `postcodes.csv`",
                    [("postcode", &written.text())],
                ),
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
        let help = phrase(
            "write the place as in `postcodes.csv`, or list it under `replace` in the mapping",
        );
        let codes = self.places.get(&to_slug(name)).into_iter().flatten();
        let codes: Vec<&str> = codes.map(String::as_str).collect();
        match &*codes {
            [code] => Ok((*code).to_owned()),
            [_, _, ..] => {
                let problem = said(
                    "place `{name}` lies in several municipalities: {list}",
                    [("name", &name), ("list", &codes.join(", "))],
                );
                Err(Reason::new(place, problem, "fill in the postcode"))
            }
            [] => Err(Reason::new(
                place,
                said(
                    "place `{name}` is not in `postcodes.csv`",
                    [("name", &name)],
                ),
                help,
            )),
        }
    }
}

/// The year of a cell: a number, or the year of a date that begins with it.
fn year(found: &Found) -> Result<i16, Reason> {
    let text = found.text();
    let digits = text.get(..4).unwrap_or(&text);
    match digits.parse::<i16>() {
        Ok(year) if (1990..=2100).contains(&year) => Ok(year),
        Ok(_) | Err(_) => Err(Reason::new(
            found.place,
            said("`{text}` is not a year", [("text", &text)]),
            "write four digits, such as `2016`",
        )),
    }
}

/// The municipality of today in which a former one lies. A split is not guessed.
fn heir(
    former: &FormerMunicipality,
    written: &str,
    place: Place,
    year: Option<i16>,
    remarks: &mut Vec<Diagnostic>,
) -> Result<String, Reason> {
    let heirs = former.today.join("`, `");
    let is_too_late = year.is_some_and(|year| former.until <= jiff::civil::date(year, 1, 1));
    let values: [(&'static str, &dyn std::fmt::Display); 3] = [
        ("written", &written),
        ("name", &former.name),
        ("heirs", &heirs),
    ];
    if is_too_late {
        let problem = said(
            "`{written}` ({name}) was no more since {until}, before the year of the figures",
            values,
        )
        .with_day("until", former.until);
        let help = phrase("correct the municipality, or the `year` in the mapping");
        return Err(Reason::new(place, problem, help));
    }
    let [heir] = &former.today[..] else {
        let problem = said(
            "`{written}` ({name}) was divided on {until}: it is in `{heirs}` now",
            values,
        )
        .with_day("until", former.until);
        let help = phrase("fill in the municipality of today, or map a postcode");
        return Err(Reason::new(place, problem, help));
    };
    let problem = said(
        "`{written}` ({name}) went into `{heirs}` on {until}: that is used",
        values,
    )
    .with_day("until", former.until);
    remarks.push(
        Diagnostic::new(codes::W1105, place, problem)
            .help("nothing; or write the municipality of today at the source"),
    );
    Ok(heir.clone())
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
    let problem = said(
        "postcode `{digits}` lies in several municipalities: {list}",
        [("digits", &digits), ("list", &list.join(", "))],
    );
    let help = phrase("map a `place` that says which, spelled as in `postcodes.csv`");
    Err(Reason::new(place, problem, help))
}
