// The search on a page: what is typed and chosen → results, counts and the fragment of the address. The page stays as it is
// until there is something to show. Start at show().

import { originOf } from "./distance.js";
import { LIMITS, facetsOf } from "./facets.js";
import { SearchIndex } from "./index.js";
import { cardsOf } from "./results.js";
import { readState, writeState } from "./state.js";
import { weeks } from "./waits.js";
import { count, piece, say } from "./words.js";

/** Results of a group before somebody asks for more, and how many come with each asking. */
const STEP = 10;
/** Milliseconds without a key that are a pause. */
const PAUSE = 400;

const form = document.querySelector("[data-search]");
const box = form.querySelector("input");
const found = document.querySelector("[data-found]");
const status = found.querySelector("[data-status]");
const rest = document.querySelector("[data-search-rest]");
const button = form.querySelector("[data-filters]");
const one = (name) => found.querySelector(`[data-${name}]`);
const all = (selector) => [...found.querySelectorAll(selector)];

let state = readState(location.hash);
let isOpen = false;
let shown = {};
let index;
let facets;
let chosen;
let providers = [];
let saying;
let counts = 0;

const words = () => (state.woorden || [""]).join(";").trim();
const isEmpty = () => !words() && !facets.active().length;

/** Takes a new state over: in the address, in the controls, in the results. */
function take(next, isCommitted) {
  if (isCommitted) {
    keep("replaceState");
  }
  state = next;
  shown = {};
  if (isCommitted) {
    keep("pushState");
  }
  show();
}

/** Keeps the state in the address. While somebody types only at a pause: browsers limit how often it may change. */
function keep(way) {
  const fragment = writeState(state);
  if (fragment !== location.hash.slice(1)) {
    history[way](null, "", fragment ? `#${fragment}` : location.pathname + location.search);
  }
}

function set(key, values, isCommitted) {
  const next = { ...state, [key]: values.filter((value) => value !== "") };
  if (!next[key].length) {
    delete next[key];
  }
  take(next, isCommitted);
}

/** Everything that follows from the state. */
function show() {
  if (!index) {
    status.textContent = words() ? say("search-loading") : "";
    return;
  }
  const filters = writeState({ ...state, woorden: null, sorteer: null });
  if (filters !== chosen) {
    chosen = filters;
    facets.choose(state);
  }
  const result = words() ? index.find(words()) : null;
  const hits = result && !result.isEmpty ? result : null;
  one("crisis").replaceChildren(...(result && result.isCrisis ? [piece("crisis")] : []));
  const isShown = isOpen || !isEmpty();
  if (isShown && !one("facets")) {
    mount();
  }
  rest.hidden = !isEmpty();
  if (one("facets")) {
    one("shell").hidden = !isShown;
    list(hits);
    sync();
  }
}

/** The two lists of results. */
function list(hits) {
  const { catalogue } = index;
  const { docs, first } = catalogue;
  const hasFilters = facets.active().length > 0;
  const origin = originOf(catalogue, state);
  const passes = (number) => (docs[number].offers.length ? facets.passing(docs[number]).length : !hasFilters);
  const order = state.sorteer ? state.sorteer[0] : hits ? "" : "naam";
  const wanted = order === "afstand" && !origin ? "naam" : order;
  const cards = cardsOf({ catalogue, facets, found: hits, root: form.dataset.root, origin, wanted });
  const numbers = (from, to) => docs.slice(from, to).map((_, rank) => from + rank);
  const isNamed = !hits && hasFilters;
  const help = hits ? hits.help.map((hit) => hit.doc) : isNamed ? numbers(0, first.question) : [];
  providers = hits ? hits.providers.map((hit) => hit.doc) : isNamed || isOpen ? numbers(first.provider) : [];
  const groups = { help: hits ? help.filter(passes) : cards.sorted(help.filter(passes)), providers: isEmpty() ? [] : cards.sorted(providers.filter(passes)) };
  for (const name in groups) {
    const section = found.querySelector(`[data-group=${name}]`);
    const most = shown[name] || STEP;
    section.hidden = !groups[name].length;
    section.querySelector("ol").replaceChildren(...groups[name].slice(0, most).map(cards.card));
    section.querySelector("[data-more]").hidden = groups[name].length <= most;
  }
  const unsure = hasFilters ? providers.filter((number) => facets.isUnsure(docs[number])).length : 0;
  one("left-out").hidden = !unsure;
  one("left-out").textContent = count("search-left-out", unsure);
  one("relaxed").hidden = !(hits && hits.isRelaxed && help.length + providers.length);
  const isNothing = !isEmpty() && !groups.help.length && !groups.providers.length;
  one("nothing").hidden = !isNothing;
  const counted = { help: count("search-found-help", groups.help.length), providers: count("search-found-providers", groups.providers.length) };
  announce(isEmpty() ? "" : isNothing ? say("search-found-nothing") : say("search-found", counted));
}

/** At a pause says the number of results, after whom to call when it cannot wait. */
function announce(text) {
  clearTimeout(saying);
  saying = setTimeout(() => {
    keep("replaceState");
    const crisis = one("crisis").querySelector("h2");
    status.textContent = `${crisis ? `${crisis.textContent} ` : ""}${text}`;
  }, PAUSE);
}

/** Puts the filters and the places for results on the page. */
function mount() {
  one("shell").replaceChildren(document.importNode(document.querySelector("template[data-part=shell]").content, true));
  one("facets").open = matchMedia("(min-width: 60rem)").matches;
  for (const [key, names] of Object.entries(facets.names)) {
    const facet = found.querySelector(`[data-facet=${key}]`);
    const choices = [...names].sort((a, b) => a[1].localeCompare(b[1], document.documentElement.lang));
    facet.hidden = choices.length < 2;
    facet.querySelector("fieldset").append(
      ...choices.map(([value, label]) => {
        const choice = piece("choice", { label });
        Object.assign(choice.querySelector("input"), { value }).dataset.key = key;
        return choice;
      }),
    );
  }
  control("soort").append(...facets.kinds.map((kind) => new Option(say(`wait-kind-${kind}`), kind)));
  control("wacht").append(new Option(say("search-any"), ""), ...LIMITS.wacht.map((limit) => new Option("", limit)));
  control("afstand").append(new Option(say("search-any"), ""), ...LIMITS.afstand.map((limit) => new Option("", limit)));
  one("waits").hidden = !facets.kinds.length;
  one("distance").hidden = !index.catalogue.postcodes.size;
}

const control = (key) => found.querySelector(`[data-key=${key}]`);
const length = (limit) => ({ length: weeks(+limit), until: say(`wait-until-${facets.kind()}`) });
const within = (number) => ({ number, postcode: state.postcode ? state.postcode[0] : "" });

/** A value of a filter in words. */
const LABELS = {
  leeftijd: (age) => say("search-age", { age }),
  open: () => say("search-open"),
  wacht: (limit) => say("search-at-most", length(limit)),
  afstand: (number) => say("search-within", within(number)),
};

/** Brings the controls and the chosen filters in line with the state. */
function sync() {
  if (document.activeElement !== box) {
    box.value = (state.woorden || [""]).join(";");
  }
  for (const input of all("[data-key]")) {
    const values = state[input.dataset.key] || [input.dataset.key === "soort" ? facets.kind() : ""];
    if (input.type === "checkbox") {
      input.checked = values.includes(input.value);
    } else if (document.activeElement !== input || input.localName === "select") {
      input.value = values[0];
    }
  }
  const origin = originOf(index.catalogue, state);
  one("postcode").hidden = !state.postcode || Boolean(origin);
  control("afstand").disabled = !origin;
  const orders = control("sorteer").options;
  orders[1].text = say("search-order-wait", { until: length(1).until });
  orders[2].disabled = !origin;
  const tags = facets.active().flatMap((key) =>
    state[key].map((value) => {
      const label = LABELS[key] ? LABELS[key](value) : facets.names[key].get(value) || value;
      const tag = piece("chosen", { label });
      Object.assign(tag.firstElementChild.dataset, { tag: key, value });
      tag.firstElementChild.ariaLabel = say("search-remove", { filter: label });
      return tag;
    }),
  );
  one("tags").hidden = !tags.length;
  one("tags").querySelector("ul").replaceChildren(...tags);
  button.ariaExpanded = String(!one("shell").hidden && one("facets").open);
  counts += 1;
  const turn = counts;
  requestAnimationFrame(() => setTimeout(() => turn === counts && tally()));
}

/** Counts what every value would leave; after the results are on the screen. */
function tally() {
  const within = new Set(providers);
  for (const key of [...Object.keys(facets.names), ...Object.keys(LIMITS)]) {
    const remaining = facets.counts(key, within);
    for (const input of all(`[data-key=${key}]`)) {
      for (const option of input.options || [input]) {
        const number = ` (${remaining(option.value)})`;
        if (option === input) {
          input.parentElement.querySelector("[data-count]").textContent = number;
        } else if (option.value) {
          option.text = (key === "wacht" ? LABELS.wacht(option.value) : say("search-distance", { number: option.value })) + number;
        }
      }
    }
  }
}

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
  if (one("facets")) {
    found.querySelector("#gevonden").focus();
  }
});
button.addEventListener("click", () => {
  const wasOpen = one("facets") && !one("shell").hidden;
  isOpen = true;
  show();
  if (index) {
    one("facets").open = !(wasOpen && one("facets").open);
    button.ariaExpanded = String(one("facets").open);
  }
});
found.addEventListener("change", ({ target }) => {
  const { key } = target.dataset;
  const boxes = all(`[data-key=${key}]`);
  set(key, target.type === "checkbox" ? boxes.filter((input) => input.checked).map((input) => input.value) : [target.value.trim()], true);
});
found.addEventListener("click", ({ target }) => {
  const tag = target.closest("[data-tag]");
  if (tag) {
    const { tag: key, value } = tag.dataset;
    set(key, state[key].filter((other) => other !== value), true);
  } else if (target.matches("[data-clear]")) {
    const { woorden, sorteer } = state;
    take(JSON.parse(JSON.stringify({ woorden, sorteer })), true);
  } else if (target.matches("[data-more]")) {
    const { group } = target.closest("[data-group]").dataset;
    const before = shown[group] || STEP;
    shown[group] = before + STEP;
    show();
    found.querySelector(`[data-group=${group}] li.card:nth-child(${before + 1}) a`).focus();
    return;
  } else {
    keep("replaceState");
    return;
  }
  found.querySelector("#gevonden").focus();
});
addEventListener("popstate", () => {
  if (location.hash && !location.hash.includes("=")) {
    // A link within the page: the place is reached, the search stays in the address.
    history.replaceState(null, "", `#${writeState(state)}`);
    return;
  }
  state = readState(location.hash);
  shown = {};
  clearTimeout(saying);
  box.value = (state.woorden || [""]).join(";");
  show();
});

async function bytes(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) {
    throw new Error(`${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

async function load() {
  index = new SearchIndex(await bytes(form.dataset.core));
  facets = facetsOf(index.catalogue);
  isOpen = "asked" in form.dataset;
  show();
  // Without the whole texts the search still answers, from titles and short texts.
  const texts = await bytes(form.dataset.texts).catch(() => null);
  if (texts) {
    index.addTexts(texts);
    show();
  }
}

if (box.value) {
  state.woorden = [box.value];
} else {
  box.value = (state.woorden || [""]).join(";");
}
show();
load().catch(() => {
  status.textContent = "";
  form.querySelector("[data-failed]").hidden = false;
});
