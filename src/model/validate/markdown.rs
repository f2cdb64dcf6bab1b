//! Judges a Markdown text: no raw HTML, no unsafe link, no picture from elsewhere, no heading of level one.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag};

use crate::diagnostics::{Diagnostic, Located, Place, codes, said};
use crate::model::{InsideLink, MailAddress, WebAddress};

use super::{addresses, characters};

/// Lists, quotations, tables and emphasis inside each other. A list in a list in a quotation, with emphasis, is 7 levels;
/// browsers stop at some hundreds, and making a page small needs room on the stack for every level.
const DEEPEST: usize = 40;

/// Judges a text that begins at a place in its file. Returns the text without blanks around it, and its inside links.
pub(super) fn judge(
    body: &Located<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Box<str>, Vec<InsideLink>) {
    let mut links = Vec::new();
    let parser = Parser::new_ext(&body.value, Options::ENABLE_TABLES).into_offset_iter();
    let mut depth = 0_usize;
    for (event, range) in parser {
        let start = body.place.start as usize;
        let place = Place::new(body.place.file, start + range.start..start + range.end);
        if matches!(event, Event::Start(_)) {
            depth += 1;
        } else if matches!(event, Event::End(_)) {
            depth -= 1;
        }
        if depth > DEEPEST {
            diagnostics.push(too_deep(place));
            break;
        }
        if let Event::Text(text) = &event
            && body.value.get(range) != Some(&**text)
        {
            // Written otherwise than it reads: `&#x202e;`.
            characters::judge_as_whole(text, place, diagnostics);
        }
        judge_event(event, place, &mut links, diagnostics);
    }
    (body.value.trim().into(), links)
}

fn too_deep(place: Place) -> Diagnostic {
    let problem = said(
        "a part of the text lies more than {limit} levels deep",
        [("limit", &DEEPEST)],
    );
    Diagnostic::new(codes::E0707, place, problem)
        .help("take away signs of quotations (`>`), lists or emphasis that stand inside each other")
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only raw HTML, headings, links and pictures can be wrong"
)]
fn judge_event(
    event: Event<'_>,
    place: Place,
    links: &mut Vec<InsideLink>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    match event {
        Event::Html(html) | Event::InlineHtml(html) if !html.trim().is_empty() => {
            diagnostics.push(
                Diagnostic::new(codes::E0703, place, "raw HTML in a text")
                    .help("write it in Markdown; to show the sign itself, write `&lt;`"),
            );
        }
        Event::Start(Tag::Heading {
            level: HeadingLevel::H1,
            ..
        }) => diagnostics.push(
            Diagnostic::new(codes::E0706, place, "a heading of level one in a text")
                .help("the title of the page is its heading of level one: start with `##`"),
        ),
        Event::Start(Tag::Link { dest_url, .. }) => {
            links.extend(judge_link(&dest_url, place, diagnostics));
        }
        Event::Start(Tag::Image { dest_url, .. }) => diagnostics.push(
            Diagnostic::new(
                codes::E0704,
                place,
                said("picture `{address}` in a text", [("address", &dest_url)]),
            )
            .help("pictures belong to the theme; a picture from elsewhere would tell others who reads the page"),
        ),
        _ => {}
    }
}

/// Whether a mail goes to the address that is seen and nobody else: what follows it gives a subject and a text, and no copies.
fn is_mail_to_one(target: &str) -> bool {
    let (address, fields) = target.split_once('?').unwrap_or((target, ""));
    let is_harmless = |field: &str| {
        let name = field.split('=').next().unwrap_or(field);
        name.eq_ignore_ascii_case("subject") || name.eq_ignore_ascii_case("body")
    };
    let mut fields = fields.split('&').filter(|field| !field.is_empty());
    MailAddress::parse(address).is_some() && fields.all(is_harmless)
}

fn judge_link(
    target: &CowStr<'_>,
    place: Place,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<InsideLink> {
    if let Some(path) = target.strip_prefix('/')
        && !path.starts_with(['/', '\\'])
    {
        let path = path.split('#').next().unwrap_or(path);
        return Some(InsideLink {
            place,
            path: path.into(),
        });
    }
    let is_safe = target.starts_with('#')
        || target.strip_prefix("tel:").is_some_and(|number| {
            number
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'+')
        })
        || target.strip_prefix("mailto:").is_some_and(is_mail_to_one)
        || WebAddress::parse(target).is_some();
    if is_safe {
        addresses::judge(Located::new(target, place), diagnostics);
    }
    if !is_safe {
        diagnostics.push(
            Diagnostic::new(codes::E0704, place, said("unsafe link `{target}`", [("target", &target)])).help(
                "link to `https://…`, `mailto:…`, `tel:…`, a page of the site such as `/uw-rechten/`, or a heading such as `#stappen`",
            ),
        );
    }
    None
}
