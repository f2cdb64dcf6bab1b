//! Looks for characters that nobody sees in what the region writes. Some change what others read or obey: they turn the order
//! of letters around (`U+202E`, see "Unicode Technical Report 36", 2.9), or steer a terminal. Others stand in words and keep
//! them from being found. In scripts that need them (Arabic, Hebrew, Hindi) and in emoji the latter are at home.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Place, codes, said};
use crate::sources::{CsvTable, Document, Material, Table, TomlValue};

/// What a character does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unseen {
    /// It may stand nowhere.
    Harmful,
    /// It may stand where a script or an emoji needs it.
    Doubtful,
}

/// Judges every text of the content: values in TOML, cells, and texts in Markdown.
pub(super) fn judge(material: &Material, diagnostics: &mut Vec<Diagnostic>) {
    for document in documents(material) {
        judge_table(&document.front, diagnostics);
        judge_text(&document.body.value, document.body.place, diagnostics);
    }
    let tables = [
        &material.offers,
        &material.waiting_times,
        &material.outcomes,
        &material.local_services,
        &material.postcodes,
    ];
    for table in tables.into_iter().flatten() {
        judge_cells(table, diagnostics);
    }
}

/// Judges a text of which the characters do not stand in the file as they are read.
pub fn judge_as_whole(text: &str, place: Place, diagnostics: &mut Vec<Diagnostic>) {
    for (_, character, unseen) in found(text) {
        diagnostics.push(problem(character, unseen, place));
    }
}

fn documents(material: &Material) -> impl Iterator<Item = &Document> {
    let single = [
        &material.site,
        &material.product_groups,
        &material.intensities,
        &material.vocabulary,
        &material.accessibility,
    ];
    let lists = [
        &material.statements,
        &material.providers,
        &material.products,
        &material.profiles,
        &material.pages,
    ];
    let translated = material
        .translated_statements
        .iter()
        .chain(&material.translated_pages);
    let own = material.municipalities.iter().flat_map(|own| {
        let translated = own.translated_pages.iter().flat_map(|texts| &texts.texts);
        let settings = std::iter::once(&own.settings).chain(&own.accessibility);
        settings.chain(&own.pages).chain(translated)
    });
    single
        .into_iter()
        .flatten()
        .chain(lists.into_iter().flatten())
        .chain(translated.flat_map(|texts| &texts.texts))
        .chain(own)
}

fn judge_table(table: &Table, diagnostics: &mut Vec<Diagnostic>) {
    for entry in table.entries.values() {
        judge_value(&entry.value.value, entry.value.place, diagnostics);
    }
}

fn judge_value(value: &TomlValue, place: Place, diagnostics: &mut Vec<Diagnostic>) {
    match value {
        // An escape such as `\u202e` may stand for the character, so its place is the whole text.
        TomlValue::Text(text) => judge_as_whole(text, place, diagnostics),
        TomlValue::Array(items) => {
            for item in items {
                judge_value(&item.value, item.place, diagnostics);
            }
        }
        TomlValue::Table(table) => judge_table(table, diagnostics),
        TomlValue::Datetime(_)
        | TomlValue::Integer(_)
        | TomlValue::Float(_)
        | TomlValue::Boolean(_) => {}
    }
}

fn judge_cells(table: &CsvTable, diagnostics: &mut Vec<Diagnostic>) {
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        judge_as_whole(&cell.value, cell.place, diagnostics);
    }
}

/// Judges a text that stands in its file byte for byte, from the start of this place.
pub fn judge_text(text: &str, whole: Place, diagnostics: &mut Vec<Diagnostic>) {
    for (at, character, unseen) in found(text) {
        let start = whole.start as usize + at;
        let place = Place::new(whole.file, start..start + character.len_utf8());
        diagnostics.push(problem(character, unseen, place));
    }
}

fn problem(character: char, unseen: Unseen, place: Place) -> Diagnostic {
    let name = format!("U+{:04X}", u32::from(character));
    match unseen {
        Unseen::Harmful => Diagnostic::new(
            codes::E0113,
            place,
            said(
                "character `{name}` may not stand in a text: nobody sees it, and it changes what is read",
                [("name", &name)],
            ),
        )
        .help("delete the word that it stands in, and type it anew"),
        Unseen::Doubtful => Diagnostic::new(
            codes::W0114,
            place,
            said(
                "character `{name}` is not seen, and keeps words from being found",
                [("name", &name)],
            ),
        )
        .help("delete the word that it stands in, and type it anew"),
    }
}

/// The first of each such character in a text, with its byte.
fn found(text: &str) -> Vec<(usize, char, Unseen)> {
    // Nearly all texts: nothing to look at.
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Vec::new();
    }
    let mut said = BTreeSet::new();
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        for (at, character) in line.char_indices() {
            let Some(unseen) = unseen(character) else {
                continue;
            };
            let is_at_home = unseen == Unseen::Doubtful && needs_joiners(line);
            if !is_at_home && said.insert(character) {
                found.push((start + at, character, unseen));
            }
        }
        start += line.len();
    }
    found
}

/// Whether nobody sees a character.
pub(super) fn is_unseen(character: char) -> bool {
    unseen(character).is_some()
}

/// What a character does when nobody sees it; `None` for one that is seen, and for blanks and ends of lines.
fn unseen(character: char) -> Option<Unseen> {
    match character {
        '\t' | '\n' | '\r' => None,
        // Marks of embeddings, overrides and isolates; tags; what is no character in any text.
        '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{e0000}'..='\u{e007f}'
        | '\u{fdd0}'..='\u{fdef}' => Some(Unseen::Harmful),
        _ if character.is_control() || u32::from(character) & 0xfffe == 0xfffe => {
            Some(Unseen::Harmful)
        }
        // Joiners and direction marks, blanks without width, fillers and marks for programs.
        '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{2029}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' => Some(Unseen::Doubtful),
        _ => None,
    }
}

/// Whether a line has letters of another script than ours, or emoji: there a joiner or a mark of direction has work to do.
fn needs_joiners(line: &str) -> bool {
    line.chars().any(|character| {
        let is_filler = matches!(character, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}');
        let is_emoji = matches!(character, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}');
        let is_ours = character < '\u{370}' || ('\u{1e00}'..='\u{1eff}').contains(&character);
        is_emoji || (character.is_alphabetic() && !is_ours && !is_filler)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<char> {
        found(text)
            .into_iter()
            .map(|(_, character, _)| character)
            .collect()
    }

    #[test]
    fn what_turns_text_around_or_steers_a_terminal_may_stand_nowhere() {
        assert_eq!(
            names("a\u{202e}b سلام\u{1b}[31m\u{9b}\u{0}\u{2067}"),
            ['\u{202e}', '\u{1b}', '\u{9b}', '\u{0}', '\u{2067}']
        );
    }

    #[test]
    fn joiners_are_at_home_in_scripts_and_emoji_that_need_them_and_doubtful_elsewhere() {
        assert!(names("می\u{200c}خواهم, شرکت\u{200f} (KvK)").is_empty());
        assert!(names("👩\u{200d}👧").is_empty());
        assert_eq!(names("Kom\u{200b}pas\u{200d}"), ['\u{200b}', '\u{200d}']);
        assert_eq!(names("سلام\nKom\u{200b}pas"), ['\u{200b}']);
    }

    #[test]
    fn accents_soft_hyphens_and_marks_of_emoji_are_seen() {
        assert!(names("Éénhoorn zorg\u{ad}huis ❤\u{fe0f} “ja”\r\n\tß").is_empty());
    }

    #[test]
    fn a_character_is_found_once_at_its_byte() {
        let found = found("é\u{202e}x\u{202e}");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, 2);
    }
}
