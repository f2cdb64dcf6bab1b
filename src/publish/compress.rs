//! Compressed siblings: `index.html.br` and `index.html.gz` beside `index.html`, for hosts that send them to browsers
//! that ask for it, so that a host never compresses the same page twice.

use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::GzBuilder;

/// How much work compressing may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compression {
    /// No siblings: the host compresses, or nobody does.
    #[default]
    None,
    /// Brotli 5 and gzip 6: what a host would do on the way.
    Fast,
    /// Brotli 11 and gzip 9: as small as it gets, ten times the work.
    Best,
}

impl Compression {
    /// The name on the command line and in the manifest.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Fast => "fast",
            Self::Best => "best",
        }
    }

    pub(super) fn find(name: &str) -> Option<Self> {
        [Self::None, Self::Fast, Self::Best]
            .into_iter()
            .find(|compression| compression.name() == name)
    }
}

/// One of the two ways in which a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    pub(super) const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    const fn ending(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    /// Where the sibling of a file stands.
    pub(super) fn sibling(self, path: &str) -> String {
        format!("{path}.{}", self.ending())
    }

    /// The compressed bytes, the same for the same bytes; `None` when they are not fewer or nothing was asked for.
    pub(super) fn compress(self, bytes: &[u8], compression: Compression) -> Option<Vec<u8>> {
        let (brotli, gzip) = match compression {
            Compression::None => return None,
            Compression::Fast => (5, 6),
            Compression::Best => (11, 9),
        };
        let compressed = match self {
            Self::Brotli => in_brotli(bytes, brotli),
            Self::Gzip => in_gzip(bytes, gzip),
        };
        (compressed.len() < bytes.len()).then_some(compressed)
    }
}

fn in_brotli(mut bytes: &[u8], quality: i32) -> Vec<u8> {
    let params = BrotliEncoderParams {
        quality,
        // The usual window of 4 MiB also for small files: below 64 KiB the library takes a way that is ten times as slow.
        lgwin: 22,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::with_capacity(bytes.len() / 3);
    brotli::BrotliCompress(&mut bytes, &mut compressed, &params)
        .expect("memory can be read and written");
    compressed
}

/// Without a name and without a time, so that the same file gives the same bytes.
fn in_gzip(bytes: &[u8], level: u32) -> Vec<u8> {
    let compressed = Vec::with_capacity(bytes.len() / 3);
    let mut encoder = GzBuilder::new()
        .mtime(0)
        .write(compressed, flate2::Compression::new(level));
    std::io::Write::write_all(&mut encoder, bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written")
}

/// Endings of files that are text, or binary without being compressed already.
const COMPRESSIBLE: [&str; 14] = [
    "atom",
    "bin",
    "css",
    "csv",
    "html",
    "js",
    "json",
    "jsonld",
    "md",
    "mjs",
    "svg",
    "txt",
    "webmanifest",
    "xml",
];

/// Below this a sibling saves no packet.
const SMALLEST: u64 = 512;

/// Whether a file of this name and length gets siblings, if they gain something.
pub(super) fn is_compressible(path: &str, length: u64) -> bool {
    length >= SMALLEST && has_compressible_ending(path)
}

/// Whether this is the name of a sibling.
pub(super) fn is_sibling(path: &str) -> bool {
    Encoding::ALL.into_iter().any(|encoding| {
        path.strip_suffix(encoding.ending())
            .and_then(|rest| rest.strip_suffix('.'))
            .is_some_and(has_compressible_ending)
    })
}

fn has_compressible_ending(path: &str) -> bool {
    Path::new(path)
        .extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| COMPRESSIBLE.contains(&ending))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn page() -> Vec<u8> {
        let row = |number: u32| format!("<li>Aanbieder {number}, {} weken</li>", number % 13);
        (0..400).map(row).collect::<String>().into_bytes()
    }

    fn decoded(encoding: Encoding, bytes: &[u8]) -> Vec<u8> {
        let mut plain = Vec::new();
        match encoding {
            Encoding::Brotli => brotli::Decompressor::new(bytes, 4096).read_to_end(&mut plain),
            Encoding::Gzip => flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain),
        }
        .unwrap();
        plain
    }

    #[test]
    fn what_is_compressed_comes_back_whole_and_best_is_smaller() {
        for encoding in Encoding::ALL {
            let fast = encoding.compress(&page(), Compression::Fast).unwrap();
            let best = encoding.compress(&page(), Compression::Best).unwrap();
            assert!(decoded(encoding, &fast) == page() && decoded(encoding, &best) == page());
            assert!(best.len() <= fast.len(), "{encoding:?}");
        }
    }

    #[test]
    fn a_large_file_comes_back_whole() {
        let large = page().repeat(400);
        assert!(large.len() > 1 << 22);
        let compressed = Encoding::Brotli
            .compress(&large, Compression::Fast)
            .unwrap();
        assert!(decoded(Encoding::Brotli, &compressed) == large);
    }

    #[test]
    fn gzip_tells_no_time_and_no_name() {
        let compressed = Encoding::Gzip.compress(&page(), Compression::Best).unwrap();
        assert_eq!(compressed[3..8], [0, 0, 0, 0, 0]);
    }

    #[test]
    fn what_does_not_get_smaller_has_no_sibling() {
        let noise: Vec<u8> = (0_u32..64)
            .flat_map(|number| *blake3::hash(&number.to_le_bytes()).as_bytes())
            .collect();
        for encoding in Encoding::ALL {
            assert_eq!(encoding.compress(&noise, Compression::Best), None);
            assert_eq!(encoding.compress(&page(), Compression::None), None);
        }
    }

    #[test]
    fn siblings_are_known_by_their_name() {
        assert!(is_sibling("epe/index.html.br") && is_sibling("assets/a.1b.css.gz"));
        assert!(!is_sibling("epe/index.html") && !is_sibling("epe/pakket.tar.gz"));
        assert!(!is_sibling("epe/br") && !is_sibling("epe/htmlbr"));
    }

    #[test]
    fn only_text_of_some_length_is_compressed() {
        assert!(is_compressible("epe/index.html", 5_000));
        assert!(!is_compressible("epe/index.html", 100));
        assert!(!is_compressible("epe/logo.png", 5_000));
        assert!(!is_compressible("_headers", 5_000));
    }
}
