/** The search of a published site: its script, its two index files, and the module that reads them in a visitor's browser. */

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

/**
 * @typedef {{ scripts: string[], module: string, core: string, texts: string, hasBox: boolean }} SearchFiles
 * Names below `assets/`. `module` is the script that exports `SearchIndex`, `scripts` is all that it needs, itself
 * included. `hasBox` says whether the page has a box to search in.
 */

/**
 * What the search page of a municipality asks for. Files of earlier builds stand beside those of today, so the page decides.
 *
 * @param {string} folder the published region
 * @param {string} municipality
 * @returns {Promise<SearchFiles>}
 */
export async function searchFiles(folder, municipality) {
  const assets = path.join(folder, municipality, "assets");
  const names = await readdir(assets);
  const html = await readFile(path.join(folder, municipality, "zoeken", "index.html"), "utf8");
  const start = /assets\/(start\.[0-9a-f]+\.js)/.exec(html)?.[1];
  const named = (/** @type {string} */ key) => new RegExp(`data-${key}="?([\\w.-]+)`).exec(html)?.[1];
  const only = (/** @type {RegExp} */ form) => {
    const found = names.filter((name) => form.test(name));
    if (found.length !== 1) throw new Error(`${assets} has ${found.length} files like ${form}: publish into an empty folder`);
    return found[0];
  };
  const index = {
    core: named("core") ?? only(/^search-core\.[0-9a-f]+\.bin$/),
    texts: named("texts") ?? only(/^search-texts\.[0-9a-f]+\.bin$/),
  };
  if (start !== undefined) {
    const text = await readFile(path.join(assets, start), "utf8");
    const module = /search\.[0-9a-f]+\.js/.exec(text)?.[0];
    if (module === undefined) throw new Error(`${start} loads no search`);
    return { ...index, module, scripts: [module], hasBox: true };
  }
  const scripts = names.filter((name) => /^search-\w+\.[0-9a-f]+\.js$/.test(name));
  return { ...index, module: only(/^search-index\.[0-9a-f]+\.js$/), scripts, hasBox: false };
}

/**
 * Opens the search page and makes there, from the published module and files, `core` (the first file alone) and `whole`
 * (with the texts). They stay with the page, as `globalThis.searched`. Says how many milliseconds it took until each file
 * was read, counted from its arrival.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} origin
 * @param {string} municipality
 * @param {SearchFiles} files
 */
export async function openIndexes(page, origin, municipality, files) {
  // Parts name one another without their fingerprints.
  await page.route(/\/assets\/[a-z]+\.js$/, async (route) => {
    const name = path.basename(new URL(route.request().url()).pathname, ".js");
    const script = files.scripts.find((other) => other.startsWith(`search-${name}.`));
    await route.fulfill({ response: await route.fetch({ url: new URL(script ?? "", route.request().url()).href }) });
  });
  await page.goto(`${origin}/${municipality}/zoeken/`);
  return page.evaluate(async ({ module, core, texts }) => {
    const assets = new URL("../assets/", location.href);
    const { SearchIndex } = await import(new URL(module, assets).href);
    if (SearchIndex === undefined) throw new Error(`${module} exports no SearchIndex`);
    const bytes = async (/** @type {string} */ name) =>
      new Uint8Array(await (await fetch(new URL(name, assets))).arrayBuffer());
    const [first, second] = [await bytes(core), await bytes(texts)];
    const start = performance.now();
    const whole = new SearchIndex(first);
    const between = performance.now();
    whole.addTexts(second);
    const end = performance.now();
    Object.assign(globalThis, { searched: { core: new SearchIndex(first), whole } });
    return { core: between - start, texts: end - between };
  }, files);
}
