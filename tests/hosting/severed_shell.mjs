/**
 * Stands for ssh: runs a command of a server on this machine, and can be told at which moment everything dies, on both sides of
 * the line.
 *
 *   node severed_shell.mjs HOST COMMAND…
 *
 * `SEVER` is a JSON object: the number of the call (`call`), and after how many bytes sent (`bytes`), or at its end without
 * that. `CALLS` is a file that gets a line for every call that came to its end: how many bytes were sent in it.
 */

import { spawn } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";

const { CALLS = "", SEVER = "{}" } = process.env;
const [, , , ...command] = process.argv;
const { call, bytes } = JSON.parse(SEVER);
const isLast = readFileSync(CALLS, "utf8").split("\n").length === call;

/** Kills the group: the script, rsync on both sides, and this. */
const sever = () => process.kill(0, "SIGKILL");

let sent = 0;
const server = spawn("sh", ["-c", command.join(" ")], { stdio: ["pipe", "inherit", "inherit"] });
server.stdin.on("error", () => {});
process.stdin.on("data", (part) => {
  sent += part.length;
  server.stdin.write(part, () => {
    if (isLast && bytes !== undefined && sent >= bytes) sever();
  });
});
process.stdin.on("end", () => server.stdin.end());
if (isLast && bytes === 0) sever();
server.on("exit", (code) => {
  if (isLast && bytes === undefined) sever();
  appendFileSync(CALLS, `${sent}\n`);
  process.exit(code ?? 1);
});
