//! Inputs made of other inputs: the same for the same seed.

/// Words that mean something to one reader or another, and numbers at the edge of a type.
const TOKENS: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b"\n",
    b"\r\n",
    b",",
    b";",
    b"\t",
    b"\0",
    b"+++\n",
    b"[[",
    b"]]",
    b"{",
    b"}",
    b"<",
    b"</script>",
    b"<!--",
    b"]]>",
    b"&#x0;",
    b"`",
    b"](",
    b"javascript:",
    b"../",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x91\xaa",
    b"-1",
    b"0",
    b"1e999",
    b"NaN",
    b"9223372036854775808",
    b"99999999999999999999",
    b"0001-01-01",
    b"9999-12-31",
    b"-999999-01-01",
    b"= { $x ->",
    b"{{ ",
    b" }}",
    b"{% for x in ",
    b"<b ref=\"A1:XFD1048576\"/>",
];

/// A generator of numbers (`SplitMix64`, Steele, Lea and Flood 2014): small, and the same everywhere.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit that is not zero.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap();
        usize::try_from(self.next() % limit).unwrap()
    }
}

/// One to four changes to an input: bytes flipped, left out, doubled, moved, or replaced by a token or a part of another.
pub(crate) fn changed(
    input: &[u8],
    others: &[Vec<u8>],
    longest: usize,
    chance: &mut Chance,
) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=chance.below(4) {
        let from = chance.below(bytes.len() + 1);
        let to = from + chance.below((bytes.len() - from).min(32) + 1);
        let part: Vec<u8> = match chance.below(6) {
            0 => Vec::new(),
            1 => bytes[from..to].repeat(2 + chance.below(40)),
            2 => bytes[from..to]
                .iter()
                .map(|byte| byte ^ (1 << chance.below(8)))
                .collect(),
            3 => {
                let other = &others[chance.below(others.len())];
                let start = chance.below(other.len() + 1);
                other[start..other.len().min(start + chance.below(64))].to_vec()
            }
            _ => TOKENS[chance.below(TOKENS.len())].to_vec(),
        };
        bytes.splice(from..to, part);
        bytes.truncate(longest);
    }
    bytes
}
