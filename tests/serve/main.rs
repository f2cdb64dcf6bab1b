//! The preview as a browser sees it: what it serves, what it says of a change, what it refuses.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod preview;

use std::ffi::OsStr;
use std::fs;
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::process::Command;

use preview::{Preview, command};

const KOMPAS: &str = "content/providers/kompas.md";
const KOMPAS_PAGE: &str = "/zutphen/aanbieders/kompas/";

#[test]
fn every_file_that_a_build_publishes_is_served_with_the_same_bytes() {
    let preview = Preview::start();
    let built = Command::new(env!("CARGO_BIN_EXE_keuzewijzer"))
        .current_dir(preview.path(""))
        .args(["build", "--date", "2026-11-15"])
        .output()
        .unwrap();
    assert!(built.status.success());
    let public = preview.path("public");
    let mut looked_at = 0;
    for entry in walkdir::WalkDir::new(&public) {
        let entry = entry.unwrap();
        let path = entry
            .path()
            .strip_prefix(&public)
            .unwrap()
            .to_str()
            .unwrap();
        let ending = entry.path().extension();
        let is_binary = |ending: &OsStr| {
            ["png", "woff2", "zip"]
                .iter()
                .any(|binary| ending == *binary)
        };
        let is_text = !ending.is_some_and(is_binary);
        // The names of search files are those of what they hold, which a preview does not know beforehand.
        let is_same = !path.contains("/assets/search-") && !path.starts_with(".keuzewijzer");
        if !entry.file_type().is_file() || !is_text || !is_same {
            continue;
        }
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let answer = preview.ask(&address);
        assert_eq!(answer.status, 200, "{address}");
        let published = fs::read_to_string(entry.path()).unwrap();
        let served = without_search(without_ending(&answer.body));
        assert!(served == without_search(&published), "{address}");
        looked_at += 1;
    }
    assert!(looked_at > 100, "{looked_at}");
}

/// A page without what the preview adds to it.
fn without_ending(page: &str) -> &str {
    let added = page.find("<link rel=\"stylesheet\" href=\"/.keuzewijzer/");
    page.get(..added.unwrap_or(page.len())).unwrap()
}

/// A page without the names of the files of its search.
fn without_search(page: &str) -> String {
    let mut kept = String::new();
    for (rank, part) in page.split("search-").enumerate() {
        let is_name = rank > 0 && (part.starts_with("core.") || part.starts_with("texts."));
        let rest = if is_name {
            part.split_once(".bin").unwrap().1
        } else {
            part
        };
        kept.push_str(rest);
    }
    kept
}

#[test]
fn the_search_files_that_a_page_names_are_served() {
    let preview = Preview::start();
    let page = preview.ask("/zutphen/zoeken/").body;
    for kind in ["search-core.", "search-texts."] {
        let (_, rest) = page.split_once(kind).unwrap();
        let (version, _) = rest.split_once(".bin").unwrap();
        let answer = preview.ask(&format!("/zutphen/assets/{kind}{version}.bin"));
        assert_eq!(answer.status, 200);
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(answer.body.len() > 100);
    }
}

#[test]
fn pages_have_the_headers_that_the_published_site_asks_for() {
    let preview = Preview::start();
    let page = preview.ask("/zutphen/");
    let rules = preview.ask("/_headers").body;
    let asked = |name: &str| {
        let (_, rest) = rules.split_once(&format!("  {name}: ")).unwrap();
        rest.lines().next().unwrap().to_owned()
    };
    let policy = asked("Content-Security-Policy");
    assert_eq!(
        page.headers["content-security-policy"],
        policy.strip_suffix("; upgrade-insecure-requests").unwrap()
    );
    for name in [
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Embedder-Policy",
    ] {
        assert_eq!(page.headers[&name.to_lowercase()], asked(name), "{name}");
    }
    assert!(!page.headers.contains_key("strict-transport-security"));
    assert_eq!(page.headers["cache-control"], "no-store");
    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
}

#[test]
fn an_unknown_address_gets_the_apology_of_its_municipality() {
    let preview = Preview::start();
    let inside = preview.ask("/zutphen/nergens/");
    assert_eq!(inside.status, 404);
    let apology = preview.ask("/zutphen/404.html");
    assert_eq!(apology.status, 200);
    assert_eq!(without_ending(&inside.body), without_ending(&apology.body));
    let outside = preview.ask("/nergens/");
    assert_eq!(outside.status, 404);
    let apology = preview.ask("/404.html");
    assert_eq!(apology.status, 200);
    assert_eq!(without_ending(&outside.body), without_ending(&apology.body));
}

#[test]
fn a_folder_without_its_slash_leads_to_the_folder() {
    let preview = Preview::start();
    for folder in ["/zutphen", "/zutphen/hulp", "/zutphen/aanbieders/kompas"] {
        let answer = preview.ask(folder);
        assert_eq!(answer.status, 308, "{folder}");
        assert_eq!(answer.headers["location"], format!("{folder}/"));
    }
}

#[test]
fn a_changed_record_is_told_and_the_page_has_it() {
    let preview = Preview::start();
    let page = preview.ask_after(KOMPAS_PAGE, |preview| {
        preview.change(KOMPAS, "Kompas helpt kinderen", "Kompas steunt kinderen");
    });
    assert!(page.body.contains("Kompas steunt kinderen"));
}

#[test]
fn a_file_in_a_new_folder_is_seen_and_so_is_a_folder_that_goes() {
    let preview = Preview::start();
    let own = "content/municipalities/zutphen/pages";
    let page = preview.ask_after("/zutphen/te-lang-wachten/", |preview| {
        fs::create_dir(preview.path(own)).unwrap();
        let region = fs::read_to_string(preview.path("content/pages/te-lang-wachten.md")).unwrap();
        let text = format!("{region}\nIn Zutphen kunt u ook langskomen.\n");
        fs::write(preview.path(own).join("te-lang-wachten.md"), text).unwrap();
    });
    assert!(
        page.body.contains("In Zutphen kunt u ook langskomen."),
        "{}",
        page.problems()
    );
    let page = preview.ask_after("/zutphen/te-lang-wachten/", |preview| {
        fs::remove_dir_all(preview.path(own)).unwrap();
    });
    assert!(!page.body.contains("langskomen"));
}

#[test]
fn a_changed_style_is_told_and_has_another_name() {
    let preview = Preview::start();
    let style = |page: &str| {
        let (_, rest) = page.split_once("assets/site.").unwrap();
        rest.split_once(".css").unwrap().0.to_owned()
    };
    let before = style(&preview.ask("/zutphen/").body);
    let page = preview.ask_after("/zutphen/", |preview| {
        let sheet = preview.path("themes/default/css/print.css");
        let text = fs::read_to_string(&sheet).unwrap();
        fs::write(
            sheet,
            format!("{text}\n@layer print {{ .new-name {{ margin: 1px }} }}\n"),
        )
        .unwrap();
    });
    let after = style(&page.body);
    assert_ne!(before, after);
    let sheet = preview.ask(&format!("/zutphen/assets/site.{after}.css"));
    assert!(sheet.body.contains(".new-name"));
    assert!(sheet.headers["cache-control"].contains("immutable"));
}

#[test]
fn an_error_is_shown_with_its_place_over_the_last_good_page_until_it_is_mended() {
    let preview = Preview::start();
    assert_eq!(preview.ask(KOMPAS_PAGE).problems(), "");
    let broken = preview.ask_after(KOMPAS_PAGE, |preview| {
        preview.change(KOMPAS, "level = \"local\"", "level = \"locaal\"");
    });
    assert_eq!(broken.status, 200);
    assert!(
        broken
            .body
            .contains("Kompas helpt kinderen en ouders in Zutphen.")
    );
    let problems = broken.problems();
    assert!(
        problems.contains("<code>content/providers/kompas.md:9:9</code>"),
        "{problems}"
    );
    assert!(problems.contains("1 error in 1 file"), "{problems}");
    assert!(
        problems.contains("the last version without errors"),
        "{problems}"
    );
    let mended = preview.ask_after(KOMPAS_PAGE, |preview| {
        preview.change(KOMPAS, "level = \"locaal\"", "level = \"local\"");
    });
    assert_eq!(mended.problems(), "");
}

#[test]
fn a_region_that_was_never_good_shows_its_problems_and_appears_once_it_is() {
    let preview = Preview::start_after(|folder| {
        let file = folder.join(KOMPAS);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(
            file,
            text.replace("level = \"local\"", "level = \"locaal\""),
        )
        .unwrap();
    });
    let page = preview.ask("/zutphen/");
    assert_eq!(page.status, 503);
    assert!(page.problems().contains("content/providers/kompas.md:9:9"));
    let page = preview.ask_after("/zutphen/", |preview| {
        preview.change(KOMPAS, "level = \"locaal\"", "level = \"local\"");
    });
    assert_eq!((page.status, page.problems()), (200, ""));
}

#[test]
fn a_page_that_loses_a_statement_says_so() {
    let preview = Preview::start();
    let page = preview.ask_after("/zutphen/hulp/", |preview| {
        preview.change(
            "themes/default/templates/products.html",
            "{{ <statements statements={site.statements} /> }}",
            "",
        );
    });
    assert!(page.problems().contains("E0901"), "{}", page.problems());
}

#[test]
fn a_statement_that_is_lost_on_a_page_that_nobody_asked_for_is_found_too() {
    let preview = Preview::start();
    let first = preview.ask_after("/", |preview| {
        preview.change(
            "themes/default/templates/provider.html",
            "{{ <statements statements={site.statements} /> }}",
            "{% if page.frame.title != \"Kompas Jeugdhulp\" %}{{ <statements statements={site.statements} /> }}{% endif %}",
        );
    });
    assert_eq!(first.problems(), "");
    preview.wait_for_another(first.version());
    let problems = preview.ask("/");
    assert!(
        problems.problems().contains("E0901"),
        "{}",
        problems.problems()
    );
}

#[test]
fn nothing_outside_the_site_can_be_asked_for() {
    let preview = Preview::start();
    fs::write(preview.path("secret.txt"), "secret").unwrap();
    for path in [
        "/../secret.txt",
        "/zutphen/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/zutphen/assets/..%2f..%2f..%2fsecret.txt",
        "/content/offers.csv",
        "//etc/passwd",
        "/.public.state",
    ] {
        let answer = preview.ask(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("secret\n") && !answer.body.contains("root:"));
    }
    let posted = preview.send(
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    );
    assert_eq!(posted.status, 405);
}

#[test]
fn only_this_machine_under_its_own_name_is_answered() {
    let preview = Preview::start();
    assert_eq!(preview.ask_as("/", "localhost:4000").status, 200);
    assert_eq!(preview.ask_as("/", "keuze.evil.example").status, 421);
    let network = UdpSocket::bind("0.0.0.0:0").unwrap();
    let (_, port) = preview.address.split_once(':').unwrap();
    if network.connect("192.0.2.1:9").is_ok() {
        let own = network.local_addr().unwrap().ip();
        assert!(
            TcpStream::connect(format!("{own}:{port}")).is_err(),
            "{own}"
        );
    }
}

#[test]
fn a_port_that_is_taken_is_said() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let folder = env!("CARGO_MANIFEST_DIR");
    let output = command(folder.as_ref())
        .args(["--content", "tests/region/content", "--port", &port])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains(&format!(
            "cannot listen on port {port}; choose another with `--port`"
        )),
        "{said}"
    );
}
