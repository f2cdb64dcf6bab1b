/** Asks nginx for pages and for the search index as fast as wrk can, and prints what it gave. Started by `tests/load.sh`. */

import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { ask } from "./asking.mjs";
import { filesOf, program, PROJECT } from "./region.mjs";
import { nginx } from "./web_server.mjs";

const run = promisify(execFile);

/** Visitors at once, each of whom asks again as soon as an answer is there. */
const VISITORS = 64;
const MUNICIPALITY = "apeldoorn";

/**
 * @typedef {{ name: string, address: string, headers: Record<string, string>, status: number, plain?: boolean }} Question
 * @typedef {{ perSecond: number, megabytes: number, middle: number, slowest: number, failed: number }} Measured
 * Answers and megabytes in a second, milliseconds for half and for 99 in 100 of the answers, and answers that were not
 * what was asked for.
 */

/** The largest file that a pattern names. @param {string} root @param {RegExp} pattern */
async function largest(root, pattern) {
  const files = (await filesOf(root)).filter((file) => pattern.test(file));
  const sizes = await Promise.all(files.map(async (file) => ({ file, size: (await readFile(path.join(root, file))).length })));
  const [first] = sizes.sort((one, other) => other.size - one.size);
  if (first === undefined) throw new Error(`no file is named ${pattern}`);
  return first.file;
}

/** @param {string} root @param {import("./web_server.mjs").WebServer} server @returns {Promise<Question[]>} */
async function questions(root, server) {
  const page = `/${MUNICIPALITY}/`;
  const provider = await largest(root, new RegExp(`^${MUNICIPALITY}/aanbieders/.+/index\\.html$`));
  const [core, texts] = await Promise.all(["core", "texts"].map((part) => largest(root, new RegExp(`^${MUNICIPALITY}/assets/search-${part}\\..+\\.bin$`))));
  const providerPage = `/${provider.replace(/index\.html$/, "")}`;
  const tag = String((await ask(`${server.origin}${page}`, { "accept-encoding": "br" })).headers.etag);
  const [br, gzip, identity] = ["br", "gzip", "identity"].map((coding) => ({ "Accept-Encoding": coding }));
  return [
    { name: "first page, Brotli", address: page, headers: br, status: 200 },
    { name: "first page, gzip", address: page, headers: gzip, status: 200 },
    { name: "first page, as it is", address: page, headers: identity, status: 200 },
    { name: "page of a provider, Brotli", address: providerPage, headers: br, status: 200 },
    // The index is packed by itself and has no compressed siblings.
    { name: "search index, which answers", address: `/${core}`, headers: br, status: 200 },
    { name: "search index, the texts of results", address: `/${texts}`, headers: br, status: 200 },
    { name: "first page that the browser has", address: page, headers: { ...br, "If-None-Match": tag }, status: 304 },
    { name: "address that does not exist, Brotli", address: `${page}bestaat-niet/`, headers: br, status: 404 },
    { name: "address without TLS", address: page, headers: br, status: 301, plain: true },
  ];
}

/** What wrk prints at its end: one line of JSON, with every answer that has another status than the one asked for. */
const SCRIPT = `
local wanted = tonumber(os.getenv("WANTED"))
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init() other = 0 end
function response(status) if status ~= wanted then other = other + 1 end end
function done(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  for _, thread in ipairs(threads) do failed = failed + thread:get("other") end
  local seconds = summary.duration / 1e6
  io.write(string.format('\\n{"perSecond":%.0f,"megabytes":%.1f,"middle":%.2f,"slowest":%.2f,"failed":%d}\\n',
    summary.requests / seconds, summary.bytes / seconds / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
`;

/**
 * @param {string} script @param {string} origin @param {Question} question @param {number} seconds
 * @returns {Promise<Measured>}
 */
async function measured(script, origin, question, seconds) {
  const headers = Object.entries(question.headers).flatMap(([name, value]) => ["--header", `${name}: ${value}`]);
  const parameters = ["--threads", "1", "--connections", String(VISITORS), "--duration", `${seconds}s`, "--script", script];
  const env = { ...process.env, WANTED: String(question.status) };
  const { stdout } = await run("wrk", [...parameters, ...headers, `${origin}${question.address}`], { env });
  return JSON.parse(String(stdout.trimEnd().split("\n").at(-1)));
}

/** The run in the middle by answers in a second. @param {Measured[]} runs */
function median(runs) {
  return [...runs].sort((one, other) => one.perSecond - other.perSecond)[Math.floor(runs.length / 2)];
}

async function main() {
  const [runs, seconds] = process.argv.slice(2).map(Number);
  const folder = await mkdtemp(path.join(tmpdir(), "keuzewijzer-load-"));
  // A web server reads it as another user.
  await chmod(folder, 0o755);
  const root = path.join(folder, "public");
  try {
    const build = ["build", "--compress", "fast", "--target", root];
    await run(await program(), build, { cwd: PROJECT, maxBuffer: 2 ** 26 });
    const script = path.join(folder, "count.lua");
    await writeFile(script, SCRIPT);
    const server = await nginx(path.join(folder, "nginx"), root, { workers: 2 });
    try {
      console.log(`nginx with two workers, TLS, ${VISITORS} connections, wrk beside it; median of ${runs} x ${seconds} s`);
      console.log("| asked for | bytes | answers/s | MB/s | half within, ms | 99 % within, ms | failed |");
      console.log("|---|--:|--:|--:|--:|--:|--:|");
      for (const question of await questions(root, server)) {
        const origin = question.plain ? String(server.plain) : server.origin;
        const answer = await ask(`${origin}${question.address}`, question.headers);
        if (answer.status !== question.status) throw new Error(`${question.name}: ${answer.status}`);
        const found = [];
        for (let turn = 0; turn < runs; turn += 1) found.push(await measured(script, origin, question, seconds));
        const { perSecond, megabytes, middle, slowest } = median(found);
        const failed = found.reduce((sum, one) => sum + one.failed, 0);
        console.log(`| ${[question.name, answer.body.length, perSecond, megabytes, middle, slowest, failed].join(" | ")} |`);
        if (failed > 0) process.exitCode = 1;
      }
      console.log(`load of the machine in the last minute, its own included: ${loadavg()[0].toFixed(1)}`);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
