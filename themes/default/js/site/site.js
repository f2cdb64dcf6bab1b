// The script of every page: what goes along from page to page, and the parts whose markup is on the page.

import { carry, followLinks, readCarried } from "./carried.js";
import { startKeeping } from "./keep.js";
import { MOST_KEPT, asEntries, keepList, keptList } from "./kept.js";
import { readStored, writeStored } from "./stored.js";

followLinks();
if (document.querySelector("[data-said]")) {
  startKeeping();
}

export { MOST_KEPT, asEntries, carry, keepList, keptList, readCarried, readStored, writeStored };
