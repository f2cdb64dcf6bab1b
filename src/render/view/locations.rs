//! Where a provider works: a list of addresses, and a map with the same numbers. The same in every municipality.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Location, Provider};

use super::contact::ContactView;
use super::location_map::{LocationMap, Numbered};
use super::page_view::PageView;
use super::towns::Town;
use super::words::Words;

/// `page` of `fragments/locations.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LocationsFragment<'a> {
    /// The locations, the main one first.
    pub locations: Vec<LocationView<'a>>,
    /// Where they are, when that is known of one at least.
    pub map: Option<LocationMap>,
    /// That no point on the map is exact.
    pub all_about: Option<&'a str>,
}

/// One location.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LocationView<'a> {
    /// Address, telephone, accessibility.
    pub contact: ContactView<'a>,
    /// Its number on the map, when it is there.
    pub number: Option<String>,
    /// Degrees north and east: «52.215,5.969».
    pub at: Option<String>,
    /// That it is not on the map, or only about there.
    pub remark: Option<&'a str>,
}

impl PageView for LocationsFragment<'_> {
    const TEMPLATE: &'static str = "fragments/locations.html";
}

impl<'a> LocationsFragment<'a> {
    /// The locations of a provider.
    #[must_use]
    pub(super) fn new(words: Words<'a>, towns: &[Town], provider: &'a Provider) -> Self {
        let numbered: Vec<Numbered<'_>> = (1..)
            .zip(&provider.locations)
            .filter_map(|(number, location)| {
                Some(Numbered {
                    number,
                    at: location.coordinates?,
                    place: location.place.as_deref(),
                })
            })
            .collect();
        let map = LocationMap::new(words, towns, &numbered);
        let are_all_about = map.is_some()
            && provider
                .locations
                .iter()
                .all(|location| location.coordinates.is_none() || location.is_point_of_postcode);
        let remark = |location: &Location| match location.coordinates {
            None if map.is_some() => Some(words.text("location-not-on-map")),
            Some(_) if location.is_point_of_postcode && !are_all_about => {
                Some(words.text("location-about"))
            }
            None | Some(_) => None,
        };
        Self {
            locations: (1..)
                .zip(&provider.locations)
                .map(|(number, location): (usize, _)| LocationView {
                    contact: ContactView::of_location(location),
                    number: location.coordinates.map(|_| number.to_string()),
                    at: location
                        .coordinates
                        .map(|point| format!("{:.4},{:.4}", point.latitude, point.longitude)),
                    remark: remark(location),
                })
                .collect(),
            all_about: are_all_about.then(|| words.text("locations-about")),
            map,
        }
    }
}
