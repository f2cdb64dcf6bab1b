/** The short list: where it is kept, what goes along, what never does, and how it is wiped. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { launch, withPage } from "./chromium.mjs";
import { FIRST } from "./page_kinds.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let site;
/** Entries of two providers of one product. */
let entries = [];
let product = "";

const NOTE = "Gebeld op maandag, vraag naar Sanne";

before(async () => {
  browser = await launch();
  site = await serve(PUBLIC);
  await withPage(browser, {}, async (page) => {
    await page.goto(address("hulp/"));
    const found = await page.$$eval("main a[href*='hulp/']", (links) => links.map((link) => link.href));
    for (const href of found.filter((one) => /hulp\/[a-z-]+\/$/.test(one))) {
      await page.goto(href);
      const kept = await page.$$eval("main [data-keep]", (buttons) => buttons.map((button) => button.dataset.keep));
      if (kept.length >= 4) {
        product = href;
        entries = kept;
        return;
      }
    }
  });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const address = (pagePath) => `${site.origin}/${FIRST}/${pagePath}`;
const listOf = (page) => page.evaluate(() => (location.hash.match(/lijst=([^&]*)/) ?? ["", ""])[1].split(";").filter(Boolean));
const stored = (page) => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean));

/** Opens the page of the list with entries, when all is there. */
async function openList(page, lijst, also = "") {
  await page.goto(address(`lijst/#lijst=${lijst.join(";")}${also}`));
  await page.locator(`[data-entry] >> nth=${Math.min(lijst.length, 10) - 1}`).waitFor();
}

const order = (page) => page.$$eval("[data-entry]", (cards) => cards.map((card) => card.dataset.entry));

describe("a provider is put on the list", () => {
  test("on the page of a product, and links take the list along with nothing stored", async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(product);
      await page.locator(`[data-keep="${entries[0]}"]`).click();
      await page.locator(`[data-keep="${entries[1]}"]`).click();
      assert.equal(await page.locator("[data-kept-count]").textContent(), "(2)");
      await page.locator(`main tr:has([data-keep="${entries[0]}"]) th a`).click();
      await page.waitForURL(/aanbieders/);
      assert.deepEqual(await listOf(page), entries.slice(0, 2));
      assert.equal(await page.locator("[data-kept-count]").textContent(), "(2)");
      assert.deepEqual(await stored(page), []);
    });
  });

  test("and off it again, and both are said", async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(product);
      const button = page.locator(`[data-keep="${entries[0]}"]`);
      const name = await page.locator(`main tr:has([data-keep="${entries[0]}"]) th a`).textContent();
      await button.click();
      assert.match(await button.innerText(), /Haal van mijn lijst/);
      assert.match(await page.locator("[data-said]").innerText(), new RegExp(`${name}, .* staat op uw lijst.*1`));
      await button.click();
      assert.match(await button.innerText(), /Zet op mijn lijst/);
      assert.match(await page.locator("[data-said]").innerText(), /staat niet meer op uw lijst.*0/);
      assert.deepEqual(await listOf(page), []);
    });
  });

  test("on its own page, per offer", async () => {
    await withPage(browser, {}, async (page) => {
      const [provider] = entries[0].split(":");
      await page.goto(address(`aanbieders/${provider}/`));
      await page.locator(`[data-offer] [data-keep="${entries[0]}"]`).click();
      assert.deepEqual(await listOf(page), [entries[0]]);
    });
  });

  test("in the results of the search, where typing on keeps the list", async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(address("zoeken/"));
      await page.fill("#zoek", "boos");
      const button = page.locator("[data-found] [data-keep]:not([data-keep=''])").first();
      await button.click();
      const kept = await button.getAttribute("data-keep");
      const name = await page.locator(`li.card:has([data-keep="${kept}"]) h3`).textContent();
      assert.ok((await button.textContent())?.endsWith(` ${name}`), "the button says whom it is about");
      await page.fill("#zoek", "boos kind");
      await page.waitForURL(/woorden=boos\+kind/);
      assert.deepEqual(await listOf(page), [kept]);
    });
  });

  test("and stays on it when the visitor goes back to a page from before", async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(address("hulp/"));
      await page.goto(product);
      await page.locator(`[data-keep="${entries[0]}"]`).click();
      await page.goBack();
      await page.waitForFunction(() => location.hash.includes("lijst="));
      assert.deepEqual(await listOf(page), [entries[0]]);
    });
  });

  test("and stays on it when a link leads to a place on the page", async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(`${product}#lijst=${entries[0]}`);
      await page.evaluate(() => document.querySelector(".skip").click());
      await page.waitForFunction(() => location.hash.startsWith("#inhoud"));
      await page.waitForFunction(() => location.hash.includes("lijst="));
      assert.deepEqual(await listOf(page), [entries[0]]);
    });
  });
});

test("the list takes over what the provider's page says of the offer", async () => {
  await withPage(browser, {}, async (page) => {
    const [provider, offer] = entries[0].split(":");
    await page.goto(address(`aanbieders/${provider}/`));
    const text = (selector) => page.locator(selector).first().evaluate((node) => node.textContent.replace(/\s+/g, " ").trim());
    const card = `[data-offer="${offer}"]`;
    const said = [await text(`${card} [data-fact=admission]`), await text(`${card} [data-fact=intake]`), await text("[data-fact=name]")];
    await openList(page, [entries[0]]);
    assert.deepEqual([await text("[data-in=admission]"), await text("[data-in=intake]"), await text("[data-entry] h2")], said);
  });
});

test("notes are in no address, no request and no storage, and in a mail only when the visitor says so", async () => {
  await withPage(browser, {}, async (page) => {
    const requests = [];
    page.on("request", (request) => requests.push(request.url() + (request.postData() ?? "")));
    await openList(page, entries.slice(0, 2));
    await page.locator("textarea").first().fill(NOTE);
    await page.locator("[data-mail]").focus();
    const mail = async () => decodeURIComponent((await page.locator("[data-mail]").getAttribute("href")) ?? "");
    assert.doesNotMatch(await mail(), /Sanne/);
    assert.match(await mail(), /Spelregels:/);
    assert.match(await mail(), /aanbieders\//);
    assert.doesNotMatch(page.url() + requests.join(), /Sanne|Gebeld/);
    assert.deepEqual(await stored(page), []);
    await page.locator("[data-mail-notes]").check();
    await page.locator("[data-mail]").focus();
    await page.locator("[data-print]").focus();
    await page.locator("[data-mail]").focus();
    assert.match(await mail(), /Sanne/);
  });
});

test("nothing but pages of this site is asked for, and the list is in none of the requests", async () => {
  await withPage(browser, {}, async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await openList(page, entries.slice(0, 3));
    assert.deepEqual(asked.filter((url) => !url.startsWith(site.origin) || url.includes("lijst=") || url.includes("?")), []);
  });
});

test("a list that is kept on the device is known on every page, with its notes, and not in the address", async () => {
  await withPage(browser, {}, async (page) => {
    await openList(page, entries.slice(0, 2));
    await page.locator("textarea").first().fill(NOTE);
    await page.locator("[data-store]").check();
    assert.deepEqual(await listOf(page), []);
    await page.goto(address("aanbieders/"));
    assert.equal(await page.locator("[data-kept-count]").textContent(), "(2)");
    await page.goto(address("lijst/"));
    await page.locator("[data-entry]").first().waitFor();
    assert.equal(await page.locator("textarea").first().inputValue(), NOTE);
  });
});

test("wiping leaves nothing: no storage, no fragment, no notes", async () => {
  await withPage(browser, {}, async (page) => {
    await openList(page, entries.slice(0, 2), "&postcode=7311");
    await page.locator("[data-store]").check();
    await page.locator("textarea").first().fill(NOTE);
    await page.locator("[data-wipe]").click();
    assert.match(await page.locator("[data-wiped]").innerText(), /weg/);
    assert.deepEqual(await stored(page), []);
    assert.equal(await page.evaluate(() => location.hash), "");
    assert.equal(await page.locator("[data-entry]").count(), 0);
    assert.equal(await page.locator("[data-kept-count]").textContent(), "");
    await page.goto(address("aanbieders/"));
    assert.equal(await page.locator("[data-kept-count]").textContent(), "");
  });
});

test("order, removing and putting back work with the keyboard", async () => {
  await withPage(browser, {}, async (page) => {
    await openList(page, entries.slice(0, 3));
    await page.locator("[data-move=down]").first().focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await order(page), [entries[1], entries[0], entries[2]]);
    assert.deepEqual(await listOf(page), [entries[1], entries[0], entries[2]]);
    assert.match(await page.locator("[data-list-said]").innerText(), /plaats 2/);
    await page.keyboard.press("Enter");
    assert.deepEqual(await order(page), [entries[1], entries[2], entries[0]]);
    await page.locator("[data-remove]").nth(1).focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await listOf(page), [entries[1], entries[0]]);
    await page.keyboard.press("Enter");
    assert.deepEqual(await listOf(page), [entries[1], entries[2], entries[0]]);
    assert.deepEqual(await order(page), [entries[1], entries[2], entries[0]]);
  });
});

describe("a damaged or hostile list does no harm", () => {
  const faults = async (fragment, storage) =>
    withPage(browser, {}, async (page) => {
      const found = [];
      page.on("pageerror", (error) => found.push(error.message));
      page.on("dialog", (dialog) => found.push(dialog.message()));
      await page.goto(address("lijst/"));
      await page.evaluate(([text]) => text && localStorage.setItem(`keuzewijzer ${location.pathname.replace("lijst/", "")}`, text), [storage]);
      await page.goto("about:blank");
      await page.goto(address(`lijst/${fragment}`), { waitUntil: "networkidle" });
      return { found, cards: await page.locator("[data-entry]").count(), text: await page.locator("main").innerText() };
    });

  test("an unknown provider is not found, and the page says so", async () => {
    const { found, cards, text } = await faults("#lijst=bestaat-niet:echt-niet", "");
    assert.deepEqual([found, cards], [[], 1]);
    assert.match(text, /Niet gevonden/);
  });
  test("what cannot be an entry is left out", async () => {
    const hostile = ["../../x", "<img src=x onerror=alert(1)>", "%E0%A4%A", "javascript:alert(1)", "a".repeat(5000), "__proto__", "//example.org"];
    const { found, cards } = await faults(`#lijst=${hostile.join(";")}`, "");
    assert.deepEqual([found, cards], [[], 0]);
  });
  test("no more than ten are shown", async () => {
    const { found, cards } = await faults(`#lijst=${[...Array(30).keys()].map((rank) => `x-${rank}`).join(";")}`, "");
    assert.deepEqual([found, cards], [[], 10]);
  });
  for (const [name, text] of Object.entries({
    "no JSON": "{",
    "another kind": "[1,2]",
    "wrong kinds inside": '{"lijst":[1,{},"../x"],"notes":[["a"]]}',
    "null": "null",
  })) {
    test(`on the device: ${name}`, async () => {
      const { found, cards } = await faults("", text);
      assert.deepEqual([found, cards], [[], 0]);
    });
  }
});

test("a full list says so kindly and takes no more", async () => {
  await withPage(browser, {}, async (page) => {
    const full = [...Array(10).keys()].map((rank) => `x-${rank}`);
    await page.goto(`${product}#lijst=${full.join(";")}`);
    await page.locator(`[data-keep="${entries[0]}"]`).click();
    assert.match(await page.locator("[data-said]").innerText(), /vol/);
    assert.deepEqual(await listOf(page), full);
  });
});

test("the copied link holds the list and no notes, and can be copied by hand where the browser refuses", async () => {
  await withPage(browser, {}, async (page) => {
    await openList(page, entries.slice(0, 2), "&postcode=7311");
    await page.locator("textarea").first().fill(NOTE);
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("refused")) } });
    });
    await page.locator("[data-copy]").click();
    const field = page.locator("[data-link-box] input");
    await field.waitFor();
    assert.equal(await field.inputValue(), address(`lijst/#lijst=${entries.slice(0, 2).join(";")}`));
    assert.equal(await field.evaluate((input) => input.selectionEnd - input.selectionStart === input.value.length), true);
  });
});

test("without script the page shows the table to fill in, and no button that does nothing", async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(address("lijst/"));
    assert.equal(await page.locator("table.paper").isVisible(), true);
    assert.deepEqual(await page.locator("main button:visible").allTextContents(), []);
    await page.goto(product);
    assert.equal(await page.locator("[data-keep]").first().isVisible(), false);
  });
});

test("a filled list has no fault that axe knows, light and dark, on a phone and a desktop", async () => {
  await withPage(browser, { bypassCSP: true }, async (page) => {
    await openList(page, [...entries.slice(0, 3), "bestaat-niet", entries[0].split(":")[0]]);
    await page.evaluate(axe.source);
    for (const width of [360, 1440]) {
      for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const found = await page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document);
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
        });
        assert.deepEqual(found, [], `${colorScheme} at ${width}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      }
    }
  });
});

test("filling the list moves nothing that was on the screen", async () => {
  await withPage(browser, { viewport: { width: 1280, height: 800 } }, async (page) => {
    await page.addInitScript(() => {
      globalThis.shifted = 0;
      new PerformanceObserver((seen) => {
        for (const shift of seen.getEntries()) globalThis.shifted += /** @type {any} */ (shift).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await openList(page, entries.slice(0, 3));
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => globalThis.shifted), 0);
  });
});
