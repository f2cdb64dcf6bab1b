/** What the search shows beside a result, and filters by, against the open data of the same site. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, withPage } from "./chromium.mjs";
import { FIRST } from "./page_kinds.mjs";
import { openIndexes, searchFiles } from "./published_search.mjs";
import { PUBLIC, serve } from "./published_site.mjs";

const CONTENT = new URL("../../content/", import.meta.url);
/** Words of the open data, and what the search calls them. */
const KINDS = { aanmeldwachttijd: "intake", behandelwachttijd: "treatment", "totale-wachttijd": "total" };
const BASES = { verwacht: "expected", ervaren: "experienced" };
const STATISTICS = {
  gemiddelde: "mean",
  mediaan: "median",
  p90: "p90",
  "eerste-vrije-plek": "next-free-place",
  langste: "longest",
  "niet-vermeld": "unspecified",
};
const STATES = { getal: "length", tekst: "text", aanmeldstop: "stop", onbekend: "unknown" };
const UNITS = { dagen: "days", weken: "weeks", maanden: "months" };
const ADMISSIONS = { open: "open", aanmeldstop: "stop", onbekend: "unknown" };

/** @typedef {Record<string, any>} Row */

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("./published_site.mjs").PublishedSite} */
let region;
/** @type {Row} */
let tables;
/** What the browser reads from the first file alone. @type {any} */
let catalogue;

before(async () => {
  browser = await launch();
  region = await serve(PUBLIC);
  tables = await openData();
  const files = await searchFiles(PUBLIC, FIRST);
  catalogue = await withPage(browser, {}, async (page) => {
    await openIndexes(page, region.origin, FIRST, files);
    return page.evaluate(() => {
      const { catalogue } = globalThis.searched.core;
      return JSON.parse(JSON.stringify({ ...catalogue, postcodes: [...catalogue.postcodes] }));
    });
  });
});
after(async () => {
  await browser?.close();
  await region?.close();
});

/** The tables of `gegevens.json` as rows with names; `null` where nothing is stated. */
async function openData() {
  const data = JSON.parse(await readFile(path.join(PUBLIC, FIRST, "gegevens", "gegevens.json"), "utf8"));
  const rows = (/** @type {Row} */ { columns, rows }) =>
    rows.map((/** @type {any[]} */ cells) =>
      Object.fromEntries(
        columns.map(({ name, words }, /** @type {number} */ at) => {
          const cell = cells[at] ?? null;
          return [name, words && cell !== null ? words[cell] : cell];
        }),
      ),
    );
  return { providers: rows(data.aanbieders), offers: rows(data.aanbod), waits: rows(data.wachttijden) };
}

const listOf = (/** @type {string | null} */ cell) => (cell === null ? [] : cell.split(";"));
const slugOf = (/** @type {Row} */ document) => document.path.split("/").at(-2);
const thousandths = (/** @type {number} */ degrees) => Math.round(degrees * 1000);
const pointOf = (/** @type {Row} */ row) =>
  row.breedtegraad === null ? null : [thousandths(row.breedtegraad), thousandths(row.lengtegraad)];

/** A table of a file in `content/`: the id and the name of each entry, in order. */
async function named(/** @type {string} */ file) {
  const text = await readFile(new URL(file, CONTENT), "utf8");
  return [...text.matchAll(/^id = "(.*)"\nname = "(.*)"$/gm)].map(([, id, name]) => ({ id, name }));
}

/**
 * Locations of a provider at which something of it is contracted here, in order of its file.
 *
 * @param {string} provider
 * @returns {Row[]}
 */
function locationsInUse(provider) {
  const all = tables.providers.filter((/** @type {Row} */ row) => row.aanbieder === provider && row.locatie !== null);
  const offers = tables.offers.filter((/** @type {Row} */ row) => row.aanbieder === provider);
  const isEverywhere = offers.some((/** @type {Row} */ row) => row.locaties === null);
  const used = new Set(offers.flatMap((/** @type {Row} */ row) => listOf(row.locaties)));
  return all.filter((/** @type {Row} */ row) => isEverywhere || used.has(row.locatie));
}

/** Offers as the search has them, by provider and product. */
function offersOfSearch() {
  const { docs } = catalogue;
  return new Map(
    catalogue.offers.map((/** @type {Row} */ offer) => [`${slugOf(docs[offer.provider])} ${slugOf(docs[offer.product])}`, offer]),
  );
}

describe("the search knows what the open data say", () => {
  test("which providers there are, their languages and where they work", () => {
    const { docs, first, languages } = catalogue;
    const place = (/** @type {number | null} */ number) => (number === null ? null : docs[number].title);
    const ours = docs.slice(first.provider).map((/** @type {Row} */ document) => ({
      slug: slugOf(document),
      title: document.title,
      languages: document.languages.map((/** @type {number} */ rank) => languages[rank]),
      locations: document.locations.map((/** @type {Row} */ { place: at, point }) => [place(at), point && point.map(thousandths)]),
    }));
    const theirs = new Map(
      tables.providers.map((/** @type {Row} */ row) => [
        row.aanbieder,
        {
          slug: row.aanbieder,
          title: row.naam,
          languages: listOf(row.talen),
          locations: locationsInUse(row.aanbieder).map((at) => [at.plaats, pointOf(at)]),
        },
      ]),
    );
    const bySlug = (/** @type {Row} */ one, /** @type {Row} */ other) => (one.slug < other.slug ? -1 : 1);
    assert.ok(ours.length > 20);
    assert.deepEqual(ours.sort(bySlug), [...theirs.values()].sort(bySlug));
  });

  test("places are those where providers work", () => {
    const ours = catalogue.docs.filter((/** @type {Row} */ { kind }) => kind === "place");
    const slugs = new Set(tables.providers.map((/** @type {Row} */ row) => row.aanbieder));
    const theirs = [...slugs].flatMap((slug) => locationsInUse(slug).map(({ plaats }) => plaats));
    const known = [...new Set(theirs)].filter((place) => place !== null);
    assert.deepEqual(ours.map((/** @type {Row} */ { title }) => title).sort(), known.sort());
  });

  test("every offer, with its questions, intensities, ages, locations and admission", async () => {
    const { docs, intensities, groups } = catalogue;
    const known = await named("intensities.toml");
    assert.deepEqual(intensities, known.map(({ name }) => ({ title: name })));
    const productGroups = await named("product-groups.toml");
    assert.deepEqual(groups, productGroups.map(({ name }) => ({ title: name })));
    const offers = offersOfSearch();
    assert.equal(offers.size, catalogue.offers.length);
    const ours = tables.offers.map((/** @type {Row} */ row) => {
      const offer = offers.get(`${row.aanbieder} ${row.product}`);
      const { title, code, group } = docs[offer.product];
      const used = locationsInUse(row.aanbieder);
      return {
        product: [title, code, productGroups[group].id],
        questions: offer.questions.map((/** @type {number} */ number) => slugOf(docs[number])).sort(),
        intensities: offer.intensities.map((/** @type {number} */ rank) => known[rank].id).sort(),
        ages: [offer.ageFrom, offer.ageTo],
        locations: offer.locations.map((/** @type {number} */ rank) => used[rank].locatie).sort(),
        admission: offer.admission,
      };
    });
    const theirs = tables.offers.map((/** @type {Row} */ row) => ({
      product: [row.product_naam, row.productcode, row.productgroep],
      questions: listOf(row.profielen).sort(),
      intensities: listOf(row.intensiteiten).sort(),
      ages: [row.leeftijd_van, row.leeftijd_tot_en_met],
      locations: listOf(row.locaties).sort(),
      admission: ADMISSIONS[/** @type {keyof typeof ADMISSIONS} */ (row.aanname)],
    }));
    assert.equal(ours.length, offers.size);
    assert.deepEqual(ours, theirs);
  });

  test("every newest wait, with its kind, date and what is said", () => {
    const text = (/** @type {any[]} */ wait) => JSON.stringify(wait);
    const ours = [...offersOfSearch()].flatMap(([name, offer]) => {
      const used = locationsInUse(name.split(" ")[0]);
      return offer.waits.map((/** @type {Row} */ wait) =>
        text([
          name,
          wait.location === null ? null : used[wait.location].locatie,
          ...[wait.kind, wait.basis, wait.statistic, wait.state, wait.date],
          ...[wait.tenths, wait.unit, wait.text, wait.isOld],
        ]),
      );
    });
    const newest = tables.waits.filter((/** @type {Row} */ row) => row.nieuwste === "ja");
    const theirs = newest.map((/** @type {Row} */ row) => {
      const isTooOld = row.houdbaarheid === "te-oud";
      const shown = (/** @type {any} */ value) => (isTooOld ? null : value);
      return text([
        `${row.aanbieder} ${row.product}`,
        row.locatie,
        row.soort === null ? "whole" : KINDS[/** @type {keyof typeof KINDS} */ (row.soort)],
        row.soort === null ? null : BASES[/** @type {keyof typeof BASES} */ (row.basis)],
        row.soort === null ? null : STATISTICS[/** @type {keyof typeof STATISTICS} */ (row.statistiek)],
        isTooOld ? "too-old" : STATES[/** @type {keyof typeof STATES} */ (row.staat)],
        row.peildatum,
        row.waarde === null ? null : shown(Math.round(row.waarde * 10)),
        row.eenheid === null ? null : shown(UNITS[/** @type {keyof typeof UNITS} */ (row.eenheid)]),
        shown(row.tekst),
        row.houdbaarheid !== "actueel",
      ]);
    });
    assert.ok(ours.length > 100);
    assert.deepEqual(ours.sort(), theirs.sort());
  });

  test("the postcodes of the municipality, with their centres", async () => {
    const municipality = await readFile(new URL(`municipalities/${FIRST}/municipality.toml`, CONTENT), "utf8");
    const code = /^code = "(\d+)"$/m.exec(municipality)?.[1];
    const lines = (await readFile(new URL("postcodes.csv", CONTENT), "utf8")).trimEnd().split("\n").slice(1);
    const rows = lines.map((line) => line.split(",")).filter((cells) => cells[1] === code && cells[3] !== "");
    const theirs = new Map(rows.map(([pc4, , , ...point]) => [Number(pc4), point.map((degrees) => thousandths(Number(degrees)))]));
    const ours = new Map(catalogue.postcodes.map(([pc4, point]) => [pc4, point.map(thousandths)]));
    assert.ok(ours.size > 0);
    assert.deepEqual(ours, theirs);
  });
});
