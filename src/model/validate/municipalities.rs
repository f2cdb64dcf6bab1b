//! Judges the municipalities.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Located, Place, codes, phrase, said};
use crate::model::{
    Contact, Contacts, GroupId, InsideLink, LanguageTag, Municipality, MunicipalityId, ProductId,
    Slug,
};
use crate::sources::MunicipalityMaterial;

use super::accessibility;
use super::catalogue::Catalogue;
use super::fields::Fields;
use super::form;
use super::house_style;
use super::pages;
use super::site;
use super::translations;

/// What a municipality can refer to.
pub(super) struct Known<'a> {
    pub(super) products: &'a Catalogue<ProductId>,
    pub(super) groups: &'a Catalogue<GroupId>,
    /// Languages of the site beside that of the content.
    pub(super) languages: &'a [LanguageTag],
    /// The day of the site.
    pub(super) today: Date,
}

/// The municipalities, and the links in their own pages.
pub(super) struct Municipalities {
    pub(super) list: Vec<Municipality>,
    pub(super) links: Vec<(MunicipalityId, InsideLink)>,
}

/// Gives every municipality folder an id, so that other files can refer to it.
pub(super) fn names(
    material: &[MunicipalityMaterial],
    diagnostics: &mut Vec<Diagnostic>,
) -> Catalogue<MunicipalityId> {
    let mut names = Catalogue::new(phrase("municipality"), codes::E0304);
    for (rank, folder) in (0..).zip(material) {
        let place = Place::whole(folder.settings.file);
        let name = Located::new(folder.name.as_str(), place);
        names.add(name, MunicipalityId(rank), diagnostics);
    }
    names
}

/// Judges every municipality.
pub(super) fn judge(
    material: &[MunicipalityMaterial],
    site_base_url: Option<&str>,
    known: &Known<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Municipalities {
    let mut list = Vec::new();
    let mut links = Vec::new();
    let mut codes_seen: BTreeMap<String, Place> = BTreeMap::new();
    for (rank, folder) in (0..).zip(material) {
        let id = MunicipalityId(rank);
        let mut inside = Vec::new();
        let judged = judge_one(folder, site_base_url, known, &mut inside, diagnostics);
        links.extend(inside.into_iter().map(|link| (id, link)));
        if let Some((municipality, code_place)) = judged {
            let code = municipality.code.to_string();
            if let Some(first) = codes_seen.insert(code.clone(), code_place) {
                diagnostics.push(
                    Diagnostic::new(
                        codes::E0309,
                        code_place,
                        said("CBS code `{code}` is used twice", [("code", &code)]),
                    )
                    .related(first, "first used here")
                    .help("every municipality has its own code; look it up at CBS"),
                );
            }
            list.push(municipality);
        }
    }
    Municipalities { list, links }
}

fn judge_one(
    folder: &MunicipalityMaterial,
    site_base_url: Option<&str>,
    known: &Known<'_>,
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Municipality, Place)> {
    let place = Place::whole(folder.settings.file);
    let slug = form::read(
        &form::SLUG,
        Located::new(folder.name.as_str(), place),
        diagnostics,
    );
    let mut fields = Fields::of(&folder.settings);
    let code_place = fields.place_of("code");
    let code = fields.required_formed("code", &form::CBS_CODE, diagnostics);
    let name = fields.required_text("name", diagnostics);
    let own_base_url = site::base_url(&mut fields, false, diagnostics);
    let closed_products = fields.texts("closed_products", diagnostics);
    let closed_products = known.products.find_all(&closed_products, diagnostics);
    let closed_groups = fields.texts("closed_groups", diagnostics);
    let closed_groups = known.groups.find_all(&closed_groups, diagnostics);
    let local_team = fields
        .required_table("local_team", diagnostics)
        .and_then(|table| contact(table, diagnostics));
    let contacts = contacts(&mut fields, diagnostics);
    let theme = fields.table("theme", diagnostics);
    let house_style = house_style::judge(theme, folder, diagnostics);
    fields.finish(diagnostics);
    let statement = folder.accessibility.as_ref();
    let accessibility = accessibility::judge(statement, known.languages, known.today, diagnostics);
    let mut pages = pages::judge(&folder.pages, links, diagnostics);
    let (translated, languages) = (&folder.translated_pages, known.languages);
    translations::translate_pages(
        (&mut pages, &folder.pages),
        translated,
        languages,
        links,
        diagnostics,
    );
    let (slug, name) = (slug?, name?);
    if languages.iter().any(|tag| tag.as_str() == slug.as_str()) {
        diagnostics.push(
            Diagnostic::new(
                codes::E0701,
                place,
                said(
                    "the site of {name} and the front door in a language both stand at `/{slug}/`",
                    [("name", &name.value), ("slug", &slug)],
                ),
            )
            .help("give the folder of the municipality another name"),
        );
    }
    let municipality = Municipality {
        base_url: base_url_of(own_base_url, site_base_url, &slug),
        slug,
        code: code?,
        name: name.value.into(),
        closed_products,
        closed_groups,
        local_team: local_team?,
        contacts,
        accessibility,
        house_style,
        pages,
    };
    Some((municipality, code_place))
}

fn base_url_of(own: Option<Box<str>>, site: Option<&str>, slug: &Slug) -> Box<str> {
    // Without the site's own address there is an error already, and nothing is published.
    own.unwrap_or_else(|| format!("{}{slug}/", site.unwrap_or("/")).into())
}

fn contacts(fields: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Contacts {
    let Some(mut table) = fields.table("contacts", diagnostics) else {
        return Contacts::default();
    };
    let mut named = |key| {
        table
            .table(key, diagnostics)
            .and_then(|fields| contact(fields, diagnostics))
    };
    let contacts = Contacts {
        complaint: named("complaint"),
        independent_support: named("independent_support"),
        disagree: named("disagree"),
    };
    table.finish(diagnostics);
    contacts
}

fn contact(mut fields: Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Contact> {
    let name = fields.required_text("name", diagnostics);
    let phone = fields.formed("phone", &form::PHONE, diagnostics);
    let email = fields.formed("email", &form::MAIL_ADDRESS, diagnostics);
    let website = fields.formed("website", &form::WEB_ADDRESS, diagnostics);
    let address = fields.text("address", diagnostics);
    let postcode = fields.formed("postcode", &form::POSTCODE, diagnostics);
    let place = fields.text("place", diagnostics);
    let opening_hours = fields.text("opening_hours", diagnostics);
    fields.finish(diagnostics);
    Some(Contact {
        name: name?.value.into(),
        phone,
        email,
        website,
        address: address.map(|text| text.value.into()),
        postcode,
        place: place.map(|text| text.value.into()),
        opening_hours: opening_hours.map(|text| text.value.into()),
    })
}
