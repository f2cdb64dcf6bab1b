use super::Fixture;
use crate::sources::{BinaryFile, ThemeFile};

#[test]
fn styles_are_joined_in_order_with_the_published_names_of_images() {
    let mut fixture = Fixture::new(&[("provider.html", "x")]);
    fixture.style("a.css", "@layer base { a { color : red } }\n");
    fixture.style("b.css", "b { background : url(\"logo.svg\") }");
    fixture.settings(&["b.css", "a.css"]);
    let bytes = b"<svg/>".to_vec();
    fixture.files.images.push(BinaryFile {
        path: "logo.svg".to_owned(),
        bytes,
    });
    let theme = fixture.load().unwrap();
    let logo = theme.asset_name("logo.svg").unwrap();
    assert_eq!(
        theme.css(),
        format!("b{{background:url(\"{logo}\")}}@layer base{{a{{color:red}}}}")
    );
    assert!(theme.asset_name("site.css").unwrap().starts_with("site."));
}

#[test]
fn broken_css_and_addresses_outside_the_theme_are_reported() {
    let mut fixture = Fixture::new(&[("provider.html", "x")]);
    fixture.style("a.css", "a { color: red; }\n@import url(x.css);\nb { background: url(https://x.example/) }\nc { : }\n");
    fixture.settings(&["a.css", "c.css"]);
    fixture.load();
    let said = fixture.said();
    let starts: Vec<&str> = said.iter().map(|said| &said[..11]).collect();
    assert_eq!(
        starts,
        ["E0806 theme", "E0807 a.css", "E0807 a.css", "E0807 a.css"],
        "{said:#?}"
    );
}

#[test]
fn a_script_loads_another_by_its_published_name() {
    let mut fixture = Fixture::new(&[("provider.html", "x")]);
    for (name, text) in [
        ("a.js", "import { b } from \"./b.js\";"),
        ("b.js", "export const b = 1;"),
    ] {
        let file = fixture.sources.add(format!("themes/test/js/{name}"), text);
        let name = name.to_owned();
        fixture.files.scripts.push(ThemeFile { name, file });
    }
    let theme = fixture.load().unwrap();
    let loaded = format!(
        "import {{ b }} from \"./{}\";",
        theme.asset_name("b.js").unwrap()
    );
    assert_eq!(theme.assets()[0].bytes, loaded.into_bytes());
}
