/** The ready files for hosts: they say what the program publishes, and their commands do what they are for. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";

import { parse, parseAllDocuments } from "yaml";

import { parseHeaderRules } from "../browser/published_site.mjs";
import { EXAMPLES, filesOf, program, PROJECT, Region } from "./region.mjs";

const run = promisify(execFile);

/** @param {string} file */
const example = (file) => readFile(path.join(EXAMPLES, file), "utf8");

describe("the ready files for hosts", () => {
  /** @type {Region} */
  let region;
  /** @type {[string, string][]} what `_headers` asks for every file */
  let everywhere;

  before(async () => {
    region = await Region.make();
    await region.build();
    const rules = parseHeaderRules(String(await region.read("_headers")));
    everywhere = rules.filter((rule) => rule.pattern.test("/apeldoorn/hulp/")).flatMap((rule) => rule.headers);
    assert.equal(everywhere.length, 9);
    // The program under its own name, as on the machines that these files are for.
    await mkdir(path.join(region.folder, "bin"));
    await symlink(await program(), path.join(region.folder, "bin/keuzewijzer"));
    await symlink(path.join(PROJECT, "examples"), path.join(region.folder, "examples"));
  });
  after(() => region?.remove());

  /** @param {string} command @param {Record<string, string>} [more] of the environment */
  const shell = (command, more = {}) => {
    const PATH = `${path.join(region.folder, "bin")}:${process.env.PATH}`;
    return run("sh", ["-ec", command], { cwd: region.folder, env: { ...process.env, PATH, ...more } });
  };

  test("every file that repeats headers has those of `_headers`", async () => {
    for (const file of ["nginx/keuzewijzer.conf", "container/keuzewijzer.conf"]) {
      const text = await example(file);
      for (const [name, value] of everywhere) assert.ok(text.includes(`add_header ${name} "${value}" always;`), `${file} ${name}`);
    }
    const apache = await example("apache/keuzewijzer.conf");
    for (const [name, value] of everywhere) assert.ok(apache.includes(`Header always set ${name} "${value}"`), name);
    const policy = JSON.parse(await example("s3/response-headers-policy.json"));
    const security = policy.SecurityHeadersConfig;
    const found = new Map([
      ["Content-Security-Policy", security.ContentSecurityPolicy.ContentSecurityPolicy],
      ["Strict-Transport-Security", `max-age=${security.StrictTransportSecurity.AccessControlMaxAgeSec}`],
      ["X-Content-Type-Options", "nosniff"],
      ["X-Frame-Options", security.FrameOptions.FrameOption],
      ["Referrer-Policy", security.ReferrerPolicy.ReferrerPolicy],
      ...policy.CustomHeadersConfig.Items.map((/** @type {any} */ item) => [item.Header, item.Value]),
    ]);
    assert.deepEqual([...found].sort(), [...everywhere].sort());
    assert.equal(policy.CustomHeadersConfig.Quantity, policy.CustomHeadersConfig.Items.length);
  });

  test("the container serves as nginx does, but for its port and TLS", async () => {
    const lines = async (/** @type {string} */ file) => (await example(file)).split("\n").slice(1);
    const outside = await lines("nginx/keuzewijzer.conf");
    const own = (await lines("container/keuzewijzer.conf")).filter((line) => !outside.includes(line));
    assert.deepEqual(own, ["    listen 8080;"]);
  });

  test("the jobs of Kubernetes build all shards and put them together to what one build makes", async () => {
    const [shards] = parseAllDocuments(await example("kubernetes/shards.yaml")).map((document) => document.toJS());
    const join = parse(await example("kubernetes/join.yaml"));
    const { completions, completionMode, parallelism, template } = shards.spec;
    assert.equal(completionMode, "Indexed");
    assert.ok(parallelism <= completions);
    const [build] = template.spec.containers;
    const data = path.join(region.folder, "data");
    const here = (/** @type {string[]} */ command) => command[2].replaceAll("/data", data).replaceAll("--compress best ", "");
    const variables = Object.fromEntries(build.env.map((/** @type {any} */ item) => [item.name, item.value]));
    // The next day goes on from the list of changes of the first, on machines that know nothing else of it.
    for (const DATE of [variables.DATE, "2026-11-16"]) {
      await shell("rm -rf data/shards");
      for (let index = 0; index < completions; index += 1) {
        await shell(here(build.command), { ...variables, DATE, JOB_COMPLETION_INDEX: String(index) });
      }
      await shell(here(join.spec.template.spec.containers[0].command));
      await assertSame(path.join(data, "site/public"), DATE, "--target single-kubernetes");
    }
    assert.match(await comparedWith(path.join(data, "site/public")), /^\{/);
  });

  test("the workflow with a matrix builds all shards and puts them together to what one build makes", async () => {
    const { jobs } = parse(await example("github/shards.yml"));
    const { shard: numbers } = jobs.shard.strategy.matrix;
    const command = (/** @type {any} */ job, /** @type {string} */ word) => {
      const step = job.steps.find((/** @type {any} */ step) => step.run?.includes(word));
      return step.run.replaceAll("program/keuzewijzer", "keuzewijzer").replaceAll("--compress best ", "");
    };
    const site = await serve(path.join(region.folder, "joined"));
    // Before the first day nothing is served; the next day goes on from what the first published.
    for (const [date, previous] of [["2026-11-15", ""], ["2026-11-16", "--previous single-2026-11-15"]]) {
      await shell("rm -rf program shards");
      await shell(`${command(jobs.program, "fetch-journals.sh")} ${site.address}`);
      await shell("rm -rf joined");
      for (const number of numbers) {
        const build = command(jobs.shard, "keuzewijzer build")
          .replaceAll("${{ needs.program.outputs.date }}", date)
          .replaceAll("${{ matrix.shard }}", String(number));
        assert.doesNotMatch(build, /\$\{\{/);
        await shell(build);
      }
      await shell(command(jobs.join, "keuzewijzer join").replace("--target public", "--target joined"));
      await assertSame(path.join(region.folder, "joined"), date, `--target single-${date} ${previous}`);
    }
    site.close();
    assert.match(await comparedWith(path.join(region.folder, "joined")), /^\{/);
  });

  test("the workflows of Pages publish a whole folder with `.well-known`", async () => {
    const { jobs } = parse(await example("github/pages.yml"));
    const steps = jobs.publish.steps.flatMap((/** @type {any} */ step) => (step.run ? [step.run] : []));
    const site = await serve(path.join(region.folder, "live"));
    const here = (/** @type {string} */ command) => {
      const own = command.replaceAll("target/release/keuzewijzer", "keuzewijzer");
      return own.includes("fetch-journals.sh") ? `${own} ${site.address}` : own;
    };
    const isRun = (/** @type {string} */ step) => !step.startsWith("cargo");
    // Each run starts in an empty folder; on the second day the first is what visitors see.
    for (const date of ["2026-11-15", "2026-11-16"]) {
      await shell("rm -rf public .public.*");
      for (const step of steps.filter(isRun)) await shell(here(step).replace(" build ", ` build --date ${date} `));
      await shell("rm -rf live && cp -r public live");
    }
    assert.match(await comparedWith(region.target), /"2026-11-15"/);
    const { stdout } = await shell("tar --list --file artifact.tar");
    const listed = stdout.split("\n").filter((name) => name !== "" && !name.endsWith("/")).map((name) => name.slice(2));
    const expected = (await filesOf(region.target)).filter((file) => !file.startsWith(".keuzewijzer/"));
    assert.deepEqual(listed.sort(), expected);
    assert.ok(listed.includes(".well-known/security.txt"));
    const { pages } = parse(await example("gitlab/.gitlab-ci.yml"));
    assert.deepEqual(pages.artifacts.paths, ["public"]);
    await shell("rm -rf public .public.*");
    for (const step of pages.script.filter(isRun)) await shell(here(step).replace(" build ", " build --date 2026-11-17 "));
    assert.match(await comparedWith(region.target), /"2026-11-16"/);
    site.close();
    assert.ok((await filesOf(region.target)).includes("apeldoorn/index.html.br"));
  });

  /**
   * A folder holds what one build of that day publishes.
   *
   * @param {string} folder @param {string} date
   * @param {string} into `--target …`, and what else the one build is told
   */
  async function assertSame(folder, date, into) {
    await shell(`keuzewijzer build --date ${date} ${into}`);
    const [, single] = into.split(" ");
    await run("diff", ["--recursive", path.join(region.folder, single), folder]);
  }
});

/** With what a published site says that it was compared, as JSON. @param {string} folder */
async function comparedWith(folder) {
  const journal = JSON.parse(await readFile(path.join(folder, "apeldoorn/gegevens/wijzigingen.json"), "utf8"));
  return JSON.stringify(journal.vergeleken_met);
}

/** Serves the files of a folder, and 404 for what is not there. @param {string} folder */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const bytes = await readFile(path.join(folder, String(request.url))).catch(() => null);
    response.writeHead(bytes ? 200 : 404).end(bytes ?? "no such page");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
