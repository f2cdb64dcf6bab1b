//! What is not published, what is said about it, and how the program ends.

use std::fs;

use crate::harness::{Region, keuzewijzer, run};

/// Exit codes: 0 published, 1 the material is wrong, 2 the arguments are wrong, 3 the machine failed.
const MATERIAL: i32 = 1;
const ARGUMENTS: i32 = 2;
const MACHINE: i32 = 3;

/// Breaks several files of a region, one of its theme too.
fn break_several_files(region: &Region) {
    region.append(
        "content/offers.csv",
        "onbekend,begeleiding-individueel,*,,,,,,2026-01-01,,open,\n\
         kompas,vaktherapie,zutphen,,,9,4,,2026-13-01,,open,\n",
    );
    region.append(
        "content/waiting-times.csv",
        "kompas,begeleiding-individueel,,,intake,expected,mean,-1,weeks,,open,2026-11-01,,opgave\n",
    );
    region.append(
        "content/outcomes.csv",
        "kompas,overbelaste-ouders,perspectief,experience-youth,2025-07-01,2026-06-30,10,11,,,de regio\n",
    );
    region.change("content/providers/kompas.md", "00000002", "123");
    region.change(
        "content/products/vaktherapie.md",
        "plain_name = ",
        "plain_naem = ",
    );
    region.change(
        "content/municipalities/zutphen/municipality.toml",
        "[contacts]",
        "[contacts",
    );
    let latin_1 = b"+++\ntitle = \"Priv\xe9\"\n+++\n";
    fs::write(region.path("content/pages/jongeren.md"), latin_1).unwrap();
    region.change(
        "themes/default/templates/home.html",
        "{{ page.frame.title }}",
        "{{ page.frame.titel }}",
    );
}

#[test]
fn all_faults_of_all_broken_files_are_reported_in_one_run() {
    let region = Region::small().with_theme("eigen");
    break_several_files(&region);
    let run = region.check_with(&["--format", "json"]);
    assert_eq!(run.code, MATERIAL);
    let found: Vec<String> = run
        .problems()
        .into_iter()
        .map(|one| {
            format!(
                "{} {}:{}:{} {}",
                one.code, one.path, one.line, one.column, one.message
            )
        })
        .collect();
    insta::assert_snapshot!(found.join("\n"), @"
    E0102 content/municipalities/zutphen/municipality.toml:14:10 `[contacts` has no closing `]`
    E0302 content/offers.csv:5:1 unknown provider `onbekend`
    E0402 content/offers.csv:6:32 ages from 9 to 4
    E0401 content/offers.csv:6:35 `2026-13-01` is not a date
    E0602 content/outcomes.csv:5:81 11 successes among 10 respondents
    E0101 content/pages/jongeren.md:2:14 the file is not UTF-8: byte 0xe9 is no part of a character
    E0106 content/products/vaktherapie.md:1:1 `plain_name` is missing
    E0107 content/products/vaktherapie.md:4:1 unknown key `plain_naem`
    E0404 content/providers/kompas.md:3:7 `123` is not a KvK number
    E0502 content/waiting-times.csv:6:55 a wait of `-1` is below zero
    E0802 themes/default/templates/home.html:3:19 `page.frame` has no field `titel`
    ");
}

/// Every record, page and setting by itself: without one of its lines, or not to be read at all, it is one broken file.
/// Whoever refers to it did nothing wrong.
#[test]
fn a_broken_record_is_not_reported_at_everything_that_refers_to_it() {
    let records = [
        "content/providers/kompas.md",
        "content/products/begeleiding-individueel.md",
        "content/profiles/overbelaste-ouders.md",
        "content/municipalities/zutphen/municipality.toml",
        "content/pages/privacy.md",
    ];
    let mut blamed = Vec::new();
    for record in records {
        for fault in ["name = = 1\n", "\u{0}"] {
            let region = Region::small();
            let text = region.read(record).replacen("name = ", fault, 1);
            region.write(record, &text.replacen("title = ", fault, 1));
            let problems = region.check_with(&["--format", "json"]).problems();
            assert!(
                problems.iter().any(|one| one.path == record),
                "{problems:?}"
            );
            blamed.extend(
                problems
                    .into_iter()
                    .filter(|one| one.path != record)
                    .map(|one| {
                        format!(
                            "{record} is broken, but: {} {}:{}",
                            one.message, one.path, one.line
                        )
                    }),
            );
        }
    }
    assert_eq!(blamed, [""; 0]);
}

/// What cannot be read is there all the same: nothing is said of links to it, of its translation, and of waits for it.
#[test]
fn what_cannot_be_read_is_not_missed_elsewhere() {
    let region = Region::demo();
    let known = region.check_with(&["--format", "json"]).problems().len();
    for record in [
        "content/pages/privacy.md",
        "content/products/crisisverblijf.md",
        "content/providers/kompas-en-co.md",
    ] {
        let text = region.read(record);
        region.append(record, "\u{0}");
        let slug = record.rsplit_once('/').unwrap().1.trim_end_matches(".md");
        let folder = record.split('/').nth(1).unwrap();
        let address = match folder {
            "products" => format!("/hulp/{slug}/"),
            "providers" => format!("/aanbieders/{slug}/"),
            _ => format!("/{slug}/"),
        };
        let other = "content/pages/uw-rechten.md";
        let before = region.read(other);
        region.append(other, &format!("\nZie [dit]({address}).\n"));
        let problems = region.check_with(&["--format", "json"]).problems();
        let errors: Vec<String> = problems
            .iter()
            .filter(|one| one.code.starts_with('E') && one.path != record)
            .map(|one| format!("{record}: {} {}", one.path, one.message))
            .collect();
        assert_eq!(errors, [""; 0]);
        assert!(problems.len() <= known + 1, "{problems:?}");
        region.write(record, &text);
        region.write(other, &before);
    }
}

#[test]
fn a_row_of_offers_that_cannot_be_read_is_not_missed_by_its_waits() {
    let region = Region::small();
    let offers = region.read("content/offers.csv");
    let short: Vec<&str> = offers
        .lines()
        .map(|line| line.rsplit_once(',').map_or(line, |(start, _)| start))
        .collect();
    let header = offers.lines().next().unwrap();
    region.write(
        "content/offers.csv",
        &format!("{header}\n{}\n", short[1..].join("\n")),
    );
    let problems = region.check_with(&["--format", "json"]).problems();
    assert!(
        problems.iter().any(|one| one.path == "content/offers.csv"),
        "{problems:?}"
    );
    let blamed: Vec<_> = problems
        .iter()
        .filter(|one| one.path != "content/offers.csv")
        .collect();
    assert!(blamed.is_empty(), "{blamed:?}");
}

#[test]
fn every_fault_has_a_place_in_a_file_that_exists() {
    let region = Region::small().with_theme("eigen");
    break_several_files(&region);
    for problem in region.check_with(&["--format", "json"]).problems() {
        let text = fs::read(region.path(&problem.path)).unwrap();
        let lines = text.split(|byte| *byte == b'\n').count();
        let line = usize::try_from(problem.line).unwrap();
        assert!((1..=lines).contains(&line), "{problem:?}");
        assert!(problem.column >= 1, "{problem:?}");
    }
}

/// One format reports as many problems as the other, and the same ones.
#[test]
fn the_four_formats_report_the_same_problems() {
    let region = Region::small().with_theme("eigen");
    break_several_files(&region);
    let said = |format: &str| region.check_with(&["--format", format, "--color", "never"]);
    let problems = said("json").problems();
    let (human, concise, github) = (said("human"), said("concise"), said("github"));
    assert_eq!(human.out, "", "people read standard error");
    for other in [&concise, &github] {
        assert_eq!(other.err, "", "programs read standard output");
        assert_eq!(other.out.lines().count(), problems.len());
    }
    let in_human = human
        .err
        .lines()
        .filter(|line| line.starts_with("error["))
        .count();
    assert_eq!(in_human, problems.len());
    for (rank, problem) in problems.iter().enumerate() {
        let line = concise.out.lines().nth(rank).unwrap();
        let start = format!(
            "{}:{}:{}: error[{}]: ",
            problem.path, problem.line, problem.column, problem.code
        );
        assert!(line.starts_with(&start), "{line}");
        let line = github.out.lines().nth(rank).unwrap();
        let start = format!("::error file={},line={},", problem.path, problem.line);
        assert!(line.starts_with(&start), "{line}");
        assert!(
            line.contains(&format!("title={}::", problem.code)),
            "{line}"
        );
        let header = format!("error[{}]: {}", problem.code, problem.message);
        assert!(human.err.contains(&header), "{header}");
    }
}

#[test]
fn colour_is_there_only_when_it_is_asked_for() {
    let region = Region::small();
    region.change("content/providers/kompas.md", "00000002", "123");
    let escape = '\u{1b}';
    let with = |color: &str| region.check_with(&["--color", color]).err;
    assert!(with("always").contains(escape));
    assert!(!with("never").contains(escape));
    assert!(!with("auto").contains(escape), "no terminal reads this");
}

/// In every file of the content: it cannot be read any more.
#[test]
fn an_error_in_any_file_leaves_the_published_site_untouched() {
    let region = Region::small();
    region.build().succeeded();
    let (tree, inodes) = (region.tree(), region.inodes());
    let files: Vec<_> = walkdir::WalkDir::new(region.path("content"))
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.is_file())
        .collect();
    assert!(files.len() > 15);
    for file in files {
        let whole = fs::read(&file).unwrap();
        fs::write(&file, [b"\xff\xfe\x00[[[,\"\n".as_slice(), &whole].concat()).unwrap();
        let run = region.build_with(&["--format", "concise"]);
        fs::write(&file, whole).unwrap();
        let name = file.file_name().unwrap().to_str().unwrap();
        assert_eq!(run.code, MATERIAL, "{name}");
        assert!(run.out.contains(name), "{name} is not named: {}", run.out);
        assert!(run.err.contains("nothing was published"), "{}", run.err);
        assert!(region.tree() == tree && region.inodes() == inodes, "{name}");
        assert_eq!(region.left_overs(), [""; 0]);
    }
    region.build().succeeded();
    assert!(region.tree() == tree);
}

#[test]
fn a_warning_publishes_unless_warnings_are_errors() {
    let region = Region::small();
    region.change(
        "content/waiting-times.csv",
        "2026-11-01,2026-11-03",
        "2026-09-01,2026-09-03",
    );
    region.change(
        "content/waiting-times.csv",
        "2026-10-15,2026-10-20",
        "2026-08-15,2026-08-20",
    );
    let strict = region.build_with(&["--strict", "--format", "concise"]);
    assert_eq!(strict.code, MATERIAL);
    assert!(strict.out.contains("warning[W"), "{}", strict.out);
    assert!(!strict.out.contains("error["), "{}", strict.out);
    assert!(!region.target().exists());
    let lenient = region.build_with(&["--format", "concise"]).succeeded();
    assert_eq!(lenient.out, strict.out);
    assert!(region.target().exists());
    let tree = region.tree();
    assert_eq!(region.build_with(&["--strict"]).code, MATERIAL);
    assert!(region.tree() == tree, "what stands there stays");
}

#[test]
fn check_publishes_nothing_and_succeeds_on_good_material() {
    let region = Region::small();
    let run = region.check_with(&[]).succeeded();
    assert_eq!(
        (run.out.as_str(), run.err.as_str()),
        ("", "content is in order\n")
    );
    assert!(!region.target().exists());
}

#[test]
fn wrong_arguments_end_with_two_and_touch_nothing() {
    let region = Region::small();
    for arguments in [
        &["--date", "2026-02-30"][..],
        &["--format", "xml"],
        &["--verbose-please"],
        &["extra"],
    ] {
        assert_eq!(
            region.build_with(arguments).code,
            ARGUMENTS,
            "{arguments:?}"
        );
    }
    assert_eq!(run(&mut keuzewijzer()).code, ARGUMENTS);
    assert!(!region.target().exists());
}

#[test]
fn a_machine_that_fails_ends_with_three_and_names_the_path() {
    let region = Region::small();
    fs::create_dir(region.target()).unwrap();
    fs::write(region.path("public/scriptie.odt"), "jaren werk").unwrap();
    let foreign = region.build();
    assert_eq!(foreign.code, MACHINE);
    assert!(foreign.err.contains("scriptie.odt"), "{}", foreign.err);
    assert_eq!(
        region.tree().len(),
        1,
        "the folder of someone else is untouched"
    );
    let absent = region.build_with(&["--content", "nergens"]);
    assert!([MATERIAL, MACHINE].contains(&absent.code), "{absent:?}");
    assert!(absent.err.contains("nergens"), "{}", absent.err);
    let under_a_file = region.build_with(&["--target", "content/site.toml/public"]);
    assert_eq!(under_a_file.code, MACHINE, "{under_a_file:?}");
    assert!(
        under_a_file.err.contains("site.toml"),
        "{}",
        under_a_file.err
    );
}

#[test]
fn a_day_given_on_the_command_line_is_the_day_of_the_site() {
    let region = Region::small();
    region.build_with(&["--date", "2026-11-20"]).succeeded();
    let page = String::from_utf8(region.tree()["zutphen/index.html"].clone()).unwrap();
    assert!(page.contains("20 november 2026"), "{page}");
}

#[test]
fn a_security_contact_that_expires_within_thirty_days_stops_the_site() {
    for (expires, code) in [
        ("2026-12-14", MATERIAL),
        ("2026-11-01", MATERIAL),
        ("2026-12-30", 0),
    ] {
        let region = Region::small();
        region.change(
            "content/site.toml",
            "expires = 2027-10-01",
            &format!("expires = {expires}"),
        );
        assert_eq!(region.build().code, code, "{expires}");
    }
}

#[test]
fn explain_knows_every_code_and_says_when_it_does_not() {
    let explain = |argument: &str| run(keuzewijzer().arg("explain").arg(argument));
    let known = explain("E0302").succeeded();
    assert!(known.out.starts_with("# E0302"), "{}", known.out);
    let all = run(keuzewijzer().arg("explain")).succeeded();
    let codes: Vec<&str> = all
        .out
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(code, _)| code.trim_end_matches(':'))
        .collect();
    assert!(codes.len() > 60, "{codes:?}");
    for code in codes {
        explain(code).succeeded();
    }
    let unknown = explain("E9999");
    assert_eq!((unknown.code, unknown.out.as_str()), (MATERIAL, ""));
    assert!(unknown.err.contains("`E9999`"), "{}", unknown.err);
}

#[test]
fn a_security_contact_that_is_sure_for_more_than_a_year_is_a_warning() {
    let region = Region::small();
    let site = "content/site.toml";
    region.change(site, "expires = 2027-10-01", "expires = 2027-11-17");
    let problems = region.check_with(&["--format", "json"]).problems();
    let said: Vec<String> = problems
        .iter()
        .map(|one| format!("{} {}:{}", one.code, one.path, one.line))
        .collect();
    assert_eq!(said, ["W0204 content/site.toml:30"]);
    region.change(site, "expires = 2027-11-17", "expires = 2027-11-16");
    let problems = region.check_with(&["--format", "json"]).problems();
    assert!(problems.is_empty(), "{problems:?}");
}
