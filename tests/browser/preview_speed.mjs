/**
 * How long it takes from a saved file to the page that shows it: `node preview_speed.mjs`, with the program built for a
 * release. Previews a copy of the demonstration, keeps one page open in Chromium, and changes one record again and again.
 */

import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launch, withPage } from "./chromium.mjs";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
/** How often each record is changed: `node preview_speed.mjs 10`. */
const TIMES = Number(process.argv[2] ?? 30);
/** The program, when it is another one than that of a release: `node preview_speed.mjs 10 target/debug/keuzewijzer`. */
const PROGRAM = path.join(REPOSITORY, process.argv[3] ?? "target/release/keuzewijzer");

/** What is changed: a file, a text in it that is replaced by another every time, and a page that shows it. */
const RECORDS = [
  {
    name: "the text of a provider",
    file: "content/providers/anker-en-zeil.md",
    page: "zutphen/aanbieders/anker-en-zeil/",
    pattern: /$/,
    /** @param {number} turn */
    written: (turn) => `\nZin nummer ${turn}.\n`,
    /** @param {number} turn */
    shown: (turn) => `Zin nummer ${turn}.`,
  },
  {
    name: "the name of a municipality",
    file: "content/municipalities/epe/municipality.toml",
    page: "epe/",
    pattern: /^name = ".*"$/m,
    /** @param {number} turn */
    written: (turn) => `name = "Epe ${turn}"`,
    /** @param {number} turn */
    shown: (turn) => `Epe ${turn}`,
  },
];

const folder = await mkdtemp(path.join(tmpdir(), "preview-"));
await cp(path.join(REPOSITORY, "content"), path.join(folder, "content"), { recursive: true });
const program = spawn(
  PROGRAM,
  ["serve", "--port", "0", "--themes", path.join(REPOSITORY, "themes")],
  { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
);
/** @type {number[]} */
const readings = [];
program.stderr.on("data", (words) => {
  const found = String(words).match(/read in (\d+) ms/);
  if (found !== null) readings.push(Number(found[1]));
});
const origin = await new Promise((resolve) => program.stdout.once("data", (line) => resolve(String(line).trim())));
const browser = await launch();

/** @param {number[]} numbers */
function inWords(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ share) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]);
  return `half within ${at(0.5)} ms, nine in ten within ${at(0.9)} ms, all within ${at(1)} ms`;
}

for (const record of RECORDS) {
  const file = path.join(folder, record.file);
  const text = await readFile(file, "utf8");
  /** @type {number[]} */
  const whole = [];
  readings.length = 0;
  await withPage(browser, {}, async (page) => {
    await page.goto(`${origin}${record.page}`, { waitUntil: "load" });
    for (let turn = 1; turn <= TIMES; turn += 1) {
      await page.waitForTimeout(300);
      const loaded = page.waitForEvent("load");
      const saved = performance.now();
      await writeFile(file, text.replace(record.pattern, record.written(turn)));
      await loaded;
      whole.push(performance.now() - saved);
      const words = await page.locator("body").innerText();
      if (!words.includes(record.shown(turn))) throw new Error(`the page does not show «${record.shown(turn)}»`);
    }
  });
  console.log(`${record.name}: from saving to a page that is loaded: ${inWords(whole)}`);
  console.log(`  of which reading and judging: ${inWords(readings)}`);
  await writeFile(file, text);
}
await browser.close();
program.kill();
await rm(folder, { recursive: true });
