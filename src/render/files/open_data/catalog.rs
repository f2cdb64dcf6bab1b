//! `gegevens/catalog.jsonld`: what is published, for catalogues of open data (DCAT 3, as DCAT-AP-NL uses it).

use serde_json::{Map, Value, json};

use crate::model::{Dataset, Municipality, Site};
use crate::plan::SitePlan;

use super::hsds;
use super::license;
use super::table::WrittenTable;
use super::{EVERYTHING, PACKAGE};

/// The file.
pub const CATALOG: &str = "catalog.jsonld";

/// The authority tables of the European Union.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";

/// Kinds of files: ending, media type, name in the table of file types.
const KINDS: [(&str, &str, &str); 4] = [
    ("csv", "text/csv", "CSV"),
    ("json", "application/json", "JSON"),
    ("jsonld", "application/ld+json", "JSON_LD"),
    ("zip", "application/zip", "ZIP"),
];

/// Languages by their tags and their names in the table of languages.
const LANGUAGES: [(&str, &str); 5] = [
    ("de", "DEU"),
    ("en", "ENG"),
    ("fr", "FRA"),
    ("fy", "FRY"),
    ("nl", "NLD"),
];

/// The catalogue of one municipality.
pub(super) fn catalog(dataset: &Dataset, plan: &SitePlan, tables: &[&WrittenTable]) -> String {
    let writer = Writer {
        site: dataset.site(),
        municipality: dataset.municipality(plan.municipality),
        day: dataset.date().to_string(),
    };
    format!("{}\n", writer.catalog(tables))
}

/// Words of this program, which are Dutch whatever the language of the content is.
fn in_dutch(words: &str) -> Value {
    json!({ "@value": words, "@language": "nl" })
}

struct Writer<'a> {
    site: &'a Site,
    municipality: &'a Municipality,
    day: String,
}

impl Writer<'_> {
    fn address(&self, path: &str) -> String {
        format!("{}gegevens/{path}", self.municipality.base_url)
    }

    fn catalog(&self, tables: &[&WrittenTable]) -> Value {
        let place = &self.municipality.name;
        let mut datasets = vec![self.everything(tables)];
        datasets.extend(tables.iter().map(|table| self.table(table)));
        let mut catalog = self.described(
            "",
            "dcat:Catalog",
            &format!("Open gegevens over jeugdhulp in {place}"),
            &format!(
                "Wat {} over jeugdhulp in {place} publiceert",
                self.site.name
            ),
        );
        catalog.insert(
            "foaf:homepage".to_owned(),
            json!({ "@id": self.address("") }),
        );
        catalog.insert("dcat:dataset".to_owned(), Value::from(datasets));
        self.add_license(&mut catalog);
        let mut document = json!({ "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        }});
        let members = document.as_object_mut().expect("it was made an object");
        members.extend(catalog);
        document
    }

    fn table(&self, table: &WrittenTable) -> Value {
        let name = table.name;
        let mut dataset = self.dataset(&format!("#{name}"), table.title);
        let mut csv = self.distribution(&format!("{name}.csv"), table.title);
        csv["dct:conformsTo"] = json!({ "@id": self.address(&format!("{name}.schema.json")) });
        dataset.insert("dcat:distribution".to_owned(), Value::from(vec![csv]));
        Value::Object(dataset)
    }

    /// All tables together, in the forms in which they come together.
    fn everything(&self, tables: &[&WrittenTable]) -> Value {
        let title = format!("Jeugdhulp in {}", self.municipality.name);
        let mut dataset = self.dataset("#alles", &title);
        let mut distributions: Vec<Value> = [
            (EVERYTHING, "Alle tabellen in één bestand", None),
            (
                PACKAGE,
                "Alle tabellen als Data Package",
                Some("https://datapackage.org/profiles/2.0/datapackage.json"),
            ),
        ]
        .into_iter()
        .map(|(path, title, standard)| self.conforming(path, title, standard))
        .collect();
        let standard = Some("https://docs.openreferral.org/");
        for (path, title) in [
            (hsds::SERVICES, "Aanbod (HSDS 3.1)"),
            (hsds::ORGANIZATIONS, "Organisaties (HSDS 3.1)"),
            (hsds::ARCHIVE, "Alle tabellen (HSDS 3.1)"),
        ] {
            distributions.push(self.conforming(path, title, standard));
        }
        let parts: Vec<Value> = tables
            .iter()
            .map(|table| json!({ "@id": self.address(&format!("#{}", table.name)) }))
            .collect();
        dataset.insert("dct:hasPart".to_owned(), Value::from(parts));
        dataset.insert("dcat:distribution".to_owned(), Value::from(distributions));
        Value::Object(dataset)
    }

    fn dataset(&self, id: &str, title: &str) -> Map<String, Value> {
        let mut dataset = self.described(id, "dcat:Dataset", title, title);
        let theme = |name: &str| json!({ "@id": format!("{AUTHORITY}data-theme/{name}") });
        let own: [(&str, Value); 6] = [
            ("dct:identifier", Value::from(self.address(id))),
            (
                "dcat:theme",
                Value::from(vec![theme("HEAL"), theme("SOCI")]),
            ),
            (
                "dcat:keyword",
                json!(["jeugdhulp", "jeugdzorg", "wachttijden", "zorgaanbieders"]),
            ),
            (
                "dct:spatial",
                json!({ "@id": hsds::tooi(&self.municipality.code) }),
            ),
            (
                "dct:accessRights",
                json!({ "@id": format!("{AUTHORITY}access-right/PUBLIC") }),
            ),
            ("dcat:version", Value::from(&*self.day)),
        ];
        dataset.extend(own.map(|(name, value)| (name.to_owned(), value)));
        dataset.insert(
            "dcat:landingPage".to_owned(),
            json!({ "@id": self.address("") }),
        );
        dataset
    }

    /// What catalogue and datasets both say of themselves.
    fn described(&self, id: &str, kind: &str, title: &str, about: &str) -> Map<String, Value> {
        let language = self.site.language.as_str();
        let publisher = json!({
            "@id": format!("{}#uitgever", self.site.base_url),
            "@type": "foaf:Organization",
            "foaf:name": { "@value": &*self.site.publisher, "@language": language },
        });
        let contact = json!({
            "@type": "vcard:Organization",
            "vcard:fn": &*self.site.publisher,
            "vcard:hasEmail": { "@id": format!("mailto:{}", self.site.contact_email.as_str()) },
        });
        let mut map = Map::new();
        let own: [(&str, Value); 9] = [
            (
                "@id",
                Value::from(self.address(if id.is_empty() { CATALOG } else { id })),
            ),
            ("@type", Value::from(kind)),
            ("dct:title", in_dutch(title)),
            ("dct:description", in_dutch(about)),
            ("dct:publisher", publisher.clone()),
            ("dct:creator", publisher),
            ("dcat:contactPoint", contact),
            ("dct:issued", self.day()),
            ("dct:modified", self.day()),
        ];
        map.extend(own.map(|(name, value)| (name.to_owned(), value)));
        if let Some((_, name)) = LANGUAGES.iter().find(|(tag, _)| *tag == language) {
            let address = format!("{AUTHORITY}language/{name}");
            map.insert("dct:language".to_owned(), json!({ "@id": address }));
        }
        map
    }

    fn day(&self) -> Value {
        json!({ "@value": &*self.day, "@type": "xsd:date" })
    }

    fn conforming(&self, path: &str, title: &str, standard: Option<&str>) -> Value {
        let mut distribution = self.distribution(path, title);
        if let Some(standard) = standard {
            distribution["dct:conformsTo"] = json!({ "@id": standard });
        }
        distribution
    }

    fn distribution(&self, path: &str, title: &str) -> Value {
        let (_, ending) = path.rsplit_once('.').expect("a file has an ending");
        let (_, media, kind) = KINDS
            .iter()
            .find(|(own, ..)| *own == ending)
            .expect("every kind of file is in the list");
        let address = self.address(path);
        let mut distribution = json!({
            "@id": format!("{address}#bestand"),
            "@type": "dcat:Distribution",
            "dct:title": in_dutch(title),
            "dcat:accessURL": { "@id": self.address("") },
            "dcat:downloadURL": { "@id": address },
            "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{media}") },
            "dct:format": { "@id": format!("{AUTHORITY}file-type/{kind}") },
            "dct:rights": in_dutch(&license::rights(self.site)),
            "dct:issued": self.day(),
            "dct:modified": self.day(),
        });
        let members = distribution.as_object_mut().expect("it was made an object");
        self.add_license(members);
        distribution
    }

    /// The licence that the region gives, if it does.
    fn add_license(&self, object: &mut Map<String, Value>) {
        if let Some(license) = &self.site.license {
            let address = json!({ "@id": license.address.as_str() });
            object.insert("dct:license".to_owned(), address);
        }
    }
}
