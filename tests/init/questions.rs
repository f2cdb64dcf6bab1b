use super::desk::Desk;

#[test]
fn every_question_can_be_answered_and_asked_again() {
    let desk = Desk::with_list();
    let answers = " 
Jeugdregio Proef

Apeldorn
Apeldoorn
regio Groningen

keuze.nl
https://keuze.nl
redactie
redactie@keuze.nl
misschien
ja
";
    let asked = ["init", "mijn-regio", "--ask", "--list", "gemeenten.csv"];
    let run = desk.answer(&asked, answers).succeeded();
    let wanted = "\
What is the name of the region?
> a name has at least one letter
  write a name, such as `Jeugdregio Voorbeeld`
What is the name of the region?
> Who publishes the sites? Enter: the region
> Which municipalities? One a line, by name or code, or `regio` and a youth region. Enter: that is all
municipality 1
> there is no municipality `Apeldorn` in the list
  did you mean `Apeldoorn`?
  write its name or its code as the list has it
municipality 1
>   0200 Apeldoorn
municipality 2
>   0014 Groningen
  1895 Oldambt
municipality 4
> At which address will the sites stand? Enter: not known yet
> `keuze.nl` cannot be the address of a site
  write the whole address, such as `https://keuzewijzer.example`
At which address will the sites stand? Enter: not known yet
> Which mail address may visitors write to? Enter: not known yet
> `redactie` is not a mail address
  write one address, such as `redactie@keuzewijzer.example`
Which mail address may visitors write to? Enter: not known yet
> Also in English? y or n. Enter: n
> answer with y or n
Also in English? y or n. Enter: n
> mijn-regio: a new region of 3 municipalities, ";
    assert!(run.err.starts_with(wanted), "{}", run.err);
    assert!(
        desk.path("mijn-regio/content/statements/en/finance.md")
            .exists()
    );
    let settings = desk.read("mijn-regio/content/site.toml");
    assert!(
        settings.contains("publisher = \"Jeugdregio Proef\""),
        "{settings}"
    );
    desk.run_in("mijn-regio", &["check", "--strict"])
        .succeeded();
}

#[test]
fn what_was_given_is_not_asked() {
    let desk = Desk::empty();
    let given = [
        "init",
        "mijn-regio",
        "--ask",
        "--name",
        "Proef",
        "--publisher",
        "Wij",
    ];
    let more = [
        "--base-url",
        "https://keuze.nl",
        "--contact-email",
        "wij@keuze.nl",
        "--other-language",
        "en",
    ];
    let run = desk
        .answer(&[&given[..], &more[..]].concat(), "0200=Apeldoorn\n\n")
        .succeeded();
    assert!(
        run.err
            .starts_with("Which municipalities? One a line, such as `0200=Apeldoorn`."),
        "{}",
        run.err
    );
    assert_eq!(run.err.matches('>').count(), 2, "{}", run.err);
}

#[test]
fn answers_that_end_too_soon_make_nothing() {
    let desk = Desk::empty();
    let run = desk.answer(&["init", "mijn-regio", "--ask"], "Proef\n");
    assert_eq!(run.code, Some(2));
    assert!(run.err.ends_with("error: the answers ended before the question: Who publishes the sites? Enter: the region\n"), "{}", run.err);
    assert!(desk.everything().is_empty());
}

#[test]
fn without_a_terminal_everything_that_is_missing_is_said_at_once() {
    let desk = Desk::empty();
    let run = desk.run(&[
        "init",
        "mijn-regio",
        "--contact-email",
        "redactie",
        "--base-url",
        "keuze",
    ]);
    assert_eq!(run.code, Some(2));
    let problems: Vec<&str> = run
        .err
        .lines()
        .filter_map(|line| line.strip_prefix("error: "))
        .collect();
    let wanted = [
        "a new region needs a name",
        "`keuze` cannot be the address of a site",
        "`redactie` is not a mail address",
        "a new region needs its municipalities",
    ];
    assert_eq!(problems, wanted);
    assert!(desk.everything().is_empty());
}

#[test]
fn a_language_without_texts_to_start_with_is_refused() {
    let desk = Desk::empty();
    let run = desk.run(&["init", "mijn-regio", "--other-language", "tr"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("invalid value 'tr'"), "{}", run.err);
}

#[test]
fn a_municipality_that_clashes_with_one_that_was_taken_is_asked_again() {
    let desk = Desk::empty();
    let given = [
        "init",
        "mijn-regio",
        "--ask",
        "--name",
        "Proef",
        "--publisher",
        "Wij",
        "--base-url",
        "https://keuze.nl",
        "--contact-email",
        "wij@keuze.nl",
        "--other-language",
        "en",
    ];
    let answers = "\n0200=Apeldoorn\n0301=Apeldoorn\n0200=Apeldoorn\n\n";
    let run = desk.answer(&given, answers).succeeded();
    let wanted = "\
municipality 1
> municipality `` has no code or no name
  write the CBS code and the name, such as `0200=Apeldoorn`, or give the national list with `--list`
municipality 1
>   0200 Apeldoorn
municipality 2
> `Apeldoorn` and `Apeldoorn` have the same code or the same name
  every municipality needs a code and a name of its own
municipality 2
> municipality 2
> mijn-regio: a new region of 1 municipality, ";
    assert!(run.err.contains(wanted), "{}", run.err);
}
