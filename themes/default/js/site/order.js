// The lists of a page in order of distance, or as they were written. Rows move in the document itself, so that the keyboard and
// a screen reader follow.

/** Where each row stood, by list: rows that came later stand behind those that were there. */
const written = new Map();

/** Shows one of the sentences of an element, each in its own `data-say`; all keep their room. */
export function sayIn(element, name) {
  for (const part of element.querySelectorAll("[data-say]")) {
    part.classList.toggle("unsaid", part.dataset.say !== name);
  }
}

function noteRows(rows) {
  for (const row of rows) {
    const list = row.closest("[data-together]") || row.parentElement;
    const known = written.get(list) || new Map();
    if (!known.has(row)) {
      known.set(row, row.parentElement);
    }
    written.set(list, known);
  }
}

/**
 * @param {Element[]} rows
 * @param {((row: Element) => number) | null} distance endless when it is not known; null for the order of the page
 */
export function orderRows(rows, distance) {
  noteRows(rows);
  for (const known of written.values()) {
    const own = [...known.keys()].filter((row) => row.isConnected);
    if (distance) {
      const far = new Map(own.map((row) => [row, distance(row)]));
      // Two endless numbers have no difference.
      own.sort((one, other) => (far.get(one) === far.get(other) ? 0 : far.get(one) - far.get(other)));
    }
    for (const row of own) {
      (distance ? known.get(known.keys().next().value) : known.get(row)).append(row);
    }
  }
  for (const part of document.querySelectorAll("[data-by-name]")) {
    part.hidden = Boolean(distance);
  }
  for (const line of document.querySelectorAll("[data-order]")) {
    sayIn(line, distance ? "distance" : "name");
  }
}
