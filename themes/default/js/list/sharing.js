// Taking the list along: print, a link, and a mail from the visitor's own program. Notes go along only when they are given.

import { noteOn } from "./notes.js";
import { listWord, part } from "./pieces.js";

/** The address of this page with entries, and nothing else of what is in the address now. */
const linkTo = (entries, also) => `${location.href.split("#")[0]}#lijst=${entries.join(";")}${also}`;

/** The text of a mail: names, telephone numbers, addresses of pages, the statements, the date. */
function mailText(all, notes) {
  const lines = all.flatMap((one, rank) => [
    `${rank + 1}. ${one.fullName}`,
    ...one.phones.map((phone) => `${listWord("mail-phone")} ${phone}`),
    one.href,
    ...(noteOn(notes, one.entry) ? [`${listWord("mail-note")} ${noteOn(notes, one.entry)}`] : []),
    "",
  ]);
  const statements = [...document.querySelectorAll("[data-statement] h2")].map((title) => `- ${title.textContent}`);
  return [...lines, listWord("mail-statements"), ...statements, "", document.querySelector("footer time").textContent].join("\r\n");
}

/**
 * Lets the buttons below an element take along what is chosen now.
 * @param {HTMLElement} root
 * @param {() => { all: Listed[], notes?: Record<string, string>, also?: string }} chosen
 */
export function startSharing(root, chosen) {
  const box = part(root, "link-box");
  const said = part(root, "shared");
  const mail = part(root, "mail");
  part(root, "print").addEventListener("click", () => print());
  part(root, "copy").addEventListener("click", async () => {
    const { all, also = "" } = chosen();
    const link = linkTo(all.map(({ entry }) => entry), also);
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = listWord("copied");
    } catch {
      box.hidden = false;
      const field = box.querySelector("input");
      field.value = link;
      field.focus();
      field.select();
      said.textContent = listWord("copy-yourself");
    }
  });
  // Written at the moment somebody turns to it, so that the link is never older than the list.
  const write = () => {
    const { all, notes = {} } = chosen();
    const subject = encodeURIComponent(document.querySelector("h1").textContent);
    mail.href = `mailto:?subject=${subject}&body=${encodeURIComponent(mailText(all, notes))}`;
  };
  for (const turn of ["pointerdown", "focus", "click"]) {
    mail.addEventListener(turn, write);
  }
  write();
}
