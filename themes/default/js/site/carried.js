// What goes along from page to page: the short list and the postcode. Both stand in the fragment of the address, which never
// reaches a server and is gone when the page is closed. Other keys of the fragment belong to the search and stay as they are.

/** In this order they stand in the fragment: `#lijst=de-linde;kompas&postcode=7311`. */
const CARRIED_KEYS = ["lijst", "postcode"];

/** The top of this municipality's site: this script stands in its `assets/`. */
const siteTop = new URL("../", import.meta.url).href;

/** @typedef {{ lijst: string[], postcode: string | null }} Carried */

/** What the fragment holds, piece by piece; a piece without `=` is a place on the page. */
const piecesOf = (fragment) => fragment.replace(/^#/, "").split("&").filter(Boolean);
const isPlace = (written) => !written.includes("=");
const keyOf = (written) => written.split("=")[0];

function decoded(value) {
  try {
    return decodeURIComponent(value.replace(/\+/g, " "));
  } catch {
    return value;
  }
}

/**
 * @param {string} [fragment] of the address, unless another is given
 * @returns {Carried}
 */
export function readCarried(fragment = carriedFragment()) {
  const values = (key) => {
    const written = piecesOf(fragment).find((one) => one.startsWith(`${key}=`));
    return written ? written.slice(key.length + 1).split(";").map(decoded).filter(Boolean) : [];
  };
  const [postcode = ""] = values("postcode");
  return { lijst: values("lijst"), postcode: /^\d{4}/.test(postcode) ? postcode.slice(0, 4) : null };
}

/** A fragment with these values, and with its other pieces as they were. Without `#`. */
function withCarried(fragment, { lijst, postcode }) {
  const others = piecesOf(fragment).filter((written) => isPlace(written) || !CARRIED_KEYS.includes(keyOf(written)));
  const own = [
    lijst.length ? `lijst=${lijst.map(encodeURIComponent).join(";").replaceAll("%3A", ":")}` : "",
    postcode ? `postcode=${encodeURIComponent(postcode)}` : "",
  ];
  return [...others, ...own].filter(Boolean).join("&");
}

/** Where the browser tells pages of this site of one another; older ones do not. */
const { navigation } = window;

/** Notes with the page in the history of the tab what was carried last, for a page that somebody goes back to. */
function leaveMark() {
  const mark = withCarried("", lastCarried);
  if (navigation && navigation.currentEntry && navigation.currentEntry.getState() !== mark) {
    navigation.updateCurrentEntry({ state: mark });
  }
}

/** Going back reaches an address from before a change: what the page that was left carried is newer. */
function takeFromLeft() {
  const { navigationType, from } = (navigation && navigation.activation) || {};
  const mark = navigationType === "traverse" && from ? from.getState() : null;
  if (typeof mark === "string") {
    carry(readCarried(mark));
  }
}

/** Whether the last move within the page was a step back or forward. */
let isTraversed = false;

/** What was carried last: a link to a place on the page takes it out of the address. */
let lastCarried = readCarried(location.hash);

/** The fragment of the address; just after a link to a place on the page what was carried last is in it no more, but holds. */
function carriedFragment() {
  const pieces = piecesOf(location.hash);
  return pieces.length && pieces.every(isPlace) ? withCarried(location.hash, lastCarried) : location.hash;
}

function noteCarried(carried) {
  const isOther = withCarried("", carried) !== withCarried("", lastCarried);
  lastCarried = carried;
  leaveMark();
  if (isOther) {
    document.dispatchEvent(new CustomEvent("carried"));
  }
}

/**
 * Changes what is carried and says so with the event `carried` on `document`.
 * @param {Partial<Carried>} changes
 */
export function carry(changes) {
  const next = { ...readCarried(), ...changes };
  const fragment = withCarried(location.hash, next);
  if (fragment !== location.hash.slice(1)) {
    history.replaceState(history.state, "", fragment ? `#${fragment}` : location.pathname + location.search);
  }
  noteCarried(next);
}

/** Gives a link what is carried, at the moment somebody turns to it. */
function lendToLink({ target }) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (!link || !link.href.startsWith(siteTop) || !link.pathname.endsWith("/")) {
    return;
  }
  lastCarried = readCarried();
  const isHere = link.pathname === location.pathname && piecesOf(link.hash).every(isPlace);
  if (isHere && link.hash) {
    return;
  }
  const fragment = withCarried(link.hash, lastCarried);
  if (fragment !== link.hash.slice(1)) {
    link.hash = fragment;
  }
}

/** Puts back what a link to a place on the page took out of the address. The search may have written there since. */
function afterMove({ newURL }) {
  if (isTraversed || piecesOf(new URL(newURL).hash).every(isPlace)) {
    carry(lastCarried);
  } else {
    noteCarried(readCarried());
  }
  isTraversed = false;
}

/** Lets links take along what is carried, and reaches the place on the page that a link named. */
export function followLinks() {
  for (const turn of ["pointerdown", "click", "contextmenu", "dragstart"]) {
    document.addEventListener(turn, lendToLink, true);
  }
  addEventListener("hashchange", afterMove);
  if (navigation) {
    navigation.addEventListener("currententrychange", ({ navigationType }) => {
      isTraversed ||= navigationType === "traverse";
      leaveMark();
    });
  }
  leaveMark();
  addEventListener("pageshow", takeFromLeft);
  const pieces = piecesOf(location.hash);
  const place = pieces.find(isPlace);
  if (place && pieces.length > 1) {
    // The browser knows no place called `groep&postcode=7311`.
    location.replace(`#${place}`);
  }
}
