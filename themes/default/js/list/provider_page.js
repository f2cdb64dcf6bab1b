// A provider's own page, read for what it says: lists take over its words, so that they are the same everywhere.

/** The top of the site in the language of this page. */
const top = new URL("../", location.href.split("#")[0]).href;

/** Pages that were asked for, so that none is asked for twice. */
const asked = new Map();

/** @typedef {"read" | "missing" | "failed"} PageState */

/** Asks for the page as anybody does: its address says nothing of the list or of the visitor. */
function ask(href) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", href);
    request.responseType = "document";
    request.onload = () => {
      const isRead = request.status === 200 && request.response;
      resolve({ state: isRead ? "read" : request.status === 404 ? "missing" : "failed", page: request.response });
    };
    request.onerror = () => resolve({ state: "failed", page: null });
    request.send();
  });
}

/** Copies nodes of another page: links lead where they led there, and no id stands twice. */
function copied(nodes) {
  return [...nodes].map((node) => {
    const copy = document.importNode(node, true);
    const links = node.querySelectorAll("a[href]");
    copy.querySelectorAll("a[href]").forEach((link, rank) => link.setAttribute("href", links[rank].href));
    for (const element of [copy, ...copy.querySelectorAll("[id]")]) {
      element.removeAttribute("id");
    }
    return copy;
  });
}

/** One entry of the list with what the page of its provider says. */
export class Listed {
  /**
   * @param {string} entry `de-lindeboom` or `de-lindeboom:pleegzorg`
   * @param {PageState} state
   * @param {Document | null} page
   */
  constructor(entry, state, page) {
    const [provider, product] = entry.split(":");
    Object.assign(this, { entry, provider, product, state, href: `${top}aanbieders/${provider}/` });
    this.page = state === "read" ? page : null;
    this.offers = this.page ? [...this.page.querySelectorAll("[data-offer]")] : [];
    this.offer = product ? this.offers.find(({ dataset }) => dataset.offer === product) : this.offers.length === 1 && this.offers[0];
    const title = this.page && this.page.querySelector("[data-fact=name]");
    this.name = title ? title.textContent.trim() : provider;
    const chosen = this.offer && this.offer.querySelector("[data-fact=product]");
    this.productName = chosen ? chosen.textContent.trim() : "";
    this.fullName = [this.name, this.productName].filter(Boolean).join(", ");
  }

  /** Where the page says something: of the chosen offer, else of the provider. */
  said(name) {
    const within = this.offer && this.offer.querySelectorAll(`[data-fact=${name}]`);
    return within && within.length ? within : this.page ? this.page.querySelectorAll(`[data-fact=${name}]:not([data-offer] *)`) : [];
  }

  /** What the page says, as nodes to put elsewhere; none when it says nothing. */
  fact(name) {
    return copied(this.said(name));
  }

  /**
   * The score on a measure over all help, or why there is none.
   * @param {string} code of the measure
   */
  measure(code) {
    const score = this.page.querySelector(`[data-measure=${code}]`);
    const none = this.page.querySelectorAll("section:has(> #uitkomsten) > .absence");
    return copied(score ? [score] : none);
  }

  /** Where help is, as points for distances: of the offer, else every location of the provider. */
  get points() {
    const within = [this.offer || null].filter((offer) => offer && offer.dataset.at);
    const marked = within.length || !this.page ? within : [...this.page.querySelectorAll("[data-fact=location][data-at]")];
    return marked.map(({ dataset }) => dataset.at).filter(Boolean).join(";");
  }

  /** Telephone numbers as they are written, of the provider itself. */
  get phones() {
    return [...this.said("contact")].flatMap((node) => [...node.querySelectorAll("[href^='tel:']")].map((link) => link.textContent));
  }
}

/**
 * @param {string} entry
 * @returns {Promise<Listed>}
 */
export async function listed(entry) {
  const [provider] = entry.split(":");
  if (!asked.has(provider)) {
    asked.set(provider, ask(`${top}aanbieders/${provider}/`));
  }
  const { state, page } = await asked.get(provider);
  return new Listed(entry, state, page);
}
