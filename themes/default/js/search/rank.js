// From what is looked for to what is found: the sums that Tantivy does for src/search/rank.rs, in the same order and in the
// same single precision.

import { K1, lengthened, single } from "./bm25.js";
import { fold } from "./fold.js";
import { led } from "./led.js";
import { stemOf } from "./stem.js";

const OFFERED = single(0.5);
const HAS_ALL = single(1.1);
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
  const count = index.docs.length;
  const scores = new Float32Array(count);
  const has = new Uint16Array(count);
  const named = new Uint16Array(count);
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
        has[document] |= decides;
      }
    }
    if (decides) {
      for (const document of word.named) {
        named[document] |= bit;
      }
      bit <<= 1;
    }
  }
  return inOrder(index, { scores, has, named, all: bit - 1, led: led(index, plan) });
}

/** What was found, the best first. Sorted as numbers: level, the bits of the score, the document, one below the other. */
function inOrder(index, { scores, has, named, all, led: { scores: fromNotions, words } }) {
  raiseProviders(index, fromNotions);
  const { offered, first } = index;
  for (let at = 0; at < offered.length; at += 2) {
    words[offered[at]] |= words[offered[at + 1]];
  }
  const number = new Float32Array(1);
  const bits = new Uint32Array(number.buffer);
  const keys = { help: [], providers: [] };
  for (let document = 0; document < scores.length; document += 1) {
    if (!has[document] && !fromNotions[document]) {
      continue;
    }
    const isProvider = document >= first.provider;
    const level = all && named[document] === all ? 3 : all && (has[document] | words[document]) === all ? 2 : 1;
    number[0] = scores[document] + fromNotions[document];
    if (level === 2 && !isProvider) {
      number[0] *= HAS_ALL;
    }
    const place = isProvider || level === 3 ? level : 1;
    keys[isProvider ? "providers" : "help"].push(((place * 2147483648 + bits[0]) * 65536 + 65535 - document) * 4 + level);
  }
  const hit = (key) => {
    const rest = Math.floor(key / 4);
    bits[0] = Math.floor(rest / 65536) % 2147483648;
    return { doc: 65535 - (rest % 65536), level: key % 4, score: number[0] };
  };
  const sorted = (list) => Array.from(Float64Array.from(list).sort().reverse(), hit);
  return { help: sorted(keys.help), providers: sorted(keys.providers) };
}

/** What each document gets for a word; `word.named` becomes the documents that have it in their name. */
function scoresOf(index, word) {
  if (!word.scores) {
    word.scores = new Float32Array(index.docs.length);
    for (const variant of word.variants) {
      addVariant(index, variant, word.scores);
    }
    raiseProviders(index, word.scores);
    const stems = word.variants.filter(({ kind }) => IS_WORD_ITSELF.has(kind)).flatMap((variant) => variant.stems);
    const { starts, counts, documents } = index.fields[0];
    const numbers = stems.map((stem) => index.numbers.get(stem)).filter((number) => counts[number]);
    word.named = new Set(numbers.flatMap((number) => documents.slice(starts[number], starts[number] + counts[number])));
  }
  return word.scores;
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

/** Gives providers a share of what the kinds of help have that they offer. */
function raiseProviders({ offered }, scores) {
  for (let at = 0; at < offered.length; at += 2) {
    const share = single(OFFERED * scores[offered[at + 1]]);
    if (share > scores[offered[at]]) {
      scores[offered[at]] = share;
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
    const stem = index.families.get(word) || stemOf(word);
    if (stems.has(stem) || typed.some((other) => other.length > 2 && word.startsWith(other))) {
      marks.push([match.index, match.index + match[0].length]);
    }
  }
  return marks;
}
