//! Letters as bits: frequent ones take few, so that a browser has less to read (Huffman, Proc. IRE 40:9, 1952; canonical
//! codes). The browser has the same list.

/// A letter as bits, from the top.
#[derive(Clone, Copy)]
pub(super) struct Code {
    pub(super) bits: u32,
    pub(super) length: u32,
}

/// Letters by how many bits they take, in order. A zero byte closes a text.
const LETTERS: [(u32, &str); 11] = [
    (3, "e\0"),
    (4, "rnait"),
    (5, "o lsdgk"),
    (6, "puhmcbvwj"),
    (7, "fz"),
    (8, "0154832967\nD"),
    (9, "y"),
    (10, ".-xBV"),
    (11, "KHZSAWOMLEJU"),
    (12, ",GPTC&"),
    (13, "qIRN"),
];
/// Behind the letters of this length, the bits that say that a letter follows as it is, in eight bits.
const OTHER: u32 = 10;

/// The bits of every byte.
pub(super) const CODES: [Code; 256] = codes();

const fn codes() -> [Code; 256] {
    let mut codes = [Code { bits: 0, length: 0 }; 256];
    let mut other = 0;
    let mut next = 0;
    let mut rank = 0;
    while rank < LETTERS.len() {
        let (length, letters) = LETTERS[rank];
        let letters = letters.as_bytes();
        next <<= 1;
        let mut at = 0;
        while at < letters.len() {
            codes[letters[at] as usize] = Code { bits: next, length };
            next += 1;
            at += 1;
        }
        if length == OTHER {
            other = next;
            next += 1;
        }
        rank += 1;
    }
    let mut letter: u32 = 0;
    let mut at = 0;
    while at < codes.len() {
        if codes[at].length == 0 {
            codes[at] = Code {
                bits: other << 8 | letter,
                length: OTHER + 8,
            };
        }
        letter += 1;
        at += 1;
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::CODES;

    #[test]
    fn no_letter_begins_with_another() {
        for (rank, one) in CODES.iter().enumerate() {
            for other in &CODES[..rank] {
                let shorter = one.length.min(other.length);
                assert_ne!(
                    one.bits >> (one.length - shorter),
                    other.bits >> (other.length - shorter)
                );
            }
        }
    }
}
