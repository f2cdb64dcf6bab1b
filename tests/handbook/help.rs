//! The help of every command has examples, and they can be typed.

use clap::Command;

use crate::block::words;

/// Every command and subcommand with its name as it is typed.
fn all(command: &Command, name: &str, list: &mut Vec<(String, Command)>) {
    for subcommand in command.get_subcommands() {
        if subcommand.get_name() != "help" {
            all(
                subcommand,
                &format!("{name} {}", subcommand.get_name()),
                list,
            );
        }
    }
    list.push((name.to_owned(), command.clone()));
}

fn commands() -> Vec<(String, Command)> {
    let mut list = Vec::new();
    all(&keuzewijzer::cli::command(), "keuzewijzer", &mut list);
    assert!(list.len() > 8, "the commands are found");
    list
}

/// The command lines under «Example», without what a shell does with their output.
fn examples(command: &Command) -> Vec<String> {
    let help = command.get_after_help().map(ToString::to_string);
    let help = help.unwrap_or_default();
    let mut lines = help.lines();
    if !lines.next().is_some_and(|line| line.starts_with("Example")) {
        return Vec::new();
    }
    lines
        .take_while(|line| !line.is_empty())
        .map(|line| line.split(" > ").next().unwrap().trim().to_owned())
        .collect()
}

#[test]
fn every_command_has_an_example_of_itself() {
    let mut faults = Vec::new();
    for (name, command) in commands() {
        if !examples(&command)
            .iter()
            .any(|example| example.starts_with(&name))
        {
            faults.push(name);
        }
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn every_example_can_be_understood() {
    let mut faults = Vec::new();
    for (name, command) in commands() {
        for example in examples(&command) {
            let parsed = keuzewijzer::cli::command().try_get_matches_from(words(&example));
            if let Err(error) = parsed {
                faults.push(format!("{name}: `{example}`: {error}"));
            }
        }
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn every_argument_says_what_it_is() {
    let mut faults = Vec::new();
    for (name, command) in commands() {
        for argument in command.get_arguments() {
            if argument.get_help().is_none() {
                faults.push(format!("{name}: {}", argument.get_id()));
            }
        }
    }
    assert_eq!(faults, [""; 0]);
}
