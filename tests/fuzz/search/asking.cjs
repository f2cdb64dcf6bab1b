/** Asks the search about one input after the other, in a thread of its own. */

const path = require("node:path");
const { parentPort, workerData } = require("node:worker_threads");
const { ask } = require("./target.cjs");

const { SearchIndex } = require(path.join(workerData.folder, "index.js"));

parentPort.on("message", (/** @type {Uint8Array} */ input) => {
  parentPort.postMessage(ask(SearchIndex, Buffer.from(input)));
});
