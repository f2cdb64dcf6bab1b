//! What a text must look like to be a date, a postcode, a web address …: one form each, for TOML and CSV alike.

use jiff::civil::Date;

use crate::diagnostics::{Code, Diagnostic, Located, Phrase, codes, phrase, said};
use crate::model::{
    AgbCode, CbsCode, Colour, KvkNumber, LanguageTag, MailAddress, Pc4, PhoneNumber, Postcode,
    ProductCode, Slug, WcagCriterion, WebAddress,
};

use super::addresses;

/// A form that a text can have.
pub(super) struct Form<T> {
    code: Code,
    noun: Phrase,
    belongs: Phrase,
    parse: fn(&str) -> Option<T>,
}

pub(super) const SLUG: Form<Slug> = Form {
    code: codes::E0301,
    noun: phrase("a slug"),
    belongs: phrase(
        "a slug is made of `a-z`, `0-9` and single hyphens, at most 80 characters, such as `de-lindeboom`, and no name of a device such as `con`",
    ),
    parse: Slug::parse,
};
pub(super) const DATE: Form<Date> = Form {
    code: codes::E0401,
    noun: phrase("a date"),
    belongs: phrase("write year, month and day, such as `2026-11-01`"),
    parse: parse_date,
};
pub(super) const POSTCODE: Form<Postcode> = Form {
    code: codes::E0403,
    noun: phrase("a postcode"),
    belongs: phrase("write four digits and two letters, such as `7311 AB`"),
    parse: Postcode::parse,
};
pub(super) const PC4: Form<Pc4> = Form {
    code: codes::E0403,
    noun: phrase("the digits of a postcode"),
    belongs: phrase("write four digits, such as `7311`"),
    parse: Pc4::parse,
};
pub(super) const KVK: Form<KvkNumber> = Form {
    code: codes::E0404,
    noun: phrase("a KvK number"),
    belongs: phrase("a KvK number has eight digits; keep the zeros in front"),
    parse: KvkNumber::parse,
};
pub(super) const AGB: Form<AgbCode> = Form {
    code: codes::E0405,
    noun: phrase("an AGB code"),
    belongs: phrase("an AGB code has eight digits; keep the zeros in front"),
    parse: AgbCode::parse,
};
pub(super) const PRODUCT_CODE: Form<ProductCode> = Form {
    code: codes::E0406,
    noun: phrase("an iJw product code"),
    belongs: phrase("write two digits and three capitals or digits, such as `45A04`"),
    parse: ProductCode::parse,
};
pub(super) const CBS_CODE: Form<CbsCode> = Form {
    code: codes::E0407,
    noun: phrase("a CBS municipality code"),
    belongs: phrase("write four digits in quotes, zeros in front included, such as `\"0200\"`"),
    parse: CbsCode::parse,
};
pub(super) const WEB_ADDRESS: Form<WebAddress> = Form {
    code: codes::E0409,
    noun: phrase("a web address that visitors can follow safely"),
    belongs: phrase("write the whole address, such as `https://www.voorbeeld.nl/`"),
    parse: WebAddress::parse,
};
pub(super) const MAIL_ADDRESS: Form<MailAddress> = Form {
    code: codes::E0410,
    noun: phrase("a mail address"),
    belongs: phrase("write one address, such as `info@voorbeeld.nl`"),
    parse: MailAddress::parse,
};
pub(super) const PHONE: Form<PhoneNumber> = Form {
    code: codes::E0411,
    noun: phrase("a telephone number"),
    belongs: phrase(
        "write 3 to 15 digits with blanks or hyphens, such as `055 123 45 67`; words belong in another field",
    ),
    parse: PhoneNumber::parse,
};
pub(super) const LANGUAGE: Form<LanguageTag> = Form {
    code: codes::E0414,
    noun: phrase("a language tag"),
    belongs: phrase("write a tag such as `nl`, `en`, `tr` or `fy`"),
    parse: LanguageTag::parse,
};
pub(super) const COLOUR: Form<Colour> = Form {
    code: codes::E0415,
    noun: phrase("a colour"),
    belongs: phrase("write `#` and six digits, such as `#154273`"),
    parse: Colour::parse,
};

pub(super) const WCAG_CRITERION: Form<WcagCriterion> = Form {
    code: codes::E0412,
    noun: phrase("a success criterion of WCAG 2.2"),
    belongs: phrase("write its number, such as `1.4.3`"),
    parse: WcagCriterion::parse,
};

/// Reads a text in a form, or says what belongs there.
pub(super) fn read<T>(
    form: &Form<T>,
    written: Located<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    let value = (form.parse)(written.value);
    if value.is_none() {
        let message = said("`{written}` is not {noun}", [("written", &written.value)])
            .with("noun", form.noun);
        diagnostics.push(Diagnostic::new(form.code, written.place, message).help(form.belongs));
    } else if form.code == codes::E0409 || form.code == codes::E0410 {
        addresses::judge(written, diagnostics);
    }
    value
}

/// Reads a code word: one of a fixed list.
pub(super) fn word<T: Copy>(
    noun: Phrase,
    words: &[(&str, T)],
    written: Located<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    if let Some((_, value)) = words.iter().find(|(word, _)| *word == written.value) {
        return Some(*value);
    }
    let belongs = quoted(words.iter().map(|(word, _)| *word));
    diagnostics.push(
        Diagnostic::new(
            codes::E0412,
            written.place,
            said("`{written}` is not {noun}", [("written", &written.value)]).with("noun", noun),
        )
        .did_you_mean(written.value, words.iter().map(|(word, _)| *word))
        .help(said("write one of {words}", [("words", &belongs)])),
    );
    None
}

/// «`one`, `two`»
pub(super) fn quoted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}

fn parse_date(text: &str) -> Option<Date> {
    let well_formed = text.len() == 10
        && text.bytes().enumerate().all(|(rank, byte)| match rank {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    well_formed.then(|| text.parse().ok()).flatten()
}
