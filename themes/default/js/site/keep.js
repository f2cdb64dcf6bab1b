// The buttons that put a provider on the short list, on every page, and how many are on it. Start at startKeeping().

import { MOST_KEPT, keepList, keptList } from "./kept.js";

const keepWords = {};
const saidBox = document.querySelector("[data-said]");
const keptCount = document.querySelector("[data-kept-count]");

/** A button of a result of the search says nothing of itself: its card does. */
function nameButton(button) {
  const link = button.closest(".card").querySelector("a");
  button.dataset.keep = link.pathname.split("/").at(-2);
  button.lastChild.textContent = ` ${link.textContent}`;
}

/** Whether an entry is what a button stands for; the button of a provider stands for all its offers. */
const isMeant = (entry, meant) => entry === meant || entry.startsWith(`${meant}:`);

/** Brings the buttons below an element, and the count, in line with the list. */
function showKept(root) {
  const list = keptList();
  for (const button of root.querySelectorAll("[data-keep]")) {
    if (!button.dataset.keep) {
      nameButton(button);
    }
    const isKept = list.some((entry) => isMeant(entry, button.dataset.keep));
    if ("kept" in button.dataset !== isKept) {
      button.toggleAttribute("data-kept", isKept);
      button.firstChild.data = keepWords[isKept ? "remove" : "add"];
    }
  }
  keptCount.textContent = list.length ? `(${list.length})` : "";
}

function toggle(button) {
  const { keep } = button.dataset;
  const list = keptList();
  const rest = list.filter((entry) => !isMeant(entry, keep));
  const isAdded = rest.length === list.length;
  const name = button.lastChild.textContent.trim();
  if (isAdded && list.length >= MOST_KEPT) {
    say("", keepWords.full);
  } else {
    // A provider alone makes place for the offer that is chosen now.
    const others = isAdded ? list.filter((entry) => entry !== keep.split(":")[0]) : rest;
    const next = isAdded ? [...others, keep] : others;
    keepList(next);
    say(`${name} ${keepWords[isAdded ? "added" : "removed"]}`, `${keepWords.total} ${next.length}.`);
  }
}

/** Says in the bar what happened, which only wide screens show, and how the list stands. */
function say(what, total) {
  const [whatPart, totalPart, link] = saidBox.children;
  whatPart.textContent = what;
  totalPart.textContent = total;
  link.hidden = false;
}

/** Tells the style sheet how high the bar is, so that nothing that gets the focus lies under it. */
function measureBar() {
  const isShown = !saidBox.lastElementChild.hidden;
  document.documentElement.style.setProperty("--bar", `${isShown ? saidBox.offsetHeight : 0}px`);
}

export function startKeeping() {
  for (const { value, textContent } of document.querySelector("template[data-keep-words]").content.children) {
    keepWords[value] = textContent;
  }
  showKept(document);
  new ResizeObserver(measureBar).observe(saidBox);
  document.addEventListener("carried", () => showKept(document));
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-keep]");
    if (button) {
      toggle(button);
    }
  });
  const found = document.querySelector("[data-found]");
  if (found) {
    new MutationObserver(() => showKept(found)).observe(found, { childList: true, subtree: true });
  }
}
