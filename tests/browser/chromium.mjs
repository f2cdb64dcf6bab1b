/** One headless Chromium for a test file, and pages in it as a visitor would have them. */

import { accessSync, constants } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * @param {string[]} flags more of them
 * @returns {Promise<import("playwright-core").Browser>}
 */
export function launch(flags = []) {
  return chromium.launch({ executablePath: chromiumOnPath(), headless: true, args: [...FLAGS, ...flags] });
}

function chromiumOnPath() {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      const program = path.join(folder, name);
      try {
        accessSync(program, constants.X_OK);
        return program;
      } catch {
        continue;
      }
    }
  }
  throw new Error("no chromium on the PATH: install Debian's package `chromium`");
}

/** What Chromium writes to the console when a policy keeps something from happening. */
const REFUSAL = /Content.Security.Policy|Trusted (Types|HTML|Script)|violates the following/i;

/**
 * Opens a page in a visitor's browser that starts empty, and closes it again. Nothing that a page does by itself may meet
 * its own policy: a refusal fails the visit.
 *
 * @template T
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").BrowserContextOptions & { expectsRefusals?: boolean }} options
 * @param {(page: import("playwright-core").Page) => Promise<T>} visit
 * @returns {Promise<T>}
 */
export async function withPage(browser, { expectsRefusals = false, ...options }, visit) {
  const context = await browser.newContext({ locale: "nl-NL", ...options });
  /** @type {string[]} */
  const refusals = [];
  context.on("console", (message) => {
    if (REFUSAL.test(message.text())) refusals.push(message.text());
  });
  try {
    const outcome = await visit(await context.newPage());
    if (refusals.length > 0 && !expectsRefusals) throw new Error(`the policy was met: ${refusals.join("\n")}`);
    return outcome;
  } finally {
    await context.close();
  }
}
