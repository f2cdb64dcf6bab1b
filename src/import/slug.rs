//! Slugs of things that are known by name.

use crate::plan::to_slug;

/// Longer slugs do not belong in an address.
const LONGEST: usize = 80;

/// The slug of a name. One that would be too long is cut and ends in a hash of the whole, so that two long names which
/// begin alike stay two.
pub(super) fn slug_of(name: &str) -> String {
    let slug = to_slug(name);
    if slug.len() <= LONGEST {
        return slug;
    }
    let hash = blake3::hash(slug.as_bytes()).to_hex();
    let cut = slug[..LONGEST - 9].trim_end_matches('-');
    format!("{cut}-{}", &hash[..8])
}

#[cfg(test)]
mod tests {
    use super::slug_of;
    use crate::model::Slug;

    #[test]
    fn a_long_name_keeps_a_slug_of_its_own() {
        let name = "Psychotherapeutisch Centrum De Viersprong, hoofdlocatie Halsteren, afdeling Persoonlijkheid";
        let one = slug_of(name);
        let other = slug_of(&format!("{name} 2"));
        assert_ne!(one, other);
        assert!(Slug::parse(&one).is_some(), "{one}");
    }
}
