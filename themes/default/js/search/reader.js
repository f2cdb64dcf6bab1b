// Reads the numbers and texts of an index file: the other side of src/search/export/coder.rs.

const NUMBER = 24 + 24 * 8 + 24 * 24;
const TEXT_BITS = 18;
const ORDERS = 4;
/** What a context begins with: above eight bits the chance of zero in 65,536ths, below them how often it was used. */
const UNUSED = 1 << 23;

export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    /** The range, and the code in it. */
    this.state = Uint32Array.of(0xffffffff, 0);
    for (let count = 0; count < 4; count += 1) {
      this.next();
    }
    this.numbers = new Uint32Array(256 * NUMBER).fill(UNUSED);
    this.symbols = new Uint32Array(1 << 16).fill(UNUSED);
    this.letters = new Uint32Array(ORDERS << TEXT_BITS).fill(UNUSED);
    this.slots = new Int32Array(ORDERS);
    this.contexts = new Int32Array(ORDERS);
    this.decoder = new TextDecoder();
  }

  next() {
    this.state[1] = (this.state[1] << 8) | (this.at < this.bytes.length ? this.bytes[this.at] : 0);
    this.at += 1;
  }

  /** A bit whose chance of being zero is given in 65,536ths. */
  bit(chance) {
    const { state } = this;
    const bound = (state[0] >>> 12) * ((chance >>> 4) | 1);
    let bit = 0;
    if (state[1] >= bound) {
      bit = 1;
      state[1] -= bound;
      state[0] -= bound;
    } else {
      state[0] = bound;
    }
    while (state[0] < 0x1000000) {
      state[0] <<= 8;
      this.next();
    }
    return bit;
  }

  /** A bit of a context that adapts. */
  plain(contexts, at) {
    const bit = this.bit(contexts[at] >>> 8);
    adapt(contexts, at, bit);
    return bit;
  }

  /** A number of some kind. */
  number(kind) {
    const { numbers } = this;
    const base = kind * NUMBER;
    let length = 0;
    while (this.plain(numbers, base + length)) {
      length += 1;
    }
    let value = 1;
    for (let place = length - 1; place >= 0; place -= 1) {
      const context = value < 8 ? 24 + length * 8 + value : 216 + length * 24 + place;
      value = value * 2 + this.plain(numbers, base + context);
    }
    return value - 1;
  }

  /** One of many things. */
  symbol() {
    let node = 1;
    while (node < 65536) {
      node = node * 2 + this.plain(this.symbols, node);
    }
    return node - 65536;
  }

  /** A yes or a no. */
  flag(kind) {
    return this.plain(this.numbers, kind * NUMBER) === 1;
  }

  /** A number that may be absent: then -1. */
  optional(kind) {
    return this.number(kind) - 1;
  }

  /** As many as a number says of something. */
  list(kind, read) {
    return Array.from({ length: this.number(kind) }, read);
  }

  /** A text that goes on behind what is known of it. */
  text(known = "") {
    const bytes = [];
    let before = 0;
    for (let at = 0; at < known.length; at += 1) {
      before = (before << 8) | known.charCodeAt(at);
    }
    for (let byte = this.letter(before); byte; byte = this.letter(before)) {
      bytes.push(byte);
      before = (before << 8) | byte;
    }
    const isShort = bytes.length < 32 && bytes.every((byte) => byte < 128);
    return known + (isShort ? String.fromCharCode(...bytes) : this.decoder.decode(new Uint8Array(bytes)));
  }

  /** The letter behind four others. */
  letter(before) {
    const { letters, slots, contexts } = this;
    for (let order = 0; order < ORDERS; order += 1) {
      const width = 8 * order + 8;
      contexts[order] = Math.imul(order === 3 ? before : before & ((1 << width) - 1), 0x9e3779b1) + (width << 24);
    }
    let node = 1;
    while (node < 256) {
      const leaf = Math.imul(node, 0x85ebca6b);
      let sum = 0;
      let weights = 0;
      for (let order = 0; order < ORDERS; order += 1) {
        const slot = (order << TEXT_BITS) + (Math.imul(contexts[order] ^ leaf, 0xc2b2ae35) >>> (32 - TEXT_BITS));
        const context = letters[slot];
        const uses = Math.min(context & 255, 15) * (order + 1);
        const weight = uses * uses + (order ? 0 : 1);
        sum += weight * (context >>> 8);
        weights += weight;
        slots[order] = slot;
      }
      const bit = this.bit((sum / weights) | 0);
      for (let order = 0; order < ORDERS; order += 1) {
        adapt(letters, slots[order], bit);
      }
      node = node * 2 + bit;
    }
    return node & 255;
  }
}

function adapt(contexts, at, bit) {
  const uses = contexts[at] & 255;
  const chance = contexts[at] >>> 8;
  const moved = ((((bit ? 32 : 65503) - chance) * 2) / (2 * uses + 3)) | 0;
  contexts[at] = ((chance + moved) << 8) | (uses < 60 ? uses + 1 : uses);
}
