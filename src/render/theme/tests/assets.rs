use super::Fixture;
use crate::sources::BinaryFile;

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
