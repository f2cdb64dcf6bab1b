// Forms of one word brought together. src/search/stem.rs takes the same steps in the same order and says why.

const undouble = (stem) => stem.replace(/^(.{2,})([^aeiou])\2$/, "$1$2");

const takeLittle = (stem) => {
  const without = stem.replace(/^(.{3,})etje$/, "$1");
  return without === stem ? stem.replace(/^(.{3,}?)[pt]?je$/, "$1") : undouble(without);
};

/**
 * The stem of a folded word.
 * @param {string} word
 * @param {boolean} [mayLoseT] whether its last `t` may be an ending; it is not in «kint», written as it sounds
 * @returns {string}
 */
export function stemOf(word, mayLoseT = true) {
  if (word.length < 4 || /\d/.test(word)) {
    return word;
  }
  let stem = word.replace(/^(.{3,}h)eden$/, "$1eid").replace(/^(.{2,}[^aeious]|.+[ij]e)s$/, "$1");
  stem = takeLittle(stem).replace(/^(.{3,})en$|^(.{2,}[^aeiou])e$/, "$1$2");
  stem = stem.replace(/^(.{4,})heid$/, "$1");
  for (const ending of [/^(.{5,})ing$/, /^(.{4,}[^aeiou])ig$/]) {
    const without = stem.replace(ending, "$1");
    stem = without === stem ? stem : undouble(without);
  }
  return undouble(mayLoseT ? stem.replace(/^(.{2,}[bdfgklmnprw])t$/, "$1") : stem)
    .replace(/^(.{2,})v$/, "$1f")
    .replace(/^(.{2,})z$/, "$1s")
    .replace(/([aeou])\1([^aeiou]+)$/, "$1$2");
}
