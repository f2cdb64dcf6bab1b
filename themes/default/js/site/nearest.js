// How far it is to a row of a list, as the crow flies.

const EARTH_RADIUS = 6371;
const inRadians = (degrees) => (degrees * Math.PI) / 180;

/** @typedef {[number, number]} Point degrees north and east */

/**
 * Kilometres between two points (haversine formula).
 * @param {Point} one
 * @param {Point} other
 */
export function kilometresBetween([north, east], [otherNorth, otherEast]) {
  const half = (from, to) => Math.sin(inRadians(to - from) / 2) ** 2;
  const chord = half(north, otherNorth) + Math.cos(inRadians(north)) * Math.cos(inRadians(otherNorth)) * half(east, otherEast);
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(chord));
}

/**
 * The nearest of the points of a row, `52.215,5.969,Apeldoorn;52.139,6.196,Zutphen`; null when it has none. A name stands
 * there only when there is more than one place.
 * @param {string} written
 * @param {Point} origin
 * @returns {{ kilometres: number, place: string } | null}
 */
export function nearestOf(written, origin) {
  let nearest = null;
  for (const part of written.split(";").filter(Boolean)) {
    const [north, east, place = ""] = part.split(",");
    const kilometres = kilometresBetween(origin, [+north, +east]);
    if (!nearest || kilometres < nearest.kilometres) {
      nearest = { kilometres, place };
    }
  }
  return nearest;
}
