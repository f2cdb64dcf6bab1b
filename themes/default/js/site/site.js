// The script of every page: what goes along from page to page, and the parts whose markup is on the page.

import { carry, followLinks, readCarried } from "./carried.js";
import { startKeeping } from "./keep.js";
import { MOST_KEPT, asEntries, keepList, keptList } from "./kept.js";
import { startOpenOnly } from "./open_only.js";
import { readStored, writeStored } from "./stored.js";
import { startTravel } from "./travel.js";

/** The part of the script for each mark of markup. */
const STARTS = { said: startKeeping, travel: startTravel, "open-only": startOpenOnly };

followLinks();
for (const [mark, start] of Object.entries(STARTS)) {
  document.querySelectorAll(`[data-${mark}]`).forEach((element) => start(element));
}

export { MOST_KEPT, asEntries, carry, keepList, keptList, readCarried, readStored, writeStored };
