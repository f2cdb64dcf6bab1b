/**
 * What a release is made of: a bill of materials (CycloneDX 1.6) and the licence texts of all crates that are compiled in.
 *
 *   node packaging/parts.mjs TARGET SECONDS BILL LICENCES
 *
 * TARGET is what Rust calls the kind of machine, SECONDS the time of the release since 1970. The same sources give the same
 * bytes on every machine. `cargo` says which crates take part: `cargo tree` knows what is compiled for the program itself and
 * what for its making alone, `cargo metadata` the facts of each.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const STANDARD_LIBRARY = { license: "MIT OR Apache-2.0", repository: "https://github.com/rust-lang/rust" };

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

/**
 * @typedef {{ id: string, name: string, version: string, license: string | null, license_file: string | null,
 *   description: string | null, repository: string | null, authors: string[], manifest_path: string }} Package
 * @typedef {{ part: Package, isCompiledIn: boolean, checksum: string | undefined, needs: Package[] }} Part
 */

/** @param {string[]} parameters */
function cargo(parameters) {
  return execFileSync("cargo", [...parameters, "--locked"], { cwd: PROJECT, encoding: "utf8", maxBuffer: 2 ** 28 });
}

/** @param {{ name: string, version: string }} part */
const key = ({ name, version }) => `${name} ${version}`;

/** @param {string} one @param {string} other */
const inOrder = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** The crates that take part, as `name version`. @param {string} target @param {string} edges */
function taken(target, edges) {
  const lines = cargo(["tree", "--target", target, "--edges", edges, "--prefix", "none", "--format", "{p}"]).split("\n");
  return new Set(lines.filter((line) => line !== "").map((line) => line.replace(/^(\S+) v(\S+).*$/, "$1 $2")));
}

/** Every crate of a release, the program first, then in order of name. @param {string} target @returns {Part[]} */
export function parts(target) {
  const compiledIn = taken(target, "normal,no-proc-macro");
  const all = taken(target, "normal,build");
  const { packages, resolve } = JSON.parse(cargo(["metadata", "--format-version", "1", "--filter-platform", target]));
  const byId = new Map(packages.map((/** @type {Package} */ part) => [part.id, part]));
  const needs = new Map(resolve.nodes.map((/** @type {any} */ node) => [node.id, node.deps]));
  const lock = readFileSync(path.join(PROJECT, "Cargo.lock"), "utf8");
  const checksums = new Map(
    [...lock.matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"/g)].map(([, name, version, sum]) => [`${name} ${version}`, sum]),
  );
  const found = packages.filter((/** @type {Package} */ part) => all.has(key(part)));
  if (found.length !== all.size) throw new Error(`cargo tree names ${all.size} crates, cargo metadata knows ${found.length}`);
  const made = found.map((/** @type {Package} */ part) => ({
    part,
    isCompiledIn: compiledIn.has(key(part)),
    checksum: checksums.get(key(part)),
    needs: needs
      .get(part.id)
      .filter((/** @type {any} */ need) => need.dep_kinds.some((/** @type {any} */ kind) => kind.kind !== "dev"))
      .map((/** @type {any} */ need) => byId.get(need.pkg))
      .filter((/** @type {Package} */ need) => all.has(key(need))),
  }));
  const isProgram = (/** @type {Part} */ { part }) => part.id === resolve.root;
  return made.sort((/** @type {Part} */ one, /** @type {Part} */ other) =>
    Number(isProgram(other)) - Number(isProgram(one)) || inOrder(key(one.part), key(other.part)),
  );
}

/** Package URL: <https://github.com/package-url/purl-spec>. @param {Package} part */
const purl = ({ name, version }) => `pkg:cargo/${name}@${version.replaceAll("+", "%2B")}`;

/** @param {Part} made @param {"application" | "library"} type */
function component({ part, isCompiledIn, checksum }, type) {
  return {
    type,
    "bom-ref": purl(part),
    name: part.name,
    version: part.version,
    ...(part.description && { description: part.description.replace(/\s+/g, " ").trim() }),
    // What is compiled for the making alone, such as macros, is not in the program.
    ...(type === "library" && { scope: isCompiledIn ? "required" : "excluded" }),
    ...(checksum && { hashes: [{ alg: "SHA-256", content: checksum }] }),
    licenses: [{ expression: expression(part) }],
    purl: purl(part),
    ...(part.repository && { externalReferences: [{ type: "vcs", url: part.repository }] }),
  };
}

/** As SPDX writes it; older crates part their licences with a stroke. @param {Package} part */
function expression(part) {
  if (part.license === null) throw new Error(`${key(part)} names no licence`);
  return part.license.replace(/\s*\/\s*/g, " OR ");
}

/** Rust's standard library, which every program holds. @param {string} version */
function standardLibrary(version) {
  const licenses = [{ expression: STANDARD_LIBRARY.license }];
  const externalReferences = [{ type: "vcs", url: STANDARD_LIBRARY.repository }];
  return { type: "library", "bom-ref": "std", name: "std", version, scope: "required", licenses, externalReferences };
}

/** @param {Part[]} all the program first @param {number} seconds */
export function billOfMaterials(all, seconds) {
  const rust = execFileSync("rustc", ["--version"], { cwd: PROJECT, encoding: "utf8" }).split(" ")[1];
  const [program, ...libraries] = all;
  const content = {
    version: 1,
    metadata: {
      timestamp: new Date(seconds * 1000).toISOString(),
      tools: { components: [{ type: "application", name: "rustc", version: rust }] },
      component: component(program, "application"),
    },
    components: [...libraries.map((made) => component(made, "library")), standardLibrary(rust)],
    dependencies: all.map(({ part, needs }) => ({ ref: purl(part), dependsOn: [...new Set(needs.map(purl))].sort(inOrder) })),
  };
  // A number of its own for each content, and the same one for the same content.
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const uuid = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return { bomFormat: "CycloneDX", specVersion: "1.6", serialNumber: `urn:uuid:${uuid}`, ...content };
}

/** The texts that a crate brings: its licences, and the notices that Apache-2.0 asks to hand on. @param {Package} part */
function texts(part) {
  const folder = path.dirname(part.manifest_path);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|copyright|notice|unlicense)/i.test(entry.name))
    .map((entry) => entry.name);
  const named = part.license_file === null ? [] : [part.license_file];
  return [...new Set([...names, ...named])].sort(inOrder).map((name) => readFileSync(path.join(folder, name), "utf8").replace(/\r\n/g, "\n").trim());
}

/** One text for all crates that bring the same. @param {Part[]} all the program first */
export function licences(all) {
  /** @type {Map<string, string[]>} */
  const holders = new Map();
  const silent = [];
  for (const { part } of all.slice(1)) {
    const found = texts(part);
    if (found.length === 0) silent.push(part);
    for (const text of found) holders.set(text, [...(holders.get(text) ?? []), key(part)]);
  }
  const rule = "=".repeat(80);
  const list = all.slice(1).map(({ part }) => `${key(part)}: ${expression(part)}${part.repository ? `, ${part.repository}` : ""}`);
  list.push(`std, of Rust itself: ${STANDARD_LIBRARY.license}, ${STANDARD_LIBRARY.repository}`);
  const sections = [...holders]
    .map(([text, names]) => `${rule}\n${names.sort(inOrder).join(", ")}\n${rule}\n\n${text}\n`)
    .sort(inOrder);
  const bare = silent.map((part) => `${key(part)}: ${expression(part)}${part.authors.length > 0 ? `, by ${part.authors.join(", ")}` : ""}`);
  return [
    "Keuzewijzer is made with the work of others. Every crate that takes part stands here with its licence and where its",
    "source is, then the texts that the crates bring, each with the crates that it comes from.\n",
    ...list,
    "\nCrates that bring no text of their own; those of their licences stand below with others:\n",
    ...bare,
    `std: ${STANDARD_LIBRARY.license}, by the Rust Project contributors`,
    "",
    ...sections,
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [target, seconds, bill, texts] = process.argv.slice(2);
  const all = parts(target);
  writeFileSync(bill, `${JSON.stringify(billOfMaterials(all, Number(seconds)), null, 2)}\n`);
  writeFileSync(texts, licences(all));
}
