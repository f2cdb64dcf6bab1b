/** A bucket that is filled with `examples/hosting/s3/deploy-s3.sh`: rclone and a real server of the protocol. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";

import { Bucket } from "./bucket.mjs";
import { assetsOf, isAsset, Region, typeOf } from "./region.mjs";

describe("a bucket", () => {
  /** @type {Region} */
  let region;
  /** @type {Bucket} */
  let bucket;

  before(async () => {
    region = await Region.make();
    await region.build("--compress", "fast");
    bucket = await Bucket.open(path.join(region.folder, "bucket"));
  });
  after(async () => {
    await bucket?.close();
    await region?.remove();
  });

  const deploy = async () => {
    const { code, complaints } = await bucket.deploy(region.target).done;
    assert.equal(code, 0, complaints);
  };

  /** Every page in the bucket is whole and has its assets. */
  const assertPagesAreWhole = async () => {
    const objects = await bucket.objects();
    for (const page of objects.filter((object) => object.endsWith(".html"))) {
      const { status, body } = await bucket.visit(`/${page}`);
      assert.equal(status, 200, page);
      const html = String(body);
      assert.match(html, /<\/html>\s*$/, page);
      for (const asset of assetsOf(page, html)) assert.ok(objects.includes(asset), `${page} lacks ${asset}`);
    }
    return objects;
  };

  /** How many pages in the bucket are not those of the last publication. */
  const stalePages = async () => {
    let stale = 0;
    for (const page of (await region.files()).filter((file) => file.endsWith(".html"))) {
      const { body } = await bucket.visit(`/${page}`);
      stale += body.equals(await region.read(page)) ? 0 : 1;
    }
    return stale;
  };

  test("after a first deploy every file is there, with its type and how long to keep it", async () => {
    await deploy();
    assert.deepEqual(await bucket.objects(), await region.files());
    for (const file of await region.files()) {
      const { status, headers, body } = await bucket.visit(`/${file}`);
      assert.equal(status, 200, file);
      assert.ok(body.equals(await region.read(file)), file);
      assert.equal(headers["content-type"], typeOf(file), file);
      const keep = isAsset(file) ? "public, max-age=31536000, immutable" : "no-cache";
      assert.equal(headers["cache-control"], keep, file);
    }
  });

  test("a folder is its page, and without its slash leads there", async () => {
    const page = await bucket.visit("/apeldoorn/hulp/");
    assert.ok(page.body.equals(await region.read("apeldoorn/hulp/index.html")));
    const answer = await bucket.visit("/apeldoorn/hulp");
    assert.equal(answer.status, 302);
    assert.match(String(answer.headers.location), /\/apeldoorn\/hulp\/$/);
  });

  test("a deploy of the same sends nothing and deletes nothing", async () => {
    const before = [bucket.puts, bucket.deletions];
    await deploy();
    assert.deepEqual([bucket.puts, bucket.deletions], before);
  });

  test("a deploy that is killed at any moment leaves every page whole, and the next one finishes it", async () => {
    let killed = 0;
    /** A change of every page. @param {number} red */
    const update = async (red) => {
      await region.changeStyle(`rgb(${red} 0 0)`);
      await region.build();
    };
    await update(1);
    const before = bucket.puts;
    await deploy();
    const usual = bucket.puts - before;
    for (const share of [0.02, 0.4, 0.95]) {
      await update(Math.round(share * 255));
      const stopAt = bucket.puts + Math.max(1, Math.round(usual * share));
      const running = bucket.deploy(region.target);
      bucket.whenPut = (count) => {
        if (count !== stopAt) return;
        killed += 1;
        running.kill();
      };
      const { code } = await running.done;
      bucket.whenPut = undefined;
      assert.equal(code, null, `it was killed at ${share}`);
      await assertPagesAreWhole();
      assert.ok((await stalePages()) > 0, `${share} is halfway`);
      await deploy();
      assert.deepEqual(await assertPagesAreWhole(), await region.files(), `finished after ${share}`);
      assert.equal(await stalePages(), 0, `finished after ${share}`);
    }
    assert.equal(killed, 3);
  });

  test("assets of the last publication stay until the next", async () => {
    const assets = async () => assetsOf("index.html", String((await bucket.visit("/")).body));
    const first = await assets();
    await region.changeStyle("green");
    await region.build();
    await deploy();
    const second = await assets();
    const left = first.filter((asset) => !second.includes(asset));
    assert.ok(left.length > 0, "the update changed an asset");
    for (const asset of left) assert.equal((await bucket.visit(`/${asset}`)).status, 200, asset);
    await region.changeStyle("navy");
    await region.build();
    await deploy();
    for (const asset of left) assert.notEqual((await bucket.visit(`/${asset}`)).status, 200, asset);
  });

  test("a page that is gone is deleted last", async () => {
    await region.change("site.toml", 'name = "Regio Voorbeeld"', 'name = "Regio Anders"');
    await region.build();
    await writeFile(path.join(region.target, "oud.html"), "<p>oud</p></html>");
    await deploy();
    assert.ok((await bucket.objects()).includes("oud.html"));
    await region.change("site.toml", 'name = "Regio Anders"', 'name = "Regio Weer Anders"');
    await region.build();
    const before = bucket.deletions;
    bucket.whenPut = () => assert.equal(bucket.deletions, before, "nothing is deleted before the last file is sent");
    await deploy();
    bucket.whenPut = undefined;
    assert.deepEqual(await bucket.objects(), await region.files());
    assert.ok(bucket.deletions > before);
  });

  test("a folder that is no publication is refused, and one that is being built too", async () => {
    const before = await bucket.objects();
    const empty = path.join(region.folder, "empty");
    await mkdir(empty);
    const refused = await bucket.deploy(empty).done;
    assert.equal(refused.code, 1);
    assert.match(refused.complaints, /nothing that keuzewijzer published/);
    const lock = spawn("flock", [path.join(region.folder, ".public.lock"), "-c", "echo locked; sleep 60"], {
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
    });
    await new Promise((resolve) => lock.stdout.once("data", resolve));
    const busy = await bucket.deploy(region.target).done;
    process.kill(-(lock.pid ?? 0), "SIGKILL");
    assert.equal(busy.code, 1);
    assert.match(busy.complaints, /busy/);
    assert.deepEqual(await bucket.objects(), before);
  });
});
