/** What a release says it is made of: every crate that takes part, and nothing of the machine it was made on. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, test } from "node:test";

import { billOfMaterials, licences, parts } from "../../packaging/parts.mjs";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const TARGET = "x86_64-unknown-linux-gnu";
const SECONDS = 1_780_000_000;

describe("a release", () => {
  const all = parts(TARGET);
  const bill = billOfMaterials(all, SECONDS);
  const texts = licences(all);
  const named = (/** @type {string} */ name) => bill.components.filter((one) => one.name === name);

  test("names every crate that cargo compiles for it, and none of the tests", () => {
    const tree = ["tree", "--locked", "--target", TARGET, "--edges", "normal,build", "--prefix", "none", "--format", "{p}"];
    const lines = execFileSync("cargo", tree, { cwd: PROJECT, encoding: "utf8" }).split("\n").filter((line) => line !== "");
    const expected = new Set(lines.map((line) => line.split(" ").slice(0, 2).join("@").replace("@v", "@")));
    const found = [bill.metadata.component, ...bill.components].filter(({ name }) => name !== "std");
    assert.deepEqual(new Set(found.map(({ name, version }) => `${name}@${version}`)), expected);
    assert.equal(found.length, expected.size);
    assert.deepEqual([named("proptest"), named("insta")], [[], []]);
  });

  test("tells what is in the program from what only makes it", () => {
    for (const name of ["serde_json", "tantivy", "std"]) assert.equal(named(name)[0].scope, "required", name);
    for (const name of ["serde_derive", "proc-macro2"]) assert.equal(named(name)[0].scope, "excluded", name);
  });

  test("gives every crate its version, licence, address and checksum", () => {
    for (const one of bill.components.filter(({ name }) => name !== "std")) {
      assert.match(String(one.purl), /^pkg:cargo\/[\w-]+@[\w.%+-]+$/);
      assert.match(one.licenses[0].expression, /^[\w.() -]+$/, one.name);
      assert.match(one.hashes?.[0].content ?? "", /^[0-9a-f]{64}$/, one.name);
    }
  });

  test("has the form of CycloneDX 1.6, and leads from the program to every crate", () => {
    assert.deepEqual([bill.bomFormat, bill.specVersion, bill.version], ["CycloneDX", "1.6", 1]);
    assert.match(bill.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    assert.equal(bill.metadata.timestamp, new Date(SECONDS * 1000).toISOString());
    const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    const reached = new Set([bill.metadata.component["bom-ref"]]);
    for (const ref of reached) for (const need of needs.get(ref) ?? assert.fail(ref)) reached.add(need);
    const refs = [bill.metadata.component, ...bill.components].map((one) => one["bom-ref"]);
    assert.equal(new Set(refs).size, refs.length);
    assert.deepEqual([...reached].sort(), refs.filter((ref) => ref !== "std").sort());
  });

  test("brings the text of every licence, and who holds it", () => {
    const known = new Map([
      ["MIT", /Permission is hereby granted, free of charge/],
      ["Apache-2.0", /Apache License\s+Version 2\.0/],
      ["BSD-3-Clause", /Neither the name of/],
      ["MPL-2.0", /Mozilla Public License Version 2\.0/],
      ["Unicode-3.0", /UNICODE LICENSE V3/],
      ["BSL-1.0", /Boost Software License - Version 1\.0/],
      ["Zlib", /This software is provided 'as-is'/],
      ["CC0-1.0", /CC0 1\.0 Universal/],
      ["ISC", /Permission to use, copy, modify, and\/or distribute this software/],
    ]);
    const names = (/** @type {string} */ id) => bill.components.some((one) => one.licenses[0].expression.includes(id));
    const used = [...known].filter(([id]) => names(id));
    assert.ok(used.length > 5, `${used.length} licences`);
    for (const [id, text] of used) assert.match(texts, text, id);
    // What a crate leaves us no choice about must be one of those.
    for (const one of bill.components) {
      const ids = one.licenses[0].expression.split(/ OR | AND |[()]/).filter(Boolean);
      assert.ok(ids.some((id) => known.has(id)), `${one.name}: ${one.licenses[0].expression}`);
      assert.ok(texts.includes(`${one.name} ${one.version}`) || one.name === "std", one.name);
    }
  });

  test("is described in the same bytes when asked again, without a word of this machine", () => {
    const again = parts(TARGET);
    assert.equal(JSON.stringify(billOfMaterials(again, SECONDS)), JSON.stringify(bill));
    assert.equal(licences(again), texts);
    for (const place of [PROJECT, `${homedir()}/`, "file://"]) {
      assert.ok(!JSON.stringify(bill).includes(place) && !texts.includes(place), place);
    }
    assert.notEqual(billOfMaterials(again.slice(0, -1), SECONDS).serialNumber, bill.serialNumber);
  });
});
