//! Towns and villages with their centres, from the postcode table: what a map is recognised by.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{Coordinates, Dataset};

/// A town or village.
pub(super) struct Town {
    /// Its name.
    pub(super) name: String,
    /// The centre of its postcode areas.
    pub(super) at: Coordinates,
}

/// Every place of the postcode table, the largest first: the one with the most postcode areas.
pub(super) fn towns(dataset: &Dataset) -> Vec<Town> {
    let mut points: BTreeMap<(&str, &str), Vec<Coordinates>> = BTreeMap::new();
    for area in dataset.postcodes() {
        if let Some(point) = area.coordinates {
            points
                .entry((&area.place, area.municipality.as_str()))
                .or_default()
                .push(point);
        }
    }
    let mut places: Vec<((&str, &str), Vec<Coordinates>)> = points.into_iter().collect();
    places.sort_by_key(|(_, points)| Reverse(points.len()));
    places
        .into_iter()
        .filter_map(|((name, _), points)| {
            Some(Town {
                name: name.to_owned(),
                at: Coordinates::middle(&points)?,
            })
        })
        .collect()
}
