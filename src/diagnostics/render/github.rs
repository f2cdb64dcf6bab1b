//! Annotations in a GitHub workflow run.

use std::fmt::Write as _;

use crate::diagnostics::{Diagnostic, Language, Severity, SourceMap};

/// Renders one workflow command per problem:
/// `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=E0302::message`. A cell of a spreadsheet has no line.
///
/// The form and its escapes are those of "Workflow commands for GitHub Actions" and of the runner's own reading of
/// them: `%`, carriage return and line feed in the message; `:` and `,` as well in a property.
#[must_use]
pub fn github(diagnostics: &[Diagnostic], sources: &SourceMap, language: Language) -> String {
    diagnostics
        .iter()
        .map(|diagnostic| command(diagnostic, sources, language))
        .collect()
}

fn command(diagnostic: &Diagnostic, sources: &SourceMap, language: Language) -> String {
    let path = sources.path(diagnostic.primary.file).to_string_lossy();
    let start = sources.position(diagnostic.primary);
    let end = sources.end_position(diagnostic.primary);
    let mut command = format!(
        "::{} file={}",
        command_name(diagnostic.severity),
        escape_property(&path),
    );
    let place = if sources.is_named_place(diagnostic.primary.file) {
        Ok(())
    } else if start.line == end.line {
        write!(
            command,
            ",line={},col={},endLine={},endColumn={}",
            start.line, start.column, end.line, end.column
        )
    } else {
        // The runner refuses columns when a range has several lines.
        write!(command, ",line={},endLine={}", start.line, end.line)
    };
    place.expect("writing to a String cannot fail");
    let words: Vec<String> = std::iter::once(&diagnostic.message)
        .chain(&diagnostic.help)
        .map(|words| words.in_language(language))
        .collect();
    writeln!(
        command,
        ",title={}::{}",
        diagnostic.code.id(),
        escape_message(&words.join("\n"))
    )
    .expect("writing to a String cannot fail");
    command
}

fn command_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn escape_message(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Place, codes};

    fn rendered(
        path: &str,
        text: &str,
        range: std::ops::Range<usize>,
        message: &'static str,
    ) -> String {
        let mut sources = SourceMap::default();
        let file = sources.add(path, text);
        let problem = Diagnostic::new(codes::E0302, Place::new(file, range), message);
        github(
            &[problem.help("did you mean `kompas`?")],
            &sources,
            Language::English,
        )
    }

    #[test]
    fn a_problem_is_one_command() {
        insta::assert_snapshot!(rendered("content/offers.csv", "provider\nkompass\n", 9..16, "unknown provider `kompass`"), @r"
    ::error file=content/offers.csv,line=2,col=1,endLine=2,endColumn=8,title=E0302::unknown provider `kompass`%0Adid you mean `kompas`?
    ");
    }

    #[test]
    fn a_range_of_several_lines_has_no_columns() {
        insta::assert_snapshot!(rendered("content/offers.csv", "provider\nkompass\n", 3..16, "unknown"), @r"
    ::error file=content/offers.csv,line=1,endLine=2,title=E0302::unknown%0Adid you mean `kompas`?
    ");
    }

    #[test]
    fn a_message_cannot_end_its_command_or_start_another() {
        insta::assert_snapshot!(rendered("a,b:c%.csv", "x", 0..1, "100 %: a,\r\n::error::b"), @r"
    ::error file=a%2Cb%3Ac%25.csv,line=1,col=1,endLine=1,endColumn=2,title=E0302::100 %25: a,%0D%0A::error::b%0Adid you mean `kompas`?
    ");
    }

    #[test]
    fn a_cell_of_a_spreadsheet_has_no_line() {
        let mut sources = SourceMap::default();
        let cell = sources.add_named_place("export.xlsx!Wacht!L4", "6 tot 8");
        let problem = Diagnostic::new(codes::E0302, Place::new(cell, 0..7), "wrong");
        assert_eq!(
            github(&[problem], &sources, Language::English),
            "::error file=export.xlsx!Wacht!L4,title=E0302::wrong\n"
        );
    }
}
