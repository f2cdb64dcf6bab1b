/**
 * What a first visit to a page costs: its HTML, all style sheets it links, and all scripts it loads. What is loaded only when
 * somebody turns to the search is no part of a page: its own limits are in `search_speed.test.mjs`.
 *
 * A page that is too large at Brotli's quality 5, which hosts use when they compress on the way (nginx 6, Apache 5, Cloudflare
 * 4), must fit at quality 11, as it is sent by a host that compresses once, when it publishes.
 */

import assert from "node:assert/strict";
import { access, readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { before, describe, test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { CROWDED, CROWDED_PRODUCT, EMPTY, largeRegion } from "./large_region.mjs";
import { FIRST, kindOf, pagesBelow } from "./page_kinds.mjs";
import { PUBLIC } from "./published_site.mjs";

const ON_THE_WAY = 5;
const ONCE = 11;
const MOST = 30_000;
const MOST_OF_A_PRODUCT = 60_000;
const MOST_CSS = 15_000;

/** @typedef {{ site: string, page: string, path: string, kind: string, html: number, css: number, script: number, all: number }} Cost */

/** @type {Map<string, { bytes: number, text: string }>} */
const assets = new Map();

/** @param {Buffer} bytes @param {number} quality */
const sent = (bytes, quality) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

/** @param {string} file @param {number} quality */
async function asset(file, quality) {
  const known = assets.get(`${quality} ${file}`);
  if (known !== undefined) return known;
  const bytes = await readFile(file);
  const measured = { bytes: sent(bytes, quality), text: bytes.toString("utf8") };
  assets.set(`${quality} ${file}`, measured);
  return measured;
}

/**
 * The scripts that a script leads to, but those that it imports only when they are asked for.
 *
 * @param {string} folder
 * @param {string[]} names
 */
async function scriptsFrom(folder, names) {
  const found = new Set(names);
  for (const name of found) {
    const { text } = await asset(path.join(folder, name), ON_THE_WAY);
    for (const [, other] of text.matchAll(/(?<!import\()["'`](?:\.\/)?([\w-]+\.[0-9a-f]+\.js)["'`]/g)) found.add(other);
  }
  return [...found];
}

/**
 * @param {string} site the folder of a municipality's site
 * @param {string} pagePath
 * @param {number} [quality]
 * @returns {Promise<Cost>}
 */
async function cost(site, pagePath, quality = ON_THE_WAY) {
  const html = await readFile(path.join(site, pagePath, pagePath.endsWith(".html") ? "" : "index.html"));
  const folder = path.join(site, "assets");
  const named = (/** @type {string} */ end) => [...new Set([...html.toString("utf8").matchAll(new RegExp(`assets/([\\w-]+\\.[0-9a-f]+\\.${end})`, "g"))].map(([, name]) => name))];
  const sum = async (/** @type {string[]} */ names) => {
    let bytes = 0;
    for (const name of names) bytes += (await asset(path.join(folder, name), quality)).bytes;
    return bytes;
  };
  const parts = { html: sent(html, quality), css: await sum(named("css")), script: await sum(await scriptsFrom(folder, named("js"))) };
  return { site, page: pagePath, path: `${path.basename(site)}/${pagePath}`, kind: kindOf(pagePath), ...parts, all: parts.html + parts.css + parts.script };
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

/**
 * The pages that cost more than a limit also when they are compressed once.
 *
 * @param {Cost[]} pages
 * @param {(page: Cost) => number} limit
 */
async function tooLarge(pages, limit) {
  const lines = [];
  for (const page of pages.filter((page) => page.all > limit(page))) {
    const small = await cost(page.site, page.page, ONCE);
    if (small.all > limit(page)) lines.push(line(small));
  }
  return lines;
}

/** @param {Cost} page */
const line = (page) => `${page.all} bytes (${page.html} HTML, ${page.css} CSS, ${page.script} script): /${page.path}`;

/**
 * The municipalities of a published region: what has a page for addresses that do not exist.
 *
 * @param {string} folder
 */
async function municipalitiesOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const own = await Promise.all(names.map((name) => access(path.join(folder, name, "404.html")).then(() => [name], () => [])));
  return own.flat();
}

describe("the demonstration", () => {
  /** @type {Cost[]} */
  let pages;
  before(async () => {
    pages = await costs(PUBLIC, await municipalitiesOf(PUBLIC));
  });

  test("a first visit to any page costs at most 30 KB", async (context) => {
    for (const page of pages.slice(0, 10)) context.diagnostic(line(page));
    assert.deepEqual(await tooLarge(pages, () => MOST), []);
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

  test("a page of every kind costs at most 30 KB, and one of a product at most 60 KB", async (context) => {
    for (const page of kinds) context.diagnostic(`${page.kind}: ${line(page)}`);
    const limit = (/** @type {Cost} */ { kind }) => (kind === "product" ? MOST_OF_A_PRODUCT : MOST);
    assert.deepEqual(await tooLarge(pages, limit), []);
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
