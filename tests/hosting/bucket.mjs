/** A bucket on this machine that speaks the protocol of S3 and serves a website, and our script that fills it. */

import { spawn } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
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

  /** @param {import("node:http").Server} server @param {number} port */
  constructor(server, port) {
    this.server = server;
    this.port = port;
  }

  /** @param {string} folder where it keeps its objects @returns {Promise<Bucket>} */
  static async open(folder) {
    await mkdir(folder, { recursive: true });
    const website = await readFile(path.join(EXAMPLES, "s3/website.xml"), "utf8");
    const store = new S3rver({ directory: folder, silent: true, configureBuckets: [{ name: NAME, configs: [website] }] });
    await store.configureBuckets();
    const handle = store.callback();
    /** @type {Bucket} */
    let bucket;
    const server = createServer((request, response) => {
      if (request.method === "PUT" && (request.url ?? "").length > NAME.length + 2) {
        bucket.puts += 1;
        bucket.whenPut?.(bucket.puts);
      }
      if (request.method === "DELETE" || /[?&]delete\b/.test(request.url ?? "")) bucket.deletions += 1;
      handle(request, response);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    bucket = new Bucket(server, address.port);
    return bucket;
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
   * @returns {{ kill: () => void, done: Promise<{ code: number | null, out: string }> }}
   */
  deploy(folder) {
    return this.#run(path.join(EXAMPLES, "s3/deploy-s3.sh"), [folder, `bucket:${NAME}`]);
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve(undefined)));
  }

  /** @param {string} command @param {string[]} parameters */
  #run(command, parameters) {
    const env = {
      ...process.env,
      RCLONE_CONFIG: "/nonexistent",
      RCLONE_CONFIG_BUCKET_TYPE: "s3",
      RCLONE_CONFIG_BUCKET_PROVIDER: "Other",
      RCLONE_CONFIG_BUCKET_ENDPOINT: `http://127.0.0.1:${this.port}`,
      RCLONE_CONFIG_BUCKET_ACCESS_KEY_ID: "S3RVER",
      RCLONE_CONFIG_BUCKET_SECRET_ACCESS_KEY: "S3RVER",
      RCLONE_CONFIG_BUCKET_FORCE_PATH_STYLE: "true",
      RCLONE_RETRIES: "1",
    };
    // A group of its own, so that what it started can be killed with it.
    const child = spawn(command, parameters, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    child.stdout.on("data", (part) => (out += part));
    child.stderr.on("data", (part) => (out += part));
    const done = new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, out }));
    });
    const kill = () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    };
    return { kill, done };
  }
}
