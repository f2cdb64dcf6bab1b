//! Completions and manual pages.

use std::process::{Command, Output};

fn keuzewijzer(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_keuzewijzer"))
        .args(arguments)
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn every_shell_completes_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = out(&keuzewijzer(&["completions", shell]));
        for command in keuzewijzer::cli::command().get_subcommands() {
            let name = command.get_name();
            assert!(script.contains(name), "{shell} does not complete `{name}`");
        }
    }
}

#[test]
fn bash_completes_the_flags_of_a_command() {
    let script = out(&keuzewijzer(&["completions", "bash"]));
    let ask = "COMP_WORDS=(keuzewijzer init --muni); COMP_CWORD=2\n\
               _keuzewijzer keuzewijzer --muni init\necho \"${COMPREPLY[@]}\"\n";
    let output = Command::new("bash")
        .args(["-c", &format!("{script}\n{ask}")])
        .output()
        .unwrap();
    assert_eq!(out(&output).trim(), "--municipality");
}

#[test]
fn a_shell_that_is_not_known_is_refused() {
    let output = keuzewijzer(&["completions", "tcsh"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man/man1");
    let output = keuzewijzer(&["man", "--into", pages.to_str().unwrap()]);
    assert!(output.status.success(), "{output:?}");
    for command in keuzewijzer::cli::command().get_subcommands() {
        let page = pages.join(format!("keuzewijzer-{}.1", command.get_name()));
        let text = std::fs::read_to_string(&page).unwrap();
        let about = command.get_about().unwrap().to_string();
        let first = about.split([',', '-', '\'']).next().unwrap().trim();
        assert!(text.contains(first), "{}: {text}", page.display());
        assert!(text.contains(".SH EXAMPLES"), "{}: {text}", page.display());
    }
}

#[test]
fn without_a_folder_the_page_of_the_program_is_shown() {
    let page = out(&keuzewijzer(&["man"]));
    assert!(page.contains(".TH keuzewijzer 1"), "{page}");
    assert!(page.contains("keuzewijzer\\-init(1)"), "{page}");
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bestand");
    std::fs::write(&file, "").unwrap();
    let output = keuzewijzer(&["man", "--into", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with("keuzewijzer: cannot write manual pages to"),
        "{said}"
    );
}
