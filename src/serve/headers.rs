//! The headers that a published site asks its host for, read from its own `_headers` as a host reads them.

/// What only makes sense where a site is reached over HTTPS, which a preview is not.
const OVER_HTTPS: &str = "Strict-Transport-Security";
const UPGRADE: &str = "upgrade-insecure-requests";

/// Rules of a `_headers` file: a path that may end in `*` and hold `:name`, then its headers.
#[derive(Debug, Default)]
pub(super) struct HeaderRules {
    rules: Vec<(String, Vec<(String, String)>)>,
}

impl HeaderRules {
    /// Reads the rules, without what only makes sense over HTTPS.
    pub(super) fn parse(text: &str) -> Self {
        let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            if !line.starts_with(char::is_whitespace) {
                rules.push((line.trim().to_owned(), Vec::new()));
            } else if let (Some((_, headers)), Some((name, value))) =
                (rules.last_mut(), line.split_once(':'))
            {
                let name = name.trim();
                if name != OVER_HTTPS {
                    headers.push((name.to_owned(), without_upgrade(value)));
                }
            }
        }
        Self { rules }
    }

    /// The headers for an address, such as `/apeldoorn/hulp/`.
    pub(super) fn of(&self, path: &str) -> Vec<(String, String)> {
        self.rules
            .iter()
            .filter(|(pattern, _)| is_matched(pattern, path))
            .flat_map(|(_, headers)| headers.iter().cloned())
            .collect()
    }
}

/// A policy without the part that sends a browser to HTTPS.
fn without_upgrade(value: &str) -> String {
    let parts = value.split(';').map(str::trim);
    let kept: Vec<&str> = parts.filter(|part| *part != UPGRADE).collect();
    kept.join("; ")
}

fn is_matched(pattern: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    for wanted in pattern.split('/') {
        if wanted == "*" {
            return true;
        }
        let is_met = parts.next().is_some_and(|part| {
            if wanted.starts_with(':') {
                !part.is_empty()
            } else {
                part == wanted
            }
        });
        if !is_met {
            return false;
        }
    }
    parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::HeaderRules;

    const FILE: &str = "/*\n  Content-Security-Policy: default-src 'none'; upgrade-insecure-requests\n  \
        Strict-Transport-Security: max-age=1\n/\n  Cache-Control: no-cache\n/:municipality/assets/*\n  Cache-Control: public\n";

    #[test]
    fn an_address_gets_the_headers_of_every_rule_that_matches() {
        let rules = HeaderRules::parse(FILE);
        let names = |path: &str| -> Vec<String> {
            let headers = rules.of(path).into_iter();
            headers
                .map(|(name, value)| format!("{name}: {value}"))
                .collect()
        };
        let policy = "Content-Security-Policy: default-src 'none'";
        assert_eq!(names("/epe/hulp/"), [policy]);
        assert_eq!(names("/"), [policy, "Cache-Control: no-cache"]);
        assert_eq!(
            names("/epe/assets/site.css"),
            [policy, "Cache-Control: public"]
        );
        assert_eq!(names("//assets/site.css"), [policy]);
    }
}
