// What is on the short list. An entry is a provider, `de-lindeboom`, or one of its offers, `de-lindeboom:pleegzorg`.

import { carry, readCarried } from "./carried.js";
import { readStored, writeStored } from "./stored.js";

/** More makes choosing harder, and an address too long to mail. */
export const MOST_KEPT = 10;

const ENTRY = /^[a-z\d-]{1,80}(:[a-z\d-]{1,80})?$/;

/** Entries that can be, each once; anything else in an address or on the device is left out. */
export const asEntries = (written) => [...new Set(written)].filter((entry) => ENTRY.test(entry)).slice(0, MOST_KEPT);

/** @returns {string[]} the list, in the order of the visitor */
export function keptList() {
  const stored = readStored();
  return asEntries([...(stored ? stored.lijst : []), ...readCarried().lijst]);
}

/**
 * Changes the list where it is kept: on the device when the visitor asked for that, else in the address.
 * @param {string[]} lijst
 */
export function keepList(lijst) {
  const stored = readStored();
  if (stored) {
    writeStored({ ...stored, lijst });
  }
  carry({ lijst: stored ? [] : lijst });
  document.dispatchEvent(new CustomEvent("carried"));
}
