/** Which pages of a published municipality stand for all of its pages. */

import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { PUBLIC } from "./published_site.mjs";

/** The municipality whose every page kind is looked at. */
export const FIRST = "apeldoorn";
/** A second municipality, for what may differ: other texts, fewer providers. */
export const SECOND = "hattem";

/** The folders of other languages inside a site: the same kinds of pages again. */
const LANGUAGES = ["en"];

/** The page kinds that have a page each, by the first folder of their path. Every other folder is a text page. */
const KINDS = new Map([
  ["", "home"],
  ["zoeken", "search"],
  ["vraag", "questions"],
  ["hulp", "products"],
  ["aanbieders", "providers"],
  ["plaats", "place"],
  ["wachttijden", "waits"],
  ["uitkomsten", "outcomes"],
  ["vergelijken", "compare"],
  ["lijst", "shortlist"],
  ["verwijzers", "referrers"],
  ["lokale-hulp", "local help"],
  ["niet-gevonden-aanbieder", "not listed"],
  ["wijzigingen", "changes"],
  ["gegevens", "open data"],
]);

/** The page kinds below a list, by the folder of that list. */
const KINDS_BELOW = new Map([
  ["vraag", "question"],
  ["hulp", "product"],
  ["aanbieders", "provider"],
  ["plaats", "place"],
  ["wachttijden", "product waits"],
  ["uitkomsten", "measure"],
]);

/** The page kinds on which somebody chooses or compares, which carry both statements. */
export const KINDS_WITH_A_CHOICE = [
  "home",
  "search",
  "questions",
  "question",
  "products",
  "product",
  "providers",
  "provider",
  "place",
  "waits",
  "product waits",
  "outcomes",
  "measure",
  "not listed",
  "changes",
  "compare",
  "shortlist",
  "referrers",
  "referrers: product",
  "referrers: profile",
  "referrers: group",
];

/** The page kinds below the page for referrers, by the folder in it. */
const KINDS_FOR_REFERRERS = new Map([
  ["hulp", "referrers: product"],
  ["vraag", "referrers: profile"],
  ["groep", "referrers: group"],
]);

/**
 * @typedef {{ kind: string, path: string }} SitePage
 * A page by its path below the municipality's folder: `""` is the home page.
 */

/**
 * The longest and the shortest page of every kind, and all text pages.
 *
 * Of one language: that of the content, or with `apeldoorn/en` another.
 *
 * @param {string} municipality
 * @returns {Promise<SitePage[]>}
 */
export async function pagesOfEveryKind(municipality) {
  /** @type {Map<string, { path: string, size: number }[]>} */
  const found = new Map();
  for (const page of await pagesBelow(path.join(PUBLIC, municipality), "")) {
    const kind = kindOf(page.path);
    found.set(kind, [...(found.get(kind) ?? []), page]);
  }
  /** @type {SitePage[]} */
  const chosen = municipality.includes("/") ? [] : [{ kind: "not found", path: "404.html" }];
  for (const [kind, pages] of found) {
    pages.sort((a, b) => b.size - a.size || a.path.localeCompare(b.path));
    const ends = new Set([pages[0], pages[pages.length - 1]]);
    for (const page of ends) chosen.push({ kind, path: page.path });
  }
  return chosen.sort((a, b) => a.path.localeCompare(b.path));
}

/**
 * The longest page of one kind.
 *
 * @param {string} municipality
 * @param {string} kind
 * @returns {Promise<string>}
 */
export async function longestPage(municipality, kind) {
  const pages = (await pagesBelow(path.join(PUBLIC, municipality), "")).filter((page) => kindOf(page.path) === kind);
  pages.sort((a, b) => b.size - a.size || a.path.localeCompare(b.path));
  if (pages.length === 0) throw new Error(`${municipality} has no page of the kind \`${kind}\``);
  return pages[0].path;
}

/** @param {string} pagePath @returns {string} */
export function kindOf(pagePath) {
  const [first, second] = pagePath.split("/");
  if (first === "verwijzers" && second) return KINDS_FOR_REFERRERS.get(second) ?? "text";
  if (second) return KINDS_BELOW.get(first) ?? KINDS.get(first) ?? "text";
  return KINDS.get(first) ?? "text";
}

/**
 * Every page below a folder of a site, with the size of its file.
 *
 * @param {string} folder
 * @param {string} pagePath
 * @returns {Promise<{ path: string, size: number }[]>}
 */
export async function pagesBelow(folder, pagePath) {
  const pages = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (pagePath === "" && LANGUAGES.includes(entry.name)) continue;
    if (entry.isDirectory()) pages.push(...(await pagesBelow(file, `${pagePath}${entry.name}/`)));
    else if (entry.name === "index.html") pages.push({ path: pagePath, size: (await stat(file)).size });
  }
  return pages;
}
