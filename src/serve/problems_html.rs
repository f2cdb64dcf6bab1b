//! What is wrong, in the page: place, message and help of every problem, and the script that waits for the next version.
//! It is added to what a browser gets and is in no published site.

use std::fmt::{self, Write as _};

use crate::diagnostics::render::summary;
use crate::diagnostics::{Diagnostic, Language, Severity, SourceMap, Wording, said};

use super::event::Shown;
use super::version::Version;

/// Where the preview's own files stand.
pub(super) const SCRIPT_PATH: &str = "/.keuzewijzer/preview.js";
pub(super) const STYLE_PATH: &str = "/.keuzewijzer/preview.css";
pub(super) const CHANGES_PATH: &str = "/.keuzewijzer/changes";

/// The preview's own files.
pub(super) const SCRIPT: &str = include_str!("page/preview.js");
pub(super) const STYLE: &str = include_str!("page/preview.css");

/// How many problems are shown; the command line shows all.
const MOST: usize = 100;

/// What stands at the end of every page: the problems, if any, and the script.
pub(super) fn ending(
    diagnostics: &[Diagnostic],
    sources: &SourceMap,
    failure: Option<&str>,
    (shown, version): (Shown, Version),
    language: Language,
) -> String {
    let mut html = format!(
        "<link rel=\"stylesheet\" href=\"{STYLE_PATH}\">\
         <script src=\"{SCRIPT_PATH}\" data-version=\"{version}\" data-changes=\"{CHANGES_PATH}\"></script>"
    );
    if diagnostics.is_empty() && failure.is_none() {
        return html;
    }
    let has_errors = failure.is_some()
        || diagnostics
            .iter()
            .any(|problem| problem.severity == Severity::Error);
    let (mark, open) = if has_errors {
        (" data-errors", " open")
    } else {
        ("", "")
    };
    let _ = write!(
        html,
        "<aside class=\"keuzewijzer-preview\" lang=\"{}\" aria-label=\"Preview\"{mark}><details{open}><summary>",
        language.tag()
    );
    match failure {
        Some(_) => {
            html.push_str(&said("the content cannot be read", []).in_language(language));
        }
        None => html.push_str(&summary(diagnostics, language)),
    }
    if shown == Shown::LastGood {
        let words = said("this page is of the last version without errors", []);
        let _ = write!(html, "; {}", words.in_language(language));
    }
    html.push_str("</summary><ol>");
    if let Some(failure) = failure {
        let _ = write!(html, "<li><p>{}</p></li>", escaped(&failure));
    }
    let errors_first = [Severity::Error, Severity::Warning].into_iter();
    let ordered = errors_first.flat_map(|severity| {
        let of_this = move |problem: &&Diagnostic| problem.severity == severity;
        diagnostics.iter().filter(of_this)
    });
    for problem in ordered.take(MOST) {
        write_problem(&mut html, problem, sources, language);
    }
    html.push_str("</ol>");
    if diagnostics.len() > MOST {
        let more = diagnostics.len() - MOST;
        let _ = write!(
            html,
            "<p>{}</p>",
            escaped(
                &said(
                    "and {more} more; `keuzewijzer check` shows all",
                    [("more", &more)]
                )
                .in_language(language)
            )
        );
    }
    html.push_str("</details></aside>");
    html
}

fn write_problem(html: &mut String, problem: &Diagnostic, sources: &SourceMap, language: Language) {
    let _ = write!(
        html,
        "<li><p><code>{}</code></p><p><b>{} {}</b>: {}</p>",
        escaped(&sources.shown(problem.primary)),
        escaped(&Wording::from(problem.severity.word()).in_language(language)),
        problem.code.id(),
        escaped(&problem.message.in_language(language)),
    );
    for help in &problem.help {
        let tip = Wording::from("help").in_language(language);
        let help = help.in_language(language);
        let _ = write!(html, "<p>{}: {}</p>", escaped(&tip), escaped(&help));
    }
    html.push_str("</li>");
}

/// A whole page that says only what is wrong.
pub(super) fn page(title: &Wording, words: &Wording, ending: &str, language: Language) -> Vec<u8> {
    let (title, words) = (title.in_language(language), words.in_language(language));
    format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <h1>{title}</h1><p>{words}</p>{ending}",
        language.tag()
    )
    .into_bytes()
}

/// Text of the material, so that it stays text in a page.
fn escaped(text: &dyn fmt::Display) -> String {
    text.to_string()
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Place, codes};

    #[test]
    fn errors_come_first_with_place_and_help_and_text_of_the_material_stays_text() {
        let mut sources = SourceMap::default();
        let file = sources.add("content/offers.csv", "a\n<b>\n");
        let problems = [
            Diagnostic::new(codes::W0506, Place::new(file, 0..1), "old figure"),
            Diagnostic::new(
                codes::E0302,
                Place::new(file, 2..5),
                "unknown provider `<b>`",
            )
            .help("did you mean `b`?"),
        ];
        let now = (Shown::LastGood, Version::before_the_first());
        let html = ending(&problems, &sources, None, now, Language::English);
        let error = "<li><p><code>content/offers.csv:2:1</code></p><p><b>error E0302</b>: unknown provider \
             `&lt;b&gt;`</p><p>help: did you mean `b`?</p></li>";
        let at = html.find(error).expect("the error is shown");
        assert!(html.find("old figure").is_some_and(|warning| warning > at));
        assert!(html.contains(
            "1 error, 1 warning in 1 file; this page is of the last version without errors"
        ));
        assert!(html.contains("<details open>"));
    }

    #[test]
    fn warnings_are_folded_and_nothing_wrong_is_not_said() {
        let mut sources = SourceMap::default();
        let file = sources.add("content/offers.csv", "a\n");
        let warning = Diagnostic::new(codes::W0506, Place::new(file, 0..1), "old figure");
        let now = (Shown::New, Version::before_the_first());
        assert!(
            ending(&[warning], &sources, None, now, Language::English)
                .contains("<details><summary>1 warning in 1 file</summary>")
        );
        assert!(!ending(&[], &sources, None, now, Language::English).contains("<aside"));
    }
}
