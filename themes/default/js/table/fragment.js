// What somebody chose, in the fragment of the address: a link that can be kept and sent, and never reaches a server. Keys
// of others stay.

const pairs = () => location.hash.slice(1).split("&").filter((pair) => pair.includes("="));

/** The value of a key, or nothing. */
export function chosen(key) {
  const pair = pairs().find((found) => found.startsWith(`${key}=`));
  return pair ? decodeURIComponent(pair.slice(key.length + 1)) : "";
}

/**
 * Puts values in the address; one without a value goes.
 *
 * @param {Record<string, string>} values
 * @param {boolean} isStep whether the back button leads to how it was
 */
export function choose(values, isStep) {
  const others = pairs().filter((pair) => !(pair.split("=")[0] in values));
  const own = Object.entries(values).filter(([, value]) => value).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  const fragment = [...others, ...own].join("&");
  history[isStep ? "pushState" : "replaceState"](null, "", fragment ? `#${fragment}` : location.pathname + location.search);
}
