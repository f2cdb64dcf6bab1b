// What visitors say leads to documents: the steps of src/search/led.rs, in the same order and in the same single precision.

import { K1, lengthened, single } from "./bm25.js";

const MOST_NOTIONS = 12;
const NEXT = single(0.77);
const MORE_SAYINGS = 3;
const MORE = single(0.1);
const STOP_SAID = single(1.2);
const WEAK_SAID = single(0.9);
const LED = single(7.5);
const ALSO = single(0.6);
const FACTORS_SAID = {
  exact: 1, sound: 1, stem: 1, joined: 0.7, "sound-prefix": 0.4, typo: 0.4, "two-typos": 0.3, prefix: 0.18, parts: 0.07,
};

/**
 * What documents get from the notions that are most like a query, and a bit per word that decides that these have.
 * @param {SearchIndex} index
 * @param {object} plan
 */
export function led(index, plan) {
  const room = roomForSayings(index);
  const { led: scores, ledWords: words } = room;
  scores.fill(0);
  words.fill(0);
  let share = LED;
  for (const { notion, likeness, words: own } of notionsLike(index, plan, room)) {
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

/** Lists made once: per document, per saying, and per notion its best sayings, the best first, and its words. */
function roomForSayings(index) {
  const count = index.sayings.notions.length;
  if (!index.spoken || index.spoken.scores.length !== count) {
    const [documents, notions] = [index.docs.length, index.notions.length];
    index.spoken = {
      led: new Float32Array(documents),
      ledWords: new Uint16Array(documents),
      scores: new Float32Array(count),
      tried: new Float32Array(count),
      best: new Float32Array(notions * (MORE_SAYINGS + 1)),
      words: new Uint16Array(notions),
    };
  }
  return index.spoken;
}

/** The notions that are most like a query, the most first. */
function notionsLike(index, plan, room) {
  const { notions } = index.sayings;
  const { scores, words } = room;
  const met = [];
  let bit = 1;
  for (const word of plan.words) {
    if (word.role === "decides") {
      const own = sayingsWith(index, word);
      for (let at = 0; at < own.sayings.length; at += 1) {
        const saying = own.sayings[at];
        if (scores[saying] === 0) {
          met.push(saying);
        }
        scores[saying] += own.scores[at];
        words[notions[saying]] |= bit;
      }
      bit <<= 1;
    }
  }
  for (const word of plan.words) {
    if (word.role !== "decides" && met.length) {
      const own = sayingsWith(index, word);
      for (let at = 0; at < own.sayings.length; at += 1) {
        if (scores[own.sayings[at]] > 0) {
          scores[own.sayings[at]] += own.scores[at];
        }
      }
    }
  }
  return theMostLike(notions, met, room);
}

/** The notions whose sayings were met; leaves the room empty. */
function theMostLike(notions, met, { scores, best, words }) {
  const width = MORE_SAYINGS + 1;
  const found = [];
  for (const saying of met) {
    const notion = notions[saying];
    const from = notion * width;
    if (best[from] === 0) {
      found.push(notion);
    }
    let score = scores[saying];
    scores[saying] = 0;
    for (let at = from; at < from + width && score > 0; at += 1) {
      if (score > best[at]) {
        const other = best[at];
        best[at] = score;
        score = other;
      }
    }
  }
  // Sorted as numbers: the bits of a score that is not negative are in its order, and the notion stands below them.
  const likeness = new Float32Array(1);
  const bits = new Uint32Array(likeness.buffer);
  const keys = new Float64Array(found.length);
  found.forEach((notion, rank) => {
    let sum = best[notion * width];
    for (let at = notion * width + 1; at < (notion + 1) * width; at += 1) {
      sum = single(sum + single(MORE * best[at]));
    }
    best.fill(0, notion * width, (notion + 1) * width);
    likeness[0] = Math.sqrt(sum);
    keys[rank] = bits[0] * 65536 + 65535 - notion;
  });
  keys.sort();
  const likest = [];
  for (let at = keys.length - 1; at >= 0 && likest.length < MOST_NOTIONS; at -= 1) {
    const notion = 65535 - (keys[at] % 65536);
    bits[0] = Math.floor(keys[at] / 65536);
    likest.push({ notion, likeness: likeness[0], words: words[notion] });
  }
  for (const notion of found) {
    words[notion] = 0;
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
  const { of, weight, lengths } = index.sayings;
  const { tried: best } = roomForSayings(index);
  const found = [];
  const shares = sharesOf(index.sayings);
  factorsOf(index, word).forEach((factor, stem) => {
    const sayings = of[index.numbers.get(stem)];
    if (!sayings) {
      return;
    }
    const own = single(single(weight(sayings.length) * single(1 + K1)) * factor);
    for (const saying of sayings) {
      const score = single(own * shares[lengths[saying]]);
      if (best[saying] === 0) {
        found.push(saying);
      }
      if (score > best[saying]) {
        best[saying] = score;
      }
    }
  });
  const scores = Float32Array.from(found, (saying) => best[saying]);
  for (const saying of found) {
    best[saying] = 0;
  }
  return { sayings: found, scores };
}

/** The stems that a word may be in sayings, each with the most that it counts for. */
function factorsOf(index, word) {
  const factors = new Map();
  for (const { kind, stems } of word.variants) {
    for (const stem of stems) {
      const own = single(FACTORS_SAID[kind]);
      const factor = word.role === "only-in-sayings" ? STOP_SAID : index.weak.has(stem) ? single(WEAK_SAID * own) : own;
      if (!(factors.get(stem) >= factor)) {
        factors.set(stem, factor);
      }
    }
  }
  return factors;
}

/** What one word of a saying counts for, per length of the saying. */
function sharesOf(sayings) {
  if (sayings.averaged !== sayings.average) {
    sayings.averaged = sayings.average;
    sayings.shares = Float32Array.from({ length: 64 }, (_, length) => 1 / single(1 + lengthened(length, sayings.average)));
  }
  return sayings.shares;
}
