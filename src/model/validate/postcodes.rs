//! Judges the postcode table, and finds areas in it.

use crate::diagnostics::{Diagnostic, Located, Place, codes, said};
use crate::model::{Coordinates, Pc4, PostcodeArea};
use crate::sources::CsvTable;

use super::cells::Columns;
use super::form;

/// The box around the European Netherlands, in degrees (WGS 84), with a margin for towns across the border.
const LATITUDES: std::ops::RangeInclusive<f64> = 50.5..=53.8;
const LONGITUDES: std::ops::RangeInclusive<f64> = 3.0..=7.5;

/// Judges `postcodes.csv`; ordered by postcode, the order of the file within one.
pub(super) fn judge(table: &CsvTable, diagnostics: &mut Vec<Diagnostic>) -> Vec<PostcodeArea> {
    let mut columns = Columns::new(table);
    let pc4 = columns.required("pc4", diagnostics);
    let municipality = columns.required("municipality", diagnostics);
    let place = columns.required("place", diagnostics);
    let latitude = columns.required("latitude", diagnostics);
    let longitude = columns.required("longitude", diagnostics);
    let mut areas = Vec::new();
    for row in columns.finish(diagnostics) {
        let digits = pc4.required(row, diagnostics);
        let digits = digits.and_then(|cell| form::read(&form::PC4, cell, diagnostics));
        let code = municipality.required(row, diagnostics);
        let code = code.and_then(|cell| form::read(&form::CBS_CODE, cell, diagnostics));
        let place = place.required(row, diagnostics);
        let mut degrees = |column: &super::cells::Column| {
            let cell = column.cell(row)?;
            let number = cell.value.parse::<f64>().ok();
            if number.is_none() {
                diagnostics.push(
                    Diagnostic::new(
                        codes::E0408,
                        cell.place,
                        said(
                            "`{written}` is not a number of degrees",
                            [("written", &cell.value)],
                        ),
                    )
                    .help("write degrees with a decimal point, such as `52.2112`"),
                );
            }
            number.map(|number| Located::new(number, cell.place))
        };
        let point_parts = (degrees(&latitude), degrees(&longitude));
        let coordinates = match point_parts {
            (Some(latitude), Some(longitude)) => point(latitude, longitude, diagnostics),
            (None, None) => None,
            (Some(half), None) | (None, Some(half)) => {
                diagnostics.push(half_a_point(half.place));
                None
            }
        };
        if let (Some(pc4), Some(municipality), Some(place)) = (digits, code, place) {
            areas.push(PostcodeArea {
                pc4,
                municipality,
                place: place.value.into(),
                coordinates,
            });
        }
    }
    areas.sort_by_key(|area| area.pc4);
    areas
}

/// The area of a postcode, when there is one only: by place, when that is stated.
pub(super) fn find<'a>(
    areas: &'a [PostcodeArea],
    pc4: Pc4,
    place: Option<&str>,
) -> Option<&'a PostcodeArea> {
    let first = areas.partition_point(|area| area.pc4 < pc4);
    let candidates: Vec<&PostcodeArea> = areas[first..]
        .iter()
        .take_while(|area| area.pc4 == pc4)
        .collect();
    let by_place = candidates
        .iter()
        .find(|area| place.is_some_and(|place| place.eq_ignore_ascii_case(&area.place)));
    by_place.or_else(|| candidates.first()).copied()
}

/// Says that one of two coordinates is missing.
pub(super) fn half_a_point(place: Place) -> Diagnostic {
    Diagnostic::new(codes::E0408, place, "half a point")
        .help("give both `latitude` and `longitude`, or neither")
}

/// A point in or near the Netherlands.
pub(super) fn point(
    latitude: Located<f64>,
    longitude: Located<f64>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Coordinates> {
    for (key, degrees, range) in [
        ("latitude", latitude, LATITUDES),
        ("longitude", longitude, LONGITUDES),
    ] {
        if !range.contains(&degrees.value) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0408,
                    degrees.place,
                    said(
                        "`{key}` {degrees} is not in the Netherlands",
                        [("key", &key), ("degrees", &degrees.value)],
                    ),
                )
                .help(said(
                    "a `{key}` lies between {start} and {end} degrees; were the two exchanged?",
                    [
                        ("key", &key),
                        ("start", &range.start()),
                        ("end", &range.end()),
                    ],
                )),
            );
            return None;
        }
    }
    Some(Coordinates {
        latitude: latitude.value,
        longitude: longitude.value,
    })
}
