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

export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 4;
    this.range = (1 << 30) - 1;
    this.code = (bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3];
    for (const contexts of [OF_NUMBERS, OF_SYMBOLS, NEAR, FAR]) {
      contexts.fill(UNUSED);
    }
    this.decoder = new TextDecoder();
  }

  /** A bit whose chance of being zero is given in 65,536ths. */
  bit(chance) {
    const bound = Math.imul(this.range >> 12, (chance >> 4) | 1);
    let bit = 0;
    if (this.code < bound) {
      this.range = bound;
    } else {
      bit = 1;
      this.code -= bound;
      this.range -= bound;
    }
    while (this.range < NARROWEST) {
      this.range <<= 8;
      // Behind the end there are zeros.
      this.code = (this.code << 8) | this.bytes[this.at];
      this.at += 1;
    }
    return bit;
  }

  /** A bit of a context that adapts. */
  plain(contexts, at) {
    const context = contexts[at];
    const bit = this.bit(context >> 6);
    contexts[at] = moved(context, bit, SLOWEST);
    return bit;
  }

  /** A number of some kind. The steps of bit() stand here once more: most of a file are numbers. */
  number(kind) {
    const { bytes } = this;
    const base = kind * NUMBER;
    let { range, code, at } = this;
    let length = 0;
    let left = -1;
    let value = 1;
    while (left) {
      // First as many ones as the number has further bits, then these.
      const place = base + (left < 0 ? length : value < 8 ? 24 + length * 8 + value : 215 + left);
      const context = OF_NUMBERS[place];
      const bound = Math.imul(range >> 12, (context >> 10) | 1);
      let bit = 0;
      if (code < bound) {
        range = bound;
      } else {
        bit = 1;
        code -= bound;
        range -= bound;
      }
      while (range < NARROWEST) {
        range <<= 8;
        code = (code << 8) | bytes[at];
        at += 1;
      }
      OF_NUMBERS[place] = moved(context, bit, SLOWEST);
      if (left > 0) {
        value = value * 2 + bit;
        left -= 1;
      } else if (bit) {
        length += 1;
      } else {
        left = length;
      }
    }
    this.range = range;
    this.code = code;
    this.at = at;
    return value - 1;
  }

  /** One of many things, of so many bits. */
  symbol(bits) {
    let node = 1;
    for (let left = bits; left > 0; left -= 1) {
      node = node * 2 + this.plain(OF_SYMBOLS, node);
    }
    return node - (1 << bits);
  }

  /** A yes or a no. */
  flag(kind) {
    return this.plain(OF_NUMBERS, kind * NUMBER) === 1;
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
      all |= letter;
      before = (before << 8) | letter;
    }
    const own = TEXT.subarray(0, length);
    return known + (length < 32 && all < 128 ? String.fromCharCode.apply(null, own) : this.decoder.decode(own));
  }

  /** The letter behind three others. The steps of bit() stand here once more. */
  letter(before) {
    const { bytes } = this;
    let { range, code, at } = this;
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
      const chance = (short >> 6) + (Math.imul((long >> 6) - (short >> 6), TRUST[long & 63]) >> 14);
      const bound = Math.imul(range >> 12, (chance >> 4) | 1);
      let bit = 0;
      if (code < bound) {
        range = bound;
      } else {
        bit = 1;
        code -= bound;
        range -= bound;
      }
      while (range < NARROWEST) {
        range <<= 8;
        code = (code << 8) | bytes[at];
        at += 1;
      }
      NEAR[atNear] = moved(short, bit, SLOWEST_LETTER);
      FAR[atFar] = moved(long, bit, SLOWEST_LETTER);
      node = node * 2 + bit;
      end = node < 1 << 14 ? ENDS[node] : node < 1 << 18 ? 0 : (node & 255) + 1;
      if (end > OTHER) {
        end = 0;
      }
    }
    this.range = range;
    this.code = code;
    this.at = at;
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
