// One provider on the short list, as a card: what its page says, a note, and what can be done with it.

import { noteOn, notesNow, writeNote } from "./notes.js";
import { listWord, made, newPiece, part } from "./pieces.js";

/** What a card says of a provider's page, by the name of the fact. */
const CARD_FACTS = ["contact", "intake", "start"];

/** Without an offer to look at: which there are, and whether they take new clients. */
function offersOf(listed) {
  const items = listed.offers.map((offer) => {
    const text = (name) => offer.querySelector(`[data-fact=${name}]`).textContent.trim();
    return made("li", `${text("product")}: ${text("admission")}`);
  });
  return [made("p", listWord("choose-offer")), made("ul", items)];
}

/** What is said in the place of the facts when there are none. */
function absenceOf({ state, product, offer }) {
  if (state !== "read") {
    return listWord(state);
  }
  return product && !offer ? listWord("offer-gone") : "";
}

/**
 * @param {Listed} listed
 * @returns {HTMLElement}
 */
export function entryCard(listed) {
  const card = newPiece("entry");
  card.dataset.entry = listed.entry;
  const link = card.querySelector("h2 a");
  link.textContent = listed.name;
  link.href = listed.href;
  if (listed.productName) {
    part(card, "product").textContent = listed.productName;
  } else {
    part(card, "product").remove();
  }
  for (const name of card.querySelectorAll("[data-name]")) {
    name.textContent = ` ${listed.fullName}`;
  }
  const absence = absenceOf(listed);
  part(card, "absence").textContent = absence;
  part(card, "absence").hidden = !absence;
  part(card, "facts").hidden = listed.state !== "read";
  for (const fact of CARD_FACTS) {
    const nodes = listed.fact(fact).flatMap((node) => [...node.childNodes]);
    const place = part(card, `in=${fact}`);
    place.append(...nodes);
    place.parentElement.hidden = !nodes.length;
  }
  const admission = listed.fact("admission");
  part(card, "in=admission").append(...(admission.length ? admission : listed.state === "read" ? offersOf(listed) : []));
  const field = card.querySelector("textarea");
  const onPaper = part(card, "note-paper");
  field.value = onPaper.textContent = noteOn(notesNow(), listed.entry);
  field.addEventListener("input", () => {
    onPaper.textContent = field.value;
    writeNote(listed.entry, field.value);
  });
  return card;
}
