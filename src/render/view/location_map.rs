//! A small map of a provider's locations, drawn from coordinates alone: numbered pins, the towns around them, a scale.
//!
//! The projection is equirectangular with the cosine of the mean latitude, north is up. Over the size of the country it
//! differs from the truth by less than a pin is wide.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Coordinates;
use crate::render::messages::MessageValue;

use super::map_labels::{Box2, Labels};
use super::towns::Town;
use super::words::Words;

/// Size of the picture, in its own units.
pub(super) const WIDTH: f64 = 320.0;
/// Its height.
pub(super) const HEIGHT: f64 = 230.0;
/// Between the outer pins and the edge.
const MARGIN: f64 = 36.0;
/// Narrower than this a map shows no town to know it by.
const NARROWEST_KILOMETRES: f64 = 16.0;
/// Kilometres in a degree of latitude, for the mean radius of the earth (6371.0088 km, IUGG).
const KILOMETRES_IN_A_DEGREE: f64 = 6371.0088 * std::f64::consts::PI / 180.0;
/// Pins nearer than this become one.
const PINS_TOUCH: f64 = 19.0;
const LENGTHS_OF_SCALE: [u8; 6] = [1, 2, 5, 10, 20, 50];

/// The component `location_map`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LocationMap {
    /// «Kaart: 1 in Zutphen en 2 in Apeldoorn.»
    pub alt: String,
    /// Towns with their names.
    pub towns: Vec<TownMark>,
    /// The locations.
    pub pins: Vec<Pin>,
    /// Where the bar of the scale ends.
    pub scale_end: String,
    /// Where its words start.
    pub scale_label: String,
    /// «5 km»
    pub scale: String,
}

/// A town on the map.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TownMark {
    /// Across.
    pub x: String,
    /// Down.
    pub y: String,
    /// Across, of the name.
    pub name_x: String,
    /// Down, of the name.
    pub name_y: String,
    /// `start`, `middle` or `end`: which part of the name stands there.
    pub anchor: &'static str,
    /// The name.
    pub name: String,
}

/// One location, or several that are too near each other to be told apart.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Pin {
    /// Across.
    pub x: String,
    /// Down, of the words.
    pub y: String,
    /// Left side.
    pub left: String,
    /// Upper side.
    pub top: String,
    /// Width.
    pub width: String,
    /// «1», or «1, 2»
    pub numbers: String,
}

/// A location with its number on the page.
pub(super) struct Numbered<'a> {
    pub(super) number: usize,
    pub(super) at: Coordinates,
    pub(super) place: Option<&'a str>,
}

impl LocationMap {
    /// A map of locations with a point. `None` when there is none.
    #[must_use]
    pub(super) fn new(
        words: Words<'_>,
        towns: &[Town],
        locations: &[Numbered<'_>],
    ) -> Option<Self> {
        let points: Vec<Coordinates> = locations.iter().map(|location| location.at).collect();
        let frame = Frame::around(&points)?;
        let pins = pins(&frame, locations);
        let scale = frame.scale();
        let scale_end = 10.0 + f64::from(scale) * frame.units_in_a_kilometre;
        let scale_words = words.with_text("map-scale", "number", &scale.to_string());
        let mut labels = Labels::new(WIDTH, HEIGHT);
        for pin in &pins {
            labels.take(pin.area());
        }
        labels.keep_free(Labels::area(&scale_words, scale_end + 5.0, HEIGHT - 8.0).with_left(6.0));
        labels.keep_free(Box2::new(WIDTH - 24.0, 0.0, WIDTH, 40.0));
        Some(Self {
            alt: alt(words, locations),
            towns: towns
                .iter()
                .filter_map(|town| labels.name(&town.name, frame.place(town.at)))
                .take(8)
                .collect(),
            pins: pins.iter().map(Cluster::view).collect(),
            scale_end: decimal(scale_end),
            scale_label: decimal(scale_end + 5.0),
            scale: scale_words,
        })
    }
}

/// What the picture shows of the country.
struct Frame {
    centre: Coordinates,
    /// The cosine of the mean latitude: a degree of longitude is that much shorter than one of latitude.
    narrowing: f64,
    units_in_a_kilometre: f64,
}

impl Frame {
    fn around(points: &[Coordinates]) -> Option<Self> {
        let ends = |axis: fn(&Coordinates) -> f64| {
            let values = points.iter().map(axis);
            let low = values.clone().reduce(f64::min)?;
            Some((low, values.reduce(f64::max)?))
        };
        let (south, north) = ends(|point| point.latitude)?;
        let (west, east) = ends(|point| point.longitude)?;
        let centre = Coordinates {
            latitude: f64::midpoint(south, north),
            longitude: f64::midpoint(west, east),
        };
        let narrowing = centre.latitude.to_radians().cos();
        let across = (east - west) * KILOMETRES_IN_A_DEGREE * narrowing;
        let down = (north - south) * KILOMETRES_IN_A_DEGREE;
        let kilometres = NARROWEST_KILOMETRES
            .max(across * WIDTH / (WIDTH - 2.0 * MARGIN))
            .max(down * WIDTH / (HEIGHT - 2.0 * MARGIN));
        Some(Self {
            centre,
            narrowing,
            units_in_a_kilometre: WIDTH / kilometres,
        })
    }

    /// Where a point stands in the picture.
    fn place(&self, point: Coordinates) -> (f64, f64) {
        let unit = KILOMETRES_IN_A_DEGREE * self.units_in_a_kilometre;
        let east = (point.longitude - self.centre.longitude) * self.narrowing;
        let north = point.latitude - self.centre.latitude;
        (WIDTH / 2.0 + east * unit, HEIGHT / 2.0 - north * unit)
    }

    /// The longest round number of kilometres within a third of the width.
    fn scale(&self) -> u8 {
        LENGTHS_OF_SCALE
            .into_iter()
            .rev()
            .find(|length| f64::from(*length) * self.units_in_a_kilometre <= WIDTH / 3.0)
            .unwrap_or(1)
    }
}

/// Locations that share a pin.
struct Cluster {
    at: (f64, f64),
    numbers: Vec<String>,
}

fn pins(frame: &Frame, locations: &[Numbered<'_>]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for location in locations {
        let at = frame.place(location.at);
        let number = location.number.to_string();
        let near = clusters.iter_mut().find(|cluster| {
            let half = cluster.width() / 2.0 - 10.0;
            (cluster.at.0 - at.0).abs() - half < PINS_TOUCH
                && (cluster.at.1 - at.1).abs() < PINS_TOUCH
        });
        match near {
            Some(cluster) => cluster.numbers.push(number),
            None => clusters.push(Cluster {
                at,
                numbers: vec![number],
            }),
        }
    }
    clusters
}

impl Cluster {
    fn words(&self) -> String {
        self.numbers.join(", ")
    }

    fn width(&self) -> f64 {
        (Labels::width(&self.words()) + 8.0).max(20.0)
    }

    fn area(&self) -> Box2 {
        let half = self.width() / 2.0;
        Box2::new(
            self.at.0 - half,
            self.at.1 - 10.0,
            self.at.0 + half,
            self.at.1 + 10.0,
        )
    }

    fn view(&self) -> Pin {
        Pin {
            x: decimal(self.at.0),
            y: decimal(self.at.1 + 4.5),
            left: decimal(self.at.0 - self.width() / 2.0),
            top: decimal(self.at.1 - 10.0),
            width: decimal(self.width()),
            numbers: self.words(),
        }
    }
}

fn alt(words: Words<'_>, locations: &[Numbered<'_>]) -> String {
    let parts: Vec<String> = locations
        .iter()
        .map(|location| match location.place {
            Some(place) => words.say(
                "map-at",
                &[
                    ("number", location.number.into()),
                    ("place", MessageValue::Text(place)),
                ],
            ),
            None => location.number.to_string(),
        })
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    words.with_text("map-alt", "list", &words.list(&parts))
}

/// With one decimal, and none when it would be zero.
pub(super) fn decimal(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
