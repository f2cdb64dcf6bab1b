//! Themes and pages that do nothing wrong.

use super::{Parts, SCREENING, statement};

/// A theme with everything that looks like hiding and hides nothing of ours.
pub(super) const CSS: &str = r#"
@charset "utf-8";
@layer tokens, base, layout, components, print;
@layer tokens {
  :root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --accent: #154273; --gap: clamp(1rem, 2vw, 2rem); }
  @media (prefers-color-scheme: dark) { :root { --ink: #f2f2f5; --paper: #16161a; --accent: #8fb8ee; } }
}
@layer base {
  *, *::before, *::after { box-sizing: border-box; margin: 0 }
  html { font-size: 100%; text-size-adjust: 100%; scroll-behavior: smooth }
  body { color: var(--ink); background: var(--paper); font: 1rem/1.6 system-ui, sans-serif; min-block-size: 100dvh; overflow-wrap: anywhere; line-height: calc(1em + 0.5rem) }
  h1, h2 { line-height: 1.2; letter-spacing: -0.01em; text-wrap: balance }
  main { inline-size: min(100% - 2rem, 65rem); max-inline-size: 70ch; margin-inline: auto; container-type: inline-size }
  [hidden] { display: none !important }
  sub, sup { font-size: 75%; line-height: 0 }
  ::selection { color: transparent; background: var(--accent) }
  dialog:not([open]), template { display: none }
  summary::-webkit-details-marker { display: none }
}
@layer components {
  .visually-hidden:not(:focus) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  .skip { position: absolute; transform: translateY(-150%); &:focus { transform: none } }
  .menu[data-closed] { visibility: hidden; opacity: 0 }
  .menu { ul { list-style: none } .submenu { display: none; &.is-open { display: block } } }
  .statement { border-inline-start: .25rem solid var(--accent); padding: var(--gap); color: light-dark(#1b1b1f, #f2f2f5); background: light-dark(#eef3fa, #20242c); clip-path: inset(0 round .5rem); overflow: hidden; opacity: 1 }
  .statement h2 { font-size: clamp(1.1rem, 1rem + 1vw, 1.4rem); margin-block-end: .5rem; color: var(--accent) }
  .statement::before { content: ""; position: absolute; inset-block: 0; inset-inline-start: 0; inline-size: .25rem; background: var(--accent) }
  .statement:has(+ .card:hover) { outline: 1px solid }
  .statement p { color: rgb(from var(--ink) r g b / 85%) }
  .card { z-index: -1; max-block-size: 10rem; overflow: clip; animation: arrive .2s }
  .card > .detail { display: none }
  body:has(dialog[open]) .card { display: none }
  @container (width < 30rem) { .card img { display: none } }
}
@keyframes arrive { from { opacity: 0 } to { opacity: 1 } }
@font-face { font-family: "Regio"; src: url(/regio.woff2); font-display: swap }
@page { margin: 2cm }
@supports (display: grid) { .statements { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)) } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important } }
@media print { nav, .menu, footer, .skip, .no-print { display: none !important } body { color: #000; background: #fff; font-size: 10.5pt } a[href]::after { content: " (" attr(href) ")" } .statement { break-inside: avoid } }
"#;

type Change = fn(&mut Parts);

/// Changes of the honest page that leave it honest, each with its name.
const HONEST: [(&str, Change); 13] = [
    ("the plain theme", |_| {}),
    ("no css at all", |parts| parts.css.clear()),
    ("statements in a header", |parts| {
        parts.screening = format!("<header><div>{}</div></header>", parts.screening);
    }),
    ("details that stand open", |parts| {
        parts.screening = format!(
            "<details open><summary>Spelregels</summary>{}</details>",
            parts.screening
        );
    }),
    ("an icon and a hidden word inside a statement", |parts| {
        parts.screening = parts.screening.replace(
            "<h2",
            "<svg aria-hidden=true><title>i</title></svg><span class=visually-hidden>Let op</span><h2",
        );
    }),
    ("white space and line breaks in the text", |parts| {
        parts.screening = parts
            .screening
            .replace(' ', "\n   ")
            .replace("\n   class", " class")
            .replace("\n   data", " data");
    }),
    ("a link to one provider before the statements", |parts| {
        parts.before = "<p>U komt van <a href=../aanbieders/linde/>Linde</a>.</p>".to_owned();
    }),
    ("a marker on a list after the statements", |parts| {
        parts.list = parts.list.replace("<ul", "<h2>Aanbieders</h2><ul");
    }),
    ("a hidden filter beside the statements", |parts| {
        parts.before =
            "<form hidden><select><option>A</select></form><dialog>x</dialog>".to_owned();
    }),
    ("a hint without script", |parts| {
        parts.before = "<noscript><p>Zonder script.</p></noscript>".to_owned();
    }),
    ("a style attribute that hides nothing", |parts| {
        parts.screening = parts
            .screening
            .replace("<h2", "<h2 style=\"margin:0;color:#111\"");
    }),
    ("minified attributes", |parts| {
        parts.screening = parts.screening.replace("\"screening\"", "screening");
    }),
    ("all unset", |parts| {
        parts.css.push_str(".statement{all:unset;display:block;translate:none;rotate:0deg;scale:1;filter:none;mask:none}");
    }),
];

#[test]
fn honest_pages_pass() {
    let wrong: Vec<_> = HONEST
        .iter()
        .filter_map(|(name, change)| {
            let mut parts = Parts::honest();
            change(&mut parts);
            let faults = parts.faults();
            (!faults.is_empty()).then_some((*name, faults))
        })
        .collect();
    assert_eq!(wrong, []);
}

#[test]
fn a_statement_may_have_words_around_it() {
    let mut parts = Parts::honest();
    parts.screening = statement(
        "screening",
        "Eerst kiezen",
        &format!("<p class=label>Spelregel 1</p>{SCREENING}<a href=/uw-rechten/>Uw rechten</a>"),
    );
    assert_eq!(parts.faults(), []);
}
