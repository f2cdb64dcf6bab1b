/** Asking a server on this machine, without anything that a client does by itself: no redirects, no decompression. */

import { request as plain } from "node:http";
import { request as secure } from "node:https";
import { createServer } from "node:net";

/**
 * @typedef {{ status: number, headers: import("node:http").IncomingHttpHeaders, body: Buffer }} Answer
 */

/**
 * @param {string} address
 * @param {Record<string, string>} [headers]
 * @param {import("node:https").Agent | false} [agent] keeps connections for the next question
 * @returns {Promise<Answer>}
 */
export function ask(address, headers = {}, agent = false) {
  const request = address.startsWith("https:") ? secure : plain;
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers, rejectUnauthorized: false, agent }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** A port on which nothing listens. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("the server has no port"));
      else server.close(() => resolve(address.port));
    });
  });
}

/**
 * Waits until a server answers.
 *
 * @param {string} address
 */
export async function untilItAnswers(address) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await ask(address).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${address} does not answer`);
}
