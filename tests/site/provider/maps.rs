//! The maps of locations, against distances over the earth.

use std::collections::BTreeMap;

use scraper::ElementRef;

use super::{ProviderPage, pages};
use crate::html::{all, first, text};

/// Kilometres over the earth (haversine formula), which the map knows nothing of.
fn haversine(one: (f64, f64), other: (f64, f64)) -> f64 {
    let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let chord = half(one.0, other.0)
        + one.0.to_radians().cos() * other.0.to_radians().cos() * half(one.1, other.1);
    2.0 * 6371.0088 * chord.sqrt().asin()
}

fn number(element: ElementRef, name: &str) -> f64 {
    element.value().attr(name).unwrap().parse().unwrap()
}

/// Units of the picture in a kilometre, as its scale says.
fn units_in_a_kilometre(map: ElementRef) -> f64 {
    let path = first(map, ".map-line").value().attr("d").unwrap();
    let (_, from_end) = path.split_once('H').unwrap();
    let end: f64 = from_end.split('v').next().unwrap().parse().unwrap();
    let label = all(map, "text").into_iter().map(text);
    let label = label
        .into_iter()
        .find(|words| words.ends_with(" km"))
        .unwrap();
    (end - 10.0) / label.trim_end_matches(" km").parse::<f64>().unwrap()
}

/// Pins of one location each, by number.
fn pins(map: ElementRef) -> BTreeMap<String, (f64, f64)> {
    let centres = all(map, ".map-pin").into_iter().map(|pin| {
        let half = number(pin, "width") / 2.0;
        (number(pin, "x") + half, number(pin, "y") + 10.0)
    });
    let numbers = all(map, ".map-pin-number").into_iter().map(text);
    numbers
        .zip(centres)
        .filter(|(numbers, _)| !numbers.contains(','))
        .collect()
}

fn points(page: &ProviderPage) -> BTreeMap<String, (f64, f64)> {
    (1..)
        .zip(all(page.root(), "[data-fact=location]"))
        .filter_map(|(number, location): (usize, _)| {
            let (north, east) = location.value().attr("data-at")?.split_once(',')?;
            Some((
                number.to_string(),
                (north.parse().unwrap(), east.parse().unwrap()),
            ))
        })
        .collect()
}

#[test]
fn pins_lie_as_far_apart_as_the_locations_do() {
    let mut pairs = 0;
    for page in pages() {
        let Some(map) = all(page.root(), "svg.map").into_iter().next() else {
            continue;
        };
        let (unit, pins, points) = (units_in_a_kilometre(map), pins(map), points(&page));
        for (one, from) in &pins {
            for (other, to) in pins.range(one.clone()..).skip(1) {
                pairs += 1;
                let drawn = (from.0 - to.0).hypot(from.1 - to.1) / unit;
                let truth = haversine(points[one], points[other]);
                let allowed = truth * 0.01 + 0.3 / unit;
                assert!(
                    (drawn - truth).abs() <= allowed,
                    "{} {one} to {other}: {drawn} and {truth}",
                    page.provider
                );
            }
        }
    }
    assert!(pairs > 20, "{pairs} pairs");
}

#[test]
fn every_location_with_a_point_has_a_pin_inside_the_picture() {
    for page in pages() {
        let points = points(&page);
        let Some(map) = all(page.root(), "svg.map").into_iter().next() else {
            assert!(points.is_empty(), "{}", page.provider);
            continue;
        };
        let mut numbers: Vec<String> = all(map, ".map-pin-number")
            .into_iter()
            .flat_map(|pin| {
                text(pin)
                    .split(", ")
                    .map(str::to_owned)
                    .collect::<Vec<String>>()
            })
            .collect();
        numbers.sort();
        let expected: Vec<String> = points.into_keys().collect();
        assert_eq!(numbers, expected, "{}", page.provider);
        for pin in all(map, ".map-pin") {
            let (x, y) = (number(pin, "x"), number(pin, "y"));
            assert!(x >= 0.0 && x + number(pin, "width") <= 320.0, "{x}");
            assert!(y >= 0.0 && y + 20.0 <= 230.0, "{y}");
        }
        assert!(map.html().len() < 3_000, "{} bytes", map.html().len());
    }
}
