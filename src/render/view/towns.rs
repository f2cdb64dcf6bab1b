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
        .map(|((name, _), points)| Town {
            name: name.to_owned(),
            at: Coordinates {
                latitude: mean(&points, |point| point.latitude),
                longitude: mean(&points, |point| point.longitude),
            },
        })
        .collect()
}

fn mean(points: &[Coordinates], axis: fn(&Coordinates) -> f64) -> f64 {
    let count = u32::try_from(points.len()).expect("a country has fewer postcodes");
    points.iter().map(axis).sum::<f64>() / f64::from(count)
}
