/** What script adds to long lists: narrowing by name, and an order by score in which ties stay ties. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, withPage } from "./chromium.mjs";
import { FIRST } from "./page_kinds.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let site;

before(async () => {
  browser = await launch();
  site = await serve(PUBLIC);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/**
 * @template T
 * @param {string} pagePath
 * @param {(page: import("playwright-core").Page) => Promise<T>} visit
 * @param {import("playwright-core").BrowserContextOptions} options
 */
function at(pagePath, visit, options = {}) {
  return withPage(browser, options, async (page) => {
    await page.goto(`${site.origin}/${FIRST}/${pagePath}`);
    return visit(page);
  });
}

describe("narrowing a list by name", () => {
  test("leaves the names that hold what was typed, whatever their case and marks, and counts them", async () => {
    await at("aanbieders/", async (page) => {
      const names = await page.locator(".line .name").allTextContents();
      const [first] = names;
      await page.getByLabel("Zoek een naam").fill(first.slice(0, 4).toUpperCase());
      const plain = (/** @type {string} */ text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      const expected = names.filter((name) => plain(name).includes(plain(first.slice(0, 4))));
      const left = await page.locator(".line:visible .name").allTextContents();
      assert.deepEqual(left, expected);
      const number = left.length === 1 ? "1 aanbieder " : `${left.length} aanbieders `;
      assert.ok((await page.locator("[data-narrow] [role=status]").textContent())?.startsWith(number));
    });
  });

  test("hides letters that nothing is left of, and says when nothing is left at all", async () => {
    await at("aanbieders/", async (page) => {
      await page.getByLabel("Zoek een naam").fill("qqqq");
      assert.equal(await page.locator(".letter:visible").count(), 0);
      assert.equal(await page.locator("[data-narrow] [role=status]").textContent(), "Geen aanbieder met deze naam.");
      await page.getByLabel("Zoek een naam").fill("");
      assert.ok((await page.locator(".letter:visible").count()) > 5);
    });
  });

  test("is not offered without script", async () => {
    const isShown = await at("aanbieders/", (page) => page.locator("[data-narrow]").isVisible(), { javaScriptEnabled: false });
    assert.equal(isShown, false);
  });
});

describe("the letters above the list of providers", () => {
  test("lead to names, and a letter that no name starts with leads nowhere", async () => {
    await at("aanbieders/", async (page) => {
      const letters = await page.locator("#letters li").allTextContents();
      assert.equal(letters.join(""), [...letters].sort().join(""));
      for (const link of await page.locator("#letters a").all()) {
        const anchor = await link.getAttribute("href");
        assert.ok((await page.locator(`section[aria-labelledby="${anchor?.slice(1)}"] .line`).count()) > 0, String(anchor));
      }
      assert.equal(await page.locator("#letters li").count(), (await page.locator("#letters a").count()) + (await page.locator("#letters span").count()));
    });
  });
});

describe("the order by score", () => {
  const PAGE = "uitkomsten/ervaring-ouders/";
  /** Names and ranks, in the order on the page. @param {import("playwright-core").Page} page */
  const rows = (page) =>
    page.locator("table[data-providers] tbody tr[data-rank]").evaluateAll((found) => found.map((row) => ({ name: row.querySelector("th")?.textContent ?? "", rank: Number(row.getAttribute("data-rank")) || Infinity })));

  test("is by name until somebody asks for another, and again when they ask for names", async () => {
    await at(PAGE, async (page) => {
      const before = await rows(page);
      assert.ok(before.length > 10);
      const ranks = before.map(({ rank }) => rank);
      assert.notDeepEqual(ranks, [...ranks].sort((one, other) => one - other), "names and ranks have the same order by chance");
      const explained = page.locator("[data-explained]");
      assert.equal(await explained.isVisible(), false, "there are no groups to explain");
      await page.getByLabel("Volgorde").selectOption("score");
      assert.equal(await explained.isVisible(), true);
      await page.getByLabel("Volgorde").selectOption("");
      assert.equal(await explained.isVisible(), false);
      assert.deepEqual(await rows(page), before);
      assert.equal(await page.locator(".tie").count(), 0);
    });
  });

  test("keeps everybody, puts the best tie first, and leaves a tie in order of name", async () => {
    await at(PAGE, async (page) => {
      const before = await rows(page);
      await page.getByLabel("Volgorde").selectOption("score");
      const after = await rows(page);
      assert.deepEqual(after, before.toSorted((one, other) => (one.rank === other.rank ? 0 : one.rank - other.rank)));
      const headings = await page.locator(".tie").count();
      assert.equal(headings, new Set(before.map(({ rank }) => rank)).size);
      assert.ok(headings >= 2);
    });
  });

  test("puts no provider above another when the interval of the other reaches as high", async () => {
    await at(PAGE, async (page) => {
      const bars = await page.locator("tr[data-rank]:has(.bar)").evaluateAll((found) =>
        found
          .filter((row) => row.getAttribute("data-rank"))
          .map((row) => {
            const interval = row.querySelector(".bar-interval");
            const low = Number(interval?.getAttribute("x"));
            return { rank: Number(row.getAttribute("data-rank")), low, high: low + Number(interval?.getAttribute("width")), point: Number(/^M([\d.]+)/.exec(row.querySelector(".bar-point")?.getAttribute("d") ?? "")?.[1]) };
          }),
      );
      assert.ok(bars.length > 2 && bars.every(({ point }) => point > 0));
      for (const rank of new Set(bars.map((bar) => bar.rank))) {
        const tie = bars.filter((bar) => bar.rank === rank);
        const best = tie.reduce((one, other) => (other.point > one.point ? other : one));
        for (const bar of tie) assert.ok(bar.high >= best.low - 0.2, `${JSON.stringify(bar)} cannot be as good as ${JSON.stringify(best)}`);
        for (const bar of bars.filter((other) => other.rank > rank)) assert.ok(bar.high < best.low + 0.2, `${JSON.stringify(bar)} may be as good as ${JSON.stringify(best)}`);
      }
    });
  });

  test("says without script that there is none", async () => {
    await at(
      PAGE,
      async (page) => {
        assert.equal(await page.getByLabel("Volgorde").isVisible(), false);
        assert.equal(await page.getByText("Zonder JavaScript staat deze lijst altijd op naam.").isVisible(), true);
      },
      { javaScriptEnabled: false },
    );
  });
});
