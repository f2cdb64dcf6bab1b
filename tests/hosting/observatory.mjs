/**
 * The rules by which Mozilla's HTTP Observatory grades a site, for what a static site can be graded on.
 *
 * The tests, their results and what each is worth: <https://github.com/mdn/mdn-http-observatory>, `src/grader/charts.js` and
 * `src/analyzer/tests/`. Two are left out: whether a certificate is trusted, and whether a host is on the browsers' list
 * of preloaded ones. Neither is the work of a file that is served.
 */

/**
 * @typedef {import("./asking.mjs").Answer} Answer
 * @typedef {{ test: string, result: string, worth: number }} Verdict
 * `worth` is what it adds to a score that begins at 100.
 */

/** Sources that let in nearly everything. */
const BROAD = ["ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"];
const INLINE = ["'unsafe-inline'", "data:"];
const HALF_A_YEAR = 15768000;

/**
 * Grades a page.
 *
 * @param {Answer} page as it is sent over TLS
 * @param {Answer} plain the answer at the same address without TLS
 * @param {string} host the name that was asked for
 * @returns {{ score: number, grade: string, verdicts: Verdict[] }}
 */
export function graded(page, plain, host) {
  const verdicts = [
    contentSecurityPolicy(page),
    cookies(page),
    sharing(page),
    redirection(plain, host),
    referrerPolicy(page),
    strictTransport(page),
    integrity(page),
    contentType(page),
    framing(page),
    resourcePolicy(page),
  ];
  const sum = (/** @type {Verdict[]} */ some) => some.reduce((total, { worth }) => total + worth, 0);
  const without = 100 + sum(verdicts.filter(({ worth }) => worth < 0));
  // What is more than asked counts for who has at least 90 without it.
  const score = Math.max(0, without < 90 ? without : 100 + sum(verdicts));
  return { score, grade: letter(score), verdicts };
}

/** @param {number} score */
function letter(score) {
  const grades = [[100, "A+"], [90, "A"], [85, "A-"], [80, "B+"], [70, "B"], [65, "B-"], [60, "C+"], [50, "C"]];
  const lower = [[45, "C-"], [40, "D+"], [30, "D"], [25, "D-"], [0, "F"]];
  return String([...grades, ...lower].find(([from]) => score >= Number(from))?.[1]);
}

/**
 * The directives of a policy, each with its sources.
 *
 * @param {Answer} page
 * @returns {Map<string, string[]>}
 */
export function policyOf(page) {
  const policy = String(page.headers["content-security-policy"] ?? "");
  const parts = policy.split(";").map((part) => part.trim().split(/\s+/)).filter(([name]) => name !== "");
  return new Map(parts.map(([name, ...sources]) => [name.toLowerCase(), sources]));
}

/** @param {Answer} page @returns {Verdict} */
function contentSecurityPolicy(page) {
  const policy = policyOf(page);
  const found = (/** @type {string} */ result, /** @type {number} */ worth) => ({ test: "content-security-policy", result, worth });
  if (policy.size === 0) return found("not implemented", -25);
  const sources = (/** @type {string} */ name) => policy.get(name) ?? policy.get("default-src") ?? ["*"];
  const has = (/** @type {string[]} */ some, /** @type {string[]} */ bad) => some.some((source) => bad.includes(source));
  const [script, style, object] = ["script-src", "style-src", "object-src"].map(sources);
  if (has(script, [...BROAD, ...INLINE]) || has(object, BROAD)) return found("unsafe inline", -20);
  const loose = (/** @type {string[]} */ some) => some.some((source) => /^(http|ftp):/.test(source));
  const passive = ["img-src", "media-src"];
  if (loose([...policy].filter(([name]) => !passive.includes(name)).flatMap(([, some]) => some))) return found("insecure scheme", -20);
  if (has([...script, ...style], ["'unsafe-eval'"])) return found("unsafe eval", -10);
  if (loose(passive.flatMap(sources))) return found("insecure scheme of images", -10);
  if (has(style, [...BROAD, ...INLINE])) return found("unsafe inline styles", 0);
  const byDefault = policy.get("default-src") ?? [];
  const isClosed = byDefault.length === 1 && byDefault[0] === "'none'";
  return isClosed ? found("nothing unsafe, nothing by default", 10) : found("nothing unsafe", 5);
}

/** A site of ours sets none, so what a cookie of one kind or another is worth is not told apart. @param {Answer} page @returns {Verdict} */
function cookies(page) {
  const isSet = page.headers["set-cookie"] !== undefined;
  return { test: "cookies", result: isSet ? "set" : "none", worth: isSet ? -20 : 0 };
}

/** @param {Answer} page @returns {Verdict} */
function sharing(page) {
  const isForAll = page.headers["access-control-allow-credentials"] === "true";
  const origin = page.headers["access-control-allow-origin"];
  const open = { test: "cross-origin-resource-sharing", result: `for ${origin}`, worth: 0 };
  if (origin === undefined) return { ...open, result: "not implemented" };
  return isForAll ? { ...open, result: "with credentials", worth: -50 } : open;
}

/** @param {Answer} plain @param {string} host @returns {Verdict} */
function redirection(plain, host) {
  const found = (/** @type {string} */ result, /** @type {number} */ worth) => ({ test: "redirection", result, worth });
  const to = String(plain.headers.location ?? "");
  if (plain.status < 301 || plain.status > 308 || to === "") return found("missing", -20);
  if (!to.startsWith("https://")) return found("not to TLS", -20);
  return new URL(to).hostname === host ? found("to TLS on the same host", 0) : found("to another host", -5);
}

/** @param {Answer} page @returns {Verdict} */
function referrerPolicy(page) {
  const value = page.headers["referrer-policy"];
  const test = "referrer-policy";
  if (value === undefined) return { test, result: "not implemented", worth: 0 };
  const isPrivate = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"].includes(String(value));
  return { test, result: String(value), worth: isPrivate ? 5 : -5 };
}

/** @param {Answer} page @returns {Verdict} */
function strictTransport(page) {
  const test = "strict-transport-security";
  const [, seconds] = /max-age=(\d+)/.exec(String(page.headers[test] ?? "")) ?? [];
  if (seconds === undefined) return { test, result: "not implemented", worth: -20 };
  return Number(seconds) >= HALF_A_YEAR ? { test, result: "half a year or more", worth: 0 } : { test, result: "short", worth: -10 };
}

/** @param {Answer} page @returns {Verdict} */
function integrity(page) {
  const test = "subresource-integrity";
  const scripts = [...String(page.body).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => / src=/.test(tag));
  if (scripts.length === 0) return { test, result: "no scripts", worth: 0 };
  const foreign = scripts.filter((tag) => / src=["']?(https?:)?\/\//.test(tag));
  if (foreign.some((tag) => !/ src=["']?https:/.test(tag))) return { test, result: "scripts without TLS", worth: -50 };
  if (foreign.length > 0) return { test, result: "scripts of others", worth: -5 };
  const isSigned = scripts.every((tag) => / integrity=/.test(tag));
  return { test, result: isSigned ? "implemented" : "own scripts only", worth: isSigned ? 5 : 0 };
}

/** @param {Answer} page @returns {Verdict} */
function contentType(page) {
  const test = "x-content-type-options";
  const isSet = String(page.headers[test] ?? "").toLowerCase() === "nosniff";
  return { test, result: isSet ? "nosniff" : "not implemented", worth: isSet ? 0 : -5 };
}

/** @param {Answer} page @returns {Verdict} */
function framing(page) {
  const test = "x-frame-options";
  const ancestors = policyOf(page).get("frame-ancestors");
  if (ancestors !== undefined && !ancestors.some((source) => BROAD.includes(source))) return { test, result: "by the policy", worth: 5 };
  const isSet = /^(deny|sameorigin)$/i.test(String(page.headers[test] ?? ""));
  return { test, result: isSet ? "by its header" : "not implemented", worth: isSet ? 0 : -20 };
}

/** @param {Answer} page @returns {Verdict} */
function resourcePolicy(page) {
  const test = "cross-origin-resource-policy";
  const value = String(page.headers[test] ?? "");
  const worth = { "same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0 }[value];
  return { test, result: value === "" ? "not implemented" : value, worth: worth ?? -5 };
}
