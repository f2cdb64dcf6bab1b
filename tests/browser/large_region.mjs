/**
 * A published region of 300 providers with 10 offers each and 40 products, made once for all test files of one command.
 *
 * `cargo bench --bench search` makes its content. What that lacks and pages show is added here: outcomes, earlier figures
 * of waits, contracts that began lately, one municipality in which all providers offer the same help, and one that
 * contracts nobody. The municipality that tests of the search look at is not changed.
 */

import { execFile } from "node:child_process";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
/** While working, `KEUZEWIJZER_PROFILE=dev` takes the program that `cargo build` made. */
const PROFILE = process.env.KEUZEWIJZER_PROFILE ?? "release";
const PROGRAM = path.join(REPOSITORY, "target", PROFILE === "dev" ? "debug" : PROFILE, "keuzewijzer");
const FOLDER = path.join(REPOSITORY, "target/large-region");
const LOCK = `${FOLDER}.lock`;
/** Test files of one command have the same parent: what another command made may be of an older program. */
const COMMAND = String(process.ppid);

/** Here everybody offers the same product, beside what they offer everywhere. */
export const CROWDED = "epe";
/** What everybody offers there. */
export const CROWDED_PRODUCT = "pleegzorg";
/** Here nobody is contracted. */
export const EMPTY = "heerde";

/**
 * The folder that is published, and the folder of its content.
 *
 * @returns {Promise<{ target: string, content: string }>}
 */
export async function largeRegion() {
  const made = { target: path.join(FOLDER, "public"), content: path.join(FOLDER, "content") };
  const marker = path.join(FOLDER, "made-for");
  await locked(async () => {
    const madeFor = await readFile(marker, "utf8").catch(() => "");
    if (madeFor === COMMAND) return;
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    const run = promisify(execFile);
    const inRepository = { cwd: REPOSITORY, maxBuffer: 2 ** 26 };
    const bench = ["bench", "--quiet", "--profile", PROFILE, "--bench", "search", "--", "--keep", "--municipalities", "1", "--folder", FOLDER];
    await run("cargo", bench, inRepository);
    await addWhatPagesShow(made.content);
    await run(PROGRAM, ["build", "--content", made.content, "--target", made.target], inRepository);
    await writeFile(marker, COMMAND);
  });
  return made;
}

/**
 * One test file at a time. A lock that is left behind by a command that was killed is taken over.
 *
 * @param {() => Promise<void>} work
 */
async function locked(work) {
  await mkdir(path.dirname(LOCK), { recursive: true });
  for (;;) {
    const isMine = await mkdir(LOCK).then(() => true, () => false);
    if (isMine) break;
    const owner = await readFile(path.join(LOCK, "pid"), "utf8").catch(() => "");
    const age = Date.now() - (await stat(LOCK).then(({ mtimeMs }) => mtimeMs, () => Date.now()));
    if (owner === "" ? age > 10_000 : !isRunning(Number(owner))) await rm(LOCK, { recursive: true, force: true });
    else await sleep(200);
  }
  try {
    await writeFile(path.join(LOCK, "pid"), String(process.pid));
    await work();
  } finally {
    await rm(LOCK, { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} content */
async function addWhatPagesShow(content) {
  const file = (/** @type {string} */ name) => path.join(content, name);
  const read = async (/** @type {string} */ name) => (await readFile(file(name), "utf8")).trimEnd().split("\n");
  const [offerHead, ...offers] = await read("offers.csv");
  const [waitHead, ...waits] = await read("waiting-times.csv");
  const [outcomeHead] = await read("outcomes.csv");
  const elsewhere = ["apeldoorn", "brummen", "epe", "hattem", "lochem", "voorst", "zutphen"].join(";");
  const providers = [...new Set(offers.map((row) => row.split(",")[0]))];

  const changed = offers.map((row, rank) => {
    const cells = row.split(",");
    cells[2] = elsewhere;
    // A third of the contracts began lately.
    if (rank % 3 === 0) cells[8] = `2026-10-${String(1 + (rank % 28)).padStart(2, "0")}`;
    return cells.join(",");
  });
  const offersIt = new Set(offers.filter((row) => row.split(",")[1] === CROWDED_PRODUCT).map((row) => row.split(",")[0]));
  const crowd = providers.filter((provider) => !offersIt.has(provider));
  const [model] = offers.map((row) => row.split(","));
  const crowdOffers = crowd.map((provider) => [provider, CROWDED_PRODUCT, CROWDED, ...model.slice(3, 7), "", ...model.slice(8)].join(","));
  await writeFile(file("offers.csv"), [offerHead, ...changed, ...crowdOffers, ""].join("\n"));

  const columns = waitHead.split(",");
  const at = (/** @type {string} */ name) => columns.indexOf(name);
  const crowdWaits = crowd.flatMap((provider, rank) =>
    ["intake", "treatment"].map((kind) => {
      const cells = columns.map(() => "");
      const given = { provider, product: CROWDED_PRODUCT, kind, basis: "expected", statistic: "mean", value: String((rank * 7) % 31), unit: "weeks", status: "open", reference_date: "2026-11-01", source: "opgave van de aanbieder" };
      for (const [name, value] of Object.entries(given)) cells[at(name)] = value;
      return cells.join(",");
    }),
  );
  const now = [...waits, ...crowdWaits];
  const before = now.map((row, rank) => {
    const cells = row.split(",");
    if (cells[at("value")] !== "") cells[at("value")] = String((Number(cells[at("value")]) + 1 + rank) % 40);
    cells[at("reference_date")] = "2026-08-15";
    cells[at("fetched_on")] = "";
    return cells.join(",");
  });
  await writeFile(file("waiting-times.csv"), [waitHead, ...now, ...before, ""].join("\n"));

  const measures = ["experience-youth", "experience-parents", "dropout-ended-early", "dropout-no-show", "goal-education", "goal-family-balance", "goal-fewer-problems", "goal-participation"];
  const outcomeColumns = outcomeHead.split(",");
  const [profile] = model[3].split(";");
  const outcomes = providers.flatMap((provider, rank) =>
    measures.map((measure, number) => {
      const respondents = 12 + ((rank * 17 + number * 5) % 90);
      const successes = Math.floor((respondents * (35 + ((rank * 13 + number * 7) % 60))) / 100);
      const given = { provider, profile, intensity: "perspectief", measure, period_from: "2025-01-01", period_to: "2026-06-30", respondents, successes, instrument: "Vragenlijst", source: "opgave van de aanbieder" };
      return outcomeColumns.map((name) => given[/** @type {keyof typeof given} */ (name)] ?? "").join(",");
    }),
  );
  await writeFile(file("outcomes.csv"), [outcomeHead, ...outcomes, ""].join("\n"));
}
