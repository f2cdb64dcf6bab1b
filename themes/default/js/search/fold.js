// Texts as words, as src/search/fold.rs makes them.

const SPELLED = { ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", "‘": "'", "’": "'", "`": "'", "´": "'" };

/**
 * Lower case, without marks, in letters that every keyboard has.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[øłđðıßæœ‘’`´]/g, (letter) => SPELLED[letter])
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

/**
 * The words of a text, folded: runs of ASCII letters and digits.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const runs = fold(text).match(/[a-z0-9']+/g) || [];
  return runs
    .map((run) => run.replace(/^'+|'+$/g, "").replace(/'s$/, "").replace(/'/g, ""))
    .filter((word) => word);
}

/**
 * The part of an address that a name makes.
 * @param {string} title
 * @returns {string}
 */
export function slugOf(title) {
  return fold(title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
