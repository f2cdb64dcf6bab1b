// Waiting times in words, in order, and against a limit. Kinds of waiting are never compared with one another.

import { count, dateText, say } from "./words.js";

/** Days in a week. */
const WEEK = 7;

/** The unit of limits. */
export const weeks = (limit) => count("length-weeks", limit);

const isCurrent = (wait) => wait.state === "length" && !wait.isOld;

/** A wait as a sentence. */
export function waitText({ kind, statistic, state, tenths, unit, text, date }) {
  const until = say(`wait-until-${kind}`);
  if (state === "stop") {
    return say("wait-stop");
  }
  if (state === "too-old") {
    return say("wait-too-old", { date: dateText(date) });
  }
  if (state === "unknown") {
    return say("wait-unknown-of-kind", { kind: say(`wait-kind-${kind}`) });
  }
  if (state === "text") {
    return say("wait-words", { text, until });
  }
  if (text && tenths) {
    return say("wait-range", { text: text[0].toUpperCase() + text.slice(1), until });
  }
  return say(`wait-${tenths ? statistic || "unspecified" : "zero"}`, { length: count(`length-${unit}`, tenths / 10), until });
}

/**
 * Whether an offer's waits of a kind are within a limit: 1 yes, 0 no, -1 not known.
 * @param {number} limit in weeks
 */
export function isWithin(offer, waits, kind, limit) {
  const current = waits.filter((wait) => wait.kind === kind && isCurrent(wait));
  if (offer.admission === "stop" || waits.some((wait) => wait.state === "stop")) {
    return 0;
  }
  return current.length ? +current.some((wait) => wait.days <= limit * WEEK) : -1;
}

/** Where waits of a kind stand in order: lengths of today by length, then words and old figures, then what is not known. */
export function waitOrder(offer, waits, kind) {
  const places = waits.map((wait) => {
    if (offer.admission === "stop" || wait.kind !== kind || !["length", "text"].includes(wait.state)) {
      return Infinity;
    }
    return isCurrent(wait) ? wait.days : Number.MAX_VALUE;
  });
  return Math.min(...places);
}
