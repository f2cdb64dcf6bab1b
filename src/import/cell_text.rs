//! Numbers, percentages and dates of spreadsheet cells as texts.

/// A number as the spreadsheet shows it when it rounds nothing: whole numbers without a decimal sign, others with 15
/// digits at most, which is what spreadsheets keep. The decimal sign is that of the mapping, or a point.
pub(super) fn number(value: f64, decimal: Option<char>) -> String {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    let text = format!("{rounded}");
    match decimal {
        Some(sign) => text.replace('.', &sign.to_string()),
        None => text,
    }
}

/// A share with its sign: 0.85 is `85%`.
pub(super) fn percentage(share: f64, decimal: Option<char>) -> String {
    format!("{}%", number(share * 100.0, decimal))
}

/// A moment of ISO 8601; at midnight only its day, since a date cell has no time.
pub(super) fn day_and_time(moment: &str) -> String {
    match moment.split_once('T') {
        Some((day, time))
            if time
                .trim_end_matches('Z')
                .bytes()
                .all(|byte| b"0:.".contains(&byte)) =>
        {
            day.to_owned()
        }
        Some(_) | None => moment.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{day_and_time, number, percentage};

    #[test]
    fn numbers_are_as_people_typed_them() {
        assert_eq!(number(6_290_901.0, Some(',')), "6290901");
        assert_eq!(number(2.5, Some(',')), "2,5");
        assert_eq!(number(0.1 + 0.2, None), "0.3");
        assert_eq!(percentage(0.285, Some(',')), "28,5%");
    }

    #[test]
    fn a_day_has_no_time() {
        assert_eq!(day_and_time("2026-09-01T00:00:00"), "2026-09-01");
        assert_eq!(day_and_time("2026-09-01"), "2026-09-01");
        assert_eq!(day_and_time("2026-09-01T12:30:00"), "2026-09-01T12:30:00");
    }
}
