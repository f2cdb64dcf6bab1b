// Keys of the fragment that belong to comparing alone: who stands side by side, and in which order the rows stand.

const piecesNow = () => location.hash.slice(1).split("&").filter(Boolean);

/** @returns {string[]} the values of a key */
export function readKey(key) {
  const written = piecesNow().find((piece) => piece.startsWith(`${key}=`));
  return written ? written.slice(key.length + 1).split(";") : [];
}

/** Without values the key goes. */
export function writeKey(key, values) {
  const others = piecesNow().filter((piece) => !piece.startsWith(`${key}=`));
  const fragment = [...others, ...(values.length ? [`${key}=${values.join(";")}`] : [])].join("&");
  history.replaceState(history.state, "", fragment ? `#${fragment}` : location.pathname);
}
