// Orders the rows of a table by a column. What a cell is ordered by stands in `data-sort`, written by the page; words are
// never read as numbers. A cell that says nothing comes last, in both directions.

import { choose, chosen } from "./fragment.js";

/** A column that counts (`data-number`): cells without a number are last. */
const isNumber = (heading) => "number" in heading.dataset;

/** Rows in the order of a column; those of equal rank stay as they were. */
function ordered(rows, heading, isDown) {
  const at = heading.cellIndex;
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const rank = (row) => {
    const cell = row.cells[at];
    const isSaid = isNumber(heading) ? "sort" in cell.dataset : !cell.querySelector(":scope > .absence") && cell.textContent;
    return { row, isSaid, section: +(cell.dataset.section ?? 0), value: isNumber(heading) ? +cell.dataset.sort : cell.textContent };
  };
  const by = (one, other) => (isNumber(heading) ? one.value - other.value : compare(one.value, other.value));
  return rows
    .map(rank)
    .sort((one, other) => {
      if (!one.isSaid || !other.isSaid) {
        return !one.isSaid - !other.isSaid;
      }
      return one.section - other.section || (isDown ? by(other, one) : by(one, other));
    })
    .map(({ row }) => row);
}

/** Lets somebody order a table, and keeps the order in the address. */
export function orderBy(table) {
  const [body] = table.tBodies;
  const asWritten = [...body.rows];
  const headings = [...table.tHead.rows[0].cells];
  const first = headings.find((heading) => heading.ariaSort === "ascending");
  const said = document.querySelector("[data-order]");
  const atFirst = said.textContent;

  function show() {
    const heading = headings.find((found) => found.dataset.key === chosen("sorteer"));
    const isDown = chosen("richting") === "aflopend";
    for (const other of headings) {
      other.ariaSort = other === (heading ?? first) ? (heading && isDown ? "descending" : "ascending") : "none";
    }
    body.append(...(heading ? ordered(asWritten, heading, isDown) : asWritten));
    const { words, up, down, last } = said.dataset;
    const sentence = heading
      ? `${words} ${heading.textContent}, ${isDown ? down : up}.${heading.dataset.number === "dated" ? ` ${last}` : ""}`
      : atFirst;
    if (said.textContent !== sentence) {
      said.textContent = sentence;
    }
  }

  for (const heading of headings) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const isDown = heading.ariaSort === "ascending";
      choose({ sorteer: heading.dataset.key, richting: isDown ? "aflopend" : "" }, true);
      show();
    });
  }
  for (const turn of ["popstate", "hashchange"]) {
    addEventListener(turn, show);
  }
  document.addEventListener("distances", show);
  show();
}
