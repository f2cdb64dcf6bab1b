/**
 * What internet.nl asks of the answers of a web server, for what a static site can be asked.
 *
 * Its rules: <https://github.com/internetstandards/Internet.nl>, `checks/tasks/http_headers.py` and `securitytxt.py`. What it
 * asks of addresses, DNSSEC, RPKI and TLS is the work of the host and the name.
 */

import { policyOf } from "./observatory.mjs";

const YEAR = 31536000;

/**
 * What it would hold against a page and its `security.txt`, in words; nothing when all is well.
 *
 * @param {import("./asking.mjs").Answer} page
 * @param {import("./asking.mjs").Answer} plain the answer at the same address without TLS
 * @param {import("./asking.mjs").Answer} securityTxt
 * @param {Date} today
 * @returns {string[]}
 */
export function heldAgainst(page, plain, securityTxt, today) {
  const header = (/** @type {string} */ name) => String(page.headers[name] ?? "");
  const [, age] = /max-age=(\d+)/.exec(header("strict-transport-security")) ?? [];
  /** @type {[string, boolean][]} */
  const asked = [
    ["HTTPS redirect", plain.status === 301 && String(plain.headers.location).startsWith("https://")],
    ["HSTS of a year", Number(age) >= YEAR],
    ["X-Frame-Options", /^(deny|sameorigin)$/i.test(header("x-frame-options"))],
    ["X-Content-Type-Options", header("x-content-type-options").toLowerCase() === "nosniff"],
    ["Referrer-Policy", ["no-referrer", "same-origin"].includes(header("referrer-policy"))],
    ...policy(policyOf(page)),
    ...contact(securityTxt, today),
  ];
  return asked.filter(([, isMet]) => !isMet).map(([rule]) => rule);
}

/** @param {Map<string, string[]>} policy @returns {[string, boolean][]} */
function policy(policy) {
  const all = [...policy.values()].flat();
  const isOwn = (/** @type {string} */ name) => /^'(none|self)'$/.test(policy.get(name)?.join(" ") ?? "");
  return [
    ["CSP: nothing unsafe", !all.some((source) => source.startsWith("'unsafe-"))],
    ["CSP: no source without its host", !all.some((source) => ["http:", "https:", "*"].includes(source))],
    ["CSP: no data: for scripts", !["script-src", "object-src", "default-src"].some((name) => policy.get(name)?.includes("data:"))],
    ...["default-src", "base-uri", "form-action", "frame-ancestors"].map((name) => /** @type {[string, boolean]} */ ([`CSP: ${name}`, isOwn(name)])),
  ];
}

/** RFC 9116. @param {import("./asking.mjs").Answer} securityTxt @param {Date} today @returns {[string, boolean][]} */
function contact(securityTxt, today) {
  const text = String(securityTxt.body);
  const end = new Date(/^Expires: (.+)$/m.exec(text)?.[1] ?? "");
  return [
    ["security.txt", securityTxt.status === 200 && /^Contact: (mailto|https|tel):/m.test(text)],
    ["security.txt: plain text", securityTxt.headers["content-type"] === "text/plain; charset=utf-8"],
    ["security.txt: not expired", end > today],
    ["security.txt: a year at most", end.getTime() - today.getTime() <= 366 * 86_400_000],
  ];
}
