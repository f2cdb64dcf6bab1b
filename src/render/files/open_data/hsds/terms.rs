//! The taxonomy of services: iJw product codes.

use crate::model::{Dataset, Product};

use super::super::cell::Cell;
use super::ids::Ids;
use super::sheet::{Field, Form, Kind, Lines, Sheet, Tab};

/// What the codes are of.
const TAXONOMY: &str = "iJw-productcode";

struct AttributeRow<'a> {
    id: &'a str,
    service: &'a str,
    term: &'a str,
}

fn attribute_sheet<'a>() -> Sheet<AttributeRow<'a>> {
    Sheet {
        tab: Tab::Attribute,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("link_id", Kind::Owner, |row| Cell::text(Some(row.service))),
            Field::new("taxonomy_term_id", Kind::Owner, |row| {
                Cell::text(Some(row.term))
            }),
            Field::new("link_entity", Kind::Text, |_| Cell::word("service")),
        ],
    }
}

/// The fields of an attribute.
pub(super) fn attribute_form() -> Form {
    attribute_sheet().form()
}

struct TermRow<'a> {
    id: &'a str,
    taxonomy: &'a str,
    product: &'a Product,
}

fn term_sheet<'a>() -> Sheet<TermRow<'a>> {
    Sheet {
        tab: Tab::TaxonomyTerm,
        fields: vec![
            Field::new("id", Kind::Id, |row| Cell::text(Some(row.id))),
            Field::new("code", Kind::Text, |row| {
                Cell::text(Some(row.product.code.as_str()))
            }),
            Field::new("name", Kind::Text, |row| {
                Cell::text(Some(&row.product.name))
            }),
            Field::new("description", Kind::Text, |row| {
                Cell::text(Some(&row.product.summary))
            }),
            Field::new("taxonomy", Kind::Text, |_| Cell::word(TAXONOMY)),
            Field::new("taxonomy_id", Kind::Owner, |row| {
                Cell::text(Some(row.taxonomy))
            }),
        ],
    }
}

/// The fields of a term.
pub(super) fn term_form() -> Form {
    term_sheet().form()
}

fn taxonomy_sheet() -> Sheet<String> {
    Sheet {
        tab: Tab::Taxonomy,
        fields: vec![
            Field::new("id", Kind::Id, |id| Cell::text(Some(id))),
            Field::new("name", Kind::Text, |_| Cell::word(TAXONOMY)),
            Field::new("description", Kind::Text, |_| {
                Cell::word("Productcodes van de standaard iJw, zoals de regio ze gebruikt")
            }),
        ],
    }
}

/// The fields of a taxonomy.
pub(super) fn taxonomy_form() -> Form {
    taxonomy_sheet().form()
}

fn term_id(ids: &Ids, product: &Product) -> String {
    ids.of(&["term", product.slug.as_str()])
}

fn taxonomy_id(ids: &Ids) -> String {
    ids.of(&["taxonomy", "ijw"])
}

/// The lines of each product of the region; those of a municipality's own products belong in its package.
pub(super) fn write(dataset: &Dataset, ids: &Ids) -> Vec<Lines> {
    let taxonomy = taxonomy_id(ids);
    dataset
        .products()
        .map(|(_, product)| {
            let mut lines = Lines::default();
            let row = TermRow {
                id: &term_id(ids, product),
                taxonomy: &taxonomy,
                product,
            };
            term_sheet().write(&row, &mut lines);
            lines
        })
        .collect()
}

/// The line of the taxonomy.
pub(super) fn write_taxonomy(ids: &Ids) -> Lines {
    let mut lines = Lines::default();
    taxonomy_sheet().write(&taxonomy_id(ids), &mut lines);
    lines
}

/// That a service is of a product, as a line and as an object.
pub(super) fn attribute(
    product: &Product,
    service: &str,
    [provider_slug, product_slug]: [&str; 2],
    ids: &Ids,
    lines: &mut Lines,
) -> String {
    let term = term_id(ids, product);
    let row = AttributeRow {
        id: &ids.of(&["attribute", provider_slug, product_slug]),
        service,
        term: &term,
    };
    let members = attribute_sheet().write(&row, lines);
    let term = term_sheet().members(&TermRow {
        id: &term,
        taxonomy: &taxonomy_id(ids),
        product,
    });
    format!("{{{members},\"taxonomy_term\":{{{term}}}}}")
}
