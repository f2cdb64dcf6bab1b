// From what was typed to what is looked for: the same steps as src/search/plan.rs and src/search/lexicon.rs.

import { wordsOf } from "./fold.js";
import { distanceOf, soundOf } from "./sound.js";
import { stemOf } from "./stem.js";

const MOST_WORDS = 12;
const MOST_BEGINNINGS = 16;
const MOST_LIKENESSES = 8;
const WEAK = Math.fround(0.15);
const FACTORS = {
  exact: 1, joined: 1, sound: 0.9, prefix: 0.7, "sound-prefix": 0.6, typo: 0.7, "two-typos": 0.5, stem: 0.6, parts: 0.4,
};
const PREFIX_OF_KNOWN = 0.5;

/** Stems that are kept at most: what is typed comes back with every key. */
const MOST_KEPT = 20000;

/** The stem of a folded word. */
function stemIn(index, word) {
  index.kept = index.kept || new Map();
  let stem = index.kept.get(word);
  if (stem === undefined) {
    stem = index.families.get(word) || stemOf(word);
    if (index.kept.size >= MOST_KEPT) {
      index.kept.clear();
    }
    index.kept.set(word, stem);
  }
  return stem;
}

const isStopWord = (index, word) => /^[a-z]$/.test(word) || index.stopWords.has(word);

/** The stem of a folded word that is searched for; null for a stop word. */
export function termOf(index, word) {
  return isStopWord(index, word) ? null : stemIn(index, word);
}

/** Whether a stem of a phrase also says something alone. */
export function isTelling(index, stem) {
  index.stopStems = index.stopStems || new Set([...index.stopWords].map((word) => stemIn(index, word)));
  return !isStopWord(index, stem) && !index.stopStems.has(stem);
}

/**
 * What is looked for.
 * @param {SearchIndex} index
 * @param {string} typed
 */
export function planOf(index, typed) {
  const all = withoutLettersOfPostcodes(wordsOf(typed));
  const open = typed.endsWith(" ") ? null : all[all.length - 1];
  const seen = new Set();
  const searched = all.filter((word) => {
    const stem = stemIn(index, word);
    return !isStopWord(index, word) && !seen.has(stem) && seen.add(stem);
  });
  searched.length = Math.min(searched.length, MOST_WORDS);
  const isWeak = (word) => index.weak.has(stemIn(index, word));
  const hasStrong = searched.some((word) => !isWeak(word));
  const words = searched.map((word) => {
    const stem = stemIn(index, word);
    if (hasStrong && isWeak(word)) {
      const variants = index.numbers.has(stem) ? [{ kind: "exact", stems: [stem], factor: WEAK }] : [];
      return { typed: word, role: "adds-little", variants };
    }
    return { typed: word, role: "decides", variants: variantsOf(index, word, stem, word === open, searched) };
  });
  const stems = new Set(all.filter((word) => !index.fillers.has(word)).map((word) => stemIn(index, word)));
  const phrases = index.phrases.filter((phrase) => phrase.every((stem) => stems.has(stem)));
  for (const phrase of phrases.map((phrase) => phrase.join("_")).sort()) {
    const variants = [{ kind: "phrase", stems: [phrase], factor: 1 }];
    words.push({ typed: phrase.replace(/_/g, " "), role: "phrase", variants });
  }
  return { words, isCrisis: isCrisis(index, all) };
}

function withoutLettersOfPostcodes(words) {
  let afterDigits = false;
  return words
    .filter((word) => {
      const isRest = afterDigits && /^[a-z]{2}$/.test(word);
      afterDigits = !isRest && /^\d{4}$/.test(word);
      return !isRest;
    })
    .map((word) => (/^\d{4}[a-z]{2}$/.test(word) ? word.slice(0, 4) : word));
}

/** A word with its stem, and how that sounds. */
function heardIn(index, word) {
  const stem = stemIn(index, word);
  return { word, stem, sound: soundOf(stem, index.sounds) };
}

function isCrisis(index, typed) {
  index.heardCrisis = index.heardCrisis || index.crisis.map((phrase) => phrase.map((word) => heardIn(index, word)));
  const heard = typed.map((word) => heardIn(index, word));
  return index.heardCrisis.some((phrase) => phrase.every((crisis) => heard.some((own) => isCrisisWord(index, own, crisis))));
}

function isCrisisWord(index, own, crisis) {
  const { word, stem } = own;
  if (stem === crisis.stem) {
    return true;
  }
  if (crisis.word.length < 6 || word.length < 6) {
    return false;
  }
  if (word.includes(crisis.word) || (crisis.stem.length >= 6 && word.includes(crisis.stem))) {
    return true;
  }
  const most = crisis.word.length < 11 ? 1 : 2;
  const isAlike =
    own.sound === crisis.sound ||
    distanceOf(stem, crisis.stem, most) <= most ||
    distanceOf(word, crisis.word, most) <= most;
  return isAlike && (stem.length < 6 || !index.numbers.has(stem));
}

function variantsOf(index, word, stem, isOpen, searched) {
  const isKnown = index.numbers.has(stem);
  const found = isKnown ? [["exact", [stem]]] : [];
  for (let rank = 1; rank < searched.length; rank += 1) {
    const whole = stemIn(index, searched[rank - 1] + searched[rank]);
    if ((searched[rank - 1] === word || searched[rank] === word) && index.numbers.has(whole)) {
      found.push(["joined", [whole]]);
    }
  }
  if (isOpen) {
    found.push(...beginningWith(index, word, stem).map((other) => ["prefix", [other]]));
  }
  if (!found.length) {
    found.push(...alike(index, word, stem, isOpen));
  }
  const parts = partsOf(index, word);
  if (parts.length) {
    found.push(["parts", parts]);
  }
  return found.map(([kind, stems]) => {
    const factor = kind === "prefix" && isKnown ? PREFIX_OF_KNOWN : FACTORS[kind];
    return { kind, stems, factor: Math.fround(factor) };
  });
}

const byLength = (one, other) => one.length - other.length || (one < other ? -1 : 1);

function beginningWith(index, start, except) {
  let low = 0;
  let high = index.sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.sorted[middle] < start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const found = [];
  for (; low < index.sorted.length && index.sorted[low].startsWith(start); low += 1) {
    if (index.sorted[low] !== except) {
      found.push(index.sorted[low]);
    }
  }
  return found.sort(byLength).slice(0, MOST_BEGINNINGS);
}

/** Which letters a sound has: a bit for each. */
function lettersOf(sound) {
  let bits = 0;
  for (let at = 0; at < sound.length; at += 1) {
    bits |= 1 << (sound.charCodeAt(at) & 31);
  }
  return bits;
}

/** The letters of every stem's sound. */
function lettersOfAll(index) {
  if (!index.letters || index.letters.length !== index.heard.length) {
    index.letters = Int32Array.from(index.heard, lettersOf);
  }
  return index.letters;
}

/** How many bits of a number are set. */
function bitsIn(number) {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function alike(index, word, stem, isOpen) {
  const heard = soundOf(stem, index.sounds);
  const heardOpen = soundOf(word, index.sounds);
  const same = [];
  const goingOn = [];
  const slips = [];
  let beginning = "";
  const most = heard.length < 4 ? -1 : heard.length < 8 ? 1 : 2;
  const letters = lettersOf(heard);
  const all = lettersOfAll(index);
  for (let number = 0; number < index.stems.length; number += 1) {
    const known = index.stems[number];
    const sounds = index.heard[number];
    const isSame = sounds === heard;
    const isBegun = isOpen && heardOpen.length >= 4 && sounds.startsWith(heardOpen);
    const isBeginning =
      known.length >= 4 && known.length > beginning.length && word.length - known.length <= 4 && word.startsWith(known);
    // A slip takes at most one letter away and brings one.
    const mayBeSlip = most > 0 && bitsIn(letters ^ all[number]) <= 2 * most;
    if (!(isSame || isBegun || isBeginning || mayBeSlip) || known.includes("_")) {
      continue;
    }
    if (isSame) {
      same.push(known);
    }
    if (isBegun) {
      goingOn.push([sounds.length, known]);
    }
    if (isBeginning) {
      beginning = known;
    }
    const steps = mayBeSlip ? distanceOf(heard, sounds, most) : most + 1;
    if (mayBeSlip && steps <= most) {
      slips.push([steps, sounds[0] === heard[0] ? 0 : 1, known]);
    }
  }
  const one = (kind) => (known) => [kind, [known]];
  if (same.length) {
    return same.sort().slice(0, MOST_LIKENESSES).map(one("sound"));
  }
  const inOrder = (list) => list.sort((a, b) => a[0] - b[0] || (a[2] === undefined ? 0 : a[1] - b[1]) || (a[a.length - 1] < b[b.length - 1] ? -1 : 1));
  const found = inOrder(goingOn).slice(0, MOST_LIKENESSES).map(([, known]) => one("sound-prefix")(known));
  if (beginning) {
    found.push(one("stem")(beginning));
  }
  const nearest = inOrder(slips).filter(([steps]) => steps === slips[0][0]);
  return found.concat(nearest.slice(0, MOST_LIKENESSES).map(([steps, , known]) => one(steps === 1 ? "typo" : "two-typos")(known)));
}

/** The stems of a compound's parts, as src/search/compound.rs finds them. */
function partsOf(index, word) {
  const asWord = (written) => {
    const stem = termOf(index, written);
    return stem !== null && index.numbers.has(stem) ? stem : null;
  };
  const firstPart = (written) => {
    let stem = asWord(written);
    for (const joint of ["s", "n"]) {
      if (stem === null && written.endsWith(joint) && written.length > 3) {
        stem = asWord(written.slice(0, -1));
      }
    }
    return stem;
  };
  const split = (rest, count) => {
    if (count === 1) {
      const stem = asWord(rest);
      return stem === null ? null : [stem];
    }
    for (let end = rest.length - 3 * (count - 1); end >= 3; end -= 1) {
      const first = firstPart(rest.slice(0, end));
      const others = first === null ? null : split(rest.slice(end), count - 1);
      if (others) {
        return [first, ...others];
      }
    }
    return null;
  };
  return word.length < 6 || /\d/.test(word) ? [] : split(word, 2) || split(word, 3) || [];
}
