// Kinds of help and questions in the language of the page. The index knows them in the language of the content alone.

import { wordsOf } from "./fold.js";
import { namesOf } from "./words.js";

/** What somebody types of a word that ends otherwise, at least. */
const SHORTEST = 3;

/** @type {Map<string, { title: string, summary: string, words: string[], more: string[] }>} by path */
export const translated = new Map(
  namesOf().map(({ path, title, summary }) => [path, { title, summary, words: wordsOf(title), more: wordsOf(`${title} ${summary}`) }]),
);

const hasAll = (words, asked) => asked.every((word) => words.some((other) => other.startsWith(word)));

/**
 * The documents that a page in another language names by all words that were typed: first those whose name has them.
 * @param {{ path: string }[]} docs
 * @param {string} typed
 * @returns {number[]}
 */
export function namedIn(docs, typed) {
  const asked = wordsOf(typed).filter((word) => word.length >= SHORTEST);
  if (!asked.length) {
    return [];
  }
  const [byTitle, bySummary] = [[], []];
  docs.forEach(({ path }, number) => {
    const own = translated.get(path);
    if (own && hasAll(own.more, asked)) {
      (hasAll(own.words, asked) ? byTitle : bySummary).push(number);
    }
  });
  return [...byTitle, ...bySummary];
}
