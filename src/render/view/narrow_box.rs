//! A box that narrows a list by name while somebody types. Only script can do that, so it shows only with script.

use schemars::JsonSchema;
use serde::Serialize;

use crate::render::messages::MessageValue;

use super::words::Words;

/// What the box says of the list: the component `narrow_box`. `{number}` stands for the number of names left.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NarrowBox {
    /// When no name is left.
    pub none: String,
    /// When one is left.
    pub one: String,
    /// When more are left.
    pub other: String,
}

impl NarrowBox {
    /// The words of the box.
    pub(super) fn new(words: Words<'_>) -> Self {
        let say = |count: usize| {
            let number = ("number", MessageValue::Text("{number}"));
            words.say("narrow-found", &[("count", count.into()), number])
        };
        Self {
            none: say(0),
            one: say(1),
            other: say(2),
        }
    }
}
