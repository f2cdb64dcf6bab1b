//! The guard on honest and on cheating pages.

mod cheats;
mod honest;

use super::{Fault, Guard, PageFault, StatementText, Which, to_diagnostics};
use crate::diagnostics::{Place, SourceMap};

const SCREENING: &str = "<p>Eerst kiest u. Daarna kijkt de aanbieder <strong>samen met u</strong> of u daar op de juiste plek bent.</p>";
const FINANCE: &str = "<p>Een aanbieder mag u niet weigeren om geld.</p><p>Gebeurt dat toch? Meld het &amp; bel ons.</p>";

/// The parts of a page, to be changed by a test.
#[derive(Clone, Debug)]
struct Parts {
    css: String,
    head: String,
    before: String,
    screening: String,
    finance: String,
    list: String,
    /// Elements around everything in the body.
    layers: Vec<&'static str>,
}

impl Parts {
    fn honest() -> Self {
        Self {
            css: honest::CSS.to_owned(),
            head: String::new(),
            before: String::new(),
            screening: statement("screening", "Eerst kiezen", SCREENING),
            finance: statement("finance", "Geld is geen reden", FINANCE),
            list: LIST.to_owned(),
            layers: Vec::new(),
        }
    }

    fn html(&self) -> String {
        let Self {
            head,
            before,
            screening,
            finance,
            list,
            css: _,
            layers,
        } = self;
        let open = layers.concat();
        format!(
            "<!doctype html><html lang=nl><head><meta charset=utf-8><title>Hulp</title>{head}</head>\
             <body class=page>{open}<header class=top><nav class=menu><a href=/aanbieders/a/>A</a><a href=/aanbieders/b/>B</a></nav></header>\
             <main id=inhoud><h1>Hulp</h1>{before}<aside class=statements>{screening}{finance}</aside>{list}</main>\
             <footer class=bottom><p class=visually-hidden>Einde</p></footer></body></html>"
        )
    }

    fn guard(&self) -> Guard {
        guard(&self.css)
    }

    fn faults(&self) -> Vec<Fault> {
        self.guard().full(&self.html()).err().unwrap_or_default()
    }
}

const LIST: &str = "<ul class=providers data-providers><li class=card><a href=../aanbieders/linde/>Linde</a><li class=card><a href=../aanbieders/beuk/>Beuk</a></ul>";

fn statement(marker: &str, title: &str, body: &str) -> String {
    format!(
        "<section class=\"statement statement-{marker}\" data-statement=\"{marker}\"><h2 class=statement-title>{title}</h2><div class=statement-text>{body}</div></section>"
    )
}

fn guard(css: &str) -> Guard {
    let text = |title: &str, body: &str| StatementText {
        title: title.to_owned(),
        body_html: body.to_owned(),
    };
    Guard::new(
        text("Eerst kiezen", SCREENING),
        text("Geld is geen reden", FINANCE),
        &[css],
    )
}

#[test]
fn an_honest_page_passes_both_checks() {
    let parts = Parts::honest();
    assert_eq!(parts.guard().full(&parts.html()), Ok(()));
    assert_eq!(parts.guard().quick(&parts.html()), Ok(()));
}

#[test]
fn the_quick_check_names_each_fault() {
    let guard = guard("");
    let quick = |change: fn(&mut Parts)| {
        let mut parts = Parts::honest();
        change(&mut parts);
        guard.quick(&parts.html()).err()
    };
    let found = [
        quick(|parts| parts.screening.clear()),
        quick(|parts| parts.finance = statement("finance", "Geld is geen reden", "<p>Anders.</p>")),
        quick(|parts| parts.screening = statement("screening", "Titel", SCREENING)),
        quick(|parts| parts.before = LIST.to_owned()),
    ];
    assert_eq!(
        found,
        [
            Some(Fault::Missing(Which::Screening)),
            Some(Fault::Changed(Which::Finance)),
            Some(Fault::Changed(Which::Screening)),
            Some(Fault::AfterList(Which::Screening)),
        ]
    );
}

#[test]
fn the_quick_check_knows_markers_with_and_without_quotes() {
    let html = Parts::honest()
        .html()
        .replace("=\"screening\"", "=screening");
    assert_eq!(guard("").quick(&html), Ok(()));
}

#[test]
fn a_statement_that_the_region_left_empty_never_stands_on_a_page() {
    let empty = || StatementText {
        title: String::new(),
        body_html: "<p> </p>".to_owned(),
    };
    let guard = Guard::new(empty(), empty(), &[]);
    assert_eq!(
        guard.full(&Parts::honest().html()),
        Err(vec![
            Fault::Changed(Which::Screening),
            Fault::Changed(Which::Finance)
        ])
    );
}

#[test]
fn a_hidden_statement_is_reported_with_what_hides_it() {
    let mut parts = Parts::honest();
    parts.css =
        "@media print { .page > main .statement, nav { opacity: 0 !important } }".to_owned();
    let words: Vec<String> = parts
        .faults()
        .iter()
        .map(|fault| fault.message().to_string())
        .collect();
    assert_eq!(
        words,
        [
            "the statement `screening` is hidden by the rule `.page > main .statement, nav { opacity: 0 !important }`",
            "the statement `finance` is hidden by the rule `.page > main .statement, nav { opacity: 0 !important }`",
        ]
    );
}

#[test]
fn one_good_copy_of_a_statement_is_enough() {
    let mut parts = Parts::honest();
    parts.list = format!("{LIST}<div hidden>{}</div>", parts.screening);
    assert_eq!(parts.faults(), []);
}

#[test]
fn a_list_that_lost_its_marker_is_still_the_first_list() {
    let mut parts = Parts::honest();
    parts.before = LIST.replace(" data-providers", "");
    assert_eq!(
        parts.faults(),
        [
            Fault::AfterList(Which::Screening),
            Fault::AfterList(Which::Finance)
        ]
    );
}

#[test]
fn every_diagnostic_names_the_page_and_says_what_to_do() {
    let mut map = SourceMap::default();
    let place = Place::whole(map.add("themes/eigen/templates/list.html", ""));
    let faults = [
        Fault::Missing(Which::Screening),
        Fault::Changed(Which::Finance),
        Fault::Hidden(Which::Finance, "the element `<template>`".into()),
        Fault::AfterList(Which::Screening),
    ];
    let mut found: Vec<PageFault> = faults
        .iter()
        .map(|fault| PageFault {
            page: "hulp/index.html".to_owned(),
            template: "list.html",
            fault: fault.clone(),
        })
        .collect();
    found.push(PageFault {
        page: "hulp/pleegzorg/index.html".to_owned(),
        template: "list.html",
        fault: Fault::Missing(Which::Screening),
    });
    let told: Vec<String> = to_diagnostics(&found, |_| place)
        .into_iter()
        .map(|diagnostic| {
            format!(
                "{}: {}\n  {}",
                diagnostic.code.id(),
                diagnostic.message,
                diagnostic.help[0]
            )
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_guard_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Guard>();
}
