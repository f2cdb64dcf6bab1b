//! What a browser asks: an address of the site.

/// The path of an address, decoded: `/apeldoorn/hulp/`. `None` when no file can have it.
pub(super) fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let hex = std::str::from_utf8(&digits).ok()?;
            // `from_str_radix` would take a sign.
            let is_hex = digits.iter().all(u8::is_ascii_hexdigit);
            bytes.push(u8::from_str_radix(hex, 16).ok().filter(|_| is_hex)?);
        } else {
            bytes.push(byte);
        }
    }
    let decoded = String::from_utf8(bytes).ok()?;
    let inside = decoded.strip_prefix('/')?;
    let has_fault = |part: &str| part == "." || part == ".." || part.contains(['\\', '\0']);
    let folders = inside.strip_suffix('/').unwrap_or(inside);
    let is_sound = !folders.split('/').any(has_fault)
        && (inside.is_empty() || !folders.split('/').any(str::is_empty));
    is_sound.then_some(decoded)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn an_address_is_decoded() {
        assert_eq!(decoded("/").as_deref(), Some("/"));
        assert_eq!(decoded("/epe/hulp/").as_deref(), Some("/epe/hulp/"));
        assert_eq!(decoded("/caf%C3%a9").as_deref(), Some("/café"));
    }

    #[test]
    fn an_address_that_leads_elsewhere_or_nowhere_is_refused() {
        for path in [
            "/../etc/passwd",
            "/epe/%2e%2e/x",
            "/epe/..%2f..%2fx",
            "/epe//x",
            "//",
            "/epe/%5c..",
            "/%00",
            "/%ff",
            "/%+1",
            "/%4",
            "epe",
            "",
        ] {
            assert_eq!(decoded(path), None, "{path}");
        }
    }
}
