// The box for a postcode: distances in the rows of the page, worked out on the device. One file with the middles of all
// postcodes is fetched, whatever is typed; the postcode itself goes nowhere but into the fragment of the address.

import { carry, readCarried } from "./carried.js";
import { nearestOf } from "./nearest.js";
import { orderRows, sayIn } from "./order.js";

const WHOLE_POSTCODE = /^(\d{4})\s*[a-z]{0,2}$/i;
/** What may still become a postcode. */
const PART_OF_POSTCODE = /^\d{0,3}$/;

class TravelBox {
  constructor(box) {
    this.box = box;
    this.field = box.querySelector("input");
    this.select = box.querySelector("select");
    /** @type {[number, number] | null} */
    this.origin = null;
    this.isSorted = false;
  }

  start() {
    this.field.addEventListener("input", () => this.read(false));
    for (const turn of ["change", "keydown"]) {
      this.field.addEventListener(turn, (event) => {
        if (turn === "change" || event.key === "Enter") {
          this.read(true);
        }
      });
    }
    if (this.select) {
      this.select.addEventListener("change", () => this.read(true));
    }
    document.addEventListener("carried", () => this.take());
    // Other parts may have added rows to a list.
    document.addEventListener("rows", () => this.show());
    this.take();
    if (this.field.value) {
      this.read(false);
    }
  }

  /** Takes over a postcode that came along. A field with something else in it is never cleared. */
  take() {
    const { postcode } = readCarried();
    if (postcode && !this.field.value.trim().startsWith(postcode)) {
      this.field.value = postcode;
      this.read(false);
    }
  }

  /** The middles of the postcodes, asked for once. */
  points() {
    if (!this.asked) {
      this.asked = fetch(new URL(this.box.dataset.travel, import.meta.url)).then((response) => {
        if (!response.ok) {
          throw new Error(response.statusText);
        }
        return response.json();
      });
      this.asked.catch(() => {
        this.asked = null;
      });
    }
    return this.asked;
  }

  /** Reads the field; with `isDone` somebody has finished typing, or asked for the order of distance. */
  async read(isDone) {
    const typed = this.field.value.trim();
    const [, digits] = WHOLE_POSTCODE.exec(typed) || [];
    if (!digits) {
      const isWrong = isDone ? typed || this.isByDistance() : !PART_OF_POSTCODE.test(typed);
      this.found(null, isWrong ? "digits" : "hint");
      return;
    }
    try {
      const origin = (await this.points())[digits];
      if (this.field.value.trim() === typed) {
        this.found(origin ? { digits, origin } : null, origin ? "done" : "unknown");
      }
    } catch {
      this.found(null, "failed");
    }
  }

  isByDistance() {
    return Boolean(this.select) && this.select.value === "distance";
  }

  found(known, said) {
    this.origin = known ? known.origin : null;
    carry({ postcode: known ? known.digits : null });
    this.field.ariaInvalid = `${said === "digits" || said === "unknown"}`;
    this.show();
    sayIn(this.box, said === "done" && this.isByDistance() ? "sorted" : said);
  }

  /** Fills in the distances, and puts the rows in the order that was asked for. */
  show() {
    const rows = [...document.querySelectorAll("[data-at]")];
    const far = new Map(rows.map((row) => [row, this.origin && nearestOf(row.dataset.at, this.origin)]));
    for (const [row, nearest] of far) {
      const slot = row.querySelector("[data-fact=distance]");
      if (slot) {
        slot.textContent = this.origin ? this.words(row, nearest) : "";
      }
      // What a table is ordered by.
      if (nearest) {
        row.dataset.sort = nearest.kilometres;
      } else {
        delete row.dataset.sort;
      }
    }
    document.documentElement.toggleAttribute("data-near", this.origin !== null);
    document.dispatchEvent(new CustomEvent("distances"));
    const isSorted = this.isByDistance() && this.origin !== null;
    if (this.select && (isSorted || this.isSorted)) {
      orderRows(rows, isSorted ? (row) => (far.get(row) || { kilometres: Infinity }).kilometres : null);
    }
    this.isSorted = isSorted;
  }

  words(row, nearest) {
    const { about, aboutPlace, noPlace, noDistance } = this.box.dataset;
    if (!nearest) {
      return row.querySelector("[data-fact=place]") ? noDistance : noPlace;
    }
    const { kilometres, place } = nearest;
    // Rounded up, and never 0: the middle of a postcode is not somebody's door.
    const number = `${Math.max(1, Math.ceil(kilometres))}`;
    return (place ? aboutPlace : about).replace("{number}", number).replace("{place}", place);
  }
}

/** @param {HTMLElement} box the component `distance_box` */
export function startTravel(box) {
  new TravelBox(box).start();
}
