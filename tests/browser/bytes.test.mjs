/**
 * What a first visit to a page costs: its HTML, all style sheets it links, and all scripts it loads or may load later.
 *
 * Sizes are those of Brotli at quality 5, which hosts use when they compress on the way (nginx 6, Apache 5, Cloudflare 4);
 * a host that compresses once, when it publishes, sends a tenth less. The index of the search is no part of a page: its
 * own limits are in `search_speed.test.mjs`.
 */

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { before, describe, test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { CROWDED, CROWDED_PRODUCT, EMPTY, largeRegion } from "./large_region.mjs";
import { FIRST, kindOf, pagesBelow } from "./page_kinds.mjs";
import { PUBLIC } from "./published_site.mjs";

const QUALITY = 5;
const MOST = 30_000;
const MOST_OF_A_PRODUCT = 60_000;
const MOST_CSS = 15_000;

/** @typedef {{ path: string, kind: string, html: number, css: number, script: number, all: number }} Cost */

/** @type {Map<string, { bytes: number, text: string }>} */
const assets = new Map();

/** @param {Buffer} bytes */
const sent = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length;

/** @param {string} file */
async function asset(file) {
  const known = assets.get(file);
  if (known !== undefined) return known;
  const bytes = await readFile(file);
  const measured = { bytes: sent(bytes), text: bytes.toString("utf8") };
  assets.set(file, measured);
  return measured;
}

/**
 * The scripts that a script leads to, by import or in any other way that has their published name in it.
 *
 * @param {string} folder
 * @param {string[]} names
 */
async function scriptsFrom(folder, names) {
  const found = new Set(names);
  for (const name of found) {
    const { text } = await asset(path.join(folder, name));
    for (const [, other] of text.matchAll(/["'`](?:\.\/)?([\w-]+\.[0-9a-f]+\.js)["'`]/g)) found.add(other);
  }
  return [...found];
}

/**
 * @param {string} site the folder of a municipality's site
 * @param {string} pagePath
 * @returns {Promise<Cost>}
 */
async function cost(site, pagePath) {
  const html = await readFile(path.join(site, pagePath, pagePath.endsWith(".html") ? "" : "index.html"));
  const folder = path.join(site, "assets");
  const named = (/** @type {string} */ end) => [...new Set([...html.toString("utf8").matchAll(new RegExp(`assets/([\\w-]+\\.[0-9a-f]+\\.${end})`, "g"))].map(([, name]) => name))];
  const sum = async (/** @type {string[]} */ names) => {
    let bytes = 0;
    for (const name of names) bytes += (await asset(path.join(folder, name))).bytes;
    return bytes;
  };
  const parts = { html: sent(html), css: await sum(named("css")), script: await sum(await scriptsFrom(folder, named("js"))) };
  return { path: `${path.basename(site)}/${pagePath}`, kind: kindOf(pagePath), ...parts, all: parts.html + parts.css + parts.script };
}

/** @param {string} folder @param {string[]} municipalities */
async function costs(folder, municipalities) {
  const all = [];
  for (const municipality of municipalities) {
    const site = path.join(folder, municipality);
    for (const page of await pagesBelow(site, "")) all.push(await cost(site, page.path));
    all.push(await cost(site, "404.html"));
  }
  return all.sort((one, other) => other.all - one.all);
}

/** @param {Cost} page */
const line = (page) => `${page.all} bytes (${page.html} HTML, ${page.css} CSS, ${page.script} script): /${page.path}`;

/** @param {string} folder */
async function municipalitiesOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && entry.name !== "assets").map((entry) => entry.name);
}

describe("the demonstration", () => {
  /** @type {Cost[]} */
  let pages;
  before(async () => {
    pages = await costs(PUBLIC, await municipalitiesOf(PUBLIC));
  });

  test("a first visit to any page costs at most 30 KB", (context) => {
    for (const page of pages.slice(0, 10)) context.diagnostic(line(page));
    assert.deepEqual(pages.filter(({ all }) => all > MOST).map(line), []);
  });

  test("all style sheets together cost at most 15 KB", (context) => {
    const most = Math.max(...pages.map(({ css }) => css));
    context.diagnostic(`${most} bytes`);
    assert.ok(most <= MOST_CSS, `${most} bytes`);
  });
});

describe("a region of 300 providers", () => {
  /** @type {Cost[]} */
  let pages;
  /** The costliest page of every kind. @type {Cost[]} */
  let kinds;
  before(async () => {
    const { target } = await largeRegion();
    pages = await costs(target, [FIRST, CROWDED, EMPTY]);
    kinds = [...new Map(pages.toReversed().map((page) => [page.kind, page])).values()];
    kinds.sort((one, other) => other.all - one.all);
  });

  test("a page of every kind costs at most 30 KB, and one of a product at most 60 KB", (context) => {
    for (const page of kinds) context.diagnostic(`${page.kind}: ${line(page)}`);
    const limit = (/** @type {Cost} */ { kind }) => (kind === "product" ? MOST_OF_A_PRODUCT : MOST);
    assert.deepEqual(pages.filter((page) => page.all > limit(page)).map(line), []);
  });

  test("the pages that were measured hold everybody", async () => {
    const { target } = await largeRegion();
    const names = async (/** @type {string} */ pagePath) => {
      const html = await readFile(path.join(target, pagePath, "index.html"), "utf8");
      return new Set([...html.matchAll(/aanbieders\/([\w-]+)\/|<div id="?([\w-]+)"?><dt>/g)].map(([, one, other]) => one ?? other)).size;
    };
    for (const pagePath of [`${FIRST}/aanbieders`, `${CROWDED}/hulp/${CROWDED_PRODUCT}`, `${CROWDED}/wachttijden/${CROWDED_PRODUCT}`, `${FIRST}/uitkomsten/ervaring-ouders`, `${EMPTY}/niet-gevonden-aanbieder`]) {
      assert.ok((await names(pagePath)) >= 300, `${pagePath} names ${await names(pagePath)} providers`);
    }
  });
});
