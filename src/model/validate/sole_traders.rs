//! Judges whether a provider is one person, and keeps out what that person did not ask to be published.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Located, Place, codes, phrase, said};
use crate::model::{Coordinates, Location, PersonalDetail, PostcodeArea, Provider};
use crate::sources::{Document, Table, TomlValue};

use super::fields::Fields;
use super::form;

/// Keys of a provider's file that are personal details themselves, or the name under which it works.
const DETAIL_KEYS: [&str; 9] = [
    "name",
    "legal_name",
    "kvk",
    "agb",
    "website",
    "email",
    "phone",
    "address",
    "postcode",
];

/// How a legal name begins a trade name: «A. Jansen h.o.d.n. De Berk».
const TRADES_AS: [&str; 4] = ["eenmanszaak", "h.o.d.n", "hodn ", "handelend onder de naam"];

/// Words of the legal names of organisations, which trade under other names too.
const ORGANISATIONS: [&str; 12] = [
    "b.v",
    "bv",
    "n.v",
    "nv",
    "v.o.f",
    "vof",
    "c.v",
    "stichting",
    "vereniging",
    "maatschap",
    "coöperatie",
    "vennootschap",
];

/// What a provider of one person asked to be published; `None` for a provider that is not one person.
///
/// The word of the trade register counts until the file says otherwise: kept out is what can be mended, shown is not.
pub(super) fn judge(
    fields: &mut Fields<'_>,
    legal_name: Option<Located<&str>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<BTreeSet<PersonalDetail>> {
    let stated = fields.boolean("sole_trader", diagnostics);
    let legal_form = fields.text("legal_form", diagnostics);
    let asks = fields.has("publish");
    let asked_for: BTreeSet<PersonalDetail> = fields
        .texts("publish", diagnostics)
        .into_iter()
        .filter_map(|word| {
            let noun = phrase("a detail of a sole trader");
            form::word(noun, &PersonalDetail::WORDS, word, diagnostics)
        })
        .collect();
    // A value that is not true or false was refused already, and tells nothing.
    if fields.has("sole_trader") {
        return (stated != Some(false)).then_some(asked_for);
    }
    if asks {
        return Some(asked_for);
    }
    if let Some(form) = legal_form.filter(|form| is_one_person(form.value)) {
        diagnostics.push(
            Diagnostic::new(
                codes::W0424,
                form.place,
                said(
                    "`{form}` is one person: address, telephone, mail and numbers are kept out",
                    [("form", &form.value)],
                ),
            )
            .help("write `sole_trader = true` with what it asks to `publish`, or `sole_trader = false` when this is no home"),
        );
        return Some(asked_for);
    }
    if let Some(name) = legal_name.filter(|name| names_one_person(name.value)) {
        diagnostics.push(
            Diagnostic::new(
                codes::W0424,
                name.place,
                said(
                    "`{name}` looks like the legal name of one person, and its address and numbers are published",
                    [("name", &name.value)],
                ),
            )
            .help("write `sole_trader = true` to keep them out, or `sole_trader = false` when it is no sole trader"),
        );
    }
    None
}

/// Whether a legal form is that of one person: «Eenmanszaak» in the trade register, «zzp» and the like in spreadsheets.
fn is_one_person(legal_form: &str) -> bool {
    let form = legal_form.to_lowercase();
    let starts = [
        "eenmanszaak",
        "zzp",
        "zelfstandige zonder personeel",
        "natuurlijk persoon",
    ];
    form == "ez" || starts.iter().any(|word| form.starts_with(word))
}

fn names_one_person(legal_name: &str) -> bool {
    let name = legal_name.to_lowercase();
    let is_organisation = name
        .split_whitespace()
        .any(|word| ORGANISATIONS.contains(&word.trim_end_matches(['.', ','])));
    !is_organisation
        && (begins_with_initials(&name) || TRADES_AS.iter().any(|words| name.contains(words)))
}

/// «A.J. Voorbeeldsma»
fn begins_with_initials(name: &str) -> bool {
    let Some((initials, _)) = name.split_once(' ') else {
        return false;
    };
    let mut letters = initials.split_terminator('.');
    initials.ends_with('.') && letters.all(|letter| letter.chars().count() == 1)
}

/// The provider without the details that it did not ask to be published. Texts that name such a detail are errors.
pub(super) fn withhold(
    provider: Provider,
    asked_for: &BTreeSet<PersonalDetail>,
    document: &Document,
    areas: &[PostcodeArea],
    diagnostics: &mut Vec<Diagnostic>,
) -> Provider {
    let mut secrets = secrets(&provider);
    secrets.retain(|(detail, _)| !asked_for.contains(detail));
    let mut texts = vec![Located::new(
        document.body.value.as_str(),
        document.body.place,
    )];
    collect_texts(&document.front, &mut texts);
    let slug = bare(&document.name);
    for (key, detail) in PersonalDetail::WORDS {
        let mut values = secrets.iter().filter(|(of, _)| *of == detail);
        if values.clone().any(|(_, value)| slug.contains(value)) {
            diagnostics.push(
                Diagnostic::new(
                    codes::E0425,
                    Place::whole(document.file),
                    said("the file is named after the `{key}` of a sole trader", [("key", &key)]),
                )
                .help("give the file another name: it stands in the address of the page and in open data"),
            );
        }
        let Some(place) = values.find_map(|(_, value)| place_of(value, &texts)) else {
            continue;
        };
        diagnostics.push(
            Diagnostic::new(
                codes::E0425,
                place,
                said("a text names the `{key}` of a sole trader", [("key", &key)]),
            )
            .help(said(
                "take it out of the text, or add `{key}` to `publish` when the person asks for it",
                [("key", &key)],
            )),
        );
    }
    provider.without_personal_details(asked_for, |location| centre(areas, location))
}

/// The middle of the postcode areas of a location's place: the same for everybody who works there.
fn centre(areas: &[PostcodeArea], location: &Location) -> Option<Coordinates> {
    let place = location.place.as_deref()?;
    let points: Vec<Coordinates> = areas
        .iter()
        .filter(|area| area.place.eq_ignore_ascii_case(place))
        .filter(|area| {
            let own = location.municipality.as_ref();
            own.is_none_or(|own| *own == area.municipality)
        })
        .filter_map(|area| area.coordinates)
        .collect();
    Coordinates::middle(&points)
}

/// Letters and digits alone, in lower case: how a value is found in a text that writes it another way.
fn bare(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The digits of a telephone number without the zero or the country in front.
fn subscriber(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let abroad = ["0031", "31"];
    let own = abroad.iter().find_map(|code| {
        let rest = digits.strip_prefix(code)?;
        (rest.trim_start_matches('0').len() == 9).then_some(rest)
    });
    own.unwrap_or(&digits).trim_start_matches('0').to_owned()
}

/// The personal details of a provider, in the form in which they are looked for.
fn secrets(provider: &Provider) -> Vec<(PersonalDetail, String)> {
    let name = bare(&provider.name);
    let legal_name = provider.legal_name.as_deref().map(bare);
    let mut found: Vec<(PersonalDetail, String)> = [
        // A person may work under its own name.
        (
            PersonalDetail::LegalName,
            legal_name.filter(|legal| !name.contains(legal)),
        ),
        (
            PersonalDetail::Kvk,
            provider.kvk.as_ref().map(|kvk| bare(kvk.as_str())),
        ),
        (
            PersonalDetail::Agb,
            provider.agb.as_ref().map(|agb| bare(agb.as_str())),
        ),
        (
            PersonalDetail::Website,
            provider.website.as_ref().map(|site| bare(site.display())),
        ),
        (
            PersonalDetail::Email,
            provider.email.as_ref().map(|email| bare(email.as_str())),
        ),
        (
            PersonalDetail::Phone,
            provider
                .phone
                .as_ref()
                .map(|phone| subscriber(phone.as_str())),
        ),
    ]
    .into_iter()
    .filter_map(|(detail, value)| Some((detail, value?)))
    .collect();
    for location in &provider.locations {
        let phone = location.phone.as_ref();
        found.extend(phone.map(|phone| (PersonalDetail::Phone, subscriber(phone.as_str()))));
        let address = location.address.as_deref();
        found.extend(address.map(|street| (PersonalDetail::Address, bare(street))));
        let postcode = location.postcode.as_ref();
        found.extend(postcode.map(|code| (PersonalDetail::Address, bare(code.as_str()))));
    }
    found
}

/// Where a text says a value.
fn place_of(value: &str, texts: &[Located<&str>]) -> Option<Place> {
    let text = texts.iter().find(|text| bare(text.value).contains(value))?;
    Some(text.place)
}

/// Every text of the front matter that is no detail itself.
fn collect_texts<'a>(table: &'a Table, texts: &mut Vec<Located<&'a str>>) {
    for (key, entry) in &table.entries {
        if !DETAIL_KEYS.contains(&key.as_str()) || (key == "name" && !is_top(table)) {
            collect_value(&entry.value, texts);
        }
    }
}

/// Whether it is the provider's own table: a location has an id.
fn is_top(table: &Table) -> bool {
    !table.entries.contains_key("id")
}

fn collect_value<'a>(value: &'a Located<TomlValue>, texts: &mut Vec<Located<&'a str>>) {
    match &value.value {
        TomlValue::Text(text) => texts.push(Located::new(text, value.place)),
        TomlValue::Array(list) => list.iter().for_each(|item| collect_value(item, texts)),
        TomlValue::Table(table) => collect_texts(table, texts),
        TomlValue::Datetime(_)
        | TomlValue::Integer(_)
        | TomlValue::Float(_)
        | TomlValue::Boolean(_) => {}
    }
}
