//! The postcode in an address that is one text.

/// The only postcode in a text such as an address; nothing when there is none, or more than one.
pub(super) fn postcode_in(text: &str) -> &str {
    let bytes = text.as_bytes();
    let is_word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let mut found = "";
    for start in 0..bytes.len() {
        let is_start = start == 0 || !is_word(start - 1);
        let digits = bytes[start..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit());
        if !is_start || digits.count() != 4 {
            continue;
        }
        let blank = usize::from(bytes.get(start + 4) == Some(&b' '));
        let (letters, end) = (start + 4 + blank, start + 6 + blank);
        let are_letters = bytes.get(letters..end);
        if are_letters.is_some_and(|two| two.iter().all(u8::is_ascii_uppercase)) && !is_word(end) {
            if !found.is_empty() {
                return "";
            }
            found = &text[start..end];
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::postcode_in;

    #[test]
    fn the_only_postcode_of_an_address_is_found() {
        for (text, postcode) in [
            ("Dorpsstraat 1, 7311 AB Apeldoorn", "7311 AB"),
            ("Dorpsstraat 1,7311AB, Apeldoorn", "7311AB"),
            ("Straat 1234 AZ", "1234 AZ"),
            ("Postbus 12345 AB", ""),
            ("7311 AB en 7312 AC", ""),
            ("Plein 1940, Apeldoorn", ""),
            ("Café 7311 ABC", ""),
        ] {
            assert_eq!(postcode_in(text), postcode, "{text}");
        }
    }
}
