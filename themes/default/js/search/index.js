// The search index of one municipality, as src/search/export/ wrote it.

import { slugOf } from "./fold.js";
import { isTelling, planOf, termOf } from "./plan.js";
import { marksOf, rank } from "./rank.js";
import { Reader } from "./reader.js";
import { soundOf } from "./sound.js";

const VERSION = 1;
const FOLDERS = { product: "hulp/", question: "vraag/", page: "", service: "", place: "plaats/", provider: "aanbieders/" };
/** Fields of the first file: title, lay, short; of the second: parts, body; and what phrases bring. */
const CORE = [0, 1, 2];
const REST = [3, 4];
const HINTS = 5;
/** Fields in which length counts: title, summary and text. */
const HAS_NORMS = [true, false, true, false, true, false];
const STATES = ["length", "text", "stop", "unknown", "too-old"];
const KINDS = ["whole", "intake", "treatment", "total"];
const BASES = [null, "expected", "experienced"];
const STATISTICS = [null, "mean", "median", "p90", "next-free-place", "longest", "unspecified"];
const UNITS = ["days", "weeks", "months"];
/** Days of a unit, for ordering only. */
const DAYS = [1, 7, 365.25 / 12];
const ADMISSIONS = ["open", "stop", "unknown"];

const zigzag = (number) => (number & 1 ? -(number + 1) / 2 : number / 2);
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
    /** @type {object[]} */
    this.docs = [];
    const first = {};
    for (const kind of Object.keys(FOLDERS)) {
      first[kind] = this.docs.length;
      for (let left = reader.number(1); left > 0; left -= 1) {
        this.docs.push(readDocument(reader, kind));
      }
    }
    this.first = first;
    /** What a score of each document counts for. */
    this.shares = Float32Array.from(this.docs, () => (256 - reader.number(62)) / 256);
    this.catalogue = { docs: this.docs, first, groups, intensities, languages: [], offers: [], postcodes: new Map() };
    readProviders(reader, this.catalogue);
    readOffers(reader, this.catalogue);
    readLexicon(reader, this);
    this.weights = Array.from({ length: 6 }, () => reader.number(33) / 10);
    this.logarithms = readLogarithms(reader, this.docs.length);
    /** Stem → its number; per number its stem, its sound, and per field the documents with it and how often. */
    this.numbers = new Map();
    this.stems = [];
    this.heard = [];
    this.postings = [[], [], [], [], [], []];
    this.fields = [];
    CORE.forEach((field) => readField(reader, this, field));
    readWords(reader, this, CORE, 37);
    this.phrases = [];
    this.order();
  }

  /**
   * Adds the whole texts.
   * @param {Uint8Array} bytes the second file
   */
  addTexts(bytes) {
    const reader = new Reader(bytes);
    if (reader.number(0) !== VERSION) {
      throw new Error("texts of another version");
    }
    REST.forEach((field) => readField(reader, this, field));
    for (let number = 0; number < this.stems.length; number += 1) {
      readFields(reader, this, REST, number, reader.number(38));
    }
    readWords(reader, this, REST, 61);
    readPhrases(reader, this);
    this.order();
  }

  /** Puts the stems in the order of the alphabet, for those that begin with something. */
  order() {
    this.sorted = this.stems.filter((stem) => !stem.includes("_")).sort();
    for (let number = this.heard.length; number < this.stems.length; number += 1) {
      this.heard.push(soundOf(this.stems[number], this.sounds));
    }
  }

  /**
   * Searches: the same plan and the same order as src/search/.
   * @param {string} typed
   */
  find(typed) {
    const plan = planOf(this, typed);
    const found = { ...rank(this, plan), isCrisis: plan.isCrisis, isEmpty: !plan.words.length, plan };
    found.isRelaxed = ![...found.help, ...found.providers].some((hit) => hit.level > 1);
    found.marks = (text) => marksOf(this, plan, text);
    return found;
  }

  /** The stem of a word that is searched for; null for a stop word. */
  term(word) {
    return termOf(this, word);
  }
}

function readDocument(reader, kind) {
  const title = reader.text();
  const slug = reader.flag(2) ? slugOf(title) : reader.text();
  const path = kind === "service" ? "lokale-hulp/" : `${FOLDERS[kind]}${slug}/`;
  const document = { kind, title, short: "", path, offers: [] };
  if (kind !== "provider" && kind !== "place") {
    document.short = reader.text();
  }
  if (kind === "product") {
    document.code = reader.text();
    document.group = reader.number(3);
  }
  if (kind === "service" && reader.flag(4)) {
    document.phone = reader.text();
  }
  return document;
}

function readProviders(reader, catalogue) {
  const { docs, first } = catalogue;
  const before = [52000, 5000];
  const point = () => {
    before[0] += zigzag(reader.number(9));
    before[1] += zigzag(reader.number(10));
    return [before[0] / 1000, before[1] / 1000];
  };
  const points = reader.list(1, point);
  let postcode = 0;
  reader.list(1, () => {
    postcode += reader.number(11);
    catalogue.postcodes.set(postcode, point());
  });
  for (const provider of docs.slice(first.provider)) {
    provider.languages = reader.list(5, () => {
      const rank = reader.optional(6);
      return rank < 0 ? catalogue.languages.push(reader.text()) - 1 : rank;
    });
    provider.locations = reader.list(20, () => {
      const place = reader.optional(7);
      const at = reader.optional(8);
      return { place: place < 0 ? null : first.place + place, point: at < 0 ? null : points[at] };
    });
  }
}

/** Reads a value by its rank among those that came before, or a new one. */
function seen(reader, kind, read) {
  const values = [];
  return () => {
    const rank = reader.optional(kind);
    return rank < 0 ? values[values.push(read()) - 1] : values[rank];
  };
}

function readOffers(reader, catalogue) {
  const { docs, first, offers } = catalogue;
  const age = () => {
    const years = reader.optional(18);
    return years < 0 ? null : years;
  };
  const questions = seen(reader, 13, () => reader.list(1, () => first.question + reader.number(14)));
  const intensities = seen(reader, 15, () => reader.list(1, () => reader.number(16)));
  const ages = seen(reader, 17, () => [age(), age()]);
  const wait = waitReader(reader);
  for (let provider = first.provider; provider < docs.length; provider += 1) {
    let product = 0;
    reader.list(1, () => {
      product += reader.number(12);
      const offer = { provider, product, questions: questions(), intensities: intensities() };
      [offer.ageFrom, offer.ageTo] = ages();
      offer.admission = ADMISSIONS[reader.number(19)];
      offer.locations = reader.list(20, () => reader.number(21));
      offer.waits = reader.list(22, wait);
      const rank = offers.push(offer) - 1;
      for (const about of [provider, product, ...offer.questions]) {
        docs[about].offers.push(rank);
      }
    });
  }
}

function waitReader(reader) {
  const measure = seen(reader, 23, () => [reader.number(24), reader.number(24), reader.number(24)]);
  const date = seen(reader, 29, () => {
    const day = reader.number(30);
    const two = (number) => String(number + 1).padStart(2, "0");
    return `${Math.floor(day / 372)}-${two(Math.floor(day / 31) % 12)}-${two(day % 31)}`;
  });
  const words = seen(reader, 28, () => reader.text());
  return () => {
    const [kind, basis, statistic] = measure();
    const location = reader.optional(32);
    const wait = { kind: KINDS[kind], basis: BASES[basis], statistic: STATISTICS[statistic], date: date() };
    const state = reader.number(25);
    Object.assign(wait, { state: STATES[state], tenths: null, unit: null, days: null, text: null });
    wait.location = location < 0 ? null : location;
    wait.isOld = state === 4 || reader.flag(31);
    if (state === 0) {
      const unit = reader.number(26);
      wait.unit = UNITS[unit];
      wait.tenths = reader.flag(39) ? reader.number(27) * 10 : reader.number(27);
      wait.days = (wait.tenths / 10) * DAYS[unit];
    }
    if (state < 2) {
      wait.text = words() || null;
    }
    return wait;
  };
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
  index.crisis = reader
    .text()
    .split("\n")
    .filter((phrase) => phrase)
    .map((phrase) => phrase.split(" "));
}

/** Rounded logarithms as Tantivy's: what a count of documents with a word weighs. */
function readLogarithms(reader, documents) {
  const single = Math.fround;
  const logarithms = new Float32Array(documents + 1);
  for (let count = 1; count <= documents; count += 1) {
    const x = single(single(documents - count + 0.5) / single(count + 0.5));
    logarithms[count] = Math.log(single(1 + x));
  }
  const bits = new Int32Array(logarithms.buffer);
  let count = 0;
  reader.list(1, () => {
    count += reader.number(35);
    bits[count] += zigzag(reader.number(35));
  });
  return logarithms;
}

function readField(reader, index, field) {
  const tokens = reader.number(34);
  setField(index, field, tokens, () => (HAS_NORMS[field] ? reader.number(40 + field) : 1));
}

function setField(index, field, tokens, norm) {
  const norms = Uint8Array.from(index.docs, norm);
  index.fields[field] = { norms, average: Math.fround(Math.fround(tokens) / index.docs.length) };
}

/** Words in order of the alphabet, each with a bit per field in which it stands. */
function readWords(reader, index, fields, kind) {
  let stem = "";
  for (let left = reader.number(1); left > 0; left -= 1) {
    stem = reader.text(stem.slice(0, reader.number(36)));
    readFields(reader, index, fields, numberOf(index, stem), reader.number(kind) + 1);
  }
}

function readFields(reader, index, fields, number, mask) {
  fields.forEach((field, bit) => {
    if ((mask >> bit) & 1) {
      index.postings[field][number] = readPostings(reader, field);
    }
  });
}

/**
 * Phrases: per set of documents, its phrases as stems in order of the alphabet. Their words are hints at the documents
 * whose lay words they are.
 */
function readPhrases(reader, index) {
  const stems = index.stems.concat(listOf(reader.text()));
  const documents = (field) => {
    const count = reader.number(45);
    let next = 0;
    const found = Array.from({ length: count }, () => {
      next += reader.number(gapKind(field, count)) + 1;
      return next - 1;
    });
    return { documents: found, frequencies: found.map(() => 1) };
  };
  const hints = new Map();
  reader.list(1, () => {
    const leadsTo = [documents(1), documents(3)];
    const met = [];
    reader.list(1, () => {
      const phrase = Array.from({ length: reader.number(46) + 2 }, () => {
        const known = reader.optional(47);
        return stems[known < 0 ? met[met.push(reader.symbol()) - 1] : met[met.length - 1 - known]];
      });
      const number = numberOf(index, phrase.join("_"));
      index.phrases.push(phrase);
      for (const stem of phrase.filter((other) => isTelling(index, other))) {
        hints.set(stem, hints.get(stem) || new Set());
        leadsTo[0].documents.forEach((document) => hints.get(stem).add(document));
      }
      leadsTo.forEach((postings, rank) => {
        if (postings.documents.length) {
          index.postings[rank * 2 + 1][number] = postings;
        }
      });
    });
  });
  let tokens = 0;
  hints.forEach((found, stem) => {
    const documents = [...found].sort((one, other) => one - other);
    tokens += documents.length;
    index.postings[HINTS][numberOf(index, stem)] = { documents, frequencies: documents.map(() => 1) };
  });
  setField(index, HINTS, tokens, () => 1);
}

function numberOf(index, stem) {
  if (!index.numbers.has(stem)) {
    index.numbers.set(stem, index.stems.push(stem) - 1);
  }
  return index.numbers.get(stem);
}

const gapKind = (field, count) => 64 + field * 16 + Math.min(31 - Math.clz32(count), 15);

function readPostings(reader, field) {
  const count = reader.number(48 + field) + 1;
  const kind = gapKind(field, count);
  const documents = new Uint16Array(count);
  const frequencies = new Uint16Array(count);
  let next = 0;
  for (let rank = 0; rank < count; rank += 1) {
    documents[rank] = next + reader.number(kind);
    next = documents[rank] + 1;
    frequencies[rank] = reader.number(56 + field) + 1;
  }
  return { documents, frequencies };
}
