/** What every web server must do for a published folder, whichever it is. */

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { parseHeaderRules } from "../browser/published_site.mjs";
import { ask } from "./asking.mjs";
import { assetsOf, isAsset, Region, typeOf } from "./region.mjs";

/** Where a visitor asks for a published file. @param {string} file */
function addressOf(file) {
  return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}

/**
 * @param {string} name
 * @param {(scratch: string, root: string) => Promise<import("./web_server.mjs").WebServer>} start
 */
export function promises(name, start) {
  describe(name, () => {
    /** @type {Region} */
    let region;
    /** @type {import("./web_server.mjs").WebServer} */
    let server;

    before(async () => {
      region = await Region.make();
      await region.build("--compress", "best");
      server = await start(path.join(region.folder, name), region.target);
    });
    after(async () => {
      await server?.stop();
      await region?.remove();
    });

    /** @param {string} address @param {Record<string, string>} [headers] */
    const get = (address, headers) => ask(`${server.origin}${address}`, headers);

    test("every published file is served as it is, with its type", async () => {
      const files = await region.files();
      assert.ok(files.length > 60, `${files.length} files`);
      for (const file of files) {
        const answer = await get(addressOf(file));
        assert.equal(answer.status, 200, file);
        assert.ok(answer.body.equals(await region.read(file)), file);
        assert.equal(answer.headers["content-type"], typeOf(file), file);
        assert.equal(answer.headers["content-encoding"], undefined, file);
      }
    });

    test("every file has the headers that `_headers` asks for, in each way it can be sent", async () => {
      const rules = parseHeaderRules(String(await region.read("_headers")));
      for (const file of await region.files()) {
        for (const coding of ["identity", "gzip", "br"]) {
          const address = addressOf(file);
          const { headers } = await get(address, { "accept-encoding": coding });
          const wanted = rules.filter((rule) => rule.pattern.test(address)).flatMap((rule) => rule.headers);
          for (const [header, value] of wanted) assert.equal(headers[header.toLowerCase()], value, `${address} ${header}`);
          const keep = isAsset(file) ? "public, max-age=31536000, immutable" : "no-cache";
          assert.equal(headers["cache-control"], keep, address);
          const isOpen = wanted.some(([header]) => header === "Access-Control-Allow-Origin");
          assert.equal(headers["access-control-allow-origin"], isOpen ? "*" : undefined, address);
        }
      }
    });

    test("who accepts Brotli or gzip gets it, and it holds the same", async () => {
      let compressed = 0;
      for (const file of await region.files()) {
        const plain = await region.read(file);
        for (const [accepted, coding] of [["br", "br"], ["gzip", "gzip"], ["gzip, deflate, br", "br"]]) {
          const answer = await get(addressOf(file), { "accept-encoding": accepted });
          const sibling = `${file}.${coding === "br" ? "br" : "gz"}`;
          const hasSibling = await region.read(sibling).then(() => true, () => false);
          assert.equal(answer.headers["content-encoding"], hasSibling ? coding : undefined, `${file} ${accepted}`);
          assert.equal(answer.headers["content-type"], typeOf(file), file);
          assert.equal(answer.headers["content-language"], undefined, file);
          if (!hasSibling) continue;
          const decoded = coding === "br" ? brotliDecompressSync(answer.body) : gunzipSync(answer.body);
          assert.ok(decoded.equals(plain), `${file} ${accepted}`);
          assert.match(answer.headers.vary ?? "", /accept-encoding/i, file);
          compressed += 1;
        }
      }
      assert.ok(compressed > 150, `${compressed} compressed answers`);
    });

    test("an address that does not exist shows the page that says so", async () => {
      const page = await region.read("apeldoorn/404.html");
      for (const address of ["/apeldoorn/bestaat-niet/", "/apeldoorn/hulp/bestaat-niet", "/apeldoorn/assets/oud.css", "/apeldoorn/assets/"]) {
        for (const coding of ["identity", "br", "gzip"]) {
          const answer = await get(address, { "accept-encoding": coding });
          assert.equal(answer.status, 404, address);
          const decode = { br: brotliDecompressSync, gzip: gunzipSync }[answer.headers["content-encoding"] ?? ""];
          assert.ok((decode ? decode(answer.body) : answer.body).equals(page), `${address} ${coding}`);
          assert.equal(answer.headers["content-type"], "text/html; charset=utf-8");
          assert.equal(answer.headers["cache-control"], "no-cache", address);
          assert.match(String(answer.headers["content-security-policy"]), /^default-src 'none'/);
        }
      }
      for (const address of ["/bestaat-niet", "/bestaat-niet/", "/bestaat-niet/ook-niet"]) {
        const answer = await get(address);
        assert.equal(answer.status, 404, address);
        assert.ok(answer.body.equals(await region.read("404.html")), address);
      }
    });

    test("what is for hosts and builds is not shown", async () => {
      for (const address of ["/_headers", "/apeldoorn/_headers", "/.keuzewijzer/manifest", "/.gitignore"]) {
        assert.equal((await get(address)).status, 404, address);
      }
      assert.equal((await get("/.well-known/security.txt")).status, 200);
      assert.equal((await get("/apeldoorn/.well-known/security.txt")).status, 200);
    });

    test("a folder without its slash leads to the one with it, on the same host", async () => {
      for (const address of ["/apeldoorn", "/apeldoorn/hulp"]) {
        for (const coding of ["identity", "br"]) {
          const answer = await get(address, { "accept-encoding": coding });
          assert.equal(answer.status, 301, address);
          const to = new URL(String(answer.headers.location), `${server.origin}${address}`);
          assert.equal(to.href, `${server.origin}${address}/`);
        }
      }
    });

    test("a visitor without TLS is led to TLS", async (context) => {
      if (server.plain === undefined) return context.skip("TLS ends before this server");
      const answer = await ask(`${server.plain}/apeldoorn/hulp/?a=b`);
      assert.equal(answer.status, 301);
      assert.match(String(answer.headers.location), /^https:\/\/[^/]+\/apeldoorn\/hulp\/\?a=b$/);
    });

    test("a page that a browser has is not sent again", async () => {
      for (const coding of ["identity", "br"]) {
        const first = await get("/apeldoorn/", { "accept-encoding": coding });
        const tag = String(first.headers.etag);
        const second = await get("/apeldoorn/", { "accept-encoding": coding, "if-none-match": tag });
        assert.equal(second.status, 304, coding);
      }
    });

    test("after an update a new page has new assets, and an open page keeps its own for one update more", async () => {
      const assets = async () => assetsOf("apeldoorn/index.html", String((await get("/apeldoorn/")).body));
      const first = await assets();
      await region.changeStyle("red");
      await region.build("--compress", "fast");
      const second = await assets();
      const left = first.filter((asset) => !second.includes(asset));
      assert.ok(left.length > 0, "the update changed an asset");
      for (const asset of [...first, ...second]) assert.equal((await get(`/${asset}`)).status, 200, asset);
      await region.changeStyle("blue");
      await region.build("--compress", "fast");
      for (const asset of left) assert.equal((await get(`/${asset}`)).status, 404, asset);
      for (const asset of second) assert.equal((await get(`/${asset}`)).status, 200, asset);
    });
  });
}
