// Which offers pass the filters, and how many providers would remain with another value.

import { distanceTo, originOf } from "./distance.js";
import { slugOf } from "./fold.js";
import { isWithin } from "./waits.js";
import { say } from "./words.js";

/** Values of the filters that are not lists. */
export const LIMITS = { open: ["ja"], wacht: [2, 4, 6, 13, 26], afstand: [5, 10, 20, 40] };

const KINDS_OF_WAIT = ["intake", "treatment", "total", "whole"];

const slug = (doc) => doc.path.split("/").at(-2);

/** Per filter that is a list: what an offer has of it, and the value and the name of such a thing. */
const LISTS = {
  hulp: { of: (_, offer) => [offer.product], named: nameOfDocument },
  vraag: { of: (_, offer) => offer.questions, named: nameOfDocument },
  plaats: {
    of: ({ docs }, offer) => locationsOf(docs, offer).flatMap(({ place }) => (place === null ? [] : place)),
    named: nameOfDocument,
  },
  taal: {
    of: ({ docs }, offer) => docs[offer.provider].languages,
    named: ({ languages }, rank) => [languages[rank], say(`language-${languages[rank].split("-")[0]}`) || languages[rank]],
  },
  intensiteit: {
    of: (_, offer) => offer.intensities,
    named: ({ intensities }, rank) => [slugOf(intensities[rank].title), intensities[rank].title],
  },
};

function nameOfDocument({ docs }, number) {
  return [slug(docs[number]), docs[number].title];
}

/** The locations of an offer: those it names, otherwise all of its provider. */
export function locationsOf(docs, offer) {
  const { locations } = docs[offer.provider];
  return offer.locations.length ? offer.locations.map((rank) => locations[rank]) : locations;
}

/** The filters of a municipality, with the state they were last set to. */
export class Facets {
  /** @param {Catalogue} catalogue */
  constructor(catalogue) {
    this.catalogue = catalogue;
    /** Names of values, and the value of each thing that has one, per filter that is a list. */
    this.names = {};
    this.valueOf = {};
    for (const key in LISTS) {
      const met = new Set(catalogue.offers.flatMap((offer) => LISTS[key].of(catalogue, offer)));
      this.names[key] = new Map();
      this.valueOf[key] = [];
      for (const thing of met) {
        const [value, name] = LISTS[key].named(catalogue, thing);
        this.names[key].set(value, name);
        this.valueOf[key][thing] = value;
      }
    }
    /** The kinds of waiting time that occur. */
    this.kinds = KINDS_OF_WAIT.filter((kind) =>
      catalogue.offers.some(({ waits }) => waits.some((wait) => wait.kind === kind && wait.state === "length")),
    );
  }

  /** What an offer has of a filter that is a list. */
  values(key, offer) {
    return LISTS[key].of(this.catalogue, offer).map((thing) => this.valueOf[key][thing]);
  }

  /** Works out which offers pass; needed only when the filters have changed. */
  choose(state) {
    this.state = state;
    this.origin = originOf(this.catalogue, state);
    /** The kind of waiting time that limits and orders are about. */
    this.kind = this.kinds.find((kind) => (state.soort || []).includes(kind)) || this.kinds[0];
    /** The filters that are set. */
    this.active = [...Object.keys(LISTS), "leeftijd", ...Object.keys(LIMITS)].filter(
      (key) => state[key] && (key !== "afstand" || this.origin),
    );
    /** Per offer a bit for each filter that keeps it out, and for each that does so because something is not known. */
    const { offers } = this.catalogue;
    this.out = new Uint16Array(offers.length);
    this.unsure = new Uint16Array(offers.length);
    if (!this.active.length) {
      return;
    }
    offers.forEach((_, rank) => {
      const verdicts = this.active.map((key) => this.judge(key, rank, state[key]));
      const bits = (isMeant) => verdicts.reduce((mask, verdict, bit) => mask | (isMeant(verdict) ? 1 << bit : 0), 0);
      this.out[rank] = bits((verdict) => verdict < 1);
      this.unsure[rank] = bits((verdict) => verdict < 0);
    });
  }

  /** Whether an offer has one of the wanted values: 1 yes, 0 no, -1 not known. */
  judge(key, rank, wanted) {
    const offer = this.catalogue.offers[rank];
    if (LISTS[key]) {
      const own = this.values(key, offer);
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
      return isWithin(offer, this.waitsOf(offer), this.kind, limit);
    }
    const away = this.distanceOf(offer);
    return away < Infinity ? +(away <= limit) : -1;
  }

  /** The waits of an offer that hold where somebody looks. */
  waitsOf({ provider, waits }) {
    const { docs } = this.catalogue;
    const { plaats, afstand } = this.state;
    return waits.filter(({ location }) => {
      if (location === null) {
        return true;
      }
      const at = docs[provider].locations[location];
      const away = distanceTo(this.origin, at);
      const isChosen = !plaats || (at.place !== null && plaats.includes(slug(docs[at.place])));
      return isChosen && (!afstand || away === null || away <= +afstand[0]);
    });
  }

  /** Kilometres to the nearest location of an offer; endless when that is not known. */
  distanceOf(offer) {
    const away = locationsOf(this.catalogue.docs, offer).map((location) => distanceTo(this.origin, location));
    return Math.min(...away.map((distance) => (distance === null ? Infinity : distance)));
  }

  /** The offers of a result that pass. */
  passing(doc) {
    return doc.offers.filter((rank) => !this.out[rank]).map((rank) => this.catalogue.offers[rank]);
  }

  /** Whether a provider is left out only because something is not known. */
  isUnsure({ offers }) {
    return offers.every((rank) => this.out[rank]) && offers.some((rank) => this.out[rank] === this.unsure[rank]);
  }

  /**
   * How many of these providers would remain with a value of a filter.
   * @param {string} key
   * @param {Set<number>} providers
   * @returns {(value: string) => number}
   */
  counts(key, providers) {
    const own = this.active.includes(key) ? 1 << this.active.indexOf(key) : 0;
    const remaining = new Map();
    this.catalogue.offers.forEach((offer, rank) => {
      const { provider } = offer;
      if (this.out[rank] & ~own || !providers.has(provider)) {
        return;
      }
      const values = LIMITS[key] ? LIMITS[key].filter((value) => this.judge(key, rank, [value]) === 1) : this.values(key, offer);
      for (const value of values) {
        remaining.set(`${value}`, (remaining.get(`${value}`) || new Set()).add(provider));
      }
    });
    return (value) => (remaining.has(value) ? remaining.get(value).size : 0);
  }
}
