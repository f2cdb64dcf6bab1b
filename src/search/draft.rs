//! What each record says in each field, before it is analysed.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Parser};

use crate::model::{
    AgbCode, Dataset, KvkNumber, LocalService, Product, Profile, Provider, TextPage, Vocabulary,
};

use super::field::Field;

/// What a record says in each field, as it is written. Parts of compounds come later.
pub(super) type Draft = [String; Field::ALL.len()];

fn draft(title: String, codes: String, short: String, body: &[&str]) -> Draft {
    let mut text = String::new();
    for markdown in body {
        for event in Parser::new(markdown) {
            if let Event::Text(words) | Event::Code(words) = event {
                text.push_str(&words);
                text.push(' ');
            }
        }
    }
    [title, codes, short, String::new(), text]
}

pub(super) fn of_product(product: &Product) -> Draft {
    let title = format!(
        "{} {} {}",
        product.plain_name,
        product.name,
        product.code.as_str()
    );
    let first_talk = product.first_talk.as_deref();
    let mut body = vec![&*product.description];
    body.extend(first_talk);
    draft(title, String::new(), product.summary.to_string(), &body)
}

pub(super) fn of_profile(profile: &Profile) -> Draft {
    draft(
        format!("{} {}", profile.question, profile.name),
        String::new(),
        format!("{} {}", profile.need, profile.result),
        &[&profile.description],
    )
}

pub(super) fn of_page(page: &TextPage) -> Draft {
    draft(
        page.title.to_string(),
        String::new(),
        page.description.to_string(),
        &[&page.body],
    )
}

pub(super) fn of_service(service: &LocalService) -> Draft {
    let short = [&service.kind, &service.summary, &service.place];
    let short: Vec<&str> = short.into_iter().flatten().map(|text| &**text).collect();
    draft(
        service.name.to_string(),
        String::new(),
        short.join(" "),
        &[],
    )
}

pub(super) fn of_place(name: &str, postcodes: &[String]) -> Draft {
    draft(name.to_owned(), postcodes.join(" "), String::new(), &[])
}

pub(super) fn of_provider(provider: &Provider, vocabulary: &Vocabulary) -> Draft {
    let mut title = provider.name.to_string();
    if let Some(legal) = &provider.legal_name {
        title.push(' ');
        title.push_str(legal);
    }
    let kvk = provider.kvk.as_ref().map(KvkNumber::as_str);
    let agb = provider.agb.as_ref().map(AgbCode::as_str);
    let spoken = vocabulary
        .languages
        .iter()
        .filter(|(tag, _)| provider.languages.contains(tag))
        .flat_map(|(_, names)| names.iter().map(|name| &**name));
    let codes: Vec<&str> = kvk.into_iter().chain(agb).chain(spoken).collect();
    let mut body = vec![&*provider.description];
    body.extend(provider.status_note.as_deref());
    draft(title, codes.join(" "), String::new(), &body)
}

/// Places with a provider, with their postcodes of four digits.
pub(super) fn place_names(dataset: &Dataset) -> BTreeMap<Box<str>, Vec<String>> {
    let mut places: BTreeMap<Box<str>, Vec<String>> = BTreeMap::new();
    let located = dataset
        .providers()
        .flat_map(|(_, provider)| &provider.locations)
        .filter_map(|location| location.place.clone());
    for name in located {
        places.entry(name).or_default();
    }
    for area in dataset.postcodes() {
        if let Some(postcodes) = places.get_mut(&area.place) {
            postcodes.push(area.pc4.number().to_string());
        }
    }
    places
}
