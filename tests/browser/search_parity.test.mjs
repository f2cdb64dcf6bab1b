/** The search in the browser against Tantivy's own: the same documents in the same order with the same scores. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, SECOND } from "./page_kinds.mjs";
import { openIndexes, searchFiles } from "./published_search.mjs";
import { PUBLIC, serve } from "./published_site.mjs";
import { beginnings, fuzzed, judgedQuestions } from "./search_queries.mjs";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM = fileURLToPath(new URL("../../target/release/keuzewijzer", import.meta.url));
const SEED = 20261115;
/** Questions that are typed key by key. */
const TYPED = 12;
/** Differences that are shown in full. */
const SHOWN = 20;

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let region;

before(async () => {
  browser = await launch();
  region = await serve(PUBLIC);
});
after(async () => {
  await browser?.close();
  await region?.close();
});

/**
 * @typedef {[document: number, level: number, score: number]} Hit
 * @typedef {{ crisis: boolean, help: Hit[], providers: Hit[] }} Answer
 */

/**
 * What Tantivy finds.
 *
 * @param {string} municipality
 * @param {string[]} queries
 * @param {string[]} flags
 * @returns {Promise<Answer[]>}
 */
async function inTerminal(municipality, queries, flags) {
  const { stdout } = await promisify(execFile)(
    PROGRAM,
    ["search", municipality, "--json", ...flags, "--", ...queries],
    { cwd: REPOSITORY, maxBuffer: 2 ** 30 },
  );
  /** @param {{ document: number, level: number, score: number }} hit */
  const hit = ({ document, level, score }) => /** @type {Hit} */ ([document, level, score]);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))
    .map(({ crisis, help, providers }) => ({ crisis, help: help.map(hit), providers: providers.map(hit) }));
}

/**
 * What the browser finds.
 *
 * @param {import("playwright-core").Page} page
 * @param {"core" | "whole"} which
 * @param {string[]} queries
 * @returns {Promise<Answer[]>}
 */
function inBrowser(page, which, queries) {
  return page.evaluate(
    ([which, queries]) => {
      const index = globalThis.searched[which];
      return queries.map((words) => {
        const { isCrisis, help, providers } = index.find(words);
        const hit = ({ doc, level, score }) => [doc, level, score];
        return { crisis: isCrisis, help: help.map(hit), providers: providers.map(hit) };
      });
    },
    /** @type {const} */ ([which, queries]),
  );
}

/**
 * How two answers differ, in words; empty when they are the same.
 *
 * @param {Answer} tantivy
 * @param {Answer} here
 */
function difference(tantivy, here) {
  const words = [];
  if (tantivy.crisis !== here.crisis) words.push(`crisis is ${tantivy.crisis} in Tantivy`);
  for (const list of /** @type {const} */ (["help", "providers"])) {
    const [theirs, ours] = [tantivy[list], here[list]];
    const length = Math.max(theirs.length, ours.length);
    const at = Array.from({ length }, (_, rank) => rank).find((rank) => String(theirs[rank]) !== String(ours[rank]));
    if (at !== undefined) {
      words.push(`${list} ${at + 1} of ${theirs.length}: Tantivy has ${theirs[at]}, the browser ${ours[at]}`);
    }
  }
  return words.join("; ");
}

describe("the browser finds what Tantivy finds", () => {
  for (const municipality of [FIRST, SECOND]) {
    test(`in ${municipality}`, async (context) => {
      const files = await searchFiles(PUBLIC, municipality);
      await withPage(browser, {}, async (page) => {
        await openIndexes(page, region.origin, municipality, files);
        const stems = await page.evaluate(() => globalThis.searched.whole.stems);
        const tuning = await judgedQuestions("tuning");
        const spread = tuning.filter((_, rank) => rank % Math.floor(tuning.length / TYPED) === 0).slice(0, TYPED);
        const queries = [
          ...tuning,
          ...(await judgedQuestions("held-back")),
          ...beginnings(spread.map(({ words }) => words)),
          ...(await fuzzed(SEED, stems)),
        ];
        const typed = queries.map(({ words }) => words);
        for (const [which, flags] of /** @type {const} */ ([["whole", []], ["core", ["--core"]]])) {
          const theirs = await inTerminal(municipality, typed, [...flags]);
          const ours = await inBrowser(page, which, typed);
          assert.equal(theirs.length, queries.length);
          const differences = queries
            .map(({ name }, rank) => [name, difference(theirs[rank], ours[rank])])
            .filter(([, words]) => words !== "")
            .map(([name, words]) => `${name}: ${words}`);
          const found = theirs.filter(({ help, providers }) => help.length + providers.length > 0).length;
          context.diagnostic(`${which}: ${queries.length} queries, ${found} find something, ${differences.length} differ`);
          assert.ok(found > queries.length / 2, "most queries find something");
          const shown = differences.slice(0, SHOWN).join("\n");
          assert.equal(differences.length, 0, `${differences.length} of ${queries.length} differ with ${which}:\n${shown}`);
        }
      });
    });
  }
});
