/** What people type, and what nobody hopes they type: queries of many kinds from a seed. */

import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const REPOSITORY = new URL("../../", import.meta.url);
/** Queries of each kind that is made from chance. */
const EACH = 30;

/**
 * @typedef {{ name: string, words: string }} Query
 * `name` says where it comes from, so that a report need not show what may not be read.
 */

/**
 * The same chance on every machine from the same seed (Mulberry32).
 *
 * @param {number} seed
 */
export function chance(seed) {
  let state = seed;
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (/** @type {number} */ most) => Math.floor(share() * most);
  return {
    below,
    /** @type {<T>(list: T[]) => T} */
    one: (list) => list[below(list.length)],
  };
}

/**
 * The words of one half of the judged questions.
 *
 * @param {"tuning" | "held-back"} half
 * @returns {Promise<Query[]>}
 */
export async function judgedQuestions(half) {
  const text = await readFile(new URL(`tests/search/questions/${half}.toml`, REPOSITORY), "utf8");
  return [...text.matchAll(/^words = (".*")$/gm)].map(([, words], rank) => ({
    name: `question ${rank + 1} of ${half}.toml`,
    words: JSON.parse(words),
  }));
}

/**
 * Every beginning of some texts, as they come into being key by key.
 *
 * @param {string[]} texts
 * @returns {Query[]}
 */
export function beginnings(texts) {
  return texts.flatMap((text) => {
    const letters = [...text];
    return letters.map((_, rank) => {
      const words = letters.slice(0, rank + 1).join("");
      return { name: `«${words}», a beginning`, words };
    });
  });
}

/** Words of the texts in `content/`, as they are written there, and its codes. */
async function writtenWords() {
  const words = new Set();
  const codes = new Set();
  const folder = fileURLToPath(new URL("content/", REPOSITORY));
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (!/\.(md|toml)$/.test(name)) continue;
    const text = await readFile(folder + name, "utf8");
    for (const [word] of text.matchAll(/[\p{L}'’-]{3,}/gu)) words.add(word);
    for (const [, code] of text.matchAll(/^(?:code|kvk|agb) = "(\w+)"/gm)) codes.add(code);
  }
  return { words: [...words], codes: [...codes] };
}

/** A list of words of `vocabulary.toml`. */
async function vocabulary(/** @type {string} */ key) {
  const text = await readFile(new URL("content/vocabulary.toml", REPOSITORY), "utf8");
  const list = new RegExp(`^${key} = \\[([^\\]]*)\\]`, "m").exec(text)?.[1] ?? "";
  return [...list.matchAll(/"([^"]+)"/g)].map(([, word]) => word);
}

const STOP_WORDS = "de het een en ik mijn wil niet met van voor wat is die ook zo je we zijn te".split(" ");
const ACCENTS = ["\u0301", "\u0308", "\u0302", "\u0300", "\u0327", "\u030a"];
const EMOJI = ["😢", "👨‍👩‍👧", "❤️", "🏳️‍🌈", "1️⃣", "🇳🇱"];
const RIGHT_TO_LEFT = ["שלום", "مساعدة", "طفل", "עזרה", "\u202eplh", "کودک"];
const COMPATIBLE = ["ﬁ", "ĳ", "Ｈｕｌｐ", "№ 5", "Triple P™", "½", "𝓗ulp", "ℌulp", "ß", "İ", "ŒUVRE", "Σας", "Ⅳ", "㎏"];
const MARKS = ["-", "'", "’", "/", ".", ", ", "…", "_", "\u00ad", "\u00a0", "\t", "&", "«", "\""];
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/**
 * One change of a word by a slip.
 *
 * @param {string} word
 * @param {ReturnType<typeof chance>} random
 */
function slipped(word, random) {
  const at = random.below(word.length);
  const [before, letter, rest] = [word.slice(0, at), word[at], word.slice(at + 1)];
  return random.one([
    before + rest,
    before + random.one(LETTERS) + rest,
    before + random.one(LETTERS) + letter + rest,
    before + (rest[0] ?? "") + letter + rest.slice(1),
  ]);
}

/**
 * Queries of every kind that a box meets, each kind as often.
 *
 * @param {number} seed
 * @param {string[]} stems words of the index, as the browser has them
 * @returns {Promise<Query[]>}
 */
export async function fuzzed(seed, stems) {
  const random = chance(seed);
  const written = await writtenWords();
  const { codes } = written;
  const [weak, crisis] = [await vocabulary("weak"), await vocabulary("crisis")];
  const word = () => random.one(random.below(2) ? stems : written.words);
  const long = () => {
    for (;;) {
      const found = word();
      if (found.length > 5) return found;
    }
  };
  const several = (/** @type {number} */ count, /** @type {() => string} */ make) =>
    Array.from({ length: count }, make).join(" ");
  const put = (/** @type {string} */ text, /** @type {string} */ piece) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + piece + text.slice(at);
  };
  const split = (/** @type {string} */ text) => text[0] + put(text.slice(1, -1), " ") + text.at(-1);
  /** @type {Record<string, () => string>} */
  const kinds = {
    "a word": word,
    "two words": () => several(2, word),
    "three words": () => several(3, word),
    "a word and a blank": () => `${word()} `,
    "the beginning of a word": () => long().slice(0, 2 + random.below(4)),
    "a slip": () => slipped(long(), random),
    "two slips": () => slipped(slipped(long(), random), random),
    "a slip among words": () => `${word()} ${slipped(long(), random)} ${word()} `,
    "joined words": () => long() + long(),
    "a split word": () => split(long()),
    "doubled letters": () => long().replace(random.one(LETTERS), "$&$&").replace(/[aeiou]/, "$&$&"),
    "a code": () => random.one(codes),
    "part of a code": () => random.one(codes).slice(0, 2 + random.below(5)),
    "a code with blanks": () => put(random.one(codes).toLowerCase(), " "),
    "a postcode": () => `${7200 + random.below(200)}${random.one(["", " AB", "ab", " zz", " 1a"])}`,
    "a word and a postcode": () => `${word()} ${7300 + random.below(50)} AB ${word()}`,
    "an age": () => `${word()} ${random.below(20)}${random.one([" jaar", "+", "-12 jaar", " maanden"])}`,
    accents: () => put(put(long(), random.one(ACCENTS)), random.one(ACCENTS)),
    emoji: () => put(several(2, word), random.one(EMOJI)),
    "right to left": () => `${random.one(RIGHT_TO_LEFT)} ${word()} ${random.one(RIGHT_TO_LEFT)}`,
    "letters of other alphabets": () => put(word(), random.one(COMPATIBLE)),
    marks: () => put(several(2, word), random.one(MARKS)),
    capitals: () => several(2, word).toUpperCase(),
    "forty words": () => several(40, word),
    "stop words": () => several(1 + random.below(6), () => random.one(STOP_WORDS)),
    "weak words": () => several(1 + random.below(4), () => random.one(weak)),
    "weak words and one other": () => `${several(2, () => random.one(weak))} ${word()}`,
    "a letter": () => random.one([...LETTERS, "é", "1", "9", "ß", " ", ""]),
    crisis: () => random.one(crisis),
    "crisis with a slip": () => `${random.one(STOP_WORDS)} ${slipped(random.one(crisis), random)}`,
    "crisis the other way round": () => random.one(crisis).split(" ").reverse().join(" mijn "),
    "letters by chance": () => several(2, () => several(3 + random.below(6), () => random.one(LETTERS)).replace(/ /g, "")),
  };
  return Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: EACH }, () => {
      const words = make();
      return { name: `«${words}», ${kind}`, words };
    }),
  );
}
