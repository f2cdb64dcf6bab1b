/** The search of a published site: its script, its two index files, and the index that its script makes of them in a browser. */

import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * @typedef {{ script: string, core: string, texts: string }} SearchFiles
 * Names below `assets/`.
 */

/**
 * What the search page of a municipality asks for. Files of earlier builds stand beside those of today, so the page decides.
 *
 * @param {string} folder the published region
 * @param {string} municipality
 * @returns {Promise<SearchFiles>}
 */
export async function searchFiles(folder, municipality) {
  const html = await readFile(path.join(folder, municipality, "zoeken", "index.html"), "utf8");
  const found = (/** @type {string} */ text, /** @type {RegExp} */ form) => {
    const name = form.exec(text)?.[1];
    if (name === undefined) throw new Error(`the search page of ${municipality} has nothing like ${form}`);
    return name;
  };
  const start = found(html, /assets\/(start\.[0-9a-f]+\.js)/);
  const text = await readFile(path.join(folder, municipality, "assets", start), "utf8");
  return {
    script: found(text, /(search\.[0-9a-f]+\.js)/),
    core: found(html, /data-core="?([\w.-]+)/),
    texts: found(html, /data-texts="?([\w.-]+)/),
  };
}

/**
 * Opens the search page with a word in its box and takes hold of the index that its own script makes: `whole`, with the
 * texts. Makes `core` of the first file alone. They stay with the page, as `globalThis.searched`. Says how many milliseconds
 * after the arrival of each file the results were there.
 *
 * The published script exports nothing, so the index is caught where it gives itself `docs`, and its answers where they get
 * `isRelaxed`.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} origin
 * @param {string} municipality
 * @param {SearchFiles} files
 * @returns {Promise<{ core: number, texts: number }>}
 */
export async function openIndexes(page, origin, municipality, files) {
  await page.addInitScript(() => {
    /** @type {{ index?: any, arrived: number[], answered: number[] }} */
    const caught = { arrived: [], answered: [] };
    const { arrayBuffer } = Response.prototype;
    Response.prototype.arrayBuffer = async function () {
      const bytes = await arrayBuffer.call(this);
      caught.arrived.push(performance.now());
      return bytes;
    };
    const whenGiven = (/** @type {string} */ key, /** @type {(owner: any) => void} */ meet) =>
      Object.defineProperty(Object.prototype, key, {
        configurable: true,
        set(value) {
          Object.defineProperty(this, key, { value, writable: true, enumerable: true, configurable: true });
          meet(this);
        },
      });
    whenGiven("docs", (index) => {
      caught.index ??= index;
    });
    whenGiven("isRelaxed", () => {
      if (caught.answered.length < caught.arrived.length) caught.answered.push(performance.now());
    });
    Object.assign(globalThis, { caught });
  });
  await page.goto(`${origin}/${municipality}/zoeken/#woorden=boos`);
  await page.waitForFunction(() => globalThis.caught.answered.length === 2);
  return page.evaluate(async (core) => {
    const { index, arrived, answered } = globalThis.caught;
    for (const key of ["docs", "isRelaxed"]) Reflect.deleteProperty(Object.prototype, key);
    const response = await fetch(new URL(`../assets/${core}`, location.href));
    const first = new index.constructor(new Uint8Array(await response.arrayBuffer()));
    Object.assign(globalThis, { searched: { core: first, whole: index } });
    return { core: answered[0] - arrived[0], texts: answered[1] - arrived[1] };
  }, files.core);
}
