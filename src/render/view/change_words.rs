//! Changes in sentences: one for each thing that changed.

use jiff::civil::Date;

use crate::changes::{
    AdmissionMove, Entry, Hidden, Named, Said, ScoreMove, ScoreTurn, Shown, Trend, WaitMove, What,
};
use crate::model::{Admission, ProductId, ProviderId, WaitReading};
use crate::render::messages::MessageValue;

use super::context::SiteContext;
use super::measure_words::measure_key;
use super::score::VerdictView;
use super::wait_words::{kind_key, reading_text};

/// How many products are named in a sentence; more are counted.
const MOST_NAMED: usize = 5;

impl SiteContext<'_> {
    /// What an entry of the journal says, beside whose it is.
    pub(super) fn entry_sentence(&self, entry: &Entry) -> String {
        match &entry.what {
            What::ProviderNew { products } => self.about_provider("changes-provider-new", products),
            What::ProviderGone { products } => {
                self.about_provider("changes-provider-gone", products)
            }
            What::ContractStarted { since } => {
                self.about_contract("changes-contract-started", *since)
            }
            What::ContractEnded { last: Some(last) } => {
                self.about_contract("changes-contract-ended", *last)
            }
            What::ContractEnded { last: None } => {
                self.in_municipality("changes-contract-ended-unknown")
            }
            What::Waiting { admission, waits } => self.waiting(entry, *admission, waits),
            What::Scores(moves) => {
                let sentences: Vec<String> =
                    moves.iter().map(|moved| self.score_move(moved)).collect();
                sentences.join(" ")
            }
        }
    }

    /// What is said of a contract and a day.
    pub(super) fn about_contract(&self, key: &str, day: Date) -> String {
        self.words.say(
            key,
            &[
                ("municipality", MessageValue::Text(&self.municipality.name)),
                ("date", MessageValue::Text(&self.words.date(day))),
            ],
        )
    }

    fn about_provider(&self, key: &str, products: &[Named]) -> String {
        let names: Vec<&str> = products
            .iter()
            .take(MOST_NAMED)
            .map(|product| self.product_named(product).0)
            .collect();
        let products = if products.len() > MOST_NAMED {
            self.words.with_count("changes-products", products.len())
        } else {
            self.words.list(&names)
        };
        self.words.say(
            key,
            &[
                ("municipality", MessageValue::Text(&self.municipality.name)),
                ("products", MessageValue::Text(&products)),
            ],
        )
    }

    /// The provider that an entry names, when the records still know it.
    pub(super) fn known_provider(&self, named: &Named) -> Option<ProviderId> {
        self.dataset.provider_with_slug(&named.slug)
    }

    /// The name of a product in the language of the page, and the product when the records still know it.
    pub(super) fn product_named<'b>(&'b self, named: &'b Named) -> (&'b str, Option<ProductId>) {
        match self.dataset.product_with_slug(&named.slug) {
            Some(id) => (&self.dataset.product(id).plain_name, Some(id)),
            None => (&named.name, None),
        }
    }

    /// How the waits of one provider and product moved, and whether people are taken.
    fn waiting(
        &self,
        entry: &Entry,
        admission: Option<AdmissionMove>,
        waits: &[WaitMove],
    ) -> String {
        let mut sentences: Vec<String> = Vec::with_capacity(waits.len() + 1);
        let reopens = |wait: &WaitMove| trend_of(wait) == Some(Trend::Reopened);
        let says_more = waits.iter().any(reopens);
        let key = admission.and_then(|moved| match moved.after {
            Admission::Stop => Some("changes-stop-began"),
            Admission::Open => (!says_more).then_some("changes-stop-over"),
            Admission::Unknown => Some("changes-stop-unknown"),
        });
        sentences.extend(key.map(|key| self.text(key).to_owned()));
        let days: Vec<Date> = waits
            .iter()
            .filter_map(|wait| wait.reference_date)
            .collect();
        let is_one_day = days.windows(2).all(|pair| pair[0] == pair[1]);
        for (rank, wait) in waits.iter().enumerate() {
            let sentence = self.wait_move(wait);
            let is_last = rank + 1 == waits.len();
            let sentence = match wait.reference_date {
                Some(day) if day != entry.day && (is_last || !is_one_day) => {
                    self.with_day(&sentence, day)
                }
                Some(_) | None => sentence,
            };
            // A stop of intake and of treatment reads the same: say it once.
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
        sentences.join(" ")
    }

    fn with_day(&self, sentence: &str, day: Date) -> String {
        self.words.say(
            "changes-on-day",
            &[
                ("sentence", MessageValue::Text(sentence)),
                ("date", MessageValue::Text(&self.words.date(day))),
            ],
        )
    }

    fn wait_move(&self, wait: &WaitMove) -> String {
        let sentence = self.wait_move_anywhere(wait);
        match &wait.place {
            None => sentence,
            Some(place) => self.words.say(
                "changes-at-location",
                &[
                    ("sentence", MessageValue::Text(&sentence)),
                    ("place", MessageValue::Text(place)),
                ],
            ),
        }
    }

    fn wait_move_anywhere(&self, wait: &WaitMove) -> String {
        let key = match trend_of(wait) {
            Some(Trend::Stopped) => return self.text("changes-stop-began").to_owned(),
            Some(Trend::Reopened) => "changes-stop-ended",
            Some(Trend::Longer) => "changes-longer",
            Some(Trend::Shorter) => "changes-shorter",
            None if wait.before.is_none() => "changes-wait-known",
            Some(Trend::Same | Trend::Unclear) | None => "changes-otherwise",
        };
        let kind = wait.subject.counted.map(|counted| counted.0.kind);
        let kind = self.text(kind.map_or("wait-kind-whole", kind_key));
        let said = |said: &Option<Said>| match said {
            Some(said) => reading_text(self.words, &said.0),
            None => reading_text(self.words, &WaitReading::Unknown),
        };
        let (before, now) = (said(&wait.before), said(&wait.after));
        self.words.say(
            key,
            &[
                ("kind", MessageValue::Text(kind)),
                ("before", MessageValue::Text(&before)),
                ("now", MessageValue::Text(&now)),
            ],
        )
    }

    fn score_move(&self, moved: &ScoreMove) -> String {
        let measure = moved.measure.0;
        let name = self.text(measure_key(measure));
        let verdict = |shown: &Shown| VerdictView::new(self.words, shown.verdict, measure).text;
        let (key, before, now) = match &moved.turn {
            ScoreTurn::Gone(reason) => return self.score_gone(name, *reason),
            ScoreTurn::New(now) => ("changes-score-new", None, now),
            ScoreTurn::Period { before, after } if before.verdict == after.verdict => {
                ("changes-score-period", None, after)
            }
            ScoreTurn::Period { before, after } => {
                ("changes-score-period-and-word", Some(before), after)
            }
            ScoreTurn::Verdict { before, after } => ("changes-score-word", Some(before), after),
        };
        let period = self.words.period(now.period());
        let mut values = vec![
            ("measure", MessageValue::Text(name)),
            ("period", MessageValue::Text(&period)),
            ("now", MessageValue::Text(verdict(now))),
        ];
        values.extend(before.map(|before| ("before", MessageValue::Text(verdict(before)))));
        self.words.say(key, &values)
    }

    fn score_gone(&self, measure: &str, reason: Hidden) -> String {
        let reason = self.text(match reason {
            Hidden::TooFew => "absence-too-few",
            Hidden::NotMeasured => "absence-not-measured",
            Hidden::NotSupplied => "absence-not-supplied",
            Hidden::TooOld => "changes-score-too-old",
            Hidden::Withdrawn => "absence-withdrawn",
        });
        self.words.say(
            "changes-score-gone",
            &[
                ("measure", MessageValue::Text(measure)),
                ("reason", MessageValue::Text(reason)),
            ],
        )
    }
}

/// How a wait moved; `None` when it was not known before or is not any more.
fn trend_of(wait: &WaitMove) -> Option<Trend> {
    let (before, after) = (wait.before.as_ref()?, wait.after.as_ref()?);
    Some(Trend::between(&before.0, &after.0))
}
