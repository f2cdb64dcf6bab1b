//! Packages and documents of the Human Services Data Specification, as a stranger could send them.

use std::io::{Cursor, Write as _};
use std::os::unix::fs::symlink;

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;

use super::desk::{Desk, Run};
use super::texts::runs;

fn import(desk: &Desk, map: &str, file: &str) -> Run {
    desk.run(&[
        "import", "--lang", "en", "--format", "concise", "--map", map, file,
    ])
}

/// A service of an organisation with this name.
fn service(rank: usize, name: &str) -> Value {
    json!({
        "id": format!("s{rank}"), "name": "Hulp", "status": "active",
        "organization": { "id": format!("o{rank}"), "name": name, "description": "x" },
    })
}

fn imported(services: &[Value]) -> (Desk, Run) {
    let desk = Desk::new();
    desk.write("a.json", Value::from(services.to_vec()).to_string());
    let run = import(&desk, "hsds-json", "a.json");
    (desk, run)
}

/// The names of all files in the folder of a desk, but those that a run leaves.
fn files(desk: &Desk) -> Vec<String> {
    let top = desk.path("");
    let found = walkdir::WalkDir::new(&top).into_iter().map(Result::unwrap);
    let found = found.filter(|entry| entry.file_type().is_file());
    found
        .map(|entry| {
            entry
                .path()
                .strip_prefix(&top)
                .unwrap()
                .display()
                .to_string()
        })
        .filter(|path| !path.starts_with("said."))
        .collect()
}

#[test]
fn names_become_files_in_the_content_and_nowhere_else() {
    let names = [
        "../../etc/passwd",
        "/etc/passwd",
        "..",
        ".",
        "con",
        "NUL",
        ".git",
        "%2e%2e%2f",
        "a\\b",
        "\u{0}",
        "   ",
        &"a".repeat(5_000),
    ];
    let services: Vec<Value> = (0..)
        .zip(names)
        .map(|(rank, name)| service(rank, name))
        .collect();
    let before = files(&Desk::new());
    let (desk, run) = imported(&services);
    run.succeeded();
    for path in files(&desk) {
        let is_new = !before.contains(&path) && path != "a.json";
        let name = path
            .strip_prefix("content/providers/")
            .and_then(|name| name.strip_suffix(".md"));
        let is_slug = |name: &str| {
            let letters = name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            letters && name.len() <= 80 && !["con", "nul"].contains(&name)
        };
        assert!(!is_new || name.is_some_and(is_slug), "{path}");
    }
}

#[test]
fn hostile_values_are_left_out_or_text_and_what_is_published_runs_nothing() {
    let hostile = "<script>canary()</script>' \" x= {{7*7}} ]]>\n+++\n[[locations]]\nname = \"x\"";
    let mut one = service(1, hostile);
    one["organization"]["website"] = json!("javascript:canary()");
    one["organization"]["email"] = json!("a@b.example\nBcc: c@d.example");
    one["organization"]["phones"] = json!([{ "number": "+31;<script>" }]);
    one["service_at_locations"] = json!([{ "location": {
        "id": "l", "name": hostile, "latitude": 1e308, "longitude": "nan",
        "addresses": [{ "address_1": hostile, "city": hostile, "postal_code": "7311<script>" }],
    }}]);
    let (desk, run) = imported(&[one]);
    let run = run.succeeded();
    for left_out in ["website", "email", "phone", "latitude", "longitude"] {
        let is_told =
            |line: &str| line.contains("W1104") && line.contains(&format!("`{left_out}`"));
        assert!(run.out.lines().any(is_told), "{left_out}: {}", run.out);
    }
    desk.run(&["build", "--lang", "en"]).succeeded();
    for (path, html) in super::texts::texts(&desk.path("public"), "html") {
        assert_eq!(runs(&html), Vec::<String>::new(), "{path}");
    }
    let (desk, run) = imported(&[service(1, "Zon\u{202e}gel\u{1b}[31m")]);
    run.succeeded();
    desk.check().refused("E0113", "content/providers/");
}

#[test]
fn numbers_and_kinds_that_are_none_do_no_harm() {
    for (document, code) in [
        ("", 1),
        ("42", 1),
        ("\"x\"", 1),
        ("{", 1),
        ("[{\"id\":\"s\",\"name\":NaN,\"status\":\"active\"}]", 1),
        ("[{\"id\":\"\\ud800\"}]", 1),
        ("[null,null,[[[]]],1]", 0),
        (
            "[{\"id\":1,\"name\":2,\"status\":3,\"organization\":{\"id\":null,\"name\":[1,{\"a\":1}]}}]",
            0,
        ),
        (
            "[{\"id\":\"s\",\"status\":\"active\",\"organization\":null,\"organization_id\":\"gone\"}]",
            0,
        ),
        (
            "[{\"__proto__\":{\"x\":1},\"constructor\":{\"prototype\":{}},\"id\":\"s\",\"status\":\"active\"}]",
            0,
        ),
        (
            "[{\"id\":\"s\",\"id\":\"t\",\"status\":\"active\",\"organization\":{\"id\":\"o\",\"name\":\"n\"},\"organization\":{\"id\":\"p\",\"name\":\"m\"}}]",
            0,
        ),
        (
            "[{\"id\":\"s\",\"status\":\"active\",\"organization\":{\"id\":\"o\",\"name\":\"n\"},\"service_at_locations\":[{\"location\":{\"id\":\"l\",\"latitude\":1e999999,\"longitude\":-99999999999999999999999999999999}}]}]",
            0,
        ),
    ] {
        let desk = Desk::new();
        desk.write("a.json", document);
        let run = import(&desk, "hsds-json", "a.json");
        assert_eq!(run.code, Some(code), "{document}: {run:?}");
        if code == 1 {
            run.refused("E1107", "a.json:1:");
        }
    }
    for deep in ["[".repeat(100_000), "{\"organization\":".repeat(100_000)] {
        let desk = Desk::new();
        desk.write("a.json", deep);
        import(&desk, "hsds-json", "a.json").refused("E1107", "a.json:1:");
    }
}

#[test]
fn things_that_stand_twice_or_lead_to_each_other_are_read_once() {
    let desk = Desk::new();
    desk.write(
        "package/organizations.csv",
        "id,name,parent_organization_id\n1,Een,2\n2,Twee,1\n2,Drie,3\n3,Vier,3\n",
    );
    desk.write(
        "package/services.csv",
        "id,organization_id,name,status\n1,1,x,active\n1,2,y,active\n9,99,z,active\n",
    );
    desk.write(
        "package/service_at_locations.csv",
        "id,service_id,location_id\n1,1,1\n2,1,1\n3,1,gone\n",
    );
    desk.write(
        "package/locations.csv",
        "id,name,organization_id\n1,l,1\n1,m,2\n",
    );
    let run = import(&desk, "hsds-csv", "package").succeeded();
    for told in [
        "organizations.csv:4:1: warning[W1102]: id `2` stands twice",
        "services.csv:3:1: warning[W1102]: id `1` stands twice",
        "there is no organisation `99`",
        "there is no location `gone`",
    ] {
        assert!(run.out.contains(told), "{told}: {}", run.out);
    }
    let same: Vec<Value> = (0..20_000).map(|_| service(1, "Zon")).collect();
    imported(&same).1.succeeded();
    let many: Vec<Value> = (0..20_000)
        .map(|rank| service(rank, &format!("Zon {rank}")))
        .collect();
    imported(&many).1.succeeded();
}

#[test]
fn a_package_names_only_files_that_lie_in_it() {
    for path in [
        "../organizations.csv",
        "/etc/passwd",
        "https://elsewhere.example/x.csv",
        "file:///etc/passwd",
        "..\\x.csv",
        "C:\\x.csv",
        "a/../../x.csv",
        "organizations.csv\u{0}",
        "//x",
        "gone.csv",
        "link.csv",
        "up/x.csv",
        "pipe.csv",
        ".",
    ] {
        let desk = Desk::new();
        desk.write("x.csv", "id,name\n1,Elders\n");
        desk.write("package/organizations.csv", "id,name\n1,Zon\n");
        symlink("/etc/passwd", desk.path("package/link.csv")).unwrap();
        symlink("..", desk.path("package/up")).unwrap();
        desk.pipe("package/pipe.csv");
        let resources = json!({ "resources": [{ "path": path }] });
        desk.write("package/datapackage.json", resources.to_string());
        for given in ["package", "package/datapackage.json"] {
            import(&desk, "hsds-csv", given).refused("E1107", "package/");
        }
    }
    for package in [
        "<html>",
        "[]",
        "{}",
        "{\"resources\":{\"path\":1}}",
        "{\"resources\":[1,null,{\"path\":{\"a\":1}}]}",
    ] {
        let desk = Desk::new();
        desk.write("package/datapackage.json", package);
        import(&desk, "hsds-csv", "package").refused("E1107", "package/datapackage.json:1:");
    }
    let desk = Desk::new();
    desk.write("package/organizations.csv", "id,name\n1,Zon\n");
    symlink("/etc/passwd", desk.path("package/services.csv")).unwrap();
    let run = import(&desk, "hsds-csv", "package").succeeded();
    assert!(!run.out.contains("root"), "{}", run.out);
}

#[test]
fn a_zipped_package_writes_nothing_and_unpacks_to_no_more_than_is_read() {
    let zipped = |files: &[(&str, &[u8])]| {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let desk = Desk::new();
    desk.write(
        "a.zip",
        zipped(&[
            ("../../organizations.csv", b"id,name\n1,Zon\n"),
            (
                "/etc/services.csv",
                b"id,organization_id,name,status\n1,1,x,active\n",
            ),
            ("a\\phones.csv", b"id,number\n1,x\n"),
        ]),
    );
    let before = files(&desk);
    import(&desk, "hsds-csv", "a.zip").succeeded();
    let new: Vec<String> = files(&desk)
        .into_iter()
        .filter(|path| !before.contains(path))
        .collect();
    assert_eq!(new, ["content/providers/zon.md"]);
    let long = vec![b'a'; 200_000_000];
    desk.write("b.zip", zipped(&[("organizations.csv", &long)]));
    import(&desk, "hsds-csv", "b.zip").refused("E1107", "b.zip");
    desk.write("c.zip", b"PK\x05\x06 no zip");
    import(&desk, "hsds-csv", "c.zip").refused("E1107", "c.zip");
}
