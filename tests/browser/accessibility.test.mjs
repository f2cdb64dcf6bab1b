/** Every page kind against the rules of axe-core, in every way a page can look. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axeFaults } from "./axe.mjs";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, SECOND, longestPage, pagesOfEveryKind } from "./page_kinds.mjs";
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
 * @param {string} pathname
 * @returns {Promise<string[]>}
 */
function faultsOf(pathname) {
  return withPage(browser, { bypassCSP: true }, async (page) => {
    await page.goto(site.origin + pathname);
    return axeFaults(page);
  });
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
  for (const { kind, path: pagePath } of await pagesOfEveryKind(`${FIRST}/en`)) {
    test(`${kind} in English: /en/${pagePath}`, async () => {
      assert.deepEqual(await faultsOf(`/${FIRST}/en/${pagePath}`), []);
    });
  }
  test("the region's front door", async () => {
    assert.deepEqual(await faultsOf("/"), []);
  });
});
