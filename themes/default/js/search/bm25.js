// BM25 as Tantivy computes it, in single precision.

export const single = Math.fround;
export const K1 = single(1.2);
const B = single(0.75);

/** What it weighs that so many documents of all have a word. */
export function logarithm(count, documents) {
  const x = single(single(documents - count + 0.5) / single(count + 0.5));
  return Math.log(single(1 + x));
}

/** What the length of a field adds to a frequency. */
export function lengthened(length, average) {
  const share = single(single(B * single(length)) / average);
  return single(K1 * single(single(1 - B) + share));
}
