/** A published folder on a loopback port, with the headers that the folder itself asks for in `_headers`. */

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

/** The folder that `keuzewijzer build` publishes into. */
export const PUBLIC = fileURLToPath(new URL("../../public", import.meta.url));

const MEDIA_TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".mjs", "text/javascript; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".csv", "text/csv; charset=utf-8"],
  [".xml", "application/xml; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".webmanifest", "application/manifest+json"],
]);

/**
 * @typedef {{ pattern: RegExp, headers: [string, string][] }} HeaderRule
 * @typedef {{ origin: string, asked: string[], close: () => Promise<void> }} PublishedSite
 * `asked` grows with every address that reaches the server.
 */

/**
 * Serves a folder as its static host would. Stop it with `close`.
 *
 * @param {string} folder
 * @param {{ isCompressed?: boolean }} [options] whether pages, styles and scripts are sent in Brotli
 * @returns {Promise<PublishedSite>}
 */
export async function serve(folder, { isCompressed = false } = {}) {
  const rules = parseHeaderRules(await readFile(path.join(folder, "_headers"), "utf8"));
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(folder, rules, request, isCompressed ? inBrotli(response) : response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Reads the rules of a `_headers` file: a path that may hold `*` and `:name`, then its headers, indented.
 *
 * @param {string} text
 * @returns {HeaderRule[]}
 */
export function parseHeaderRules(text) {
  /** @type {HeaderRule[]} */
  const rules = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: pathPattern(line.trim()), headers: [] });
      continue;
    }
    const rule = rules.at(-1);
    const colon = line.indexOf(":");
    if (rule === undefined || colon < 0) throw new Error(`no header in \`${line}\` of _headers`);
    rule.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

const COMPRESSED = /html|css|javascript|json|svg|xml/;

/**
 * The same response, whose text goes out in Brotli.
 *
 * @param {import("node:http").ServerResponse} response
 */
function inBrotli(response) {
  const end = response.end.bind(response);
  const writeHead = response.writeHead.bind(response);
  return Object.assign(response, {
    writeHead: (/** @type {number} */ status, /** @type {Record<string, string>} */ headers) => {
      const isText = COMPRESSED.test(headers["content-type"] ?? "");
      if (isText) response.end = (/** @type {any} */ body) => end(brotliCompressSync(Buffer.from(body)));
      return writeHead(status, isText ? { ...headers, "content-encoding": "br" } : headers);
    },
  });
}

/** @param {string} rulePath */
function pathPattern(rulePath) {
  const source = rulePath
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/:[A-Za-z]\w*/g, "[^/]+");
  return new RegExp(`^${source}$`);
}

/**
 * @param {string} folder
 * @param {HeaderRule[]} rules
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(folder, rules, request, response) {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const wanted = path.join(folder, decodeURIComponent(url.pathname));
  for (const rule of rules) {
    if (!rule.pattern.test(url.pathname)) continue;
    for (const [name, value] of rule.headers) response.setHeader(name, value);
  }
  const isFolder = await stat(wanted).then((found) => found.isDirectory(), () => false);
  if (isFolder && !url.pathname.endsWith("/")) {
    response.writeHead(308, { location: `${url.pathname}/${url.search}` }).end();
    return;
  }
  const file = isFolder ? path.join(wanted, "index.html") : wanted;
  const body = await readFile(file).catch(() => null);
  if (body !== null) {
    response.writeHead(200, { "content-type": MEDIA_TYPES.get(path.extname(file)) ?? "application/octet-stream" });
    response.end(body);
    return;
  }
  const apology = await nearestNotFoundPage(folder, url.pathname);
  response.writeHead(404, { "content-type": apology === null ? "text/plain" : "text/html; charset=utf-8" });
  response.end(apology ?? "not found");
}

/**
 * The `404.html` of the folder that was asked for, or of the nearest one above it.
 *
 * @param {string} folder
 * @param {string} pathname
 */
async function nearestNotFoundPage(folder, pathname) {
  const steps = pathname.split("/").filter((step) => step !== "");
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const page = await readFile(path.join(folder, ...steps.slice(0, depth), "404.html")).catch(() => null);
    if (page !== null) return page;
  }
  return null;
}
