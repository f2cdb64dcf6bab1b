//! The codes of problems. Each has one page in `codes/`, which is its documentation, its test and the answer of
//! `keuzewijzer explain`.

use std::borrow::Cow;

use super::diagnostic::Severity;
use super::dutch_pages;
use super::language::Language;

/// The code of one kind of problem, such as `E0302`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    id: &'static str,
    page: &'static str,
}

impl Code {
    /// The code itself.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.id
    }

    /// Its documentation, in Markdown. A page without a translation is in English.
    #[must_use]
    pub fn page(self, language: Language) -> Cow<'static, str> {
        match (language, dutch_pages::words(self.id)) {
            (Language::English, _) | (Language::Dutch, None) => self.page.into(),
            (Language::Dutch, Some(words)) => dutch_pages::with_examples(words, self.page).into(),
        }
    }

    /// What is wrong, in a few words: the heading of its page.
    #[must_use]
    pub fn title(self, language: Language) -> &'static str {
        let page = match (language, dutch_pages::words(self.id)) {
            (Language::English, _) | (Language::Dutch, None) => self.page,
            (Language::Dutch, Some(words)) => words,
        };
        let heading = page.lines().next().unwrap_or(self.id);
        heading.split_once(": ").map_or(heading, |(_, title)| title)
    }

    /// Codes with `E` are errors, codes with `W` warnings.
    #[must_use]
    pub fn severity(self) -> Severity {
        if self.id.starts_with('E') {
            Severity::Error
        } else {
            Severity::Warning
        }
    }

    /// Finds a code by its name, in any case.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        ALL.iter()
            .find(|code| code.id.eq_ignore_ascii_case(id))
            .copied()
    }
}

const fn code(id: &'static str, page: &'static str) -> Code {
    Code { id, page }
}

/// The file is not UTF-8.
pub const E0101: Code = code("E0101", include_str!("codes/E0101.md"));
/// Broken TOML.
pub const E0102: Code = code("E0102", include_str!("codes/E0102.md"));
/// Broken CSV.
pub const E0103: Code = code("E0103", include_str!("codes/E0103.md"));
/// Broken front matter.
pub const E0104: Code = code("E0104", include_str!("codes/E0104.md"));
/// A required file is missing.
pub const E0105: Code = code("E0105", include_str!("codes/E0105.md"));
/// A required column or key is missing.
pub const E0106: Code = code("E0106", include_str!("codes/E0106.md"));
/// Unknown column, key or file.
pub const E0107: Code = code("E0107", include_str!("codes/E0107.md"));
/// A value of another kind than belongs here.
pub const E0108: Code = code("E0108", include_str!("codes/E0108.md"));
/// A row with another number of cells than the header.
pub const E0109: Code = code("E0109", include_str!("codes/E0109.md"));
/// An empty text where one is required.
pub const E0110: Code = code("E0110", include_str!("codes/E0110.md"));
/// Broken JSON.
pub const E0111: Code = code("E0111", include_str!("codes/E0111.md"));
/// A file that is too large, or a folder that is too full.
pub const E0112: Code = code("E0112", include_str!("codes/E0112.md"));
/// A character that may not stand in a text.
pub const E0113: Code = code("E0113", include_str!("codes/E0113.md"));
/// A character that is not seen.
pub const W0114: Code = code("W0114", include_str!("codes/W0114.md"));
/// A statement is missing or empty.
pub const E0201: Code = code("E0201", include_str!("codes/E0201.md"));
/// An impossible setting.
pub const E0202: Code = code("E0202", include_str!("codes/E0202.md"));
/// Security.txt has expired or is about to.
pub const E0203: Code = code("E0203", include_str!("codes/E0203.md"));
/// Security.txt is good for more than a year.
pub const W0204: Code = code("W0204", include_str!("codes/W0204.md"));
/// The accessibility statement is out of date.
pub const W0205: Code = code("W0205", include_str!("codes/W0205.md"));
/// A slug that cannot be a path.
pub const E0301: Code = code("E0301", include_str!("codes/E0301.md"));
/// Unknown provider.
pub const E0302: Code = code("E0302", include_str!("codes/E0302.md"));
/// Unknown product.
pub const E0303: Code = code("E0303", include_str!("codes/E0303.md"));
/// Unknown municipality.
pub const E0304: Code = code("E0304", include_str!("codes/E0304.md"));
/// Unknown support profile.
pub const E0305: Code = code("E0305", include_str!("codes/E0305.md"));
/// Unknown intensity.
pub const E0306: Code = code("E0306", include_str!("codes/E0306.md"));
/// Unknown product group.
pub const E0307: Code = code("E0307", include_str!("codes/E0307.md"));
/// Unknown location.
pub const E0308: Code = code("E0308", include_str!("codes/E0308.md"));
/// Something is defined twice.
pub const E0309: Code = code("E0309", include_str!("codes/E0309.md"));
/// Two offers hold on the same day.
pub const E0310: Code = code("E0310", include_str!("codes/E0310.md"));
/// An offer without a product text.
pub const E0311: Code = code("E0311", include_str!("codes/E0311.md"));
/// Unknown page.
pub const E0312: Code = code("E0312", include_str!("codes/E0312.md"));
/// Unknown freely accessible help.
pub const E0313: Code = code("E0313", include_str!("codes/E0313.md"));
/// Not a date.
pub const E0401: Code = code("E0401", include_str!("codes/E0401.md"));
/// An impossible age.
pub const E0402: Code = code("E0402", include_str!("codes/E0402.md"));
/// Not a postcode.
pub const E0403: Code = code("E0403", include_str!("codes/E0403.md"));
/// Not a `KvK` number.
pub const E0404: Code = code("E0404", include_str!("codes/E0404.md"));
/// Not an AGB code.
pub const E0405: Code = code("E0405", include_str!("codes/E0405.md"));
/// Not a product code.
pub const E0406: Code = code("E0406", include_str!("codes/E0406.md"));
/// Not a CBS code.
pub const E0407: Code = code("E0407", include_str!("codes/E0407.md"));
/// Impossible coordinates.
pub const E0408: Code = code("E0408", include_str!("codes/E0408.md"));
/// An unsafe or impossible web address.
pub const E0409: Code = code("E0409", include_str!("codes/E0409.md"));
/// Not a mail address.
pub const E0410: Code = code("E0410", include_str!("codes/E0410.md"));
/// Not a telephone number.
pub const E0411: Code = code("E0411", include_str!("codes/E0411.md"));
/// An unknown code word.
pub const E0412: Code = code("E0412", include_str!("codes/E0412.md"));
/// An end before its beginning.
pub const E0413: Code = code("E0413", include_str!("codes/E0413.md"));
/// Not a language tag.
pub const E0414: Code = code("E0414", include_str!("codes/E0414.md"));
/// Not a colour.
pub const E0415: Code = code("E0415", include_str!("codes/E0415.md"));
/// A postcode that is in no municipality.
pub const W0416: Code = code("W0416", include_str!("codes/W0416.md"));
/// An identifier that two providers share.
pub const W0417: Code = code("W0417", include_str!("codes/W0417.md"));
/// A colour that cannot be read well.
pub const W0418: Code = code("W0418", include_str!("codes/W0418.md"));
/// A colour that cannot be read and may not change.
pub const E0419: Code = code("E0419", include_str!("codes/E0419.md"));
/// A logo or letters that cannot be published.
pub const E0420: Code = code("E0420", include_str!("codes/E0420.md"));
/// A design token that leads nowhere.
pub const E0421: Code = code("E0421", include_str!("codes/E0421.md"));
/// Design tokens of which none is known.
pub const W0422: Code = code("W0422", include_str!("codes/W0422.md"));
/// An address with letters that look like others.
pub const W0423: Code = code("W0423", include_str!("codes/W0423.md"));
/// A provider that looks like a sole trader.
pub const W0424: Code = code("W0424", include_str!("codes/W0424.md"));
/// A text that names what a sole trader keeps out.
pub const E0425: Code = code("E0425", include_str!("codes/E0425.md"));
/// Not a length of time.
pub const E0501: Code = code("E0501", include_str!("codes/E0501.md"));
/// An absurd wait.
pub const E0502: Code = code("E0502", include_str!("codes/E0502.md"));
/// A number where the status says stop.
pub const E0503: Code = code("E0503", include_str!("codes/E0503.md"));
/// The same wait twice with other values.
pub const E0504: Code = code("E0504", include_str!("codes/E0504.md"));
/// A figure from the future.
pub const E0505: Code = code("E0505", include_str!("codes/E0505.md"));
/// A figure older than the limit.
pub const W0506: Code = code("W0506", include_str!("codes/W0506.md"));
/// A wait that says nothing.
pub const E0507: Code = code("E0507", include_str!("codes/E0507.md"));
/// A wait without kind, basis, statistic or unit.
pub const E0508: Code = code("E0508", include_str!("codes/E0508.md"));
/// A wait for something that is not offered.
pub const W0509: Code = code("W0509", include_str!("codes/W0509.md"));
/// An offer that is open while its newest figure says stop.
pub const W0510: Code = code("W0510", include_str!("codes/W0510.md"));
/// The same wait twice.
pub const W0511: Code = code("W0511", include_str!("codes/W0511.md"));
/// A number in words, which cannot be compared.
pub const W0512: Code = code("W0512", include_str!("codes/W0512.md"));
/// Not a count.
pub const E0601: Code = code("E0601", include_str!("codes/E0601.md"));
/// Successes above respondents.
pub const E0602: Code = code("E0602", include_str!("codes/E0602.md"));
/// Numbers that contradict the state.
pub const E0603: Code = code("E0603", include_str!("codes/E0603.md"));
/// The same score twice.
pub const E0604: Code = code("E0604", include_str!("codes/E0604.md"));
/// A measure that cannot be measured here.
pub const E0605: Code = code("E0605", include_str!("codes/E0605.md"));
/// A score of a provider without an offer.
pub const W0606: Code = code("W0606", include_str!("codes/W0606.md"));
/// Outcomes older than the limit.
pub const W0607: Code = code("W0607", include_str!("codes/W0607.md"));
/// Two pages on one path.
pub const E0701: Code = code("E0701", include_str!("codes/E0701.md"));
/// A link to a page that does not exist.
pub const E0702: Code = code("E0702", include_str!("codes/E0702.md"));
/// Raw HTML in Markdown.
pub const E0703: Code = code("E0703", include_str!("codes/E0703.md"));
/// An unsafe link in Markdown.
pub const E0704: Code = code("E0704", include_str!("codes/E0704.md"));
/// A required page is missing.
pub const E0705: Code = code("E0705", include_str!("codes/E0705.md"));
/// A level-one heading in a text.
pub const E0706: Code = code("E0706", include_str!("codes/E0706.md"));
/// A text that is nested too deep.
pub const E0707: Code = code("E0707", include_str!("codes/E0707.md"));
/// A template that cannot be read.
pub const E0801: Code = code("E0801", include_str!("codes/E0801.md"));
/// An unknown field in a template.
pub const E0802: Code = code("E0802", include_str!("codes/E0802.md"));
/// A missing message.
pub const E0803: Code = code("E0803", include_str!("codes/E0803.md"));
/// An unknown filter, function, test or component.
pub const E0804: Code = code("E0804", include_str!("codes/E0804.md"));
/// A broken language file.
pub const E0805: Code = code("E0805", include_str!("codes/E0805.md"));
/// A missing theme or theme file.
pub const E0806: Code = code("E0806", include_str!("codes/E0806.md"));
/// CSS that cannot be read.
pub const E0807: Code = code("E0807", include_str!("codes/E0807.md"));
/// A message that nothing uses.
pub const W0808: Code = code("W0808", include_str!("codes/W0808.md"));
/// Script or style inside a page.
pub const E0809: Code = code("E0809", include_str!("codes/E0809.md"));
/// A script that cannot be read or joined.
pub const E0810: Code = code("E0810", include_str!("codes/E0810.md"));
/// Colours of a theme that cannot be told apart.
pub const E0811: Code = code("E0811", include_str!("codes/E0811.md"));
/// A page without a statement.
pub const E0901: Code = code("E0901", include_str!("codes/E0901.md"));
/// A statement that is empty or changed.
pub const E0902: Code = code("E0902", include_str!("codes/E0902.md"));
/// A statement that is hidden.
pub const E0903: Code = code("E0903", include_str!("codes/E0903.md"));
/// A statement after the first list.
pub const E0904: Code = code("E0904", include_str!("codes/E0904.md"));
/// A journal of changes that cannot be gone on with.
pub const W1001: Code = code("W1001", include_str!("codes/W1001.md"));
/// A clock that stands before the last publication.
pub const W1002: Code = code("W1002", include_str!("codes/W1002.md"));
/// A list of outcomes that were shown that cannot be used.
pub const E1002: Code = code("E1002", include_str!("codes/E1002.md"));
/// A publication that does not say which outcomes it showed.
pub const E1003: Code = code("E1003", include_str!("codes/E1003.md"));
/// Outcomes that are held back.
pub const W1004: Code = code("W1004", include_str!("codes/W1004.md"));
/// What may have got another name.
pub const W1005: Code = code("W1005", include_str!("codes/W1005.md"));
/// A mapping that cannot be read.
pub const E1101: Code = code("E1101", include_str!("codes/E1101.md"));
/// A row that could not be imported.
pub const W1102: Code = code("W1102", include_str!("codes/W1102.md"));
/// A wait in words.
pub const W1103: Code = code("W1103", include_str!("codes/W1103.md"));
/// A value that was left out by an import.
pub const W1104: Code = code("W1104", include_str!("codes/W1104.md"));
/// A municipality that merged.
pub const W1105: Code = code("W1105", include_str!("codes/W1105.md"));
/// A sheet or a table that was not read.
pub const W1106: Code = code("W1106", include_str!("codes/W1106.md"));
/// A foreign file that cannot be read.
pub const E1107: Code = code("E1107", include_str!("codes/E1107.md"));
/// A family of fewer than two forms.
pub const E1201: Code = code("E1201", include_str!("codes/E1201.md"));
/// A word in two families.
pub const E1202: Code = code("E1202", include_str!("codes/E1202.md"));
/// Several words where one belongs.
pub const E1203: Code = code("E1203", include_str!("codes/E1203.md"));
/// Words that stand in the vocabulary twice.
pub const W1204: Code = code("W1204", include_str!("codes/W1204.md"));
/// A sentence that is too long.
pub const W1301: Code = code("W1301", include_str!("codes/W1301.md"));
/// A text that is hard to read.
pub const W1302: Code = code("W1302", include_str!("codes/W1302.md"));
/// A difficult word.
pub const W1303: Code = code("W1303", include_str!("codes/W1303.md"));

/// Every code, in order.
pub const ALL: &[Code] = &[
    E0101, E0102, E0103, E0104, E0105, E0106, E0107, E0108, E0109, E0110, E0111, E0112, E0113,
    W0114, E0201, E0202, E0203, W0204, W0205, E0301, E0302, E0303, E0304, E0305, E0306, E0307,
    E0308, E0309, E0310, E0311, E0312, E0313, E0401, E0402, E0403, E0404, E0405, E0406, E0407,
    E0408, E0409, E0410, E0411, E0412, E0413, E0414, E0415, W0416, W0417, W0418, E0419, E0420,
    E0421, W0422, W0423, W0424, E0425, E0501, E0502, E0503, E0504, E0505, W0506, E0507, E0508,
    W0509, W0510, W0511, W0512, E0601, E0602, E0603, E0604, E0605, W0606, W0607, E0701, E0702,
    E0703, E0704, E0705, E0706, E0707, E0801, E0802, E0803, E0804, E0805, E0806, E0807, W0808,
    E0809, E0810, E0811, E0901, E0902, E0903, E0904, W1001, W1002, E1002, E1003, W1004, W1005,
    E1101, W1102, W1103, W1104, W1105, W1106, E1107, E1201, E1202, E1203, W1204, W1301, W1302,
    W1303,
];
