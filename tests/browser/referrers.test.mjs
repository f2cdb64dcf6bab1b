/** A referrer has five minutes: find, compare, copy, print, with the keyboard alone. */

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, longestPage } from "./page_kinds.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let site;
/** A product with several providers, and the profile with most of them. */
let product = "";
let profile = "";

before(async () => {
  browser = await launch();
  site = await serve(PUBLIC);
  product = `${site.origin}/${FIRST}/${await longestPage(FIRST, "referrers: product")}`;
  profile = `${site.origin}/${FIRST}/${await longestPage(FIRST, "referrers: profile")}`;
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const DESK = { viewport: { width: 1440, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] };

/** @param {string} address @param {(page: import("playwright-core").Page) => Promise<void>} visit */
function atDesk(address, visit) {
  return withPage(browser, DESK, async (page) => {
    await page.goto(address);
    await visit(page);
  });
}

const clipboard = (/** @type {import("playwright-core").Page} */ page) => page.evaluate(() => navigator.clipboard.readText());

const heading = (/** @type {import("playwright-core").Page} */ page, /** @type {string} */ key) => page.locator(`th[data-key="${key}"] button`);

/**
 * The cells of a column from top to bottom. Runs in the page.
 *
 * @param {string} key
 */
function column(key) {
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table[data-sortable]"));
  const at = /** @type {HTMLTableCellElement} */ (table.querySelector(`th[data-key="${key}"]`)).cellIndex;
  return [...table.tBodies[0].rows].map((row) => ({
    text: (row.cells[at].textContent ?? "").trim(),
    number: row.cells[at].dataset.sort === undefined ? null : Number(row.cells[at].dataset.sort),
    section: Number(row.cells[at].dataset.section ?? 0),
  }));
}

for (const [direction, presses, sign] of /** @type {const} */ ([["ascending", 1, 1], ["descending", 2, -1]])) {
  test(`waits order ${direction} by days, kinds apart, and without a number last`, async () => {
    await atDesk(profile, async (page) => {
      for (const key of ["wachttijd-eerste-gesprek", "wachttijd-start-hulp"]) {
        for (let press = 0; press < presses; press += 1) await heading(page, key).click();
        assert.equal(await page.getAttribute(`th[data-key="${key}"]`, "aria-sort"), direction);
        const cells = await page.evaluate(column, key);
        const firstWithout = cells.findIndex(({ number }) => number === null);
        assert.ok(firstWithout > 1, `${key}: some have a number and some have none`);
        assert.deepEqual(cells.slice(firstWithout).filter(({ number }) => number !== null), [], "numbers below what has none");
        const said = cells.slice(0, firstWithout);
        const inOrder = said.toSorted((a, b) => a.section - b.section || sign * ((a.number ?? 0) - (b.number ?? 0)));
        assert.deepEqual(said, inOrder);
      }
    });
  });
}

test("names order by the letters of the language, both ways", async () => {
  await atDesk(profile, async (page) => {
    await heading(page, "aanbieder").click();
    const up = (await page.evaluate(column, "aanbieder")).map(({ text }) => text);
    assert.deepEqual(up, up.toSorted(new Intl.Collator("nl", { numeric: true }).compare));
    await heading(page, "aanbieder").click();
    const down = (await page.evaluate(column, "aanbieder")).map(({ text }) => text);
    assert.equal(down[0], up.at(-1));
  });
});

test("no order by wait is there before somebody asks for it, and the order stands above the table", async () => {
  await atDesk(product, async (page) => {
    assert.equal(await page.locator("th[aria-sort=ascending]").getAttribute("data-key"), "aanbieder");
    const before = await page.locator("[data-order]").textContent();
    await heading(page, "wachttijd-eerste-gesprek").click();
    const after = await page.locator("[data-order]").textContent();
    assert.notEqual(after, before);
    assert.match(after ?? "", /Wacht eerste gesprek, oplopend/);
    assert.equal(await page.locator("[data-order]").getAttribute("role"), "status");
  });
});

test("an address keeps the order, the filters and the keys of others, and the back button undoes the order", async () => {
  await atDesk(`${product}#lijst=a;b&postcode=7311`, async (page) => {
    const first = await page.evaluate(column, "aanbieder");
    await heading(page, "wachttijd-eerste-gesprek").click();
    await heading(page, "wachttijd-eerste-gesprek").click();
    await page.getByLabel("Leeftijd van het kind").fill("9");
    assert.equal(
      await page.evaluate(() => location.hash),
      "#lijst=a;b&postcode=7311&sorteer=wachttijd-eerste-gesprek&richting=aflopend&leeftijd=9",
    );
    const sorted = await page.evaluate(column, "aanbieder");
    const address = await page.evaluate(() => location.href);
    await atDesk(address, async (other) => {
      assert.deepEqual(await other.evaluate(column, "aanbieder"), sorted);
      assert.equal(await other.getByLabel("Leeftijd van het kind").inputValue(), "9");
    });
    await page.goBack();
    await page.goBack();
    assert.equal(await page.evaluate(() => location.hash), "#lijst=a;b&postcode=7311");
    assert.deepEqual(await page.evaluate(column, "aanbieder"), first);
  });
});

test("the filters hide rows and say how many are left and what is not known", async () => {
  await atDesk(profile, async (page) => {
    const all = await page.locator("table[data-sortable] tbody tr").count();
    await page.getByLabel("Alleen wie nu aanneemt").check();
    const shown = page.locator("table[data-sortable] tbody tr:visible");
    const open = await shown.count();
    assert.ok(open > 0 && open < all, `${open} of ${all}`);
    assert.equal(await page.locator("table[data-sortable] tbody tr:visible :is(.in-stop, .in-unknown)").count(), 0);
    assert.match((await page.locator("[data-shown]").textContent()) ?? "", new RegExp(`^${open} van de ${all} regels\\.`));
    await page.getByLabel("Leeftijd van het kind").fill("2");
    const ages = await page.locator("table[data-sortable] tbody tr:visible .ages").evaluateAll((cells) =>
      cells.map((cell) => [cell.dataset.from, cell.dataset.to]),
    );
    assert.ok(ages.length < open);
    for (const [from, to] of ages) assert.ok(Number(from ?? 0) <= 2 && Number(to ?? 99) >= 2, `${from} to ${to}`);
  });
});

test("a press on a code copies it, and says so where it is seen and heard", async () => {
  await atDesk(product, async (page) => {
    const code = page.locator("tbody button[data-copy=agb]").first();
    const digits = (await code.textContent()) ?? "";
    assert.match(digits, /^\d{8}$/);
    await code.click();
    assert.equal(await clipboard(page), digits);
    assert.equal(await page.locator("[data-copied]").textContent(), `AGB-code ${digits} gekopieerd.`);
    assert.match(await code.evaluate((button) => getComputedStyle(button, "::after").content), /gekopieerd/);
  });
});

test("the codes of a provider are copied on its own page", async () => {
  await atDesk(`${site.origin}/${FIRST}/${await longestPage(FIRST, "provider")}`, async (page) => {
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    for (const kind of ["kvk", "agb", "product"]) {
      const code = page.locator(`button[data-copy=${kind}]`).first();
      await code.click();
      assert.equal(await clipboard(page), await code.textContent());
    }
  });
});

test("from a need to a copied AGB code and product code, without a mouse", async () => {
  await atDesk(`${site.origin}/${FIRST}/verwijzers/`, async (page) => {
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "verwijs-zoek");
    const wanted = (await page.locator("[data-narrowed] tbody:has([data-head]) tr:not([data-head]) td").first().textContent()) ?? "";
    await page.keyboard.type(wanted.toLowerCase());
    await page.keyboard.press("Enter");
    await page.waitForURL(/verwijzers\/hulp\/[^/]+\/$/);
    assert.match((await page.locator("h1").textContent()) ?? "", new RegExp(wanted));
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.closest("tbody") !== null)) break;
    }
    await page.keyboard.press("ArrowDown");
    const row = await page.evaluate(() => {
      const found = document.activeElement?.closest("tr");
      return { at: found?.sectionRowIndex, agb: found?.querySelector("[data-copy=agb]")?.textContent };
    });
    assert.equal(row.at, 1);
    await page.keyboard.press("c");
    assert.equal(await clipboard(page), row.agb);
    await page.keyboard.press("p");
    assert.equal(await clipboard(page), wanted);
  });
});

test("the letters copy only while the focus is in a row, and the slash can be turned off for good", async () => {
  await atDesk(product, async (page) => {
    await page.evaluate(() => navigator.clipboard.writeText("before"));
    await page.keyboard.press("c");
    await heading(page, "aanbieder").focus();
    await page.keyboard.press("c");
    assert.equal(await clipboard(page), "before");
  });
  await atDesk(`${site.origin}/${FIRST}/verwijzers/`, async (page) => {
    await page.getByLabel("De toets /").uncheck();
    await page.reload();
    await page.keyboard.press("/");
    assert.notEqual(await page.evaluate(() => document.activeElement?.id), "verwijs-zoek");
  });
});

test("typing narrows both lists and says what Enter opens", async () => {
  await atDesk(`${site.origin}/${FIRST}/verwijzers/`, async (page) => {
    const rows = page.locator("[data-narrowed] tbody tr:not([data-head]):visible");
    const all = await rows.count();
    await page.locator("#verwijs-zoek").fill("ggz");
    const found = await rows.count();
    assert.ok(found > 0 && found < all);
    const first = await rows.first().locator("th a").textContent();
    assert.match((await page.locator("[data-narrow] [role=status]").textContent()) ?? "", new RegExp(`^${found} treffers\\. Enter opent: ${first}`));
    await page.locator("#verwijs-zoek").fill("qqqq");
    assert.equal(await rows.count(), 0);
    assert.equal(await page.locator("[data-narrow] [role=status]").textContent(), "Niets met deze naam of code.");
  });
});

test("words that no name has lead to a product too, after those that have it, and always to the search in plain words", async () => {
  await atDesk(`${site.origin}/${FIRST}/verwijzers/`, async (page) => {
    const rows = page.locator("[data-narrowed] tbody tr:not([data-head]):visible");
    const status = page.locator("[data-narrow] [role=status]");
    for (const word of ["anorexia", "boulimia", "emdr"]) {
      await page.locator("#verwijs-zoek").fill(word);
      const names = await rows.locator("th, td").allTextContents();
      assert.ok(names.length > 0 && !names.join(" ").toLowerCase().includes(word), word);
      assert.match((await status.textContent()) ?? "", /^\d+ treffers?\. Enter opent: /);
    }
    await page.locator("#verwijs-zoek").fill("dyslexie");
    assert.match((await status.textContent()) ?? "", /Enter opent: .*dyslexie/i);
    await page.locator("#verwijs-zoek").fill("qqqq iets");
    const wayOn = page.locator("[data-narrow] [data-words] a").first();
    assert.equal(await wayOn.textContent(), "qqqq iets");
    await wayOn.click();
    await page.waitForURL(/zoeken\//);
    await page.waitForFunction(() => /** @type {HTMLInputElement | null} */ (document.querySelector("#zoek"))?.value === "qqqq iets");
  });
});

test("a postcode shows who is near in a column of its own, which orders the table", async () => {
  for (const address of [product, profile]) {
    await atDesk(address, async (page) => {
      assert.equal(await page.locator(".far:visible").count(), 0);
      await page.getByLabel("Postcode van het gezin").fill("7311");
      await heading(page, "afstand").click();
      const cells = await page.evaluate(column, "afstand");
      const near = cells.filter(({ number }) => number !== null);
      assert.ok(near.length > 1);
      assert.match(near[0].text, /^ongeveer \d+ km/);
      assert.deepEqual(near.map(({ number }) => number), near.map(({ number }) => number ?? 0).toSorted((a, b) => a - b));
      assert.deepEqual(cells.slice(near.length).filter(({ number }) => number !== null), [], "what is not known is last");
      const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(needed <= there, `${needed} wide in ${there}`);
      const again = await page.evaluate(() => location.href);
      await atDesk(again, async (other) => {
        await other.locator(".far:visible").first().waitFor();
        assert.deepEqual(await other.evaluate(column, "afstand"), cells);
      });
    });
  }
});

test("filters that leave nothing say what to do", async () => {
  await atDesk(product, async (page) => {
    await page.getByLabel("Leeftijd van het kind").fill("99");
    assert.equal(await page.locator("table[data-sortable] tbody tr:visible").count(), 0);
    assert.match((await page.locator("[data-shown]").textContent()) ?? "", /^0 van de \d+ regels\. Niets past bij wat u koos\. Maak .* leeg/);
  });
});

test("hints about keys stand where there are keys, and not where there is a finger", async () => {
  for (const [hasTouch, seen] of /** @type {const} */ ([[false, true], [true, false]])) {
    await withPage(browser, { hasTouch, isMobile: hasTouch, viewport: { width: 360, height: 640 } }, async (page) => {
      await page.goto(product);
      assert.equal(await page.locator(".desk-keys").isVisible(), seen);
      await page.goto(`${site.origin}/${FIRST}/verwijzers/`);
      assert.equal(await page.locator("[data-shortcut]").isVisible(), seen);
    });
  }
});

test("without script every code is text and every provider is in the table", async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(product);
    assert.equal(await page.locator("main button:visible").count(), 0);
    const code = page.locator("tbody [data-copy=agb]").first();
    assert.equal(await code.isVisible(), true);
    assert.equal(await code.evaluate((found) => getComputedStyle(found).userSelect), "all");
    assert.equal(await page.locator(".without-script").first().isVisible(), true);
    const arrows = await page.locator("th[data-key]").evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, "::after").content));
    assert.deepEqual([...new Set(arrows)], ["none"], "an arrow promises an order that only the script makes");
  });
});

test("nothing on a table for referrers moves when its scripts start", async () => {
  await withPage(browser, DESK, async (page) => {
    await page.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({
        type: "layout-shift",
        buffered: true,
      });
    });
    await page.goto(product, { waitUntil: "networkidle" });
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
  });
});

describe("an overview of a group fits one sheet of A4", async () => {
  for (const group of await readdir(path.join(PUBLIC, FIRST, "verwijzers/groep"))) {
    test(group, async () => {
      await withPage(browser, {}, async (page) => {
        await page.goto(`${site.origin}/${FIRST}/verwijzers/groep/${group}/`);
        const sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
        assert.equal(sheets.match(/\/Type\s*\/Page\b/g)?.length, 1);
        assert.match(sheets, /\/MediaBox\s*\[0 0 59\d(\.\d+)? 84\d/);
        await page.emulateMedia({ media: "print" });
        const words = await page.locator("main").innerText();
        const title = await page.locator("[data-statement]").first().locator("h2").innerText();
        for (const needed of ["Apeldoorn", "2026", "norm", title]) assert.ok(words.includes(needed), needed);
      });
    });
  }
});

test("on the screen of a desk the table of a profile does not make the page scroll sideways", async () => {
  for (const width of [1345, 1366, 1425, 1440]) {
    await withPage(browser, { viewport: { width, height: 800 } }, async (page) => {
      await page.goto(profile);
      const [needed, there] = await page.evaluate(() => {
        const root = document.documentElement;
        return [root.scrollWidth, root.clientWidth];
      });
      assert.ok(needed <= there, `${needed} wide in ${there}`);
    });
  }
});

test("the print button asks the browser to print", async () => {
  const address = `${site.origin}/${FIRST}/${await longestPage(FIRST, "referrers: group")}`;
  await withPage(browser, {}, async (page) => {
    await page.addInitScript(() => {
      globalThis.print = () => (document.body.dataset.printed = "yes");
    });
    await page.goto(address);
    await page.getByRole("button", { name: "Print dit overzicht" }).click();
    assert.equal(await page.getAttribute("body", "data-printed"), "yes");
  });
});

/** What a page with its style and its scripts weighs on the line. */
async function weightOf(/** @type {string} */ pagePath) {
  const small = async (/** @type {string} */ file) => brotliCompressSync(await readFile(file)).length;
  const folder = path.join(PUBLIC, FIRST);
  const html = await readFile(path.join(folder, pagePath, "index.html"), "utf8");
  const assets = [...html.matchAll(/assets\/([\w.-]+\.(?:css|js))/g)].map(([, name]) => path.join(folder, "assets", name));
  const sizes = await Promise.all([path.join(folder, pagePath, "index.html"), ...assets].map(small));
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe("a page for referrers with its style and scripts is at most 30 KB on the line", () => {
  for (const kind of ["referrers", "referrers: product", "referrers: profile", "referrers: group"]) {
    test(kind, async () => {
      const weight = await weightOf(await longestPage(FIRST, kind));
      assert.ok(weight <= 30_000, `${weight} bytes`);
    });
  }
});

test("a row of a table weighs so little that 300 of them stay under 60 KB", async () => {
  const pagePath = await longestPage(FIRST, "referrers: profile");
  const html = await readFile(path.join(PUBLIC, FIRST, pagePath, "index.html"), "utf8");
  const rows = html.split("<tr>").length - 2;
  assert.ok(rows > 30, `${rows} rows`);
  const small = (/** @type {string} */ text) => brotliCompressSync(Buffer.from(text)).length;
  const table = small(html) - small(html.replace(/<tbody>.*<\/tbody>/s, ""));
  const weight = (await weightOf(pagePath)) + (300 - rows) * (table / rows);
  assert.ok(weight < 60_000, `${weight} bytes`);
});
