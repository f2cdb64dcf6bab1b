//! Ids of records: the same record has the same id in every municipality and in every run.

use uuid::Uuid;

/// Makes ids: UUIDs of a name (version 5, RFC 9562, section 5.5) in the namespace of the region, which is itself the UUID
/// of the address of its front door followed by `gegevens/hsds/`, in the namespace of URLs.
#[derive(Debug)]
pub(super) struct Ids {
    namespace: Uuid,
}

impl Ids {
    /// The ids of a region, by the address of its front door with a closing slash.
    pub(super) fn new(base_url: &str) -> Self {
        let address = format!("{base_url}gegevens/hsds/");
        Self {
            namespace: Uuid::new_v5(&Uuid::NAMESPACE_URL, address.as_bytes()),
        }
    }

    /// The id of what has this name: its kind and the slugs that name it, with `/` between them.
    pub(super) fn of(&self, name: &[&str]) -> String {
        Uuid::new_v5(&self.namespace, name.join("/").as_bytes()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn an_id_is_that_of_the_name_in_the_namespace_of_the_region() {
        let ids = Ids::new("https://keuze.example/");
        // Worked out with another program.
        assert_eq!(
            ids.of(&["organization", "de-lindeboom"]),
            "ade02f4d-ea5d-560d-a64f-faca1771b087"
        );
        assert_ne!(
            ids.of(&["organization", "de-lindeboom"]),
            Ids::new("https://elders.example/").of(&["organization", "de-lindeboom"])
        );
    }
}
