/**
 * The modules of the search as modules of Node, so that Jazzer.js can count what they reach: `import` and `export` of one
 * line become `require` and `exports`; nothing else changes.
 */

const { mkdirSync, readdirSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const FROM = path.join(__dirname, "../../../themes/default/js/search");

/**
 * Writes the modules into a folder.
 *
 * @param {string} folder
 */
function writeModules(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(FROM)) {
    const exported = [];
    const text = readFileSync(path.join(FROM, name), "utf8")
      .replace(/^import (\{[^}]*\}) from ("[^"]*");$/gm, "const $1 = require($2);")
      .replace(/^export (const|function|class) (\w+)/gm, (_, kind, own) => {
        exported.push(own);
        return `${kind} ${own}`;
      });
    if (!/^(im|ex)port\b/m.test(text)) {
      writeFileSync(path.join(folder, name), `${text}module.exports = { ${exported.join(", ")} };\n`);
    }
  }
}

module.exports = { writeModules };

if (require.main === module) {
  writeModules(process.argv[2]);
}
