/** Searching: results while somebody types, filters, the address, and what must hold with all of it. */

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

before(async () => {
  browser = await launch();
  site = await serve(PUBLIC);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const PHONE = { viewport: { width: 320, height: 640 } };
const DESKTOP = { viewport: { width: 1440, height: 900 } };

/**
 * Opens the page with the search at a fragment, and fails when a script or the policy of the site did.
 *
 * @template T
 * @param {string} fragment
 * @param {(page: import("playwright-core").Page) => Promise<T>} visit
 * @param {import("playwright-core").BrowserContextOptions} [options]
 * @param {string} [folder]
 */
function search(fragment, visit, options = DESKTOP, folder = "zoeken/") {
  return withPage(browser, options, async (page) => {
    /** @type {string[]} */
    const faults = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`script error: ${error.stack}`));
    await page.goto(`${site.origin}/${FIRST}/${folder}${fragment}`);
    if (fragment.includes("=")) await settled(page);
    const outcome = await visit(page);
    assert.deepEqual(faults, []);
    return outcome;
  });
}

/** @param {import("playwright-core").Page} page */
const box = (page) => page.getByRole("searchbox");

/** Until the number of results is said, which is after the last result is on the page. */
/** @param {import("playwright-core").Page} page */
async function settled(page) {
  await page.waitForFunction(() => /^(Gevonden|Niets|Is er gevaar|Found)/.test(document.querySelector("[data-status]")?.textContent ?? ""));
  await page.waitForTimeout(500);
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} words
 */
async function type(page, words) {
  await box(page).click();
  await box(page).pressSequentially(words, { delay: 20 });
  await settled(page);
}

/**
 * @param {import("playwright-core").Page} page
 * @param {"help" | "providers"} group
 */
const titles = (page, group) => page.locator(`[data-group=${group}] li.card h3`).allInnerTexts();

/** @param {import("playwright-core").Page} page */
const fragment = (page) => decodeURIComponent(new URL(page.url()).hash);

/**
 * Opens a group of filters and ticks a value.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} key
 * @param {string} value
 */
async function tick(page, key, value) {
  await page.locator("[data-facets]").evaluate((facets) => facets.setAttribute("open", ""));
  const facet = page.locator(`[data-facet=${key}]`);
  if ((await facet.count()) > 0) await facet.evaluate((details) => details.setAttribute("open", ""));
  await page.locator(`[data-key=${key}][value="${value}"]`).check();
  await settled(page);
}

describe("results while somebody types", () => {
  test("kinds of help come first, then providers, with the words that matched", async () => {
    await search("", async (page) => {
      await type(page, "boos");
      const groups = await page.locator("[data-group]:visible h2").allInnerTexts();
      assert.deepEqual(groups, ["Hulp en uitleg", "Aanbieders"]);
      assert.match((await page.locator("[data-group] mark").first().innerText()).toLowerCase(), /boos/);
      assert.ok((await titles(page, "help")).length > 0 && (await titles(page, "providers")).length > 0);
    });
  });

  test("a link to a search shows on a phone what was found, and typing moves nothing", async () => {
    const seen = (/** @type {import("playwright-core").Page} */ page) =>
      page.locator("[data-status]").evaluate((status) => {
        const { top, bottom } = status.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && status.textContent !== "";
      });
    await search("#woorden=boos", async (page) => assert.equal(await seen(page), true), PHONE);
    await search("", async (page) => {
      await box(page).evaluate((field) => field.focus({ preventScroll: true }));
      await page.keyboard.type("boos");
      await settled(page);
      assert.equal(await seen(page), false);
    }, PHONE);
  });

  test("on a phone a link at the top leads past the statements to the field", async () => {
    for (const folder of ["", "zoeken/"]) {
      await search("", async (page) => {
        const isSeen = () => box(page).evaluate((field) => field.getBoundingClientRect().bottom <= innerHeight);
        assert.equal(await isSeen(), false);
        await page.getByRole("main").getByRole("link", { name: "Zoek met uw eigen woorden" }).click();
        assert.equal(await isSeen(), true);
      }, PHONE, folder);
    }
  });

  test("the card of a question names no wait: it is about many kinds of help", async () => {
    await search("#woorden=eetstoornis", async (page) => {
      const cards = await page.locator("[data-group=help] li.card").allInnerTexts();
      const withWait = (/** @type {RegExp} */ kind) => cards.filter((card) => kind.test(card)).map((card) => /Kortste wachttijd/.test(card));
      assert.ok(withWait(/^Vraag/).length > 0);
      assert.deepEqual(withWait(/^Vraag/).filter(Boolean), []);
      assert.ok(withWait(/^(?!Vraag)/).some(Boolean), "a kind of help names it");
    });
  });

  test("on a page in another language the names are those of that language, and words of it lead to them", async () => {
    await search("#woorden=eating+disorder", async (page) => {
      const link = page.locator("[data-group=help] li.card h3 a").first();
      assert.equal(await link.innerText(), "Treatment for an eating disorder");
      assert.match((await link.getAttribute("href")) ?? "", /hulp\/eetstoornissen\/$/);
      assert.equal(await link.getAttribute("lang"), null);
      assert.equal(await page.locator("[data-relaxed]").isVisible(), false);
      const offers = await page.locator("[data-group=providers] li.card").first().innerText();
      assert.match(offers, /Treatment for an eating disorder/);
    }, DESKTOP, "en/zoeken/");
    await search("#woorden=eetstoornis", async (page) => {
      assert.ok((await titles(page, "help")).includes("Treatment for an eating disorder"), "the words of the content lead there too");
    }, DESKTOP, "en/zoeken/");
  });

  test("on the home page they open without another page, and the lists are back when the box is empty", async () => {
    await search("", async (page) => {
      const before = page.url();
      await type(page, "autisme");
      assert.equal(new URL(page.url()).pathname, new URL(before).pathname);
      assert.equal(await page.locator("[data-search-rest]").isVisible(), false);
      await page.keyboard.press("Escape");
      assert.equal(await box(page).inputValue(), "");
      await page.locator("[data-search-rest]").waitFor({ state: "visible" });
      assert.equal(await page.locator("[data-group] li.card:visible").count(), 0);
    }, DESKTOP, "");
  });

  test("a provider stands with its waits, their dates and whether it takes new people", async () => {
    await search("#woorden=boos", async (page) => {
      const card = page.locator("[data-group=providers] li.card").first();
      const text = await card.innerText();
      assert.match(text, /Neemt (nieuwe mensen|nu niemand) aan|Niet bekend of hier plek is/);
      assert.match(text, /Cijfer van \d+ [a-z]+ \d{4}|niet bekend/i);
    });
  });

  test("both statements stand above the results", async () => {
    await search("#woorden=boos", async (page) => {
      const [statements, reminder, first] = await Promise.all(
        [".statements", ".reminder", "[data-group] li.card"].map((part) => page.locator(part).first().boundingBox()),
      );
      assert.ok(statements && reminder && first);
      assert.ok(statements.y < reminder.y && reminder.y < first.y);
      assert.match(await page.locator(".reminder").innerText(), /Eerst kiest u.*Weigeren om geld/);
    });
  });

  test("the number of results is said politely, after a pause", async () => {
    await search("", async (page) => {
      await type(page, "boos");
      const status = page.locator("[data-found]").getByRole("status");
      assert.match(await status.innerText(), /^Gevonden: \d+ (keer|soort) hulp (en|of) uitleg en \d+ aanbieders?\.$/);
      assert.equal(await status.getAttribute("aria-live"), null, "a status is polite by itself");
    });
  });

  test("more than ten come when they are asked for, and the first of them has the focus", async () => {
    await search("#woorden=kind", async (page) => {
      assert.equal((await titles(page, "providers")).length, 10);
      await page.locator("[data-group=providers] [data-more]").click();
      const all = await titles(page, "providers");
      assert.ok(all.length > 10);
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), all[10]);
    });
  });

  test("where nothing is found stands what to try, and the number of the local team", async () => {
    await search("", async (page) => {
      await type(page, "xqzwvk");
      assert.equal(await page.locator("[data-found]").getByRole("status").innerText(), "Niets gevonden.");
      const nothing = page.locator("[data-nothing]");
      assert.match(await nothing.innerText(), /ander woord/);
      assert.ok((await nothing.locator("a[href^='tel:']").count()) > 0);
    });
  });

  for (const words of ["zelfmoord", "mijn vader slaat mij", "suicide", "dood willen"]) {
    test(`whom to call now stands above everything for «${words}»`, async () => {
      await search("", async (page) => {
        await type(page, words);
        const crisis = page.locator(".crisis");
        const numbers = await crisis.locator("a[href^='tel:']").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
        for (const number of ["112", "08000113", "08002000", "08000432"]) assert.ok(numbers.includes(`tel:${number}`), number);
        assert.equal(numbers.length, 5, "the local team is the fifth");
        const first = page.locator("[data-group] li.card, [data-nothing]").locator("visible=true").first();
        const [top, below] = [await crisis.boundingBox(), await first.boundingBox()];
        assert.ok(top && below && top.y < below.y);
        assert.match(await page.locator("[data-found]").getByRole("status").innerText(), /^Is er gevaar/);
      });
    });
  }
});

describe("the address", () => {
  test("holds the whole state, in words that can be read, and gives it back", async () => {
    const state = "#woorden=boos&leeftijd=9&soort=treatment&plaats=apeldoorn;zutphen&postcode=7311&afstand=40&sorteer=wacht";
    await search(state, async (page) => {
      const first = await titles(page, "providers");
      assert.equal(await box(page).inputValue(), "boos");
      assert.equal(await page.locator("[data-key=leeftijd]").inputValue(), "9");
      assert.equal(await page.locator("[data-key=plaats]:checked").count(), 2);
      assert.equal(await page.locator("[data-key=sorteer]").inputValue(), "wacht");
      assert.equal(fragment(page), state);
      await page.reload();
      await settled(page);
      assert.deepEqual(await titles(page, "providers"), first);
    });
  });

  test("every choice is a step back, single keys are not", async () => {
    await search("", async (page) => {
      await type(page, "boos");
      assert.equal(fragment(page), "#woorden=boos");
      await tick(page, "open", "ja");
      assert.equal(fragment(page), "#woorden=boos&open=ja");
      await page.goBack();
      await settled(page);
      assert.equal(fragment(page), "#woorden=boos");
      assert.equal(await page.locator("[data-key=open]").isChecked(), false);
      await page.goForward();
      await settled(page);
      assert.equal(await page.locator("[data-key=open]").isChecked(), true);
    });
  });

  test("comes back with the results after a visit to one of them", async () => {
    await search("", async (page) => {
      await type(page, "boos");
      const before = await titles(page, "providers");
      await page.locator("[data-group=providers] li.card a").first().click();
      await page.waitForURL(/aanbieders\/[^/]+\/$/);
      await page.goBack();
      await settled(page);
      assert.deepEqual(await titles(page, "providers"), before);
    });
  });

  test("is not lost by a link within the page", async () => {
    await search("#woorden=boos", async (page) => {
      await page.locator(".skip").focus();
      await page.keyboard.press("Enter");
      await page.waitForTimeout(100);
      assert.equal(fragment(page), "#woorden=boos");
      assert.ok((await titles(page, "providers")).length > 0);
    });
  });

  test("with nonsense in it does no harm", async () => {
    await search("#woorden=%E0%A4%A&leeftijd=<b>x</b>&plaats=;;&sorteer=x&onzin=1", async (page) => {
      assert.equal(await page.locator("b").count(), 0);
    });
  });
});

describe("filters", () => {
  test("of one kind add up, of two kinds must both pass, and each value says how many remain", async () => {
    await search("#woorden=kind", async (page) => {
      const count = async (/** @type {string} */ key, /** @type {string} */ value) => {
        const text = await page.locator(`label:has([data-key=${key}][value="${value}"]) [data-count]`).textContent();
        return Number(/\d+/.exec(text ?? "")?.[0]);
      };
      const said = async () => Number(/(\d+) aanbieder/.exec(await page.locator("[data-found]").getByRole("status").innerText())?.[1]);
      const [apeldoorn, zutphen] = [await count("plaats", "apeldoorn"), await count("plaats", "zutphen")];
      await tick(page, "plaats", "apeldoorn");
      assert.equal(await said(), apeldoorn);
      assert.equal(await count("plaats", "zutphen"), zutphen, "another value of the same filter keeps its count");
      await tick(page, "plaats", "zutphen");
      const both = await said();
      assert.ok(both >= Math.max(apeldoorn, zutphen) && both <= apeldoorn + zutphen);
      const open = await count("open", "ja");
      await tick(page, "open", "ja");
      assert.equal(await said(), open);
    });
  });

  test("stand above the results and go away one by one; clearing leaves the words", async () => {
    await search("#woorden=boos&leeftijd=9&open=ja", async (page) => {
      assert.deepEqual(await page.locator("[data-tag]").evaluateAll((tags) => tags.map((tag) => tag.ariaLabel)), [
        "Haal weg: 9 jaar",
        "Haal weg: Neemt nieuwe mensen aan",
      ]);
      await page.locator("[data-tag=leeftijd]").click();
      await settled(page);
      assert.equal(fragment(page), "#woorden=boos&open=ja");
      await page.locator("[data-clear]").click();
      await settled(page);
      assert.equal(fragment(page), "#woorden=boos");
      assert.equal(await box(page).inputValue(), "boos");
    });
  });

  test("without words list the providers and kinds of help that pass, by name", async () => {
    await search("#open=ja", async (page) => {
      for (const group of /** @type {const} */ (["help", "providers"])) {
        const names = await titles(page, group);
        assert.ok(names.length > 0);
        assert.deepEqual(names, names.toSorted((a, b) => a.localeCompare(b, "nl")));
      }
    });
  });

  test("that ask for places let only providers pass that say they have one", async () => {
    await search("#open=ja&woorden=kind", async (page) => {
      const states = await page.locator("[data-group=providers] .admission").allInnerTexts();
      assert.deepEqual([...new Set(states.map((state) => state.trim()))], ["Neemt nieuwe mensen aan"]);
    });
  });

  test("can be opened before a word is typed", async () => {
    await search("", async (page) => {
      const button = page.getByRole("button", { name: "Filters" });
      await button.click();
      await page.locator("[data-key=leeftijd]").waitFor({ state: "visible" });
      assert.equal(await button.getAttribute("aria-expanded"), "true");
      assert.equal(await page.locator("[data-search-rest]").isVisible(), true);
      await button.click();
      assert.equal(await page.locator("[data-key=leeftijd]").isVisible(), false);
    });
  });

  test("by distance measure on the device, and say when a postcode is not known", async () => {
    await search("#woorden=kind&postcode=7311&afstand=5&sorteer=afstand", async (page) => {
      const near = await page.locator("[data-group=providers] [data-slot=where]").allInnerTexts();
      const kilometres = near.map((text) => Number(/Ongeveer (\d+) km/.exec(text)?.[1]));
      assert.ok(kilometres.length > 0 && kilometres.every((distance) => distance <= 6), near.join("\n"));
      assert.deepEqual(kilometres, kilometres.toSorted((a, b) => a - b));
      await page.locator("[data-key=postcode]").fill("9999");
      await page.keyboard.press("Enter");
      await settled(page);
      assert.equal(await page.locator("[data-postcode]").isVisible(), true);
      assert.equal(await page.locator("[data-key=afstand]").isDisabled(), true);
    });
  });
});

for (const [kind, until] of [["intake", "tot het eerste gesprek"], ["treatment", "van het eerste gesprek tot de start"]]) {
  test(`the shortest wait of the kind ${kind} comes first, and what is not known never before what is`, async () => {
    await search(`#woorden=kind&soort=${kind}&sorteer=wacht`, async (page) => {
      for (let more = page.locator("[data-group=providers] [data-more]"); await more.isVisible(); ) await more.click();
      const cards = await page.locator("[data-group=providers] li.card").evaluateAll(
        (found, until) =>
          found.map((card) => {
            const offer = card.querySelector(".found-offer");
            if (offer?.querySelector(".admission-stop")) return false;
            const waits = [...(offer?.querySelectorAll("p.small") ?? [])].map((wait) => wait.textContent ?? "");
            return waits.some((wait) => wait.includes(until) && wait.includes("Cijfer van") && !/Verouderd|«/.test(wait));
          }),
        until,
      );
      assert.ok(cards.length > 10 && cards[0]);
      assert.equal(cards.lastIndexOf(true) + 1, cards.filter(Boolean).length, "known lengths stand together, first");
    });
  });
}

describe("what somebody looks for stays on the device", () => {
  test("typing and filtering ask the server nothing", async () => {
    await search("", async (page) => {
      await box(page).click();
      await page.waitForLoadState("networkidle");
      const before = site.asked.length;
      await type(page, "slaapt slecht");
      await tick(page, "open", "ja");
      await page.locator("[data-key=postcode]").fill("7311");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Zoek", exact: true }).click();
      await settled(page);
      assert.deepEqual(site.asked.slice(before), []);
    });
  });

  test("no request of a whole visit carries a word of it", async () => {
    await search("", async (page) => {
      const sent = [];
      page.on("request", (request) => sent.push([request.url(), request.postData() ?? "", JSON.stringify(request.headers())].join(" ")));
      await type(page, "verslaafd");
      await page.keyboard.press("Enter");
      await page.locator("[data-group] li.card a").first().click();
      await page.waitForLoadState("networkidle");
      assert.ok(sent.length > 0);
      assert.deepEqual(sent.filter((request) => request.includes("verslaafd") && !request.includes("#woorden")), []);
    }, DESKTOP, "");
  });

  test("nothing is stored", async () => {
    await search("#woorden=boos", async (page) => {
      const stored = await page.evaluate(() => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].join(""));
      assert.equal(stored, "");
    });
  });
});

test("the whole search can be done with the keyboard", async () => {
  await search("", async (page) => {
    while (!(await page.evaluate(() => document.activeElement?.matches("input[type=search]")))) await page.keyboard.press("Tab");
    await page.keyboard.type("boos");
    await settled(page);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "gevonden", "Enter goes to the results");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.closest("[data-group=help] li.card") !== null), true);
    await box(page).focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.className), "skip-filters");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await settled(page);
    assert.match(fragment(page), /open=ja/);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-key")), "open", "the focus stays");
  });
});

test("without script there is no box, and the lists are there", async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    for (const folder of ["", "zoeken/"]) {
      await page.goto(`${site.origin}/${FIRST}/${folder}`);
      assert.equal(await page.locator("input[type=search]").isVisible(), false);
      assert.equal(await page.locator("main a[href*='vraag/']").first().isVisible(), true);
    }
    assert.equal(await page.getByText("Zoekt u een woord?").isVisible(), true);
  });
});

test("when the index cannot be had the page says so and leads to the lists", async () => {
  await withPage(browser, {}, async (page) => {
    await page.route("**/search-core.*", (route) => route.abort());
    await page.goto(`${site.origin}/${FIRST}/zoeken/#woorden=boos`);
    const apology = page.locator("[data-failed]");
    await apology.waitFor({ state: "visible" });
    assert.ok((await apology.locator("a").getAttribute("href"))?.endsWith("aanbieders/"));
    assert.equal(await page.locator("[data-search-rest]").isVisible(), true);
  });
});

describe("results can be read by everybody", () => {
  const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const STATES = ["#woorden=boos&leeftijd=9&open=ja", "#woorden=zelfmoord", "#woorden=xqzwvk"];

  for (const width of [360, 1440]) {
    for (const look of /** @type {const} */ ([
      { colorScheme: "light", forcedColors: "none" },
      { colorScheme: "dark", forcedColors: "none" },
      { colorScheme: "dark", forcedColors: "active" },
    ])) {
      test(`axe finds no fault at ${width} pixels, ${look.colorScheme}, forced colours ${look.forcedColors}`, async () => {
        for (const state of STATES) {
          const faults = await search(
            state,
            async (page) => {
              await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
              await page.evaluate(axe.source);
              const results = await page.evaluate((/** @type {string[]} */ rules) => /** @type {any} */ (globalThis).axe.run(document, { runOnly: rules }), RULES);
              return results.violations.map((/** @type {any} */ rule) => `${state}: ${rule.id}: ${rule.nodes[0].html.slice(0, 150)} ${rule.nodes[0].any[0]?.message ?? ""}`);
            },
            { bypassCSP: true, viewport: { width, height: 800 }, ...look },
          );
          assert.deepEqual(faults, []);
        }
      });
    }
  }

  for (const { name, width, style } of [
    { name: "on a screen of 320 pixels", width: 320, style: "" },
    { name: "with text twice as large", width: 640, style: "html { font-size: 200% !important; }" },
    { name: "with large text on a desktop", width: 1280, style: "html { font-size: 200% !important; }" },
  ]) {
    test(`nothing sticks out of the page ${name}`, async () => {
      await search(
        "#woorden=boos&leeftijd=9&plaats=apeldoorn;zutphen&postcode=7311&afstand=40",
        async (page) => {
          if (style) await page.addStyleTag({ content: style });
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
          const lost = await page.evaluate(() => {
            const edge = document.documentElement.clientWidth;
            const wide = [...document.querySelectorAll("main *")].filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > edge + 1);
            const small = [...document.querySelectorAll("main :is(button, input, select, summary, .choice)")].filter((element) => {
              const { width, height } = element.getBoundingClientRect();
              return element.checkVisibility() && (width < 24 || height < 24);
            });
            return [...wide, ...small].map((element) => `${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`);
          });
          assert.deepEqual(lost, []);
        },
        { bypassCSP: true, viewport: { width, height: 800 } },
      );
    });
  }
});

test("results are printed, filters are not", async () => {
  await search("#woorden=boos", async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("[data-group=providers] li.card").first().isVisible(), true);
    assert.equal(await page.locator("[data-facets]").isVisible(), false);
    assert.equal(await page.locator(".statements").isVisible(), true);
  });
});
