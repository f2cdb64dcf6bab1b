//! Files in a package, from the bytes of one input.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What stands between bytes that no text has.
pub(super) fn between_bars(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split(|byte| *byte == 0xff).collect()
}

/// A package with these names and parts, as many as there are of both.
pub(super) fn zipped(names: &[&str], parts: &[&[u8]]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in names.iter().zip(parts) {
        writer.start_file(*name, stored).expect("memory is enough");
        writer.write_all(part).expect("memory is enough");
    }
    writer.finish().expect("memory is enough").into_inner()
}
