// What visitors say leads to documents: the steps of src/search/led.rs, in the same order and in the same single precision.

import { K1, lengthened, single } from "./bm25.js";

const MOST_NOTIONS = 14;
const NEXT = single(0.8);
const MORE_SAYINGS = 3;
const MORE = single(0.125);
const STOP = single(0.35);
const WEAK_SAID = single(0.45);
const LED = single(3.5);
const ALSO = single(0.5);
const FACTORS_SAID = {
  exact: 1, joined: 0.7, sound: 0.6, typo: 0.5, "sound-prefix": 0.4, stem: 0.4, "two-typos": 0.35, prefix: 0.15, parts: 0.1,
};

/**
 * What documents get from the notions that are most like a query, and a bit per word that decides that these have.
 * @param {SearchIndex} index
 * @param {object} plan
 */
export function led(index, plan) {
  const scores = new Float32Array(index.docs.length);
  const words = new Uint16Array(index.docs.length);
  let share = LED;
  for (const { notion, likeness, words: own } of notionsLike(index, plan)) {
    const strength = single(share * likeness);
    const { about, also } = index.notions[notion];
    for (const document of about) {
      scores[document] += strength;
      words[document] |= own;
    }
    for (const document of also) {
      scores[document] += single(strength * ALSO);
      words[document] |= own;
    }
    share = single(share * NEXT);
  }
  return { scores, words };
}

/** The notions that are most like a query, the most first. */
function notionsLike(index, plan) {
  const { sayings } = index;
  const scores = new Float32Array(sayings.notions.length);
  const met = [];
  const words = new Uint16Array(index.notions.length);
  let bit = 1;
  const others = [];
  for (const word of plan.words) {
    if (word.role !== "decides") {
      others.push(word);
      continue;
    }
    const own = sayingsWith(index, word);
    for (let at = 0; at < own.sayings.length; at += 1) {
      const saying = own.sayings[at];
      if (scores[saying] === 0) {
        met.push(saying);
      }
      scores[saying] += own.scores[at];
      words[sayings.notions[saying]] |= bit;
    }
    bit <<= 1;
  }
  for (const word of others) {
    const own = sayingsWith(index, word);
    for (let at = 0; at < own.sayings.length; at += 1) {
      if (scores[own.sayings[at]] > 0) {
        scores[own.sayings[at]] += own.scores[at];
      }
    }
  }
  return theMostLike(index, met, scores, words);
}

function theMostLike(index, met, scores, words) {
  const { notions } = index.sayings;
  // Per notion its best sayings, the best first.
  const width = MORE_SAYINGS + 1;
  const best = new Float32Array(index.notions.length * width);
  const found = [];
  for (const saying of met) {
    const notion = notions[saying];
    const from = notion * width;
    if (best[from] === 0) {
      found.push(notion);
    }
    let score = scores[saying];
    for (let at = from; at < from + width && score > 0; at += 1) {
      if (score > best[at]) {
        const other = best[at];
        best[at] = score;
        score = other;
      }
    }
  }
  // Sorted as numbers: the bits of a score that is not negative are in its order, and the notion stands below them.
  const likeness = Float32Array.from(found, (notion) => {
    let sum = best[notion * width];
    for (let at = 1; at < width; at += 1) {
      sum = single(sum + single(MORE * best[notion * width + at]));
    }
    return Math.sqrt(sum);
  });
  const bits = new Uint32Array(likeness.buffer);
  const keys = Float64Array.from(found, (notion, rank) => bits[rank] * 65536 + 65535 - notion).sort();
  const likest = [];
  for (let at = keys.length - 1; at >= 0 && likest.length < MOST_NOTIONS; at -= 1) {
    const notion = 65535 - (keys[at] % 65536);
    bits[0] = Math.floor(keys[at] / 65536);
    likest.push({ notion, likeness: likeness[0], words: words[notion] });
  }
  return likest;
}

/** The sayings that have a word, each with the best that a variant brings it: BM25 times the variant's factor. */
function sayingsWith(index, word) {
  if (!word.sayings) {
    word.sayings = findSayings(index, word);
  }
  return word.sayings;
}

function findSayings(index, word) {
  const { of, weight } = index.sayings;
  const best = new Map();
  factorsOf(index, word).forEach((factor, stem) => {
    const with_ = of[index.numbers.get(stem)];
    if (!with_) {
      return;
    }
    const own = single(single(weight(with_.length) * single(1 + K1)) * factor);
    const lengths = lengthsIn(index.sayings);
    for (const saying of with_) {
      const score = single(own * lengths[index.sayings.lengths[saying]]);
      if (!(best.get(saying) >= score)) {
        best.set(saying, score);
      }
    }
  });
  return { sayings: Uint16Array.from(best.keys()), scores: Float32Array.from(best.values()) };
}

/** The stems that a word may be in sayings, each with the most that it counts for. */
function factorsOf(index, word) {
  const factors = new Map();
  for (const { kind, stems } of word.variants) {
    for (const stem of stems) {
      const own = single(FACTORS_SAID[kind]);
      const factor = word.role === "only-in-sayings" ? STOP : index.weak.has(stem) ? single(WEAK_SAID * own) : own;
      if (!(factors.get(stem) >= factor)) {
        factors.set(stem, factor);
      }
    }
  }
  return factors;
}

/** What one word of a saying counts for, per length of the saying. */
function lengthsIn(sayings) {
  if (sayings.averaged !== sayings.average) {
    sayings.averaged = sayings.average;
    sayings.shares = Float32Array.from({ length: 64 }, (_, length) => 1 / single(1 + lengthened(length, sayings.average)));
  }
  return sayings.shares;
}
