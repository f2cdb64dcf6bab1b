//! Themes and pages that try to lose a statement.

use proptest::prelude::*;

use super::{Fault, Parts, SCREENING, Which};

/// Declarations that hide what they are applied to.
const DECLARATIONS: &[&str] = &[
    "display:none",
    "DISPLAY: NONE !important",
    r"d\69splay: n\6fne",
    "display:/**/none/**/",
    "display: var(--nowhere, none)",
    "visibility:hidden",
    "visibility:collapse",
    "opacity:0",
    "opacity:.2",
    "opacity:20%",
    "opacity:calc(1 - 0.9)",
    "opacity:min(1, 0)",
    "opacity:sin(0)",
    "clip:rect(0,0,0,0)",
    "clip-path:inset(50%)",
    "clip-path:inset(100% round 1px)",
    "clip-path:circle(0)",
    "-webkit-clip-path:polygon(0 0)",
    "font-size:0",
    "font-size:1px",
    "font-size:calc(1px * 2)",
    "font-size:1vw",
    "font-size:10%",
    "font:0/0 a",
    "font:400 1px serif",
    "font:1rem/0 serif",
    "color:transparent",
    "color:#fff0",
    "color:#12345610",
    "color:rgba(0,0,0,0)",
    "color:rgb(0 0 0 / 10%)",
    "color:hsl(0 0% 0% / .1)",
    "color:oklch(from red l c h / none)",
    "color:color-mix(in srgb, black 5%, transparent)",
    "color:light-dark(#000, transparent)",
    "color:#fff;background:#fff",
    "color:white;background-color:#fefefe",
    "color:hsl(0 0% 100%);background:rgb(255 255 255)",
    "color:canvas;background:canvas",
    "-webkit-text-fill-color:transparent",
    "text-indent:-9999px",
    "text-indent:100%;white-space:nowrap;overflow:hidden",
    "position:absolute;left:-9999px",
    "position:absolute;inset-inline-start:-100vw",
    "position:fixed;inset:auto auto 100% 100%",
    "position:relative;top:-60rem",
    "position:absolute;z-index:-1",
    "margin-left:-9999px",
    "margin:0 0 0 -100vw",
    "margin-inline-start:-100%",
    "translate:-100vw",
    "translate:0 calc(-1 * 100vh)",
    "transform:translateX(-9999px)",
    "transform:translate3d(0,-100%,0)",
    "transform:scale(0)",
    "transform:scaleX(.01)",
    "transform:rotateY(90deg)",
    "transform:matrix(0,0,0,0,0,0)",
    "transform:rotate(.5turn)",
    "scale:0",
    "rotate:x 90deg",
    "rotate:y 0.25turn",
    "zoom:.01",
    "width:0;overflow:hidden",
    "height:0;overflow:clip",
    "max-height:1px;overflow:hidden",
    "block-size:0",
    "max-inline-size:calc(0px + 1px);overflow:hidden",
    "height:2em;overflow:hidden",
    "display:grid;grid-template-rows:0fr",
    "contain:strict",
    "content-visibility:hidden",
    "filter:opacity(0)",
    "filter:blur(10px)",
    "filter:brightness(100)",
    "filter:url(#gone)",
    "mask:linear-gradient(transparent,transparent)",
    "-webkit-mask-image:url(leeg.svg)",
    "mix-blend-mode:screen",
    "line-height:0",
    "line-height:1px",
    "letter-spacing:-1em",
    "font-size-adjust:0",
    "-webkit-text-security:disc",
    "-webkit-line-clamp:1;overflow:hidden",
    "text-overflow:ellipsis;white-space:nowrap;overflow:hidden",
    "text-decoration:line-through",
    "unicode-bidi:bidi-override;direction:rtl",
    "offset-path:path('M-9999 0')",
    "content:url(leeg.svg)",
    "content:''",
    "animation:weg 0s forwards",
    "animation-name:weg",
    "animation:1s \"weg\"",
    "opacity:var(--weg)",
    "opacity:var(--via)",
    "display:var(--toon)",
    "color:var(--wit);background:var(--papier)",
];

/// What the declarations above refer to.
const SUPPORT: &str = "@keyframes weg{to{visibility:hidden}} :root{--weg:0;--via:calc(var(--weg) + 0);--toon:block;--wit:#fff;--papier:#fff} .later{--toon:none}";

/// Rules that reach the statements, with `{}` for a declaration that hides.
const REACHES: &[&str] = &[
    ".statement{DECL}",
    "[data-statement]{DECL}",
    "[data-statement=screening i]{DECL}",
    "section{DECL}",
    ".statements{DECL}",
    "main{DECL}",
    "body{DECL}",
    "*{DECL}",
    ":root{DECL}",
    ".statement-title{DECL}",
    ".statement-text p{DECL}",
    ".statement strong{DECL}",
    ".statements > :nth-child(1){DECL}",
    "aside:not(.x) > section{DECL}",
    "main > *{DECL}",
    ":is(.x,.statement){DECL}",
    ":where(.statement){DECL}",
    "main:has(.statement){DECL}",
    "body:has(.providers) aside{DECL}",
    "body:has(a:hover) .statement{DECL}",
    "h1 + aside{DECL}",
    "h1 ~ .statements{DECL}",
    ".statement:hover{DECL}",
    ".statement:not(:hover){DECL}",
    ".statement:not(:target):not(.x){DECL}",
    ".statement:is(:hover,:focus){DECL}",
    ".statement:nth-child(1 of .statement){DECL}",
    ".statement:lang(nl){DECL}",
    ".statement:made-up(x){DECL}",
    ".statement::first-line{DECL}",
    "html.js .statement{DECL}",
    "body[data-quiet] [data-statement]{DECL}",
    r".st\61tement{DECL}",
    "foo|section.statement{DECL}",
    "nav, .statement{DECL}",
    "nav{} .statement{DECL}",
    "@media print{.statement{DECL}}",
    "@media (scripting: none){.statement{DECL}}",
    "@media (max-width:30rem){@supports (display:grid){.statement{DECL}}}",
    "@layer a{.statement{DECL}}",
    "@layer a.b{@layer c{.statement{DECL}}}",
    "@container (width > 0){.statement{DECL}}",
    "@scope (.statements){section{DECL}}",
    "@scope (.statements){:scope{DECL}}",
    "@unheard-of{.statement{DECL}}",
    ".statements{.statement{DECL}}",
    ".statements{> section{DECL}}",
    ".statement{&{DECL}}",
    ".statement{&:hover{DECL}}",
    ".statement{main &{DECL}}",
    ".statement{@media print{DECL}}",
    ".statement{color:red;@media screen{& h2{DECL}}}",
    ".x{};.statement{DECL}",
    "<!-- .statement{DECL} -->",
    "p{color:}.statement{DECL}",
    ".statement{color:red;;bad;DECL",
];

/// Markup around the statement, with `{}` for the statement.
const WRAPPERS: &[&str] = &[
    "<div hidden>{}</div>",
    "<div hidden=until-found>{}</div>",
    "<div HIDDEN=false>{}</div>",
    "<div aria-hidden=true>{}</div>",
    "<div inert>{}</div>",
    "<div popover>{}</div>",
    "<div style=display:none>{}</div>",
    "<div style='opacity: 0.1'>{}</div>",
    "<div style='position:absolute;left:-999em'>{}</div>",
    "<div style='height:1em;overflow:hidden'>{}</div>",
    "<div style='--weg:0'>{}</div>",
    "<!-- {} -->",
    "<template>{}</template>",
    "<div><template shadowrootmode=open></template>{}</div>",
    "<noscript>{}</noscript>",
    "<noscript><style>.statement{display:none}</style></noscript>{}",
    "<script type=text/plain>{}</script>",
    "<style>{}</style>",
    "<style>.statement{display:none}</style>{}",
    "<title>{}</title>",
    "<details>{}</details>",
    "<details><summary>Spelregels</summary><div>{}</div></details>",
    "<dialog>{}</dialog>",
    "<iframe>{}</iframe>",
    "<iframe srcdoc='{}'></iframe>",
    "<textarea>{}</textarea>",
    "<select><option>{}</option></select>",
    "<datalist>{}</datalist>",
    "<object data=x>{}</object>",
    "<video>{}</video>",
    "<audio>{}</audio>",
    "<canvas>{}</canvas>",
    "<svg><desc>{}</desc></svg>",
    "<svg><foreignObject>{}</foreignObject></svg>",
    "<math><annotation-xml encoding=text/html>{}</annotation-xml></math>",
    "<noframes>{}</noframes>",
    "<noembed>{}</noembed>",
    "<xmp>{}</xmp>",
    "<ruby>a<rp>{}</rp></ruby>",
    "<progress>{}</progress>",
    "<meter>{}</meter>",
    "<font color=white>{}</font>",
    "<font size=1>{}</font>",
    "<div data-text='{}'></div>",
    "<img alt='{}'>",
    "<input value='{}'>",
    "<div data-providers>{}</div>",
    "<ul><li><a href=/aanbieders/a/>A</a><li><a href=/aanbieders/b/>B</a></ul>{}",
    "<table><tr><td><a href=/aanbieders/a/>A</a><tr><td><a href=/aanbieders/b/>B</a></table>{}",
    "<div><h3><a href=/aanbieders/a/>A</a></h3></div><div><h3><a href=/aanbieders/b/>B</a></h3></div>{}",
];

/// Changes of the statement itself: what is replaced, and by what.
const CHANGES: &[(&str, &str)] = &[
    (" data-statement=\"screening\"", ""),
    ("data-statement=\"screening\"", "data-statement=\"gone\""),
    (
        "data-statement=\"screening\"",
        "data-statement=\"screening\" hidden",
    ),
    (
        "data-statement=\"screening\"",
        "data-statement=\"screening\" aria-hidden=\"TRUE\"",
    ),
    (
        "data-statement=\"screening\"",
        "data-statement=\"screening\" style=\"visibility:hidden\"",
    ),
    (SCREENING, ""),
    (SCREENING, "<p>Vraag de aanbieder.</p>"),
    ("Eerst kiezen", "Kiezen"),
    ("Eerst kiest u.", ""),
    ("juiste", "<span hidden>juiste</span>"),
    ("juiste", "<span>on</span>juiste"),
    ("juiste", "<!--juiste-->"),
    ("juiste", "<template>juiste</template>"),
    ("juiste", "<span style=font-size:0>juiste</span>"),
    ("juiste", "<span class=visually-hidden>juiste</span>"),
    ("juiste", "<img alt=juiste>"),
    ("juiste", "ju\u{200b}iste"),
    ("<h2", "<h2 hidden"),
    ("<h2", "<h2 class=visually-hidden data-was"),
];

fn wrapped(wrapper: &str) -> Parts {
    let mut parts = Parts::honest();
    parts.screening = wrapper.replace("{}", &parts.screening);
    parts
}

fn styled(reach: &str, declaration: &str) -> Parts {
    let mut parts = Parts::honest();
    parts.css.push_str(SUPPORT);
    parts.css.push_str(&reach.replace("DECL", declaration));
    parts
}

fn undetected<'a>(cheats: impl Iterator<Item = (&'a str, Parts)>) -> Vec<&'a str> {
    cheats
        .filter(|(_, parts)| parts.faults().is_empty())
        .map(|(name, _)| name)
        .collect()
}

fn not_hidden<'a>(cheats: impl Iterator<Item = (&'a str, Parts)>) -> Vec<&'a str> {
    let is_hidden = |fault: &Fault| matches!(fault, Fault::Hidden(Which::Screening, _));
    cheats
        .filter(|(_, parts)| !parts.faults().iter().any(is_hidden))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn every_declaration_that_hides_is_found() {
    let cheats = DECLARATIONS
        .iter()
        .map(|declaration| (*declaration, styled(".statement{DECL}", declaration)));
    assert_eq!(not_hidden(cheats), Vec::<&str>::new());
}

#[test]
fn every_way_to_reach_a_statement_is_found() {
    let cheats = REACHES
        .iter()
        .map(|reach| (*reach, styled(reach, "display:none")));
    assert_eq!(not_hidden(cheats), Vec::<&str>::new());
}

#[test]
fn every_markup_around_a_statement_that_loses_it_is_found() {
    let cheats = WRAPPERS.iter().map(|wrapper| (*wrapper, wrapped(wrapper)));
    assert_eq!(undetected(cheats), Vec::<&str>::new());
}

#[test]
fn every_change_of_a_statement_is_found() {
    let cheats = CHANGES.iter().map(|(from, to)| {
        let mut parts = Parts::honest();
        assert!(
            parts.screening.contains(from),
            "`{from}` stands in the statement"
        );
        parts.screening = parts.screening.replace(from, to);
        (*to, parts)
    });
    assert_eq!(undetected(cheats), Vec::<&str>::new());
}

#[test]
fn rules_that_only_hide_together_are_found() {
    let sheets = [
        ".statement{overflow:hidden} section{max-height:3rem}",
        ".statement::after{content:'';position:absolute;inset:0;background:#fff}",
        ".statements::before{content:'';position:fixed;top:0;left:0;width:100%;height:100%;background:url(wit.png)}",
        "@import url(elders.css);",
        "body{background:#fff} .statement{color:#fff}",
        ".statement-text{color:#fefefe}",
        "body{color:#222} .statement{background:#111}",
        ":root{color-scheme:light dark;--p:#fff;--i:#111} @media (prefers-color-scheme:dark){:root{--p:#111;--i:#eee}} body{color:var(--i);background:var(--p)} .statement{color:white}",
        "@property --x{syntax:'<number>';inherits:true;initial-value:0} .statement{opacity:var(--x)}",
        "@keyframes a{50%{opacity:var(--o)}} :root{--o:0} .statements{animation:a 9s infinite}",
        ".statement{--a:.9} @media print{.statement{--a:.1}} .statement{opacity:calc(var(--a))}",
    ];
    let cheats = sheets.iter().map(|css| {
        let mut parts = Parts::honest();
        (*css).clone_into(&mut parts.css);
        (*css, parts)
    });
    assert_eq!(undetected(cheats), Vec::<&str>::new());
}

#[test]
fn a_byte_order_mark_does_not_shield_the_first_rule() {
    let mut parts = Parts::honest();
    parts.css = "\u{feff}.statement{display:none}".to_owned();
    assert_eq!(parts.faults().len(), 2);
}

#[test]
fn a_long_chain_of_custom_properties_is_not_trusted() {
    let chain: String = (0..40)
        .map(|link| format!("--v{link}:var(--v{});", link + 1))
        .collect::<Vec<_>>()
        .concat();
    let mut parts = Parts::honest();
    parts.css = format!(":root{{{chain}--v40:0}}.statement{{opacity:var(--v0)}}");
    assert_eq!(parts.faults().len(), 2);
}

#[test]
fn css_that_nests_too_deep_to_read_hides_everything() {
    let mut parts = Parts::honest();
    parts.css = format!(
        "{}.statement{{display:none}}{}",
        "@media all{".repeat(300),
        "}".repeat(300)
    );
    assert_eq!(parts.faults().len(), 2);
}

#[test]
fn statements_around_a_swapped_list_are_after_it() {
    let mut parts = Parts::honest();
    std::mem::swap(&mut parts.finance, &mut parts.list);
    assert_eq!(parts.faults(), [Fault::AfterList(Which::Finance)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// However a cheat is combined with honest layers, it is found.
    #[test]
    fn a_cheat_in_any_surroundings_is_found(
        layers in prop::collection::vec(prop::sample::select(vec!["<div>", "<section>", "<article>", "<details open>", "<blockquote class=x>"]), 0..6),
        wrapper in prop::option::of(prop::sample::select(WRAPPERS)),
        declaration in prop::sample::select(DECLARATIONS),
        reach in prop::sample::select(REACHES),
    ) {
        let mut parts = match wrapper {
            Some(wrapper) => wrapped(wrapper),
            None => styled(reach, declaration),
        };
        parts.layers = layers;
        prop_assert!(!parts.faults().is_empty());
    }
}
