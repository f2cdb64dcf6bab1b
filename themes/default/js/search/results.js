// Results as cards: made of pieces of the page, never of text that is read as markup.

import { locationsOf } from "./facets.js";
import { translated } from "./translated.js";
import { waitOrder, waitText } from "./waits.js";
import { byName, count, dateText, piece, say } from "./words.js";

/** Offers on the card of a provider. */
const MOST_OFFERS = 2;

/** A text with the words that matched marked. */
function marked(text, found) {
  const nodes = [];
  let at = 0;
  for (const [from, to] of found ? found.marks(text) : []) {
    const mark = document.createElement("mark");
    mark.append(text.slice(from, to));
    nodes.push(text.slice(at, from), mark);
    at = to;
  }
  return [...nodes, text.slice(at)];
}

const titleOf = (doc) => (translated.has(doc.path) ? translated.get(doc.path).title : doc.title);

/** Words that are in the language of the page say so no more in that of the content. */
function ownLanguage(element, doc) {
  if (translated.has(doc.path)) {
    element.removeAttribute("lang");
    element.removeAttribute("dir");
  }
}

function ages({ ageFrom: from, ageTo: to }) {
  if (from === null && to === null) {
    return say("ages-unknown");
  }
  return say(from === null ? "ages-to" : to === null ? "ages-from" : "ages-between", { from, to });
}

/** Also of two that are not known. */
const compare = (one, other) => (one === other ? 0 : one - other);

/** The results of one search. */
export class Results {
  /**
   * @param {Facets} facets
   * @param {Found | null} found without words there is nothing to mark
   * @param {string} root the way to the top of the site
   * @param {string} order `wacht`, `afstand`, `naam`; otherwise as they were found
   */
  constructor(facets, found, root, order) {
    Object.assign(this, { facets, found, root, order, docs: facets.catalogue.docs });
    this.places = new Map(found ? found.help.map((hit, place) => [hit.doc, place]) : []);
  }

  /** Results in the order that was asked for; what is not known stands last. */
  sorted(numbers) {
    const keys = new Map(numbers.map((number) => [number, this.key(this.facets.passing(this.docs[number]))]));
    const name = (number) => titleOf(this.docs[number]);
    const named = (one, other) => (this.order === "naam" ? byName(name(one), name(other)) : 0);
    return [...numbers].sort((one, other) => compare(keys.get(one), keys.get(other)) || named(one, other));
  }

  key(offers) {
    if (this.order === "wacht") {
      return Math.min(...offers.map((offer) => this.wait(offer)));
    }
    return this.order === "afstand" ? this.distance(offers) : 0;
  }

  wait(offer) {
    return waitOrder(offer, this.facets.waitsOf(offer), this.facets.kind);
  }

  distance(offers) {
    return Math.min(...offers.map((offer) => this.facets.distanceOf(offer)));
  }

  /** @param {number} number of a document */
  card(number) {
    const doc = this.docs[number];
    const element = doc.kind === "provider" ? this.providerCard(doc) : this.helpCard(doc);
    const link = element.querySelector("h3 > a");
    link.append(...marked(titleOf(doc), this.found));
    ownLanguage(link, doc);
    link.href = this.root + doc.path;
    return element;
  }

  providerCard(doc) {
    const fit = ({ product }) => (this.places.has(product) ? this.places.get(product) : Infinity);
    const passing = this.facets.passing(doc).sort((one, other) => {
      const byWait = compare(this.wait(one), this.wait(other));
      const byFit = compare(fit(one), fit(other));
      return this.order === "wacht" ? byWait || byFit : byFit || byWait;
    });
    const places = passing.flatMap((offer) => locationsOf(this.docs, offer)).filter(({ place }) => place !== null);
    const distance = this.distance(passing);
    const where = [...new Set(places.map(({ place }) => this.docs[place].title))].join(", ");
    return piece("provider", {
      where: distance < Infinity ? `${where}. ${say("search-distance", { number: Math.max(1, Math.ceil(distance)) })}` : where,
      offers: passing.slice(0, MOST_OFFERS).map((offer) => this.offer(offer)),
      more: passing.length > MOST_OFFERS ? count("search-more-offers", passing.length - MOST_OFFERS) : "",
    });
  }

  offer(offer) {
    const product = this.docs[offer.product];
    const element = piece("offer", { product: marked(titleOf(product), this.found), ages: ages(offer), admission: [piece(offer.admission)] });
    ownLanguage(element.querySelector("strong"), product);
    if (offer.admission !== "stop") {
      const waits = this.facets.waitsOf(offer).filter((wait) => wait.state !== "stop");
      const unknown = { kind: "whole", state: "unknown", location: null };
      element.append(...(waits.length ? waits : [unknown]).map((wait) => this.waitPiece(offer, wait)));
    }
    return element;
  }

  waitPiece(offer, wait) {
    const isFigure = wait.state === "length" || wait.state === "text";
    const at = wait.location === null ? null : this.docs[offer.provider].locations[wait.location].place;
    return piece("wait", {
      sentence: waitText(wait),
      at: at === null ? "" : say("wait-at-location", { location: this.docs[at].title }),
      date: isFigure ? say("search-wait-date", { date: dateText(wait.date) }) : "",
      old: isFigure && wait.isOld ? say("wait-old") : "",
    });
  }

  helpCard(doc) {
    const passing = this.facets.passing(doc);
    const providers = (offers) => new Set(offers.map(({ provider }) => provider)).size;
    const open = passing.filter(({ admission }) => admission === "open");
    const counted = `${count("search-found-providers", providers(passing))}. ${count("search-providers-open", providers(open))}`;
    const own = translated.get(doc.path);
    const short = own && own.summary ? own.summary : doc.short;
    const card = piece("help", {
      kind: say(`search-kind-${doc.kind}`),
      short: short && marked(short, this.found),
      providers: doc.offers.length ? counted : "",
      // A question is about all kinds of help: the shortest wait of any of them would promise too much.
      wait: doc.kind === "question" ? "" : this.shortest(passing),
      phone: doc.phone,
    });
    const sentence = card.querySelector("[data-slot=short]");
    if (sentence && short !== doc.short) {
      ownLanguage(sentence, doc);
    }
    return card;
  }

  /** The shortest wait that is known today, in words. */
  shortest(offers) {
    const days = Math.min(...offers.map((offer) => this.wait(offer)));
    const offer = offers.find((other) => this.wait(other) === days);
    if (!offer || days >= Number.MAX_VALUE) {
      return "";
    }
    const wait = this.facets.waitsOf(offer).find(({ kind, days: own, isOld }) => kind === this.facets.kind && own === days && !isOld);
    return `${say("search-shortest", { wait: waitText(wait) })} ${say("search-wait-date", { date: dateText(wait.date) })}`;
  }
}
