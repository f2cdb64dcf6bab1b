use super::desk::Desk;

const NAME: [&str; 2] = ["--name", "Jeugdregio «Proef» & *Zo*"];

#[test]
fn a_new_region_builds_at_once_without_a_single_warning() {
    let desk = Desk::empty();
    let made = desk
        .run(
            &[
                &[
                    "init",
                    "mijn-regio",
                    "--municipality",
                    "0200=Apeldoorn",
                    "--date",
                    "2026-03-02",
                ][..],
                &NAME[..],
            ]
            .concat(),
        )
        .succeeded();
    assert!(
        made.err.contains("a new region of 1 municipality"),
        "{}",
        made.err
    );
    let built = desk
        .run_in("mijn-regio", &["build", "--strict", "--date", "2026-03-02"])
        .succeeded();
    assert!(built.err.contains("; no warnings\n"), "{}", built.err);
    let page = desk.read("mijn-regio/public/apeldoorn/index.html");
    assert!(page.contains("Jeugdregio «Proef» &amp; *Zo*"), "{page}");
    assert!(page.contains("Deze site is nog in opbouw"), "{page}");
    let provider =
        desk.read("mijn-regio/public/apeldoorn/aanbieders/voorbeeldaanbieder/index.html");
    assert!(
        provider.contains("Deze aanbieder is verzonnen"),
        "{provider}"
    );
    assert!(!desk.path("mijn-regio/public/apeldoorn/en").exists());
    let accessibility = desk.read("mijn-regio/public/apeldoorn/toegankelijkheid/index.html");
    let (main, _) = accessibility.split_once("</main>").unwrap();
    for said in [
        "Status D: voldoet niet",
        "Er is nog geen onderzoek gedaan.",
        "vastgesteld op 2 maart 2026",
        "2 maart 2027",
        "redactie van de site (voorlopig)",
        "mailto:redactie@keuzewijzer.example",
        ">Nationale ombudsman<",
        "Lukt er iets niet?",
    ] {
        assert_eq!(main.matches(said).count(), 1, "{said}: {main}");
    }
}

#[test]
fn a_region_in_two_languages_builds_without_a_single_warning() {
    let desk = Desk::empty();
    desk.run(&[
        "init",
        "mijn-regio",
        "--name",
        "Jeugdregio Proef",
        "--publisher",
        "Gemeente <Apeldoorn> en [Zutphen]",
        "--municipality",
        "0200=Apeldoorn",
        "--municipality",
        "0301=Zutphen",
        "--other-language",
        "en",
        "--base-url",
        "https://keuze.proef.example/wijzer",
        "--contact-email",
        "de_redactie@proef.example",
    ])
    .succeeded();
    let built = desk
        .run_in("mijn-regio", &["build", "--strict"])
        .succeeded();
    assert!(built.err.contains("; no warnings\n"), "{}", built.err);
    let english = desk.read("mijn-regio/public/zutphen/en/toegankelijkheid/index.html");
    assert!(
        english.contains("Gemeente &lt;Apeldoorn&gt; en [Zutphen] wants"),
        "{english}"
    );
    for said in [
        "mailto:de_redactie@proef.example",
        "Status D",
        "All pages under this address.",
        "editors of the site (provisional)",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
    assert!(!english.contains("De sites van aanbieders"), "{english}");
    let sitemap = desk.read("mijn-regio/public/zutphen/sitemap.xml");
    assert!(
        sitemap.contains("https://keuze.proef.example/wijzer/zutphen/"),
        "{sitemap}"
    );
    let product = desk.read("mijn-regio/public/zutphen/en/hulp/gezinsbegeleiding/index.html");
    assert!(
        product.contains("Support for the whole family"),
        "{product}"
    );
}

#[test]
fn the_same_answers_on_the_same_day_give_the_same_files() {
    let desk = Desk::empty();
    for folder in ["een", "twee"] {
        let given = ["init", folder, "--name", "Proef", "--date", "2026-03-02"];
        let municipality = ["--municipality", "0200=Apeldoorn"];
        desk.run(&[&given[..], &municipality[..]].concat())
            .succeeded();
    }
    let files = |folder: &str| -> Vec<(String, String)> {
        let prefix = format!("{folder}/");
        let paths = desk.everything().into_iter();
        let files = paths.filter(|path| path.starts_with(&prefix) && desk.path(path).is_file());
        files
            .map(|path| (path[prefix.len()..].to_owned(), desk.read(&path)))
            .collect()
    };
    assert!(files("een").len() > 40);
    assert_eq!(files("een"), files("twee"));
}

#[test]
fn addresses_that_do_not_exist_yet_are_named_in_the_next_steps() {
    let desk = Desk::empty();
    let least = ["--name", "Proef", "--municipality", "0200=Apeldoorn"];
    desk.run(&[&["init", "kort"][..], &least[..]].concat())
        .succeeded();
    assert!(
        desk.read("kort/LEESMIJ.md")
            .contains("Daar staan nu\n   voorbeelden die niet bestaan")
    );
    let addresses = [
        "--base-url",
        "https://keuze.nl",
        "--contact-email",
        "keuze@keuze.nl",
    ];
    desk.run(&[&["init", "lang"][..], &least[..], &addresses[..]].concat())
        .succeeded();
    assert!(
        !desk
            .read("lang/LEESMIJ.md")
            .contains("voorbeelden die niet bestaan")
    );
}

#[test]
fn a_theme_of_ones_own_lies_ready_when_asked_for_and_gives_the_same_site() {
    let desk = Desk::empty();
    let given = [
        "--name",
        "Proef",
        "--municipality",
        "0200=Apeldoorn",
        "--date",
        "2026-03-02",
    ];
    desk.run(&[&["init", "zonder"][..], &given[..]].concat())
        .succeeded();
    desk.run(&[&["init", "met", "--with-theme"][..], &given[..]].concat())
        .succeeded();
    assert!(!desk.path("zonder/themes").exists());
    for folder in ["zonder", "met"] {
        desk.run_in(folder, &["build", "--date", "2026-03-02"])
            .succeeded();
    }
    let page = |folder: &str| desk.read(&format!("{folder}/public/apeldoorn/index.html"));
    assert_eq!(page("zonder"), page("met"));
    let style = desk.path("met/themes/default/css/tokens.css");
    std::fs::remove_file(style).unwrap();
    let built = desk.run_in("met", &["build", "--date", "2026-03-02"]);
    assert_eq!(
        built.code,
        Some(1),
        "the theme in the folder is the one that is used"
    );
}
