// Copies a code with one press: every `data-copy` becomes a button of the same size. Without this script it is text.

const said = document.querySelector("[data-copied]");
const { agb, product, kvk, verb, done, failed } = said.dataset;
const NAMES = { agb, product, kvk };

/** The button that was copied last: it alone says so. */
let marked = null;

for (const code of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = code.className;
  button.dataset.copy = code.dataset.copy;
  button.textContent = code.textContent;
  button.ariaLabel = `${verb} ${NAMES[code.dataset.copy]} ${code.textContent}`;
  code.replaceWith(button);
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) {
    return;
  }
  const code = button.textContent;
  marked?.removeAttribute("data-mark");
  marked = button;
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(code);
    button.dataset.mark = done;
    said.textContent = `${NAMES[button.dataset.copy]} ${code} ${done}.`;
  } catch {
    said.textContent = failed;
  }
});
