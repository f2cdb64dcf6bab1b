//! A template as a tree of statements, as far as checking fields needs it.

use std::collections::BTreeMap;

use super::expression::{ComponentCall, Expression, Kind, Name};
use super::reader::Reader;
use super::tokens::{Piece, PieceKind, pieces, words};

/// A statement of a template. Text and comments have none.
#[derive(Clone, Debug)]
pub(super) enum Statement {
    /// `{{ … }}`.
    Print(Expression),
    /// `{% if %}`: each branch has its condition, the last may have none.
    If(Vec<(Option<Expression>, Vec<Statement>)>),
    /// `{% for %}`.
    For(Box<Loop>),
    /// `{% set name = value %}`.
    Set(String, Expression),
    /// `{% set name | filter %} … {% endset %}` or a filter section, which has no name.
    Capture(Option<String>, Vec<Expression>, Vec<Statement>),
    /// `{% include "name" %}`.
    Include(Name),
    /// `{% block name %}`.
    Block(String, Vec<Statement>),
    /// `{% <name …> %} … {% </name> %}`.
    Component(ComponentCall, Vec<Statement>),
}

/// A loop.
#[derive(Clone, Debug)]
pub(super) struct Loop {
    pub(super) key: Option<String>,
    pub(super) value: String,
    pub(super) of: Expression,
    pub(super) body: Vec<Statement>,
    pub(super) otherwise: Vec<Statement>,
}

/// A component as it is defined.
#[derive(Clone, Debug)]
pub(super) struct Component {
    pub(super) name: Name,
    pub(super) parameters: BTreeMap<String, Parameter>,
    /// The name that collects all other arguments.
    pub(super) rest: Option<String>,
    pub(super) body: Vec<Statement>,
}

/// An argument a component can be given.
#[derive(Clone, Debug)]
pub(super) struct Parameter {
    pub(super) is_required: bool,
    /// Taken from where the component is used when it is not given (`@site`).
    pub(super) is_implicit: bool,
}

/// A template read for checking.
#[derive(Clone, Debug, Default)]
pub(super) struct Template {
    pub(super) parent: Option<Name>,
    pub(super) statements: Vec<Statement>,
    pub(super) components: Vec<Component>,
}

/// Reads a template whose syntax Tera has accepted.
pub(super) fn read(source: &str) -> Template {
    let mut builder = Builder {
        source,
        pieces: pieces(source),
        at: 0,
        template: Template::default(),
    };
    let (statements, _) = builder.until(&[]);
    builder.template.statements = statements;
    builder.template
}

struct Builder<'a> {
    source: &'a str,
    pieces: Vec<Piece>,
    at: usize,
    template: Template,
}

/// The tag that ended a body: its first word and the rest of it.
type End = Option<(String, Reader)>;

impl Builder<'_> {
    /// Statements up to a tag that begins with one of these words.
    fn until(&mut self, ends: &[&str]) -> (Vec<Statement>, End) {
        let mut statements = Vec::new();
        while let Some(piece) = self.pieces.get(self.at).cloned() {
            self.at += 1;
            let tokens = match piece.kind {
                PieceKind::Text | PieceKind::Comment | PieceKind::Raw => continue,
                PieceKind::Print | PieceKind::Tag => words(self.source, piece.inner.clone()),
            };
            let mut reader = Reader::new(tokens, piece.inner.end);
            if piece.kind == PieceKind::Print {
                statements.push(Statement::Print(reader.expression()));
                continue;
            }
            if reader.take_sign("</") {
                return (statements, Some(("</".to_owned(), reader)));
            }
            if reader.take_sign("<") {
                statements.extend(self.component_use(&mut reader));
                continue;
            }
            let Some(word) = reader.take_name() else {
                continue;
            };
            if ends.contains(&word.name.as_str()) {
                return (statements, Some((word.name, reader)));
            }
            statements.extend(self.tag(&word.name, reader));
        }
        (statements, None)
    }

    fn tag(&mut self, word: &str, mut reader: Reader) -> Option<Statement> {
        match word {
            "if" => Some(self.branches(reader)),
            "for" => Some(self.for_loop(reader)),
            "set" | "set_global" => self.set(reader),
            "filter" => {
                let filters = filters(&mut reader, true);
                let (body, _) = self.until(&["endfilter"]);
                Some(Statement::Capture(None, filters, body))
            }
            "include" => reader.take_text().map(Statement::Include),
            "extends" => {
                self.template.parent = reader.take_text();
                None
            }
            "block" => {
                let name = reader.take_name()?.name;
                let (body, _) = self.until(&["endblock"]);
                Some(Statement::Block(name, body))
            }
            "component" => {
                self.component_definition(reader);
                None
            }
            _ => None,
        }
    }

    fn branches(&mut self, mut reader: Reader) -> Statement {
        let mut branches = Vec::new();
        let mut condition = Some(reader.expression());
        loop {
            let (body, end) = self.until(&["elif", "else", "endif"]);
            branches.push((condition.take(), body));
            match end {
                Some((word, mut rest)) if word == "elif" => condition = Some(rest.expression()),
                Some((word, _)) if word == "else" => condition = None,
                _ => return Statement::If(branches),
            }
        }
    }

    fn for_loop(&mut self, mut reader: Reader) -> Statement {
        let (key, value) = reader.loop_names();
        reader.take_keyword("in");
        let of = reader.expression();
        let (body, end) = self.until(&["else", "endfor"]);
        let otherwise = match end {
            Some((word, _)) if word == "else" => self.until(&["endfor"]).0,
            _ => Vec::new(),
        };
        Statement::For(Box::new(Loop {
            key,
            value,
            of,
            body,
            otherwise,
        }))
    }

    fn set(&mut self, mut reader: Reader) -> Option<Statement> {
        let name = reader.take_name()?.name;
        if reader.take_sign("=") {
            return Some(Statement::Set(name, reader.expression()));
        }
        let filters = filters(&mut reader, false);
        let (body, _) = self.until(&["endset"]);
        Some(Statement::Capture(Some(name), filters, body))
    }

    fn component_use(&mut self, reader: &mut Reader) -> Option<Statement> {
        let call = reader.component_call()?;
        let (body, _) = self.until(&[]);
        Some(Statement::Component(call, body))
    }

    fn component_definition(&mut self, mut reader: Reader) {
        let Some(name) = reader.take_dotted_name() else {
            return;
        };
        let (parameters, rest) = parameters(&mut reader);
        let (body, _) = self.until(&["endcomponent"]);
        self.template.components.push(Component {
            name,
            parameters,
            rest,
            body,
        });
    }
}

/// `filter(…) | filter(…)` over a body; the body stands for the value that goes in.
fn filters(reader: &mut Reader, first_has_no_bar: bool) -> Vec<Expression> {
    let mut filters = Vec::new();
    let mut expects_filter = first_has_no_bar;
    while expects_filter || reader.take_sign("|") {
        expects_filter = false;
        let Some(name) = reader.take_name() else {
            break;
        };
        let range = name.range.clone();
        let arguments = reader.arguments();
        let body = Box::new(Expression {
            kind: Kind::Constant(None),
            range: range.clone(),
        });
        filters.push(Expression {
            kind: Kind::Filter(body, name, arguments),
            range,
        });
    }
    filters
}

/// `(name: type = default, @implicit, ...rest)`.
fn parameters(reader: &mut Reader) -> (BTreeMap<String, Parameter>, Option<String>) {
    let mut parameters = BTreeMap::new();
    let mut rest = None;
    reader.take_sign("(");
    while reader.peek().is_some() && !reader.take_sign(")") {
        if reader.take_sign("...") {
            rest = reader.take_name().map(|name| name.name);
            reader.take_sign(",");
            continue;
        }
        let is_implicit = reader.take_sign("@");
        let Some(name) = reader.take_name() else {
            break;
        };
        if reader.take_sign(":") {
            reader.take_name();
        }
        let has_default = reader.take_sign("=");
        if has_default {
            reader.expression();
        }
        parameters.insert(
            name.name,
            Parameter {
                is_required: !has_default && !is_implicit,
                is_implicit,
            },
        );
        reader.take_sign(",");
    }
    (parameters, rest)
}
