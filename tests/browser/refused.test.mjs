/** What the published policy refuses in a real browser, whoever got a foot in: text as markup, foreign scripts, frames. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, longestPage } from "./page_kinds.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let site;

before(async () => {
  browser = await launch();
  site = await serve(path.join(PUBLIC, FIRST));
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** What must throw, as a script that got in would write it. Each sets `window.hit` if it works. */
const ATTEMPTS = {
  innerHTML: () => (document.querySelector("main").innerHTML = "<img src=x onerror='window.hit = 1'>"),
  outerHTML: () => (document.querySelector("main").outerHTML = "<main></main>"),
  insertAdjacentHTML: () => document.body.insertAdjacentHTML("beforeend", "<b>a</b>"),
  "document.write": () => document.write("<b>a</b>"),
  "a document from text": () => new DOMParser().parseFromString("<b>a</b>", "text/html"),
  "a fragment from text": () => document.createRange().createContextualFragment("<b>a</b>"),
  "a frame from text": () => (document.createElement("iframe").srcdoc = "<script>parent.hit = 1</script>"),
  "the address of a script": () => (document.createElement("script").src = "/assets/other.js"),
  "the text of a script": () => (document.createElement("script").text = "window.hit = 1"),
  "an attribute that is a script": () => document.body.setAttribute("onclick", "window.hit = 1"),
  eval: () => globalThis.eval("window.hit = 1"),
  "a function from text": () => new Function("window.hit = 1")(),
  "a worker": () => new Worker("/assets/other.js"),
  "a policy of its own": () => window.trustedTypes.createPolicy("default", { createHTML: (text) => text }),
};

describe("a page refuses", async () => {
  for (const kind of ["home", "search"]) {
    test(`text that would be markup or script, on the page ${kind}`, async () => {
      const address = `${site.origin}/${await longestPage(FIRST, kind)}`;
      await withPage(browser, { expectsRefusals: true }, async (page) => {
        await page.goto(address, { waitUntil: "networkidle" });
        for (const [name, attempt] of Object.entries(ATTEMPTS)) {
          // From a timer, as the page's own scripts run: what a debugger evaluates may do what the policy forbids.
          const outcome = await page.evaluate(
            `new Promise((tell) => setTimeout(() => { try { (${attempt})(); tell("done") } catch (error) { tell(error.name) } }))`,
          );
          assert.match(outcome, /^(TypeError|EvalError)$/, `${name}: ${outcome}`);
        }
        assert.equal(await page.evaluate("window.hit"), undefined);
        assert.ok(await page.locator("main").isVisible(), "the page stands as it stood");
      });
    });
  }

  test("a link whose address is a script", async () => {
    await withPage(browser, { expectsRefusals: true }, async (page) => {
      await page.goto(`${site.origin}/`);
      await page.evaluate(() => {
        const link = document.createElement("a");
        link.href = "javascript:window.hit = 1";
        document.body.append(link);
        link.click();
      });
      await page.waitForFunction(() => document.readyState === "complete");
      assert.equal(await page.evaluate("window.hit"), undefined);
    });
  });

  test("to stand in a frame of another site", async () => {
    const other = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<iframe src="${site.origin}/"></iframe>`);
    });
    await new Promise((ready) => other.listen(0, "127.0.0.1", () => ready(null)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (other.address());
    try {
      await withPage(browser, { expectsRefusals: true }, async (page) => {
        await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: "networkidle" });
        const frame = page.frames().find((one) => one !== page.mainFrame());
        assert.doesNotMatch(frame?.url() ?? "", /^http:/, "the frame holds the browser's own page");
        assert.equal(await frame?.locator("main").count(), 0);
      });
    } finally {
      other.closeAllConnections();
      await new Promise((closed) => other.close(closed));
    }
  });
});

describe("a page of another site", () => {
  test("reads open data, and no page", async () => {
    const other = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>elders</p>"));
    await new Promise((ready) => other.listen(0, "127.0.0.1", () => ready(null)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (other.address());
    try {
      await withPage(browser, { expectsRefusals: true }, async (page) => {
        await page.goto(`http://127.0.0.1:${port}/`);
        const read = (/** @type {string} */ address) =>
          page.evaluate((url) => fetch(url).then((answer) => answer.status, (error) => error.name), site.origin + address);
        assert.equal(await read("/gegevens/datapackage.json"), 200);
        assert.equal(await read("/"), "TypeError");
        assert.equal(await read("/zoeken/"), "TypeError");
      });
    } finally {
      other.closeAllConnections();
      await new Promise((closed) => other.close(closed));
    }
  });
});
