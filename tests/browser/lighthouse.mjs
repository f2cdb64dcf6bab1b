/**
 * What Lighthouse says of the published demo site on a simulated phone: `node tests/browser/lighthouse.mjs [PATH…]`.
 *
 * Scores of speed depend on the machine, so this is measured by hand and not in a test; the other three categories are tested
 * in lighthouse.test.mjs.
 */

import { auditor } from "./lighthouse_audit.mjs";
import { FIRST, longestPage } from "./page_kinds.mjs";

const given = process.argv.slice(2);
const paths = given.length > 0 ? given : await judgedPages();
const { audit, close } = await auditor();
try {
  for (const path of paths) {
    const { scores, figures, faults } = await audit(path, ["performance", "accessibility", "best-practices", "seo"]);
    const words = Object.entries({ ...scores, ...figures }).map(([name, value]) => `${name} ${value}`);
    process.stdout.write(`/${path}: ${words.join(", ")}\n${faults.map((fault) => `  ${fault}\n`).join("")}`);
  }
} finally {
  await close();
}

async function judgedPages() {
  return [
    `${FIRST}/`,
    `${FIRST}/${await longestPage(FIRST, "product")}`,
    `${FIRST}/${await longestPage(FIRST, "provider")}`,
    `${FIRST}/zoeken/`,
    `${FIRST}/vergelijken/`,
    `${FIRST}/verwijzers/`,
  ];
}
