// The page of the short list: what is on it, in the order of the visitor. Start at startShortlist().

import { entryCard } from "./entry_card.js";
import { notesNow, wipeAll } from "./notes.js";
import { listWord, part } from "./pieces.js";
import { listed } from "./provider_page.js";
import { startSharing } from "./sharing.js";
import { site } from "./site_parts.js";

/** Providers that are compared side by side at most. */
const MOST_COMPARED = 3;

/** The list on the page. */
class Shortlist {
  constructor(root) {
    this.root = root;
    this.unfilled = document.querySelector("[data-unfilled]");
    this.list = part(root, "entries");
    this.said = part(root, "list-said");
    this.undo = part(root, "undo");
    this.store = part(root, "store");
    /** What is shown, so that a change elsewhere is told from a change here. */
    this.shown = [];
    this.all = [];
    this.removed = null;
    /** Whether the visitor chose what to compare; before that it is the first ones. */
    this.hasChosen = false;
  }

  get cards() {
    return [...this.list.children];
  }

  say(text) {
    this.said.textContent = text;
  }

  /** Shows the list as it is kept, all at once, so that nothing moves below the eyes. */
  async show() {
    const entries = site.keptList();
    if (entries.join() === this.shown.join()) {
      return;
    }
    this.shown = entries;
    this.swap();
    const all = await Promise.all(entries.map(listed));
    if (this.shown === entries) {
      this.all = all;
      this.list.replaceChildren(...all.map(entryCard));
      this.settle();
    }
  }

  /** Shows the list or, when there is none, how to make one. */
  swap() {
    const isFilled = this.shown.length > 0 || this.removed !== null;
    this.root.hidden = !isFilled;
    this.unfilled.hidden = isFilled;
  }

  /** What follows from the order: who can move where, and who is compared. */
  settle() {
    this.cards.forEach((card, place, { length }) => {
      part(card, "move=up").disabled = place === 0;
      part(card, "move=down").disabled = place === length - 1;
      if (!this.hasChosen) {
        part(card, "choose").checked = place < MOST_COMPARED;
      }
    });
    this.root.removeAttribute("data-waiting");
    this.offerComparison();
  }

  get ticked() {
    return this.cards.filter((card) => part(card, "choose").checked).map(({ dataset }) => dataset.entry);
  }

  offerComparison() {
    const link = part(this.root, "compare");
    const { ticked } = this;
    part(this.root, "compare-few").hidden = ticked.length > 1;
    link.hash = ticked.length === this.shown.length ? "" : `naast=${ticked.join(";")}`;
  }

  /** Keeps an order or a choice of entries, which is on the page already. */
  keep(entries) {
    this.shown = entries;
    this.all = entries.map((entry) => this.all.find((one) => one.entry === entry) || this.removed.one);
    site.keepList(entries);
    this.swap();
    this.settle();
  }

  name(card) {
    return part(card, "name").textContent.trim();
  }

  move(card, button) {
    const step = button.dataset.move === "up" ? -1 : 1;
    const place = this.cards.indexOf(card);
    const other = this.cards[place + step];
    if (step < 0) {
      other.before(card);
    } else {
      other.after(card);
    }
    this.keep(this.cards.map(({ dataset }) => dataset.entry));
    (button.disabled ? part(card, step < 0 ? "move=down" : "move=up") : button).focus();
    this.say(`${this.name(card)} ${listWord("moved")} ${place + step + 1}.`);
  }

  remove(card) {
    const place = this.cards.indexOf(card);
    this.removed = { card, place, one: this.all[place] };
    card.remove();
    this.keep(this.cards.map(({ dataset }) => dataset.entry));
    this.say(`${this.name(card)} ${listWord("removed")}`);
    this.undo.hidden = false;
    this.undo.focus();
  }

  putBack() {
    const { card, place } = this.removed;
    this.list.insertBefore(card, this.cards[place] || null);
    this.keep(this.cards.map(({ dataset }) => dataset.entry));
    this.removed = null;
    this.undo.hidden = true;
    this.say(`${this.name(card)} ${listWord("put-back")}`);
    part(card, "remove").focus();
  }

  /** Keeps the list on the device from now on, or in the address alone. */
  storeOrNot() {
    const lijst = site.keptList();
    const isDone = site.writeStored(this.store.checked ? { lijst, notes: notesNow() } : null);
    if (this.store.checked && !isDone) {
      this.store.checked = false;
      this.say(listWord("store-refused"));
      return;
    }
    site.carry({ lijst: this.store.checked ? [] : lijst });
    this.say(listWord(this.store.checked ? "stored" : "not-stored"));
  }

  wipe() {
    wipeAll();
    this.removed = null;
    this.shown = [];
    this.all = [];
    this.list.replaceChildren();
    this.store.checked = false;
    this.undo.hidden = true;
    this.say("");
    this.swap();
    document.querySelector("[data-wiped]").textContent = listWord("wiped");
  }
}

/** @param {HTMLElement} root */
export function startShortlist(root) {
  const shortlist = new Shortlist(root);
  shortlist.store.checked = Boolean(site.readStored());
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    const card = target.closest("[data-entry]");
    if (button && card && button.dataset.move) {
      shortlist.move(card, button);
    } else if (button && card) {
      shortlist.remove(card);
    } else if (button === shortlist.undo && button) {
      shortlist.putBack();
    }
  });
  root.addEventListener("change", ({ target }) => {
    if (target === shortlist.store) {
      shortlist.storeOrNot();
    } else if ("choose" in target.dataset) {
      shortlist.hasChosen = true;
      if (shortlist.ticked.length > MOST_COMPARED) {
        target.checked = false;
        shortlist.say(listWord("compare-most"));
      }
      shortlist.offerComparison();
    }
  });
  document.querySelector("[data-wipe]").addEventListener("click", () => shortlist.wipe());
  document.addEventListener("carried", () => shortlist.show());
  startSharing(root, () => ({
    all: shortlist.all,
    notes: part(root, "mail-notes").checked ? notesNow() : {},
  }));
  shortlist.show();
}
