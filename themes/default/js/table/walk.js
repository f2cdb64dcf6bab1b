// Keys that act while the focus is in a row, and nowhere else: up and down to the next row, `c` and `p` to copy its codes.

const CODES = { c: "agb", p: "product" };

/** What can have the focus in a cell. */
const target = (cell) => cell?.querySelector("a[href], button");

/** The next row that is shown, or nothing. */
function neighbour(row, step) {
  let next = row;
  do {
    next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
  } while (next?.hidden);
  return next;
}

/** Lets somebody walk through a table and copy from it without a mouse. */
export function walkRows(table) {
  const said = document.querySelector("[data-copied]");
  table.tBodies[0].addEventListener("keydown", (event) => {
    const cell = event.target.closest("td, th");
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const row = cell.parentElement;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step && neighbour(row, step);
    if (step) {
      event.preventDefault();
      (target(next?.cells[cell.cellIndex]) ?? target(next))?.focus();
    } else if (event.key in CODES) {
      const button = row.querySelector(`[data-copy=${CODES[event.key]}]`);
      if (button) {
        button.click();
      } else {
        said.textContent = said.dataset.none;
      }
    }
  });
}
