// Results as cards: made of pieces of the page, never of text that is read as markup.

import { distanceTo } from "./distance.js";
import { locationsOf } from "./facets.js";
import { waitOrder, waitText } from "./waits.js";
import { count, dateText, piece, say } from "./words.js";

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

function ages({ ageFrom: from, ageTo: to }) {
  if (from === null && to === null) {
    return say("ages-unknown");
  }
  return say(from === null ? "ages-to" : to === null ? "ages-from" : "ages-between", { from, to });
}

/**
 * What makes cards of one search.
 * @param {{ catalogue: Catalogue, facets: object, found: Found | null, root: string, origin: [number, number] | undefined, wanted: string }} search
 */
export function cardsOf({ catalogue, facets, found, root, origin, wanted }) {
  const { docs, offers } = catalogue;
  const place = (doc) => (found ? found.help.findIndex((hit) => hit.doc === doc) >>> 0 : 0);
  const order = (offer) => waitOrder(offer, facets.waitsOf(offer), facets.kind());

  const waitPiece = (offer, wait) =>
    piece("wait", {
      sentence: [
        waitText(wait),
        wait.location === null ? "" : ` ${say("wait-at-location", { location: placeName(offer, wait) })}`,
      ],
      date: wait.state === "length" || wait.state === "text" ? say("search-wait-date", { date: dateText(wait.date) }) : null,
      old: wait.isOld && wait.state === "length" ? say("wait-old") : null,
    });

  const placeName = (offer, wait) => {
    const { place: doc } = docs[offer.provider].locations[wait.location];
    return doc === null ? wait.location + 1 : docs[doc].title;
  };

  function offerPiece(rank) {
    const offer = offers[rank];
    const element = piece("offer", { product: marked(docs[offer.product].title, found), ages: ages(offer), admission: [piece(offer.admission)] });
    if (offer.admission !== "stop") {
      const waits = facets.waitsOf(offer).filter((wait) => wait.state !== "stop");
      const none = { kind: "whole", state: "unknown", location: null };
      element.append(...(waits.length ? waits : [none]).map((wait) => waitPiece(offer, wait)));
    }
    return element;
  }

  const nearest = (doc) => {
    const away = facets.passing(doc).flatMap((rank) => locationsOf(docs, offers[rank]).map((location) => distanceTo(origin, location)));
    return Math.min(...away.map((distance) => (distance === null ? Infinity : distance)));
  };

  function providerCard(doc) {
    const passing = facets.passing(doc).sort((one, other) => {
      const byWait = compare(order(offers[one]), order(offers[other]));
      const byFit = place(offers[one].product) - place(offers[other].product);
      return wanted === "wacht" ? byWait || byFit : byFit || byWait;
    });
    const places = passing.flatMap((rank) => locationsOf(docs, offers[rank])).filter((location) => location.place !== null);
    const distance = nearest(doc);
    return piece("provider", {
      where: [
        [...new Set(places.map((location) => docs[location.place].title))].join(", "),
        distance < Infinity ? `. ${say("search-distance", { number: Math.ceil(distance) })}` : "",
      ],
      offers: passing.slice(0, MOST_OFFERS).map(offerPiece),
      more: passing.length > MOST_OFFERS ? count("search-more-offers", passing.length - MOST_OFFERS) : null,
    });
  }

  function helpCard(doc) {
    const passing = facets.passing(doc).map((rank) => offers[rank]);
    const providers = (chosen) => new Set(chosen.map((offer) => offer.provider)).size;
    const best = passing.length && passing.reduce((one, other) => (order(other) < order(one) ? other : one));
    const shortest = best && order(best) < Number.MAX_VALUE && facets.waitsOf(best).find((wait) => wait.kind === facets.kind() && wait.days === order(best));
    const counted = [
      count("search-found-providers", providers(passing)),
      ". ",
      count("search-providers-open", providers(passing.filter((offer) => offer.admission === "open"))),
    ];
    return piece("help", {
      kind: say(`search-kind-${doc.kind}`),
      short: doc.short && marked(doc.short, found),
      providers: doc.offers.length ? counted : null,
      wait: shortest ? [say("search-shortest", { wait: waitText(shortest) }), " ", say("search-wait-date", { date: dateText(shortest.date) })] : null,
      phone: doc.phone || null,
    });
  }

  const waitKey = (number) => Math.min(...facets.passing(docs[number]).map((rank) => order(offers[rank])));

  return {
    /** @param {number} number of a document */
    card(number) {
      const doc = docs[number];
      const element = doc.kind === "provider" ? providerCard(doc) : helpCard(doc);
      const link = element.querySelector("h3 > a");
      link.append(...marked(doc.title, found));
      link.href = root + doc.path;
      return element;
    },
    /** Results in the order that was asked for; what is not known stands last. */
    sorted(results) {
      const keyOf = { wacht: waitKey, afstand: (number) => nearest(docs[number]) }[wanted] || (() => 0);
      const keys = new Map(results.map((number) => [number, keyOf(number)]));
      const name = (number) => docs[number].title;
      const byName = (one, other) => (wanted === "naam" ? name(one).localeCompare(name(other), document.documentElement.lang) : 0);
      return [...results].sort((one, other) => compare(keys.get(one), keys.get(other)) || byName(one, other));
    },
  };
}

/** Also of two that are not known. */
const compare = (one, other) => (one === other ? 0 : one - other);
