// The words and pieces that the page holds for the script, so that no language stands in it.

const pieceTemplates = {};
document.querySelectorAll("template[data-piece]").forEach((template) => {
  pieceTemplates[template.dataset.piece] = template.content;
});

const listWords = {};
for (const { value, textContent } of pieceTemplates.words.children) {
  listWords[value] = textContent;
}

/** @param {string} key */
export const listWord = (key) => listWords[key];

/** A new one of a piece. @returns {HTMLElement} */
export const newPiece = (name) => document.importNode(pieceTemplates[name].firstElementChild, true);

/** The only element below another with `data-…`. */
export const part = (root, name) => root.querySelector(`[data-${name}]`);

/** An element with content. */
export function made(name, content, className) {
  const element = document.createElement(name);
  element.append(...[content].flat());
  if (className) {
    element.className = className;
  }
  return element;
}
