/** A search index that was damaged on its way: the page answers, or says that the search does not work. It never hangs or throws. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, withPage } from "./chromium.mjs";
import { FIRST } from "./page_kinds.mjs";
import { searchFiles } from "./published_search.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

/** Inputs with flipped bits, of each file. */
const FLIPPED = 3;

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let site;
/** @type {import("./published_search.mjs").SearchFiles} */
let files;

before(async () => {
  browser = await launch();
  site = await serve(PUBLIC);
  files = await searchFiles(PUBLIC, FIRST);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/**
 * Opens the search with a word typed while one of its files is something else, and says what a visitor reads.
 *
 * @param {"core" | "texts"} which
 * @param {Buffer} body
 */
function searchWith(which, body) {
  return withPage(browser, {}, async (page) => {
    /** @type {string[]} */
    const faults = [];
    page.on("pageerror", (error) => faults.push(String(error.stack)));
    await page.route(`**/${files[which]}`, (route) => route.fulfill({ body, contentType: "application/octet-stream" }));
    await page.goto(`${site.origin}/${FIRST}/zoeken/#woorden=boos`);
    const apology = page.locator("[data-failed]");
    const status = page.locator("[data-status]");
    await page.waitForFunction(
      () =>
        !document.querySelector("[data-failed]")?.hasAttribute("hidden") ||
        /^(Gevonden|Niets)/.test(document.querySelector("[data-status]")?.textContent ?? ""),
      undefined,
      { timeout: 20_000 },
    );
    await page.getByRole("searchbox").fill("pleegzorg");
    await page.waitForTimeout(100);
    assert.deepEqual(faults, []);
    return (await apology.isVisible()) ? "apologises" : (await status.textContent()) || "";
  });
}

/** The file with some bits turned, the same for the same seed. */
function flipped(bytes, seed) {
  const damaged = Buffer.from(bytes);
  for (let rank = 1; rank <= 4; rank += 1) {
    const at = (seed * 7919 * rank * rank) % damaged.length;
    damaged[at] ^= 1 << (seed % 8);
  }
  return damaged;
}

describe("a damaged search index", () => {
  test("that breaks off anywhere is apologised for", async () => {
    const core = await readFile(path.join(PUBLIC, FIRST, "assets", files.core));
    for (const length of [0, 1, 4, core.length >> 3, core.length >> 1, core.length - 100]) {
      assert.equal(await searchWith("core", core.subarray(0, length)), "apologises", `${length} bytes`);
    }
  });

  test("of other bytes is apologised for", async () => {
    for (const body of [Buffer.alloc(50_000), Buffer.alloc(50_000, 255), Buffer.from("<!doctype html><title>Storing</title>")]) {
      assert.equal(await searchWith("core", body), "apologises");
    }
  });

  test("with some bits turned gives an answer or an apology", async () => {
    for (const which of /** @type {const} */ (["core", "texts"])) {
      const bytes = await readFile(path.join(PUBLIC, FIRST, "assets", files[which]));
      for (let seed = 1; seed <= FLIPPED; seed += 1) {
        assert.notEqual(await searchWith(which, flipped(bytes, seed)), "");
      }
    }
  });

  test("whose second file breaks off is searched with the first", async () => {
    const texts = await readFile(path.join(PUBLIC, FIRST, "assets", files.texts));
    assert.match(await searchWith("texts", texts.subarray(0, texts.length >> 1)), /^Gevonden/);
  });
});
