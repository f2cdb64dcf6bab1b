//! A municipality's own face: what is published of it, what is refused, and which shades are used.

use std::fs;
use std::path::PathBuf;

use crate::harness::{Problem, Region, Tree};

const SETTINGS: &str = "content/municipalities/apeldoorn/municipality.toml";
const FOLDER: &str = "content/municipalities/apeldoorn";
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 32\"><path d=\"M0 0h64v32z\"/></svg>\n";

/// The small region, with this in the place of the colours of Apeldoorn.
fn with_theme(theme: &str) -> Region {
    let region = Region::small();
    region.change(SETTINGS, "accent = \"#154273\"\n", theme);
    region
}

fn problems(region: &Region) -> Vec<String> {
    let said = |one: Problem| {
        format!(
            "{} {}:{}:{} {}",
            one.code, one.path, one.line, one.column, one.message
        )
    };
    let problems = region.check_with(&["--format", "json"]).problems();
    problems.into_iter().map(said).collect()
}

fn tree(region: &Region) -> Tree {
    region.build().succeeded();
    region.tree()
}

/// The published file whose name begins and ends like this.
fn asset<'a>(tree: &'a Tree, begin: &str, end: &str) -> Option<(&'a str, &'a [u8])> {
    let begin = format!("apeldoorn/assets/{begin}.");
    tree.iter()
        .find(|(path, _)| path.starts_with(&begin) && path.ends_with(end))
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
}

fn theme_css(tree: &Tree) -> String {
    let (_, bytes) = asset(tree, "theme", ".css").expect("there is a style sheet");
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn home(tree: &Tree) -> String {
    String::from_utf8(tree["apeldoorn/index.html"].clone()).unwrap()
}

#[test]
fn the_style_sheet_holds_only_what_differs_from_the_theme() {
    let region = with_theme(
        "header = \"#10284f\"\nheader_ink = \"#ffffff\"\npaper = { light = \"#fff\", dark = \"#16191d\" }\n\
         corner = \"0\"\nfont = \"Georgia, 'Times New Roman', serif\"\n",
    );
    assert_eq!(problems(&region), [""; 0]);
    assert_eq!(
        theme_css(&tree(&region)),
        "@layer tokens{:root{--header:#10284f;--header-ink:#ffffff;--radius:0rem;\
         --font:\"Georgia\",\"Times New Roman\",serif}}"
    );
}

#[test]
fn a_municipality_without_a_face_of_its_own_has_no_style_sheet() {
    let region = with_theme("");
    assert_eq!(asset(&tree(&region), "theme", ".css"), None);
}

#[test]
fn a_colour_for_both_schemes_is_used_as_it_is_written() {
    let region = with_theme("accent = { light = \"#0b5d51\", dark = \"#8fd8c4\" }\n");
    assert_eq!(problems(&region), [""; 0]);
    assert_eq!(
        theme_css(&tree(&region)),
        "@layer tokens{:root{--accent:light-dark(#0b5d51,#8fd8c4)}}"
    );
}

#[test]
fn a_band_without_letters_of_its_own_gets_those_that_can_be_read() {
    for (header, ink) in [("#10284f", "#ffffff"), ("#ffc83d", "#16191d")] {
        let region = with_theme(&format!(
            "header = {{ light = \"{header}\", dark = \"{header}\" }}\n"
        ));
        assert_eq!(problems(&region), [""; 0]);
        let css = theme_css(&tree(&region));
        assert!(css.contains(&format!("--header-ink:{ink}")), "{css}");
    }
}

#[test]
fn a_colour_that_cannot_be_read_moves_and_both_shades_are_named() {
    let region = with_theme("accent = \"#ffd400\"\n");
    insta::assert_snapshot!(
        problems(&region).join("\n"),
        @"W0418 content/municipalities/apeldoorn/municipality.toml:20:10 `accent` `#ffd400` cannot be read well (links in the statements, 1.27 : 1 in the light scheme where 4.5 : 1 is needed): `#846c00` is used, with 4.51 : 1"
    );
    let css = theme_css(&tree(&region));
    assert!(!css.contains("light-dark(#ffd400"), "{css}");
    // On dark pages it can be read as it is.
    assert!(css.contains(",#ffd400)"), "{css}");
}

#[test]
fn a_colour_that_may_not_change_is_an_error() {
    let region = with_theme("exact = true\naccent = \"#ffd400\"\n");
    let found = problems(&region);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with(&format!("E0419 {SETTINGS}:21:10 `accent` `#ffd400`")),
        "{found:?}"
    );
    assert_eq!(region.build().code, 1);
}

#[test]
fn a_ground_moves_until_the_text_of_the_theme_can_be_read_on_it() {
    let region = with_theme("statement = { light = \"#808080\", dark = \"#1b2c40\" }\n");
    let found = problems(&region);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("W0418"), "{found:?}");
}

#[test]
fn a_logo_is_published_with_its_size_and_shown_beside_the_name() {
    let region = with_theme("logo = \"logo.svg\"\nlogo_dark = \"Donker logo.svg\"\n");
    region.write(&format!("{FOLDER}/logo.svg"), DRAWING);
    region.write(
        &format!("{FOLDER}/Donker logo.svg"),
        &DRAWING.replace("64v", "60v"),
    );
    assert_eq!(problems(&region), [""; 0]);
    let tree = tree(&region);
    let (path, bytes) = asset(&tree, "own-logo", ".svg").unwrap();
    assert_eq!(bytes, DRAWING.as_bytes());
    let name = path.rsplit('/').next().unwrap();
    let home = home(&tree);
    assert!(
        home.contains(&format!("src=\"./assets/{name}\""))
            || home.contains(&format!("src=./assets/{name}"))
    );
    assert!(home.contains("width=64") || home.contains("width=\"64\""));
    assert!(home.contains("own-logo-dark."), "dark pages have theirs");
}

#[test]
fn a_logo_with_a_script_is_refused_with_its_place() {
    let region = with_theme("logo = \"logo.svg\"\n");
    let text = DRAWING.replace("<path", "\n<script>alert(1)</script><path onclick=\"x\"");
    region.write(&format!("{FOLDER}/logo.svg"), &text);
    assert_eq!(
        problems(&region),
        [
            format!("E0420 {FOLDER}/logo.svg:2:1 element `script`"),
            format!("E0420 {FOLDER}/logo.svg:2:32 attribute `onclick`, which runs a script"),
        ]
    );
}

#[test]
fn a_logo_that_is_too_large_is_refused() {
    let region = with_theme("logo = \"logo.svg\"\n");
    region.write(
        &format!("{FOLDER}/logo.svg"),
        &DRAWING.replace('\n', &" ".repeat(110 * 1024)),
    );
    assert_eq!(
        problems(&region),
        [format!(
            "E0420 {FOLDER}/logo.svg:1:1 `logo.svg` is 111 KB; at most 100 KB is published"
        )]
    );
}

#[test]
fn a_file_outside_the_folder_or_a_link_is_refused() {
    let region = with_theme("logo = \"../zutphen/logo.svg\"\n");
    region.write("content/municipalities/zutphen/logo.svg", DRAWING);
    let found = problems(&region).join("\n");
    assert!(found.contains("E0105"), "{found}");
    let region = with_theme("logo = \"logo.svg\"\n");
    region.write("content/municipalities/zutphen/logo.svg", DRAWING);
    std::os::unix::fs::symlink(
        "../zutphen/logo.svg",
        region.path(&format!("{FOLDER}/logo.svg")),
    )
    .unwrap();
    let found = problems(&region).join("\n");
    assert!(
        found.contains(&format!("E0107 {FOLDER}/logo.svg")),
        "{found}"
    );
}

#[test]
fn a_file_that_nothing_names_is_reported() {
    let region = Region::small();
    region.write(&format!("{FOLDER}/oud-logo.svg"), DRAWING);
    assert_eq!(
        problems(&region),
        [format!(
            "E0107 {FOLDER}/oud-logo.svg:1:1 nothing names file `oud-logo.svg`"
        )]
    );
}

#[test]
fn letters_are_published_and_never_make_a_text_jump() {
    let region = with_theme("font_file = \"letters.woff2\"\nfont_file_bold = \"vet.woff2\"\n");
    fs::write(region.path(&format!("{FOLDER}/letters.woff2")), b"wOF2 one").unwrap();
    fs::write(region.path(&format!("{FOLDER}/vet.woff2")), b"wOF2 two").unwrap();
    assert_eq!(problems(&region), [""; 0]);
    let tree = tree(&region);
    let css = theme_css(&tree);
    for (name, weight) in [("own-font", 400), ("own-font-bold", 700)] {
        let (path, _) = asset(&tree, name, ".woff2").unwrap();
        let file = path.rsplit('/').next().unwrap();
        let face =
            format!("src:url({file})format(\"woff2\");font-weight:{weight};font-display:optional");
        assert!(css.contains(&face), "{css}");
    }
}

#[test]
fn what_is_no_woff2_is_refused() {
    let region = with_theme("font_file = \"letters.woff2\"\n");
    fs::write(region.path(&format!("{FOLDER}/letters.woff2")), b"OTTO").unwrap();
    let found = problems(&region);
    assert_eq!(
        found,
        [format!(
            "E0420 {FOLDER}/letters.woff2:1:1 `letters.woff2` is no WOFF2"
        )]
    );
}

#[test]
fn a_font_that_would_load_something_and_an_absurd_corner_are_errors() {
    let region = with_theme("font = \"url(https://x.example/a.woff2)\"\ncorner = \"4rem\"\n");
    let found = problems(&region);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found.iter().all(|one| one.starts_with("E0202")),
        "{found:?}"
    );
}

#[test]
fn another_logo_makes_another_site() {
    let region = with_theme("logo = \"logo.png\"\n");
    let picture = |end: u8| {
        [
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x40\0\0\0\x20",
            &[end][..],
        ]
        .concat()
    };
    let path = region.path(&format!("{FOLDER}/logo.png"));
    fs::write(&path, picture(1)).unwrap();
    let first = tree(&region);
    fs::write(&path, picture(2)).unwrap();
    assert_ne!(first, tree(&region));
}

#[test]
fn own_keys_win_over_design_tokens() {
    let region = with_theme("accent = \"#154273\"\ntokens = \"tokens.json\"\n");
    region.write(
        &format!("{FOLDER}/tokens.json"),
        "{\"nl\": {\"link\": {\"color\": {\"$value\": \"#0b5d51\"}}},\n\
         \"basis\": {\"border-radius\": {\"md\": {\"$value\": \"8px\"}}}}\n",
    );
    assert_eq!(problems(&region), [""; 0]);
    let css = theme_css(&tree(&region));
    assert!(
        !css.contains("#0b5d51") && css.contains("--radius:0.5rem"),
        "{css}"
    );
}

#[test]
fn design_tokens_that_lead_nowhere_are_reported_in_their_file() {
    let region = with_theme("tokens = \"tokens.json\"\n");
    region.write(
        &format!("{FOLDER}/tokens.json"),
        "{\"nl\": {\"link\": {\"color\": {\n\"value\": \"{a.b}\"}}}}\n",
    );
    let found = problems(&region).join("\n");
    assert!(
        found.contains(&format!(
            "E0421 {FOLDER}/tokens.json:2:10 token `nl.link.color` refers to `a.b`, which is not there"
        )),
        "{found}"
    );
}

#[test]
fn the_table_of_colours_names_every_municipality_and_what_was_moved() {
    let region = with_theme("accent = \"#ffd400\"\ntokens = \"tokens.json\"\n");
    region.write(
        &format!("{FOLDER}/tokens.json"),
        "{\"nl\": {\"button\": {\"border-radius\": {\"value\": \"8px\"}}}}\n",
    );
    let run = region.check_with(&["--contrast"]).succeeded();
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[0], "Apeldoorn");
    assert_eq!(
        lines[1],
        "  tokens.json: 1 of 1 tokens used: corner = nl.button.border-radius"
    );
    assert!(lines[2].starts_with("  not in it: paper, "), "{}", lines[2]);
    let moved = lines
        .iter()
        .find(|line| line.contains("accent on paper"))
        .unwrap();
    assert!(moved.ends_with("links on the page  moved"), "{moved}");
    assert!(lines.contains(&"Zutphen"));
}

/// The two openly licensed examples of NL Design System, from the packages that the browser tests install.
#[test]
fn real_design_tokens_give_a_face_that_can_be_read() {
    let packages = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules");
    if !packages.is_dir() {
        eprintln!("skipped: `npm ci --prefix tests/browser` installs the design tokens");
        return;
    }
    let ma = "@nl-design-system-community/ma-design-tokens";
    let example = "@nl-design-system-unstable/voorbeeld-design-tokens";
    for (package, file, dark, header_line, button) in [
        (
            ma,
            "dist/tokens.json",
            Some("dist/color-scheme-dark/tokens.json"),
            "#8a3a9f",
            "#8a3a9f",
        ),
        (ma, "src/tokens.json", None, "#8a3a9f", "#8a3a9f"),
        (example, "dist/tokens.json", None, "#743fff", "#5115ef"),
        (
            example,
            "figma/voorbeeld.tokens.json",
            None,
            "#743fff",
            "#5115ef",
        ),
    ] {
        let dark_key = dark.map_or("", |_| "tokens_dark = \"donker.json\"\n");
        let region = with_theme(&format!("tokens = \"tokens.json\"\n{dark_key}"));
        let copy = |from: &str, to: &str| {
            let from = packages.join(package).join(from);
            fs::copy(from, region.path(&format!("{FOLDER}/{to}"))).unwrap();
        };
        copy(file, "tokens.json");
        if let Some(dark) = dark {
            copy(dark, "donker.json");
        }
        let errors: Vec<String> = problems(&region)
            .into_iter()
            .filter(|problem| !problem.starts_with('W'))
            .collect();
        assert_eq!(errors, [""; 0], "{package} {file}");
        let css = theme_css(&tree(&region));
        for (name, colour) in [("header-line", header_line), ("button", button)] {
            let light = [
                format!("--{name}:{colour}"),
                format!("--{name}:light-dark({colour},"),
            ];
            assert!(
                light.iter().any(|light| css.contains(light)),
                "{package} {file}: {css}"
            );
        }
        assert!(css.contains("--radius:0.5rem"), "{package} {file}: {css}");
        assert!(css.contains("--font:\""), "{package} {file}: {css}");
    }
}
