//! Whether a provider takes new people, over all kinds of help it offers in a municipality, in one sentence or two.

use std::collections::BTreeMap;

use crate::model::{Admission, OfferId, ProductId};
use crate::render::messages::MessageValue;

use super::admission::any_admission;
use super::context::SiteContext;

impl SiteContext<'_> {
    /// «Neemt nieuwe mensen aan voor 2 van de 3 soorten hulp in Apeldoorn.» What is not known is said, never left out.
    #[must_use]
    pub(super) fn openness(&self, offers: &[OfferId]) -> String {
        let mut by_product: BTreeMap<ProductId, Vec<Admission>> = BTreeMap::new();
        for offer in offers {
            let product = self.dataset.offer(*offer).product;
            by_product
                .entry(product)
                .or_default()
                .push(self.admission(*offer));
        }
        let kinds: Vec<Admission> = by_product.into_values().map(any_admission).collect();
        let count = |wanted| kinds.iter().filter(|kind| **kind == wanted).count();
        let (open, stopped) = (count(Admission::Open), count(Admission::Stop));
        let unknown = count(Admission::Unknown);
        let key = if unknown == kinds.len() {
            "openness-unknown"
        } else if open == kinds.len() {
            "openness-all"
        } else if stopped == kinds.len() {
            "openness-none"
        } else if open > 0 {
            "openness-some"
        } else {
            "openness-stopped"
        };
        let mut sentence = self.words.say(
            key,
            &[
                ("count", kinds.len().into()),
                ("open", open.into()),
                ("stopped", stopped.into()),
                ("municipality", MessageValue::Text(&self.municipality.name)),
            ],
        );
        if unknown > 0 && unknown < kinds.len() {
            sentence.push(' ');
            sentence.push_str(&self.words.with_count("openness-also-unknown", unknown));
        }
        sentence
    }
}
