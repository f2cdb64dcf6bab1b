/** What a page must not do in a visitor's browser: fail, talk to anybody else, or remember anything. */

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, SECOND, longestPage, pagesOfEveryKind } from "./page_kinds.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let region;
/** @type {import("./published_site.mjs").PublishedSite} */
let alone;

before(async () => {
  browser = await launch();
  region = await serve(PUBLIC);
  alone = await serve(path.join(PUBLIC, FIRST));
});
after(async () => {
  await browser?.close();
  await region?.close();
  await alone?.close();
});

/**
 * Everything a page did that it should not have done, in words.
 *
 * @param {string} origin
 * @param {string} pathname
 * @returns {Promise<string[]>}
 */
function faultsOf(origin, pathname) {
  return withPage(browser, {}, async (page) => {
    /** @type {string[]} */
    const faults = [];
    const expectsNotFound = pathname.endsWith("404.html");
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`script error: ${error.message}`));
    page.on("requestfailed", (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${origin}/`)) faults.push(`another host: ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
    });
    const response = await page.goto(origin + pathname, { waitUntil: "networkidle" });
    if (!expectsNotFound && response?.headers()["content-security-policy"] === undefined) {
      faults.push("the page was served without a content security policy");
    }
    const styled = await page.evaluate(() => document.styleSheets.length > 0);
    if (!styled) faults.push("the page has no style sheet in force");
    const stored = await page.evaluate(() => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    for (const key of stored) if (key !== "") faults.push(`stored: ${key}`);
    for (const cookie of await page.context().cookies()) faults.push(`cookie: ${cookie.name}`);
    return faults;
  });
}

describe("a page of every kind is quiet", async () => {
  for (const { kind, path: pagePath } of await pagesOfEveryKind(FIRST)) {
    test(`${kind}: /${pagePath} at the root of its own domain`, async () => {
      assert.deepEqual(await faultsOf(alone.origin, `/${pagePath}`), []);
    });
    // The page for addresses that do not exist leads by the path of its own address: that of the first is a domain root.
    const municipality = kind === "not found" ? SECOND : FIRST;
    test(`${kind}: /${municipality}/${pagePath} under a path`, async () => {
      assert.deepEqual(await faultsOf(region.origin, `/${municipality}/${pagePath}`), []);
    });
  }
  for (const kind of ["home", "product", "provider", "waits"]) {
    test(`${kind} of a second municipality`, async () => {
      assert.deepEqual(await faultsOf(region.origin, `/${SECOND}/${await longestPage(SECOND, kind)}`), []);
    });
  }
  test("the region's front door", async () => {
    assert.deepEqual(await faultsOf(region.origin, "/"), []);
  });
});

test("the policy in force refuses a script that was not published with the site", async () => {
  const outcome = await withPage(browser, { expectsRefusals: true }, async (page) => {
    await page.goto(`${alone.origin}/`);
    return page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
          const script = document.createElement("style");
          script.textContent = "main { display: none }";
          document.head.append(script);
          setTimeout(() => resolve("nothing was refused"), 2000);
        }),
    );
  });
  assert.equal(outcome, "style-src-elem");
});

test("an address that does not exist gets the municipality's own apology, styled, at any depth", async () => {
  for (const [origin, prefix] of [[alone.origin, ""], [region.origin, `/${SECOND}`]]) {
    await withPage(browser, {}, async (page) => {
      const response = await page.goto(`${origin}${prefix}/aanbieders/bestaat/echt/niet/`, { waitUntil: "networkidle" });
      assert.equal(response?.status(), 404);
      const sheets = await page.evaluate(() => [...document.styleSheets].map((sheet) => sheet.cssRules.length > 0));
      assert.ok(sheets.length > 0 && sheets.every(Boolean), `the style sheets of the 404 page under \`${prefix}/\``);
    });
  }
});
