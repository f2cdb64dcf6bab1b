//! What a value in a template can be: read from the JSON schema of a view.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value as Json;

/// What is known about a value.
#[derive(Clone, Debug)]
pub(super) enum Shape<'s> {
    /// Nothing is known, so everything is allowed.
    Any,
    /// A text, a number, a boolean or nothing: it has no fields.
    Plain,
    /// A list of such values.
    List(Rc<Shape<'s>>),
    /// A record written in the template.
    Record(Rc<BTreeMap<String, Shape<'s>>>),
    /// A node of a schema, with the root where its references lead.
    Schema(&'s Json, &'s Json),
    /// One of several.
    OneOf(Vec<Shape<'s>>),
}

/// What looking up a field gave.
#[derive(Debug)]
pub(super) enum Lookup<'s> {
    /// It is there.
    Found(Shape<'s>),
    /// It is not there; these are.
    Unknown(Vec<String>),
}

/// A shape without references and choices.
enum Plain<'s> {
    Any,
    Scalar,
    List(Shape<'s>),
    Record {
        fields: BTreeMap<&'s str, Shape<'s>>,
        others: Option<Shape<'s>>,
    },
}

impl<'s> Shape<'s> {
    /// The shape a whole schema describes.
    pub(super) fn of(schema: &'s Json) -> Self {
        Self::Schema(schema, schema)
    }

    /// One of several shapes.
    pub(super) fn one_of(mut shapes: Vec<Self>) -> Self {
        if shapes.len() == 1 {
            shapes.remove(0)
        } else if shapes.is_empty() || shapes.iter().any(|shape| matches!(shape, Self::Any)) {
            Self::Any
        } else {
            Self::OneOf(shapes)
        }
    }

    /// The field of this name, in whichever variant has it.
    pub(super) fn field(&self, name: &str) -> Lookup<'s> {
        let mut found = Vec::new();
        let mut names = Vec::new();
        for plain in self.variants() {
            match plain {
                Plain::Any => return Lookup::Found(Self::Any),
                Plain::Scalar | Plain::List(_) => {}
                Plain::Record { fields, others } => {
                    names.extend(fields.keys().map(|&field| field.to_owned()));
                    if let Some(shape) = fields.get(name).cloned().or(others) {
                        found.push(shape);
                    }
                }
            }
        }
        if let Self::Record(fields) = self {
            names.extend(fields.keys().cloned());
            found.extend(fields.get(name).cloned());
        }
        if let Self::OneOf(shapes) = self {
            for shape in shapes {
                match shape.field(name) {
                    Lookup::Found(shape) => found.push(shape),
                    Lookup::Unknown(more) => names.extend(more),
                }
            }
        }
        if found.is_empty() {
            names.sort();
            names.dedup();
            return Lookup::Unknown(names);
        }
        Lookup::Found(Self::one_of(found))
    }

    /// What a loop over this gives, or an index into it.
    pub(super) fn element(&self) -> Shape<'s> {
        let mut elements = Vec::new();
        for plain in self.variants() {
            match plain {
                Plain::Any => return Self::Any,
                Plain::Scalar => {}
                Plain::List(element) => elements.push(element),
                Plain::Record { fields, others } => {
                    elements.extend(fields.into_values());
                    elements.extend(others);
                }
            }
        }
        match self {
            Self::List(element) => elements.push((**element).clone()),
            Self::Record(fields) => elements.extend(fields.values().cloned()),
            Self::OneOf(shapes) => elements.extend(shapes.iter().map(Self::element)),
            Self::Any | Self::Plain | Self::Schema(..) => {}
        }
        Self::one_of(elements)
    }

    /// Whether a loop over this can give anything.
    pub(super) fn can_be_looped_over(&self) -> bool {
        match self {
            Self::Any | Self::List(_) | Self::Record(_) => true,
            Self::Plain => false,
            Self::OneOf(shapes) => shapes.iter().any(Self::can_be_looped_over),
            Self::Schema(..) => self
                .variants()
                .iter()
                .any(|plain| !matches!(plain, Plain::Scalar)),
        }
    }

    fn variants(&self) -> Vec<Plain<'s>> {
        let mut variants = Vec::new();
        if let Self::Schema(node, root) = self {
            collect(node, root, 0, &mut variants);
        } else if matches!(self, Self::Any) {
            variants.push(Plain::Any);
        }
        variants
    }
}

/// Follows references and choices down to plain shapes.
fn collect<'s>(node: &'s Json, root: &'s Json, depth: usize, variants: &mut Vec<Plain<'s>>) {
    const DEEPEST: usize = 32;
    let Some(node) = node.as_object().filter(|_| depth < DEEPEST) else {
        variants.push(Plain::Any);
        return;
    };
    let before = variants.len();
    let mut says_something = false;
    if let Some(reference) = node.get("$ref").and_then(Json::as_str) {
        says_something = true;
        let target = reference
            .strip_prefix('#')
            .and_then(|path| root.pointer(path));
        collect(target.unwrap_or(&Json::Null), root, depth + 1, variants);
    }
    for keyword in ["anyOf", "oneOf", "allOf"] {
        for choice in node
            .get(keyword)
            .and_then(Json::as_array)
            .into_iter()
            .flatten()
        {
            says_something = true;
            collect(choice, root, depth + 1, variants);
        }
    }
    if node.contains_key("enum") || node.contains_key("const") {
        variants.push(Plain::Scalar);
        return;
    }
    let types: Vec<&str> = match node.get("type") {
        Some(Json::String(name)) => vec![name],
        Some(Json::Array(names)) => names.iter().filter_map(Json::as_str).collect(),
        _ if node.contains_key("properties") => vec!["object"],
        _ => Vec::new(),
    };
    for kind in &types {
        match *kind {
            "object" => variants.extend(record(node, root, says_something)),
            "array" => variants.push(Plain::List(list_element(node, root))),
            _ => variants.push(Plain::Scalar),
        }
    }
    if types.is_empty() && !says_something && variants.len() == before {
        variants.push(Plain::Any);
    }
}

fn record<'s>(
    node: &'s serde_json::Map<String, Json>,
    root: &'s Json,
    says_something: bool,
) -> Option<Plain<'s>> {
    let fields: BTreeMap<&str, Shape> = node
        .get("properties")
        .and_then(Json::as_object)
        .into_iter()
        .flatten()
        .map(|(name, schema)| (name.as_str(), Shape::Schema(schema, root)))
        .collect();
    let others = match node.get("additionalProperties") {
        Some(Json::Bool(false)) | None => None,
        Some(schema) => Some(Shape::Schema(schema, root)),
    };
    if fields.is_empty() && others.is_none() && says_something {
        return None;
    }
    Some(Plain::Record { fields, others })
}

fn list_element<'s>(node: &'s serde_json::Map<String, Json>, root: &'s Json) -> Shape<'s> {
    let mut elements: Vec<Shape> = node
        .get("prefixItems")
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
        .map(|schema| Shape::Schema(schema, root))
        .collect();
    elements.extend(
        node.get("items")
            .filter(|items| !items.is_boolean())
            .map(|schema| Shape::Schema(schema, root)),
    );
    Shape::one_of(elements)
}
