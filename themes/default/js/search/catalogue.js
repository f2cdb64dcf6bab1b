// What can be found in one municipality, and what is said beside a result: documents, providers, offers and waits, as
// src/search/export/core.rs and offers.rs wrote them.

import { slugOf } from "./fold.js";

const FOLDERS = { product: "hulp/", question: "vraag/", page: "", service: "", place: "plaats/", provider: "aanbieders/" };
const STATES = ["length", "text", "stop", "unknown", "too-old"];
const KINDS = ["whole", "intake", "treatment", "total"];
const BASES = [null, "expected", "experienced"];
const STATISTICS = [null, "mean", "median", "p90", "next-free-place", "longest", "unspecified"];
const UNITS = ["days", "weeks", "months"];
/** Days of a unit, for ordering only. */
const DAYS = [1, 7, 365.25 / 12];
const ADMISSIONS = ["open", "stop", "unknown"];

export const zigzag = (number) => (number & 1 ? -(number + 1) / 2 : number / 2);

/** Reads the documents; `first` gets the number of the first one of each kind. */
export function readDocuments(reader, first) {
  const docs = [];
  for (const kind of Object.keys(FOLDERS)) {
    first[kind] = docs.length;
    for (let left = reader.number(1); left > 0; left -= 1) {
      docs.push(readDocument(reader, kind));
    }
  }
  return docs;
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

export function readProviders(reader, catalogue) {
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

export function readOffers(reader, catalogue) {
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
      docs[provider].offers.push(rank);
      docs[product].offers.push(rank);
      for (const question of offer.questions) {
        docs[question].offers.push(rank);
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
    const day = date();
    const state = reader.number(25);
    const isOld = state === 4 || reader.flag(31);
    const unit = state === 0 ? reader.number(26) : null;
    const tenths = state === 0 ? (reader.flag(39) ? reader.number(27) * 10 : reader.number(27)) : null;
    return {
      kind: KINDS[kind],
      basis: BASES[basis],
      statistic: STATISTICS[statistic],
      date: day,
      state: STATES[state],
      tenths,
      unit: unit === null ? null : UNITS[unit],
      days: unit === null ? null : (tenths / 10) * DAYS[unit],
      text: (state < 2 && words()) || null,
      location: location < 0 ? null : location,
      isOld,
    };
  };
}
