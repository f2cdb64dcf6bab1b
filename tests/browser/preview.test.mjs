/** The preview in a browser: a page that is open shows a change by itself, under the policy of the published site. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { accessSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, withPage } from "./chromium.mjs";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const RECORD = "content/providers/kompas.md";
const PAGE = "zutphen/aanbieders/kompas/";

/** @type {import("playwright-core").Browser} */
let browser;
let folder = "";
/** @type {import("node:child_process").ChildProcess} */
let program;
let origin = "";

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

before(async () => {
  browser = await launch();
  folder = await mkdtemp(path.join(tmpdir(), "preview-"));
  await cp(path.join(REPOSITORY, "tests/region/content"), path.join(folder, "content"), { recursive: true });
  program = spawn(
    keuzewijzer(),
    ["serve", "--lang", "en", "--port", "0", "--date", "2026-11-15", "--themes", path.join(REPOSITORY, "themes")],
    { cwd: folder, stdio: ["ignore", "pipe", "ignore"] },
  );
  origin = await new Promise((resolve, reject) => {
    program.stdout?.once("data", (line) => resolve(String(line).trim()));
    program.once("exit", (code) => reject(new Error(`the preview ended with ${code}`)));
  });
});
after(async () => {
  await browser?.close();
  program?.kill();
  if (folder !== "") await rm(folder, { recursive: true });
});

/**
 * @param {string} from
 * @param {string} to
 */
async function change(from, to) {
  const file = path.join(folder, RECORD);
  const text = await readFile(file, "utf8");
  assert.ok(text.includes(from));
  await writeFile(file, text.replace(from, to));
}

/**
 * Everything that a browser complains of.
 *
 * @param {import("playwright-core").Page} page
 */
function complaints(page) {
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return said;
}

test("a page that is open shows a change, a problem and its mending by itself", async () => {
  await withPage(browser, {}, async (page) => {
    const said = complaints(page);
    await page.goto(`${origin}${PAGE}`);
    const strip = page.locator(".keuzewijzer-preview");
    assert.equal(await strip.count(), 0);

    await change("Kompas helpt kinderen", "Kompas steunt kinderen");
    await page.getByText("Kompas steunt kinderen").waitFor();

    await change('level = "local"', 'level = "locaal"');
    await page.getByText(`${RECORD}:9:9`).waitFor();
    assert.match(await strip.innerText(), /1 error in 1 file; this page is of the last version without errors/);
    assert.ok(await page.getByText("Kompas steunt kinderen").isVisible(), "the last good page stays");
    const box = await strip.boundingBox();
    const bottom = page.viewportSize()?.height ?? 0;
    assert.ok(box !== null && box.y < bottom, "the problems are in view");

    await change('level = "locaal"', 'level = "local"');
    await strip.waitFor({ state: "detached" });
    assert.deepEqual(said, []);
  });
});

test("a page that was left open when nothing changes stays as it is", async () => {
  await withPage(browser, {}, async (page) => {
    const said = complaints(page);
    let loads = 0;
    page.on("load", () => {
      loads += 1;
    });
    await page.goto(`${origin}zutphen/`);
    await page.waitForTimeout(2500);
    assert.equal(loads, 1);
    assert.deepEqual(said, []);
  });
});
