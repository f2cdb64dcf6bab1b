use super::Fixture;

fn fixture(scripts: &[(&str, &str)]) -> Fixture {
    let mut fixture = Fixture::new(&[("provider.html", "{{ t(key=\"home\") }}")]);
    for (name, text) in scripts {
        fixture.script(name, text);
    }
    fixture
}

/// A script of the theme as it is published.
fn published(scripts: &[(&str, &str)], name: &str) -> String {
    let mut fixture = fixture(scripts);
    let theme = fixture.load().unwrap();
    assert_eq!(fixture.said(), [""; 0]);
    let asset = theme.assets().iter().find(|asset| asset.name == name);
    String::from_utf8(asset.unwrap().bytes.clone()).unwrap()
}

fn said(scripts: &[(&str, &str)]) -> Vec<String> {
    let mut fixture = fixture(scripts);
    fixture.load();
    fixture.said()
}

#[test]
fn a_script_loads_another_by_its_published_name() {
    let scripts = [
        ("a.js", "import { b } from \"./b.js\";\nalert(b);"),
        ("b.js", "export const b = 1;"),
    ];
    let theme = fixture(&scripts).load().unwrap();
    let loaded = format!("\"./{}\"", theme.asset_name("b.js").unwrap());
    let text = String::from_utf8(theme.assets()[0].bytes.clone()).unwrap();
    assert!(text.contains(&loaded), "{text}");
}

#[test]
fn scripts_lose_comments_and_blanks_but_not_what_looks_like_a_comment_in_a_text() {
    let script = "// why\n/**\n * What.\n */\nalert(1);\nalert(`a\n// b`);\n/* c */ alert(2);\n";
    let text = published(&[("a.js", script)], "a.js");
    assert!(!text.contains("why") && !text.contains("What"), "{text}");
    assert!(text.contains("// b"), "{text}");
    assert!(text.contains("alert(2)"), "{text}");
}

#[test]
fn a_folder_is_one_script_with_its_parts_in_the_order_in_which_they_are_needed() {
    let scripts = [
        ("find/a.js", "export const a = [1];\n"),
        (
            "find/b.js",
            "import { a } from \"./a.js\";\n\nexport function b() {\n  return a;\n}\n",
        ),
        (
            "find/find.js",
            "import { a } from \"./a.js\";\nimport { b } from \"./b.js\";\nalert(a, b());\n",
        ),
    ];
    let text = published(&scripts, "find.js");
    let places = ["[1]", "function", "alert("].map(|part| text.find(part).expect(&text));
    assert!(places.is_sorted(), "{text}");
    assert!(
        !text.contains("import") && !text.contains("export"),
        "{text}"
    );
}

#[test]
fn a_script_loads_a_folder_by_the_name_of_the_folder() {
    let scripts = [
        ("find/find.js", "alert(1);\n"),
        ("start.js", "import(\"./find.js\");"),
    ];
    let theme = fixture(&scripts).load().unwrap();
    let name = theme.asset_name("find.js").unwrap().to_owned();
    let start = theme.assets().iter().find(|asset| asset.name == "start.js");
    let text = String::from_utf8(start.unwrap().bytes.clone()).unwrap();
    assert!(text.contains(&name), "{text}");
    assert!(theme.asset_name("find/find.js").is_none());
}

#[test]
fn parts_that_cannot_be_joined_are_reported_where_they_are_written() {
    insta::assert_snapshot!(
        said(&[
            ("find/a.js", "import { b } from \"./b.js\";\nexport const a = 1;\nconst twice = 1;\n"),
            ("find/b.js", "import { a } from \"./a.js\";\nexport const b = 1;\nconst twice = 2;\n"),
            ("find/find.js", "import { a, c } from \"./a.js\";\nimport { d } from \"./aa.js\";\nimport e from \"./b.js\";\nexport default 1;\n"),
            ("find/lonely.js", "const f = 1;\n"),
            ("lost/part.js", "const g = 1;\n"),
        ])
        .join("\n")
    );
}

#[test]
fn a_script_that_browsers_cannot_read_is_reported_once() {
    let scripts = [
        (
            "find/find.js",
            "import { a } from \"./part.js\";\nalert(a);\n",
        ),
        ("find/part.js", "export const a = {;\n"),
        ("start.js", "function (\n"),
    ];
    let said = said(&scripts);
    let starts: Vec<&str> = said.iter().map(|said| &said[..14]).collect();
    assert_eq!(starts, ["E0810 start.js", "E0810 part.js:"], "{said:#?}");
}

#[test]
fn scripts_that_load_one_another_are_reported() {
    let said = said(&[
        ("a.js", "import \"./b.js\";"),
        ("b.js", "import \"./a.js\";"),
    ]);
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].contains("in a circle"), "{said:#?}");
}

#[test]
fn a_file_and_a_folder_of_one_name_are_reported() {
    let said = said(&[("find.js", "alert(1);"), ("find/find.js", "alert(2);\n")]);
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(
        said[0].contains("are both published as `find.js`"),
        "{said:#?}"
    );
}
