/** The page of a provider as it is seen: charts, map, bars and the printed sheet. */

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, longestPage } from "./page_kinds.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

const MOST_BYTES = 30 * 1024;
const MARGIN = "10mm";
/** Providers with this many kinds of help have no very long offer. */
const FEW_OFFERS = 2;

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let site;
/** @type {{ path: string, html: string }[]} */
let providers;

before(async () => {
  browser = await launch();
  site = await serve(PUBLIC);
  const folder = path.join(PUBLIC, FIRST, "aanbieders");
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  providers = await Promise.all(
    entries.map(async ({ name }) => ({
      path: `/${FIRST}/aanbieders/${name}/`,
      html: await readFile(path.join(folder, name, "index.html"), "utf8"),
    })),
  );
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/**
 * @template T
 * @param {string} pathname
 * @param {import("playwright-core").BrowserContextOptions} options
 * @param {(page: import("playwright-core").Page) => Promise<T>} visit
 */
function onPage(pathname, options, visit) {
  return withPage(browser, { viewport: { width: 360, height: 800 }, bypassCSP: true, ...options }, async (page) => {
    await page.goto(site.origin + pathname);
    await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => details.setAttribute("open", "")));
    return visit(page);
  });
}

/** @param {RegExp} wanted */
function providerWith(wanted) {
  const found = providers.find(({ html }) => wanted.test(html));
  assert.ok(found, `no provider of the demonstration has ${wanted}`);
  return found.path;
}

describe("a chart of waits", () => {
  test("is seen above a table with as many lengths as it has dots", async () => {
    await onPage(providerWith(/class="?chart-dot/), {}, async (page) => {
      const trends = page.locator(".trend:has(svg.chart)");
      assert.ok((await trends.count()) > 0);
      for (const trend of await trends.all()) {
        const box = await trend.locator("svg.chart").boundingBox();
        assert.ok(box && box.height > 80 && box.width > 200, JSON.stringify(box));
        const dots = trend.locator(".chart-dot");
        const drawn = (await dots.count()) ? (await dots.getAttribute("d"))?.match(/M/g)?.length : 0;
        const said = await trend.locator("tbody td").allInnerTexts();
        assert.equal(drawn, said.filter((words) => /^\d/.test(words)).length, said.join("; "));
      }
    });
  });
});

describe("the map of locations", () => {
  for (const width of [360, 1440]) {
    test(`has no words over others at ${width} pixels`, async () => {
      for (const { path: pathname } of providers.filter(({ html }) => /class="?map-pin/.test(html)).slice(0, 25)) {
        const overlaps = await onPage(pathname, { viewport: { width, height: 800 } }, (page) => page.evaluate(wordsOverWords));
        assert.deepEqual(overlaps, [], pathname);
      }
    });
  }
});

/** Runs in the page: pairs of words on the map that overlap, and words that leave it. */
function wordsOverWords() {
  const map = document.querySelector("svg.map");
  const frame = map?.getBoundingClientRect();
  const words = [...(map?.querySelectorAll("text, .map-pin") ?? [])].filter(
    (element) => !element.classList.contains("map-pin-number"),
  );
  const found = [];
  for (const [rank, one] of words.entries()) {
    const box = one.getBoundingClientRect();
    if (frame && (box.left < frame.left || box.right > frame.right)) found.push(`${one.textContent} leaves the map`);
    for (const other of words.slice(rank + 1)) {
      const beside = other.getBoundingClientRect();
      const across = Math.min(box.right, beside.right) - Math.max(box.left, beside.left);
      // A line of type is taller than its letters; two lines may touch.
      const down = Math.min(box.bottom, beside.bottom) - Math.max(box.top, beside.top);
      if (across > 0 && down > 4) found.push(`${one.textContent} over ${other.textContent}`);
    }
  }
  return found;
}

describe("the bar of a score", () => {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`stands out from its track at least 3:1 in ${colorScheme}`, async () => {
      const colours = await onPage(providerWith(/class="?bar-interval/), { colorScheme }, (page) =>
        page.evaluate(() =>
          [".bar-interval", ".bar-track"].map((part) => {
            const element = document.querySelector(`.score ${part}`);
            const canvas = new OffscreenCanvas(1, 1).getContext("2d");
            if (element === null || canvas === null) throw new Error(`no ${part}`);
            canvas.fillStyle = getComputedStyle(element).fill;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
          }),
        ),
      );
      const [light, dark] = colours.map(luminance).sort((a, b) => b - a);
      assert.ok((light + 0.05) / (dark + 0.05) >= 3, JSON.stringify(colours));
    });
  }
});

/** @param {number[]} colour */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("axe finds no fault with everything open", async () => {
  const longest = `/${FIRST}/${await longestPage(FIRST, "provider")}`;
  for (const pathname of [longest, providerWith(/class="?chart-cross/)]) {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      const faults = await onPage(pathname, { colorScheme }, async (page) => {
        await page.evaluate(axe.source);
        return page.evaluate(async () => {
          const { axe } = /** @type {any} */ (globalThis);
          const { violations } = await axe.run(document, { resultTypes: ["violations"] });
          return violations.map((/** @type {any} */ rule) => `${rule.id}: ${rule.nodes[0].html.slice(0, 200)}`);
        });
      });
      assert.deepEqual(faults, [], `${pathname} ${colorScheme}`);
    }
  }
});

test("the numbers and codes of a provider stand on paper, with a script as without", async () => {
  const pathname = providerWith(/data-copy="?kvk[^]*data-copy="?agb/);
  for (const javaScriptEnabled of [true, false]) {
    await onPage(pathname, { javaScriptEnabled }, async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const kind of ["kvk", "agb"]) {
        const code = page.locator(`.codes [data-copy=${kind}]`);
        assert.equal(await code.evaluate((element) => element.localName), javaScriptEnabled ? "button" : "code");
        assert.match((await page.locator(".codes").innerText()), new RegExp(await code.evaluate((element) => element.textContent ?? "-")));
        assert.ok((await code.boundingBox()) !== null, kind);
      }
    });
  }
});

test("most providers without a very long offer print on one sheet of A4", async () => {
  const short = providers.filter(({ html }) => (html.match(/data-offer=/g) ?? []).length <= FEW_OFFERS);
  let fitting = 0;
  for (const { path: pathname } of short) {
    fitting += await withPage(browser, {}, async (page) => {
      await page.goto(site.origin + pathname);
      const margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
      const sheets = (await page.pdf({ format: "A4", margin })).toString("latin1").match(/\/Type\s*\/Page[^s]/g);
      return sheets?.length === 1 ? 1 : 0;
    });
  }
  assert.ok(fitting >= short.length * 0.8, `${fitting} of ${short.length}`);
});

test("the longest page with its style and script is small", async () => {
  const longest = providers.reduce((one, other) => (other.html.length > one.html.length ? other : one));
  const assets = [...longest.html.matchAll(/assets\/[\w.]+\.(?:css|js)/g)].map(([name]) => name);
  assert.ok(assets.length > 0);
  let bytes = brotliCompressSync(longest.html).length;
  for (const name of new Set(assets)) {
    const inside = path.join(PUBLIC, FIRST, name);
    const file = await readFile(inside).catch(() => readFile(path.join(PUBLIC, name)));
    bytes += brotliCompressSync(file).length;
  }
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
});
