// Narrows the lists of the page for referrers while somebody types; Enter opens the first hit.

const box = document.querySelector("[data-narrow]");
const field = box.querySelector("input[type=search]");
const shortcut = box.querySelector("[data-shortcut]");
const status = box.querySelector("[role=status]");

/** Letters without case and marks. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What can be found in a row: everything but the counts. */
const wordsOf = (row) =>
  fold([...row.cells].filter((cell) => !cell.matches(".number")).map((cell) => cell.textContent).join(" "));

const lists = [...document.querySelectorAll("[data-narrowed] tbody")].map((body) => ({
  body,
  rows: [...body.rows].filter((row) => !("head" in row.dataset)).map((row) => ({ row, words: wordsOf(row) })),
}));

/** A number alone is the number of a profile: exactly. Everything else may stand anywhere. */
function fits({ row, words }, asked) {
  return asked.every((word) => (/^\d$/.test(word) ? row.cells[0].textContent === word : words.includes(word)));
}

const firstLink = () => document.querySelector("[data-narrowed] tr:not([hidden], [data-head]) th a");

function narrow() {
  const asked = fold(field.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { body, rows } of lists) {
    let shown = 0;
    for (const entry of rows) {
      entry.row.hidden = !fits(entry, asked);
      shown += !entry.row.hidden;
    }
    body.hidden = shown === 0;
    found += shown;
  }
  const { first, none } = status.dataset;
  status.textContent = !asked.length ? "" : found ? `${found}. ${first} ${firstLink().textContent}` : none;
}

/** Whether somebody is typing somewhere. */
const isTyping = (element) => element.matches("input:not([type=checkbox]), textarea, select") || element.isContentEditable;

field.addEventListener("input", narrow);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.isComposing && field.value.trim()) {
    firstLink()?.click();
  }
});
// Whoever turns the shortcut off can keep the page like that: it is in the address, beside the keys of others.
const OFF = "toets=uit";
const pairs = () => location.hash.slice(1).split("&").filter(Boolean);
shortcut.checked = !pairs().includes(OFF);
shortcut.addEventListener("change", () => {
  const others = pairs().filter((pair) => pair !== OFF);
  history.replaceState(null, "", `#${[...others, ...(shortcut.checked ? [] : [OFF])].join("&")}`);
});
document.addEventListener("keydown", (event) => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === "/" && isPlain && shortcut.checked && !isTyping(event.target)) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});
narrow();
