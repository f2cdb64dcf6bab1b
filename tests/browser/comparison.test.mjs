/** Comparing: what stands in the table, which differences are said, and that it fits on paper. */

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
/** Entries of one product with their scores on what parents say, from the providers' own pages. */
let offers = [];

before(async () => {
  browser = await launch();
  site = await serve(PUBLIC);
  offers = await withPage(browser, {}, async (page) => {
    await page.goto(address("aanbieders/"));
    const hrefs = await page.$$eval("main [data-providers] a[href*='aanbieders/']", (links) => [...new Set(links.map((link) => link.href.split("#")[0]))]);
    return page.evaluate(readOffers, hrefs);
  });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const address = (pagePath) => `${site.origin}/${FIRST}/${pagePath}`;

/** Every offer as its page says it. Runs in the page. */
async function readOffers(hrefs) {
  const read = (href) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("GET", href);
      request.responseType = "document";
      request.onload = () => resolve(request.response);
      request.send();
    });
  const found = [];
  for (const href of hrefs) {
    const provider = href.split("/").at(-2);
    const its = await read(href);
    const measures = [...its.querySelectorAll(".measure")];
    const parents = measures.find((one) => one.querySelector("h3, h4").textContent.trim() === "Ervaring van ouders");
    const bar = parents && parents.querySelector(".score .bar-interval");
    const isSaid = bar && !parents.querySelector(".score").querySelector(".mark-old, .verdict-unsaid");
    const [low, width] = bar ? ["x", "width"].map((name) => Number(bar.getAttribute(name))) : [];
    for (const card of its.querySelectorAll("[data-offer]")) {
      const waits = [...card.querySelectorAll("[data-fact=intake] [data-comparable]")].map(({ dataset }) => dataset.comparable);
      found.push({
        entry: `${provider}:${card.dataset.offer}`,
        provider,
        interval: isSaid ? [low, low + width] : null,
        waits,
        length: card.textContent.length,
      });
    }
  }
  return found;
}

async function openComparison(page, entries, also = "") {
  await page.goto(address(`vergelijken/#lijst=${entries.join(";")}${also}`));
  await page.locator("[data-rows] tr").first().waitFor();
}

const rowKeys = (page) => page.$$eval("[data-rows] tr:not([hidden])", (rows) => rows.map((row) => row.dataset.row));
const mark = (page, key) => page.locator(`[data-row=${key}] .mark-row`).innerText();

/** The first two offers of different providers for which something holds. */
function pairWhere(holds) {
  for (const one of offers) {
    const other = offers.find((second) => second.provider > one.provider && holds(one, second));
    if (other) return [one, other];
  }
  throw new Error("the demonstration has no such pair");
}
const entriesOf = (pair) => pair.map(({ entry }) => entry);
/** The bars are rounded: pairs that are near are left out. */
const areApart = ([, high], [low]) => high + 1 < low;
const lieApart = (one, other) => areApart(one, other) || areApart(other, one);
const wait = ({ waits }) => (waits.length === 1 && waits[0] ? waits[0].split(" ") : null);

/** Offers of different providers. */
const threeOffers = () => {
  const providers = [...new Set(offers.map(({ provider }) => provider))];
  return providers.slice(0, 3).map((name) => offers.find(({ provider }) => provider === name).entry);
};

test("every cell says what the page of the provider says", async () => {
  const [entry, other] = threeOffers();
  await withPage(browser, {}, async (page) => {
    const [provider, product] = entry.split(":");
    await page.goto(address(`aanbieders/${provider}/`));
    const said = await page.evaluate((offer) => {
      const text = (node) => node.textContent.replace(/\s+/g, " ").trim();
      const card = document.querySelector(`[data-offer="${offer}"]`);
      const fact = (name) => text(card.querySelector(`[data-fact=${name}]`));
      return [fact("admission"), fact("intake"), fact("start"), fact("ages"), fact("contract"), text(document.querySelector("[data-fact=contact]"))];
    }, product);
    await openComparison(page, [entry, other]);
    const cells = await page.evaluate(() =>
      ["plek", "gesprek", "start", "leeftijd", "contract", "contact"].map((key) =>
        document.querySelector(`[data-row=${key}] td`).textContent.replace(/\s+/g, " ").trim(),
      ),
    );
    const joined = (texts) => texts.map((text) => text.replaceAll(" ", ""));
    assert.deepEqual(joined(cells), joined(said));
  });
});

test("what parents say is the score of the provider's page, word for word", async () => {
  const pair = pairWhere((one, second) => one.interval && second.interval);
  await withPage(browser, {}, async (page) => {
    await page.goto(address(`aanbieders/${pair[0].provider}/`));
    const said = await page.evaluate(() => {
      const parents = [...document.querySelectorAll(".measure")].find((one) => one.querySelector("h3, h4").textContent.trim() === "Ervaring van ouders");
      return parents.querySelector(".score").textContent.replace(/\s+/g, " ").trim();
    });
    await openComparison(page, entriesOf(pair));
    const cell = await page.locator("[data-row=ouders] td").first().evaluate((node) => node.textContent.replace(/\s+/g, " ").trim());
    assert.equal(cell, said);
  });
});

describe("a difference is said only where there is one", () => {
  test("scores whose intervals overlap have no clear difference", async () => {
    const pair = pairWhere((one, second) => one.interval && second.interval && !lieApart(one.interval, second.interval));
    await withPage(browser, {}, async (page) => {
      await openComparison(page, entriesOf(pair));
      assert.match(await mark(page, "ouders"), /geen duidelijk verschil/);
    });
  });
  test("scores whose intervals lie apart differ", async () => {
    const pair = pairWhere((one, second) => one.interval && second.interval && lieApart(one.interval, second.interval));
    await withPage(browser, {}, async (page) => {
      await openComparison(page, entriesOf(pair));
      assert.match(await mark(page, "ouders"), /verschilt/);
    });
  });
  test("a score that is not there is not compared", async () => {
    const pair = pairWhere((one, second) => one.interval && !second.interval);
    await withPage(browser, {}, async (page) => {
      await openComparison(page, entriesOf(pair));
      assert.match(await mark(page, "ouders"), /niet te vergelijken/);
    });
  });
  test("waits of the same kind differ or are the same", async () => {
    const alike = (one, second) => wait(one) && wait(second) && wait(one)[0] === wait(second)[0];
    const differing = pairWhere((one, second) => alike(one, second) && wait(one)[1] !== wait(second)[1]);
    const same = pairWhere((one, second) => alike(one, second) && wait(one)[1] === wait(second)[1]);
    await withPage(browser, {}, async (page) => {
      await openComparison(page, entriesOf(differing));
      assert.match(await mark(page, "gesprek"), /verschilt/);
      await page.goto("about:blank");
      await openComparison(page, entriesOf(same));
      assert.match(await mark(page, "gesprek"), /gelijk/);
    });
  });
  test("waits of different kinds, and waits that are not known or old, are not compared", async () => {
    const kinds = pairWhere((one, second) => wait(one) && wait(second) && wait(one)[0] !== wait(second)[0]);
    const unknown = pairWhere((one, second) => wait(one) && (!second.waits.length || second.waits.includes("")));
    await withPage(browser, {}, async (page) => {
      for (const pair of [kinds, unknown]) {
        await page.goto("about:blank");
        await openComparison(page, entriesOf(pair));
        assert.match(await mark(page, "gesprek"), /niet te vergelijken/);
      }
    });
  });
  test("with only differences shown, no row that is alike stays", async () => {
    await withPage(browser, {}, async (page) => {
      await openComparison(page, threeOffers());
      await page.locator("[data-only-differences]").check();
      const marks = await page.$$eval("[data-rows] tr:not([hidden])", (rows) => rows.map((row) => row.dataset.mark));
      assert.deepEqual(marks.filter((one) => one === "same" || one === "unclear"), []);
      assert.match(await page.locator("[data-list-said]").innerText(), new RegExp(`${marks.length}\\.$`));
    });
  });
});

test("the rows follow the visitor's order, by keyboard, and the address keeps it", async () => {
  await withPage(browser, {}, async (page) => {
    await openComparison(page, threeOffers());
    const before = await rowKeys(page);
    await page.locator("[data-order] summary").click();
    await page.locator("[data-order-list] li >> nth=1 >> [data-move=up]").focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await rowKeys(page), [before[1], before[0], ...before.slice(2)]);
    assert.match(await page.locator("[data-list-said]").innerText(), /plaats 1/);
    const fragment = await page.evaluate(() => location.hash);
    assert.match(fragment, /volgorde=gesprek;plek/);
    await page.reload();
    await page.locator("[data-rows] tr").first().waitFor();
    assert.equal((await rowKeys(page))[0], before[1]);
  });
});

test("of a longer list three stand side by side, and the visitor chooses which", async () => {
  const providers = [...new Set(offers.map(({ provider }) => provider))].slice(0, 5);
  await withPage(browser, {}, async (page) => {
    await openComparison(page, providers);
    const heads = () => page.locator("[data-heads] a").evaluateAll((links) => links.map((link) => link.pathname.split("/").at(-2)));
    assert.deepEqual(await heads(), providers.slice(0, 3));
    await page.locator(`[data-choices] [value="${providers[4]}"]`).click();
    assert.match(await page.locator("[data-list-said]").innerText(), /drie/);
    await page.locator(`[data-choices] [value="${providers[0]}"]`).click();
    await page.locator(`[data-choices] [value="${providers[4]}"]`).click();
    assert.deepEqual(await heads(), [providers[1], providers[2], providers[4]]);
    const list = await page.evaluate(() => /lijst=([^&]*)/.exec(location.hash)[1].split(";"));
    assert.deepEqual(list, providers, "the list stays whole");
  });
});

test("three providers fit on one A4, with both statements", async () => {
  const longest = [...offers].sort((one, other) => other.length - one.length);
  const providers = [...new Set(longest.map(({ provider }) => provider))].slice(0, 3);
  const entries = providers.map((name) => longest.find(({ provider }) => provider === name).entry);
  await withPage(browser, {}, async (page) => {
    await openComparison(page, entries);
    const paper = await page.pdf({ format: "A4", preferCSSPageSize: true });
    assert.equal(paper.toString("latin1").match(/\/Type \/Page\b/g)?.length, 1);
    await page.emulateMedia({ media: "print" });
    for (const statement of ["screening", "finance"]) {
      assert.equal(await page.locator(`[data-statement=${statement}]`).isVisible(), true);
    }
  });
});

test("a real table, with a caption, heads of columns and rows, and no fault that axe knows", async () => {
  await withPage(browser, { bypassCSP: true }, async (page) => {
    await openComparison(page, threeOffers());
    assert.equal(await page.locator("table.compare caption").count(), 1);
    assert.equal(await page.locator("[data-heads] th[scope=col]").count(), 4);
    const rows = await page.locator("[data-rows] tr").count();
    assert.equal(await page.locator("[data-rows] th[scope=row]").count(), rows);
    await page.locator("[data-order] summary").click();
    await page.evaluate(axe.source);
    for (const width of [320, 360, 1440]) {
      for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const found = await page.evaluate(async () => {
          const { violations } = await globalThis.axe.run(document);
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
        });
        assert.deepEqual(found, [], `${colorScheme} at ${width}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `no scrolling at ${width}`);
      }
    }
  });
});

test("a hostile address does no harm", async () => {
  await withPage(browser, {}, async (page) => {
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    const also = "&naast=%E0%A4%A;<script>;../..&volgorde=constructor;__proto__;plek;plek;<b>";
    await openComparison(page, [...threeOffers().slice(0, 2), "bestaat-niet"], also);
    assert.deepEqual(faults, []);
    assert.match(await page.locator("[data-rows]").innerText(), /Niet gevonden/);
    const keys = await rowKeys(page);
    assert.equal(keys.length, new Set(keys).size);
  });
});

test("without a list, or without script, the page shows how to compare on paper", async () => {
  for (const javaScriptEnabled of [true, false]) {
    await withPage(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(address("vergelijken/"));
      assert.equal(await page.locator("table.paper").isVisible(), true);
      const questions = (await page.locator("table.paper tbody th").allInnerTexts()).join(" ");
      for (const needed of [/leeftijd/, /tot het eerste gesprek/, /van dat gesprek/, /hele wachttijd/]) assert.match(questions, needed);
      assert.equal(await page.locator("table.compare").isVisible(), false);
    });
  }
});
