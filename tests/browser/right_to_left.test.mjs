/** A third language is a file: the interface in a language written from right to left, made on the fly, stays whole. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import axe from "axe-core";
import { launch, withPage } from "./chromium.mjs";
import { FIRST } from "./page_kinds.mjs";
import { serve } from "./published_site.mjs";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const PROGRAM = process.env.KEUZEWIJZER ?? path.join(REPOSITORY, "target/release/keuzewijzer");
/** Pages of different make: choices, tables, a wide table, scores, search, text in Dutch only. */
const PAGES = ["", "hulp/", "vraag/overbelaste-ouders/", "hulp/pleegzorg/", "aanbieders/", "wachttijden/", "uitkomsten/", "zoeken/", "vergelijken/", "privacy/"];

/** @type {string} */
let folder;
/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let site;

/**
 * English words made longer by words of the other script around them. Messages over several lines stay as they are.
 *
 * @param {string} english
 */
function inArabic(english) {
  return english
    .replace(/^([a-z0-9-]+) = (\S.*)$/gm, (line, key, words) => (words.endsWith("->") ? line : `${key} = ع ${words} عربي`))
    .replace(/^(language-own-name) = .*$/m, "$1 = العربية")
    .replace(/^(date) = .*$/m, "$1 = { $day } { $month } { $year }")
    .replace(/^(decimal-mark) = .*$/m, "$1 = .");
}

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "keuzewijzer-rtl-"));
  const at = (/** @type {string} */ name) => path.join(folder, name);
  await cp(path.join(REPOSITORY, "content"), at("content"), { recursive: true });
  await cp(path.join(REPOSITORY, "themes"), at("themes"), { recursive: true });
  const words = await readFile(at("themes/default/i18n/en.ftl"), "utf8");
  await writeFile(at("themes/default/i18n/ar.ftl"), inArabic(words));
  await cp(at("content/statements/en"), at("content/statements/ar"), { recursive: true });
  const settings = await readFile(at("content/site.toml"), "utf8");
  await writeFile(at("content/site.toml"), settings.replace('other_languages = ["en"]', 'other_languages = ["en", "ar"]'));
  await promisify(execFile)(PROGRAM, ["build"], { cwd: folder, maxBuffer: 1 << 26 });
  browser = await launch();
  site = await serve(at("public"));
});
after(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/**
 * What sticks out of the page on either side. Runs in the page.
 *
 * @returns {string[]}
 */
function sticksOut() {
  const root = document.documentElement;
  const width = root.clientWidth;
  const lost = root.scrollWidth > width ? [`the page is ${root.scrollWidth} wide in ${width}`] : [];
  for (const element of document.body.querySelectorAll("*")) {
    if (!(element instanceof HTMLElement) || element.closest("thead, .skip, .skip-list, .skip-filters, .visually-hidden, .table-wrap") !== null) continue;
    const { left, right } = element.getBoundingClientRect();
    if (left < -1 || right > width + 1) lost.push(`${element.localName}.${element.className} from ${left} to ${right}`);
  }
  return lost;
}

/** @param {string[]} rules */
async function violations(rules) {
  const { axe } = /** @type {any} */ (globalThis);
  const results = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
  return results.violations.flatMap((/** @type {any} */ rule) => rule.nodes.slice(0, 3).map((/** @type {any} */ node) => `${rule.id}: ${node.html.slice(0, 160)}`));
}

describe("in a language written from right to left", { concurrency: 2 }, () => {
  for (const address of ["/ar/", ...PAGES.map((page) => `/${FIRST}/ar/${page}`)]) {
    test(`${address} stays whole and in order`, () =>
      withPage(browser, { bypassCSP: true, viewport: { width: 320, height: 800 } }, async (page) => {
        const answer = await page.goto(site.origin + address);
        assert.equal(answer?.status(), 200);
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).direction), "rtl");
        assert.equal(await page.getAttribute("html", "lang"), "ar");
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        assert.deepEqual(await page.evaluate(sticksOut), []);
        await page.evaluate(axe.source);
        assert.deepEqual(await page.evaluate(violations, ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]), []);
      }));
  }

  test("the menu and a table begin on the right, and Dutch runs its own way", () =>
    withPage(browser, { bypassCSP: true, viewport: { width: 1440, height: 900 } }, async (page) => {
      await page.goto(`${site.origin}/${FIRST}/ar/hulp/pleegzorg/`);
      const lefts = (/** @type {string} */ selector) =>
        page.$$eval(selector, (elements) => elements.slice(0, 2).map((element) => element.getBoundingClientRect().left));
      for (const selector of [".site-nav li", "main table thead th"]) {
        const [first, second] = await lefts(selector);
        assert.ok(first > second, `${selector}: ${first} is not right of ${second}`);
      }
      const prose = page.locator("main .prose");
      assert.equal(await prose.getAttribute("lang"), "nl");
      assert.equal(await prose.evaluate((element) => getComputedStyle(element).direction), "ltr");
    }));

  test("a number to call keeps its order", () =>
    withPage(browser, {}, async (page) => {
      await page.goto(`${site.origin}/${FIRST}/ar/`);
      const lefts = await page.$$eval('.urgent-list [href="tel:08002000"]', ([link]) =>
        [0, 5].map((at) => {
          const range = document.createRange();
          range.setStart(/** @type {Node} */ (link.firstChild), at);
          range.setEnd(/** @type {Node} */ (link.firstChild), at + 1);
          return range.getBoundingClientRect().left;
        }),
      );
      assert.ok(lefts[0] < lefts[1], `0800 stands at ${lefts[0]}, 2000 at ${lefts[1]}`);
    }));

  test("both other languages can be chosen, each by its own name", () =>
    withPage(browser, {}, async (page) => {
      await page.goto(`${site.origin}/${FIRST}/ar/hulp/`);
      const names = await page.$$eval(".languages a", (links) => links.map((link) => `${link.getAttribute("lang")} ${link.textContent}`));
      assert.deepEqual(names, ["nl Nederlands", "en English"]);
      await page.click('.languages a[hreflang="en"]');
      assert.equal(new URL(page.url()).pathname, `/${FIRST}/en/hulp/`);
      assert.equal(await page.textContent("h1"), "Kinds of help");
    }));
});
