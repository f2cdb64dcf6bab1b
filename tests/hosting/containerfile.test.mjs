/** The Containerfile, as far as it can be judged without a container engine: its syntax, its stages, what they copy. */

import assert from "node:assert/strict";
import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, test } from "node:test";

import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";

import { EXAMPLES, filesOf, PROJECT } from "./region.mjs";

const TEXT = await readFile(path.join(EXAMPLES, "container/Containerfile"), "utf8");
const FILE = DockerfileParser.parse(TEXT);

/** The sources of every COPY from the project, by the stage that copies them. */
function copies() {
  /** @type {Map<number, string[]>} */
  const stages = new Map();
  let stage = -1;
  for (const instruction of FILE.getInstructions()) {
    const [...words] = instruction.getArguments().map((word) => word.getValue());
    if (instruction.getKeyword() === "FROM") stage += 1;
    if (instruction.getKeyword() !== "COPY" || instruction.getFlags().length > 0) continue;
    stages.set(stage, [...(stages.get(stage) ?? []), ...words.slice(0, -1)]);
  }
  return stages;
}

describe("the Containerfile", () => {
  test("is well formed, with nothing that a builder warns of", () => {
    const problems = validate(TEXT).map(({ message, range }) => `${range.start.line + 1}: ${message}`);
    assert.deepEqual(problems, []);
  });

  test("copies only what stands in the project, and from stages before", async () => {
    assert.equal(copies().size, 3);
    for (const file of [...copies().values()].flat()) await access(path.join(PROJECT, file));
    const before = new Set();
    for (const instruction of FILE.getInstructions()) {
      const words = instruction.getArguments().map((word) => word.getValue());
      if (instruction.getKeyword() === "FROM" && words[1]?.toLowerCase() === "as") before.add(words[2]);
      if (instruction.getKeyword() !== "COPY") continue;
      for (const flag of instruction.getFlags()) assert.ok(before.has(flag.getValue()), `--from=${flag.getValue()}`);
    }
  });

  test("gives the compiler every file that the program is made of", async () => {
    const copied = copies().get(0) ?? [];
    const isCopied = (/** @type {string} */ file) => copied.some((own) => file === own || file.startsWith(`${own}/`));
    const needed = ["Cargo.toml", "Cargo.lock", "build.rs"];
    for (const [, bench] of (await readFile(path.join(PROJECT, "Cargo.toml"), "utf8")).matchAll(/^path = "(.+)"$/gm)) {
      needed.push(bench);
    }
    const sources = (await filesOf(path.join(PROJECT, "src"))).filter((file) => file.endsWith(".rs"));
    for (const source of sources) {
      const text = await readFile(path.join(PROJECT, "src", source), "utf8");
      for (const [, , file] of text.matchAll(/include_(str|bytes)!\(\s*"([^"]+)"/g)) {
        needed.push(path.join("src", path.dirname(source), file));
      }
      for (const [, folder] of text.matchAll(/include_dir!\("\$CARGO_MANIFEST_DIR\/([^"]+)"/g)) needed.push(folder);
    }
    assert.ok(needed.length > 100, "the files are found");
    assert.deepEqual(needed.filter((file) => !isCopied(file)), []);
  });

  test("compiles with the compiler that the project asks for", async () => {
    const [, version] = /^rust-version = "(.+)"$/m.exec(await readFile(path.join(PROJECT, "Cargo.toml"), "utf8")) ?? [];
    assert.ok(TEXT.includes(`FROM docker.io/library/rust:${version}-`));
  });

  test("runs without root in the end", () => {
    const users = FILE.getInstructions().filter((one) => one.getKeyword() === "USER");
    assert.match(users.at(-1)?.getArgumentsContent() ?? "", /^[1-9]\d+$/);
    const last = FILE.getFROMs().at(-1)?.getRange().start.line ?? 0;
    assert.ok((users.at(-1)?.getRange().start.line ?? 0) > last, "in the last stage");
  });
});
