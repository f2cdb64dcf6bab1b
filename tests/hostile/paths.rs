//! Names that lead elsewhere, links, pipes, devices and sockets in the content.

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;

use super::desk::Desk;

#[test]
fn what_is_no_file_is_refused_once_and_never_read() {
    let desk = Desk::new();
    let file = |name: &str| format!("content/providers/{name}.md");
    desk.pipe(&file("pipe"));
    UnixListener::bind(desk.path(&file("socket"))).unwrap();
    let links = [
        ("device", "/dev/zero"),
        ("file-elsewhere", "/etc/passwd"),
        ("folder-elsewhere", "/etc"),
        ("itself", "itself.md"),
        ("nothing", "gone.md"),
        ("upwards", "../.."),
    ];
    for (name, target) in links {
        symlink(target, desk.path(&file(name))).unwrap();
    }
    let run = desk.check().refused("E0107", "content/providers/");
    for name in ["pipe", "socket"]
        .into_iter()
        .chain(links.map(|(name, _)| name))
    {
        let place = format!("{}:1:1: error[E0107]", file(name));
        assert_eq!(run.out.matches(&place).count(), 1, "{place}: {}", run.out);
    }
}

#[test]
fn folders_that_lead_into_each_other_are_walked_once() {
    let desk = Desk::new();
    symlink("..", desk.path("content/pages/en")).unwrap();
    desk.check().refused("E0107", "content/pages/en");
}

#[test]
fn names_that_are_no_slugs_are_refused() {
    let desk = Desk::new();
    let text = desk.read("content/providers/kompas.md");
    let names = [
        "Kompas",
        "a\nb",
        "\u{1b}[31mrood",
        "kompa\u{301}s",
        "%2e%2e%2fetc",
        "con",
        "lpt1",
        "a\\b",
        &"a".repeat(200),
    ];
    for name in names {
        desk.write(&format!("content/providers/{name}.md"), &text);
    }
    let run = desk.check().refused("E0301", "content/providers/");
    assert_eq!(run.out.matches("E0301").count(), names.len(), "{}", run.out);
    assert!(!run.out.contains('\u{1b}'), "{}", run.out);
}

#[test]
fn keys_that_name_files_and_folders_stay_inside() {
    for theme in ["../../etc", "/etc"] {
        let desk = Desk::new();
        let file = "content/site.toml";
        desk.change(file, "theme = \"default\"", &format!("theme = \"{theme}\""));
        desk.check().refused("E0", "content/site.toml:3:");
    }
    for logo in ["../../../../etc/logo.png", "/etc/logo.svg"] {
        let desk = Desk::new();
        let file = "content/municipalities/apeldoorn/municipality.toml";
        desk.write(file, desk.read(file) + &format!("logo = \"{logo}\"\n"));
        desk.check().refused(
            "E0105",
            "content/municipalities/apeldoorn/municipality.toml:",
        );
    }
}

#[test]
fn an_import_takes_no_file_without_end_and_waits_for_no_pipe_in_a_package() {
    let desk = Desk::new();
    for end in ["csv", "json", "xlsx", "ods"] {
        let file = format!("zero.{end}");
        symlink("/dev/zero", desk.path(&file)).unwrap();
        let map = "beschikbaarheidswijzer";
        desk.run(&[
            "import", "--lang", "en", "--format", "concise", "--map", map, &file,
        ])
        .refused("E1107", &file);
    }
    let arguments = ["import", "--lang", "en", "--format", "concise", "--map"];
    desk.run(&[&arguments[..], &["/dev/zero", "zero.csv"]].concat())
        .refused("E1101", "/dev/zero");
    desk.write("package/organizations.csv", "id,name\n1,Kompas\n");
    desk.pipe("package/services.csv");
    let run = desk.run(&[&arguments[..], &["hsds-csv", "package"]].concat());
    assert!(matches!(run.code, Some(0 | 1)), "{}{}", run.out, run.err);
    desk.write(
        "outside/datapackage.json",
        r#"{"resources":[{"path":"../../../etc/passwd"}]}"#,
    );
    desk.run(&[&arguments[..], &["hsds-csv", "outside/datapackage.json"]].concat())
        .refused("E1107", "outside/datapackage.json");
}
