// The short list on this device, only after the visitor asked for it. What is read back is trusted no more than an address.

/** Characters of a note that are kept. */
const LONGEST_NOTE = 2000;

/** One site does not see the list of another on the same host. */
const STORED_AS = `keuzewijzer ${new URL("../", import.meta.url).pathname}`;

/** @typedef {{ lijst: string[], notes: Record<string, string> }} Stored */

/** @returns {Stored | null} null when the visitor did not ask for it, or the browser keeps nothing */
export function readStored() {
  try {
    const { lijst, notes } = JSON.parse(localStorage.getItem(STORED_AS));
    const isText = (value) => typeof value === "string";
    const texts = Object.entries(notes || {}).filter(([, note]) => isText(note));
    return {
      lijst: Array.isArray(lijst) ? lijst.filter(isText) : [],
      notes: Object.fromEntries(texts.map(([entry, note]) => [entry, note.slice(0, LONGEST_NOTE)])),
    };
  } catch {
    return null;
  }
}

/**
 * @param {Stored | null} stored with null nothing stays
 * @returns {boolean} whether the browser did so
 */
export function writeStored(stored) {
  try {
    if (stored) {
      localStorage.setItem(STORED_AS, JSON.stringify(stored));
    } else {
      localStorage.removeItem(STORED_AS);
    }
    return true;
  } catch {
    return false;
  }
}
