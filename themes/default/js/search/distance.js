// Distances as the crow flies, from the middle of a postcode. Worked out on the device: no postcode leaves it.

const EARTH = 6371;
const radians = (degrees) => (degrees * Math.PI) / 180;

/** Kilometres between two points (haversine formula). */
function kilometres([north, east], [otherNorth, otherEast]) {
  const half = (one, other) => Math.sin(radians(other - one) / 2) ** 2;
  const chord = half(north, otherNorth) + Math.cos(radians(north)) * Math.cos(radians(otherNorth)) * half(east, otherEast);
  return 2 * EARTH * Math.asin(Math.sqrt(chord));
}

/**
 * Kilometres to a location; null when either place is not known.
 * @param {[number, number] | undefined} origin
 */
export const distanceTo = (origin, location) => (origin && location.point ? kilometres(origin, location.point) : null);

/** The point of the postcode in the state; undefined when there is none, or it is not of this municipality. */
export const originOf = (catalogue, { postcode }) => postcode && catalogue.postcodes.get(parseInt(postcode[0], 10));
