/** Distances from a postcode: worked out on the device, next to every row, and carried along from page to page. */

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { kilometresBetween, nearestOf } from "../../themes/default/js/site/nearest.js";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, longestPage } from "./page_kinds.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let site;
/** @type {Record<string, [number, number]>} */
let postcodes;
/** @type {string} */
let file;
/** Two postcodes of the municipality. */
let [near, other] = ["", ""];

before(async () => {
  browser = await launch();
  site = await serve(PUBLIC);
  const assets = path.join(PUBLIC, FIRST, "assets");
  const found = (await readdir(assets)).find((name) => name.startsWith("postcodes."));
  assert.ok(found, "the postcodes are published");
  file = found;
  postcodes = JSON.parse(await readFile(path.join(assets, file), "utf8"));
  [near, other] = Object.keys(postcodes).filter((postcode) => postcode.startsWith("73"));
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Kinds of pages whose rows have a distance. */
const KINDS = ["product", "question", "providers", "place", "provider", "product waits"];

const FIELD = "[data-travel] input";
const ORDER = "[data-travel] select";
const SLOT = "[data-at] [data-fact=distance]";

/** @param {string} kind */
const pathOf = async (kind) => `${site.origin}/${FIRST}/${await longestPage(FIRST, kind)}`;

/** A page of a kind of help of which some providers take new people and some do not. */
async function productWithFilter() {
  const folder = path.join(PUBLIC, FIRST, "hulp");
  for (const name of (await readdir(folder)).sort()) {
    const html = await readFile(path.join(folder, name, "index.html"), "utf8").catch(() => "");
    if (html.includes("data-open-only")) return `${site.origin}/${FIRST}/hulp/${name}/`;
  }
  throw new Error("no page has the filter");
}

/** Kilometres by the spherical law of cosines: another way than the script's. */
function kilometres(/** @type {number[]} */ [north, east], /** @type {number[]} */ [otherNorth, otherEast]) {
  const angle = (/** @type {number} */ degrees) => (degrees / 180) * Math.PI;
  const cosine =
    Math.sin(angle(north)) * Math.sin(angle(otherNorth)) +
    Math.cos(angle(north)) * Math.cos(angle(otherNorth)) * Math.cos(angle(east - otherEast));
  return 6371 * Math.acos(Math.min(1, cosine));
}

/** What must stand in the slot of a row. */
function expected(/** @type {string} */ at, /** @type {string} */ postcode) {
  const points = at.split(";").map((part) => part.split(","));
  const far = points.map(([north, east, place]) => ({ far: kilometres(postcodes[postcode], [+north, +east]), place }));
  const nearest = far.reduce((one, two) => (two.far < one.far ? two : one));
  const number = Math.max(1, Math.ceil(nearest.far));
  return nearest.place ? `ongeveer ${number} km (${nearest.place})` : `ongeveer ${number} km`;
}

/** @param {import("playwright-core").Page} page */
async function typePostcode(page, /** @type {string} */ postcode) {
  await page.locator(FIELD).pressSequentially(postcode);
  await page.locator(SLOT).filter({ hasText: "km" }).first().waitFor();
}

/** @param {import("playwright-core").Page} page */
const said = (page) => page.locator("#postcode-uitleg [data-say]:not(.unsaid)").innerText();

/** The rows of a page with their points and distances, in the order of the document. */
const rowsOf = (/** @type {import("playwright-core").Page} */ page) =>
  page.locator("[data-at]").evaluateAll((rows) =>
    rows.map((row) => ({
      at: /** @type {HTMLElement} */ (row).dataset.at ?? "",
      said: row.querySelector("[data-fact=distance]")?.textContent ?? "",
      name: row.querySelector("a")?.textContent ?? "",
    })),
  );

test("a degree along a meridian is 111 kilometres, as every atlas prints", () => {
  assert.equal(Math.round(kilometresBetween([52, 6], [53, 6])), 111);
  // Amsterdam to Rotterdam: 57 kilometres as the crow flies.
  assert.equal(Math.round(kilometresBetween([52.3731, 4.8926], [51.9225, 4.4792])), 57);
  assert.equal(nearestOf("", [52, 6]), null);
  assert.equal(nearestOf("52.000,6.000,Epe;53.000,6.000,Verweg", [52.1, 6])?.place, "Epe");
});

for (const kind of KINDS) {
  test(`a postcode on a ${kind} page gives every row its distance`, async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(await pathOf(kind));
      await typePostcode(page, near);
      const rows = await rowsOf(page);
      assert.ok(rows.some(({ at }) => at !== ""));
      for (const { at, said: words, name } of rows) {
        if (at === "") assert.match(words, /niet bekend$/, name);
        else assert.equal(words, expected(at, near), name);
      }
      assert.match(await said(page), /rechte lijn\. De weg is langer\.$/);
    });
  });
}

test("in order of distance the nearest is on top and what is not known is below", async () => {
  for (const kind of ["product", "question", "providers", "product waits"]) {
    await withPage(browser, {}, async (page) => {
      await page.goto(await pathOf(kind));
      await page.locator("[data-at]").first().evaluate((row) => /** @type {HTMLElement} */ (row).setAttribute("data-at", ""));
      const before = await rowsOf(page);
      await typePostcode(page, near);
      await page.locator(ORDER).selectOption("distance");
      assert.match(await said(page), /^Dichtbij staat nu bovenaan/);
      assert.match(await page.locator("[data-order] [data-say]:not(.unsaid)").first().innerText(), /op afstand/);
      const lists = await page.locator("[data-providers]").evaluateAll((found) =>
        found.map((list) => [...list.querySelectorAll("[data-at] [data-fact=distance]")].map((slot) => slot.textContent ?? "")),
      );
      for (const list of lists) {
        const numbers = list.map((words) => (words.endsWith("niet bekend") ? Infinity : Number(/\d+/.exec(words)?.[0])));
        assert.deepEqual(numbers, numbers.toSorted((one, two) => (one === two ? 0 : one - two)), kind);
      }
      const unknown = lists.flat().filter((words) => words.endsWith("niet bekend"));
      assert.ok(unknown.length > 0 && lists.some((list) => list.length > 1), kind);
      await page.locator(ORDER).selectOption("name");
      assert.deepEqual((await rowsOf(page)).map(({ name }) => name), before.map(({ name }) => name), `${kind}: as it was`);
    });
  }
});

test("what is not a postcode is said beside the field, which keeps what was typed", async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(await pathOf("product"));
    const field = page.locator(FIELD);
    for (const [typed, words] of [["73a", /^Vul de vier cijfers/], ["9999", /^Wij kennen deze postcode niet/], ["123", /^Vul de vier cijfers/]]) {
      await field.fill(String(typed));
      await field.press("Enter");
      // The field was wrong before as well; what it says of this text comes when the postcodes have been read.
      await page.locator("[data-travel] [data-say]:not(.unsaid)").filter({ hasText: /** @type {RegExp} */ (words) }).waitFor();
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      assert.equal(await field.inputValue(), typed);
      assert.equal(await page.locator(SLOT).filter({ hasText: "km" }).count(), 0);
    }
    await field.fill(`${near} AB`);
    await page.locator(SLOT).filter({ hasText: "km" }).first().waitFor();
    assert.equal(await field.getAttribute("aria-invalid"), "false");
  });
});

test("no address that is asked for holds the postcode, and one file is asked for, whatever is typed", async () => {
  await withPage(browser, {}, async (page) => {
    /** @type {string[]} */
    const asked = [];
    page.on("request", (request) => {
      // A browser looks at the icon again whenever the address changes; it is the same one.
      if (!request.url().endsWith(".svg")) asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`);
    });
    await page.goto(await pathOf("product"), { waitUntil: "networkidle" });
    assert.equal(asked.filter((request) => request.includes("postcodes.")).length, 0, "nothing is asked for before somebody types");
    const before = asked.length;
    await typePostcode(page, near);
    await page.locator(FIELD).fill(other);
    await page.waitForFunction((postcode) => location.hash.includes(postcode), other);
    await page.locator(ORDER).selectOption("distance");
    await page.waitForLoadState("networkidle");
    assert.deepEqual(asked.slice(before).map((request) => request.split("/").at(-1)?.trim()), [file]);
    for (const request of asked) {
      const address = request.replaceAll(file, "").replace(/#.*/, "").replace(/:\d+/, "");
      assert.ok(!address.includes(near) && !address.includes(other), request);
    }
    const stored = await page.evaluate(() => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    assert.deepEqual(stored, [""]);
  });
});

test("the postcode goes along to the page of a provider, through a place on the page and back again", async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${await pathOf("product")}#lijst=een;twee`);
    await typePostcode(page, near);
    assert.equal(await page.evaluate(() => location.hash), `#lijst=een;twee&postcode=${near}`);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".skip")).click());
    await page.waitForFunction(() => location.hash.includes("postcode"));
    assert.equal(await page.evaluate(() => location.hash), `#inhoud&lijst=een;twee&postcode=${near}`);
    await page.locator("[data-providers] a[href*='aanbieders/']").first().click();
    await page.waitForURL(`**/aanbieders/*/#lijst=een;twee&postcode=${near}`);
    assert.equal(await page.locator(FIELD).inputValue(), near);
    await page.locator(SLOT).filter({ hasText: "km" }).first().waitFor();
    await page.goBack();
    await page.locator(SLOT).filter({ hasText: "km" }).first().waitFor();
  });
});

test("a link to a place on another page reaches that place and takes the postcode along", async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${await pathOf("product")}#postcode=${near}`);
    await page.locator("dl.facts a[href*='hulp/#']").click();
    await page.waitForURL(new RegExp(`/hulp/#[a-z-]+&postcode=${near}$`));
    await page.waitForFunction(() => scrollY > 0);
  });
});

test("a search keeps the list that came along, and the postcode that came along is no search", async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${site.origin}/${FIRST}/#lijst=een&postcode=${near}`, { waitUntil: "networkidle" });
    assert.equal(await page.locator("[data-search-rest]").isVisible(), true);
    await page.locator("#zoek").fill("boos");
    await page.waitForFunction(() => location.hash.includes("woorden=boos"));
    const hash = await page.evaluate(() => location.hash);
    assert.ok(hash.includes("lijst=een") && hash.includes(`postcode=${near}`), hash);
  });
});

describe("nothing moves while somebody types a postcode", () => {
  for (const kind of KINDS) {
    for (const width of [320, 360, 1440]) {
      test(`on a ${kind} page of ${width} pixels`, async () => {
        await withPage(browser, { viewport: { width, height: 900 } }, async (page) => {
          await page.addInitScript(() => {
            const shifts = /** @type {{ value: number, hadRecentInput: boolean }[]} */ ([]);
            Object.assign(globalThis, { shifts });
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) shifts.push(/** @type {any} */ (entry).value);
            }).observe({ type: "layout-shift", buffered: true });
          });
          await page.goto(await pathOf(kind));
          await page.locator(FIELD).scrollIntoViewIfNeeded();
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await typePostcode(page, near);
          await page.locator(FIELD).fill("73x");
          await page.locator(FIELD).press("Enter");
          await page.waitForTimeout(200);
          await page.locator(FIELD).fill(other);
          await page.locator(SLOT).filter({ hasText: "km" }).first().waitFor();
          await page.waitForTimeout(200);
          assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).shifts), []);
          assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height, "the height of the page");
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "the width of the page");
        });
      });
    }
  }
});

test("with the keyboard alone somebody types a postcode and puts the nearest on top", async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(await pathOf("product"));
    for (let stop = 0; stop < 80; stop += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((field) => document.activeElement?.matches(field), FIELD)) break;
    }
    await page.keyboard.type(near);
    await page.locator(SLOT).filter({ hasText: "km" }).first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.querySelector("[data-order] [data-say=name]")?.classList.contains("unsaid"));
    const first = (await rowsOf(page))[0];
    await page.keyboard.press("Tab");
    for (let stop = 0; stop < 4; stop += 1) {
      if (await page.evaluate(() => document.activeElement?.matches("[data-at] a"))) break;
      await page.keyboard.press("Tab");
    }
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), first.name, "the first stop is the nearest");
  });
});

test("the filter on taking new people hides rows and says how many", async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(await productWithFilter());
    const rows = page.locator("tr[data-product]");
    const all = await rows.count();
    const open = await page.locator("tr[data-product]:has(.admission-open)").count();
    assert.ok(open > 0 && open < all, `${open} of ${all}`);
    await page.locator("[data-open-only] input").check();
    assert.equal(await page.locator("tr[data-product]:visible").count(), open);
    const words = await page.locator("[data-open-only] [data-say]:not(.unsaid)").innerText();
    assert.equal(Number(/^\d+/.exec(words)?.[0]), all - open);
    await page.locator("[data-open-only] input").uncheck();
    assert.equal(await page.locator("tr[data-product]:visible").count(), all);
  });
});

test("without script there is no field that does nothing, and a way to the list by place", async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    for (const kind of KINDS) {
      await page.goto(await pathOf(kind));
      assert.equal(await page.locator(FIELD).isVisible(), false, kind);
      assert.equal(await page.locator("[data-open-only]").first().isVisible().catch(() => false), false, kind);
      await page.locator(".without-script a[href$='aanbieders/#per-plaats']").click();
      assert.equal(await page.locator("#per-plaats").isVisible(), true);
    }
  });
});
