/** A region in a scratch folder that the real program builds. */

import { execFile } from "node:child_process";
import { access, appendFile, chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The folder of the project. */
export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** The ready files for hosts. */
export const EXAMPLES = path.join(PROJECT, "examples/hosting");

/**
 * The program: as `KEUZEWIJZER` says, or as it was compiled last.
 *
 * @returns {Promise<string>}
 */
export async function program() {
  if (process.env.KEUZEWIJZER) return path.resolve(process.env.KEUZEWIJZER);
  for (const profile of ["release", "debug"]) {
    const file = path.join(PROJECT, "target", profile, "keuzewijzer");
    if (await access(file).then(() => true, () => false)) return file;
  }
  throw new Error("the program is not there: run `cargo build --release`");
}

/** A copy of the small region of the tests, with a theme of its own that may be changed. */
export class Region {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.target = path.join(folder, "public");
  }

  /** @param {string} [above] where its folder is made @returns {Promise<Region>} */
  static async make(above = tmpdir()) {
    const folder = await mkdtemp(path.join(above, "keuzewijzer-hosting-"));
    // A web server reads it as another user.
    await chmod(folder, 0o755);
    await cp(path.join(PROJECT, "tests/region/content"), path.join(folder, "content"), { recursive: true });
    await cp(path.join(PROJECT, "themes"), path.join(folder, "themes"), { recursive: true });
    return new Region(folder);
  }

  /** @param {...string} more arguments of the program */
  async build(...more) {
    await run(await program(), ["build", "--content", "content", "--themes", "themes", ...more], { cwd: this.folder });
  }

  /** Changes every page: the style sheet gets another text, so another hash and another name. */
  async changeStyle(colour) {
    await appendFile(path.join(this.folder, "themes/default/css/base.css"), `\nmain { accent-color: ${colour}; }\n`);
  }

  /**
   * @param {string} file in the content
   * @param {string} from
   * @param {string} to
   */
  async change(file, from, to) {
    const place = path.join(this.folder, "content", file);
    const text = await readFile(place, "utf8");
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    await writeFile(place, text.replace(from, to));
  }

  /** Every published file that visitors may ask for, by its path. */
  async files() {
    return (await filesOf(this.target)).filter((file) => isForVisitors(file));
  }

  /** @param {string} file */
  read(file) {
    return readFile(path.join(this.target, file));
  }

  remove() {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/**
 * Every file of a folder, sorted.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** @param {string} file */
export function isForVisitors(file) {
  return !/^\.keuzewijzer\/|(^|\/)_headers$|\.(br|gz)$/.test(file);
}

const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".jsonld", "application/ld+json"],
  [".zip", "application/zip"],
  [".csv", "text/csv; charset=utf-8"],
  [".xml", "application/xml; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
  [".svg", "image/svg+xml; charset=utf-8"],
  [".bin", "application/octet-stream"],
]);

/** The type that every host must give a published file. @param {string} file */
export function typeOf(file) {
  return TYPES.get(path.extname(file));
}

/** @param {string} file */
export function isAsset(file) {
  return /^([^/]+\/)?assets\//.test(file);
}

/**
 * The assets that a page loads, as paths in the published folder.
 *
 * @param {string} page its own path
 * @param {string} html
 */
export function assetsOf(page, html) {
  const links = [...html.matchAll(/(?:href|src)="?([^"\s>]*assets\/[^"\s>]+)/g)].map((match) => match[1]);
  return links.map((link) => new URL(link, `http://host/${page}`).pathname.slice(1));
}
