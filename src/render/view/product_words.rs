//! Words by which a referrer may look for a kind of help, beside its names and its code: what the region's vocabulary says of it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::Dataset;

/// Words per product at most. They stand on a page of all products, which has to stay small.
const MOST: usize = 60;
/// As many are taken also when only one entry of the vocabulary has them.
const FEW: usize = 15;

/// The words of every product, by its rank: first those by which most entries of the vocabulary lead to it, then by letter.
pub(super) fn product_words(dataset: &Dataset) -> Vec<String> {
    let mut entries: Vec<BTreeMap<&str, usize>> = vec![BTreeMap::new(); dataset.products.len()];
    for entry in &dataset.vocabulary().words {
        for product in &entry.about.products {
            for word in entry.say.iter().filter(|said| !said.contains(' ')) {
                *entries[product.index()].entry(&**word).or_default() += 1;
            }
        }
    }
    entries.into_iter().map(most_led).collect()
}

fn most_led(entries: BTreeMap<&str, usize>) -> String {
    let mut words: Vec<(&str, usize)> = entries.into_iter().collect();
    words.sort_by_key(|&(_, count)| Reverse(count));
    let enough = words.partition_point(|&(_, count)| count > 1);
    words.truncate(enough.clamp(FEW, MOST));
    let words: Vec<&str> = words.into_iter().map(|(word, _)| word).collect();
    words.join(" ")
}
