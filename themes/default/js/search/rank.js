// From what is looked for to what is found: the sums that Tantivy does for src/search/rank.rs, in the same order and in the
// same single precision.

import { fold } from "./fold.js";
import { stemOf } from "./stem.js";

const single = Math.fround;
const K1 = single(1.2);
const B = single(0.75);
const OFFERED = single(0.5);
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
  const { docs, first } = index;
  const count = docs.length;
  const scores = new Float32Array(count);
  const some = new Uint8Array(count);
  const all = new Uint8Array(count);
  const named = new Uint8Array(count);
  let deciding = 0;
  for (const word of plan.words) {
    const own = new Float32Array(count);
    for (const variant of word.variants) {
      addVariant(index, variant, own);
    }
    raiseProviders(index, own);
    const decides = word.role === "decides" ? 1 : 0;
    for (let document = 0; document < count; document += 1) {
      if (own[document] > 0) {
        scores[document] += own[document];
        some[document] |= word.role === "adds-little" ? 0 : 1;
        all[document] += decides;
      }
    }
    if (decides) {
      deciding += 1;
      countNames(index, word, deciding, named);
    }
  }
  const found = { help: [], providers: [] };
  for (let document = 0; document < count; document += 1) {
    if (some[document]) {
      const isAll = deciding && all[document] === deciding;
      const level = deciding && named[document] === deciding ? 3 : isAll ? 2 : 1;
      found[document < first.provider ? "help" : "providers"].push({ doc: document, level, score: single(scores[document] * index.shares[document]) });
    }
  }
  const best = (one, other) => other.level - one.level || other.score - one.score || one.doc - other.doc;
  found.help.sort(best);
  found.providers.sort(best);
  return found;
}

/** Gives each document the best of a word's variants so far. */
function addVariant(index, variant, best) {
  const sums = variant.stems.length > 1 ? new Float32Array(best.length) : null;
  for (const stem of variant.stems) {
    const number = index.numbers.get(stem);
    const part = new Float32Array(best.length);
    index.fields.forEach((field, rank) => {
      const postings = index.postings[rank][number];
      if (!postings) {
        return;
      }
      const { documents, frequencies } = postings;
      const boost = single(single(variant.factor) * single(index.weights[rank]));
      const weight = single(single(index.logarithms[documents.length] * single(1 + K1)) * boost);
      const lengths = lengthsOf(field);
      for (let at = 0; at < documents.length; at += 1) {
        const document = documents[at];
        const length = lengths[field.norms[document]];
        part[document] += single(weight * single(frequencies[at] / single(frequencies[at] + length)));
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
    field.lengths = Float32Array.from({ length: 256 }, (_, norm) => {
      const share = single(single(B * single(lengthOf(norm))) / field.average);
      return single(K1 * single(single(1 - B) + share));
    });
  }
  return field.lengths;
}

/** Gives providers a share of what the kinds of help that they offer get. */
function raiseProviders(index, scores) {
  const { docs, first, catalogue } = index;
  for (let product = 0; product < first.question; product += 1) {
    const share = single(OFFERED * scores[product]);
    if (share > 0) {
      for (const offer of docs[product].offers) {
        const { provider } = catalogue.offers[offer];
        if (share > scores[provider]) {
          scores[provider] = share;
        }
      }
    }
  }
}

/** Counts the words that decide in names: `named` is how many of the first ones a name has without a gap. */
function countNames(index, word, deciding, named) {
  for (const variant of word.variants) {
    if (!IS_WORD_ITSELF.has(variant.kind)) {
      continue;
    }
    for (const stem of variant.stems) {
      const postings = index.postings[0][index.numbers.get(stem)];
      for (const document of postings ? postings.documents : []) {
        if (named[document] === deciding - 1) {
          named[document] = deciding;
        }
      }
    }
  }
}

/**
 * The parts of a text to mark: words that stand for a typed one that decides.
 * @returns {[number, number][]}
 */
export function marksOf(index, plan, text) {
  const telling = plan.words.filter((word) => word.role !== "adds-little");
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
