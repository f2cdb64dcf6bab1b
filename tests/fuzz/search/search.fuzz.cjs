/** What Jazzer.js calls. `KEUZEWIJZER_FUZZ_FOLDER` holds the modules of the search. */

const path = require("node:path");
const { ask } = require("./target.cjs");

const { SearchIndex } = require(path.join(process.env.KEUZEWIJZER_FUZZ_FOLDER, "index.js"));

module.exports.fuzz = (/** @type {Buffer} */ input) => {
  ask(SearchIndex, input);
};
