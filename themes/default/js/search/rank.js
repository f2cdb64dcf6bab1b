// From what is looked for to what is found: the sums that Tantivy does for src/search/rank.rs, in the same order and in the
// same single precision.

import { K1, lengthened, single } from "./bm25.js";
import { fold } from "./fold.js";
import { led } from "./led.js";
import { stemIn } from "./plan.js";

const OFFERED = single(0.5);
const HAS_ALL = single(1.3);
const HAS_NAME = 2;
const IS_WORD_ITSELF = new Set(["exact", "joined", "sound", "prefix"]);

/** Lengths of fields that Tantivy tells apart: exact up to 40, then in steps that double every eight. */
function lengthOf(norm) {
  if (norm < 40) {
    return norm;
  }
  const step = norm - 40;
  return 40 + (2 ** (step >> 3) - 1) * 16 + (step & 7) * 2 ** ((step >> 3) + 1);
}

/**
 * Ranks all documents.
 * @param {SearchIndex} index
 * @param {object} plan
 */
export function rank(index, plan) {
  const { scores, some, has, named, keys } = roomFor(index);
  const count = scores.length;
  let bit = 1;
  for (const word of plan.words) {
    if (word.role === "only-in-sayings") {
      continue;
    }
    const own = scoresOf(index, word);
    const decides = word.role === "decides" ? bit : 0;
    for (let document = 0; document < count; document += 1) {
      if (own[document] > 0) {
        scores[document] += own[document];
        some[document] |= decides;
        has[document] |= word.having[document] > 0 ? decides : 0;
      }
    }
    if (decides) {
      for (const document of word.named) {
        named[document] |= bit;
      }
      bit <<= 1;
    }
  }
  const all = bit - 1;
  const { scores: fromNotions, words } = led(index, plan);
  raiseProviders(index, fromNotions, words);
  const number = new Float32Array(1);
  const bits = new Uint32Array(number.buffer);
  let hasAll = false;
  // Sorted as numbers: what comes first, the bits of the score, the document and the level, one below the other.
  const ordered = (from, to) => {
    let length = 0;
    for (let document = from; document < to; document += 1) {
      if (!some[document] && !fromNotions[document]) {
        continue;
      }
      const level = all && named[document] === all ? 3 : all && (has[document] | words[document]) === all ? 2 : 1;
      const isProvider = document >= index.first.provider;
      number[0] = scores[document] + fromNotions[document];
      if (!isProvider && level > 1) {
        number[0] *= level === 3 ? HAS_NAME : HAS_ALL;
      }
      const place = isProvider ? level : 1;
      keys[length] = ((place * 2147483648 + bits[0]) * 65536 + 65535 - document) * 4 + level;
      length += 1;
      hasAll = hasAll || level > 1;
    }
    const sorted = keys.subarray(0, length).sort();
    const hits = [];
    for (let at = length - 1; at >= 0; at -= 1) {
      const rest = Math.floor(sorted[at] / 4);
      bits[0] = Math.floor(rest / 65536) % 2147483648;
      hits.push({ doc: 65535 - (rest % 65536), level: sorted[at] % 4, score: number[0] });
    }
    return hits;
  };
  const help = ordered(0, index.first.provider);
  return { help, providers: ordered(index.first.provider, count), hasAll };
}

/** Lists per document, made once and emptied for every search. */
function roomFor(index) {
  if (!index.room) {
    const count = index.docs.length;
    const [some, has, named] = [0, 1, 2].map(() => new Uint16Array(count));
    index.room = { scores: new Float32Array(count), some, has, named, keys: new Float64Array(count) };
  }
  const { scores, some, has, named } = index.room;
  [scores, some, has, named].forEach((list) => list.fill(0));
  return index.room;
}

/**
 * What each document gets for a word. `word.having` becomes what it gets without parts of a compound that is known, and
 * `word.named` the documents that have the word in their name.
 */
function scoresOf(index, word) {
  if (!word.scores) {
    const whole = word.variants.filter(({ kind }) => kind !== "parts");
    word.scores = bestOf(index, word.variants);
    word.having = whole.length && whole.length < word.variants.length ? bestOf(index, whole) : word.scores;
    const stems = word.variants.filter(({ kind }) => IS_WORD_ITSELF.has(kind)).flatMap((variant) => variant.stems);
    const { starts, counts, documents } = index.fields[0];
    const numbers = stems.map((stem) => index.numbers.get(stem)).filter((number) => counts[number]);
    word.named = new Set(numbers.flatMap((number) => documents.slice(starts[number], starts[number] + counts[number])));
  }
  return word.scores;
}

/** What each document gets: the best of some variants, providers also a share. */
function bestOf(index, variants) {
  const scores = new Float32Array(index.docs.length);
  for (const variant of variants) {
    addVariant(index, variant, scores);
  }
  raiseProviders(index, scores);
  return scores;
}

/** Gives each document the best of a word's variants so far. */
function addVariant(index, variant, best) {
  const sums = variant.stems.length > 1 ? new Float32Array(best.length) : null;
  for (const stem of variant.stems) {
    const number = index.numbers.get(stem);
    const part = new Float32Array(best.length);
    index.fields.forEach((field, rank) => {
      const count = field.counts[number];
      if (!count) {
        return;
      }
      const { documents, frequencies, norms } = field;
      const boost = single(single(variant.factor) * single(index.weights[rank]));
      const weight = single(single(index.logarithms[count] * single(1 + K1)) * boost);
      const lengths = lengthsOf(field);
      const end = field.starts[number] + count;
      for (let at = field.starts[number]; at < end; at += 1) {
        const frequency = frequencies[at];
        const length = lengths[norms[documents[at]]];
        part[documents[at]] += single(weight * single(frequency / single(frequency + length)));
      }
    });
    for (let document = 0; document < best.length; document += 1) {
      if (sums) {
        sums[document] += part[document];
      } else if (part[document] > best[document]) {
        best[document] = part[document];
      }
    }
  }
  if (sums) {
    sums.forEach((sum, document) => {
      best[document] = Math.max(best[document], sum);
    });
  }
}

/** What the length of a field adds to a frequency, per step of length. */
function lengthsOf(field) {
  if (!field.lengths) {
    field.lengths = Float32Array.from({ length: 256 }, (_, norm) => lengthened(lengthOf(norm), field.average));
  }
  return field.lengths;
}

/** Gives providers a share of what the kinds of help have that they offer, and the words that these have. */
function raiseProviders({ offered }, scores, words) {
  for (let at = 0; at < offered.length; at += 2) {
    const provider = offered[at];
    const product = offered[at + 1];
    if (scores[product] === 0) {
      continue;
    }
    const share = single(OFFERED * scores[product]);
    if (share > scores[provider]) {
      scores[provider] = share;
    }
    if (words) {
      words[provider] |= words[product];
    }
  }
}

/**
 * The parts of a text to mark: words that stand for a typed one that decides.
 * @returns {[number, number][]}
 */
export function marksOf(index, plan, text) {
  const telling = plan.words.filter((word) => word.role === "decides");
  const stems = new Set(telling.flatMap((word) => word.variants.flatMap((variant) => variant.stems)));
  const typed = telling.map((word) => word.typed);
  const marks = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)) {
    const word = fold(match[0]).replace(/'s$/, "").replace(/'/g, "");
    if (stems.has(stemIn(index, word)) || typed.some((other) => other.length > 2 && word.startsWith(other))) {
      marks.push([match.index, match.index + match[0].length]);
    }
  }
  return marks;
}
