/** Pictures of every page kind, to look at: `node tests/browser/screenshots.mjs OUTDIR [KIND…]`. */

import { mkdir } from "node:fs/promises";
import path from "node:path";
import { launch, withPage } from "./chromium.mjs";
import { FIRST, pagesOfEveryKind } from "./page_kinds.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

const LOOKS = /** @type {const} */ ([
  { name: "light", colorScheme: "light", media: "screen" },
  { name: "dark", colorScheme: "dark", media: "screen" },
  { name: "print", colorScheme: "light", media: "print" },
]);

const [outDir, ...kinds] = process.argv.slice(2);
if (outDir === undefined) throw new Error("usage: node tests/browser/screenshots.mjs OUTDIR [KIND…]");
await mkdir(outDir, { recursive: true });

const site = await serve(PUBLIC);
const browser = await launch();
try {
  const pages = [{ kind: "front door", path: "" }];
  const wanted = (await pagesOfEveryKind(FIRST)).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  for (const page of wanted) pages.push({ kind: page.kind, path: `${FIRST}/${page.path}` });
  for (const { path: pagePath } of pages) await picture(pagePath);
} finally {
  await browser.close();
  await site.close();
}

/** @param {string} pagePath */
async function picture(pagePath) {
  const name = pagePath === "" ? "front-door" : pagePath.replace(/\/$/, "").replaceAll("/", "_");
  for (const width of [360, 1440]) {
    await withPage(browser, { viewport: { width, height: 800 } }, async (page) => {
      await page.goto(`${site.origin}/${pagePath}`);
      for (const look of LOOKS) {
        await page.emulateMedia({ colorScheme: look.colorScheme, media: look.media });
        await page.screenshot({ path: path.join(outDir, `${name}.${width}.${look.name}.png`), fullPage: true });
      }
    });
  }
}
