//! Slugs of things that are known by name.

use crate::model::Slug;
use crate::plan::to_slug;

/// Longer slugs do not belong in an address.
const LONGEST: usize = 80;

/// The slug of a name. One that would be too long is cut and ends in a hash of the whole, so that two long names which
/// begin alike stay two.
pub(super) fn slug_of(name: &str) -> String {
    let slug = to_slug(name);
    if slug.len() <= LONGEST {
        // A name such as `Con` is that of a device somewhere, and no file can have it.
        let is_name = Slug::parse(&slug).is_some();
        return if is_name { slug } else { format!("{slug}-1") };
    }
    let hash = blake3::hash(slug.as_bytes()).to_hex();
    let cut = slug[..LONGEST - 9].trim_end_matches('-');
    format!("{cut}-{}", &hash[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_device_is_a_slug_all_the_same() {
        for name in ["Con", "nul", "LPT1"] {
            let slug = slug_of(name);
            assert!(Slug::parse(&slug).is_some(), "{slug}");
        }
    }

    #[test]
    fn a_long_name_keeps_a_slug_of_its_own() {
        let name = "Psychotherapeutisch Centrum De Viersprong, hoofdlocatie Halsteren, afdeling Persoonlijkheid";
        let one = slug_of(name);
        let other = slug_of(&format!("{name} 2"));
        assert_ne!(one, other);
        assert!(Slug::parse(&one).is_some(), "{one}");
    }
}
