// Two or three providers of the short list side by side. Every cell is what the provider's own page says. Start at
// startComparison().

import { differenceOf } from "./difference.js";
import { readKey, writeKey } from "./fragment.js";
import { listWord, made, newPiece, part } from "./pieces.js";
import { listed } from "./provider_page.js";
import { RowOrder } from "./row_order.js";
import { startSharing } from "./sharing.js";
import { site } from "./site_parts.js";

/** More do not fit on paper, nor in a head. */
const MOST_BESIDE = 3;

const ofFact = (name) => (one) => one.fact(name).flatMap((node) => [...node.children].length ? [...node.children] : [made("p", node.textContent)]);

/** Where help is: of the offer, else every place of the provider once. */
function placesOf(one) {
  const places = one.fact("places");
  if (places.length) {
    return places.map((node) => made("p", node.textContent));
  }
  const towns = one.fact("location").map((node) => node.querySelector(".address") || node);
  return [...new Set(towns.map((node) => (node.lastChild ? node.lastChild.textContent.trim() : "")))].filter(Boolean).map((town) => made("p", town));
}

/** An empty slot that gets the distance once there is a postcode. */
const distanceOf = ({ points }) => (points ? [newPiece("distance")] : []);

/** The rows: what they hold, and how they are compared. Without a way nothing is said of differences. */
const ROWS = {
  plek: { take: ofFact("admission"), way: "text" },
  gesprek: { take: ofFact("intake"), way: "wait" },
  start: { take: ofFact("start"), way: "wait" },
  afstand: { take: distanceOf },
  leeftijd: { take: ofFact("ages"), way: "text" },
  plaats: { take: placesOf, way: "text" },
  talen: { take: ofFact("languages"), way: "text" },
  ouders: { take: (one) => one.measure("experience-parents"), way: "score" },
  jongeren: { take: (one) => one.measure("experience-youth"), way: "score" },
  gestopt: { take: (one) => one.measure("dropout-ended-early"), way: "score" },
  contact: { take: ofFact("contact") },
  contract: { take: ofFact("contract"), way: "text" },
};

/** What differs in words and shape; the shape repeats the word. */
function markOf({ mark, pairs }, all) {
  const element = newPiece(`mark-${mark}`);
  const named = pairs.map((pair) => pair.map((rank) => all[rank].name).join(` ${listWord("and")} `));
  if (named.length) {
    element.append(`: ${named.join("; ")}`);
  }
  return element;
}

class Comparison {
  constructor(root) {
    this.root = root;
    this.unfilled = document.querySelector("[data-unfilled]");
    this.body = part(root, "rows");
    this.onlyDifferences = part(root, "only-differences");
    this.said = part(root, "list-said");
    this.order = new RowOrder(part(root, "order"), Object.keys(ROWS), (text) => {
      this.arrange();
      this.said.textContent = text;
    });
    this.shown = null;
    this.all = [];
    this.beside = [];
  }

  async show() {
    const entries = site.keptList();
    const key = entries.join();
    if (key === this.shown) {
      return;
    }
    this.shown = key;
    this.root.hidden = !entries.length;
    this.unfilled.hidden = entries.length > 0;
    const all = await Promise.all(entries.map(listed));
    if (key === this.shown) {
      this.all = all;
      this.offerChoice();
      this.fill();
    }
  }

  /** Who stands side by side: as the address says, else the first of the list. */
  chosen() {
    const asked = site.asEntries(readKey("naast"));
    const beside = this.all.filter(({ entry }) => asked.includes(entry));
    return (beside.length ? beside : this.all).slice(0, MOST_BESIDE);
  }

  offerChoice() {
    const box = part(this.root, "choice");
    box.hidden = this.all.length < 2;
    const chosen = this.chosen();
    const labels = this.all.map((one) => {
      const label = newPiece("choice");
      const input = label.querySelector("input");
      Object.assign(input, { value: one.entry, checked: chosen.includes(one) });
      part(label, "label").textContent = one.fullName;
      return label;
    });
    part(box, "choices").replaceChildren(...labels);
  }

  choose(input) {
    const ticked = [...part(this.root, "choices").querySelectorAll(":checked")].map(({ value }) => value);
    if (ticked.length > MOST_BESIDE || !ticked.length) {
      input.checked = !input.checked;
      this.said.textContent = listWord(ticked.length ? "compare-most" : "compare-least");
      return;
    }
    writeKey("naast", ticked);
    this.fill();
    this.said.textContent = `${listWord("beside")} ${this.beside.map(({ name }) => name).join(", ")}.`;
  }

  /** Makes the table anew, all at once. */
  fill() {
    this.beside = this.chosen();
    const heads = this.beside.map((one) => {
      const link = Object.assign(made("a", one.name), { href: one.href });
      const head = made("th", one.productName ? [link, made("span", one.productName, "small block")] : [link]);
      head.scope = "col";
      return head;
    });
    const first = part(this.root, "heads").firstElementChild;
    part(this.root, "heads").replaceChildren(first, ...heads);
    this.rows = new Map(Object.entries(ROWS).map(([key, row]) => [key, this.row(key, row)]));
    this.root.removeAttribute("data-waiting");
    part(this.root, "few").hidden = this.beside.length > 1;
    this.arrange();
    document.dispatchEvent(new CustomEvent("rows"));
  }

  row(key, { take, way }) {
    const cells = this.beside.map((one) => (one.state === "read" ? take(one) : []));
    const head = made("th", listWord(`row-${key}`));
    head.scope = "row";
    const row = made("tr", head);
    row.dataset.row = key;
    if (way && cells.length > 1) {
      const difference = differenceOf(way, cells);
      row.dataset.mark = difference.mark;
      head.append(markOf(difference, this.beside));
    }
    cells.forEach((nodes, rank) => {
      const one = this.beside[rank];
      const missing = one.state === "read" ? listWord(one.offer || !one.offers.length ? "not-said" : "choose-offer") : listWord(one.state);
      const cell = made("td", nodes.length ? nodes : made("p", missing, "small absence"));
      cell.dataset.label = one.name;
      if (key === "afstand" && nodes.length) {
        cell.dataset.at = one.points;
      }
      row.append(cell);
    });
    return row;
  }

  /** Puts the rows in the visitor's order, and leaves out those without a difference when that was asked for. */
  arrange() {
    const rows = this.order.keys.map((key) => this.rows && this.rows.get(key)).filter(Boolean);
    const isAlike = ({ dataset }) => dataset.mark === "same" || dataset.mark === "unclear";
    for (const row of rows) {
      row.hidden = (this.onlyDifferences.checked && isAlike(row)) || (row.dataset.row === "afstand" && !site.readCarried().postcode);
    }
    this.body.replaceChildren(...rows);
  }
}

/** @param {HTMLElement} root */
export function startComparison(root) {
  const comparison = new Comparison(root);
  root.addEventListener("change", ({ target }) => {
    if (target === comparison.onlyDifferences) {
      comparison.arrange();
      const left = comparison.body.querySelectorAll("tr:not([hidden])").length;
      comparison.said.textContent = `${listWord("rows-shown")} ${left}.`;
    } else if (target.closest("[data-choices]")) {
      comparison.choose(target);
    }
  });
  document.addEventListener("carried", () => {
    comparison.show();
    comparison.arrange();
  });
  startSharing(root, () => ({
    all: comparison.beside,
    also: comparison.order.isOwn ? `&volgorde=${comparison.order.keys.join(";")}` : "",
  }));
  comparison.show();
}
