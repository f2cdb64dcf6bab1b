/** Takes bytes for the two files of an index and something typed, and asks the search of a browser. */

/** Between the two files of an index, and before what is typed. */
const BAR = Buffer.from("\xff|bar|\xff", "latin1");

/**
 * The first file, the second file and what is typed.
 *
 * @param {Buffer} input
 */
function partsOf(input) {
  const parts = [];
  let rest = input;
  for (let at = rest.indexOf(BAR); at >= 0 && parts.length < 2; at = rest.indexOf(BAR)) {
    parts.push(rest.subarray(0, at));
    rest = rest.subarray(at + BAR.length);
  }
  parts.push(rest);
  const [core, texts = Buffer.alloc(0), typed = Buffer.alloc(0)] = parts;
  return { core, texts, typed: typed.toString("utf8") };
}

/** Joins what `partsOf` takes apart. */
const joined = (core, texts, typed) => Buffer.concat([core, BAR, texts, BAR, Buffer.from(typed)]);

/**
 * Answers, or says that it cannot: whatever the files hold, what is thrown is an `Error`, which the page shows.
 *
 * @param {typeof import("../../../themes/default/js/search/index.js").SearchIndex} SearchIndex
 * @param {Buffer} input
 * @returns {"answers" | "cannot"}
 */
function ask(SearchIndex, input) {
  const { core, texts, typed } = partsOf(input);
  try {
    const index = new SearchIndex(core);
    const found = [index.find(typed)];
    index.addTexts(texts);
    index.hear(500);
    found.push(index.find(typed), index.find(`${typed} `));
    for (const { help, providers, marks } of found) {
      [...help, ...providers].forEach(({ doc }) => marks(index.docs[doc].title));
    }
    return "answers";
  } catch (error) {
    if (error instanceof Error) return "cannot";
    throw error;
  }
}

module.exports = { ask, joined };
