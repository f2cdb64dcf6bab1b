/** The way from a worry to a provider, in a browser that runs no script at all. */

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { launch, withPage } from "./chromium.mjs";
import { FIRST } from "./page_kinds.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

const MOUNTS = [
  { name: "at the root of its own domain", folder: path.join(PUBLIC, FIRST), prefix: "/" },
  { name: "under a path", folder: PUBLIC, prefix: `/${FIRST}/` },
];

for (const { name, folder, prefix } of MOUNTS) {
  test(`a family comes from its question to a provider's telephone number, ${name}`, async () => {
    const site = await serve(folder);
    try {
      await withPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 640 } }, async (page) => {
        const home = site.origin + prefix;
        await page.goto(home);
        await page.locator("main a[href*='vraag/']").first().click();
        assert.match(page.url(), new RegExp(`^${home}vraag/[^/]+/$`));
        await page.locator("main a[href*='hulp/']:not([href*='lokale-hulp'])").first().click();
        assert.match(page.url(), new RegExp(`^${home}hulp/[^/]+/$`));
        await page.locator("main [data-providers] a[href*='aanbieders/']").first().click();
        assert.match(page.url(), new RegExp(`^${home}aanbieders/[^/]+/$`));
        const call = page.locator("main .contact a[href^='tel:']").first();
        await call.scrollIntoViewIfNeeded();
        assert.equal(await call.isVisible(), true);
      });
    } finally {
      await site.close();
    }
  });
}

test("the region's front door leads to every municipality", async () => {
  const site = await serve(PUBLIC);
  try {
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site.origin}/`);
      const links = await page.locator("main a[href$='/']").evaluateAll((found) =>
        found.map((link) => /** @type {HTMLAnchorElement} */ (link).href),
      );
      const folders = (await readdir(PUBLIC, { withFileTypes: true })).filter((entry) => entry.isDirectory());
      const municipalities = folders.map(({ name }) => name).filter((name) => name !== "assets" && !name.startsWith("."));
      const unreachable = municipalities.filter((name) => !links.some((link) => link.includes(name)));
      assert.deepEqual(unreachable, []);
    });
  } finally {
    await site.close();
  }
});
