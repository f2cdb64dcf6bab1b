/** What the ready files take from elsewhere is named by its content, so that nobody can put another thing under the name. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, test } from "node:test";

import { EXAMPLES, filesOf } from "./region.mjs";

/** Images that a host makes and names; nobody else can give their digest. */
const OWN_IMAGE = /^registry\.example\//;

/** Every line of the ready files, with where it stands. */
async function lines() {
  const found = [];
  for (const file of await filesOf(EXAMPLES)) {
    const text = await readFile(path.join(EXAMPLES, file), "utf8");
    text.split("\n").forEach((line, index) => found.push({ place: `${file}:${index + 1}`, line }));
  }
  return found;
}

describe("the ready files for hosts", () => {
  test("name every action by its whole commit, and its version beside it", async () => {
    const uses = (await lines()).filter(({ line }) => /^\s*(- )?uses:/.test(line));
    assert.ok(uses.length > 8, `${uses.length} actions`);
    for (const { place, line } of uses) assert.match(line, /uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, place);
  });

  test("name one commit for a version, and one version for an action", async () => {
    const pins = new Map();
    for (const { place, line } of await lines()) {
      const [, action, pin] = /uses: ([^@]+)@(.+)$/.exec(line) ?? [];
      if (action === undefined) continue;
      assert.equal(pin, pins.get(action) ?? pin, place);
      pins.set(action, pin);
    }
    assert.ok(pins.size > 4);
  });

  test("name every image of others by its digest", async () => {
    const stages = new Set();
    let images = 0;
    for (const { place, line } of await lines()) {
      const [, image, stage] = /^(?:FROM|\s*image:) (\S+)(?: AS (\S+))?$/.exec(line) ?? [];
      if (image === undefined) continue;
      images += 1;
      if (!stages.has(image) && !OWN_IMAGE.test(image)) assert.match(image, /@sha256:[0-9a-f]{64}$/, place);
      stages.add(stage);
    }
    assert.ok(images > 6, `${images} images`);
  });
});
