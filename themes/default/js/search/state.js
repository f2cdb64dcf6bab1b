// What somebody looks for, as the fragment of the address: it can be kept and sent, and never reaches a server.

/** In this order they stand in the fragment: `#woorden=boos&leeftijd=9&plaats=epe;zutphen`. */
const KEYS = ["woorden", "hulp", "vraag", "leeftijd", "open", "wacht", "soort", "plaats", "postcode", "afstand", "taal", "intensiteit", "sorteer"];

const NUMBERS = ["leeftijd", "wacht", "afstand"];

/** @typedef {Record<string, string[]>} State values by key; no key without a value */

/** What else stands in a fragment, such as the short list: it belongs to others and stays. */
export const othersIn = (fragment) =>
  fragment
    .slice(1)
    .split("&")
    .filter((pair) => pair.includes("=") && !KEYS.includes(pair.split("=")[0]))
    .join("&");

const encode = (value) => encodeURIComponent(value).replace(/%20/g, "+");

const decode = (value) => {
  try {
    return decodeURIComponent(value.replace(/\+/g, " "));
  } catch {
    return value;
  }
};

/**
 * @param {string} fragment with its `#`
 * @returns {State}
 */
export function readState(fragment) {
  const state = {};
  for (const pair of fragment.slice(1).split("&")) {
    const [key, values] = pair.split("=");
    if (KEYS.includes(key) && values && (!NUMBERS.includes(key) || /^\d+$/.test(values))) {
      state[key] = values.split(";").map(decode);
    }
  }
  return state;
}

/**
 * @param {State} state
 * @returns {string} without `#`
 */
export function writeState(state) {
  return KEYS.filter((key) => state[key])
    .map((key) => `${key}=${state[key].map(encode).join(";")}`)
    .join("&");
}
