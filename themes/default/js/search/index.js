// The search index of one municipality, as src/search/export/ wrote it.

import { logarithm, single } from "./bm25.js";
import { readDocuments, readOffers, readProviders, zigzag } from "./catalogue.js";
import { hear, planOf, termOf } from "./plan.js";
import { marksOf, rank } from "./rank.js";
import { Reader } from "./reader.js";

const VERSION = 2;
/** Fields of the first file: title, short; of the second: codes, parts, body. */
const CORE = [0, 2];
const REST = [1, 3, 4];
/** Fields in which length counts: title, summary and text. */
const HAS_NORMS = [true, false, true, false, true];

const listOf = (text) => (text ? text.split(" ") : []);

export class SearchIndex {
  /** @param {Uint8Array} bytes the first file */
  constructor(bytes) {
    const reader = new Reader(bytes);
    if (reader.number(0) !== VERSION) {
      throw new Error("an index of another version");
    }
    const groups = reader.list(1, () => ({ title: reader.text() }));
    const intensities = reader.list(1, () => ({ title: reader.text() }));
    /** What was found out about typed words. */
    this.kept = { stems: new Map(), words: new Map(), crisis: new Map() };
    readLexicon(reader, this);
    this.weights = Array.from({ length: 5 }, () => reader.number(33) / 10);
    /** Stem → its number, per number its stem, and the stems in lists that are each in order of the alphabet. */
    this.numbers = new Map();
    this.stems = [];
    this.lists = [];
    /** Per field where the documents of a stem begin, how many they are, all documents one after the other, and how often. */
    this.fields = Array.from({ length: 5 }, () => ({ starts: [], counts: [], documents: [], frequencies: [] }));
    const alone = readStems(reader, this);
    const goals = reader.number(1);
    this.notions = [];
    readNotions(reader, this);
    readAlone(reader, this, alone);
    const first = {};
    /** @type {object[]} */
    this.docs = readDocuments(reader, first);
    this.first = first;
    this.catalogue = { docs: this.docs, first, groups, intensities, languages: [], offers: [], postcodes: new Map() };
    this.goals = readGoals(reader, goals);
    findGoals(this, 0);
    readProviders(reader, this.catalogue);
    readOffers(reader, this.catalogue);
    this.offered = offeredBy(this.catalogue);
    const counts = this.docs.length;
    this.logarithms = Float32Array.from({ length: counts + 1 }, (_, count) => logarithm(count, counts));
    const bits = new Int32Array(this.logarithms.buffer);
    readRounded(reader).forEach((steps, count) => {
      bits[count] += steps;
    });
    CORE.forEach((field) => readField(reader, this, field));
    for (let number = 0; number < alone.length; number += 1) {
      readFields(reader, this, CORE, number, reader.number(55));
    }
    readWords(reader, this, CORE, 37);
  }

  /**
   * Adds what is said in several words, and the whole texts.
   * @param {Uint8Array} bytes the second file
   */
  addTexts(bytes) {
    const reader = new Reader(bytes);
    if (reader.number(0) !== VERSION) {
      throw new Error("texts of another version");
    }
    readSayings(reader, this);
    REST.forEach((field) => readField(reader, this, field));
    for (let number = 0; number < this.stems.length; number += 1) {
      readFields(reader, this, REST, number, reader.number(38));
    }
    readWords(reader, this, REST, 160);
    this.kept.words.clear();
    this.kept.crisis.clear();
  }

  /**
   * Searches: the same plan and the same order as src/search/.
   * @param {string} typed
   */
  find(typed) {
    const plan = planOf(this, typed);
    const found = rank(this, plan);
    found.isCrisis = plan.isCrisis;
    found.isEmpty = plan.words.every(({ role }) => role === "only-in-sayings");
    found.plan = plan;
    found.isRelaxed = !found.hasAll;
    found.marks = (text) => marksOf(this, plan, text);
    return found;
  }

  /** Gets some more words ready for those that are written by ear; whether there are any left. */
  hear(more) {
    return hear(this, more).sounds.length < this.stems.length;
  }

  /** The stem of a word that is searched for; null for a stop word. */
  term(word) {
    return termOf(this, word);
  }
}

function readLexicon(reader, index) {
  index.stopWords = new Set(listOf(reader.text()));
  index.fillers = new Set(listOf(reader.text()));
  index.sounds = listOf(reader.text());
  index.families = new Map();
  for (const family of reader.text().split("\n")) {
    const [stem, ...forms] = family.split(" ");
    forms.forEach((form) => index.families.set(form, stem));
  }
  index.weak = new Set(listOf(reader.text()));
  const phrases = reader.text().split("\n");
  index.crisis = phrases.filter((phrase) => phrase).map((phrase) => phrase.split(" "));
}

/** Words in order of the alphabet; their numbers. */
function readStems(reader, index) {
  let stem = "";
  const stems = reader.list(1, () => {
    stem = reader.text(stem.slice(0, reader.number(36)));
    return stem;
  });
  index.lists.push(stems);
  return stems.map((own) => numberOf(index, own));
}

/** Notions that follow each other: what they lead to, most of it as the one before. Their goals are found later. */
function readNotions(reader, index) {
  const goals = (before) => {
    const list = before.slice(0, reader.number(53));
    let next = list.length ? list[list.length - 1] + 1 : 0;
    for (let left = reader.number(45); left > 0; left -= 1) {
      next += reader.number(63) + 1;
      list.push(next - 1);
    }
    return list;
  };
  let before = { about: [], also: [] };
  for (let left = reader.number(1); left > 0; left -= 1) {
    before = { about: goals(before.about), also: goals(before.also) };
    index.notions.push(before);
  }
}

/** What is said in one word that stands in other sayings too. */
function readAlone(reader, index, stems) {
  /** Per saying the notion that it says, and its length; per stem the sayings with it. */
  index.sayings = { notions: [], lengths: [], of: [], stems };
  const bits = bitsOf(index.notions.length);
  let notion = 0;
  for (const stem of stems) {
    for (let left = reader.number(54); left >= 0; left -= 1) {
      notion = reader.flag(61) ? notion : reader.symbol(bits);
      addSaying(index.sayings, notion, stem);
    }
  }
  weigh(reader, index.sayings);
}

/** What is said in rare words, and in several words: how many sayings a notion has, and per stem those that it stands in. */
function readSayings(reader, index) {
  const { sayings } = index;
  const more = readStems(reader, index);
  const from = index.notions.length;
  readNotions(reader, index);
  findGoals(index, from);
  const bitsOfNotion = bitsOf(index.notions.length);
  for (const stem of more) {
    if (reader.flag(161)) {
      addSaying(sayings, reader.symbol(bitsOfNotion), stem);
    }
  }
  const first = sayings.notions.length;
  for (let notion = 0; notion < index.notions.length; notion += 1) {
    for (let left = reader.number(46); left > 0; left -= 1) {
      sayings.notions.push(notion);
      sayings.lengths.push(0);
    }
  }
  for (const stem of sayings.stems.concat(more)) {
    const count = reader.number(47);
    // A stem stands in a saying once.
    reader.spend(count);
    const kind = 168 + Math.min(bitsOf(count) - 1, 15);
    const alone = sayings.of[stem] || [];
    const own = alone.concat(new Array(count).fill(0));
    let next = first;
    for (let at = alone.length; at < own.length; at += 1) {
      next += reader.number(next === first ? kind + 16 : kind) + 1;
      own[at] = next - 1;
      sayings.lengths[next - 1] += 1;
    }
    sayings.of[stem] = own;
  }
  weigh(reader, sayings);
}

/** Bits of the rank of one of so many. */
const bitsOf = (count) => 32 - Math.clz32(count);

/** Adds a saying of one word. */
function addSaying({ notions, lengths, of }, notion, stem) {
  (of[stem] || (of[stem] = [])).push(notions.push(notion) - 1);
  lengths.push(1);
}

/** What the number of sayings with a stem weighs, and how long sayings are. */
function weigh(reader, sayings) {
  const count = sayings.notions.length;
  const rounded = readRounded(reader);
  const number = new Float32Array(1);
  const bits = new Int32Array(number.buffer);
  sayings.weight = (some) => {
    number[0] = logarithm(some, count);
    bits[0] += rounded.get(some) || 0;
    return number[0];
  };
  const tokens = sayings.lengths.reduce((sum, length) => sum + length, 0);
  sayings.average = single(single(tokens) / single(count));
}

/** The documents that the goals of the region are here. */
function readGoals(reader, count) {
  let next = 0;
  return Array.from({ length: count }, () => {
    const step = reader.optional(62);
    if (step < 0) {
      return -1;
    }
    next += zigzag(step) + 1;
    return next - 1;
  });
}

/** Lets notions lead to documents. */
function findGoals(index, from) {
  const here = (list) => list.map((goal) => index.goals[goal]).filter((document) => document >= 0);
  for (let rank = from; rank < index.notions.length; rank += 1) {
    const { about, also } = index.notions[rank];
    index.notions[rank] = { about: here(about), also: here(also) };
  }
}

/** Pairs of a provider and a product that it offers, once each. */
function offeredBy({ docs, first, offers }) {
  const pairs = [];
  for (let provider = first.provider; provider < docs.length; provider += 1) {
    for (const product of new Set(docs[provider].offers.map((offer) => offers[offer].product))) {
      pairs.push(provider, product);
    }
  }
  return Uint16Array.from(pairs);
}

/** By how many steps logarithms of some counts differ from Tantivy's. */
function readRounded(reader) {
  const steps = new Map();
  let count = 0;
  reader.list(1, () => {
    count += reader.number(35);
    steps.set(count, zigzag(reader.number(35)));
  });
  return steps;
}

function readField(reader, index, field) {
  const tokens = reader.number(34);
  const norms = Uint8Array.from(index.docs, () => (HAS_NORMS[field] ? reader.number(40 + field) : 1));
  Object.assign(index.fields[field], { norms, average: single(single(tokens) / index.docs.length) });
}

/** Words in order of the alphabet, each with a bit per field in which it stands. */
function readWords(reader, index, fields, kind) {
  let stem = "";
  const stems = [];
  index.lists.push(stems);
  for (let left = reader.number(1); left > 0; left -= 1) {
    stem = reader.text(stem.slice(0, reader.number(36)));
    stems.push(stem);
    readFields(reader, index, fields, numberOf(index, stem), reader.number(kind) + 1);
  }
}

function readFields(reader, index, fields, number, mask) {
  fields.forEach((field, bit) => {
    const own = index.fields[field];
    own.starts[number] = own.documents.length;
    own.counts[number] = (mask >> bit) & 1 ? readPostings(reader, field, own) : 0;
  });
}

function numberOf(index, stem) {
  let number = index.numbers.get(stem);
  if (number === undefined) {
    number = index.stems.push(stem) - 1;
    index.numbers.set(stem, number);
  }
  return number;
}

/** Documents with a stem, and how often; how many they are. */
function readPostings(reader, field, { documents, frequencies }) {
  const count = reader.number(48 + field) + 1;
  const kind = 64 + field * 16 + Math.min(31 - Math.clz32(count), 15);
  let next = 0;
  for (let left = count; left > 0; left -= 1) {
    const document = next + reader.number(kind);
    next = document + 1;
    documents.push(document);
    frequencies.push(reader.number(56 + field) + 1);
  }
  return count;
}
