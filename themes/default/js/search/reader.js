// Reads the numbers and texts of an index file: the other side of src/search/export/coder.rs. Numbers stay below 2^30, which
// engines keep as they are, also before they have made fast code of this.

const NUMBER = 24 + 24 * 8 + 24;
const NEAR_BITS = 15;
const FAR_BITS = 18;
const NARROWEST = 1 << 22;
/** What a context begins with: above six bits the chance of zero in 65,536ths, below them how often it was used. */
const UNUSED = 1 << 21;
const SLOWEST = 60;
const SLOWEST_LETTER = 30;
/** A number has no more bits. */
const MOST_BITS = 30;
/** Numbers and letters that a byte stands for at most. In whole files it is one to three. */
const MOST_PER_BYTE = 32;
/** Zeros that are read behind the end of a file that is whole, and some more. */
const BEHIND = 8;
/** Per number of uses, in 16,384ths: how far a context moves, and how much the longer context of a letter counts. */
const PART = Int32Array.from({ length: 64 }, (_, uses) => 32768 / (2 * uses + 3));
const TRUST = Int32Array.from({ length: 64 }, (_, uses) => (32768 * uses) / (2 * uses + 5));
/** Letters by how many bits they take, from 3 on, as in src/search/export/letters.rs. */
const LETTERS = ["e\0", "rnait", "o lsdgk", "puhmcbvwj", "fz", "0154832967\nD", "y", ".-xBV", "KHZSAWOMLEJU", ",GPTC&", "qIRN"];
const OTHER = 256;
/** The letter, and one, at the end of each way through the bits; 0 where the way goes on. */
const ENDS = endsOfLetters();

function endsOfLetters() {
  const ends = new Int16Array(1 << 14);
  let next = 0;
  LETTERS.forEach((letters, rank) => {
    const length = rank + 3;
    const codes = [...letters].map((letter) => letter.charCodeAt(0)).concat(length === 10 ? OTHER : []);
    next *= 2;
    for (const code of codes) {
      ends[(1 << length) + next] = code + 1;
      next += 1;
    }
  });
  return ends;
}

/** What readers learn on their way; they come one after the other and share the room. */
const OF_NUMBERS = new Int32Array(256 * NUMBER);
const OF_SYMBOLS = new Int32Array(1 << 16);
const NEAR = new Int32Array(1 << NEAR_BITS);
const FAR = new Int32Array(1 << FAR_BITS);
const TEXT = new Uint8Array(1 << 16);
/** Where the reader is: in the file, and in the range. No fields of an object, so that a bit costs little. */
let file;
let place;
let range;
let code;

/** A bit whose chance of being zero is given in 65,536ths. */
function bit(chance) {
  const bound = Math.imul(range >> 12, (chance >> 4) | 1);
  const isOne = code >= bound;
  if (isOne) {
    code -= bound;
    range -= bound;
  } else {
    range = bound;
  }
  while (range < NARROWEST) {
    range <<= 8;
    // Behind the end there are zeros.
    code = (code << 8) | file[place];
    place += 1;
  }
  return isOne ? 1 : 0;
}

/** A bit of a context that adapts. */
function plainBit(contexts, at) {
  const context = contexts[at];
  const own = bit(context >> 6);
  contexts[at] = moved(context, own, SLOWEST);
  return own;
}

export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    file = bytes;
    place = 4;
    range = (1 << 30) - 1;
    code = (bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3];
    for (const contexts of [OF_NUMBERS, OF_SYMBOLS, NEAR, FAR]) {
      contexts.fill(UNUSED);
    }
    this.decoder = new TextDecoder();
    /** How much may still be read. */
    this.left = MOST_PER_BYTE * bytes.length;
  }

  /** Keeps a damaged file from being read for ever. */
  spend(some) {
    this.left -= some;
    if (this.left < 0 || place > file.length + BEHIND) {
      throw new Error("the index is damaged");
    }
  }

  /** A number of some kind. */
  number(kind) {
    const base = kind * NUMBER;
    let length = 0;
    while (length < MOST_BITS && plainBit(OF_NUMBERS, base + length)) {
      length += 1;
    }
    this.spend(1);
    let value = 1;
    for (let left = length - 1; left >= 0; left -= 1) {
      value = value * 2 + plainBit(OF_NUMBERS, base + (value < 8 ? 24 + length * 8 + value : 216 + left));
    }
    return value - 1;
  }

  /** One of many things, of so many bits. */
  symbol(bits) {
    let node = 1;
    this.spend(1);
    for (let left = bits; left > 0; left -= 1) {
      node = node * 2 + plainBit(OF_SYMBOLS, node);
    }
    return node - (1 << bits);
  }

  /** A yes or a no. */
  flag(kind) {
    return plainBit(OF_NUMBERS, kind * NUMBER) === 1;
  }

  /** A number that may be absent: then -1. */
  optional(kind) {
    return this.number(kind) - 1;
  }

  /** As many as a number says of something. */
  list(kind, read) {
    const found = [];
    for (let left = this.number(kind); left > 0; left -= 1) {
      found.push(read());
    }
    return found;
  }

  /** A text that goes on behind what is known of it. */
  text(known = "") {
    let before = 0;
    for (let at = 0; at < known.length; at += 1) {
      before = (before << 8) | known.charCodeAt(at);
    }
    let length = 0;
    let all = 0;
    for (let letter = this.letter(before); letter; letter = this.letter(before)) {
      TEXT[length] = letter;
      length += 1;
      this.spend(1);
      all |= letter;
      before = (before << 8) | letter;
    }
    const own = TEXT.subarray(0, length);
    return known + (length < 32 && all < 128 ? String.fromCharCode.apply(null, own) : this.decoder.decode(own));
  }

  /** The letter behind three others. */
  letter(before) {
    const one = Math.imul(before & 0xff, 0x9e3779b1);
    const three = Math.imul(before & 0xffffff, 0x9e3779b1);
    let node = 1;
    let end = 0;
    while (!end) {
      const leaf = Math.imul(node, 0x85ebca6b);
      const atNear = slotOf((one + leaf) | 0) >>> (32 - NEAR_BITS);
      const atFar = slotOf((three + leaf) | 0) >>> (32 - FAR_BITS);
      const short = NEAR[atNear];
      const long = FAR[atFar];
      const own = bit((short >> 6) + (Math.imul((long >> 6) - (short >> 6), TRUST[long & 63]) >> 14));
      NEAR[atNear] = moved(short, own, SLOWEST_LETTER);
      FAR[atFar] = moved(long, own, SLOWEST_LETTER);
      node = node * 2 + own;
      end = node < 1 << 14 ? ENDS[node] : node < 1 << 18 ? 0 : (node & 255) + 1;
      if (end > OTHER) {
        end = 0;
      }
    }
    return end - 1;
  }
}

function slotOf(mixed) {
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
}

/** A context after a bit. */
function moved(context, bit, slowest) {
  const uses = context & 63;
  const chance = context >> 6;
  const next = chance + (Math.imul((bit ? 0 : 65535) - chance, PART[uses]) >> 14);
  return (next << 6) | (uses < slowest ? uses + 1 : uses);
}
