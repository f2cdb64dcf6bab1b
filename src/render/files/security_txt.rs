//! `.well-known/security.txt` (RFC 9116).

use crate::model::{LanguageTag, Security};

/// The file for a site that stands at an address. `Expires` is the end, in universal time, of the last day the region
/// names.
pub(super) fn security_txt(base_url: &str, security: &Security, language: &LanguageTag) -> String {
    let mut lines = vec![
        format!("Contact: {}", security.contact),
        format!("Expires: {}T23:59:59Z", security.expires),
        format!("Preferred-Languages: {}", preferred(language)),
        format!("Canonical: {base_url}.well-known/security.txt"),
    ];
    if let Some(policy) = &security.policy {
        lines.push(format!("Policy: {}", policy.as_str()));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The site's own language first; English besides, because who finds a leak may come from anywhere.
fn preferred(language: &LanguageTag) -> String {
    match language.as_str() {
        "en" => "en".to_owned(),
        other => format!("{other}, en"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::security_txt;
    use crate::model::{LanguageTag, Security, WebAddress};

    #[test]
    fn every_field_stands_on_its_own_line() {
        let security = Security {
            contact: "mailto:security@keuze.example".into(),
            expires: date(2027, 10, 1),
            policy: WebAddress::parse("https://keuze.example/melden"),
        };
        let nl = LanguageTag::parse("nl").unwrap();
        assert_eq!(
            security_txt("https://keuze.example/epe/", &security, &nl),
            "Contact: mailto:security@keuze.example\n\
             Expires: 2027-10-01T23:59:59Z\n\
             Preferred-Languages: nl, en\n\
             Canonical: https://keuze.example/epe/.well-known/security.txt\n\
             Policy: https://keuze.example/melden\n"
        );
    }
}
