//! What building, archiving and verifying say in Dutch.

use std::fs;

use crate::desk::Desk;

#[test]
fn building_archiving_and_verifying_are_summed_up_in_dutch() {
    let desk = Desk::archived();
    let built = desk.run(&["build", "--lang", "nl"]).succeeded();
    let nothing = "er is niets veranderd sinds de vorige keer\nbekeken in ";
    assert!(built.err.contains(nothing), "{}", built.err);
    assert!(
        built.err.ends_with(" s; geen waarschuwingen\n"),
        "{}",
        built.err
    );

    let elsewhere = ["build", "--target", "elders", "--lang", "nl"];
    let rehearsed = desk.run(&[&elsewhere[..], &["--dry-run"]].concat());
    let words = "elders: er is niets gepubliceerd; het zou worden: ";
    assert!(rehearsed.err.contains(words), "{}", rehearsed.err);
    assert!(rehearsed.err.contains("  nieuw     "), "{}", rehearsed.err);
    let timed = desk
        .run(&[&elsewhere[..], &["--timings"]].concat())
        .succeeded();
    for words in [
        " bestanden nieuw, 0 veranderd, 0 zoals ze waren, 0 weg\n",
        "pagina's maken",
        "alles ",
    ] {
        assert!(timed.err.contains(words), "{words}: {}", timed.err);
    }

    let again = ["archive", "--into", "a.tar.gz", "--lang", "nl"];
    let again = desk.run(&again).succeeded();
    let words = "a.tar.gz: stond er al: ";
    assert!(again.err.starts_with(words), "{}", again.err);
    let verified = desk
        .run(&["verify", "a.tar.gz", "--lang", "nl"])
        .succeeded();
    let words = "gepubliceerd voor 2026-11-15, alles zoals het is gearchiveerd\n";
    assert!(verified.err.ends_with(words), "{}", verified.err);

    fs::write(desk.path("public/apeldoorn/index.html"), "weg").unwrap();
    let damaged = desk.run(&["verify", "public", "--lang", "nl"]);
    assert_eq!(
        (damaged.out.as_str(), damaged.err.as_str()),
        (
            "public: `apeldoorn/index.html` is beschadigd: de bytes zijn niet die van de lijst\n",
            "public: niet zoals het is gepubliceerd (1 fout)\n"
        )
    );
    let refused = ["archive", "--into", "b.tar.gz", "--lang", "nl"];
    let refused = desk.run(&refused);
    assert!(
        refused.err.ends_with("er is niets gearchiveerd\n"),
        "{}",
        refused.err
    );
}

#[test]
fn a_municipality_that_is_not_there_is_refused_in_dutch() {
    let desk = Desk::new();
    let run = desk.run(&["build", "--municipality", "apeldorn", "--lang", "nl"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(
        run.err,
        "de regio heeft geen gemeente `apeldorn`; bedoelde u `apeldoorn`?\n"
    );
}
