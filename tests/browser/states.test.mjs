/** Pages in the states that a visitor brings them into: everything opened, text enlarged, filters chosen. And what a reader calls every control. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LOOKS, axeFaults } from "./axe.mjs";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, pagesOfEveryKind } from "./page_kinds.mjs";
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

const [light, dark] = LOOKS;

describe("axe finds no fault with everything opened and text twice as large", { concurrency: 2 }, async () => {
  for (const { kind, path: pagePath } of await pagesOfEveryKind(FIRST)) {
    test(`${kind}: /${pagePath}`, async () => {
      await withPage(browser, { bypassCSP: true }, async (page) => {
        await page.goto(`${site.origin}/${FIRST}/${pagePath}`);
        await page.addStyleTag({ content: "html { font-size: 200% !important; }" });
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        assert.deepEqual(await axeFaults(page, [light]), []);
      });
    });
  }
});

const SEARCHES = [
  { state: "results with filters chosen", fragment: "woorden=boos&leeftijd=9&open=ja&postcode=7311&afstand=10&taal=nl" },
  { state: "somebody to call first", fragment: "woorden=ik+wil+dood" },
  { state: "nothing found", fragment: "woorden=qqqqzzzz" },
  { state: "a filter without words", fragment: "hulp=pleegzorg&sorteer=wacht" },
];

describe("axe finds no fault in the search", { concurrency: 2 }, () => {
  for (const folder of ["", "zoeken/"]) {
    for (const { state, fragment } of SEARCHES) {
      test(`${state}: /${folder}`, async () => {
        await withPage(browser, { bypassCSP: true }, async (page) => {
          await page.goto(`${site.origin}/${FIRST}/${folder}#${fragment}`);
          await page.locator("[data-status]:not(:empty)").waitFor();
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
          assert.deepEqual(await axeFaults(page, [light, dark]), []);
        });
      });
    }
  }
});

const CONTROLS = new Set(["button", "link", "checkbox", "radio", "textbox", "searchbox", "combobox", "spinbutton", "DisclosureTriangle", "listbox"]);

/**
 * Controls without a name, and buttons or fields that share one, as the accessibility tree has them.
 *
 * @param {import("playwright-core").Page} page
 */
async function nameFaults(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const controls = nodes
    .filter(({ ignored, role }) => !ignored && CONTROLS.has(role?.value))
    .map(({ role, name }) => ({ role: role?.value, name: String(name?.value ?? "").trim() }));
  const nameless = controls.filter(({ name }) => name === "").map(({ role }) => `a ${role} without a name`);
  // Links may lead to the same place, and two buttons that copy the same code do the same.
  const acting = controls.filter(({ role, name }) => !["link", "DisclosureTriangle"].includes(role) && !name.startsWith("Kopieer ")).map(({ role, name }) => `${role} «${name}»`);
  const doubles = acting.filter((control, rank) => acting.indexOf(control) !== rank);
  return [...nameless, ...new Set(doubles.map((control) => `more than one ${control}`))];
}

describe("every control has a name of its own", { concurrency: 2 }, async () => {
  for (const { kind, path: pagePath } of await pagesOfEveryKind(FIRST)) {
    test(`${kind}: /${pagePath}`, async () => {
      await withPage(browser, { viewport: { width: 1440, height: 800 } }, async (page) => {
        await page.goto(`${site.origin}/${FIRST}/${pagePath}`);
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        assert.deepEqual(await nameFaults(page), []);
      });
    });
  }
  test("the search with filters chosen", async () => {
    await withPage(browser, { viewport: { width: 1440, height: 800 } }, async (page) => {
      await page.goto(`${site.origin}/${FIRST}/zoeken/#${SEARCHES[0].fragment}`);
      await page.locator("[data-status]:not(:empty)").waitFor();
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      assert.deepEqual(await nameFaults(page), []);
    });
  });
});
