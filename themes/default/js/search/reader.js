// Reads the numbers and texts of an index file: the other side of src/search/export/coder.rs.

const NUMBER = 24 + 24 * 8 + 24 * 24;
const TEXT_BITS = 18;
const ORDERS = 4;

export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.range = 0xffffffff;
    this.code = 0;
    for (let count = 0; count < 4; count += 1) {
      this.next();
    }
    this.chances = new Uint16Array(256 * NUMBER).fill(1 << 15);
    this.uses = new Uint8Array(256 * NUMBER);
    this.symbolChances = new Uint16Array(1 << 16).fill(1 << 15);
    this.symbolUses = new Uint8Array(1 << 16);
    this.letterChances = new Uint16Array(ORDERS << TEXT_BITS).fill(1 << 15);
    this.letterUses = new Uint8Array(ORDERS << TEXT_BITS);
    this.decoder = new TextDecoder();
  }

  next() {
    this.code = ((this.code << 8) | (this.at < this.bytes.length ? this.bytes[this.at] : 0)) >>> 0;
    this.at += 1;
  }

  /** A bit whose chance of being zero is given in 65,536ths. */
  bit(chance) {
    const bound = (this.range >>> 12) * ((chance >>> 4) | 1);
    let bit = 0;
    if (this.code >= bound) {
      bit = 1;
      this.code -= bound;
      this.range -= bound;
    } else {
      this.range = bound;
    }
    while (this.range < 0x1000000) {
      this.range = (this.range << 8) >>> 0;
      this.next();
    }
    return bit;
  }

  plain(context) {
    const bit = this.bit(this.chances[context]);
    adapt(this.chances, this.uses, context, bit);
    return bit;
  }

  /** A number of some kind. */
  number(kind) {
    const base = kind * NUMBER;
    let length = 0;
    while (this.plain(base + length)) {
      length += 1;
    }
    let value = 1;
    for (let place = length - 1; place >= 0; place -= 1) {
      value = value * 2 + this.plain(base + (value < 8 ? 24 + length * 8 + value : 216 + length * 24 + place));
    }
    return value - 1;
  }

  /** One of many things. */
  symbol() {
    let node = 1;
    while (node < 65536) {
      const bit = this.bit(this.symbolChances[node]);
      adapt(this.symbolChances, this.symbolUses, node, bit);
      node = node * 2 + bit;
    }
    return node - 65536;
  }

  /** A yes or a no. */
  flag(kind) {
    return this.plain(kind * NUMBER) === 1;
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
    const slots = [0, 0, 0, 0];
    const contexts = [0, 0, 0, 0];
    const bytes = [];
    let before = 0;
    for (const letter of known) {
      before = ((before << 8) | letter.charCodeAt(0)) >>> 0;
    }
    for (;;) {
      for (let order = 0; order < ORDERS; order += 1) {
        const mask = order === 3 ? 0xffffffff : (1 << (8 * order + 8)) - 1;
        contexts[order] = (Math.imul(before & mask, 0x9e3779b1) + ((8 * order + 8) << 24)) | 0;
      }
      let node = 1;
      while (node < 256) {
        const leaf = Math.imul(node, 0x85ebca6b);
        let sum = 0;
        let weights = 0;
        for (let order = 0; order < ORDERS; order += 1) {
          const slot = (order << TEXT_BITS) + (Math.imul(contexts[order] ^ leaf, 0xc2b2ae35) >>> (32 - TEXT_BITS));
          const uses = Math.min(this.letterUses[slot], 15);
          const weight = uses * uses * (order + 1) * (order + 1) + (order ? 0 : 1);
          sum += weight * this.letterChances[slot];
          weights += weight;
          slots[order] = slot;
        }
        const bit = this.bit(Math.floor(sum / weights));
        for (const slot of slots) {
          adapt(this.letterChances, this.letterUses, slot, bit);
        }
        node = node * 2 + bit;
      }
      const byte = node & 255;
      if (!byte) {
        return known + this.decoder.decode(new Uint8Array(bytes));
      }
      bytes.push(byte);
      before = ((before << 8) | byte) >>> 0;
    }
  }
}

function adapt(chances, uses, context, bit) {
  const moved = (((bit ? 32 : 65503) - chances[context]) * 2) / (2 * uses[context] + 3);
  chances[context] += Math.trunc(moved);
  if (uses[context] < 60) {
    uses[context] += 1;
  }
}
