/** A server that is filled with `examples/hosting/rsync/deploy-rsync.sh`: real rsync and nginx, on this machine. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, readlink, rm, stat, symlink, writeFile } from "node:fs/promises";
import { Agent } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { ask } from "./asking.mjs";
import { assetsOf, EXAMPLES, filesOf, Region } from "./region.mjs";
import { nginx } from "./web_server.mjs";

const SHELL = fileURLToPath(new URL("severed_shell.mjs", import.meta.url));

/** Far longer than any deploy takes, in milliseconds. */
const PATIENCE = 60_000;

/** @typedef {{ call: number, bytes?: number }} Moment a call of the shell, and how much was sent in it; at its end without */

describe("a server that rsync fills", { timeout: 10 * PATIENCE }, () => {
  /** @type {Region} */
  let region;
  /** @type {import("./web_server.mjs").WebServer} */
  let server;
  /** What the server serves. */
  let shown = "";
  /** Connections of visitors: a site is read many times. */
  const connections = new Agent({ keepAlive: true });

  before(async () => {
    // In memory where the machine has that, so that flushing costs nothing.
    const memory = "/dev/shm";
    region = await Region.make(existsSync(memory) ? memory : tmpdir());
    await region.build("--compress", "fast");
    shown = path.join(region.folder, "server/public");
    await mkdir(path.dirname(shown));
    await deploy();
    server = await nginx(path.join(region.folder, "nginx"), shown);
  });
  after(async () => {
    connections.destroy();
    await server?.stop();
    await region?.remove();
  });

  /**
   * Runs our script to its end, or to a moment at which everything dies.
   *
   * @param {Moment} [sever]
   * @param {string} [folder]
   * @returns {Promise<{ code: number | null, complaints: string, calls: number[] }>}
   */
  async function deploy(sever, folder = region.target) {
    const calls = path.join(region.folder, "calls");
    await writeFile(calls, "");
    const env = {
      PATH: process.env.PATH,
      RSYNC_RSH: `${process.execPath} ${SHELL}`,
      CALLS: calls,
      SEVER: JSON.stringify(sever ?? {}),
    };
    // Into a file: a pipe that a dead group held would be waited for.
    const script = path.join(EXAMPLES, "rsync/deploy-rsync.sh");
    const log = path.join(region.folder, "log");
    const parameters = ["-c", 'exec 2>"$0"; exec "$@"', log, script, folder, `server:${shown}`];
    const child = spawn("bash", parameters, { env, detached: true, stdio: "ignore" });
    const patience = setTimeout(() => process.kill(-(child.pid ?? 0), "SIGKILL"), PATIENCE);
    const code = await new Promise((resolve) => child.on("exit", resolve));
    clearTimeout(patience);
    const sent = (await readFile(calls, "utf8")).trim();
    return { code, complaints: await readFile(log, "utf8"), calls: sent === "" ? [] : sent.split("\n").map(Number) };
  }

  /** A deploy that nothing stops. */
  async function finish() {
    const { code, complaints, calls } = await deploy();
    assert.equal(code, 0, complaints);
    return calls;
  }

  /** A change of every page. @param {number} red */
  async function update(red) {
    await region.changeStyle(`rgb(${red} 0 0)`);
    await region.build();
  }

  /** What a visitor gets. @param {string} address */
  const visit = (address) => ask(`${server.origin}/${address}`, {}, connections);

  /**
   * Every file as a visitor gets it, which is what a publication holds.
   *
   * @param {string} folder
   * @param {string} at
   */
  async function assertServes(folder, at) {
    for (const file of (await filesOf(folder)).filter((name) => !/^\.keuzewijzer\/|_headers$|404\.html$/.test(name))) {
      const { status, body } = await visit(file);
      assert.equal(status, 200, `${file}, ${at}`);
      assert.ok(body.equals(await readFile(path.join(folder, file))), `${file}, ${at}`);
    }
  }

  /** What the region was when it was last deployed. @param {string} name */
  async function keep(name) {
    const kept = path.join(region.folder, name);
    await rm(kept, { recursive: true, force: true });
    await new Promise((resolve) => spawn("cp", ["--archive", region.target, kept]).on("exit", resolve));
    return kept;
  }

  test("after a first deploy every file is there, with its siblings, and may be read by everybody", async () => {
    assert.deepEqual(await filesOf(shown), await filesOf(region.target));
    await assertServes(region.target, "first");
    const { mode } = await stat(path.join(shown, "index.html"));
    assert.equal((mode & 0o777).toString(8), "644");
  });

  test("a deploy of the same sends little more than names, and takes no room", async () => {
    const before = await stat(path.join(shown, "apeldoorn/index.html"));
    const [, sent] = await finish();
    const names = (await filesOf(region.target)).join("").length;
    assert.ok(sent < 2 * names, `${sent} bytes of names of ${names}`);
    const after = await stat(path.join(shown, "apeldoorn/index.html"));
    assert.equal(after.ino, before.ino);
  });

  test("a deploy that dies at any moment leaves the old site or the new one, and the next one finishes it", async () => {
    await update(1);
    const usual = await finish();
    assert.equal(usual.length, 3, "it asks, sends and switches");
    /** @type {Moment[]} */
    const moments = [
      { call: 1, bytes: 0 },
      { call: 1 },
      ...[0, 0.01, 0.3, 0.6, 0.95].map((share) => ({ call: 2, bytes: Math.round(share * usual[1]) })),
      { call: 2 },
      { call: 3, bytes: 0 },
      { call: 3 },
    ];
    for (const [number, moment] of moments.entries()) {
      const at = JSON.stringify(moment);
      const [old, link] = [await keep("old"), await readlink(shown)];
      await update(number + 2);
      const { code } = await deploy(moment);
      assert.equal(code, null, `it died at ${at}`);
      const isSwitched = (await readlink(shown)) !== link;
      assert.ok(!isSwitched || moment.call === 3, `switched at ${at}`);
      await assertServes(isSwitched ? region.target : old, at);
      await finish();
      await assertServes(region.target, `finished after ${at}`);
      assert.deepEqual(await filesOf(shown), await filesOf(region.target));
    }
  });

  test("what was left of a switch that was not made does not stand in the way", async () => {
    await symlink("elsewhere", path.join(path.dirname(shown), ".public.link"));
    await update(100);
    await finish();
    await assertServes(region.target, "after what was left");
    assert.deepEqual((await filesOf(path.dirname(shown))).filter((name) => name.startsWith(".public.link")), []);
  });

  test("who reads on while it switches finds every page with its assets", async () => {
    let [pages, isDone] = [0, false];
    const read = async () => {
      while (!isDone) {
        const page = await visit("apeldoorn/hulp/");
        const html = String(page.body);
        assert.match(html, /<\/html>\s*$/);
        for (const asset of assetsOf("apeldoorn/hulp/index.html", html)) {
          assert.equal((await visit(asset)).status, 200, asset);
        }
        pages += 1;
      }
    };
    const reading = read();
    for (const red of [120, 121, 122]) {
      await update(red);
      await finish();
      // Assets stay for one publication: nobody reads a page for longer.
      for (const from = pages; pages < from + 2; ) await Promise.race([reading, sleep(5)]);
    }
    isDone = true;
    await reading;
  });

  test("what is no publication, no link of the script, or being built is refused, and stays", async () => {
    const link = await readlink(shown);
    const empty = path.join(region.folder, "empty");
    await mkdir(empty);
    const refused = await deploy({}, empty);
    assert.deepEqual([refused.code, refused.calls], [1, []]);
    assert.match(refused.complaints, /nothing that keuzewijzer published/);
    const lock = spawn("flock", [path.join(region.folder, ".public.lock"), "-c", "echo locked; sleep 60"], {
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
    });
    await new Promise((resolve) => lock.stdout.once("data", resolve));
    const busy = await deploy();
    process.kill(-(lock.pid ?? 0), "SIGKILL");
    assert.equal(busy.code, 1);
    assert.match(busy.complaints, /busy/);
    assert.equal(await readlink(shown), link);
    await rm(shown);
    await mkdir(shown);
    const folder = await deploy();
    assert.equal(folder.code, 1);
    assert.match(folder.complaints, /is a folder, and no link of this script/);
    assert.deepEqual(await filesOf(shown), []);
  });
});
