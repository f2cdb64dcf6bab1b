/** What a real nginx sends, held against the published rules of Mozilla's HTTP Observatory and of internet.nl. */

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";

import { ask } from "./asking.mjs";
import { heldAgainst } from "./internet_nl.mjs";
import { graded } from "./observatory.mjs";
import { Region } from "./region.mjs";
import { nginx } from "./web_server.mjs";

/** The day of the region of the tests. */
const TODAY = new Date("2026-11-15T12:00:00Z");

describe("what nginx sends", () => {
  /** @type {Region} */
  let region;
  /** @type {import("./web_server.mjs").WebServer} */
  let server;

  before(async () => {
    region = await Region.make();
    await region.build();
    server = await nginx(path.join(region.folder, "nginx"), region.target);
  });
  after(async () => {
    await server?.stop();
    await region?.remove();
  });

  /** A page, the same without TLS, and the address of the region's contact. @param {string} address */
  const answers = async (address) => ({
    page: await ask(`${server.origin}${address}`),
    plain: await ask(`${server.plain}${address}`),
    securityTxt: await ask(`${server.origin}/.well-known/security.txt`),
  });

  for (const address of ["/", "/apeldoorn/", "/apeldoorn/zoeken/", "/apeldoorn/gegevens/", "/apeldoorn/bestaat-niet/"]) {
    test(`has the highest grade of the Observatory at ${address}`, async () => {
      const { page, plain } = await answers(address);
      const { score, grade, verdicts } = graded(page, plain, "127.0.0.1");
      assert.deepEqual([score, grade], [130, "A+"], JSON.stringify(verdicts, null, 1));
    });

    test(`has nothing that internet.nl holds against it at ${address}`, async () => {
      const { page, plain, securityTxt } = await answers(address);
      assert.deepEqual(heldAgainst(page, plain, securityTxt, TODAY), []);
    });
  }

  // The rules would be worth nothing if they let everything pass.
  test("is graded lower for everything that is taken away", async () => {
    const { page, plain } = await answers("/apeldoorn/");
    const policy = String(page.headers["content-security-policy"]);
    /** @type {[string, string | undefined, number][]} a header, what stands there instead, and the score then */
    const worse = [
      ["content-security-policy", undefined, 75],
      ["content-security-policy", policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"), 80],
      ["content-security-policy", policy.replace("style-src 'self'", "style-src 'unsafe-inline'"), 120],
      ["content-security-policy", policy.replace("default-src 'none'", "default-src 'self'"), 125],
      ["content-security-policy", policy.replace("frame-ancestors 'none'", "frame-ancestors *"), 125],
      ["strict-transport-security", undefined, 80],
      ["strict-transport-security", "max-age=60", 120],
      ["x-content-type-options", undefined, 125],
      ["referrer-policy", "unsafe-url", 120],
      ["cross-origin-resource-policy", undefined, 120],
      ["set-cookie", "visitor=1", 80],
    ];
    for (const [header, value, expected] of worse) {
      const changed = { ...page, headers: { ...page.headers, [header]: value } };
      const { score, verdicts } = graded(/** @type {any} */ (changed), plain, "127.0.0.1");
      assert.equal(score, expected, `${header}: ${value} ${JSON.stringify(verdicts)}`);
    }
    assert.equal(graded(page, page, "127.0.0.1").score, 80, "no redirection");
  });

  test("is held against it when it is missing", async () => {
    const { page, plain, securityTxt } = await answers("/apeldoorn/");
    const bare = { ...page, headers: {} };
    const missing = { ...securityTxt, status: 404, headers: {}, body: Buffer.from("") };
    const faults = heldAgainst(bare, page, missing, TODAY);
    for (const rule of ["HTTPS redirect", "HSTS of a year", "X-Frame-Options", "Referrer-Policy", "CSP: default-src", "security.txt"]) {
      assert.ok(faults.includes(rule), `${rule} in ${faults}`);
    }
  });

  test("lets other sites read open data and the feed, without what belongs to a visitor, and nothing else", async () => {
    for (const [address, origin] of [
      ["/apeldoorn/gegevens/datapackage.json", "*"],
      ["/apeldoorn/wijzigingen/", "*"],
      ["/apeldoorn/", undefined],
      ["/apeldoorn/zoeken/", undefined],
    ]) {
      const { headers } = await ask(`${server.origin}${address}`, { origin: "https://elders.example" });
      assert.equal(headers["access-control-allow-origin"], origin, address);
      assert.equal(headers["access-control-allow-credentials"], undefined, address);
    }
  });
});
