//! Words with numbers, dates and names in them, formatted by the language files.

use jiff::civil::Date;

use crate::model::Period;
use crate::render::messages::{MessageValue, Messages};

/// Formats what visitors read. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    messages: &'a Messages,
}

impl<'a> Words<'a> {
    /// Words from the messages of a theme.
    #[must_use]
    pub fn new(messages: &'a Messages) -> Self {
        Self { messages }
    }

    /// A message without values.
    #[must_use]
    pub fn text(self, key: &str) -> &'a str {
        self.messages.text(key)
    }

    /// A message with values.
    #[must_use]
    pub fn say(self, key: &str, values: &[(&str, MessageValue<'_>)]) -> String {
        self.messages.format(key, values)
    }

    /// A message with one text in it.
    #[must_use]
    pub fn with_text(self, key: &str, name: &str, text: &str) -> String {
        self.say(key, &[(name, MessageValue::Text(text))])
    }

    /// A message about a number of things, called `count` in it.
    #[must_use]
    pub fn with_count(self, key: &str, count: usize) -> String {
        self.say(key, &[("count", count.into())])
    }

    /// «1 november 2026»
    #[must_use]
    pub fn date(self, date: Date) -> String {
        self.say(
            "date",
            &[
                ("day", MessageValue::Text(&date.day().to_string())),
                ("month", MessageValue::Text(self.name_of_month(date))),
                ("year", MessageValue::Text(&date.year().to_string())),
            ],
        )
    }

    /// «01-11-2026»
    #[must_use]
    pub fn short_date(self, date: Date) -> String {
        self.say(
            "date-short",
            &[
                ("day", MessageValue::Text(&format!("{:02}", date.day()))),
                ("month", MessageValue::Text(&format!("{:02}", date.month()))),
                ("year", MessageValue::Text(&date.year().to_string())),
            ],
        )
    }

    fn name_of_month(self, date: Date) -> &'a str {
        const MONTHS: [&str; 12] = [
            "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
            "month-9", "month-10", "month-11", "month-12",
        ];
        self.text(MONTHS[usize::from(date.month().unsigned_abs()) - 1])
    }

    /// «1 januari 2025 tot en met 30 juni 2026»
    #[must_use]
    pub fn period(self, period: Period) -> String {
        self.say(
            "period",
            &[
                ("from", MessageValue::Text(&self.date(period.from))),
                ("to", MessageValue::Text(&self.date(period.to))),
            ],
        )
    }

    /// «a, b en c»
    #[must_use]
    pub fn list(self, parts: &[&str]) -> String {
        match parts {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [before @ .., last] => self.say(
                "list-and",
                &[
                    ("before", MessageValue::Text(&before.join(", "))),
                    ("last", MessageValue::Text(last)),
                ],
            ),
        }
    }
}

/// The text with a capital in front, for words of a source that open a sentence.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}
