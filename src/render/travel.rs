//! Where providers work and where postcodes lie, for distances that are worked out on the visitor's device: the points in
//! the rows of lists, and the file of postcodes beside the pages. The postcode itself never leaves the device.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::artifact::fingerprinted;
use crate::model::{Coordinates, Dataset, Location, Municipality};

use super::theme::Asset;

/// A point in thousandths of a degree, about a hundred metres: enough for kilometres, and small.
type Point = (i64, i64);

fn point(coordinates: Coordinates) -> Point {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "degrees of the Netherlands are small"
    )]
    let thousandths = |degrees: f64| (degrees * 1000.0).round() as i64;
    (
        thousandths(coordinates.latitude),
        thousandths(coordinates.longitude),
    )
}

fn degrees(thousandths: i64) -> String {
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

/// The points of locations for a row of a list: `52.215,5.969`, and with more than one place each with the name of its
/// place: `52.215,5.969,Apeldoorn;52.139,6.196,Zutphen`. Empty when no point is known.
#[must_use]
pub(super) fn points_text<'a>(locations: impl IntoIterator<Item = &'a Location>) -> String {
    let known: BTreeMap<Point, &str> = locations
        .into_iter()
        .filter_map(|location| {
            let place = location.place.as_deref().unwrap_or("");
            Some((point(location.coordinates?), place))
        })
        .collect();
    let first = known.values().next().copied();
    let is_one_place = known.values().all(|place| Some(*place) == first);
    let mut text = String::new();
    for ((north, east), place) in known {
        if !text.is_empty() {
            text.push(';');
        }
        text.push_str(&degrees(north));
        text.push(',');
        text.push_str(&degrees(east));
        if !is_one_place && !place.is_empty() {
            text.push(',');
            // The signs of the list itself are in no name of a place; if one ever is, the name is cut there.
            text.push_str(place.split([';', ',']).next().unwrap_or(place));
        }
    }
    text
}

/// The middles of the postcodes in the region's table, for the sites of its municipalities. `None` when none is known.
///
/// Also those of other municipalities: a child may live elsewhere. Where a postcode lies in several municipalities, this
/// municipality's part counts, as in its search.
#[must_use]
pub(super) fn postcodes_file(dataset: &Dataset, municipality: &Municipality) -> Option<Asset> {
    let mut points: BTreeMap<u16, Point> = BTreeMap::new();
    let is_own = |code: &_| *code == municipality.code;
    let (own, others): (Vec<_>, Vec<_>) = dataset
        .postcodes()
        .iter()
        .partition(|area| is_own(&area.municipality));
    for area in others.into_iter().chain(own) {
        if let Some(coordinates) = area.coordinates {
            points.insert(area.pc4.number(), point(coordinates));
        }
    }
    if points.is_empty() {
        return None;
    }
    let mut json = String::from("{");
    for (postcode, (north, east)) in points {
        let comma = if json.len() > 1 { "," } else { "" };
        write!(
            json,
            "{comma}\"{postcode}\":[{},{}]",
            degrees(north),
            degrees(east)
        )
        .expect("a text takes everything");
    }
    json.push('}');
    let bytes = json.into_bytes();
    Some(Asset {
        name: "postcodes.json".to_owned(),
        file_name: fingerprinted("postcodes.json", &bytes),
        bytes,
    })
}

#[cfg(test)]
mod tests {
    use super::{points_text, postcodes_file};
    use crate::model::{Coordinates, Location};
    use crate::render::fixture;

    fn location(place: Option<&str>, point: Option<(f64, f64)>) -> Location {
        let dataset = fixture::region();
        Location {
            place: place.map(Into::into),
            coordinates: point.map(|(latitude, longitude)| Coordinates {
                latitude,
                longitude,
            }),
            ..dataset.providers[0].locations[0].clone()
        }
    }

    #[test]
    fn one_place_needs_no_name() {
        let one = location(Some("Epe"), Some((52.3487, 5.9852)));
        let other = location(Some("Epe"), Some((52.34, 5.98)));
        assert_eq!(points_text([&one]), "52.349,5.985");
        assert_eq!(points_text([&one, &other]), "52.340,5.980;52.349,5.985");
    }

    #[test]
    fn several_places_are_named() {
        let one = location(Some("Epe"), Some((52.3487, 5.9852)));
        let other = location(Some("Zutphen"), Some((52.139, 6.0)));
        assert_eq!(
            points_text([&one, &other]),
            "52.139,6.000,Zutphen;52.349,5.985,Epe"
        );
    }

    #[test]
    fn a_place_without_a_point_is_left_out_and_never_becomes_a_point() {
        let unknown = location(Some("Epe"), None);
        let known = location(Some("Zutphen"), Some((52.139, 6.196)));
        assert_eq!(points_text([&unknown]), "");
        assert_eq!(points_text([&unknown, &known]), "52.139,6.196");
        assert_eq!(points_text(std::iter::empty()), "");
    }

    #[test]
    fn the_postcodes_are_those_of_the_whole_table_and_the_own_part_of_a_postcode_counts() {
        let mut dataset = fixture::region();
        for (rank, area) in dataset.postcodes.iter_mut().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a few areas")]
            let step = rank as f64 / 100.0;
            area.coordinates = Some(Coordinates {
                latitude: 52.0 + step,
                longitude: 6.0,
            });
        }
        let mut elsewhere = dataset.postcodes[0].clone();
        elsewhere.municipality = dataset.municipalities[1].code.clone();
        elsewhere.coordinates = Some(Coordinates {
            latitude: 53.0,
            longitude: 6.5,
        });
        dataset.postcodes.push(elsewhere);
        let text = |rank: usize| {
            let file = postcodes_file(&dataset, &dataset.municipalities[rank]).unwrap();
            String::from_utf8(file.bytes).unwrap()
        };
        assert!(text(0).starts_with("{\"7311\":[52.000,6.000],\"7312\":[52.010,6.000],"));
        assert!(text(1).starts_with("{\"7311\":[53.000,6.500],"));
        assert!(text(0).contains("\"9711\":"));
    }

    #[test]
    fn without_any_point_there_is_no_file() {
        let dataset = fixture::region();
        assert!(postcodes_file(&dataset, &dataset.municipalities[0]).is_none());
    }
}
