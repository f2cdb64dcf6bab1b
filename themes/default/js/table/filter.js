// Hides rows that do not matter: who takes nobody, and who is not for the age of a child. What is not known is counted, and
// an age that is not stated fits.

import { choose, chosen } from "./fragment.js";

/** Whether a row is for an age; `null` when the row does not say. */
function isForAge(row, age) {
  const { from, to } = row.querySelector(".ages").dataset;
  if (from === undefined && to === undefined) {
    return null;
  }
  return (from === undefined || +from <= age) && (to === undefined || age <= +to);
}

/** Lets somebody hide rows, and keeps what was chosen in the address. */
export function filterRows(table) {
  const form = document.querySelector("[data-filter]");
  const open = form.querySelector("[data-open]");
  const age = form.querySelector("[data-age]");
  const said = form.querySelector("[data-shown]");
  const rows = [...table.tBodies[0].rows];

  function show() {
    let [shown, unknown, ageless] = [0, 0, 0];
    for (const row of rows) {
      const fits = age.value === "" || isForAge(row, +age.value);
      row.hidden = fits === false || (open.checked && !row.querySelector(".in-open"));
      shown += !row.hidden;
      unknown += row.hidden && fits !== false && row.querySelector(".in-unknown") !== null;
      ageless += !row.hidden && fits === null;
    }
    const words = said.dataset;
    const parts = [`${shown} ${words.of} ${rows.length} ${words.rows}`];
    if (unknown) {
      parts.push(`${words.unknown} ${unknown}.`);
    }
    if (!shown) {
      parts.push(words.nothing);
    }
    if (ageless) {
      parts.push(`${words.ageless} ${ageless}.`);
    }
    said.textContent = open.checked || age.value !== "" ? parts.join(" ") : "";
  }

  function read() {
    open.checked = chosen("open") === "ja";
    age.value = /^\d{1,2}$/.test(chosen("leeftijd")) ? chosen("leeftijd") : "";
    show();
  }

  form.addEventListener("input", () => {
    choose({ open: open.checked ? "ja" : "", leeftijd: age.value }, false);
    show();
  });
  for (const turn of ["popstate", "hashchange"]) {
    addEventListener(turn, read);
  }
  read();
}
