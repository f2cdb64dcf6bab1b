//! What is wrong with a text that is not TOML: in our own words for the mistakes that people make, in those of the parser
//! for the rest. The parser tells its faults in English alone, and by their text.

use std::ops::Range;

use crate::diagnostics::{Phrase, Wording, phrase, said};

/// Characters of a line that are repeated in a message at most.
const LONGEST: usize = 40;

const FORMS: Phrase = phrase(
    "write `key = \"text\"`, `key = 12`, `key = [\"one\", \"two\"]` or `[table]`, each on its own line",
);

/// A fault, as the parser tells it and where.
pub(super) struct Fault<'a> {
    /// What was parsed.
    pub(super) source: &'a str,
    /// Where in it the fault is: a range of bytes, often an empty one.
    pub(super) span: Range<usize>,
    /// Such as ``unclosed array, expected `]` ``.
    pub(super) message: &'a str,
}

impl Fault<'_> {
    /// What is wrong, and what to do about it.
    pub(super) fn in_words(&self) -> (Wording, Phrase) {
        let (name, expected) = self
            .message
            .split_once(", expected ")
            .unwrap_or((self.message, ""));
        self.of_text(name, expected)
            .or_else(|| self.of_key(name))
            .or_else(|| of_list(name))
            .or_else(|| self.of_number(name))
            .or_else(|| self.of_heading(name, expected))
            .unwrap_or_else(|| {
                let why = said("this is not TOML: {why}", [("why", &self.message)]);
                (why, FORMS)
            })
    }

    fn of_text(&self, name: &str, expected: &str) -> Option<(Wording, Phrase)> {
        let quotes = phrase("write text in double quotes: `key = \"text\"`");
        Some(match name {
            "string values must be quoted" if self.span.is_empty() => {
                (said("there is no value here", []), quotes)
            }
            "string values must be quoted" => {
                let text = &self.found();
                let problem = said("text `{text}` has no quotes", [("text", text)]);
                (problem, quotes)
            }
            // So the parser calls a value that is not there, in a table on one line.
            "invalid literal string" if self.before().ends_with(['=', ',', '{']) => {
                (said("there is no value here", []), FORMS)
            }
            "invalid basic string" | "invalid literal string"
                if ["`\"`", "`'`"].contains(&expected) && self.line_after().is_empty() =>
            {
                (
                    said("this text has no closing quote", []),
                    phrase("end a text on the line where it begins, with the quote it begins with"),
                )
            }
            "invalid multi-line basic string" | "invalid multi-line literal string"
                if self.source[self.span.end..].is_empty() =>
            {
                (
                    said("a text that begins with three quotes has no end", []),
                    phrase("end it with the three quotes it begins with"),
                )
            }
            "missing escaped value" => {
                let next: String = self.line_after().chars().take(1).collect();
                (
                    said("`\\{next}` is no character", [("next", &next)]),
                    phrase("write a backslash as `\\\\`, or put the text in single quotes"),
                )
            }
            "invalid boolean" => (
                said(
                    "`{written}` is not a yes or no",
                    [("written", &self.found())],
                ),
                phrase("write `true` or `false`, in small letters"),
            ),
            _ => return None,
        })
    }

    fn of_key(&self, name: &str) -> Option<(Wording, Phrase)> {
        Some(match name {
            "duplicate key" => (
                said("key `{key}` stands twice", [("key", &self.found())]),
                phrase("delete one of the two"),
            ),
            "invalid unquoted key" => (
                said(
                    "`{written}` cannot stand in a key",
                    [("written", &self.found())],
                ),
                phrase("a key has letters without accents, digits, `-` and `_`"),
            ),
            "unquoted keys cannot be empty" => (said("there is no key here", []), FORMS),
            "key with no value" => {
                let key = &shortened(self.line_before());
                (said("no `=` follows `{key}`", [("key", key)]), FORMS)
            }
            "missing value for key" | "missing value" => {
                (said("there is no value here", []), FORMS)
            }
            "extra `=`" => (said("there is an `=` too many here", []), FORMS),
            "unexpected key or value" => (
                said(
                    "`{rest}` stands behind a value that has ended",
                    [("rest", &shortened(self.line_after()))],
                ),
                phrase(
                    "write each key on its own line, a quote inside a text as `\\\"`, and a number as `1.5`",
                ),
            ),
            _ => return None,
        })
    }

    fn of_number(&self, name: &str) -> Option<(Wording, Phrase)> {
        if name != "unexpected leading zero" {
            return None;
        }
        let number = self.line_after().split([' ', '\t', ',', ']', '}']).next()?;
        Some((
            said(
                "number `{number}` begins with a zero",
                [("number", &number)],
            ),
            phrase("a code or telephone number is a text: put it in double quotes"),
        ))
    }

    fn of_heading(&self, name: &str, expected: &str) -> Option<(Wording, Phrase)> {
        if !["unclosed table", "unclosed array table"].contains(&name) {
            return None;
        }
        let (heading, bracket) = (shortened(self.line_before()), expected.trim_matches('`'));
        let problem = said(
            "`{heading}` has no closing `{bracket}`",
            [("heading", &heading), ("bracket", &bracket)],
        );
        Some((problem, FORMS))
    }

    /// What stands in the place of the fault.
    fn found(&self) -> &str {
        &self.source[self.span.clone()]
    }

    /// All before the fault, without the blanks at its end.
    fn before(&self) -> &str {
        self.source[..self.span.start].trim_end()
    }

    /// The line of the fault, up to it.
    fn line_before(&self) -> &str {
        let before = &self.source[..self.span.start];
        before.rsplit('\n').next().map_or("", str::trim)
    }

    /// The line of the fault, from it on.
    fn line_after(&self) -> &str {
        self.source[self.span.start..]
            .lines()
            .next()
            .map_or("", str::trim)
    }
}

fn of_list(name: &str) -> Option<(Wording, Phrase)> {
    let list = phrase("write a list as `key = [\"one\", \"two\"]`");
    let table = phrase("write a table on one line as `key = { one = 1, two = 2 }`");
    Some(match name {
        "unclosed array" => (said("a list has no closing `]`", []), list),
        "unexpected `=` in array" => (
            said(
                "an `=` stands in a list: its closing `]` may be missing",
                [],
            ),
            list,
        ),
        "extra comma in array" => (said("there is a comma too many here", []), list),
        "missing comma between array elements" => (said("a comma is missing here", []), list),
        "unclosed inline table" => (said("a table has no closing `}`", []), table),
        "extra comma in inline table" => (said("there is a comma too many here", []), table),
        "missing comma between key-value pairs" => (said("a comma is missing here", []), table),
        _ => return None,
    })
}

/// The first line of a text, as far as a message repeats it.
fn shortened(text: &str) -> String {
    let line = text.lines().next().map_or("", str::trim);
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::{Diagnostic, Language, SourceMap};
    use crate::sources::Table;

    fn said_of(text: &str, language: Language) -> Vec<String> {
        let mut sources = SourceMap::default();
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        let file = sources.add("content/site.toml", text);
        let _ = Table::parse(text, file, &mut diagnostics);
        diagnostics.sort_by_key(|problem| problem.primary);
        let words = |problem: &Diagnostic| problem.message.in_language(language);
        let mut words: Vec<String> = diagnostics.iter().map(words).collect();
        // Nobody is told the same twice.
        words.dedup();
        words
    }

    /// What people get wrong, with what is said of it in Dutch.
    const MISTAKES: [(&str, &[&str]); 28] = [
        ("a =\n", &["hier staat geen waarde"]),
        (
            "a = ja\n",
            &["tekst `ja` staat niet tussen aanhalingstekens"],
        ),
        (
            "a = \"x\nb = 1\n",
            &["deze tekst mist het aanhalingsteken aan het eind"],
        ),
        (
            "a = 'x\nb = 1\n",
            &["deze tekst mist het aanhalingsteken aan het eind"],
        ),
        (
            "a = \"\"\"x\nb = 1\n",
            &["een tekst die met drie aanhalingstekens begint, heeft geen eind"],
        ),
        ("a = \"C:\\map\"\n", &["`\\m` is geen teken"]),
        ("a = { b = }\n", &["hier staat geen waarde"]),
        ("a = True\n", &["`True` is geen ja of nee"]),
        ("a = 1\na = 2\n", &["sleutel `a` staat er twee keer"]),
        (
            "[a]\nb = 1\n[a]\nc = 1\n",
            &["sleutel `a` staat er twee keer"],
        ),
        ("é = 1\n", &["`é` mag niet in een sleutel staan"]),
        (
            "naam: 1\n",
            &[
                "`:` mag niet in een sleutel staan",
                "achter `naam:` staat geen `=`",
            ],
        ),
        ("de naam = 1\n", &["achter `de` staat geen `=`"]),
        ("= 1\n", &["hier staat geen sleutel"]),
        (
            "a = = 1\n",
            &[
                "hier staat een `=` te veel",
                "`1` staat achter een waarde die al klaar is",
            ],
        ),
        (
            "a = \"Hij zei \"hallo\" en ging\"\n",
            &["`hallo\" en ging\"` staat achter een waarde die al klaar is"],
        ),
        (
            "a = 1,5\n",
            &["`,5` staat achter een waarde die al klaar is"],
        ),
        (
            "a = 1, een hele lange tekst die nooit meer ophoudt met praten\n",
            &[
                "`, een hele lange tekst die nooit meer op…` staat achter een waarde die al klaar is",
            ],
        ),
        ("a = 0200\n", &["getal `0200` begint met een nul"]),
        ("[tafel\nx = 1\n", &["`[tafel` mist de `]` aan het eind"]),
        (
            "[[tafel]\nx = 1\n",
            &["`[[tafel]` mist de `]` aan het eind"],
        ),
        ("[[tafel\nx = 1\n", &["`[[tafel` mist de `]]` aan het eind"]),
        ("a = [1, 2\n", &["een lijst mist de `]` aan het eind"]),
        ("a = [1,, 2]\n", &["hier staat een komma te veel"]),
        ("a = [\"x\" \"y\"]\n", &["hier ontbreekt een komma"]),
        ("a = { b = 1\n", &["een tabel mist de `}` aan het eind"]),
        ("a = {b=1,,c=2}\n", &["hier staat een komma te veel"]),
        // The parser's own words, where a mistake is rare.
        (
            "a = 1\na.b = 2\n",
            &["dit is geen TOML: cannot extend value of type integer with a dotted key"],
        ),
    ];

    /// Also fails when the parser begins to say it in other words: then the new ones belong above.
    #[test]
    fn the_mistakes_that_people_make_are_told_in_dutch() {
        for (text, wanted) in MISTAKES {
            assert_eq!(said_of(text, Language::Dutch), *wanted, "{text}");
        }
    }
}
