//! Problems for people: the lines of the material themselves, with what is wrong underlined.

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Padding, Renderer, Snippet,
};

use crate::diagnostics::{
    Diagnostic, Language, Phrase, Place, Severity, SourceMap, Wording, phrase,
};

use super::one_line;

/// Columns of a terminal that are used. Longer lines are cut around what is wrong.
const WIDTH: usize = 110;

/// Characters that are underlined at most: a text of a thousand words is shown by its beginning.
const LONGEST_UNDERLINE: usize = 72;

/// Lines of a place that are shown at most.
const MOST_LINES: usize = 6;

/// Renders problems with the lines they stand in, a blank line after each. Errors come last: who does not scroll back sees
/// what keeps the site from being published.
#[must_use]
pub fn terminal(
    diagnostics: &[Diagnostic],
    sources: &SourceMap,
    language: Language,
    is_coloured: bool,
) -> String {
    let renderer = if is_coloured {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(WIDTH);
    let of = |severity| diagnostics.iter().filter(move |it| it.severity == severity);
    of(Severity::Warning)
        .chain(of(Severity::Error))
        .map(|diagnostic| {
            let picture = renderer.render(&[report(diagnostic, sources, language)]) + "\n\n";
            without_positions_of_named_places(picture, diagnostic, sources)
        })
        .collect()
}

fn report<'a>(diagnostic: &'a Diagnostic, sources: &'a SourceMap, language: Language) -> Group<'a> {
    let word = |word: Phrase| Wording::from(word).in_language(language);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
    .with_name(diagnostic.severity.in_language(language));
    let title = level
        .primary_title(one_line(&diagnostic.message.in_language(language)))
        .id(diagnostic.code.id());
    let mut group = Group::with_title(title).element(shown(
        diagnostic.primary,
        AnnotationKind::Primary,
        None,
        sources,
    ));
    let mut messages = Vec::new();
    for related in &diagnostic.related {
        let label = one_line(&related.message.in_language(language));
        if has_no_excerpt(related.place, sources) {
            let path = sources.path(related.place.file).to_string_lossy();
            let note = Level::NOTE.with_name(word(phrase("note")));
            messages.push(note.message(format!("{}: {label}", one_line(&path))));
        } else {
            let kind = AnnotationKind::Context;
            group = group.element(shown(related.place, kind, Some(label), sources));
        }
    }
    let help = |help: &Wording| {
        let level = Level::HELP.with_name(word(phrase("help")));
        level.message(one_line(&help.in_language(language)))
    };
    messages.extend(diagnostic.help.iter().map(help));
    if !messages.is_empty() {
        group = group.element(Padding);
    }
    group.elements(messages)
}

/// A file as a whole, or one that does not exist, is shown by its path alone.
fn has_no_excerpt(place: Place, sources: &SourceMap) -> bool {
    place == Place::whole(place.file) || sources.text(place.file).is_empty()
}

fn shown<'a>(
    place: Place,
    kind: AnnotationKind,
    label: Option<String>,
    sources: &'a SourceMap,
) -> Element<'a> {
    let path = one_line(&sources.path(place.file).to_string_lossy());
    if has_no_excerpt(place, sources) {
        return Origin::path(path).into();
    }
    let excerpt = Excerpt::of(place, sources);
    let annotation: Annotation<'a> = kind.span(excerpt.underlined).label(label);
    Snippet::source(excerpt.lines)
        .line_start(excerpt.first_line)
        .path(path)
        .annotation(annotation)
        .into()
}

/// The renderer puts a line and column behind every path; a named place needs none.
fn without_positions_of_named_places(
    rendered: String,
    diagnostic: &Diagnostic,
    sources: &SourceMap,
) -> String {
    let related = diagnostic.related.iter().map(|related| related.place);
    std::iter::once(diagnostic.primary)
        .chain(related)
        .filter(|place| sources.is_named_place(place.file))
        .fold(rendered, |rendered, place| {
            let name = sources.shown(place);
            let position = sources.position(place);
            let behind = format!("{name}:{}:{}", position.line, position.column);
            rendered.replace(&behind, &name)
        })
}

/// The lines of a place. Only these are given to the renderer, which would otherwise read the whole file again for
/// every problem in it.
struct Excerpt<'a> {
    first_line: usize,
    lines: &'a str,
    underlined: std::ops::Range<usize>,
}

impl<'a> Excerpt<'a> {
    fn of(place: Place, sources: &'a SourceMap) -> Self {
        let text = sources.text(place.file);
        let first_line = sources.position(place).line;
        let last_line = sources.end_position(place).line;
        let last_shown = last_line.min(first_line + MOST_LINES - 1);
        let from = sources.line_start(place.file, first_line);
        let to = sources.line_start(place.file, last_shown + 1);
        let lines = text[from..to].trim_end_matches(['\r', '\n']);
        let within = |byte: u32| lines.floor_char_boundary((byte as usize).saturating_sub(from));
        let start = within(place.start);
        let end = within(place.end).max(start);
        Self {
            first_line,
            lines,
            underlined: start..shortened(lines, start, end),
        }
    }
}

/// The end of an underline that has no more characters than a line has room for.
fn shortened(lines: &str, start: usize, end: usize) -> usize {
    let underlined = &lines[start..end];
    if underlined.contains('\n') {
        return end;
    }
    underlined
        .char_indices()
        .nth(LONGEST_UNDERLINE)
        .map_or(end, |(at, _)| start + at)
}

#[cfg(test)]
mod tests;
