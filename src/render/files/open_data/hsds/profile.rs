//! Our profile of HSDS: schemas of what HSDS has no place for, waits and outcomes. They are the same in every municipality.

/// The schemas as (path below `gegevens/`, text). `organization` and `service` add properties to the schemas of these names
/// in HSDS 3.1; the others are new.
pub(super) const SCHEMAS: [(&str, &str); 4] = [
    (PATHS[0], include_str!("profile/organization.json")),
    (PATHS[1], include_str!("profile/outcome.json")),
    (PATHS[2], include_str!("profile/service.json")),
    (PATHS[3], include_str!("profile/waiting_time.json")),
];

/// Their paths.
pub(in super::super) const PATHS: [&str; 4] = [
    "hsds/profile/organization.json",
    "hsds/profile/outcome.json",
    "hsds/profile/service.json",
    "hsds/profile/waiting_time.json",
];

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::forms;
    use super::SCHEMAS;

    fn schema(name: &str) -> Value {
        let (_, text) = SCHEMAS
            .iter()
            .find(|(path, _)| path.ends_with(&format!("/{name}")))
            .expect("it is published");
        serde_json::from_str(text).expect("a schema is JSON")
    }

    fn properties(schema: &Value) -> Vec<&str> {
        let object = schema["properties"].as_object().expect("it has properties");
        let mut names: Vec<&str> = object.keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    fn enums(schema: &Value) -> Vec<(&str, Vec<&str>)> {
        let object = schema["properties"].as_object().expect("it has properties");
        let mut enums: Vec<(&str, Vec<&str>)> = object
            .iter()
            .filter_map(|(name, property)| {
                let words = property["enum"].as_array()?;
                let words = words.iter().map(|word| word.as_str().expect("a word"));
                Some((name.as_str(), words.collect()))
            })
            .collect();
        enums.sort_unstable();
        enums
    }

    #[test]
    fn waits_and_outcomes_have_the_fields_and_words_of_their_schemas() {
        let all = forms();
        for (file, name) in [
            ("waiting_time.json", "waiting_time"),
            ("outcome.json", "outcome"),
        ] {
            let form = all
                .iter()
                .find(|form| form.tab.names().0 == name)
                .expect("there is such a table");
            let schema = schema(file);
            let mut fields: Vec<&str> = form.names.clone();
            fields.sort_unstable();
            assert_eq!(properties(&schema), fields, "{file}");
            let mut words: Vec<(&str, Vec<&str>)> = form
                .schema
                .iter()
                .filter_map(|field| {
                    let words = field["constraints"]["enum"].as_array()?;
                    let words = words.iter().map(|word| word.as_str().expect("a word"));
                    Some((field["name"].as_str().expect("a name"), words.collect()))
                })
                .collect();
            words.sort_unstable();
            assert_eq!(enums(&schema), words, "{file}");
        }
    }

    #[test]
    fn what_the_profile_adds_to_services_is_in_their_table_or_a_list_of_its_own() {
        let all = forms();
        let form = all
            .iter()
            .find(|form| form.tab.names().0 == "service")
            .expect("there is such a table");
        for name in properties(&schema("service.json")) {
            assert!(
                name == "waiting_times" || form.names.contains(&name),
                "{name}"
            );
        }
    }
}
