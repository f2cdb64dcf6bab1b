//! What is no file and no folder, given to every command in every place where a file or a folder belongs: an answer comes within
//! seconds, and nothing is opened that has no end.

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::time::{Duration, Instant};

use super::desk::{Desk, Run};

/// Pipes, sockets, devices, and links to nothing, to themselves and to a pipe.
const ODD: [&str; 7] = [
    "pipe",
    "socket",
    "/dev/zero",
    "/dev/random",
    "gone",
    "itself",
    "to-a-pipe",
];

/// A desk with a publication, an archive of it, and everything in [`ODD`].
fn desk() -> Desk {
    let desk = Desk::new();
    desk.run(&["build"]).succeeded();
    desk.run(&["archive", "--into", "good.tar.gz"]).succeeded();
    desk.pipe("pipe");
    UnixListener::bind(desk.path("socket")).unwrap();
    for (name, target) in [
        ("gone", "nothing"),
        ("itself", "itself"),
        ("to-a-pipe", "pipe"),
    ] {
        symlink(target, desk.path(name)).unwrap();
    }
    desk.write("table.csv", "Naam\nKompas\n");
    desk.write("m.toml", "[provider]\nname = \"Naam\"\n");
    desk
}

#[expect(
    clippy::disallowed_methods,
    reason = "the time of an answer is what is tried"
)]
fn answered(desk: &Desk, arguments: &[&str]) -> Run {
    let begun = Instant::now();
    let run = desk.run(arguments);
    let took = begun.elapsed();
    assert!(
        took < Duration::from_secs(30),
        "{arguments:?} took {took:?}"
    );
    run
}

/// Demands that each of these is refused wherever `?` stands, with its name, and that the system is not at fault.
fn are_refused(odd: &[&str], commands: &[&str]) {
    let desk = desk();
    for command in commands {
        for name in odd {
            let arguments: Vec<&str> = command
                .split(' ')
                .map(|word| if word == "?" { name } else { word })
                .collect();
            let run = answered(&desk, &arguments);
            let said = format!("{}{}", run.out, run.err);
            assert!(matches!(run.code, Some(1 | 3)), "{arguments:?}: {run:?}");
            // A link may be named by where it leads.
            let own = name.trim_start_matches("/dev/").trim_start_matches("to-a-");
            assert!(said.contains(own), "{arguments:?}: {said}");
            assert!(!said.contains("out of memory"), "{arguments:?}: {said}");
        }
    }
}

#[test]
fn what_is_no_folder_is_refused_as_content_and_theme() {
    let commands = [
        "check --lang en --content ?",
        "check --lang en --themes ?",
        "build --lang en --content ?",
        "build --lang en --themes ?",
        "search apeldoorn boos --lang en --content ?",
        "readability --content ?",
    ];
    are_refused(&ODD, &commands);
}

#[test]
fn what_is_no_folder_is_refused_as_a_publication() {
    // A link to nothing is a publication that is not there yet.
    let there: Vec<&str> = ODD.into_iter().filter(|name| *name != "gone").collect();
    let commands = [
        "check --lang en --previous ?",
        "build --lang en --target ?",
        "build --lang en --previous ? --target other",
        "join --lang en ? --target other",
        "archive --lang en --target ? --into a.tar.gz",
        "diff --lang en ? public",
        "diff --lang en public ?",
    ];
    are_refused(&there, &commands);
}

#[test]
fn what_is_no_file_is_refused_as_an_archive() {
    let commands = ["archive --lang en --into ?", "verify --lang en ?"];
    are_refused(&ODD[..2], &commands);
    are_refused(&ODD[2..4], &commands);
    are_refused(&["itself", "to-a-pipe"], &commands);
}

#[test]
fn an_import_opens_no_pipe_socket_or_device_whatever_it_is_taken_for() {
    let mappings = [
        "m.toml",
        "beschikbaarheidswijzer",
        "uitkomsten",
        "hsds-json",
        "hsds-csv",
    ];
    let desk = desk();
    for odd in ["pipe", "socket", "/dev/zero", "/dev/random", "to-a-pipe"] {
        let import = ["import", "--lang", "en", "--format", "concise", "--map"];
        for map in mappings {
            answered(&desk, &[&import[..], &[map, odd]].concat()).refused("E1107", odd);
        }
        for end in ["csv", "json", "xlsx", "ods", "zip"] {
            let file = format!("of-{odd}-{end}.{end}").replace('/', "-");
            symlink(odd, desk.path(&file)).unwrap();
            let map = if end == "zip" {
                "hsds-csv"
            } else {
                "beschikbaarheidswijzer"
            };
            answered(&desk, &[&import[..], &[map, &file]].concat()).refused("E1107", &file);
        }
        answered(&desk, &[&import[..], &[odd, "table.csv"]].concat()).refused("E1101", odd);
    }
    let into = "import --lang en --map m.toml table.csv --into ?";
    are_refused(&ODD, &[into]);
}

#[test]
fn what_is_written_takes_the_place_of_no_pipe_and_of_no_device() {
    let there: Vec<&str> = ODD.into_iter().filter(|name| *name != "gone").collect();
    let commands = [
        "check --lang en --report ?",
        "init --lang en ? --name X --municipality 0200=Apeldoorn",
        "schema --into ?",
        "man --into ?",
    ];
    are_refused(&there, &commands);
    let lists = ["init --lang en new --name X --youth-region Y --list ?"];
    are_refused(&ODD, &lists);
    let desk = desk();
    for (command, file) in [("schema", "provider.schema.json"), ("man", "keuzewijzer.1")] {
        std::fs::create_dir(desk.path(command)).unwrap();
        desk.pipe(&format!("{command}/{file}"));
        let run = answered(&desk, &[command, "--into", command]);
        assert_eq!(run.code, Some(3), "{run:?}");
    }
}

#[test]
fn names_with_controls_are_printed_without_obeying_them() {
    let desk = desk();
    let name = "a\u{1b}[31m\u{7}\u{9b}b";
    desk.write(name, "x");
    for command in [
        "check --content ?",
        "check --themes ?",
        "build --target ?",
        "check --previous ?",
        "join ?",
        "archive --into ?",
        "archive --target ? --into a.tar.gz",
        "verify ?",
        "verify good.tar.gz --against ?",
        "diff ? public",
        "import --map ? table.csv",
        "import --map hsds-csv ?",
        "import --map m.toml ?",
        "init ?",
        "readability --content ?",
        "schema --into ?",
        "man --into ?",
        "init new --list ? --youth-region Y --name X",
    ] {
        let arguments: Vec<&str> = command
            .split(' ')
            .map(|word| if word == "?" { name } else { word })
            .collect();
        let run = answered(&desk, &arguments);
        assert!(run.code.is_some(), "{arguments:?}: {run:?}");
        for text in [run.out, run.err] {
            let obeyed = text.chars().find(|c| c.is_control() && *c != '\n');
            assert_eq!(obeyed, None, "{arguments:?}: {text:?}");
        }
    }
}
