//! Doubts an address of which the host has other letters than those of the alphabet: `аpple.nl` with a Cyrillic letter looks
//! like `apple.nl` and leads elsewhere.

use crate::diagnostics::{Diagnostic, Located, codes, said};

/// What such a host begins with, or a part of it after a dot (RFC 5890, "A-label").
const ENCODED: &str = "xn--";

/// Judges the host of a web address or mail address that was found to be one. Names under `.nl` have the letters `a-z`,
/// digits and hyphens alone (SIDN, "Technische eisen voor de registratie van .nl-domeinnamen").
pub(super) fn judge(written: Located<&str>, diagnostics: &mut Vec<Diagnostic>) {
    let Some(host) = host(written.value) else {
        return;
    };
    if host.split('.').any(|label| label.starts_with(ENCODED)) {
        let problem = said(
            "the address leads to `{host}`: it holds letters other than `a-z`, which may look the same",
            [("host", &host)],
        );
        diagnostics.push(Diagnostic::new(codes::W0423, written.place, problem).help(
            "type the address anew by hand; leave it when the organisation itself writes it so",
        ));
    }
}

/// The host as browsers ask for it, in ASCII.
fn host(address: &str) -> Option<String> {
    let mail = address.strip_prefix("mailto:").unwrap_or(address);
    if let Some((_, host)) = mail.split_once('@').filter(|_| !mail.contains("//")) {
        let host = host.split('?').next().unwrap_or(host);
        return Some(host.to_ascii_lowercase());
    }
    let address = url::Url::parse(address).ok()?;
    address.host_str().map(ToOwned::to_owned)
}
