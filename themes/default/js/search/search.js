// The search on a page: what is typed and chosen → results, counts and the fragment of the address. The page stays as it is
// until there is something to show. Start at show().

import { Controls } from "./controls.js";
import { Facets } from "./facets.js";
import { SearchIndex } from "./index.js";
import { Results } from "./results.js";
import { othersIn, readState, writeState } from "./state.js";
import { namedIn } from "./translated.js";
import { count, piece, say } from "./words.js";

/** Results of a group before somebody asks for more, and how many come with each asking. */
const STEP = 10;
/** Milliseconds without a key that are a pause. */
const PAUSE = 400;
/** Words that are made ready to be found by ear in one go, and the milliseconds to the next. */
const HEARD_AT_ONCE = 500;
const BETWEEN = 40;

const form = document.querySelector("[data-search]");
const box = form.querySelector("input");
const button = form.querySelector("[data-filters]");
const region = document.querySelector("[data-found]");
const [crisis, status, shell] = ["crisis", "status", "shell"].map((name) => region.querySelector(`[data-${name}]`));
const rest = document.querySelector("[data-search-rest]");

let state = readState(location.hash);
let shown = {};
let isOpen = false;
let index;
let facets;
let controls;
let chosen;
let pause;
let frame;
let hasFailed = false;
/** Whether what is looked for came with the address, and nobody chose anything yet. */
let isLinked = true;

const typedWords = () => (state.woorden || []).join(";");
const words = () => typedWords().trim();
const isEmpty = () => !words() && !facets.active.length;

/** Takes over what was typed, or with `isCommitted` a choice, which can be gone back on. */
function take(next, isCommitted) {
  isLinked = false;
  if (isCommitted) {
    keep("replaceState");
  }
  state = next;
  shown = {};
  if (isCommitted) {
    keep("pushState");
    show();
  } else {
    // Keys that come faster than frames share one.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(show);
  }
}

function set(key, values, isCommitted) {
  const { [key]: _, ...next } = state;
  const given = values.filter((value) => value);
  take(given.length ? { ...next, [key]: given } : next, isCommitted);
}

/** Keeps the state in the address. While somebody types only at a pause: browsers limit how often it may change. */
function keep(way) {
  const fragment = [writeState(state), othersIn(location.hash)].filter(Boolean).join("&");
  if (fragment !== location.hash.slice(1)) {
    history[way](null, "", fragment ? `#${fragment}` : location.pathname + location.search);
  }
}

/** Says that the search does not work here. The rest of the page does. */
function fail() {
  hasFailed = true;
  status.textContent = "";
  form.querySelector("[data-failed]").hidden = false;
}

/** Everything that follows from the state. With an index that was damaged on its way nothing can be told. */
function show() {
  try {
    if (!hasFailed) {
      showState();
    }
  } catch {
    fail();
  }
}

function showState() {
  if (!index) {
    status.textContent = words() ? say("search-loading") : "";
    return;
  }
  const filters = writeState({ ...state, woorden: null, sorteer: null });
  if (filters === chosen) {
    facets.state = state;
  } else {
    chosen = filters;
    facets.choose(state);
  }
  const found = words() ? index.find(typedWords()) : null;
  crisis.replaceChildren(...(found && found.isCrisis ? [piece("crisis")] : []));
  rest.hidden = !isEmpty();
  shell.hidden = isEmpty() && !isOpen;
  if (!shell.hidden && !controls) {
    controls = new Controls(shell, facets);
  }
  button.ariaExpanded = `${!shell.hidden && controls.one("facets").open}`;
  if (controls) {
    list(found && !found.isEmpty ? found : null);
  } else {
    announce("");
  }
}

/** The two groups of results; without words the kinds of help and the providers that pass the filters. */
function list(found) {
  const { docs, first } = index.catalogue;
  const hasFilters = facets.active.length > 0;
  const named = namedIn(docs, words());
  const isAsked = found || named.length > 0;
  const wanted = state.sorteer ? state.sorteer[0] : isAsked ? "" : "naam";
  const order = wanted === "afstand" && !facets.origin ? "naam" : wanted;
  const results = new Results(facets, found, form.dataset.root, order);
  const numbers = (from, to) => docs.slice(from, to).map((_, rank) => from + rank);
  const offering = named.flatMap((number) => docs[number].offers).map((offer) => index.catalogue.offers[offer].provider);
  const hitsOf = (group) => (found ? found[group].map((hit) => hit.doc) : []);
  const hits = (group, before, all) => (isAsked ? [...new Set([...before, ...hitsOf(group)])] : all);
  const passes = (number) => (hasFilters ? facets.passing(docs[number]).length : isAsked);
  const help = hits("help", named, numbers(0, first.question)).filter(passes);
  const providers = hits("providers", offering, numbers(first.provider));
  const passing = results.sorted(providers.filter(passes));
  controls.group("help", isAsked ? help : results.sorted(help), shown.help || STEP, results);
  controls.group("providers", passing, shown.providers || STEP, results);
  const total = help.length + passing.length;
  controls.remarks({
    unsure: hasFilters ? providers.filter((number) => facets.isUnsure(docs[number])).length : 0,
    isRelaxed: found && found.isRelaxed && !named.length && total,
    isNothing: !isEmpty() && !total,
  });
  controls.sync(providers);
  const said = { help: count("search-found-help", help.length), providers: count("search-found-providers", passing.length) };
  announce(isEmpty() ? "" : say(total ? "search-found" : "search-found-nothing", said));
}

/** At a pause says the number of results, after whom to call when it cannot wait. */
function announce(text) {
  clearTimeout(pause);
  pause = setTimeout(() => {
    keep("replaceState");
    const title = crisis.querySelector("h2");
    const first = document.createElement("span");
    first.className = "visually-hidden";
    first.append(title ? `${title.textContent} ` : "");
    status.replaceChildren(...(title || text ? [first, text] : []));
  }, PAUSE);
}

const goToResults = () => controls && !shell.hidden && region.querySelector("#gevonden").focus();

box.addEventListener("input", () => set("woorden", [box.value], false));
box.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && box.value) {
    event.preventDefault();
    box.value = "";
    set("woorden", [], false);
  }
});
form.addEventListener("submit", () => {
  set("woorden", [box.value], true);
  goToResults();
});
button.addEventListener("click", () => {
  const wasOpen = isOpen || (controls && !shell.hidden);
  isOpen = true;
  if (index) {
    show();
    const panel = controls.one("facets");
    panel.open = !(wasOpen && panel.open);
    button.ariaExpanded = `${panel.open}`;
  }
});
region.addEventListener("change", ({ target }) => set(target.dataset.key, controls.values(target), true));
region.addEventListener("click", ({ target }) => {
  const tag = target.closest("[data-tag]");
  if (tag) {
    set(tag.dataset.tag, state[tag.dataset.tag].filter((value) => value !== tag.dataset.value), true);
    goToResults();
  } else if (target.matches("[data-clear]")) {
    const { woorden, sorteer } = state;
    take({ ...(woorden && { woorden }), ...(sorteer && { sorteer }) }, true);
    goToResults();
  } else if (target.matches("[data-more]")) {
    const { group } = target.closest("[data-group]").dataset;
    const before = shown[group] || STEP;
    shown[group] = before + STEP;
    show();
    region.querySelector(`[data-group=${group}] li.card:nth-child(${before + 1}) a`).focus();
  } else {
    keep("replaceState");
  }
});
addEventListener("popstate", () => {
  if (location.hash && !location.hash.includes("=")) {
    // A link within the page: its place is reached, and the search stays in the address.
    keep("replaceState");
    return;
  }
  state = readState(location.hash);
  shown = {};
  clearTimeout(pause);
  box.value = typedWords();
  show();
});

async function bytes(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) {
    throw new Error(response.statusText);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** A little at a time, so that no key waits. */
function hearWhenIdle() {
  if (index.hear(HEARD_AT_ONCE)) {
    setTimeout(hearWhenIdle, BETWEEN);
  }
}

async function load() {
  const core = await bytes(form.dataset.core);
  index = new SearchIndex(core);
  facets = new Facets(index.catalogue);
  isOpen = isOpen || "asked" in form.dataset;
  show();
  if (isLinked && !isEmpty() && scrollY === 0) {
    // What was found stands below the statements, out of sight on a phone.
    form.scrollIntoView();
  }
  // What was typed meanwhile is answered and painted first. Without the second file the search still answers.
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
  const texts = await bytes(form.dataset.texts).catch(() => null);
  if (texts) {
    try {
      index.addTexts(texts);
    } catch {
      // It is damaged, and half of it was added.
      index = new SearchIndex(core);
    }
    show();
  }
  hearWhenIdle();
}

if (box.value) {
  state.woorden = [box.value];
}
box.value = typedWords();
show();
load().catch(fail);

export { SearchIndex };
