// Which offers pass the filters, and how many providers would remain with another value.

import { distanceTo, originOf } from "./distance.js";
import { slugOf } from "./fold.js";
import { isWithin } from "./waits.js";
import { say } from "./words.js";

/** Values of the filters that are not lists. */
export const LIMITS = { open: ["ja"], wacht: [2, 4, 6, 13, 26], afstand: [5, 10, 20, 40] };

const slug = (doc) => doc.path.split("/").at(-2);

/** The values of an offer, with their names, per filter that is a list. */
const LISTS = {
  hulp: ({ docs }, offer) => [docs[offer.product]].map((doc) => [slug(doc), doc.title]),
  vraag: ({ docs }, offer) => offer.questions.map((doc) => [slug(docs[doc]), docs[doc].title]),
  plaats: ({ docs }, offer) =>
    locationsOf(docs, offer)
      .filter(({ place }) => place !== null)
      .map(({ place }) => [slug(docs[place]), docs[place].title]),
  taal: ({ docs, languages }, offer) =>
    docs[offer.provider].languages.map((rank) => [languages[rank], say(`language-${languages[rank].split("-")[0]}`) || languages[rank]]),
  intensiteit: ({ intensities }, offer) => offer.intensities.map((rank) => [slugOf(intensities[rank].title), intensities[rank].title]),
};

/** The locations of an offer. */
export function locationsOf(docs, offer) {
  const { locations } = docs[offer.provider];
  return offer.locations.length ? offer.locations.map((rank) => locations[rank]) : locations;
}

/**
 * The filters of a municipality.
 * @param {Catalogue} catalogue
 */
export function facetsOf(catalogue) {
  const { docs, offers } = catalogue;
  /** Names of values, per filter that is a list. */
  const names = {};
  const values = {};
  for (const key in LISTS) {
    names[key] = new Map();
    values[key] = offers.map((offer) =>
      LISTS[key](catalogue, offer).map(([value, name]) => {
        names[key].set(value, name);
        return value;
      }),
    );
  }
  const kinds = ["intake", "treatment", "total", "whole"].filter((kind) =>
    offers.some(({ waits }) => waits.some((wait) => wait.kind === kind && wait.state === "length")),
  );
  let state = {};
  let active = [];
  let out = [];
  let unsure = [];

  const kind = () => (state.soort ? state.soort[0] : kinds[0]);
  const isHere = (location) => {
    const away = state.afstand ? distanceTo(originOf(catalogue, state), location) : null;
    const isChosen = !state.plaats || (location.place !== null && state.plaats.includes(slug(docs[location.place])));
    return isChosen && (away === null || away <= state.afstand[0]);
  };
  /** The waits of an offer that hold where somebody looks. */
  const waitsOf = (offer) =>
    offer.waits.filter(({ location }) => location === null || isHere(docs[offer.provider].locations[location]));

  /** Whether an offer has one of the wanted values: 1 yes, 0 no, -1 not known. */
  function judge(key, rank, wanted) {
    const offer = offers[rank];
    if (LISTS[key]) {
      const own = values[key][rank];
      return own.length ? +own.some((value) => wanted.includes(value)) : -1;
    }
    if (key === "open") {
      return { open: 1, stop: 0, unknown: -1 }[offer.admission];
    }
    const limit = +wanted[0];
    if (key === "leeftijd") {
      return +((offer.ageFrom === null || offer.ageFrom <= limit) && (offer.ageTo === null || offer.ageTo >= limit));
    }
    if (key === "wacht") {
      return isWithin(offer, waitsOf(offer), kind(), limit);
    }
    const away = locationsOf(docs, offer).map((location) => distanceTo(originOf(catalogue, state), location));
    const known = away.filter((distance) => distance !== null);
    return known.length ? +known.some((distance) => distance <= limit) : -1;
  }

  return {
    names,
    kinds,
    kind,
    waitsOf,
    /** The filters that are set. */
    active: () => active,
    /** Works out which offers pass; only when the filters have changed. */
    choose(chosen) {
      state = chosen;
      active = [...Object.keys(LISTS), "leeftijd", "open", "wacht", "afstand"].filter(
        (key) => state[key] && (key !== "afstand" || originOf(catalogue, state)),
      );
      out = offers.map((_, rank) => active.reduce((mask, key, bit) => mask | (judge(key, rank, state[key]) < 1 ? 1 << bit : 0), 0));
      unsure = offers.map((_, rank) => active.reduce((mask, key, bit) => mask | (judge(key, rank, state[key]) < 0 ? 1 << bit : 0), 0));
    },
    /** The offers of a result that pass. */
    passing: (doc) => doc.offers.filter((rank) => !out[rank]),
    /** Whether a provider is left out only because something is not known. */
    isUnsure: (doc) => doc.offers.every((rank) => out[rank]) && doc.offers.some((rank) => out[rank] === unsure[rank]),
    /**
     * How many of these providers would remain with a value, per value.
     * @param {string} key
     * @param {Set<number>} providers
     */
    counts(key, providers) {
      const bit = active.includes(key) ? 1 << active.indexOf(key) : 0;
      const remaining = new Map();
      offers.forEach((offer, rank) => {
        if (out[rank] & ~bit || !providers.has(offer.provider)) {
          return;
        }
        const own = LIMITS[key] ? LIMITS[key].filter((value) => judge(key, rank, [value]) === 1) : values[key][rank];
        for (const value of own) {
          remaining.set(String(value), (remaining.get(String(value)) || new Set()).add(offer.provider));
        }
      });
      return (value) => (remaining.has(value) ? remaining.get(value).size : 0);
    },
  };
}
