//! The files that a region starts with: the texts in `starter/`, filled in with what is known of the region.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use jiff::ToSpan;
use jiff::civil::Date;
use tera::{Context, Tera};

use crate::sources::built_in_theme_files;

use super::{NewMunicipality, NewRegion};

/// Texts with places to fill in, in the syntax of the theme's templates.
static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/init/starter");

/// Made once for every municipality.
const MUNICIPALITY: &str = "municipality.toml";
/// Stands without its dot in `starter/`, so that git does not take it for its own.
const GIT_IGNORE: &str = "gitignore";

/// Every file by its path below the region's folder.
pub(super) fn files(region: &NewRegion, with_theme: bool) -> BTreeMap<String, Vec<u8>> {
    let context = context(region);
    let mut files = BTreeMap::new();
    for (path, template) in templates() {
        match path {
            MUNICIPALITY => files.extend(region.municipalities.iter().map(|municipality| {
                let folder = format!("content/municipalities/{}", municipality.slug);
                let text = filled_in(path, template, &of_municipality(municipality));
                (format!("{folder}/{path}"), text)
            })),
            GIT_IGNORE => {
                files.insert(".gitignore".to_owned(), template.into());
            }
            _ if path.contains("/en/") && !region.is_also_english => {}
            _ => {
                files.insert(path.to_owned(), filled_in(path, template, &context));
            }
        }
    }
    if with_theme {
        let theme = built_in_theme_files().into_iter();
        files.extend(theme.map(|(path, bytes)| (format!("themes/default/{path}"), bytes.into())));
    }
    files
}

fn templates() -> Vec<(&'static str, &'static str)> {
    let mut templates = Vec::new();
    let mut open = vec![&STARTER];
    while let Some(folder) = open.pop() {
        open.extend(folder.dirs());
        templates.extend(folder.files().map(|file| {
            let path = file.path().to_str().expect("the starter's names are UTF-8");
            let text = file.contents_utf8().expect("the starter is UTF-8");
            (path, text)
        }));
    }
    templates
}

fn filled_in(path: &str, template: &str, context: &Context) -> Vec<u8> {
    let mut tera = Tera::new();
    tera.autoescape_on([""; 0]);
    tera.add_raw_template(path, template)
        .and_then(|()| tera.render(path, context))
        .expect("a test fills in every text of the starter")
        .into_bytes()
}

fn context(region: &NewRegion) -> Context {
    let mail = region.contact_email.as_str();
    let first = region
        .municipalities
        .first()
        .expect("a region has a municipality");
    let mut context = Context::new();
    let mut give = |key: &'static str, value: String| context.insert(key, &value);
    give("name", in_toml(&region.name));
    give("name_plain", region.name.clone());
    give("publisher_quoted", in_toml(&region.publisher));
    give("base_url", in_toml(region.base_url.as_str()));
    give("contact_email", mail.to_owned());
    give("contact_text", in_markdown(mail));
    give("contact_email_quoted", in_toml(mail));
    give("security_contact", in_toml(&format!("mailto:{mail}")));
    give(
        "security_expires",
        security_expires(region.today).to_string(),
    );
    give("first_municipality", in_toml(&first.name));
    give("first_code", in_toml(first.code.as_str()));
    give("today", region.today.to_string());
    give("next_review", next_review(region.today).to_string());
    give("year", region.today.year().to_string());
    give("last_year", (region.today.year() - 1).to_string());
    context.insert("english", &region.is_also_english);
    context.insert("is_placeholder", &region.has_placeholder);
    context
}

fn of_municipality(municipality: &NewMunicipality) -> Context {
    let mut context = Context::new();
    context.insert("code", &in_toml(municipality.code.as_str()));
    context.insert("municipality", &in_toml(&municipality.name));
    let team = format!("Lokaal team {}", municipality.name);
    context.insert("local_team", &in_toml(&team));
    context
}

/// A `security.txt` should hold for less than a year (RFC 9116, section 2.5.5).
fn security_expires(today: Date) -> Date {
    today.saturating_add(360.days())
}

/// An accessibility statement is looked at again every year (digitoegankelijk.nl, «Handleiding»).
fn next_review(today: Date) -> Date {
    today.saturating_add(1.year())
}

/// A text between quotes. What JSON writes for a text without control characters, TOML reads as the same text.
fn in_toml(text: &str) -> String {
    serde_json::to_string(text).expect("a text can be written as JSON")
}

/// A text that Markdown takes as it is.
fn in_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\`*_[]<>#|&~".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
