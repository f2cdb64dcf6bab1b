/** A page stays whole on a narrow screen, with large text, and with a reader's own spacing. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
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

/** @typedef {{ width: number, style?: string, media?: "print" }} Reader */

/** WCAG 1.4.12, as a style sheet that the reader adds. */
const READERS_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/**
 * What sticks out of the page, and text that its box cuts off. Runs in the page.
 *
 * @returns {string[]}
 */
function lostContent() {
  /** @type {string[]} */
  const lost = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) lost.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
  for (const element of document.body.querySelectorAll("*")) {
    if (!(element instanceof HTMLElement)) continue;
    const name = `${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`;
    const style = getComputedStyle(element);
    const isSkip = element.matches(".skip, .skip-list");
    if (isSkip && element.getBoundingClientRect().right > 0) lost.push(`peeps into the page: ${name}`);
    const isForAssistiveTechnology = style.clipPath !== "none" || element.closest(".skip, .visually-hidden") !== null;
    if (isForAssistiveTechnology || element.closest("thead") !== null) continue;
    const region = element.closest(".table-wrap");
    if (element.getBoundingClientRect().right > root.clientWidth + 1 && (region === null || region === element)) {
      lost.push(`sticks out: ${name}`);
    }
    if (matchMedia("print").matches && region === element && element.scrollWidth > element.clientWidth) {
      lost.push(`wider than the paper: ${name}`);
    }
    const cuts = ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
    if (cuts && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) {
      lost.push(`cut off: ${name}`);
    }
    if (["auto", "scroll"].includes(style.overflowX) && element.scrollWidth > element.clientWidth) {
      const isReachable = element.tabIndex === 0 && element.getAttribute("role") === "region" && element.ariaLabel;
      if (!isReachable) lost.push(`scrolls, but not by keyboard: ${name}`);
    }
  }
  return lost;
}

/**
 * Words of two elements that touch each other on a line. Runs in the page.
 *
 * @returns {string[]}
 */
function wordsRunTogether() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const blockOf = (/** @type {Node | null} */ node) => node?.parentElement?.closest("h1, h2, h3, h4, p, li, dt, dd, td, th, caption, div");
  const boxesOf = (/** @type {Node} */ node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  };
  const found = [];
  let before = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? "";
    const boxes = boxesOf(node);
    if (text.trim() === "" || boxes.length === 0) continue;
    const isApart = before === null || blockOf(before.node) === blockOf(node) || /\s$/.test(before.text) || /^\s/.test(text);
    if (!isApart) {
      const [end, start] = [before.boxes[before.boxes.length - 1], boxes[0]];
      const isOneLine = end.top < start.bottom && start.top < end.bottom;
      if (isOneLine && Math.abs(start.left - end.right) < 1) found.push(`${before.text.slice(-30)}|${text.slice(0, 30)}`);
    }
    before = { node, text, boxes };
  }
  return found;
}

/**
 * @param {string} pathname
 * @param {Reader} reader
 * @returns {Promise<string[]>}
 */
function lostFor(pathname, { width, style, media }) {
  return withPage(browser, { bypassCSP: true, viewport: { width, height: 800 } }, async (page) => {
    await page.goto(site.origin + pathname);
    await page.emulateMedia({ media: media ?? "screen" });
    if (style !== undefined) await page.addStyleTag({ content: style });
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    const together = media === "print" ? await page.evaluate(wordsRunTogether) : [];
    return [...(await page.evaluate(lostContent)), ...together.map((words) => `runs together: ${words}`)];
  });
}

/** @type {{ name: string, reader: Reader }[]} */
const READERS = [
  { name: "on a screen of 320 pixels", reader: { width: 320 } },
  { name: "on a sheet of A4", reader: { width: 718, media: "print" } },
  { name: "with text twice as large", reader: { width: 640, style: "html { font-size: 200% !important; }" } },
  { name: "with text twice as large on a phone", reader: { width: 320, style: "html { font-size: 200% !important; }" } },
  { name: "with the reader's own spacing on a phone", reader: { width: 360, style: READERS_SPACING } },
  { name: "with the reader's own spacing on a desktop", reader: { width: 1280, style: READERS_SPACING } },
];

for (const { name, reader } of READERS) {
  describe(`nothing is lost ${name}`, { concurrency: 2 }, async () => {
    const pages = (await pagesOfEveryKind(FIRST)).map((page) => ({ ...page, path: `${FIRST}/${page.path}` }));
    for (const { kind, path: pagePath } of [{ kind: "front door", path: "" }, ...pages]) {
      test(`${kind}: /${pagePath}`, async () => {
        assert.deepEqual(await lostFor(`/${pagePath}`, reader), []);
      });
    }
  });
}
