/** Municipalities look like themselves, and everything on their pages can be read and told apart, in both schemes. */

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { launch, withPage } from "./chromium.mjs";
import { longestPage } from "./page_kinds.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

/** The municipalities of the demonstration with a face of their own. */
const OWN_FACES = ["apeldoorn", "zutphen", "lochem"];
/** One that looks as the theme does. */
const PLAIN = "hattem";
const CONTENT = fileURLToPath(new URL("../../content/municipalities", import.meta.url));
const SCHEMES = /** @type {const} */ (["light", "dark"]);
/** The contrast that shapes need, and text. */
const SHAPE = 3;
const TEXT = 4.5;

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

/** @param {string} municipality */
async function pagesOf(municipality) {
  return ["", await longestPage(municipality, "product"), await longestPage(municipality, "provider"), "zoeken/"];
}

/**
 * Runs in the page: what stands on what, as computed, where both can be seen.
 *
 * @returns {{ what: string, ratio: number, needed: number }[]}
 */
function pairsOnPage({ SHAPE, TEXT }) {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  /** @param {string} colour */
  const bytes = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  /** @param {number[]} rgb */
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((byte) => {
      const share = byte / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** @param {string} one @param {string} two */
  const contrast = (one, two) => {
    const [high, low] = [luminance(bytes(one)), luminance(bytes(two))].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  /** @param {Element | null} element */
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (bytes(colour)[3] === 255) return colour;
    }
    return getComputedStyle(document.documentElement).colorScheme.includes("dark") &&
      matchMedia("(prefers-color-scheme: dark)").matches
      ? "#121212"
      : "#ffffff";
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility() || element.closest("svg, details:not([open])")) continue;
    const style = getComputedStyle(element);
    const name = `${element.tagName.toLowerCase()}.${element.className}`;
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
    if (hasText) {
      found.push({ what: `text of ${name}`, ratio: contrast(style.color, ground(element)), needed: TEXT });
    }
    if (element.matches("input:not([type=checkbox], [type=radio]), select, button")) {
      const around = ground(element.parentElement);
      const edge = Math.max(contrast(style.borderTopColor, around), contrast(style.backgroundColor, around));
      found.push({ what: `edge of ${name}`, ratio: edge, needed: SHAPE });
    }
    if (element.matches(".statements, .note, .mark-old")) {
      const bar = contrast(style.borderInlineStartColor, ground(element.parentElement));
      found.push({ what: `bar of ${name}`, ratio: bar, needed: SHAPE });
    }
  }
  for (const bar of document.querySelectorAll(".bar")) {
    const fill = (/** @type {string} */ part) => getComputedStyle(bar.querySelector(part)).fill;
    found.push({
      what: "interval on its track",
      ratio: contrast(fill(".bar-interval"), fill(".bar-track")),
      needed: SHAPE,
    });
  }
  return found;
}

for (const municipality of OWN_FACES) {
  describe(municipality, { concurrency: 1 }, () => {
    for (const colorScheme of SCHEMES) {
      test(`text, edges and bars can be told apart in the ${colorScheme} scheme`, async () => {
        for (const pagePath of await pagesOf(municipality)) {
          const found = await withPage(browser, { colorScheme }, async (page) => {
            await page.goto(`${site.origin}/${municipality}/${pagePath}`);
            return page.evaluate(pairsOnPage, { SHAPE, TEXT });
          });
          assert.ok(found.length > 20, "there is something to look at");
          const faults = found.filter(({ ratio, needed }) => ratio < needed);
          assert.deepEqual(faults, [], `/${municipality}/${pagePath}`);
        }
      });

      test(`what has the focus stands out from band, page and blocks in the ${colorScheme} scheme`, async () => {
        await withPage(browser, { colorScheme }, async (page) => {
          await page.goto(`${site.origin}/${municipality}/`);
          for (const selector of [".site-name", ".site-nav a", "main a", "main button", ".site-footer a"]) {
            const target = page.locator(selector).first();
            if ((await target.count()) === 0 || !(await target.isVisible())) continue;
            await page.keyboard.press("Tab");
            await target.focus();
            const style = await target.evaluate((element) => {
              const { color, backgroundColor, outlineWidth, outlineStyle } = getComputedStyle(element);
              return { color, backgroundColor, outlineWidth, outlineStyle };
            });
            assert.deepEqual(
              style,
              { color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 212, 0)", outlineWidth: "3px", outlineStyle: "solid" },
              selector,
            );
          }
        });
      });
    }

    test("axe finds no fault of colour on the home page", async () => {
      const faults = await withPage(browser, { bypassCSP: true }, async (page) => {
        await page.goto(`${site.origin}/${municipality}/`);
        await page.evaluate(axe.source);
        const all = [];
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme });
          const results = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run({ runOnly: ["color-contrast"] }));
          all.push(...results.violations.flatMap((/** @type {any} */ rule) => rule.nodes.map((/** @type {any} */ node) => node.html)));
        }
        return all;
      });
      assert.deepEqual(faults, []);
    });

    test("the logo is there, with its size, and moves nothing", async () => {
      const { shift, logo } = await withPage(browser, {}, async (page) => {
        await page.goto(`${site.origin}/${municipality}/`, { waitUntil: "load" });
        return page.evaluate(async () => {
          const shift = await new Promise((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += /** @type {any} */ (entry).value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(sum), 200);
          });
          const image = /** @type {HTMLImageElement} */ (document.querySelector(".site-logo"));
          return { shift, logo: { drawn: image.naturalWidth > 0, alt: image.alt, height: image.height } };
        });
      });
      assert.deepEqual(logo, { drawn: true, alt: "", height: 40 });
      assert.equal(shift, 0);
    });

    test("the print is black on white", async () => {
      const colours = await withPage(browser, { colorScheme: "dark" }, async (page) => {
        await page.emulateMedia({ media: "print" });
        await page.goto(`${site.origin}/${municipality}/`);
        return page.evaluate(() =>
          [".site-header", ".site-name", ".statements", ".site-footer", "body"].flatMap((selector) => {
            const element = document.querySelector(selector);
            if (element === null) return [`${selector} is not there`];
            const { color, backgroundColor } = getComputedStyle(element);
            const isLight = ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(backgroundColor);
            return color === "rgb(0, 0, 0)" && isLight ? [] : [`${selector}: ${color} on ${backgroundColor}`];
          }),
        );
      });
      assert.deepEqual(colours, []);
    });

    test("its own page, services and contacts are there", async () => {
      const pages = await readdir(path.join(CONTENT, municipality, "pages")).catch(() => []);
      assert.ok(pages.length > 0, "it has a page of its own");
      for (const page of pages) {
        const html = await readFile(path.join(PUBLIC, municipality, page.replace(".md", ""), "index.html"), "utf8");
        assert.ok(html.includes("<main"), page);
      }
      const help = await readFile(path.join(PUBLIC, municipality, "lokale-hulp", "index.html"), "utf8");
      const name = municipality[0].toUpperCase() + municipality.slice(1);
      assert.ok(help.includes(name));
    });
  });
}

test("the three look different from each other and from the theme", async () => {
  const looks = new Set();
  for (const municipality of [...OWN_FACES, PLAIN]) {
    const look = await withPage(browser, {}, async (page) => {
      await page.goto(`${site.origin}/${municipality}/`);
      return page.evaluate(() => {
        const of = (/** @type {string} */ selector) => getComputedStyle(/** @type {Element} */ (document.querySelector(selector)));
        const main = of("main a");
        return [of(".site-header").backgroundColor, main.color, of("main button, main input").borderRadius];
      });
    });
    looks.add(JSON.stringify(look));
  }
  assert.equal(looks.size, OWN_FACES.length + 1);
});

test("in forced colours the band has the colours of the visitor", async () => {
  await withPage(browser, { forcedColors: "active" }, async (page) => {
    await page.goto(`${site.origin}/zutphen/`);
    const colours = await page.evaluate(() => {
      const canvas = getComputedStyle(document.body).backgroundColor;
      const header = getComputedStyle(/** @type {Element} */ (document.querySelector(".site-header"))).backgroundColor;
      return { canvas, header };
    });
    assert.equal(colours.header, colours.canvas);
  });
});
