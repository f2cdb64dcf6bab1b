// The visitor's notes. They are in the memory of the page, and on the device when the visitor asked for that; nowhere else.

import { site } from "./site_parts.js";

const stored = site.readStored();

/** @type {Record<string, string>} by entry */
let allNotes = stored ? stored.notes : {};

export const notesNow = () => allNotes;

/** The note on an entry, which may be called as something that every object has: `constructor`. */
export const noteOn = (notes, entry) => (Object.hasOwn(notes, entry) && notes[entry]) || "";

export function writeNote(entry, text) {
  allNotes = { ...allNotes, [entry]: text };
  const onDevice = site.readStored();
  if (onDevice) {
    site.writeStored({ ...onDevice, notes: allNotes });
  }
}

/** Nothing stays: not on the device, not in the address, not on the page. */
export function wipeAll() {
  allNotes = {};
  site.writeStored(null);
  site.carry({ lijst: [], postcode: null });
  history.replaceState(null, "", location.pathname);
}
