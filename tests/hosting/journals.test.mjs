/** `fetch-journals.sh`: a build in an empty folder goes on from what is published, or does not run at all. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";

import { EXAMPLES, filesOf } from "./region.mjs";

const JOURNAL = '{"vorm":"keuzewijzer wijzigingen 1"}';
const SHOWN = '{"vorm":"keuzewijzer getoonde uitkomsten 1","aanbieders":{"kompas":{}}}';
const NOTHING_SHOWN = '{"vorm":"keuzewijzer getoonde uitkomsten 1","aanbieders":{}}\n';
const LIST = "getoonde-uitkomsten.json";

/** What ends with which exit code. */
const run = (/** @type {string} */ cwd, /** @type {string[]} */ ...given) =>
  new Promise((done) => {
    execFile("sh", [path.join(EXAMPLES, "fetch-journals.sh"), ...given], { cwd }, (error, stdout, stderr) => {
      done({ code: error ? error.code : 0, stdout, stderr });
    });
  });

describe("fetching the journals that are published", () => {
  /** @type {string} */
  let folder;
  /** @type {import("node:http").Server} */
  let server;
  /** @type {string} */
  let address;
  /** @type {Record<string, [number, string]>} by path: the status and the text of the answer */
  let answers = {};

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "keuzewijzer-journals-"));
    server = createServer((request, response) => {
      const [status, text] = answers[String(request.url)] ?? [404, "no such page"];
      response.writeHead(status, status === 301 ? { location: text } : {}).end(text);
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(null)));
    address = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
    for (const slug of ["epe", "zutphen"]) await mkdir(path.join(folder, "content/municipalities", slug), { recursive: true });
    await writeFile(path.join(folder, "content/site.toml"), `name = "Proef"\nbase_url = "${address}/regio/"\n`);
    await writeFile(path.join(folder, "content/municipalities/epe/municipality.toml"), 'code = "0232"\n');
    const own = `code = "0301"\nbase_url = '${address}/zutphen-zelf'\n[local_team]\nbase_url = "x"\n`;
    await writeFile(path.join(folder, "content/municipalities/zutphen/municipality.toml"), own);
  });
  after(async () => {
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const fetched = () => filesOf(path.join(folder, "previous"));

  test("each municipality is asked at its own address", async () => {
    answers = {
      [`/regio/${LIST}`]: [200, SHOWN],
      "/regio/epe/gegevens/wijzigingen.json": [200, JOURNAL],
      "/zutphen-zelf/gegevens/wijzigingen.json": [301, `${address}/elders.json`],
      "/elders.json": [200, JOURNAL],
    };
    assert.equal((await run(folder, "content", "previous")).code, 0);
    assert.deepEqual(await fetched(), ["epe/gegevens/wijzigingen.json", LIST, "zutphen/gegevens/wijzigingen.json"]);
    assert.equal(await readFile(path.join(folder, "previous", LIST), "utf8"), SHOWN);
    assert.equal(await readFile(path.join(folder, "previous/zutphen/gegevens/wijzigingen.json"), "utf8"), JOURNAL);
  });

  test("what is not there yet is a first publication, and what an earlier run fetched is gone", async () => {
    answers = { [`/regio/${LIST}`]: [200, SHOWN], "/zutphen-zelf/gegevens/wijzigingen.json": [200, JOURNAL] };
    const { code, stdout } = await run(folder, "content", "previous");
    assert.equal(code, 0);
    assert.match(stdout, /^epe: first publication/m);
    assert.deepEqual(await fetched(), [LIST, "zutphen/gegevens/wijzigingen.json"]);
    answers = {};
    assert.equal((await run(folder, "content", "previous")).code, 0);
    assert.deepEqual(await fetched(), [LIST]);
    assert.equal(await readFile(path.join(folder, "previous", LIST), "utf8"), NOTHING_SHOWN);
  });

  test("an address that is given stands for all", async () => {
    answers = { [`/proef/${LIST}`]: [200, SHOWN], "/proef/zutphen/gegevens/wijzigingen.json": [200, JOURNAL] };
    assert.equal((await run(folder, "content", "previous", `${address}/proef/`)).code, 0);
    assert.deepEqual(await fetched(), [LIST, "zutphen/gegevens/wijzigingen.json"]);
  });

  test("a list of shown outcomes that is not there while a journal is stops the run", async () => {
    answers = { "/zutphen-zelf/gegevens/wijzigingen.json": [200, JOURNAL] };
    const { code, stderr } = await run(folder, "content", "previous");
    assert.equal(code, 1);
    assert.match(stderr, /getoonde-uitkomsten\.json: not there, though zutphen was published/);
    assert.deepEqual(await fetched(), ["zutphen/gegevens/wijzigingen.json"], "and no list is made up");
  });

  test("any other answer stops the run", async () => {
    for (const answer of /** @type {[number, string][]} */ ([[403, ""], [400, ""], [200, "<h1>Inloggen</h1>"], [200, ""]])) {
      answers = { "/regio/epe/gegevens/wijzigingen.json": answer };
      const { code, stderr } = await run(folder, "content", "previous");
      assert.equal(code, 1, String(answer));
      assert.match(stderr, /epe\/gegevens\/wijzigingen\.json: /);
    }
  });

  test("a server that fails stops the run after it was asked again", async () => {
    let asked = 0;
    const failing = createServer((request, response) => {
      asked += 1;
      response.writeHead(500).end();
    });
    await new Promise((ready) => failing.listen(0, "127.0.0.1", () => ready(null)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (failing.address());
    const { code, stderr } = await run(folder, "content", "previous", `http://127.0.0.1:${port}`);
    assert.equal(code, 1);
    assert.match(stderr, /answers 500/);
    assert.equal(asked, 4);
    await new Promise((closed) => failing.close(closed));
    // Nobody listens there any more.
    assert.notEqual((await run(folder, "content", "previous", `http://127.0.0.1:${port}`)).code, 0);
  });
});
