/** What axe-core finds on a page, in every way it can look. */

import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [360, 1440];

/** @typedef {{ name: string, colorScheme: "light" | "dark", forcedColors: "none" | "active", media: "screen" | "print" }} Look */

/** @type {Look[]} */
export const LOOKS = [
  { name: "light", colorScheme: "light", forcedColors: "none", media: "screen" },
  { name: "dark", colorScheme: "dark", forcedColors: "none", media: "screen" },
  { name: "forced colours", colorScheme: "dark", forcedColors: "active", media: "screen" },
  { name: "on paper", colorScheme: "light", forcedColors: "none", media: "print" },
];

/**
 * Every fault on a page as it stands, as `look, width: rule: element`. The policy of the site would refuse axe, so the page
 * must have been opened with `bypassCSP`.
 *
 * @param {import("playwright-core").Page} page
 * @param {Look[]} [looks]
 * @returns {Promise<string[]>}
 */
export async function axeFaults(page, looks = LOOKS) {
  /** @type {string[]} */
  const faults = [];
  await page.evaluate(axe.source);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const { name, ...look } of looks) {
      await page.emulateMedia(look);
      const found = await page.evaluate(violations, { rules: RULES, hasTargets: look.media === "screen" });
      faults.push(...found.map((fault) => `${name}, ${width}: ${fault}`));
    }
  }
  return faults;
}

/**
 * Runs in the page.
 *
 * @param {{ rules: string[], hasTargets: boolean }} wanted
 * @returns {Promise<string[]>}
 */
async function violations({ rules, hasTargets }) {
  const { axe } = /** @type {any} */ (globalThis);
  const results = await axe.run(document, {
    runOnly: rules,
    rules: { "target-size": { enabled: hasTargets } },
    resultTypes: ["violations"],
  });
  return results.violations.flatMap((/** @type {any} */ rule) =>
    rule.nodes.slice(0, 3).map((/** @type {any} */ node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`),
  );
}
