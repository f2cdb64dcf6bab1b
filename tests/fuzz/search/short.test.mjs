/** The short run: the corpus, and some hundreds of damaged indexes. The search answers, or says that it cannot; it never hangs. */

import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { writeModules } from "./modules.cjs";

const CORPUS = fileURLToPath(new URL("../corpus/search-in-browser", import.meta.url));
const ASKING = fileURLToPath(new URL("./asking.cjs", import.meta.url));
/** Changed inputs; a rank is a seed. */
const CHANGED = 600;
/** An input takes milliseconds, also on a machine that is busy. */
const TOO_LONG = 60_000;
/** Megabytes of JavaScript objects for one input of the corpus, of which none is larger than 4 KB. */
const MEMORY = 256;

/** An input with one to four of its bytes changed, left out or doubled, the same for the same seed. */
function changed(input, seed) {
  let state = seed;
  const below = (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  let bytes = [...input];
  for (let left = below(4); left >= 0; left -= 1) {
    const at = below(bytes.length);
    const part = [[below(256)], [], bytes.slice(at, at + below(40)), [255, 255, 255]][below(4)];
    bytes = [...bytes.slice(0, at), ...part, ...bytes.slice(at + 1)];
  }
  return Buffer.from(bytes);
}

/**
 * Asks the search about inputs, one after the other, in a thread with little memory; one that hangs has a name.
 *
 * @param {string} folder
 * @param {{ name: string, input: Buffer }[]} inputs
 * @returns {Promise<string[]>} "answers" or "cannot" for each
 */
function askAll(folder, inputs) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(ASKING, { workerData: { folder }, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    /** @type {string[]} */
    const outcomes = [];
    /** @type {NodeJS.Timeout} */
    let waiting;
    const fail = (/** @type {string} */ why) => {
      clearTimeout(waiting);
      worker.terminate();
      reject(new Error(`${inputs[outcomes.length].name}: ${why}`));
    };
    const next = () => {
      clearTimeout(waiting);
      if (outcomes.length === inputs.length) {
        worker.terminate().then(() => resolve(outcomes));
        return;
      }
      waiting = setTimeout(() => fail("hangs"), TOO_LONG);
      worker.postMessage(inputs[outcomes.length].input);
    };
    worker.on("message", (outcome) => {
      outcomes.push(outcome);
      next();
    });
    worker.on("error", (error) => fail(String(error)));
    next();
  });
}

test("the search in a browser answers a damaged index, or says that it cannot", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "keuzewijzer-search-"));
  try {
    writeModules(folder);
    const names = (await readdir(CORPUS)).sort();
    const corpus = await Promise.all(
      names.map(async (name) => ({ name, input: await readFile(path.join(CORPUS, name)) })),
    );
    const more = Array.from({ length: CHANGED }, (_, rank) => {
      const { name, input } = corpus[rank % corpus.length];
      return { name: `${name} changed by ${rank}`, input: changed(input, rank) };
    });
    const outcomes = await askAll(folder, [...corpus, ...more]);
    for (const outcome of ["answers", "cannot"]) {
      assert.ok(outcomes.includes(outcome), `some inputs end in "${outcome}"`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
