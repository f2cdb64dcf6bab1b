/** Words that would run, if one page took them for code: nothing runs, nobody is asked, and the policy has nothing to refuse. */

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { accessSync } from "node:fs";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { launch, withPage } from "./chromium.mjs";
import { serve } from "./published_site.mjs";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
/** Without quotes, so that it stands in TOML and CSV as it is: single quotes end attributes too. */
const HOSTILE =
  "<script>canary()</script></style></title>--><img src=x onerror=canary()>' onfocus='canary()' autofocus x=' <svg onload=canary()> {{7*7}}";
const QUERIES = [
  "<img src=x onerror=canary()>",
  "'\"><svg/onload=canary()>",
  "(a+)+$ [ \\ ^ .* (?<x>",
  "\u202eevil\u200b\u0000",
  "javascript:canary()",
  "__proto__ constructor hasOwnProperty",
  "a".repeat(100_000),
  "boos ".repeat(5_000),
];

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let site;
/** @type {import("node:child_process").ChildProcess} */
let program;
let folder = "";
let preview = "";

/** The program as it was built last, for a release or else for trying. */
function keuzewijzer() {
  const found = ["release", "debug"]
    .map((profile) => path.join(REPOSITORY, "target", profile, "keuzewijzer"))
    .find((file) => {
      try {
        accessSync(file);
        return true;
      } catch {
        return false;
      }
    });
  assert.ok(found, "the program is built");
  return found;
}

/**
 * Puts the hostile words where a text stands.
 *
 * @param {string} file
 * @param {(string | RegExp)[]} texts
 */
async function plant(file, texts) {
  const full = path.join(folder, "content", file);
  let text = await readFile(full, "utf8");
  for (const from of texts) {
    const planted = text.replace(from, (whole) => {
      const key = /^\w+ = /.exec(whole)?.[0];
      return key === undefined ? HOSTILE : `${key}"${HOSTILE}"`;
    });
    assert.notEqual(planted, text, `${file} has no ${from}`);
    text = planted;
  }
  await writeFile(full, text);
}

before(async () => {
  browser = await launch();
  folder = await mkdtemp(path.join(tmpdir(), "hostile-"));
  await cp(path.join(REPOSITORY, "tests/region/content"), path.join(folder, "content"), { recursive: true });
  await plant("site.toml", [/^name = .*$/m, /^publisher = .*$/m, /^notice = .*$/m, /^text = .*$/m, /^source = .*$/m]);
  await plant("providers/de-lindeboom.md", [/^name = .*$/m, /^name = "Locatie.*$/m, /^address = .*$/m, /^place = .*$/m]);
  await plant("products/vaktherapie.md", [/^name = .*$/m, /^plain_name = .*$/m, /^summary = .*$/m]);
  await plant("products/begeleiding-individueel.md", [/^plain_name = .*$/m]);
  await plant("profiles/overbelaste-ouders.md", [/^name = .*$/m, /^question = .*$/m, /^need = .*$/m, /^result = .*$/m]);
  await plant("product-groups.toml", [/^name = .*$/m]);
  await plant("pages/privacy.md", [/^title = .*$/m, /^description = .*$/m, /^menu = .*$/m]);
  await plant("municipalities/apeldoorn/municipality.toml", [/^opening_hours = .*$/m]);
  await plant("offers.csv", ["Ook op zaterdag."]);
  await plant("local-services.csv", ["Praat gratis met iemand die luistert.", "Kindertelefoon"]);
  const themes = ["--themes", path.join(REPOSITORY, "themes")];
  const run = (/** @type {string[]} */ ...args) => promisify(execFile)(keuzewijzer(), [...args, ...themes], { cwd: folder });
  await run("build");
  await run("check", "--report", path.join(folder, "public", "controle"));
  site = await serve(path.join(folder, "public"));
  program = spawn(keuzewijzer(), ["serve", "--lang", "en", "--port", "0", ...themes], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  preview = await new Promise((resolve, reject) => {
    program.stdout?.once("data", (line) => resolve(String(line).trim().replace(/\/$/, "")));
    program.once("exit", (code) => reject(new Error(`the preview ended with ${code}`)));
  });
});
after(async () => {
  await browser?.close();
  await site?.close();
  program?.kill();
  if (folder !== "") await rm(folder, { recursive: true });
});

/**
 * Opens pages one after the other and says everything that ran, was refused, was asked elsewhere or went wrong.
 *
 * @param {string} origin
 * @param {string[]} paths
 * @param {(page: import("playwright-core").Page) => Promise<void>} [act] what a visitor does on each
 */
function faultsOf(origin, paths, act = async () => {}) {
  return withPage(browser, {}, async (page) => {
    /** @type {string[]} */
    const faults = [];
    let at = "";
    const fault = (/** @type {string} */ words) => faults.push(`${at}: ${words}`);
    await page.exposeFunction("canary", () => fault("something ran"));
    await page.exposeFunction("refused", (/** @type {string} */ what) => fault(`the policy refused ${what}`));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        // @ts-expect-error the test put it there
        window.refused(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    page.on("dialog", (dialog) => {
      fault(`a dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    page.on("console", (message) => {
      // A browser asks for an icon of the host by itself.
      const isIcon = message.location().url.endsWith("/favicon.ico");
      if (["error", "warning"].includes(message.type()) && !isIcon) fault(message.text());
    });
    page.on("pageerror", (error) => fault(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${origin}/`)) fault(`asked ${request.url()}`);
    });
    for (at of paths) {
      const response = await page.goto(`${origin}/${at}`, { waitUntil: "load" });
      if (response !== null && !response.headers()["content-security-policy"]) fault("it has no policy");
      await act(page);
    }
    return faults;
  });
}

/** Every page of one municipality, and the front door, without those that differ by a name alone. */
async function pages() {
  const found = await readdir(path.join(folder, "public"), { recursive: true });
  return found
    .filter((name) => name.endsWith("index.html") && !name.startsWith("zutphen") && !name.startsWith("controle"))
    .map((name) => name.replace(/index\.html$/, ""));
}

describe("hostile words", () => {
  test("stand as text on every page", async () => {
    const paths = await pages();
    assert.ok(paths.length > 40, `${paths.length} pages`);
    assert.deepEqual(await faultsOf(site.origin, paths), []);
  });

  test("stand as text in the report, which is opened from a disk", async () => {
    await withPage(browser, {}, async (page) => {
      let ran = 0;
      await page.exposeFunction("canary", () => (ran += 1));
      await page.goto(`file://${path.join(folder, "public/controle/index.html")}`, { waitUntil: "load" });
      assert.ok((await page.textContent("body"))?.includes("<script>canary()</script>"));
      assert.equal(ran, 0);
    });
  });

  test("are read as they are written", async () => {
    const heading = await withPage(browser, {}, async (page) => {
      await page.goto(`${site.origin}/apeldoorn/aanbieders/de-lindeboom/`);
      return page.textContent("h1");
    });
    assert.ok(heading?.includes("<script>canary()</script>"), String(heading));
  });

  test("are harmless as questions, and so is what is no question", async () => {
    const faults = await faultsOf(site.origin, ["apeldoorn/zoeken/"], async (page) => {
      for (const query of QUERIES) {
        await page.fill("#zoek", query);
        await page.waitForTimeout(300);
      }
      await page.waitForFunction(() => document.querySelector("[data-found] .card") === null);
      await page.fill("#zoek", "canary");
      await page.waitForSelector("[data-found] a[href*='vaktherapie']");
    });
    assert.deepEqual(faults, []);
  });

  test("are harmless in what came along in the address", async () => {
    const slugs = Array.from({ length: 5_000 }, (_, rank) => `a${rank}:b`);
    const carried = ["#lijst=__proto__:x;<img src=x onerror=canary()>;../../x;%2e%2e%2fx", "#postcode=<svg onload=canary()>"];
    const paths = ["lijst/", "vergelijken/", "hulp/", "zoeken/"].map((page) => `apeldoorn/${page}`);
    const addresses = paths.flatMap((page) => carried.map((part) => `${page}${part}`));
    const before = site.asked.length;
    assert.deepEqual(await faultsOf(site.origin, addresses), []);
    const isForList = (/** @type {string} */ address) => /\/aanbieders\/./.test(address);
    assert.deepEqual(site.asked.slice(before).filter(isForList), []);

    // Names that could be of providers are asked for, the first ten; that such a page is not there, a browser notes by itself.
    const gone = paths.slice(0, 2).map((page) => `${page}#lijst=${slugs.join(";")}`);
    const noted = await faultsOf(site.origin, gone, async (page) => {
      await page.waitForFunction(() => document.querySelector("main [data-waiting]") === null);
    });
    // All ten at once, so in whatever order they arrive.
    const asked = site.asked.slice(before).filter(isForList);
    const firstTen = slugs.slice(0, 10).map((slug) => `/apeldoorn/aanbieders/${slug.split(":")[0]}/`);
    assert.deepEqual(asked.sort(), [...firstTen, ...firstTen].sort());
    assert.deepEqual(
      noted.filter((words) => !words.endsWith("Failed to load resource: the server responded with a status of 404 (Not Found)")),
      [],
    );
  });

  test("are harmless as names that every object has", async () => {
    const names = ["constructor", "__proto__", "hasownproperty", "tostring"];
    const noted = await faultsOf(site.origin, ["lijst/", "vergelijken/"].map((page) => `apeldoorn/${page}#lijst=${names.join(";")}`), async (page) => {
      await page.waitForFunction(() => document.querySelector("main [data-waiting]") === null);
      const said = await page.evaluate(() => [document.body.textContent, ...[...document.querySelectorAll("textarea")].map(({ value }) => value)].join());
      assert.ok(!said.includes("native code"), said);
      const mails = await page.evaluate(() => [...document.querySelectorAll("a[href^='mailto:']")].map(({ href }) => decodeURIComponent(href)));
      assert.ok(!mails.join().includes("native code"), mails.join());
    });
    assert.deepEqual(noted.filter((words) => !words.includes("404 (Not Found)")), []);
  });

  test("are harmless when somebody changed what is kept on the device", async () => {
    const kept = [
      "no JSON",
      "null",
      "[]",
      '{"lijst":"de-lindeboom","notes":[1,{}]}',
      '{"lijst":[1,null,{"a":1},"../../x:y","<img src=x onerror=canary()>"],"notes":{"__proto__":"x","constructor":"y"}}',
      JSON.stringify({ lijst: ["de-lindeboom"], notes: { "de-lindeboom": "<img src=x onerror=canary()>".repeat(10_000) } }),
      JSON.stringify({ lijst: Array.from({ length: 50_000 }, (_, rank) => `a b${rank}`), notes: {} }),
      "[".repeat(100_000),
    ];
    for (const text of kept) {
      let isKept = false;
      const noted = await faultsOf(site.origin, ["apeldoorn/", "apeldoorn/lijst/", "apeldoorn/vergelijken/"], async (page) => {
        if (!isKept) {
          await page.evaluate((value) => localStorage.setItem("keuzewijzer /apeldoorn/", value), text);
          isKept = true;
        }
        const images = await page.evaluate(() => document.querySelectorAll("img[src='x']").length);
        assert.equal(images, 0, text.slice(0, 60));
      });
      assert.deepEqual(noted.filter((words) => !words.includes("404 (Not Found)")), [], text.slice(0, 60));
    }
  });

  test("stand as text in the preview, also in its problems", async () => {
    const paths = ["", "apeldoorn/", "apeldoorn/aanbieders/de-lindeboom/", "apeldoorn/hulp/vaktherapie/"];
    assert.deepEqual(await faultsOf(preview, paths), []);
    const file = path.join(folder, "content/offers.csv");
    const row = "<img src=x onerror=canary()>,<script>canary()</script>,*,,,,,,2026-01-01,,open,";
    await writeFile(file, `${await readFile(file, "utf8")}${row}\n`);
    const faults = await faultsOf(preview, ["apeldoorn/"], async (page) => {
      await page.waitForSelector("aside.keuzewijzer-preview");
      const said = await page.textContent("aside.keuzewijzer-preview");
      assert.ok(said?.includes("<img src=x onerror=canary()>"), String(said));
    });
    assert.deepEqual(faults, []);
  });
});
