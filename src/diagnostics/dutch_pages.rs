//! The pages of the codes in Dutch. They hold words alone: the examples are those of the English page, so that there is
//! one of each, which the tests run.

/// The Dutch page of each code.
const PAGES: &[(&str, &str)] = &[
    ("E0101", include_str!("codes/nl/E0101.md")),
    ("E0102", include_str!("codes/nl/E0102.md")),
    ("E0103", include_str!("codes/nl/E0103.md")),
    ("E0104", include_str!("codes/nl/E0104.md")),
    ("E0105", include_str!("codes/nl/E0105.md")),
    ("E0106", include_str!("codes/nl/E0106.md")),
    ("E0107", include_str!("codes/nl/E0107.md")),
    ("E0108", include_str!("codes/nl/E0108.md")),
    ("E0109", include_str!("codes/nl/E0109.md")),
    ("E0110", include_str!("codes/nl/E0110.md")),
    ("E0111", include_str!("codes/nl/E0111.md")),
    ("E0112", include_str!("codes/nl/E0112.md")),
    ("E0113", include_str!("codes/nl/E0113.md")),
    ("W0114", include_str!("codes/nl/W0114.md")),
    ("E0201", include_str!("codes/nl/E0201.md")),
    ("E0202", include_str!("codes/nl/E0202.md")),
    ("E0203", include_str!("codes/nl/E0203.md")),
    ("W0204", include_str!("codes/nl/W0204.md")),
    ("W0205", include_str!("codes/nl/W0205.md")),
    ("E0301", include_str!("codes/nl/E0301.md")),
    ("E0302", include_str!("codes/nl/E0302.md")),
    ("E0303", include_str!("codes/nl/E0303.md")),
    ("E0304", include_str!("codes/nl/E0304.md")),
    ("E0305", include_str!("codes/nl/E0305.md")),
    ("E0306", include_str!("codes/nl/E0306.md")),
    ("E0307", include_str!("codes/nl/E0307.md")),
    ("E0308", include_str!("codes/nl/E0308.md")),
    ("E0309", include_str!("codes/nl/E0309.md")),
    ("E0310", include_str!("codes/nl/E0310.md")),
    ("E0311", include_str!("codes/nl/E0311.md")),
    ("E0312", include_str!("codes/nl/E0312.md")),
    ("E0313", include_str!("codes/nl/E0313.md")),
    ("E0401", include_str!("codes/nl/E0401.md")),
    ("E0402", include_str!("codes/nl/E0402.md")),
    ("E0403", include_str!("codes/nl/E0403.md")),
    ("E0404", include_str!("codes/nl/E0404.md")),
    ("E0405", include_str!("codes/nl/E0405.md")),
    ("E0406", include_str!("codes/nl/E0406.md")),
    ("E0407", include_str!("codes/nl/E0407.md")),
    ("E0408", include_str!("codes/nl/E0408.md")),
    ("E0409", include_str!("codes/nl/E0409.md")),
    ("E0410", include_str!("codes/nl/E0410.md")),
    ("E0411", include_str!("codes/nl/E0411.md")),
    ("E0412", include_str!("codes/nl/E0412.md")),
    ("E0413", include_str!("codes/nl/E0413.md")),
    ("E0414", include_str!("codes/nl/E0414.md")),
    ("E0415", include_str!("codes/nl/E0415.md")),
    ("W0416", include_str!("codes/nl/W0416.md")),
    ("W0417", include_str!("codes/nl/W0417.md")),
    ("W0418", include_str!("codes/nl/W0418.md")),
    ("E0419", include_str!("codes/nl/E0419.md")),
    ("E0420", include_str!("codes/nl/E0420.md")),
    ("E0421", include_str!("codes/nl/E0421.md")),
    ("W0422", include_str!("codes/nl/W0422.md")),
    ("W0423", include_str!("codes/nl/W0423.md")),
    ("W0424", include_str!("codes/nl/W0424.md")),
    ("E0425", include_str!("codes/nl/E0425.md")),
    ("E0501", include_str!("codes/nl/E0501.md")),
    ("E0502", include_str!("codes/nl/E0502.md")),
    ("E0503", include_str!("codes/nl/E0503.md")),
    ("E0504", include_str!("codes/nl/E0504.md")),
    ("E0505", include_str!("codes/nl/E0505.md")),
    ("W0506", include_str!("codes/nl/W0506.md")),
    ("E0507", include_str!("codes/nl/E0507.md")),
    ("E0508", include_str!("codes/nl/E0508.md")),
    ("W0509", include_str!("codes/nl/W0509.md")),
    ("W0510", include_str!("codes/nl/W0510.md")),
    ("W0511", include_str!("codes/nl/W0511.md")),
    ("W0512", include_str!("codes/nl/W0512.md")),
    ("E0601", include_str!("codes/nl/E0601.md")),
    ("E0602", include_str!("codes/nl/E0602.md")),
    ("E0603", include_str!("codes/nl/E0603.md")),
    ("E0604", include_str!("codes/nl/E0604.md")),
    ("E0605", include_str!("codes/nl/E0605.md")),
    ("W0606", include_str!("codes/nl/W0606.md")),
    ("W0607", include_str!("codes/nl/W0607.md")),
    ("E0701", include_str!("codes/nl/E0701.md")),
    ("E0702", include_str!("codes/nl/E0702.md")),
    ("E0703", include_str!("codes/nl/E0703.md")),
    ("E0704", include_str!("codes/nl/E0704.md")),
    ("E0705", include_str!("codes/nl/E0705.md")),
    ("E0706", include_str!("codes/nl/E0706.md")),
    ("E0707", include_str!("codes/nl/E0707.md")),
    ("E0801", include_str!("codes/nl/E0801.md")),
    ("E0802", include_str!("codes/nl/E0802.md")),
    ("E0803", include_str!("codes/nl/E0803.md")),
    ("E0804", include_str!("codes/nl/E0804.md")),
    ("E0805", include_str!("codes/nl/E0805.md")),
    ("E0806", include_str!("codes/nl/E0806.md")),
    ("E0807", include_str!("codes/nl/E0807.md")),
    ("W0808", include_str!("codes/nl/W0808.md")),
    ("E0809", include_str!("codes/nl/E0809.md")),
    ("E0810", include_str!("codes/nl/E0810.md")),
    ("E0811", include_str!("codes/nl/E0811.md")),
    ("E0901", include_str!("codes/nl/E0901.md")),
    ("E0902", include_str!("codes/nl/E0902.md")),
    ("E0903", include_str!("codes/nl/E0903.md")),
    ("E0904", include_str!("codes/nl/E0904.md")),
    ("W1001", include_str!("codes/nl/W1001.md")),
    ("E1002", include_str!("codes/nl/E1002.md")),
    ("W1002", include_str!("codes/nl/W1002.md")),
    ("E1003", include_str!("codes/nl/E1003.md")),
    ("W1004", include_str!("codes/nl/W1004.md")),
    ("W1005", include_str!("codes/nl/W1005.md")),
    ("E1101", include_str!("codes/nl/E1101.md")),
    ("W1102", include_str!("codes/nl/W1102.md")),
    ("W1103", include_str!("codes/nl/W1103.md")),
    ("W1104", include_str!("codes/nl/W1104.md")),
    ("W1105", include_str!("codes/nl/W1105.md")),
    ("W1106", include_str!("codes/nl/W1106.md")),
    ("E1107", include_str!("codes/nl/E1107.md")),
    ("E1201", include_str!("codes/nl/E1201.md")),
    ("E1202", include_str!("codes/nl/E1202.md")),
    ("E1203", include_str!("codes/nl/E1203.md")),
    ("W1204", include_str!("codes/nl/W1204.md")),
    ("W1301", include_str!("codes/nl/W1301.md")),
    ("W1302", include_str!("codes/nl/W1302.md")),
    ("W1303", include_str!("codes/nl/W1303.md")),
];

/// The heading of the example in both languages.
const EXAMPLE: [&str; 2] = ["\n## Example\n", "\n## Voorbeeld\n"];
/// The heading of the advice in both languages.
const ADVICE: [&str; 2] = ["\n## What to do\n", "\n## Wat te doen\n"];

/// The words of a code's page in Dutch. Tests see to it that every code has them.
pub(super) fn words(id: &str) -> Option<&'static str> {
    let page = PAGES.iter().find(|(known, _)| *known == id);
    page.map(|(_, words)| *words)
}

/// Dutch words with the blocks of the English page under the headings where they stand there.
pub(super) fn with_examples(words: &str, english: &str) -> String {
    let (before, after) = words.split_once(EXAMPLE[1]).unwrap_or((words, ""));
    let (about_example, advice) = after.split_once(ADVICE[1]).unwrap_or((after, ""));
    let (_, english) = english.split_once(EXAMPLE[0]).unwrap_or(("", english));
    let (example, remedy) = english.split_once(ADVICE[0]).unwrap_or((english, ""));
    let mut page = before.trim_end().to_owned() + "\n";
    for (heading, prose, blocks) in [
        (EXAMPLE[1], about_example, blocks(example)),
        (ADVICE[1], advice, blocks(remedy)),
    ] {
        page.push_str(heading);
        for part in [prose, &blocks] {
            if !part.trim().is_empty() {
                page.push('\n');
                page.push_str(part.trim());
                page.push('\n');
            }
        }
    }
    page
}

/// The fenced blocks of a text, a blank line between them.
fn blocks(text: &str) -> String {
    let mut blocks = String::new();
    let mut is_inside = false;
    for line in text.lines() {
        let is_fence = line.starts_with("```");
        if is_fence || is_inside {
            blocks.push_str(line);
            blocks.push('\n');
        }
        if is_fence && is_inside {
            blocks.push('\n');
        }
        is_inside ^= is_fence;
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::with_examples;

    #[test]
    fn examples_stand_under_the_dutch_headings() {
        let english = "# E1: wrong\n\nWords.\n\n## Example\n\n```csv a.csv\na\n```\n\nand\n\n```csv b.csv\nb\n```\n\n## What to do\n\nMend it.\n\n```csv\nc\n```\n";
        let dutch = "# E1: fout\n\nWoorden.\n\n## Voorbeeld\n\n## Wat te doen\n\nMaak het goed.\n";
        assert_eq!(
            with_examples(dutch, english),
            "# E1: fout\n\nWoorden.\n\n## Voorbeeld\n\n```csv a.csv\na\n```\n\n```csv b.csv\nb\n```\n\n## Wat te doen\n\nMaak het goed.\n\n```csv\nc\n```\n"
        );
    }
}
