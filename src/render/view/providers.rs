//! `/aanbieders/` from A to Z and by place, and `/plaats/<place>/`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Location, LocationId, ProviderId};
use crate::plan::{Page, sort_key};
use crate::render::messages::MessageValue;
use crate::render::travel::points_text;

use super::contact::ContactView;
use super::context::SiteContext;
use super::frame::{Frame, Head, Section};
use super::narrow_box::NarrowBox;
use super::page_view::PageView;
use super::provider_line::ProviderLine;

/// `page` of `providers.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProvidersPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// «48 aanbieders in Apeldoorn.»
    pub counts: String,
    /// Places with providers, in order of name.
    pub places: Vec<PlaceLink<'a>>,
    /// The box that narrows the list by name.
    pub narrow: NarrowBox,
    /// Every letter, also those that no name starts with.
    pub letter_bar: Vec<LetterLink>,
    /// Providers by first letter.
    pub letters: Vec<LetterView<'a>>,
}

/// A way to a place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlaceLink<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// «3 aanbieders»
    pub count: &'a str,
}

/// A letter of the bar above the list.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LetterLink {
    /// The letter, or `0-9`.
    pub letter: String,
    /// Its place in the list, when a name starts with it.
    pub anchor: Option<String>,
}

/// The providers under one letter.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LetterView<'a> {
    /// The letter, or `0-9`.
    pub letter: String,
    /// Its anchor.
    pub anchor: String,
    /// Its providers, in order of name.
    pub providers: Vec<ProviderLine<'a>>,
    /// Whether the way back to the letters is long.
    pub is_long: bool,
}

/// More names than this under one letter fill a phone.
const LONG: usize = 5;

/// `page` of `place.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlacePage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// «3 aanbieders werken in Epe.»
    pub counts: String,
    /// Who works there, in order of name.
    pub providers: Vec<ProviderAtPlace<'a>>,
    /// Other places with providers.
    pub other_places: Vec<PlaceLink<'a>>,
}

/// A provider with its locations in one place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProviderAtPlace<'a> {
    /// The provider.
    pub provider: ProviderLine<'a>,
    /// Its locations there.
    pub locations: Vec<ContactView<'a>>,
}

impl PageView for ProvidersPage<'_> {
    const TEMPLATE: &'static str = "providers.html";
}

impl PageView for PlacePage<'_> {
    const TEMPLATE: &'static str = "place.html";
}

impl SiteContext<'_> {
    /// All providers.
    #[must_use]
    pub fn providers_page(&self, page: &Page) -> ProvidersPage<'_> {
        let providers = &self.plan.contracted.providers;
        let head = Head::new(
            self.text("providers-title"),
            self.in_municipality("providers-description"),
            Section::Providers,
        );
        let letters = self.by_letter(providers);
        ProvidersPage {
            frame: self.frame(page, head),
            counts: self.words.say(
                "providers-here-sentence",
                &[
                    ("count", providers.len().into()),
                    ("municipality", MessageValue::Text(&self.municipality.name)),
                ],
            ),
            places: self.place_links(None),
            narrow: NarrowBox::new(self.words),
            letter_bar: letter_bar(letters.iter().map(|view| view.letter.as_str())),
            letters,
        }
    }

    fn by_letter(&self, providers: &[ProviderId]) -> Vec<LetterView<'_>> {
        let mut letters: Vec<LetterView<'_>> = Vec::new();
        for id in providers {
            let line = self.provider_line(*id);
            let letter = letter_of(line.name);
            match letters.iter_mut().find(|view| view.letter == letter) {
                Some(view) => view.providers.push(line),
                None => letters.push(LetterView {
                    anchor: anchor_of(&letter),
                    letter,
                    providers: vec![line],
                    is_long: false,
                }),
            }
        }
        for view in &mut letters {
            view.is_long = view.providers.len() > LONG;
        }
        letters
    }

    /// The places with providers, in order of name, without one.
    fn place_links(&self, except: Option<&str>) -> Vec<PlaceLink<'_>> {
        let all = self.places.get_or_init(|| {
            let places = self.plan.contracted.by_place.iter();
            let mut counted: Vec<(&String, String)> = places
                .map(|(slug, place)| {
                    let count = providers_at(&place.locations).len();
                    (slug, self.words.with_count("providers-count", count))
                })
                .collect();
            counted.sort_by_cached_key(|(slug, _)| {
                sort_key(&self.plan.contracted.by_place[*slug].name)
            });
            counted
                .into_iter()
                .map(|(slug, count)| (slug.clone(), count))
                .collect()
        });
        all.iter()
            .filter(|(slug, _)| Some(slug.as_str()) != except)
            .map(|(slug, count)| PlaceLink {
                slug,
                name: &self.plan.contracted.by_place[slug].name,
                count,
            })
            .collect()
    }

    /// Who works in one place.
    ///
    /// # Panics
    /// When nobody does: then the plan has no page for it.
    #[must_use]
    pub fn place_page<'b>(&'b self, page: &Page, slug: &str) -> PlacePage<'b> {
        let place = &self.plan.contracted.by_place[slug];
        let name = MessageValue::Text(&place.name);
        let municipality = MessageValue::Text(&self.municipality.name);
        let head = Head::new(
            self.words.say("place-title", &[("place", name.clone())]),
            self.words.say(
                "place-description",
                &[("place", name.clone()), ("municipality", municipality)],
            ),
            Section::Providers,
        )
        .under(self.text("providers-title"), "aanbieders/");
        let providers = providers_at(&place.locations);
        PlacePage {
            frame: self.frame(page, head),
            counts: self.words.say(
                "place-counts",
                &[("count", providers.len().into()), ("place", name)],
            ),
            providers: providers
                .into_iter()
                .map(|id| self.provider_at_place(id, &place.locations))
                .collect(),
            other_places: self.place_links(Some(slug)),
        }
    }

    /// A provider with its locations in one place: distances on that page are to those only.
    fn provider_at_place(
        &self,
        id: ProviderId,
        at: &[(ProviderId, LocationId)],
    ) -> ProviderAtPlace<'_> {
        let locations: Vec<&Location> = at
            .iter()
            .filter(|(provider, _)| *provider == id)
            .map(|(provider, location)| self.dataset.location(*provider, *location))
            .collect();
        ProviderAtPlace {
            provider: ProviderLine {
                at: points_text(locations.iter().copied()),
                ..self.provider_line(id)
            },
            locations: locations
                .into_iter()
                .map(ContactView::of_location)
                .collect(),
        }
    }
}

/// Providers of a place, each once, in their order.
fn providers_at(locations: &[(ProviderId, LocationId)]) -> Vec<ProviderId> {
    let mut providers: Vec<ProviderId> = Vec::new();
    for (provider, _) in locations {
        if !providers.contains(provider) {
            providers.push(*provider);
        }
    }
    providers
}

/// The alphabet, and before and after it what else the names start with, given the letters of the list in its order.
fn letter_bar<'a>(in_list: impl Iterator<Item = &'a str>) -> Vec<LetterLink> {
    let mut bar: Vec<LetterLink> = ('A'..='Z')
        .map(|letter| LetterLink {
            letter: letter.to_string(),
            anchor: None,
        })
        .collect();
    for letter in in_list {
        let anchor = Some(anchor_of(letter));
        if let Some(link) = bar.iter_mut().find(|link| link.letter == letter) {
            link.anchor = anchor;
        } else {
            let link = LetterLink {
                letter: letter.to_owned(),
                anchor,
            };
            let rank = if letter == DIGITS { 0 } else { bar.len() };
            bar.insert(rank, link);
        }
    }
    bar
}

fn anchor_of(letter: &str) -> String {
    format!("letter-{}", letter.to_lowercase())
}

/// Above names that start with no letter.
const DIGITS: &str = "0-9";

/// The first letter of a name as lists order it; `0-9` when it starts with none.
fn letter_of(name: &str) -> String {
    let (key, _) = sort_key(name);
    match key.chars().find(|character| character.is_alphanumeric()) {
        Some(letter) if letter.is_alphabetic() => letter.to_uppercase().collect(),
        Some(_) | None => DIGITS.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::letter_bar;

    #[test]
    fn the_bar_has_every_letter_and_leads_only_to_those_that_names_start_with() {
        let bar = letter_bar(["0-9", "B", "Ω"].into_iter());
        let text: Vec<&str> = bar.iter().map(|link| link.letter.as_str()).collect();
        assert_eq!(text.concat(), "0-9ABCDEFGHIJKLMNOPQRSTUVWXYZΩ");
        let led: Vec<&str> = bar
            .iter()
            .filter_map(|link| link.anchor.as_deref())
            .collect();
        assert_eq!(led, ["letter-0-9", "letter-b", "letter-ω"]);
    }
}
