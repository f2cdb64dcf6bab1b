//! Codes and addresses as newtypes, each made by a checked `parse`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A name that is safe as a folder name and in a web address: `a-z`, `0-9`, single hyphens, at most 80 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Box<str>", into = "Box<str>")]
pub struct Slug(Box<str>);

impl Slug {
    const LONGEST: usize = 80;
    /// Names of devices on Windows ("Naming Files, Paths, and Namespaces", Microsoft Learn): a site with such a folder cannot
    /// be copied there, and neither can the content.
    const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

    /// `None` when the text is not a slug.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let well_formed = !text.is_empty()
            && text.len() <= Self::LONGEST
            && text.bytes().all(allowed)
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        let numbered = text.strip_prefix("com").or(text.strip_prefix("lpt"));
        let is_port = numbered.is_some_and(|port| matches!(port.as_bytes(), [b'0'..=b'9']));
        let is_device = is_port || Self::DEVICES.contains(&text);
        (well_formed && !is_device).then(|| Self(text.into()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<Box<str>> for Slug {
    type Error = &'static str;

    fn try_from(text: Box<str>) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a name of small letters, digits and single hyphens is expected")
    }
}

impl From<Slug> for Box<str> {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

/// CBS municipality code, four digits, leading zeros kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CbsCode(Box<str>);

impl CbsCode {
    /// `None` when the text is not four digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_digits(text, 4).then(|| Self(text.into()))
    }

    /// The four digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Chamber of commerce number (KvK-nummer), eight digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KvkNumber(Box<str>);

impl KvkNumber {
    /// `None` when the text is not eight digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_digits(text, 8).then(|| Self(text.into()))
    }

    /// The eight digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Code of a care provider in the Dutch register AGB, eight digits of which the first two are the kind of care.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgbCode(Box<str>);

impl AgbCode {
    /// `None` when the text is not eight digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_digits(text, 8).then(|| Self(text.into()))
    }

    /// The eight digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// iJw product code: a product category of two digits, then three capitals or digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductCode(Box<str>);

impl ProductCode {
    /// `None` when the text has another form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let well_formed = bytes.len() == 5
            && bytes[..2].iter().all(u8::is_ascii_digit)
            && bytes[2..]
                .iter()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        well_formed.then(|| Self(text.into()))
    }

    /// The five characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The product category: the first two characters.
    #[must_use]
    pub fn category(&self) -> &str {
        &self.0[..2]
    }
}

/// The four digits of a Dutch postcode (PC4), 1000 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pc4(u16);

impl Pc4 {
    /// `None` when the text is not four digits of which the first is not 0.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = is_digits(text, 4).then(|| text.parse().ok()).flatten()?;
        (number >= 1000).then_some(Self(number))
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }
}

/// A whole Dutch postcode, written `7311 AB`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(Box<str>);

impl Postcode {
    /// Takes `7311AB`, `7311 AB` and lower case; `None` for anything else, also for the letter pairs SA, SD and SS,
    /// which are not given out.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let compact: String = text
            .chars()
            .filter(|character| *character != ' ')
            .map(|character| character.to_ascii_uppercase())
            .collect();
        if compact.len() != 6 || !compact.is_ascii() {
            return None;
        }
        let (digits, letters) = compact.split_at(4);
        Pc4::parse(digits)?;
        let given_out = letters.bytes().all(|byte| byte.is_ascii_uppercase())
            && !matches!(letters, "SA" | "SD" | "SS");
        given_out.then(|| Self(format!("{digits} {letters}").into()))
    }

    /// The postcode with its blank.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its four digits.
    ///
    /// # Panics
    /// Never: `parse` checked them.
    #[must_use]
    pub fn pc4(&self) -> Pc4 {
        Pc4::parse(&self.0[..4]).expect("the digits were checked in parse")
    }
}

/// A web address that a visitor may follow: `https` or `http`, with a host, without user name or password.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(Box<str>);

impl WebAddress {
    /// `None` when the text is not such an address. The normal form of the `url` crate is kept.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let address = url::Url::parse(text).ok()?;
        let safe = matches!(address.scheme(), "https" | "http")
            && address.host_str().is_some_and(|host| host.contains('.'))
            && address.username().is_empty()
            && address.password().is_none();
        safe.then(|| Self(String::from(address).into()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as it is shown: without scheme, `www.` and closing slash.
    #[must_use]
    pub fn display(&self) -> &str {
        let bare = self
            .0
            .strip_prefix("https://")
            .or_else(|| self.0.strip_prefix("http://"))
            .unwrap_or(&self.0);
        let bare = bare.strip_prefix("www.").unwrap_or(bare);
        bare.strip_suffix('/').unwrap_or(bare)
    }
}

/// A mail address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailAddress(Box<str>);

impl MailAddress {
    /// Takes the common form `name@host.tld` without quotes, blanks or comments; `None` for anything else. Signs that mean
    /// something in an address of the web (`?`, `&`, `%`, `#`) are left out: behind `mailto:` they would add a receiver.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, host) = text.split_once('@')?;
        let name_allowed = |character: char| {
            character.is_ascii_alphanumeric() || ".!$'*+/=^_`{|}~-".contains(character)
        };
        let host_allowed = |character: char| {
            character.is_ascii_alphanumeric() || character == '-' || character == '.'
        };
        let well_formed = !name.is_empty()
            && name.chars().all(name_allowed)
            && host.contains('.')
            && host.chars().all(host_allowed)
            && host.split('.').all(|label| !label.is_empty());
        well_formed.then(|| Self(text.into()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A telephone number as it is written, with 3 to 15 digits (E.164) and nothing but digits, blanks, `+`, `-`, `(`, `)`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber(Box<str>);

impl PhoneNumber {
    /// `None` when the text has another form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let allowed = |byte: u8| byte.is_ascii_digit() || b" +-()".contains(&byte);
        let well_formed = (3..=15).contains(&digits) && text.bytes().all(allowed);
        well_formed.then(|| Self(text.trim().into()))
    }

    /// The number as it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number for a `tel:` link: digits and a leading `+` only.
    #[must_use]
    pub fn dial(&self) -> String {
        self.0
            .chars()
            .filter(|character| character.is_ascii_digit() || *character == '+')
            .collect()
    }
}

/// A language tag such as `nl` or `fy` (BCP 47).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Box<str>);

impl LanguageTag {
    /// `None` when the text is not a language identifier.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let tag: unic_langid::LanguageIdentifier = text.parse().ok()?;
        Some(Self(tag.to_string().into()))
    }

    /// The tag in its canonical form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for LanguageTag {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// A colour as `#rgb` or `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour(Box<str>);

impl Colour {
    /// `None` when the text has another form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let well_formed =
            matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        well_formed.then(|| Self(text.to_ascii_lowercase().into()))
    }

    /// A colour of red, green and blue.
    #[must_use]
    pub fn of_channels([red, green, blue]: [u8; 3]) -> Self {
        Self(format!("#{red:02x}{green:02x}{blue:02x}").into())
    }

    /// Red, green and blue.
    ///
    /// # Panics
    /// Never: `parse` checked the digits.
    #[must_use]
    pub fn channels(&self) -> [u8; 3] {
        let digits = &self.0[1..];
        let width = digits.len() / 3;
        std::array::from_fn(|channel| {
            let part = &digits[channel * width..(channel + 1) * width];
            let value = u8::from_str_radix(part, 16).expect("the digits were checked in parse");
            if width == 1 { value * 0x11 } else { value }
        })
    }

    /// The colour, in lower case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Display for CbsCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
