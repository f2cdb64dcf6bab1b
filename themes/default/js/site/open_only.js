// The filter on rows that take new clients: what it hides it says.

import { sayIn } from "./order.js";

/** @param {HTMLElement} filter */
export function startOpenOnly(filter) {
  const choice = filter.querySelector("input");
  const apply = () => {
    for (const row of document.querySelectorAll("tr[data-product]")) {
      row.hidden = choice.checked && !row.querySelector(".admission-open");
    }
    sayIn(filter, choice.checked ? "hidden" : "all");
  };
  choice.addEventListener("change", apply);
  if (choice.checked) {
    apply();
  }
}
