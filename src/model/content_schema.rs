//! The shapes of the files of the content as schemas, for editors and for programs that make content.
//!
//! They stand in `docs/schemas/`. `tests/schemas` holds them equal to what [`validate`](super::validate) accepts: every
//! key, column, code word, limit and type.

/// The schema of one kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentSchema {
    /// Its name, such as `provider`.
    pub name: &'static str,
    /// The files it is of, such as `providers/*.md`.
    pub files: &'static str,
    /// JSON Schema (2020-12) of a TOML file or of the front matter of a text; Frictionless Table Schema of a CSV file.
    pub text: &'static str,
}

impl ContentSchema {
    /// Every schema, in order of name.
    pub const ALL: [Self; 16] = [
        schema(
            "accessibility",
            "accessibility.toml",
            include_str!("../../docs/schemas/accessibility.schema.json"),
        ),
        schema(
            "intensities",
            "intensities.toml",
            include_str!("../../docs/schemas/intensities.schema.json"),
        ),
        schema(
            "local-services",
            "local-services.csv",
            include_str!("../../docs/schemas/local-services.schema.json"),
        ),
        schema(
            "municipality",
            "municipalities/*/municipality.toml",
            include_str!("../../docs/schemas/municipality.schema.json"),
        ),
        schema(
            "offers",
            "offers.csv",
            include_str!("../../docs/schemas/offers.schema.json"),
        ),
        schema(
            "outcomes",
            "outcomes.csv",
            include_str!("../../docs/schemas/outcomes.schema.json"),
        ),
        schema(
            "page",
            "pages/*.md",
            include_str!("../../docs/schemas/page.schema.json"),
        ),
        schema(
            "postcodes",
            "postcodes.csv",
            include_str!("../../docs/schemas/postcodes.schema.json"),
        ),
        schema(
            "product",
            "products/*.md",
            include_str!("../../docs/schemas/product.schema.json"),
        ),
        schema(
            "product-groups",
            "product-groups.toml",
            include_str!("../../docs/schemas/product-groups.schema.json"),
        ),
        schema(
            "profile",
            "profiles/*.md",
            include_str!("../../docs/schemas/profile.schema.json"),
        ),
        schema(
            "provider",
            "providers/*.md",
            include_str!("../../docs/schemas/provider.schema.json"),
        ),
        schema(
            "site",
            "site.toml",
            include_str!("../../docs/schemas/site.schema.json"),
        ),
        schema(
            "statement",
            "statements/*.md",
            include_str!("../../docs/schemas/statement.schema.json"),
        ),
        schema(
            "vocabulary",
            "vocabulary.toml",
            include_str!("../../docs/schemas/vocabulary.schema.json"),
        ),
        schema(
            "waiting-times",
            "waiting-times.csv",
            include_str!("../../docs/schemas/waiting-times.schema.json"),
        ),
    ];

    /// The schema of a name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|schema| schema.name == name)
    }
}

const fn schema(name: &'static str, files: &'static str, text: &'static str) -> ContentSchema {
    ContentSchema { name, files, text }
}
