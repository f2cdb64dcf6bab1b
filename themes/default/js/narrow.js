// Narrows the lists of the page for referrers while somebody types; Enter opens the first hit.

const box = document.querySelector("[data-narrow]");
const field = box.querySelector("input[type=search]");
const shortcut = box.querySelector("[data-shortcut]");
const status = box.querySelector("[role=status]");
const wayOn = box.querySelector("[data-words]");

/** Letters without case and marks. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What stands in a row: everything but the counts. */
const namesOf = (row) =>
  fold([...row.cells].filter((cell) => !cell.matches(".number")).map((cell) => cell.textContent).join(" "));

const lists = [...document.querySelectorAll("[data-narrowed] tbody")].map((body) => ({
  body,
  rows: [...body.rows].filter((row) => !("head" in row.dataset)).map((row) => ({ row, names: namesOf(row), words: fold(row.dataset.words ?? "") })),
}));

/** A number alone is the number of a profile: exactly. Everything else may stand anywhere in a text. */
const isIn = (text, { row }, asked) =>
  asked.every((word) => (/^\d$/.test(word) ? row.cells[0].textContent === word : text.includes(word)));

/** What Enter opens: a row that has what was typed in its name or code, before one that other words lead to. */
let first = null;

function narrow() {
  const asked = fold(field.value).split(/\s+/).filter(Boolean);
  const [named, led] = [[], []];
  for (const { body, rows } of lists) {
    for (const entry of rows) {
      const isNamed = isIn(entry.names, entry, asked);
      entry.row.hidden = !isNamed && !isIn(entry.words, entry, asked);
      if (!entry.row.hidden) {
        (isNamed ? named : led).push(entry.row);
      }
    }
    body.hidden = rows.every(({ row }) => row.hidden);
  }
  const found = [...named, ...led];
  first = found.length ? found[0].querySelector("th a") : null;
  const { one, other, none, first: opens } = status.dataset;
  const sentence = first ? `${found.length} ${found.length === 1 ? one : other} ${opens} ${first.textContent}` : none;
  status.textContent = asked.length ? sentence : "";
  wayOn.hidden = !asked.length;
  const link = wayOn.querySelector("a");
  const typed = field.value.trim();
  link.textContent = typed;
  link.hash = `woorden=${encodeURIComponent(typed)}`;
}

/** Whether somebody is typing somewhere. */
const isTyping = (element) => element.matches("input:not([type=checkbox]), textarea, select") || element.isContentEditable;

field.addEventListener("input", narrow);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.isComposing && field.value.trim()) {
    first?.click();
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
