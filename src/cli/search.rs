//! The `search` command.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use crate::diagnostics::Severity;
use crate::pipeline::{self, Search};
use crate::search::{Found, Hit, MunicipalityIndex, Reach, SearchError};

use super::{MATERIAL_IS_WRONG, SiteArguments, fail, print, print_json, say, show};

/// How many results of a kind are shown.
const SHOWN: usize = 10;

/// Search one municipality's site as a visitor's browser does, and explain what comes first
#[derive(Args)]
#[command(
    after_help = "Examples:\n  keuzewijzer search apeldoorn \"mijn kind is boos\"\n  keuzewijzer search zutphen \"disleksie\" --explain"
)]
pub(super) struct SearchArguments {
    /// The folder name of the municipality, such as apeldoorn
    municipality: String,
    /// What a visitor would type; several are answered one after the other
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// Say how every result came to its place
    #[arg(long)]
    explain: bool,
    /// Answer with one line of JSON per query, with all results
    #[arg(long, conflicts_with = "explain")]
    json: bool,
    /// Search only names, summaries and what visitors say in one word, as a browser does until it has the second file
    #[arg(long)]
    core: bool,
    #[command(flatten)]
    site: SiteArguments,
}

/// Searches as a visitor's browser does, and shows what it would find.
pub(super) fn run(arguments: &SearchArguments) -> ExitCode {
    let answer = |index: &MunicipalityIndex<'_>| -> Result<String, SearchError> {
        let reach = if arguments.core {
            Reach::First
        } else {
            Reach::Whole
        };
        let mut answer = String::new();
        for words in &arguments.words {
            let found = index.search_in(words, reach)?;
            if arguments.json {
                let _ = writeln!(answer, "{}", for_programs(index, words, &found));
            } else {
                answer.push_str(&for_people(index, words, &found, arguments.explain)?);
            }
        }
        Ok(answer)
    };
    match pipeline::search(&arguments.site.options(), &arguments.municipality, answer) {
        Ok((mut findings, search)) => {
            findings
                .diagnostics
                .retain(|problem| problem.severity == Severity::Error);
            show(
                &findings.diagnostics,
                &findings.sources,
                &arguments.site.show,
            );
            match search {
                Search::Done(answer) => {
                    if arguments.json {
                        print_json(&answer);
                    } else {
                        print(&answer);
                    }
                    ExitCode::SUCCESS
                }
                Search::WrongMaterial => ExitCode::from(MATERIAL_IS_WRONG),
                Search::NoSuchMunicipality(slugs) => {
                    say(&format!(
                        "the region has no municipality `{}`; it has {}\n",
                        arguments.municipality,
                        slugs.join(", ")
                    ));
                    ExitCode::from(MATERIAL_IS_WRONG)
                }
            }
        }
        Err(error) => fail(&error),
    }
}

fn for_programs(index: &MunicipalityIndex<'_>, words: &str, found: &Found) -> String {
    let list = |hits: &[Hit]| -> Vec<serde_json::Value> {
        hits.iter()
            .map(|hit| {
                let document = &index.documents[hit.document];
                json!({
                    "document": hit.document, "path": document.path(), "title": document.title,
                    "level": hit.level as u8, "score": hit.score,
                })
            })
            .collect()
    };
    json!({
        "words": words, "crisis": found.plan.is_crisis,
        "help": list(&found.help), "providers": list(&found.providers),
    })
    .to_string()
}

fn for_people(
    index: &MunicipalityIndex<'_>,
    words: &str,
    found: &Found,
    explain: bool,
) -> Result<String, SearchError> {
    let mut text = format!("«{words}»\n");
    if explain {
        text.push_str(&found.plan.in_words());
    }
    if found.plan.is_crisis {
        text.push_str("this cannot wait: the crisis card stands above the results\n");
    }
    for (heading, hits) in [("help", &found.help), ("providers", &found.providers)] {
        let _ = writeln!(text, "{heading}: {}", hits.len());
        for (rank, hit) in (1..).zip(hits.iter().take(SHOWN)) {
            let document = &index.documents[hit.document];
            let _ = writeln!(text, "{rank:>4}  {}  /{}", document.title, document.path());
            if explain {
                text.push_str(&index.explain(found, hit)?);
            }
        }
    }
    Ok(text)
}
