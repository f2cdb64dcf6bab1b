// From what was typed to what is looked for: the same steps as src/search/plan.rs and src/search/lexicon.rs.

import { wordsOf } from "./fold.js";
import { distanceOf, soundOf } from "./sound.js";
import { stemOf } from "./stem.js";

const MOST_WORDS = 12;
const MOST_BEGINNINGS = 16;
const MOST_LIKENESSES = 8;
/** Letters of a compound: taking apart one that never ends takes as many steps as its length squared. */
const SHORTEST_COMPOUND = 6;
const LONGEST_COMPOUND = 64;
/** Typed words of which is kept what was found out. */
const MOST_WORDS_KEPT = 100;
const WEAK = Math.fround(0.15);
const FACTORS = {
  exact: 1, joined: 1, sound: 0.9, prefix: 0.7, "sound-prefix": 0.6, typo: 0.7, "two-typos": 0.5, stem: 0.6, parts: 0.4,
};
const PREFIX_OF_KNOWN = 0.5;

/** Stems that are kept at most: what is typed comes back with every key. */
const MOST_KEPT = 20000;

/** Keeps what was found out about a word for the next key. */
function kept(map, key, most, find) {
  let value = map.get(key);
  if (value === undefined) {
    value = find();
    if (map.size >= most) {
      map.clear();
    }
    map.set(key, value);
  }
  return value;
}

/** The stem of a folded word. */
export function stemIn(index, word) {
  return kept(index.kept.stems, word, MOST_KEPT, () => index.families.get(word) || stemOf(word));
}

const isStopWord = (index, word) => /^[a-z]$/.test(word) || index.stopWords.has(word);

/** The stem of a folded word that is searched for; null for a stop word. */
export function termOf(index, word) {
  return isStopWord(index, word) ? null : stemIn(index, word);
}

/** What the stems of stop words begin with, which only stand in sayings. */
const STOP = "_";

/** Whether a stem occurs. */
const knows = (index, stem) => index.numbers.has(stem);

/**
 * What is looked for.
 * @param {SearchIndex} index
 * @param {string} typed
 */
export function planOf(index, typed) {
  const all = withoutLettersOfPostcodes(wordsOf(typed));
  const open = typed.endsWith(" ") ? null : all[all.length - 1];
  const seen = new Set();
  const isNew = (word) => {
    const stem = stemIn(index, word);
    return !seen.has(stem) && seen.add(stem);
  };
  const searched = all.filter((word) => !isStopWord(index, word) && isNew(word)).slice(0, MOST_WORDS);
  seen.clear();
  const stops = all.filter((word) => isStopWord(index, word) && !index.fillers.has(word) && isNew(word)).slice(0, MOST_WORDS);
  const isWeak = (word) => index.weak.has(stemIn(index, word));
  const hasStrong = searched.some((word) => !isWeak(word));
  const words = searched.map((word) => {
    if (hasStrong && isWeak(word)) {
      return kept(index.kept.words, `${word} weak`, MOST_WORDS_KEPT, () => weakWord(index, word));
    }
    const joined = joinedWith(index, word, searched);
    const isOpen = word === open;
    return kept(index.kept.words, `${word} ${isOpen} ${joined}`, MOST_WORDS_KEPT, () => ({
      typed: word,
      role: "decides",
      variants: variantsOf(index, word, stemIn(index, word), isOpen, joined),
    }));
  });
  for (const word of stops) {
    words.push(kept(index.kept.words, `${word} stop`, MOST_WORDS_KEPT, () => stopWord(index, word)));
  }
  return { words, isCrisis: isCrisis(index, all) };
}

function weakWord(index, word) {
  const stem = stemIn(index, word);
  const variants = knows(index, stem) ? [{ kind: "exact", stems: [stem], factor: WEAK }] : [];
  return { typed: word, role: "adds-little", variants };
}

function stopWord(index, word) {
  return { typed: word, role: "only-in-sayings", variants: [{ kind: "exact", stems: [STOP + stemIn(index, word)], factor: 0 }] };
}

/** What a word makes together with the word before or behind it. */
function joinedWith(index, word, searched) {
  const found = [];
  for (let rank = 1; rank < searched.length; rank += 1) {
    if (searched[rank - 1] === word || searched[rank] === word) {
      const whole = stemIn(index, searched[rank - 1] + searched[rank]);
      if (knows(index, whole)) {
        found.push(whole);
      }
    }
  }
  return found;
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

/** A word with its stem, how that sounds, and which letters it has. */
function heardIn(index, word) {
  const stem = stemIn(index, word);
  return { word, stem, sound: soundOf(stem, index.sounds), letters: lettersOf(word) };
}

/** Whether a query has all words of a phrase of crisis, in any order, inflected, inside a compound, or with a slip. */
function isCrisis(index, typed) {
  if (!index.crisisWords) {
    const words = [...new Set(index.crisis.flat())];
    index.crisisWords = words.map((word) => heardIn(index, word));
    index.crisisPhrases = index.crisis.map((phrase) => phrase.map((word) => words.indexOf(word)));
  }
  const met = new Set();
  for (const word of typed) {
    kept(index.kept.crisis, word, MOST_WORDS_KEPT, () => crisisWordsIn(index, word)).forEach((rank) => met.add(rank));
  }
  return met.size > 0 && index.crisisPhrases.some((phrase) => phrase.every((rank) => met.has(rank)));
}

/** The ranks of the words of crisis that a typed word stands for. */
function crisisWordsIn(index, word) {
  const own = heardIn(index, word);
  const isKnown = own.stem.length >= 6 && knows(index, own.stem);
  const found = [];
  index.crisisWords.forEach((crisis, rank) => {
    if (isCrisisWord(own, crisis, isKnown)) {
      found.push(rank);
    }
  });
  return found;
}

function isCrisisWord(own, crisis, isKnown) {
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
  if (isKnown) {
    return false;
  }
  const most = crisis.word.length < 11 ? 1 : 2;
  return (
    own.sound === crisis.sound ||
    distanceOf(stem, crisis.stem, most) <= most ||
    (bitsIn(own.letters ^ crisis.letters) <= 2 * most && distanceOf(word, crisis.word, most) <= most)
  );
}

function variantsOf(index, word, stem, isOpen, joined) {
  const isKnown = knows(index, stem);
  const found = isKnown ? [["exact", [stem]]] : [];
  found.push(...joined.map((whole) => ["joined", [whole]]));
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

/** Words that begin so, the shortest first, those of one length in order of the alphabet. */
function beginningWith(index, start, except) {
  const byLength = [];
  for (const stems of index.lists) {
    const found = [];
    for (let at = placeOf(start, stems); at < stems.length && stems[at].startsWith(start); at += 1) {
      const own = found[stems[at].length] || (found[stems[at].length] = []);
      if (stems[at] !== except && own.length < MOST_BEGINNINGS) {
        own.push(stems[at]);
      }
    }
    found.forEach((own, length) => {
      byLength[length] = own.concat(byLength[length] || []);
    });
  }
  const inOrder = byLength.map((own) => [...new Set(own)].sort());
  return inOrder.flat().slice(0, MOST_BEGINNINGS);
}

/** Where a word stands, or would stand, among others in order of the alphabet. */
function placeOf(word, others) {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (others[middle] < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Which letters a word has: a bit for each. */
function lettersOf(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) {
    bits |= 1 << (word.charCodeAt(at) & 31);
  }
  return bits;
}

/** How stems sound, which letters that takes, and whether they say something; as many more as are asked for. */
export function hear(index, more) {
  const heard = index.heard || (index.heard = { sounds: [], letters: [], telling: [] });
  const end = Math.min(index.stems.length, heard.sounds.length + more);
  for (let number = heard.sounds.length; number < end; number += 1) {
    const stem = index.stems[number];
    const sound = soundOf(stem, index.sounds);
    heard.sounds.push(sound);
    heard.letters.push(lettersOf(sound));
    heard.telling.push(!stem.startsWith(STOP));
  }
  return heard;
}

/** How many bits of a number are set. */
function bitsIn(number) {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Words that are like one that does not occur: by sound; otherwise by slips of the finger and as a stem. */
function alike(index, word, stem, isOpen) {
  const heard = soundOf(stem, index.sounds);
  const heardWithT = soundOf(stemOf(word, false), index.sounds);
  const heardOpen = soundOf(word, index.sounds);
  const goesOn = isOpen && heardOpen.length >= 4;
  const same = [];
  const goingOn = [];
  const slips = [];
  let beginning = null;
  let begun = 3;
  const most = heard.length < 4 ? -1 : heard.length < 8 ? 1 : 2;
  const own = lettersOf(heard);
  const { sounds, letters, telling } = hear(index, Infinity);
  for (let number = 0; number < sounds.length; number += 1) {
    // A slip takes at most one letter away and brings one.
    const mayBeSlip = bitsIn(own ^ letters[number]) <= 2 * most;
    const sound = sounds[number];
    const isSame = sound === heard || sound === heardWithT;
    // A word that goes on in what was typed: the longest one, of those the first in the alphabet.
    const isBeginning = sound.length >= begun && heardOpen.length - sound.length <= 4 && sound.length > 3 && heardOpen.startsWith(sound);
    if ((!mayBeSlip && !goesOn && !isSame && !isBeginning) || !telling[number]) {
      continue;
    }
    if (isBeginning && (sound.length > begun || beginning === null || index.stems[number] < beginning)) {
      beginning = index.stems[number];
      begun = sound.length;
    }
    if (isSame) {
      same.push(index.stems[number]);
    } else if (same.length) {
      continue;
    }
    if (goesOn && sound.startsWith(heardOpen)) {
      goingOn.push([sound.length, index.stems[number]]);
    }
    const steps = mayBeSlip ? distanceOf(heard, sound, most) : most + 1;
    if (steps <= most) {
      slips.push([steps, sound[0] === heard[0] ? 0 : 1, index.stems[number]]);
    }
  }
  const one = (kind) => (known) => [kind, [known]];
  if (same.length) {
    return same.sort().slice(0, MOST_LIKENESSES).map(one("sound"));
  }
  const inOrder = (list) => list.sort((a, b) => a[0] - b[0] || (a[2] === undefined ? 0 : a[1] - b[1]) || (a[a.length - 1] < b[b.length - 1] ? -1 : 1));
  const found = inOrder(goingOn).slice(0, MOST_LIKENESSES).map(([, known]) => one("sound-prefix")(known));
  if (beginning !== null) {
    found.push(one("stem")(beginning));
  }
  const nearest = inOrder(slips).filter(([steps]) => steps === slips[0][0]);
  return found.concat(nearest.slice(0, MOST_LIKENESSES).map(([steps, , known]) => one(steps === 1 ? "typo" : "two-typos")(known)));
}

/** The stems of a compound's parts, as src/search/compound.rs finds them. */
function partsOf(index, word) {
  const asWord = (written) => {
    const stem = termOf(index, written);
    return stem !== null && knows(index, stem) ? stem : null;
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
  const isNone = word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND || /\d/.test(word);
  return isNone ? [] : split(word, 2) || split(word, 3) || [];
}
