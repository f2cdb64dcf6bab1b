// What the visitor finds important: the rows of the comparison in an order of their own. Nothing is scored or added up.

import { readKey, writeKey } from "./fragment.js";
import { listWord, newPiece, part } from "./pieces.js";

/** The list of rows with buttons to move them. */
export class RowOrder {
  /**
   * @param {HTMLElement} root
   * @param {string[]} known keys of rows, in the order of the page
   * @param {(said: string) => void} changed
   */
  constructor(root, known, changed) {
    this.root = root;
    this.known = known;
    this.list = part(root, "order-list");
    this.changed = changed;
    const asked = readKey("volgorde").filter((key) => known.includes(key));
    this.list.append(...[...new Set([...asked, ...known])].map((key) => this.item(key)));
    this.settle();
    root.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-move]");
      if (button) {
        this.move(button.closest("li"), button);
      }
    });
  }

  item(key) {
    const item = newPiece("order");
    item.dataset.key = key;
    for (const name of item.querySelectorAll("[data-name]")) {
      name.textContent = ` ${listWord(`row-${key}`)}`;
    }
    return item;
  }

  get items() {
    return [...this.list.children];
  }

  /** Keys of the rows in the visitor's order. */
  get keys() {
    return this.items.map(({ dataset }) => dataset.key);
  }

  get isOwn() {
    return this.keys.join() !== this.known.join();
  }

  settle() {
    this.items.forEach((item, place, { length }) => {
      part(item, "move=up").disabled = place === 0;
      part(item, "move=down").disabled = place === length - 1;
    });
  }

  move(item, button) {
    const isUp = button.dataset.move === "up";
    if (isUp) {
      item.previousElementSibling.before(item);
    } else {
      item.nextElementSibling.after(item);
    }
    this.settle();
    writeKey("volgorde", this.isOwn ? this.keys : []);
    this.changed(`${part(item, "name").textContent.trim()} ${listWord("moved")} ${this.items.indexOf(item) + 1}.`);
    (button.disabled ? part(item, isUp ? "move=down" : "move=up") : button).focus();
  }
}
