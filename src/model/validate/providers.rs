//! Judges the providers and their locations.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, Phrase, Place, codes, phrase, said};
use crate::model::{
    Coordinates, InsideLink, Location, LocationId, PostcodeArea, Provider, ProviderId,
    PurchasingLevel, Reply, Slug,
};
use crate::sources::Document;

use super::catalogue::Catalogue;
use super::fields::Fields;
use super::form::{self, Form};
use super::markdown;
use super::postcodes;
use super::sole_traders;

/// A reply longer than this is not a short reply.
const LONGEST_REPLY: usize = 600;

pub(super) const PURCHASING_LEVELS: &[(&str, PurchasingLevel)] = &[
    ("local", PurchasingLevel::Local),
    ("regional", PurchasingLevel::Regional),
    ("supra-regional", PurchasingLevel::SupraRegional),
    ("national", PurchasingLevel::National),
];

/// The providers and their names.
pub(super) struct Providers {
    pub(super) list: Vec<Provider>,
    pub(super) names: Catalogue<ProviderId>,
    /// Names of the locations of each provider.
    pub(super) locations: Vec<Catalogue<LocationId>>,
    pub(super) links: Vec<InsideLink>,
}

/// Judges every provider. A provider that is unusable keeps its name, so that rows about it are not faulty too.
pub(super) fn judge(
    documents: &[Document],
    postcodes: &[PostcodeArea],
    today: Date,
    diagnostics: &mut Vec<Diagnostic>,
) -> Providers {
    let mut providers = Providers {
        list: Vec::new(),
        names: Catalogue::new(phrase("provider"), codes::E0302),
        locations: Vec::new(),
        links: Vec::new(),
    };
    let mut identifiers = BTreeMap::new();
    for (rank, document) in (0..).zip(documents) {
        let place = Place::whole(document.file);
        let name = Located::new(document.name.as_str(), place);
        providers.names.add(name, ProviderId(rank), diagnostics);
        let mut locations = Catalogue::new(phrase("location"), codes::E0308);
        let judged = Judge {
            postcodes,
            today,
            identifiers: &mut identifiers,
            links: &mut providers.links,
            locations: &mut locations,
        }
        .provider(document, diagnostics);
        providers.locations.push(locations);
        providers.list.extend(judged);
    }
    providers
}

struct Judge<'a> {
    postcodes: &'a [PostcodeArea],
    today: Date,
    identifiers: &'a mut BTreeMap<(&'static str, String), Place>,
    links: &'a mut Vec<InsideLink>,
    locations: &'a mut Catalogue<LocationId>,
}

impl Judge<'_> {
    fn provider(
        &mut self,
        document: &Document,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Provider> {
        let place = Place::whole(document.file);
        let slug = form::read(
            &form::SLUG,
            Located::new(document.name.as_str(), place),
            diagnostics,
        );
        let mut fields = Fields::of(document);
        let name = fields.required_text("name", diagnostics);
        let legal_name = fields.text("legal_name", diagnostics);
        let kvk = self.identifier(&mut fields, "kvk", &form::KVK, diagnostics);
        let agb = self.identifier(&mut fields, "agb", &form::AGB, diagnostics);
        let website = fields.formed("website", &form::WEB_ADDRESS, diagnostics);
        let email = fields.formed("email", &form::MAIL_ADDRESS, diagnostics);
        let phone = fields.formed("phone", &form::PHONE, diagnostics);
        let asked_for = sole_traders::judge(&mut fields, legal_name, diagnostics);
        let languages = fields
            .texts("languages", diagnostics)
            .into_iter()
            .filter_map(|tag| form::read(&form::LANGUAGE, tag, diagnostics))
            .collect();
        let level = fields.text("level", diagnostics).and_then(|word| {
            form::word(
                phrase("a purchasing level"),
                PURCHASING_LEVELS,
                word,
                diagnostics,
            )
        });
        let status_note = fields.text("status_note", diagnostics);
        let locations = self.locations(&mut fields, diagnostics);
        let reply = self.reply(&mut fields, diagnostics);
        fields.finish(diagnostics);
        let (description, inside) = markdown::judge(&document.body, diagnostics);
        self.links.extend(inside);
        let provider = Provider {
            slug: slug?,
            name: name?.value.into(),
            legal_name: legal_name.map(|text| text.value.into()),
            kvk,
            agb,
            website,
            email,
            phone,
            sole_trader: None,
            languages,
            level,
            status_note: status_note.map(|text| text.value.into()),
            locations,
            reply,
            description,
        };
        Some(match asked_for {
            Some(asked_for) => {
                sole_traders::withhold(provider, &asked_for, document, self.postcodes, diagnostics)
            }
            None => provider,
        })
    }

    /// An identifier, which two providers should not share.
    fn identifier<T>(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        form: &Form<T>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        let written = fields.text(key, diagnostics)?;
        let identifier = form::read(form, written, diagnostics)?;
        let first = self
            .identifiers
            .insert((key, written.value.to_owned()), written.place);
        if let Some(first) = first {
            diagnostics.push(
                Diagnostic::new(
                    codes::W0417,
                    written.place,
                    said("`{key}` `{written}` belongs to two providers", [("key", &key), ("written", &written.value)]),
                )
                .related(first, "also used here")
                .help("check which of them it belongs to; leave it when they are one organisation under two names"),
            );
        }
        Some(identifier)
    }

    fn locations(
        &mut self,
        fields: &mut Fields<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Location> {
        let mut locations = Vec::new();
        for (rank, table) in (0..).zip(fields.tables("locations", diagnostics)) {
            locations.extend(self.location(LocationId(rank), table, diagnostics));
        }
        locations
    }

    fn location(
        &mut self,
        id: LocationId,
        mut fields: Fields<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Location> {
        let written = fields.required_text("id", diagnostics);
        let slug: Option<Slug> = written.and_then(|text| {
            self.locations.add(text, id, diagnostics);
            form::read(&form::SLUG, text, diagnostics)
        });
        let name = fields.text("name", diagnostics);
        let address = fields.text("address", diagnostics);
        let postcode_place = fields.place_of("postcode");
        let postcode = fields.formed("postcode", &form::POSTCODE, diagnostics);
        let place = fields.text("place", diagnostics);
        let municipality = fields.formed("municipality", &form::CBS_CODE, diagnostics);
        let coordinates = coordinates(&mut fields, diagnostics);
        let phone = fields.formed("phone", &form::PHONE, diagnostics);
        let accessibility = fields.text("accessibility", diagnostics);
        fields.finish(diagnostics);
        let area = postcode.as_ref().and_then(|postcode| {
            postcodes::find(
                self.postcodes,
                postcode.pc4(),
                place.as_ref().map(|place| place.value),
            )
        });
        if let (Some(postcode), None, None) = (&postcode, area, &municipality) {
            diagnostics.push(
                Diagnostic::new(
                    codes::W0416,
                    postcode_place,
                    said("postcode `{postcode}` is not in `postcodes.csv`", [("postcode", &postcode.as_str())]),
                )
                .help("correct the postcode, or add its four digits to `postcodes.csv`, or give the `municipality` of this location"),
            );
        }
        Some(Location {
            slug: slug?,
            name: name.map(|text| text.value.into()),
            address: address.map(|text| text.value.into()),
            place: place
                .map(|text| text.value.into())
                .or_else(|| area.map(|area| area.place.clone())),
            municipality: municipality.or_else(|| area.map(|area| area.municipality.clone())),
            is_point_of_postcode: coordinates.is_none()
                && area.is_some_and(|area| area.coordinates.is_some()),
            coordinates: coordinates.or_else(|| area.and_then(|area| area.coordinates)),
            postcode,
            phone,
            accessibility: accessibility.map(|text| text.value.into()),
        })
    }

    fn reply(&self, fields: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Reply> {
        let mut table = fields.table("reply", diagnostics)?;
        let text = table.required_text("text", diagnostics);
        if !table.has("date") {
            table.missing("date", diagnostics);
        }
        let date = table.date("date", diagnostics);
        table.finish(diagnostics);
        let (text, date) = (text?, date?);
        let length = text.value.chars().count();
        if length > LONGEST_REPLY {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0202,
                    text.place,
                    said("a reply of {length} characters", [("length", &length)]),
                )
                .help(said(
                    "a reply is short: at most {most} characters",
                    [("most", &LONGEST_REPLY)],
                )),
            );
        }
        if date.value > self.today {
            diagnostics.push(future(phrase("a reply"), date, self.today));
        }
        Some(Reply {
            text: text.value.into(),
            date: date.value,
        })
    }
}

/// Says that something has a date after the day of the site.
pub(super) fn future(what: Phrase, date: Located<Date>, today: Date) -> Diagnostic {
    Diagnostic::new(
        codes::E0505,
        date.place,
        said("{what} from the future: {date}", []).with_day("date", date.value).with("what", what),
    )
    .help(said(
        "the site is made for {today}: correct the date, or build for a later day with `--date`",
        [],
    ).with_day("today", today))
}

fn coordinates(fields: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Coordinates> {
    let place = fields.place_of("latitude");
    let latitude = fields.number("latitude", diagnostics);
    let longitude = fields.number("longitude", diagnostics);
    match (latitude, longitude) {
        (None, None) => None,
        (Some(latitude), Some(longitude)) => postcodes::point(latitude, longitude, diagnostics),
        (Some(_), None) | (None, Some(_)) => {
            diagnostics.push(postcodes::half_a_point(place));
            None
        }
    }
}
