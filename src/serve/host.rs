//! Whom a browser thinks it asks. A page elsewhere can have its own name lead to this machine (DNS rebinding) and would then
//! read the preview as if it were its own; such a question carries that name.

/// Whether the `Host` header names this machine.
pub(super) fn is_this_machine(host: Option<&str>) -> bool {
    let Some(host) = host else {
        return false;
    };
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| {
        let rest = host
            .get(..own.len())
            .filter(|name| name.eq_ignore_ascii_case(own));
        rest.is_some_and(|_| match &host[own.len()..] {
            "" => true,
            rest => rest.strip_prefix(':').is_some_and(is_port),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::is_this_machine;

    #[test]
    fn only_names_of_this_machine_are_taken() {
        for host in ["127.0.0.1:4000", "localhost", "LOCALHOST:4000", "[::1]:80"] {
            assert!(is_this_machine(Some(host)), "{host}");
        }
        for host in [
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example:4000",
            "127.0.0.1:x",
            "",
        ] {
            assert!(!is_this_machine(Some(host)), "{host}");
        }
        assert!(!is_this_machine(None));
    }
}
