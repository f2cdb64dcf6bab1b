//! What `build` says and does besides building everything: a summary, a rehearsal, a part, the time.

use std::collections::BTreeSet;

use crate::harness::{Region, Tree, differences, ends_in};

const KOMPAS: &str = "content/providers/kompas.md";

/// Changes a text that stands on pages of both municipalities.
fn change_a_page_of_all(region: &Region) {
    region.append("content/pages/te-lang-wachten.md", "\nBel ons gerust.\n");
}

#[test]
fn the_summary_counts_files_pages_and_warnings_by_code() {
    let region = Region::small();
    let built = region.build().succeeded();
    let tree = region.tree();
    let pages = tree.keys().filter(|path| ends_in(path, "html")).count();
    let files = tree.len() - 1;
    let wanted = format!(
        "public: {files} files new, 0 changed, 0 as they were, 0 gone\n{pages} pages made in "
    );
    assert!(built.err.contains(&wanted), "{}", built.err);
    assert!(built.err.ends_with("no warnings\n"), "{}", built.err);
    region.change(
        KOMPAS,
        "Kompas helpt",
        "[Kompas](http://www.kompas.example/) helpt",
    );
    let warned = region.build_with(&["--date", "2027-08-01"]).succeeded();
    let by_code = warned.err.lines().last().unwrap();
    assert!(
        by_code.contains(" warnings: ") && by_code.contains(" W0506"),
        "{by_code}"
    );
}

#[test]
fn the_summary_is_dutch_for_who_asks_for_dutch() {
    let region = Region::small();
    let built = region
        .build_with(&["--dry-run", "--lang", "nl"])
        .succeeded();
    let err = &built.err;
    assert!(
        err.starts_with("public: er is niets gepubliceerd; het zou worden: "),
        "{err}"
    );
    assert!(err.contains("\n  nieuw    "), "{err}");
    assert!(err.contains("(met `--verbose` ziet u alle)\n"), "{err}");
    assert!(err.contains(" pagina's gemaakt in "), "{err}");
    assert!(err.ends_with("; geen waarschuwingen\n"), "{err}");
}

#[test]
fn a_quiet_build_says_nothing_when_all_is_well() {
    let region = Region::small();
    let built = region.build_with(&["--quiet"]).succeeded();
    assert_eq!((built.out.as_str(), built.err.as_str()), ("", ""));
    assert!(region.target().join("index.html").exists());
}

#[test]
fn what_somebody_put_into_the_target_is_named_when_it_goes() {
    let region = Region::small();
    region.build().succeeded();
    let strange = ["apeldoorn/notitie.txt", "google1234.html"];
    let put = || {
        for path in strange {
            std::fs::write(region.target().join(path), "mine").unwrap();
        }
    };
    put();
    std::fs::write(region.target().join("README.md"), "kept").unwrap();
    let listed = strange.map(|path| format!("  {path}\n")).concat();
    let unchanged = region.build().succeeded();
    assert!(!unchanged.err.contains(&listed), "{}", unchanged.err);

    change_a_page_of_all(&region);
    let rehearsed = region.build_with(&["--dry-run"]).succeeded();
    let would = format!("not published by keuzewijzer, and would go with the old site:\n{listed}");
    assert!(rehearsed.err.contains(&would), "{}", rehearsed.err);
    let gone = format!("not published by keuzewijzer, and gone with the old site:\n{listed}");
    let built = region.build().succeeded();
    assert!(built.err.contains(&gone), "{}", built.err);
    assert!(
        strange
            .iter()
            .all(|path| !region.target().join(path).exists())
    );
    assert!(region.target().join("README.md").exists());

    put();
    change_a_page_of_all(&region);
    let quiet = region.build_with(&["--quiet"]).succeeded();
    assert_eq!(quiet.err, gone);
}

#[test]
fn a_rehearsal_writes_nothing_and_says_what_would_be() {
    let region = Region::small();
    let first = region.build_with(&["--dry-run"]).succeeded();
    assert!(
        first.err.contains("nothing was published; it would be"),
        "{}",
        first.err
    );
    assert!(!region.target().exists());
    assert!(!region.path(".public.lock").exists() && !region.path(".public.state").exists());

    region.build().succeeded();
    let (tree, inodes) = (region.tree(), region.inodes());
    change_a_page_of_all(&region);
    region.change(
        "content/offers.csv",
        "kompas,begeleiding-individueel,zutphen",
        "kompas,begeleiding-individueel,apeldoorn",
    );
    let rehearsed = region.build_with(&["--dry-run", "--verbose"]).succeeded();
    assert!(region.tree() == tree && region.inodes() == inodes);
    assert_eq!(region.left_overs(), [""; 0]);

    region.build().succeeded();
    let after = region.tree();
    let of_kind = |kind: &str| -> BTreeSet<String> {
        let lines = rehearsed.err.lines();
        let named = lines.filter_map(|line| line.trim_start().strip_prefix(kind));
        named.map(|path| path.trim().to_owned()).collect()
    };
    let is_file = |path: &&String| !path.starts_with(".keuzewijzer/");
    let only_in = |one: &Tree, other: &Tree| -> BTreeSet<String> {
        let paths = one.keys().filter(|path| !other.contains_key(*path));
        paths.cloned().collect()
    };
    assert_eq!(of_kind("new "), only_in(&after, &tree));
    assert_eq!(of_kind("gone "), only_in(&tree, &after));
    let changed: BTreeSet<String> = differences(&tree, &after)
        .into_iter()
        .filter(|path| tree.contains_key(path) && after.contains_key(path))
        .filter(|path| is_file(&path))
        .collect();
    assert_eq!(of_kind("changed "), changed);
}

#[test]
fn a_long_rehearsal_names_some_files_of_each_kind() {
    let region = Region::small();
    let rehearsed = region.build_with(&["--dry-run"]).succeeded();
    assert_eq!(rehearsed.err.matches("  new      ").count(), 21);
    assert!(
        rehearsed.err.contains(" more (`--verbose` names all)"),
        "{}",
        rehearsed.err
    );
}

#[test]
fn a_rehearsal_of_wrong_material_fails() {
    let region = Region::small();
    region.change(KOMPAS, "level = \"local\"", "level = \"locaal\"");
    assert_eq!(region.build_with(&["--dry-run"]).code, 1);
}

#[test]
fn one_municipality_is_built_and_the_rest_stays_as_it_is() {
    let region = Region::small();
    region.build().succeeded();
    let (before, inodes) = (region.tree(), region.inodes());
    change_a_page_of_all(&region);
    let part = region
        .build_with(&["--municipality", "zutphen"])
        .succeeded();
    let (after, new_inodes) = (region.tree(), region.inodes());
    let differing = differences(&before, &after);
    let page = "zutphen/te-lang-wachten/index.html".to_owned();
    assert!(differing.contains(&page), "{}", part.err);
    let is_outside =
        |path: &&String| !path.starts_with("zutphen/") && !path.starts_with(".keuzewijzer/");
    assert_eq!(differing.iter().find(is_outside), None);
    for path in before.keys().filter(is_outside) {
        assert_eq!(inodes.get(path), new_inodes.get(path), "{path}");
    }

    // The part is known, but the region as a whole is not taken for built.
    let again = region
        .build_with(&["--municipality", "zutphen"])
        .succeeded();
    assert!(again.err.contains("nothing changed"), "{}", again.err);
    let whole = region.build().succeeded();
    assert!(!whole.err.contains("nothing changed"), "{}", whole.err);
    assert!(
        region
            .read("public/apeldoorn/te-lang-wachten/index.html")
            .contains("Bel ons gerust.")
    );
    let part = region
        .build_with(&["--municipality", "apeldoorn"])
        .succeeded();
    assert!(part.err.contains("nothing changed"), "{}", part.err);
}

#[test]
fn all_municipalities_one_by_one_and_the_front_door_are_the_whole() {
    let region = Region::small();
    region.build().succeeded();
    change_a_page_of_all(&region);
    region
        .build_with(&["--municipality", "zutphen", "--municipality", "apeldoorn"])
        .succeeded();
    let parts = region.tree();
    region.build().succeeded();
    let mut differing = differences(&parts, &region.tree());
    // What only the publication before needed stays for one more, and the manifest says so.
    let is_carried =
        |path: &String| path.contains("/assets/search-") || path.ends_with("/manifest");
    differing.retain(|path| !is_carried(path));
    assert_eq!(differing, [""; 0]);
}

#[test]
fn a_part_of_nothing_is_refused() {
    let region = Region::small();
    let refused = region.build_with(&["--municipality", "zutphen"]);
    assert_eq!(refused.code, 3);
    assert!(
        refused.err.contains("build the whole region once"),
        "{}",
        refused.err
    );
    assert!(!region.target().exists());
    assert_eq!(region.left_overs(), [""; 0]);
}

#[test]
fn a_part_beside_a_file_that_is_gone_is_refused() {
    let region = Region::small();
    region.build().succeeded();
    std::fs::remove_file(region.target().join("apeldoorn/hulp/index.html")).unwrap();
    let refused = region.build_with(&["--municipality", "zutphen", "--date", "2026-12-01"]);
    assert_eq!(refused.code, 3);
    assert!(
        refused
            .err
            .contains("apeldoorn/hulp/index.html` is not as it was published"),
        "{}",
        refused.err
    );
}

#[test]
fn an_unknown_municipality_is_said_with_what_is_near() {
    let region = Region::small();
    region.build().succeeded();
    let refused = region.build_with(&["--municipality", "zutfen"]);
    assert_eq!(refused.code, 2);
    assert_eq!(
        refused.err,
        "the region has no municipality `zutfen`; did you mean `zutphen`?\n"
    );
}

#[test]
fn the_time_of_every_step_is_said_when_asked_for() {
    let region = Region::small();
    let said = region.build_with(&["--timings"]).succeeded().err;
    let steps: Vec<&str> = said
        .lines()
        .filter(|line| line.ends_with(" ms"))
        .map(|line| line[..16].trim())
        .collect();
    assert_eq!(
        steps,
        [
            "read",
            "validate",
            "theme",
            "readability",
            "score",
            "plan and render",
            "search index",
            "stage",
            "swap",
            "everything"
        ]
    );
    let checked = region.check_with(&["--timings"]).succeeded().err;
    assert!(checked.contains("plan and render"), "{checked}");
}

/// Logs hold no progress: what is drawn and wiped on a terminal.
#[test]
fn nothing_is_drawn_where_nobody_looks() {
    let region = Region::small();
    let built = region.build().succeeded();
    assert!(!built.err.contains(['\r', '\u{1b}']), "{:?}", built.err);
}

#[test]
fn what_the_file_system_refuses_is_said_with_its_reason_once() {
    let region = Region::small();
    let run = region.build_with(&["--target", "content/site.toml/public"]);
    assert_eq!(run.code, 3);
    assert!(run.err.starts_with("keuzewijzer: cannot "), "{}", run.err);
    let reason = "Not a directory";
    assert_eq!(run.err.matches(reason).count(), 1, "{}", run.err);
}
