//! The offers of the first file: what filters, counts, waits and states of admission are made of.

use crate::model::{
    Admission, Freshness, LocationId, Offer, OfferId, WaitBasis, WaitKind, WaitReading,
    WaitStatistic, WaitUnit, WaitingTime,
};

use super::super::document::{Subject, locations};
use super::super::index::MunicipalityIndex;
use super::coder::Encoder;
use super::kinds;

/// Values that come back: written once, then by their rank.
struct Seen<T>(Vec<T>);

impl<T: PartialEq> Seen<T> {
    /// Writes the rank of a value. Whether it is new, and must be written out.
    fn write(&mut self, kind: usize, value: T, to: &mut Encoder) -> bool {
        let rank = self.0.iter().position(|other| *other == value);
        to.optional(kind, rank);
        if rank.is_none() {
            self.0.push(value);
        }
        rank.is_none()
    }
}

/// What came before in the list of offers.
struct OfferWriter<'a> {
    index: &'a MunicipalityIndex<'a>,
    questions: Seen<Vec<usize>>,
    intensities: Seen<Vec<usize>>,
    ages: Seen<[Option<usize>; 2]>,
    measures: Seen<[usize; 3]>,
    dates: Seen<usize>,
    texts: Seen<&'a str>,
}

/// Writes the offers of every provider, in order of product.
pub(super) fn write(index: &MunicipalityIndex<'_>, to: &mut Encoder) {
    let mut writer = OfferWriter {
        index,
        questions: Seen(Vec::new()),
        intensities: Seen(Vec::new()),
        ages: Seen(Vec::new()),
        measures: Seen(Vec::new()),
        dates: Seen(Vec::new()),
        texts: Seen(Vec::new()),
    };
    for document in &index.documents {
        let Subject::Provider(provider) = document.subject else {
            continue;
        };
        let mut offers: Vec<(usize, OfferId)> = index.plan.contracted.by_provider[&provider]
            .iter()
            .filter_map(|id| {
                let product = Subject::Product(index.dataset.offer(*id).product);
                let rank = index
                    .documents
                    .iter()
                    .position(|other| other.subject == product)?;
                Some((rank, *id))
            })
            .collect();
        offers.sort_unstable();
        let used = locations(index.dataset, index.plan, provider);
        to.number(kinds::COUNT, offers.len());
        let mut last = 0;
        for (product, id) in offers {
            to.number(kinds::PRODUCT, product - last);
            last = product;
            writer.write(index.dataset.offer(id), &used, to);
        }
    }
}

impl<'a> OfferWriter<'a> {
    fn write(&mut self, offer: &'a Offer, used: &[LocationId], to: &mut Encoder) {
        let dataset = self.index.dataset;
        let questions = dataset
            .profiles_of(offer)
            .iter()
            .map(|id| id.index())
            .collect();
        write_set(
            &mut self.questions,
            kinds::QUESTIONS,
            kinds::QUESTION,
            questions,
            to,
        );
        let intensities = offer.intensities.iter().map(|id| id.index()).collect();
        write_set(
            &mut self.intensities,
            kinds::INTENSITIES,
            kinds::INTENSITY,
            intensities,
            to,
        );
        let ages = [offer.ages.from, offer.ages.to].map(|age| age.map(usize::from));
        if self.ages.write(kinds::AGES, ages, to) {
            for age in ages {
                to.optional(kinds::AGE, age);
            }
        }
        let municipality = self.index.plan.municipality;
        let waits: Vec<&WaitingTime> = dataset
            .waits(offer.provider, offer.product, Some(municipality))
            .collect();
        to.number(
            kinds::ADMISSION,
            match dataset.admission(offer, &waits) {
                Admission::Open => 0,
                Admission::Stop => 1,
                Admission::Unknown => 2,
            },
        );
        let rank = |location: &LocationId| used.iter().position(|other| other == location);
        let locations: Vec<usize> = offer.locations.iter().filter_map(rank).collect();
        to.number(kinds::LOCATIONS, locations.len());
        for location in locations {
            to.number(kinds::LOCATION, location);
        }
        to.number(kinds::WAITS, waits.len());
        for wait in waits {
            self.wait(wait, wait.location.as_ref().and_then(rank), to);
        }
    }

    fn wait(&mut self, wait: &'a WaitingTime, location: Option<usize>, to: &mut Encoder) {
        let dataset = self.index.dataset;
        let figure = wait.newest();
        let freshness = dataset
            .site()
            .waiting_time_freshness
            .judge(figure.reference_date, dataset.date());
        let measure = measure(wait);
        if self.measures.write(kinds::MEASURES, measure, to) {
            for part in measure {
                to.number(kinds::MEASURE, part);
            }
        }
        to.optional(kinds::WAIT_LOCATION, location);
        let date = figure.reference_date;
        let day = (i64::from(date.year()) * 12 + i64::from(date.month()) - 1) * 31
            + i64::from(date.day())
            - 1;
        let day = usize::try_from(day).expect("dates are of our era");
        if self.dates.write(kinds::DATES, day, to) {
            to.number(kinds::DATE, day);
        }
        if freshness == Freshness::Hidden {
            to.number(kinds::WAIT_STATE, 4);
            return;
        }
        let is_old = freshness == Freshness::Old;
        match &figure.reading {
            WaitReading::Length { length, text } => {
                to.number(kinds::WAIT_STATE, 0);
                to.flag(kinds::IS_OLD, is_old);
                to.number(
                    kinds::UNIT,
                    match length.unit {
                        WaitUnit::Days => 0,
                        WaitUnit::Weeks => 1,
                        WaitUnit::Months => 2,
                    },
                );
                let tenths = length.tenths as usize;
                let is_whole = tenths.is_multiple_of(10);
                to.flag(kinds::IS_WHOLE, is_whole);
                to.number(kinds::TENTHS, if is_whole { tenths / 10 } else { tenths });
                self.text(text.as_deref(), to);
            }
            WaitReading::Text(text) => {
                to.number(kinds::WAIT_STATE, 1);
                to.flag(kinds::IS_OLD, is_old);
                self.text(Some(text), to);
            }
            WaitReading::Stop => {
                to.number(kinds::WAIT_STATE, 2);
                to.flag(kinds::IS_OLD, is_old);
            }
            WaitReading::Unknown => {
                to.number(kinds::WAIT_STATE, 3);
                to.flag(kinds::IS_OLD, is_old);
            }
        }
    }

    /// The words of a source; the empty text stands for none.
    fn text(&mut self, text: Option<&'a str>, to: &mut Encoder) {
        let text = text.unwrap_or("");
        if self.texts.write(kinds::WAIT_TEXT, text, to) {
            to.text("", text);
        }
    }
}

fn write_set(
    seen: &mut Seen<Vec<usize>>,
    kind: usize,
    member: usize,
    set: Vec<usize>,
    to: &mut Encoder,
) {
    if seen.write(kind, set.clone(), to) {
        to.number(kinds::COUNT, set.len());
        for number in set {
            to.number(member, number);
        }
    }
}

/// Kind, basis and statistic; 0 stands for a wait about the offer as a whole.
fn measure(wait: &WaitingTime) -> [usize; 3] {
    let Some(measure) = wait.measure else {
        return [0; 3];
    };
    [
        match measure.kind {
            WaitKind::Intake => 1,
            WaitKind::Treatment => 2,
            WaitKind::Total => 3,
        },
        match measure.basis {
            WaitBasis::Expected => 1,
            WaitBasis::Experienced => 2,
        },
        match measure.statistic {
            WaitStatistic::Mean => 1,
            WaitStatistic::Median => 2,
            WaitStatistic::P90 => 3,
            WaitStatistic::NextFreePlace => 4,
            WaitStatistic::Longest => 5,
            WaitStatistic::Unspecified => 6,
        },
    ]
}
