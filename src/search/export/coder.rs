//! An adaptive binary range coder: numbers and texts in as few bytes as they are surprising.
//!
//! The result needs no compression by a host, and none by a browser that may be old. Every bit is coded with the
//! probability that its context has shown so far (Martin, Range encoding, 1979; the carry is handled as in LZMA). All
//! arithmetic is on whole numbers below 2^30, so that the browser gets the same, and gets it fast.

use super::letters::{CODES, Code};

/// A range is at least this wide, and less than 256 times as wide.
const NARROWEST: u32 = 1 << 22;
/// Rounds of adapting: the more a context was used, the less it moves, down to one part in this and a half.
const SLOWEST: u8 = 60;
/// The same for contexts of letters.
const SLOWEST_LETTER: u8 = 30;
/// Contexts of a number: for its length in bits, for its first bits, for the rest.
const LENGTHS: usize = 24;
const LEADS: usize = LENGTHS * 8;
/// Contexts of one kind of number.
const NUMBER: usize = LENGTHS + LEADS + LENGTHS;
/// Kinds of numbers.
const KINDS: usize = 256;
/// Contexts of symbols: the ranks of words.
const SYMBOLS: usize = 1 << 16;
/// Contexts of text, as powers of two: of the letter before, and of the three before.
const NEAR_BITS: u32 = 15;
const FAR_BITS: u32 = 18;

/// Probabilities that adapt: that a bit is zero, in 65,536ths, and how often each was used.
#[derive(Clone)]
struct Model {
    chances: Vec<u16>,
    uses: Vec<u8>,
}

impl Model {
    fn new(contexts: usize) -> Self {
        Self {
            chances: vec![1 << 15; contexts],
            uses: vec![0; contexts],
        }
    }

    fn adapt(&mut self, context: usize, bit: bool, slowest: u8) {
        let chance = i32::from(self.chances[context]);
        let uses = self.uses[context];
        let aim = if bit { 0 } else { 65_535 };
        let moved = chance + (((aim - chance) * part(uses)) >> 14);
        self.chances[context] = u16::try_from(moved).expect("a chance stays between its aims");
        self.uses[context] = uses + u8::from(uses < slowest);
    }
}

/// How far a context moves towards what was met, in 16,384ths: the whole way divided by one and a half more than its uses.
fn part(uses: u8) -> i32 {
    32_768 / (2 * i32::from(uses) + 3)
}

/// How much the longer context of a letter counts against the shorter one, in 16,384ths.
fn trust(uses: u8) -> i32 {
    let uses = i32::from(uses);
    16_384 * uses * 2 / (uses * 2 + 5)
}

/// Writes numbers and texts. What was written can go on in several ways: a clone goes on from there.
#[derive(Clone)]
pub(super) struct Encoder {
    low: u64,
    range: u32,
    held: u8,
    pending: u64,
    bytes: Vec<u8>,
    numbers: Model,
    symbols: Model,
    near: Model,
    far: Model,
}

impl Encoder {
    pub(super) fn new() -> Self {
        Self {
            low: 0,
            range: (1 << 30) - 1,
            held: 0,
            pending: 1,
            bytes: Vec::new(),
            numbers: Model::new(KINDS * NUMBER),
            symbols: Model::new(SYMBOLS),
            near: Model::new(1 << NEAR_BITS),
            far: Model::new(1 << FAR_BITS),
        }
    }

    /// A number, in the context of its kind: its length in bits, then its bits from the top.
    pub(super) fn number(&mut self, kind: usize, number: usize) {
        let base = kind * NUMBER;
        let value = number + 1;
        let length = value.ilog2() as usize;
        for shorter in 0..length {
            self.plain_bit(base + shorter, true);
        }
        self.plain_bit(base + length, false);
        let mut lead = 1;
        for place in (0..length).rev() {
            let bit = value >> place & 1 == 1;
            let context = if lead < 8 {
                base + LENGTHS + length * 8 + lead
            } else {
                base + LENGTHS + LEADS + place
            };
            self.plain_bit(context, bit);
            lead = (lead * 2 + usize::from(bit)).min(8);
        }
    }

    /// One of many things, of so many bits, none of which is near another: some come back often.
    pub(super) fn symbol(&mut self, symbol: usize, bits: u32) {
        let mut node = 1;
        for place in (0..bits).rev() {
            let bit = symbol >> place & 1 == 1;
            let chance = u32::from(self.symbols.chances[node]);
            self.bit(chance, bit);
            self.symbols.adapt(node, bit, SLOWEST);
            node = node * 2 + usize::from(bit);
        }
    }

    /// A yes or a no.
    pub(super) fn flag(&mut self, kind: usize, flag: bool) {
        self.plain_bit(kind * NUMBER, flag);
    }

    /// A number that may be absent.
    pub(super) fn optional(&mut self, kind: usize, number: Option<usize>) {
        self.number(kind, number.map_or(0, |number| number + 1));
    }

    /// A text, closed by a zero byte. `known` is what the reader has of it already.
    pub(super) fn text(&mut self, known: &str, text: &str) {
        let mut before: u32 = 0;
        for byte in known.bytes() {
            before = before << 8 | u32::from(byte);
        }
        for byte in text.bytes().chain([0]) {
            self.letter(before, byte);
            before = before << 8 | u32::from(byte);
        }
    }

    fn letter(&mut self, before: u32, letter: u8) {
        let Code { bits, length } = CODES[usize::from(letter)];
        let (near, far) = (before & 0xff, before & 0x00ff_ffff);
        let mut node = 1;
        for place in (0..length).rev() {
            let bit = bits >> place & 1 == 1;
            let near = slot(near, node, NEAR_BITS);
            let far = slot(far, node, FAR_BITS);
            let short = i32::from(self.near.chances[near]);
            let long = i32::from(self.far.chances[far]);
            let chance = short + (((long - short) * trust(self.far.uses[far])) >> 14);
            self.bit(
                u32::try_from(chance).expect("a chance lies between two"),
                bit,
            );
            self.near.adapt(near, bit, SLOWEST_LETTER);
            self.far.adapt(far, bit, SLOWEST_LETTER);
            node = node * 2 + u32::from(bit);
        }
    }

    fn plain_bit(&mut self, context: usize, bit: bool) {
        let chance = u32::from(self.numbers.chances[context]);
        self.bit(chance, bit);
        self.numbers.adapt(context, bit, SLOWEST);
    }

    fn bit(&mut self, chance: u32, bit: bool) {
        let bound = (self.range >> 12) * (chance >> 4 | 1);
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < NARROWEST {
            self.range <<= 8;
            self.shift();
        }
    }

    /// Moves the top byte out, once no carry can reach it any more.
    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > 0xffff_ffff {
            let carry = u8::from(self.low > 0xffff_ffff);
            let mut byte = self.held;
            while self.pending > 0 {
                self.bytes.push(byte.wrapping_add(carry));
                byte = 0xff;
                self.pending -= 1;
            }
            self.held = self.low.to_be_bytes()[4];
        }
        self.pending += 1;
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    /// The bytes.
    pub(super) fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        // The first byte is always zero, and a reader takes zeros behind the end.
        let end = self
            .bytes
            .iter()
            .rposition(|byte| *byte != 0)
            .map_or(1, |last| last + 1);
        self.bytes[1..end.max(1)].to_vec()
    }
}

/// Where the chances of a bit of a letter stand: `node` is its place in the letter, `before` what comes before the letter.
fn slot(before: u32, node: u32, bits: u32) -> usize {
    let mixed = before
        .wrapping_mul(0x9e37_79b1)
        .wrapping_add(node.wrapping_mul(0x85eb_ca6b));
    ((mixed ^ mixed >> 15).wrapping_mul(0xc2b2_ae35) >> (32 - bits)) as usize
}
