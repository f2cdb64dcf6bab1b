// Whether providers differ in a row of the comparison. Nobody may read a difference that is not there: what is not known, old
// or of another kind is not compared, and scores differ only when their intervals lie apart.

import { listWord } from "./pieces.js";

/** @typedef {"same" | "differs" | "unclear" | "unknown"} Mark */

/** @typedef {{ mark: Mark, pairs: [number, number][] }} Difference `pairs` when some differ and others do not */

const UNKNOWN = { mark: "unknown", pairs: [] };

/** Percent that the ends of a bar may be off. */
const ROUNDING = 0.1;

const textOf = (nodes) => nodes.map((node) => node.textContent.replace(/\s+/g, " ").trim()).join(" ");

const all = (nodes, selector) => nodes.flatMap((node) => [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]);

/** @param {Element[][]} cells */
function ofTexts(cells) {
  const texts = cells.map(textOf);
  const isUnknown = texts.some((text) => !text || text === listWord("ages-unknown"));
  if (isUnknown || cells.some((nodes) => all(nodes, ".admission-unknown, .absence").length)) {
    return UNKNOWN;
  }
  return { mark: new Set(texts).size === 1 ? "same" : "differs", pairs: [] };
}

/** Waits: one current number each, of the same kind. */
function ofWaits(cells) {
  const numbers = cells.map((nodes) => all(nodes, "[data-comparable]").map(({ dataset }) => dataset.comparable));
  if (!numbers.every((found) => found.length === 1 && found[0])) {
    return UNKNOWN;
  }
  const [kinds, days] = [0, 1].map((place) => new Set(numbers.map(([found]) => found.split(" ")[place])));
  if (kinds.size > 1) {
    return UNKNOWN;
  }
  return { mark: days.size === 1 ? "same" : "differs", pairs: [] };
}

/** The interval of a score; none when there is no score, it is old, or there are too few answers to say anything. */
function intervalOf(nodes) {
  if (all(nodes, ".mark-old, .verdict-unsaid").length) {
    return null;
  }
  const [score] = all(nodes, "[data-low]");
  const [bar] = all(nodes, ".bar-interval");
  if (score) {
    return [Number(score.dataset.low), Number(score.dataset.high)];
  }
  // The bar has the same ends, rounded: a little wider, so that no difference comes of rounding.
  const [x, width] = bar ? ["x", "width"].map((name) => Number(bar.getAttribute(name))) : [];
  return bar ? [x - ROUNDING, x + width + ROUNDING] : null;
}

function ofScores(cells) {
  const intervals = cells.map(intervalOf);
  if (!intervals.every(Boolean)) {
    return UNKNOWN;
  }
  const ranks = [...intervals.keys()];
  const every = ranks.flatMap((one) => ranks.slice(one + 1).map((other) => [one, other]));
  const apart = every.filter(([one, other]) => intervals[one][1] < intervals[other][0] || intervals[other][1] < intervals[one][0]);
  if (!apart.length) {
    return { mark: "unclear", pairs: [] };
  }
  return { mark: "differs", pairs: apart.length < every.length ? apart : [] };
}

const WAYS = { text: ofTexts, wait: ofWaits, score: ofScores };

/**
 * @param {"text" | "wait" | "score"} kind
 * @param {Element[][]} cells what stands in the row, per provider
 * @returns {Difference}
 */
export const differenceOf = (kind, cells) => WAYS[kind](cells);
