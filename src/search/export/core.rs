//! The first file, behind what is shared: what can be found, what is said beside a result, and the index of short fields.

use std::collections::BTreeMap;

use crate::model::{LocationId, ProviderId};

use super::super::document::{Document, DocumentKind, Subject, locations};
use super::super::fold::fold;
use super::super::index::MunicipalityIndex;
use super::coder::Encoder;
use super::kinds::zigzag;
use super::postings::{Words, write_core};
use super::shared::{MOST, Shared};
use super::{kinds, logarithms, offers};

/// Writes the first file.
pub(super) fn write(index: &MunicipalityIndex<'_>, shared: &Shared, words: &Words) -> Vec<u8> {
    let documents = index.documents.len();
    assert!(documents <= MOST, "the browser counts {MOST} documents");
    let mut to = shared.core.clone();
    write_documents(index, &mut to);
    write_goals(index, &mut to);
    let points = write_points(index, &mut to);
    write_providers(index, &points, &mut to);
    offers::write(index, &mut to);
    logarithms::write_rounded(1..=documents, documents, &mut to);
    write_core(words, &mut to);
    to.finish()
}

fn of_kind<'a>(
    index: &'a MunicipalityIndex<'_>,
    kind: DocumentKind,
) -> impl Iterator<Item = &'a Document<'a>> {
    index
        .documents
        .iter()
        .filter(move |document| document.kind == kind)
}

fn write_documents(index: &MunicipalityIndex<'_>, to: &mut Encoder) {
    for kind in DocumentKind::ALL {
        to.number(kinds::COUNT, of_kind(index, kind).count());
        for document in of_kind(index, kind) {
            write_document(index, document, to);
        }
    }
}

/// Writes which document each goal of the region's notions is here.
fn write_goals(index: &MunicipalityIndex<'_>, to: &mut Encoder) {
    let mut next = 0;
    for document in &index.goals {
        to.optional(
            kinds::GOAL,
            document.map(|document| zigzag_between(next, document)),
        );
        next = document.map_or(next, |document| document + 1);
    }
}

/// A step from one number to another.
fn zigzag_between(from: usize, to: usize) -> usize {
    let place = |number: usize| i64::try_from(number).expect("a site is that small");
    zigzag(place(to) - place(from))
}

fn write_document(index: &MunicipalityIndex<'_>, document: &Document<'_>, to: &mut Encoder) {
    to.text("", document.title);
    let is_same = document.slug == slug_of(document.title);
    to.flag(kinds::SAME_SLUG, is_same);
    if !is_same {
        to.text("", &document.slug);
    }
    match document.subject {
        Subject::Product(id) => {
            let product = index.dataset.product(id);
            to.text("", document.short);
            to.text("", product.code.as_str());
            to.number(kinds::GROUP, product.group.index());
        }
        Subject::Service(rank) => {
            to.text("", document.short);
            let phone = index.dataset.local_services[rank].phone.as_ref();
            to.flag(kinds::HAS_PHONE, phone.is_some());
            if let Some(phone) = phone {
                to.text("", phone.as_str());
            }
        }
        Subject::Question(_) => to.text("", document.short),
        Subject::Provider(_) => {}
        Subject::Itself => {
            if document.kind == DocumentKind::Page {
                to.text("", document.short);
            }
        }
    }
}

/// The slug that the browser makes of a title itself.
fn slug_of(title: &str) -> String {
    let folded = fold(title);
    let parts = folded.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// Thousandths of a degree: about a hundred metres.
type Point = (i64, i64);

#[expect(
    clippy::cast_possible_truncation,
    reason = "degrees are between -180 and 180"
)]
fn point(coordinates: crate::model::Coordinates) -> Point {
    let thousandths = |degrees: f64| (degrees * 1000.0).round() as i64;
    (
        thousandths(coordinates.latitude),
        thousandths(coordinates.longitude),
    )
}

fn provider_locations<'a>(
    index: &'a MunicipalityIndex<'_>,
) -> impl Iterator<Item = (ProviderId, Vec<LocationId>)> + 'a {
    of_kind(index, DocumentKind::Provider).filter_map(|document| match document.subject {
        Subject::Provider(id) => Some((id, locations(index.dataset, index.plan, id))),
        Subject::Product(_) | Subject::Question(_) | Subject::Service(_) | Subject::Itself => None,
    })
}

/// Writes the points at which providers work, in order, then the centres of the municipality's postcodes.
fn write_points(index: &MunicipalityIndex<'_>, to: &mut Encoder) -> BTreeMap<Point, usize> {
    let mut points: BTreeMap<Point, usize> = provider_locations(index)
        .flat_map(|(provider, locations)| {
            locations
                .into_iter()
                .filter_map(move |location| index.dataset.location(provider, location).coordinates)
        })
        .map(|coordinates| (point(coordinates), 0))
        .collect();
    to.number(kinds::COUNT, points.len());
    let mut before = (52_000, 5_000);
    for (rank, (point, number)) in points.iter_mut().enumerate() {
        *number = rank;
        write_point(&mut before, *point, to);
    }
    let code = &index.dataset.municipality(index.plan.municipality).code;
    let postcodes: BTreeMap<usize, Point> = index
        .dataset
        .postcodes()
        .iter()
        .filter(|area| area.municipality == *code)
        .filter_map(|area| Some((usize::from(area.pc4.number()), point(area.coordinates?))))
        .collect();
    to.number(kinds::COUNT, postcodes.len());
    let mut last = 0;
    for (postcode, point) in postcodes {
        to.number(kinds::POSTCODE, postcode - last);
        last = postcode;
        write_point(&mut before, point, to);
    }
    points
}

fn write_point(before: &mut Point, point: Point, to: &mut Encoder) {
    to.number(kinds::LATITUDE, zigzag(point.0 - before.0));
    to.number(kinds::LONGITUDE, zigzag(point.1 - before.1));
    *before = point;
}

fn write_providers(
    index: &MunicipalityIndex<'_>,
    points: &BTreeMap<Point, usize>,
    to: &mut Encoder,
) {
    let places: Vec<&str> = of_kind(index, DocumentKind::Place)
        .map(|place| place.slug.as_str())
        .collect();
    let mut languages: Vec<&str> = Vec::new();
    for (id, locations) in provider_locations(index) {
        let provider = index.dataset.provider(id);
        to.number(kinds::LANGUAGES, provider.languages.len());
        for language in &provider.languages {
            let known = languages
                .iter()
                .position(|other| *other == language.as_str());
            to.optional(kinds::LANGUAGE, known);
            if known.is_none() {
                to.text("", language.as_str());
                languages.push(language.as_str());
            }
        }
        to.number(kinds::LOCATIONS, locations.len());
        for location in locations {
            let location = index.dataset.location(id, location);
            let place = location.place.as_deref().map(crate::plan::to_slug);
            let rank = place.and_then(|slug| places.iter().position(|other| **other == slug));
            to.optional(kinds::PLACE, rank);
            to.optional(
                kinds::POINT,
                location
                    .coordinates
                    .map(|coordinates| points[&point(coordinates)]),
            );
        }
    }
}
