//! Municipalities that are no more: which one they went into, and when. The table holds the mergers and renamings since
//! 2010, by CBS code (Statistics Netherlands, "Gemeentelijke indeling op 1 januari", CC BY 4.0). Parts that moved
//! between municipalities which both went on are not in it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::plan::to_slug;

const CHANGES: &str = include_str!("municipality_changes.csv");

/// A municipality that is no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FormerMunicipality {
    pub(super) code: String,
    pub(super) name: String,
    /// The first day on which it was no more.
    pub(super) until: Date,
    /// The codes of the municipalities of today that its area lies in: one after a merger, several after a split.
    pub(super) today: Vec<String>,
}

/// All former municipalities, by code and by name.
#[derive(Debug)]
pub(super) struct FormerMunicipalities {
    by_code: BTreeMap<String, FormerMunicipality>,
    codes: BTreeMap<String, String>,
}

impl FormerMunicipalities {
    /// Reads the table that the program holds.
    pub(super) fn read() -> Self {
        let mut rows = BTreeMap::new();
        for line in CHANGES.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let [code, name, until, into] = cells[..] else {
                unreachable!("the table has four columns: a test reads it whole");
            };
            let until: Date = until
                .parse()
                .expect("the table has days: a test reads them");
            rows.insert(code, (name, until, into.split(';').collect::<Vec<_>>()));
        }
        let mut by_code = BTreeMap::new();
        for (code, (name, until, into)) in &rows {
            let mut today = Vec::new();
            let mut next = into.clone();
            while let Some(heir) = next.pop() {
                match rows.get(heir) {
                    Some((_, _, heirs)) => next.extend(heirs),
                    None => today.push(heir.to_owned()),
                }
            }
            today.sort();
            today.dedup();
            let former = FormerMunicipality {
                code: (*code).to_owned(),
                name: (*name).to_owned(),
                until: *until,
                today,
            };
            by_code.insert(former.code.clone(), former);
        }
        let codes = by_code.values();
        let codes = codes.map(|former| (to_slug(&former.name), former.code.clone()));
        Self {
            codes: codes.collect(),
            by_code,
        }
    }

    /// By CBS code; `None` for a municipality of today, and for a code that never was.
    pub(super) fn with_code(&self, code: &str) -> Option<&FormerMunicipality> {
        self.by_code.get(code)
    }

    /// By name, in any case.
    pub(super) fn with_name(&self, name: &str) -> Option<&FormerMunicipality> {
        self.by_code.get(self.codes.get(&to_slug(name))?)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{CHANGES, FormerMunicipalities};

    #[test]
    fn every_row_is_read_and_no_code_or_name_stands_twice() {
        let former = FormerMunicipalities::read();
        let rows = CHANGES.lines().count() - 1;
        assert_eq!(former.by_code.len(), rows);
        assert_eq!(former.codes.len(), rows);
        for row in former.by_code.values() {
            assert_eq!(row.code.len(), 4);
            assert!(row.today.iter().all(|code| code.len() == 4), "{row:?}");
            assert!(row.until >= date(2010, 1, 1) && row.until <= date(2026, 1, 1));
        }
    }

    #[test]
    fn a_merger_of_a_merger_leads_to_today() {
        let former = FormerMunicipalities::read();
        let found = former.with_name("Graafstroom").unwrap();
        assert_eq!(
            (found.until, found.today.clone()),
            (date(2013, 1, 1), vec!["1978".to_owned()])
        );
        assert_eq!(former.with_code("1921").unwrap().today, ["1940"]);
        assert_eq!(former.with_code("0788").unwrap().today.len(), 4);
        assert_eq!(former.with_code("0363"), None);
    }
}
