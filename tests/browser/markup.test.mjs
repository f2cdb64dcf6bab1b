/** Every page against the HTML checker of the W3C (the Nu checker). */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import vnu from "vnu-jar";
import { FIRST, SECOND } from "./page_kinds.mjs";
import { PUBLIC } from "./published_site.mjs";

/**
 * What the checker holds against the pages below a folder: errors and warnings, as `page:line: message`.
 *
 * @param {string[]} folders
 * @returns {Promise<string[]>}
 */
function faultsBelow(folders) {
  const java = spawn("java", ["-Xss2m", "-jar", vnu, "--skip-non-html", "--format", "json", "--exit-zero-always", ...folders], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  java.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    java.on("error", reject);
    java.on("close", () => {
      try {
        resolve(JSON.parse(said).messages.map(inWords));
      } catch (error) {
        reject(new Error(`the checker said: ${said.slice(0, 2000)}`, { cause: error }));
      }
    });
  });
}

/** @param {{ url: string, lastLine: number, message: string, extract: string }} fault */
function inWords({ url, lastLine, message, extract }) {
  return `${url.split("/public/")[1]}:${lastLine}: ${message} ${(extract ?? "").slice(0, 160)}`;
}

test("the checker of the W3C holds nothing against any page", { timeout: 600_000 }, async () => {
  const faults = await faultsBelow([path.join(PUBLIC, "index.html"), path.join(PUBLIC, FIRST), path.join(PUBLIC, SECOND)]);
  const known = new Set(faults.map((fault) => fault.replace(/^\S+ /, "")));
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults of ${known.size} kinds`);
});
