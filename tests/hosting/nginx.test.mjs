/** nginx with `examples/hosting/nginx/keuzewijzer.conf`. */

import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

import { ask } from "./asking.mjs";
import { nginx } from "./web_server.mjs";
import { promises } from "./web_server_promises.mjs";

promises("nginx", nginx);

test("who gives out certificates finds the proof of the name without TLS, so that a certificate renews itself", async () => {
  const scratch = await mkdtemp(path.join(tmpdir(), "keuzewijzer-nginx-"));
  await chmod(scratch, 0o755);
  const server = await nginx(scratch, path.join(scratch, "public"));
  try {
    const proofs = path.join(scratch, "html/.well-known/acme-challenge");
    await mkdir(proofs, { recursive: true });
    await writeFile(path.join(proofs, "proof"), "the proof");
    const answer = await ask(`${server.plain}/.well-known/acme-challenge/proof`);
    assert.deepEqual([answer.status, answer.body.toString()], [200, "the proof"]);
  } finally {
    await server.stop();
    await rm(scratch, { recursive: true });
  }
});
