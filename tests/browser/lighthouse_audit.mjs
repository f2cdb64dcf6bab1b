/** Lighthouse on pages of the published site: mobile preset, served compressed as a static host does. */

import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { launch } from "./chromium.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

/**
 * @typedef {{ scores: Record<string, number>, figures: Record<string, string>, faults: string[] }} Judgement
 * Scores are out of 100; faults are the audits that cost points.
 */

/**
 * Starts a browser and a server for any number of audits.
 *
 * @returns {Promise<{ audit: (path: string, categories: string[]) => Promise<Judgement>, close: () => Promise<void> }>}
 */
export async function auditor() {
  const site = await serve(PUBLIC, { isCompressed: true });
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  return {
    audit: (path, categories) => audit(`${site.origin}/${path}`, port, categories),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/**
 * @param {string} url
 * @param {number} port
 * @param {string[]} onlyCategories
 * @returns {Promise<Judgement>}
 */
async function audit(url, port, onlyCategories) {
  let result;
  // A tab that paints nothing in time is a fault of the machine and not of the page.
  for (let tries = 0; tries < 3 && (result === undefined || result.lhr.runtimeError); tries += 1) {
    result = await lighthouse(url, { port, onlyCategories, logLevel: "silent", output: "json" });
  }
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}`);
  if (result.lhr.runtimeError) throw new Error(`${url}: ${result.lhr.runtimeError.message}`);
  const { categories, audits } = result.lhr;
  const scores = Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]));
  const figures = Object.fromEntries(
    ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"]
      .filter((id) => audits[id]?.displayValue)
      .map((id) => [id, audits[id].displayValue ?? ""]),
  );
  const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  const faults = counted
    .map(({ id }) => audits[id])
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, details }) => `${id}: ${title} ${JSON.stringify(details?.items ?? []).slice(0, 600)}`);
  return { scores, figures, faults };
}

/** @returns {Promise<number>} */
function freePort() {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("the server has no port");
      server.close(() => resolve(address.port));
    });
  });
}
