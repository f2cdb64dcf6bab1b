//! The box for a postcode: the file it asks for and the words its script puts together.

use schemars::JsonSchema;
use serde::Serialize;

use crate::render::messages::MessageValue;

use super::context::SiteContext;

/// The component `distance_box`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TravelView<'a> {
    /// The file of postcodes, below `assets/`.
    pub postcodes: &'a str,
    /// «ongeveer {number} km»
    pub about: String,
    /// The same with the place that is nearest: «ongeveer {number} km ({place})».
    pub about_place: String,
}

impl SiteContext<'_> {
    /// The box for a postcode; none when no postcode has a point.
    pub(super) fn travel(&self) -> Option<TravelView<'_>> {
        let postcodes = self.postcodes.as_ref()?;
        let number = ("number", MessageValue::Text("{number}"));
        let place = ("place", MessageValue::Text("{place}"));
        Some(TravelView {
            postcodes: &postcodes.file_name,
            about: self.words.with_text("travel-about", "number", "{number}"),
            about_place: self.words.say("travel-about-place", &[number, place]),
        })
    }
}
