/** Puts the rows of a table in groups of scores that may be equal. The groups were made when the page was: this only moves rows. */

/** @param {HTMLElement} order */
export function orderByTie(order) {
  const select = order.querySelector("select");
  const status = order.querySelector("[role=status]");
  const groups = [...order.querySelector("template").content.children];
  const table = document.querySelector("table[data-providers]");
  const body = table.tBodies[0];
  const byName = [...body.rows];
  const columns = table.tHead.rows[0].cells.length;

  /** @param {Element} group */
  function heading({ textContent }) {
    const row = document.createElement("tr");
    row.className = "tie";
    const cell = document.createElement("th");
    cell.colSpan = columns;
    cell.scope = "rowgroup";
    cell.textContent = textContent;
    row.append(cell);
    return row;
  }

  /** @param {Element} group */
  function section(group) {
    const part = document.createElement("tbody");
    part.append(heading(group), ...byName.filter((row) => row.dataset.rank === group.dataset.rank));
    return part;
  }

  select.addEventListener("change", () => {
    for (const part of [...table.tBodies]) {
      part.remove();
    }
    if (select.value) {
      table.append(...groups.map(section));
    } else {
      body.replaceChildren(...byName);
      table.append(body);
    }
    document.querySelector("[data-order-name]").hidden = Boolean(select.value);
    order.querySelector("[data-explained]").hidden = !select.value;
    status.textContent = select.selectedOptions[0].textContent;
  });
}
