/** A bucket on this machine that speaks the protocol of S3 and serves a website, and our script that fills it. */

import { spawn } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { buffer } from "node:stream/consumers";
import path from "node:path";

import S3rver from "s3rver";

import { ask } from "./asking.mjs";
import { EXAMPLES } from "./region.mjs";

const NAME = "keuze.example";

/** A bucket that serves its objects as pages. */
export class Bucket {
  /** @type {((count: number) => void) | undefined} called when the next object arrives, before it is kept */
  whenPut;

  /** How many objects arrived. */
  puts = 0;

  /** How many objects were deleted. */
  deletions = 0;

  /** Where it listens. */
  port = 0;

  /** @type {import("node:http").Server[]} the door, and the store behind it */
  #servers = [];

  /** The answer that is being given. @type {Promise<void>} */
  #last = Promise.resolve();

  /** @param {string} folder where it keeps its objects @returns {Promise<Bucket>} */
  static async open(folder) {
    await mkdir(folder, { recursive: true });
    const website = await readFile(path.join(EXAMPLES, "s3/website.xml"), "utf8");
    const store = new S3rver({ directory: folder, silent: true, configureBuckets: [{ name: NAME, configs: [website] }] });
    await store.configureBuckets();
    const bucket = new Bucket();
    const inner = await bucket.#listen(createServer(store.callback()));
    bucket.port = await bucket.#listen(createServer((asked, answer) => bucket.#handOn(asked, answer, inner)));
    return bucket;
  }

  /** @param {import("node:http").Server} server @returns {Promise<number>} its port */
  async #listen(server) {
    this.#servers.push(server);
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    return address.port;
  }

  /**
   * Counts, and hands on what has arrived as a whole. The store keeps what it has of an object when the sender goes away;
   * S3 does not.
   *
   * @param {import("node:http").IncomingMessage} asked
   * @param {import("node:http").ServerResponse} answer
   * @param {number} port
   */
  async #handOn(asked, answer, port) {
    const { method, headers, url = "" } = asked;
    if (method === "PUT" && url.length > NAME.length + 2) {
      this.puts += 1;
      this.whenPut?.(this.puts);
    }
    if (method === "DELETE" || /[?&]delete\b/.test(url)) this.deletions += 1;
    const body = await buffer(asked).catch(() => null);
    if (body === null || !asked.complete) return;
    const inside = { host: "127.0.0.1", port, method, headers, path: url, agent: false };
    const turn = this.#last.then(() => this.#answer(answer, inside, body));
    this.#last = turn;
    await turn;
  }

  /**
   * One request of the store, up to the end of its answer: the next waits, for the store can be read while it writes.
   *
   * @param {import("node:http").ServerResponse} answer
   * @param {import("node:http").RequestOptions} options
   * @param {Buffer} body
   * @returns {Promise<void>}
   */
  #answer(answer, options, body) {
    return new Promise((resolve) => {
      if (answer.destroyed) return resolve();
      answer.on("close", resolve);
      const inside = request(options, (found) => {
        answer.writeHead(found.statusCode ?? 500, found.headers);
        found.pipe(answer);
      });
      inside.on("error", () => answer.destroy());
      inside.end(body);
    });
  }

  /** What a visitor gets. @param {string} address */
  visit(address) {
    return ask(`http://127.0.0.1:${this.port}${address}`, { host: NAME });
  }

  /** The names of all objects. @returns {Promise<string[]>} */
  async objects() {
    const { out } = await this.#run("rclone", ["lsf", "--recursive", "--files-only", `bucket:${NAME}`]).done;
    return out.split("\n").filter((line) => line !== "").sort();
  }

  /**
   * Starts our script.
   *
   * @param {string} folder
   * @returns {{ kill: () => void, done: Promise<{ code: number | null, out: string, complaints: string }> }}
   */
  deploy(folder) {
    return this.#run(path.join(EXAMPLES, "s3/deploy-s3.sh"), [folder, `bucket:${NAME}`]);
  }

  async close() {
    for (const server of this.#servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(() => resolve(undefined)));
    }
  }

  /** @param {string} command @param {string[]} parameters */
  #run(command, parameters) {
    const env = {
      // Nothing else: a machine may have settings for buckets of its own.
      PATH: process.env.PATH,
      RCLONE_CONFIG: "/dev/null",
      RCLONE_CONFIG_BUCKET_TYPE: "s3",
      RCLONE_CONFIG_BUCKET_PROVIDER: "Other",
      RCLONE_CONFIG_BUCKET_ENDPOINT: `http://127.0.0.1:${this.port}`,
      RCLONE_CONFIG_BUCKET_ACCESS_KEY_ID: "S3RVER",
      RCLONE_CONFIG_BUCKET_SECRET_ACCESS_KEY: "S3RVER",
      RCLONE_CONFIG_BUCKET_FORCE_PATH_STYLE: "true",
    };
    // A group of its own, so that what it started can be killed with it.
    const child = spawn(command, parameters, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let [out, complaints] = ["", ""];
    child.stdout.on("data", (part) => (out += part));
    child.stderr.on("data", (part) => (complaints += part));
    const done = new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, out, complaints }));
    });
    const kill = () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    };
    return { kill, done };
  }
}
