/** Every page kind against the rules of axe-core, in every way a page can look. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, SECOND, longestPage, pagesOfEveryKind } from "./page_kinds.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [360, 1440];
const LOOKS = /** @type {const} */ ([
  { name: "light", colorScheme: "light", forcedColors: "none", media: "screen" },
  { name: "dark", colorScheme: "dark", forcedColors: "none", media: "screen" },
  { name: "forced colours", colorScheme: "dark", forcedColors: "active", media: "screen" },
  { name: "on paper", colorScheme: "light", forcedColors: "none", media: "print" },
]);

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
 * Every fault that axe finds on a page, as `look, width: rule: element`.
 *
 * @param {string} pathname
 * @returns {Promise<string[]>}
 */
function faultsOf(pathname) {
  // The policy of the site would refuse axe; it is tested with the policy in force elsewhere.
  return withPage(browser, { bypassCSP: true }, async (page) => {
    /** @type {string[]} */
    const faults = [];
    await page.goto(site.origin + pathname);
    await page.evaluate(axe.source);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      for (const { name, ...look } of LOOKS) {
        await page.emulateMedia(look);
        const found = await page.evaluate(violations, { rules: RULES, hasTargets: look.media === "screen" });
        faults.push(...found.map((fault) => `${name}, ${width}: ${fault}`));
      }
    }
    return faults;
  });
}

/**
 * Runs in the page.
 *
 * @param {{ rules: string[], hasTargets: boolean }} wanted
 * @returns {Promise<string[]>}
 */
async function violations({ rules, hasTargets }) {
  const { axe } = /** @type {any} */ (globalThis);
  const results = await axe.run(document, {
    runOnly: rules,
    rules: { "target-size": { enabled: hasTargets } },
    resultTypes: ["violations"],
  });
  return results.violations.flatMap((/** @type {any} */ rule) =>
    rule.nodes.slice(0, 3).map((/** @type {any} */ node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`),
  );
}

describe("axe finds no fault", { concurrency: 2 }, async () => {
  for (const { kind, path: pagePath } of await pagesOfEveryKind(FIRST)) {
    test(`${kind}: /${pagePath}`, async () => {
      assert.deepEqual(await faultsOf(`/${FIRST}/${pagePath}`), []);
    });
  }
  for (const kind of ["product", "provider"]) {
    test(`${kind} of a second municipality`, async () => {
      assert.deepEqual(await faultsOf(`/${SECOND}/${await longestPage(SECOND, kind)}`), []);
    });
  }
  test("the region's front door", async () => {
    assert.deepEqual(await faultsOf("/"), []);
  });
});
