/** Both statements reach the visitor on every page where somebody chooses, however the page is read. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, KINDS_WITH_A_CHOICE, SECOND, longestPage } from "./page_kinds.mjs";
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
 * Why a statement of this page cannot be read, for each that cannot. Runs in the page.
 *
 * @param {{ isOnScreen: boolean }} medium
 * @returns {string[]}
 */
function unreadableStatements({ isOnScreen }) {
  return ["screening", "finance"].flatMap((name) => {
    const statement = document.querySelector(`[data-statement="${name}"]`);
    if (!(statement instanceof HTMLElement)) return [`${name}: not on the page`];
    const faults = [];
    if (statement.innerText.trim().length < 60) faults.push(`${name}: has no text`);
    const isVisible = statement.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
    if (!isVisible) faults.push(`${name}: not visible`);
    const box = statement.getBoundingClientRect();
    if (box.width < 150 || box.height < 40) faults.push(`${name}: only ${box.width} by ${box.height}`);
    if (parseFloat(getComputedStyle(statement).fontSize) < 12) faults.push(`${name}: too small to read`);
    const list = document.querySelector("[data-providers]");
    if (list !== null && !(statement.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING)) {
      faults.push(`${name}: after the first list of providers`);
    }
    if (list !== null && box.bottom > list.getBoundingClientRect().top) faults.push(`${name}: shown below the first list`);
    if (isOnScreen) {
      for (const paragraph of statement.querySelectorAll("h2, p")) {
        paragraph.scrollIntoView({ block: "center", behavior: "instant" });
        const place = paragraph.getBoundingClientRect();
        const top = document.elementFromPoint(place.left + Math.min(20, place.width / 2), place.top + place.height / 2);
        if (top === null || !(statement.contains(top) || top.contains(paragraph))) {
          faults.push(`${name}: covered by ${top?.localName}.${top?.className}`);
        }
      }
    }
    return faults;
  });
}

/** @type {{ name: string, options: import("playwright-core").BrowserContextOptions, media: "screen" | "print" }[]} */
const READERS = [
  { name: "on a phone", options: { viewport: { width: 360, height: 640 } }, media: "screen" },
  { name: "on a desktop", options: { viewport: { width: 1440, height: 900 }, colorScheme: "dark" }, media: "screen" },
  { name: "without script", options: { viewport: { width: 360, height: 640 }, javaScriptEnabled: false }, media: "screen" },
  { name: "on paper", options: { viewport: { width: 718, height: 1000 } }, media: "print" },
];

for (const { name, options, media } of READERS) {
  describe(`both statements can be read ${name}`, { concurrency: 2 }, () => {
    for (const [municipality, kinds] of [[FIRST, KINDS_WITH_A_CHOICE], [SECOND, ["home", "product", "provider"]]]) {
      for (const kind of kinds) {
        test(`${kind} of ${municipality}`, async () => {
          const pathname = `/${municipality}/${await longestPage(String(municipality), kind)}`;
          const faults = await withPage(browser, options, async (page) => {
            await page.goto(site.origin + pathname);
            await page.emulateMedia({ media });
            return page.evaluate(unreadableStatements, { isOnScreen: media === "screen" });
          });
          assert.deepEqual(faults, []);
        });
      }
    }
  });
}
