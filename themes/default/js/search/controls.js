// The filters and the order on the page: made once, brought in line with the state, and counted when there is time.

import { LIMITS } from "./facets.js";
import { weeks } from "./waits.js";
import { byName, count, fragmentOf, piece, say } from "./words.js";

/** Values of a filter in words, where they are not the names of a list. */
const LABELS = {
  leeftijd: (age) => say("search-age", { age }),
  open: () => say("search-open"),
  wacht: (limit, { kind }) => say("search-at-most", { length: weeks(+limit), until: say(`wait-until-${kind}`) }),
  afstand: (number, { state }) => say("search-within", { number, postcode: state.postcode[0] }),
};

/** What can be chosen, with the results below it. */
export class Controls {
  /**
   * @param {HTMLElement} shell where they go
   * @param {Facets} facets
   */
  constructor(shell, facets) {
    this.shell = shell;
    this.facets = facets;
    this.tallies = 0;
    shell.append(fragmentOf("shell"));
    this.one("facets").open = matchMedia("(min-width: 60rem)").matches;
    for (const [key, names] of Object.entries(facets.names)) {
      const choices = [...names].sort((one, other) => byName(one[1], other[1]));
      const facet = shell.querySelector(`[data-facet=${key}]`);
      facet.hidden = choices.length < 2;
      facet.querySelector("fieldset").append(
        ...choices.map(([value, label]) => {
          const choice = piece("choice", { label });
          Object.assign(choice.querySelector("input"), { value }).dataset.key = key;
          return choice;
        }),
      );
    }
    this.control("soort").append(...facets.kinds.map((kind) => new Option(say(`wait-kind-${kind}`), kind)));
    for (const key of ["wacht", "afstand"]) {
      this.control(key).append(new Option(say("search-any"), ""), ...LIMITS[key].map((limit) => new Option("", limit)));
    }
    this.one("waits").hidden = !facets.kinds.length;
    this.one("distance").hidden = !facets.catalogue.postcodes.size;
  }

  one(name) {
    return this.shell.querySelector(`[data-${name}]`);
  }

  all(selector) {
    return [...this.shell.querySelectorAll(selector)];
  }

  control(key) {
    return this.one(`key=${key}`);
  }

  /** What a control says now, of check boxes all that are ticked. */
  values({ type, value, dataset }) {
    const ticked = this.all(`[data-key=${dataset.key}]:checked`).map((box) => box.value);
    return type === "checkbox" ? ticked : [value.trim()];
  }

  /** Brings everything in line with the state. */
  sync(providers) {
    const { active, kind, names, origin, state } = this.facets;
    for (const input of this.all("[data-key]")) {
      const values = state[input.dataset.key] || [input.dataset.key === "soort" ? kind : ""];
      if (input.type === "checkbox") {
        input.checked = values.includes(input.value);
      } else {
        input.value = values[0];
      }
    }
    this.one("postcode").hidden = !state.postcode || Boolean(origin);
    this.control("afstand").disabled = !origin;
    const [, byWait, byDistance] = this.control("sorteer").options;
    byWait.text = say("search-order-wait", { until: say(`wait-until-${kind}`) });
    byDistance.disabled = !origin;
    const tags = active.flatMap((key) =>
      state[key].map((value) => {
        const label = key in LABELS ? LABELS[key](value, this.facets) : names[key].get(value) || value;
        const tag = piece("chosen", { label });
        const button = tag.firstElementChild;
        button.ariaLabel = say("search-remove", { filter: label });
        Object.assign(button.dataset, { tag: key, value });
        return tag;
      }),
    );
    this.one("tags").hidden = !tags.length;
    this.one("tags").querySelector("ul").replaceChildren(...tags);
    this.tallies += 1;
    const turn = this.tallies;
    requestAnimationFrame(() => setTimeout(() => turn === this.tallies && this.tally(new Set(providers))));
  }

  /** Counts what every value would leave; after the results are on the screen. */
  tally(providers) {
    const write = {
      wacht: (limit) => LABELS.wacht(limit, this.facets),
      afstand: (number) => say("search-distance", { number }),
    };
    for (const key of [...Object.keys(this.facets.names), ...Object.keys(LIMITS)]) {
      const remaining = this.facets.counts(key, providers);
      for (const input of this.all(`[data-key=${key}]`)) {
        if (input.type === "checkbox") {
          input.parentElement.querySelector("[data-count]").textContent = `(${remaining(input.value)})`;
          continue;
        }
        for (const option of [...input.options].slice(1)) {
          option.text = `${write[key](option.value)} (${remaining(option.value)})`;
        }
      }
    }
  }

  /**
   * Shows a group of results.
   * @param {"help" | "providers"} name
   * @param {number[]} numbers of documents
   * @param {number} most
   * @param {Results} results
   */
  group(name, numbers, most, results) {
    const section = this.one(`group=${name}`);
    section.hidden = !numbers.length;
    section.querySelector("ol").replaceChildren(...numbers.slice(0, most).map((number) => results.card(number)));
    section.querySelector("[data-more]").hidden = numbers.length <= most;
  }

  /**
   * Says what the lists do not.
   * @param {number} unsure providers that are left out because something is not known
   */
  remarks({ unsure, isRelaxed, isNothing }) {
    this.one("left-out").hidden = !unsure;
    this.one("left-out").textContent = count("search-left-out", unsure);
    this.one("relaxed").hidden = !isRelaxed;
    this.one("nothing").hidden = !isNothing;
  }
}
