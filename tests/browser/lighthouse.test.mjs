/** Lighthouse finds nothing to complain of but speed, which is measured apart (lighthouse.mjs). */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { auditor } from "./lighthouse_audit.mjs";
import { FIRST, longestPage } from "./page_kinds.mjs";

/** @type {Awaited<ReturnType<typeof auditor>>} */
let lighthouse;

before(async () => {
  lighthouse = await auditor();
});
after(async () => {
  await lighthouse?.close();
});

describe("Lighthouse gives 100 for access, practice and findability", { concurrency: 1 }, async () => {
  const paths = [
    "",
    await longestPage(FIRST, "product"),
    await longestPage(FIRST, "provider"),
    "zoeken/",
    "vergelijken/",
    "lijst/",
    "verwijzers/",
  ];
  for (const path of paths) {
    test(`/${path}`, async () => {
      const { scores, faults } = await lighthouse.audit(`${FIRST}/${path}`, ["accessibility", "best-practices", "seo"]);
      assert.deepEqual(faults, []);
      assert.deepEqual(scores, { accessibility: 100, "best-practices": 100, seo: 100 });
    });
  }
});
