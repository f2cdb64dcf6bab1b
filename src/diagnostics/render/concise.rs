//! One line per problem, in the form that editors and `grep` know: `path:line:column: …`.

use std::fmt::Write as _;

use crate::diagnostics::{Diagnostic, Language, SourceMap};

use super::one_line;

/// Renders `path:line:column: error[E0302]: message; help`, one line per problem. The place of a cell of a spreadsheet is
/// `path!sheet!cell`.
#[must_use]
pub fn concise(diagnostics: &[Diagnostic], sources: &SourceMap, language: Language) -> String {
    diagnostics
        .iter()
        .map(|diagnostic| line(diagnostic, sources, language))
        .collect()
}

fn line(diagnostic: &Diagnostic, sources: &SourceMap, language: Language) -> String {
    let mut line = format!(
        "{}: {}[{}]: {}",
        one_line(&sources.shown(diagnostic.primary)),
        diagnostic.severity.in_language(language),
        diagnostic.code.id(),
        one_line(&diagnostic.message.in_language(language)),
    );
    for help in &diagnostic.help {
        write!(line, "; {}", one_line(&help.in_language(language)))
            .expect("writing to a String cannot fail");
    }
    line.push('\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Place, codes};

    #[test]
    fn a_problem_is_one_line_with_its_help() {
        let mut sources = SourceMap::default();
        let file = sources.add(
            "content/offers.csv",
            "provider;product\nkompass;pleegzorg\n",
        );
        let problem = Diagnostic::new(
            codes::E0302,
            Place::new(file, 17..24),
            "unknown provider `kompass`",
        )
        .help("did you mean `kompas`?")
        .help("or add `providers/kompass.md`");
        let warning = Diagnostic::new(codes::W0506, Place::new(file, 25..34), "old\nfigure");
        insta::assert_snapshot!(concise(&[problem, warning], &sources, Language::English), @r"
    content/offers.csv:2:1: error[E0302]: unknown provider `kompass`; did you mean `kompas`?; or add `providers/kompass.md`
    content/offers.csv:2:9: warning[W0506]: old figure
    ");
    }
}
