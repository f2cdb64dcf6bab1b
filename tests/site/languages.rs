//! The interface in more than one language: every page in each, every statement in each, and what was not translated
//! says in which language it is.

use std::collections::BTreeSet;

use scraper::Html;

use crate::demo::demo;
use crate::harness::{Region, differences};
use crate::html::{all, first, text};

const STATEMENTS: &str = "{{ <statements statements={site.statements} /> }}";

/// The smallest region, with the interface in English too and a theme of its own.
fn in_english() -> Region {
    let region = Region::small().with_theme("eigen");
    region.change(
        "content/site.toml",
        "language = \"nl\"",
        "language = \"nl\"\nother_languages = [\"en\"]",
    );
    for (name, title) in [("screening", "First choose"), ("finance", "Not for money")] {
        region.write(
            &format!("content/statements/en/{name}.md"),
            &format!("+++\ntitle = \"{title}\"\n+++\n{title}, always.\n"),
        );
    }
    region
}

/// What is said of a region that is not published: «code path message».
fn refused(region: &Region) -> Vec<String> {
    let run = region.build_with(&["--format", "json"]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    assert!(!region.target().exists());
    let problems = run.problems().into_iter();
    problems
        .map(|one| format!("{} {} {}", one.code, one.path, one.message))
        .collect()
}

fn page(region: &Region, path: &str) -> Html {
    let tree = region.tree();
    let bytes = tree.get(path).unwrap_or_else(|| panic!("no {path}"));
    Html::parse_document(&String::from_utf8_lossy(bytes))
}

#[test]
fn a_message_that_a_language_lacks_stops_the_build_and_is_named_with_its_file() {
    let region = in_english();
    region.change(
        "themes/default/i18n/en.ftl",
        "nav-waits = Waiting times\n",
        "",
    );
    assert_eq!(
        refused(&region),
        ["E0803 themes/default/i18n/en.ftl message `nav-waits` is missing"]
    );
}

#[test]
fn a_message_with_other_values_than_in_the_other_language_stops_the_build() {
    let region = in_english();
    region.change(
        "themes/default/i18n/en.ftl",
        "percent = { $number } percent",
        "percent = { $amount } percent",
    );
    assert_eq!(
        refused(&region),
        ["E0803 themes/default/i18n/en.ftl message `percent` uses `$amount`"]
    );
}

#[test]
fn a_language_without_words_and_statements_is_refused() {
    let region = in_english();
    region.change("content/site.toml", "[\"en\"]", "[\"en\", \"tr\"]");
    let said = refused(&region);
    for expected in [
        "E0806 themes/eigen/theme.toml `i18n/tr.ftl` is missing",
        "E0105 content/site.toml required file `statements/tr/screening.md` is missing",
        "E0105 content/site.toml required file `statements/tr/finance.md` is missing",
    ] {
        assert!(said.iter().any(|one| one == expected), "{said:#?}");
    }
}

#[test]
fn the_language_of_the_content_is_not_another_language() {
    let region = in_english();
    region.change("content/site.toml", "[\"en\"]", "[\"en\", \"nl\"]");
    assert_eq!(
        refused(&region),
        ["E0202 content/site.toml `nl` is the language of the content already"]
    );
}

#[test]
fn a_text_in_a_language_that_the_site_has_not_and_one_that_translates_nothing_are_refused() {
    let region = in_english();
    let text = "+++\ntitle = \"Text\"\ndescription = \"A text.\"\n+++\nA text.\n";
    region.write("content/pages/de/privacy.md", text);
    region.write("content/pages/en/no-such-page.md", text);
    let said = refused(&region);
    assert_eq!(
        said,
        [
            "E0107 content/pages/de unknown folder `de`",
            "E0107 content/pages/en/no-such-page.md `no-such-page` translates no page"
        ]
    );
}

#[test]
fn a_link_in_a_translation_is_checked_as_every_other() {
    let region = in_english();
    region.write(
        "content/pages/en/privacy.md",
        "+++\ntitle = \"Privacy\"\ndescription = \"About privacy.\"\nmenu = \"Privacy\"\n+++\n[Nowhere](/nergens/).\n",
    );
    let said = refused(&region);
    assert_eq!(
        said,
        ["E0702 content/pages/en/privacy.md no site has a page `/nergens/`"]
    );
}

#[test]
fn a_statement_that_is_left_out_in_one_language_only_publishes_nothing() {
    let region = in_english();
    let template = region.read("themes/default/templates/products.html");
    assert!(template.contains(STATEMENTS));
    region.write(
        "themes/eigen/templates/products.html",
        &template.replace(
            STATEMENTS,
            &format!("{{% if site.language == \"nl\" %}}{STATEMENTS}{{% endif %}}"),
        ),
    );
    let said = refused(&region);
    assert!(
        said.iter()
            .any(|one| one.starts_with("E0901") && one.contains("apeldoorn/en/hulp/index.html")),
        "{said:#?}"
    );
    assert!(
        !said
            .iter()
            .any(|one| one.contains("`apeldoorn/hulp/index.html`"))
    );
}

#[test]
fn a_page_in_another_language_says_the_statements_in_that_language() {
    let region = in_english();
    region.build().succeeded();
    let page = page(&region, "zutphen/en/hulp/index.html");
    let screening = first(page.root_element(), "[data-statement=screening]");
    assert_eq!(text(screening), "First choose First choose, always.");
}

#[test]
fn a_text_that_was_not_translated_says_so_and_is_marked() {
    let region = in_english();
    region.write(
        "content/pages/en/uw-rechten.md",
        "+++\ntitle = \"Your rights\"\ndescription = \"About your rights.\"\nmenu = \"Your rights\"\n+++\nRead on.\n",
    );
    region.build().succeeded();
    let dutch = page(&region, "apeldoorn/en/privacy/index.html");
    let main = first(dutch.root_element(), "main");
    assert_eq!(first(main, ".prose").value().attr("lang"), Some("nl"));
    assert_eq!(first(main, "h1").value().attr("lang"), Some("nl"));
    assert!(text(first(main, ".note")).contains("only available in Dutch"));
    let menu = first(dutch.root_element(), "footer a[href='../privacy/']");
    assert_eq!(menu.value().attr("lang"), Some("nl"));
    let english = page(&region, "apeldoorn/en/uw-rechten/index.html");
    let main = first(english.root_element(), "main");
    assert_eq!(text(first(main, "h1")), "Your rights");
    assert!(all(main, "[lang]").is_empty() && all(main, ".note").is_empty());
}

#[test]
fn words_of_a_product_are_marked_until_they_are_translated() {
    let region = in_english();
    region.build().succeeded();
    let before = page(&region, "apeldoorn/en/hulp/vaktherapie/index.html");
    let lead = first(before.root_element(), "main .lead");
    assert_eq!(lead.value().attr("lang"), Some("nl"));
    region.change(
        "content/products/vaktherapie.md",
        "te tekenen.\"\n",
        "te tekenen.\"\n[en]\nplain_name = \"Therapy by doing\"\nsummary = \"Your child learns by playing.\"\n",
    );
    region.build().succeeded();
    let after = page(&region, "apeldoorn/en/hulp/vaktherapie/index.html");
    let main = first(after.root_element(), "main");
    assert_eq!(text(first(main, "h1")), "Therapy by doing");
    assert_eq!(first(main, ".lead").value().attr("lang"), None);
    // What has no translation stays marked.
    assert_eq!(first(main, ".prose").value().attr("lang"), Some("nl"));
    let dutch = page(&region, "apeldoorn/hulp/vaktherapie/index.html");
    assert_eq!(
        text(first(dutch.root_element(), "h1")),
        "Therapie door te doen"
    );
}

#[test]
fn a_translation_with_half_of_the_words_is_refused() {
    let region = in_english();
    region.change(
        "content/products/vaktherapie.md",
        "te tekenen.\"\n",
        "te tekenen.\"\n[en]\nplain_name = \"Therapy by doing\"\n",
    );
    assert_eq!(
        refused(&region),
        ["E0106 content/products/vaktherapie.md `summary` is missing"]
    );
}

#[test]
fn a_region_in_one_language_says_nothing_of_languages() {
    let region = Region::small();
    region.build().succeeded();
    for (path, bytes) in region.tree() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!path.contains("/en/") && !path.starts_with("en/"), "{path}");
        for mark in ["hreflang", "content-lang", "page-lang", "dir="] {
            assert!(!text.contains(mark), "{path}: {mark}");
        }
    }
}

#[test]
fn two_builds_in_two_languages_are_the_same_bytes() {
    let (one, other) = (in_english(), in_english());
    one.build().succeeded();
    other.build().succeeded();
    assert_eq!(differences(&one.tree(), &other.tree()), [""; 0]);
}

#[test]
fn every_page_is_there_in_both_languages_and_names_both() {
    let mut compared = 0;
    for (path, html) in demo().pages() {
        let own = path
            .split_once('/')
            .filter(|(folder, _)| demo().municipalities().contains(folder));
        let (folder, inside) = own.map_or_else(
            || (String::new(), path),
            |(folder, inside)| (format!("{folder}/"), inside),
        );
        if inside.starts_with("en/") || inside == "404.html" {
            continue;
        }
        let english = format!("{folder}en/{inside}");
        assert!(demo().has(&english), "no {english}");
        compared += 1;
        let alternates = |html: &str| -> BTreeSet<String> {
            let page = Html::parse_document(html);
            all(page.root_element(), "head link[rel=alternate][hreflang]")
                .into_iter()
                .map(|link| {
                    let attribute = |name| link.value().attr(name).unwrap().to_owned();
                    format!("{} {}", attribute("hreflang"), attribute("href"))
                })
                .collect()
        };
        let named = alternates(html);
        assert_eq!(named.len(), 3, "{path}: {named:?}");
        assert_eq!(named, alternates(demo().text(&english)), "{path}");
    }
    assert!(compared > 500, "{compared} pages");
}

#[test]
fn the_page_for_addresses_that_do_not_exist_says_so_in_every_language() {
    for path in ["404.html", "apeldoorn/404.html"] {
        let page = Html::parse_document(demo().text(path));
        let lines = all(page.root_element(), "main p[lang=en]");
        assert_eq!(lines.len(), 1, "{path}");
        assert_eq!(text(lines[0]), "This page does not exist. English");
        let link = first(lines[0], "a");
        assert_eq!(link.value().attr("href"), Some("/en/"), "{path}");
    }
}

#[test]
fn the_switch_leads_to_the_same_page_and_back() {
    for (path, other, href) in [
        ("apeldoorn/hulp/index.html", "en", "../en/hulp/"),
        ("apeldoorn/en/hulp/index.html", "nl", "../../hulp/"),
        ("en/index.html", "nl", "../"),
        ("epe/index.html", "en", "./en/"),
    ] {
        let page = Html::parse_document(demo().text(path));
        let links = all(page.root_element(), "header .languages a");
        assert_eq!(links.len(), 1, "{path}");
        let attribute = |name| links[0].value().attr(name);
        assert_eq!(attribute("href"), Some(href), "{path}");
        assert_eq!(attribute("lang"), Some(other), "{path}");
        assert_eq!(attribute("hreflang"), Some(other), "{path}");
    }
}

/// A screen reader reads each word in the voice of its `lang`.
#[test]
fn a_profile_that_keeps_its_name_is_marked_in_heading_and_breadcrumb() {
    let mut checked = 0;
    for (path, html) in demo().pages() {
        if !path.contains("/en/verwijzers/vraag/") {
            continue;
        }
        checked += 1;
        let page = Html::parse_document(html);
        let name = text(first(page.root_element(), "h1 [lang=nl]"));
        let heading = text(first(page.root_element(), "h1"));
        assert!(
            heading.starts_with(&name) && heading.ends_with(", for referrers"),
            "{path}: {heading}"
        );
        assert_eq!(
            text(first(
                page.root_element(),
                ".crumbs [aria-current][lang=nl]"
            )),
            name,
            "{path}"
        );
    }
    assert!(checked > 5, "{checked} pages");
}

#[test]
fn how_a_place_is_entered_is_marked_as_words_of_the_content() {
    let mut marked = 0;
    for (path, html) in demo().pages() {
        if !path.contains("/en/plaats/") {
            continue;
        }
        let page = Html::parse_document(html);
        for line in all(page.root_element(), ".line p") {
            if text(line).contains("Access:") {
                marked += 1;
                assert!(!all(line, "[lang=nl]").is_empty(), "{path}: {}", text(line));
            }
        }
    }
    assert!(marked > 5, "{marked} places");
}

/// The notice says that everything is made up, and a norm is what somebody may hold a region to: both in words one reads.
#[test]
fn the_notice_and_the_norms_of_the_demonstration_are_in_the_language_of_the_page() {
    let mut checked = 0;
    for (path, html) in demo().pages() {
        if !path.contains("/en/") {
            continue;
        }
        let page = Html::parse_document(html);
        for notice in all(page.root_element(), ".notice span") {
            checked += 1;
            assert!(text(notice).starts_with("This is an example."), "{path}");
            assert_eq!(notice.value().attr("lang"), None, "{path}");
        }
        let words = text(first(page.root_element(), "body"));
        assert!(!words.contains("De regio streeft ernaar"), "{path}");
    }
    assert!(checked > 150, "{checked} notices");
}
