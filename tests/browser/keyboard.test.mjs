/** Everything on a page can be reached, seen and left with the keyboard, and hit with a thumb. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, longestPage, pagesOfEveryKind } from "./page_kinds.mjs";
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

/** The element that has the focus, in words, and why it cannot be seen. Runs in the page. */
function focusedElement() {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const faults = [];
  const name = `${element.localName} ${(element.textContent || element.ariaLabel || "").trim().slice(0, 40)}`;
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push(`${name}: no focus ring`);
  if (box.width < 1 || box.height < 1) faults.push(`${name}: has no size`);
  if (box.right < 1 || box.left > innerWidth || box.bottom < 1 || box.top > innerHeight) faults.push(`${name}: off the screen`);
  const stop = [...document.querySelectorAll("*")].indexOf(element);
  return { stop, name, faults };
}

/**
 * The stops of the Tab key from the top of a page until it leaves the page.
 *
 * @param {import("playwright-core").Page} page
 */
async function walk(page) {
  const stops = [];
  const seen = new Set();
  for (;;) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(focusedElement);
    if (found === null || seen.has(found.stop)) return stops;
    seen.add(found.stop);
    stops.push(found);
  }
}

/** How many elements the Tab key has to reach. Runs in the page. */
function countReachable() {
  const candidates = document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']");
  return [...candidates].filter((element) => element.checkVisibility()).length;
}

for (const kind of ["home", "product", "provider", "providers", "measure"]) {
  for (const width of [360, 1440]) {
    test(`every stop on the ${kind} page is seen, in order, and none is a trap, at ${width} pixels`, async () => {
      const pathname = `/${FIRST}/${await longestPage(FIRST, kind)}`;
      await withPage(browser, { viewport: { width, height: 800 } }, async (page) => {
        await page.goto(site.origin + pathname);
        const reachable = await page.evaluate(countReachable);
        const stops = await walk(page);
        assert.equal(stops[0]?.name, "a Ga naar de inhoud");
        assert.deepEqual(stops.flatMap(({ faults }) => faults), []);
        assert.deepEqual(stops.map(({ stop }) => stop), stops.map(({ stop }) => stop).toSorted((a, b) => a - b));
        assert.equal(stops.length, reachable, "stops against elements that can have the focus");
      });
    });
  }
}

/** Whether the element that has the focus lies wholly under the bar that tells of the list (WCAG 2.4.11). Runs in the page. */
function underTheBar() {
  const bar = document.querySelector("[data-said]")?.getBoundingClientRect();
  const focused = document.activeElement;
  if (!bar || !focused || focused.closest("[data-said]")) return null;
  const box = focused.getBoundingClientRect();
  const isFooter = focused.closest("footer") !== null;
  return { isFooter, name: focused.textContent?.trim().slice(0, 40), isUnder: box.top >= bar.top && box.bottom <= bar.bottom, bar: bar.height };
}

for (const text of [100, 200]) {
  test(`nothing that gets the focus lies under the bar of the list, with text of ${text} %`, async () => {
    const pathname = `/${FIRST}/${await longestPage(FIRST, "product")}`;
    await withPage(browser, { bypassCSP: true, viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(site.origin + pathname);
      await page.addStyleTag({ content: `html { font-size: ${text}% !important; }` });
      await page.locator("main [data-keep]").first().click();
      const seen = [];
      for (let stop = 0; stop < 20; stop += 1) {
        await page.keyboard.press("Tab");
        seen.push(await page.evaluate(underTheBar));
      }
      await page.locator("main a").last().focus();
      for (let stop = 0; stop < 12; stop += 1) {
        await page.keyboard.press("Tab");
        seen.push(await page.evaluate(underTheBar));
      }
      assert.ok(seen.some((stop) => stop?.isFooter) && seen.some((stop) => stop && !stop.isFooter));
      assert.deepEqual(seen.filter((stop) => stop?.isUnder), []);
      assert.ok((seen[0]?.bar ?? 640) < 640 / 3, `the bar takes ${seen[0]?.bar} of 640 pixels`);
    });
  });
}

test("the first link of a page skips to its content", async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${site.origin}/${FIRST}/`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const isInContent = await page.evaluate(() => document.activeElement?.closest("main") !== null);
    assert.equal(isInContent, true);
  });
});

/**
 * Targets under 24 pixels, links within a sentence apart (WCAG 2.5.8). Runs in the page.
 *
 * @returns {string[]}
 */
function smallTargets() {
  const boxes = [...document.querySelectorAll("a[href], button, input, summary")]
    .filter((element) => element.checkVisibility() && !element.matches(".skip"))
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  const centre = (/** @type {DOMRect} */ box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  return boxes
    .filter(({ element, box }) => {
      if (box.width >= 24 && box.height >= 24) return false;
      const parent = element.closest("p, li, dd, dt, td, th, h1, h2, h3, h4, caption");
      const isInSentence = parent !== null && parent.textContent?.trim() !== element.textContent?.trim();
      if (isInSentence && getComputedStyle(element).display === "inline") return false;
      const here = centre(box);
      return boxes.some(({ element: other, box: there }) => {
        if (other === element) return false;
        const x = Math.max(there.left - here.x, 0, here.x - there.right);
        const y = Math.max(there.top - here.y, 0, here.y - there.bottom);
        return Math.hypot(x, y) < 12;
      });
    })
    .map(({ element, box }) => `${Math.round(box.width)} by ${Math.round(box.height)}: ${element.textContent?.trim().slice(0, 50)}`);
}

describe("every target is large enough for a thumb", { concurrency: 2 }, async () => {
  for (const { kind, path: pagePath } of await pagesOfEveryKind(FIRST)) {
    test(`${kind}: /${pagePath}`, async () => {
      await withPage(browser, { viewport: { width: 360, height: 640 } }, async (page) => {
        await page.goto(`${site.origin}/${FIRST}/${pagePath}`);
        assert.deepEqual(await page.evaluate(smallTargets), []);
      });
    });
  }
});
