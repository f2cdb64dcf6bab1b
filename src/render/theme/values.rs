//! What the expressions of a template give: follows fields through the shapes, reports those that are not there.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::diagnostics::codes::E0802;
use crate::diagnostics::{Diagnostic, Place, phrase, said};

use super::expression::{Argument, Comprehension, Expression, IndexKind, Kind, Name};
use super::fields::{Checker, Scope, listed, record};
use super::shape::{Lookup, Shape};

/// The filters of Tera.
const FILTERS: &[&str] = &[
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

/// The tests of Tera.
const TESTS: &[&str] = &[
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// The functions of Tera, and `t`, which is replaced by a message when the theme is loaded. `range` is left out: loops over the
/// fields of a page come to an end, and loops over numbers inside each other need not.
const FUNCTIONS: &[&str] = &["super", "t", "throw"];

impl<'a> Checker<'a> {
    /// What an expression gives. Every part of it is checked on the way.
    pub(super) fn shape(&mut self, expression: &'a Expression, scope: &Scope<'a>) -> Shape<'a> {
        match &expression.kind {
            Kind::Constant(_) => Shape::Plain,
            Kind::Variable(name) => self.variable(name, expression, scope),
            Kind::Field(of, name) => self.field(of, name, scope),
            Kind::Index(of, parts, kind) => self.index(of, parts, *kind, scope),
            Kind::Call(name, arguments) => self.call(name, arguments, scope),
            Kind::Filter(of, name, arguments) => self.filter(of, name, arguments, scope),
            Kind::Test(of, name, arguments) => {
                if !TESTS.contains(&name.name.as_str()) {
                    self.unknown(scope.file, phrase("test"), name, TESTS);
                }
                let forgives = matches!(name.name.as_str(), "defined" | "undefined");
                self.forgiving(of, forgives, scope);
                self.arguments(arguments, scope);
                Shape::Plain
            }
            Kind::Operation(operands) => {
                for operand in operands {
                    self.shape(operand, scope);
                }
                // `a or b` can give either side, whatever it is.
                Shape::Any
            }
            Kind::Choice(parts) => {
                let [condition, yes, no] = &**parts;
                self.shape(condition, scope);
                Shape::one_of(vec![self.shape(yes, scope), self.shape(no, scope)])
            }
            Kind::List(items) => self.list(items, scope),
            Kind::Record(entries) => self.record(entries, scope),
            Kind::Comprehension(comprehension) => self.comprehension(comprehension, scope),
            Kind::Component(call) => {
                self.component(call, scope);
                Shape::Plain
            }
        }
    }

    /// Loops only go over lists and records.
    pub(super) fn check_loop(&mut self, of: &Expression, shape: &Shape, scope: &Scope) {
        if !shape.can_be_looped_over() && !matches!(of.kind, Kind::Constant(_) | Kind::Call(..)) {
            let place = Place::new(scope.file, of.range.clone());
            self.report(
                Diagnostic::new(E0802, place, "a loop needs a list; this is a single value")
                    .help("loop over a field that holds a list"),
            );
        }
    }

    fn forgiving(&mut self, of: &'a Expression, forgives: bool, scope: &Scope<'a>) -> Shape<'a> {
        if !forgives {
            return self.shape(of, scope);
        }
        let mut inner = scope.clone();
        inner.is_forgiving = true;
        self.shape(of, &inner)
    }

    fn variable(&mut self, name: &str, expression: &Expression, scope: &Scope<'a>) -> Shape<'a> {
        if let Some(shape) = scope.variable(name) {
            return shape.clone();
        }
        if !scope.is_forgiving && !name.starts_with("__tera") {
            let known: Vec<&str> = scope.names().collect();
            let place = Place::new(scope.file, expression.range.clone());
            self.report(
                Diagnostic::new(
                    E0802,
                    place,
                    said("nothing is called `{name}` here", [("name", &name)]),
                )
                .did_you_mean(name, known.iter().copied())
                .help(said("there is {names}", [("names", &listed(&known))])),
            );
        }
        Shape::Any
    }

    fn field(&mut self, of: &'a Expression, name: &'a Name, scope: &Scope<'a>) -> Shape<'a> {
        let shape = self.shape(of, scope);
        self.look_up(&shape, &written(of), name, scope)
    }

    fn look_up(
        &mut self,
        shape: &Shape<'a>,
        of: &str,
        name: &Name,
        scope: &Scope<'a>,
    ) -> Shape<'a> {
        match shape.field(&name.name) {
            Lookup::Found(shape) => shape,
            Lookup::Unknown(there) => {
                if !scope.is_forgiving {
                    self.unknown_field(scope.file, of, name, &there);
                }
                Shape::Any
            }
        }
    }

    fn index(
        &mut self,
        of: &'a Expression,
        parts: &'a [Expression],
        kind: IndexKind,
        scope: &Scope<'a>,
    ) -> Shape<'a> {
        let shape = self.shape(of, scope);
        for part in parts {
            self.shape(part, scope);
        }
        if kind == IndexKind::Slice {
            return shape;
        }
        if let [
            Expression {
                kind: Kind::Constant(Some(key)),
                range,
            },
        ] = parts
        {
            let name = Name {
                name: key.clone(),
                range: range.clone(),
            };
            return self.look_up(&shape, &written(of), &name, scope);
        }
        shape.element()
    }

    fn call(&mut self, name: &Name, arguments: &'a [Argument], scope: &Scope<'a>) -> Shape<'a> {
        if !FUNCTIONS.contains(&name.name.as_str()) {
            self.unknown(scope.file, phrase("function"), name, FUNCTIONS);
        }
        self.arguments(arguments, scope);
        match name.name.as_str() {
            "super" => {
                self.super_block(scope);
                Shape::Plain
            }
            "t" => Shape::Plain,
            _ => Shape::Any,
        }
    }

    fn arguments(&mut self, arguments: &'a [Argument], scope: &Scope<'a>) {
        for argument in arguments {
            self.shape(&argument.value, scope);
        }
    }

    fn filter(
        &mut self,
        of: &'a Expression,
        name: &Name,
        arguments: &'a [Argument],
        scope: &Scope<'a>,
    ) -> Shape<'a> {
        if !FILTERS.contains(&name.name.as_str()) {
            self.unknown(scope.file, phrase("filter"), name, FILTERS);
        }
        let shape = self.forgiving(of, name.name == "default", scope);
        self.arguments(arguments, scope);
        match name.name.as_str() {
            "first" | "last" | "nth" => shape.element(),
            "reverse" | "sort" | "unique" => {
                self.attribute(&shape, arguments, scope);
                shape
            }
            "values" => Shape::List(Rc::new(shape.element())),
            "keys" | "split" => Shape::List(Rc::new(Shape::Plain)),
            "default" => {
                let other = arguments.first().map(|a| self.shape(&a.value, scope));
                Shape::one_of([Some(shape), other].into_iter().flatten().collect())
            }
            "get" | "group_by" | "pairs" => {
                self.attribute(&shape, arguments, scope);
                Shape::Any
            }
            _ => Shape::Plain,
        }
    }

    /// `attribute="a.b"` names a field of each element.
    fn attribute(&mut self, shape: &Shape<'a>, arguments: &'a [Argument], scope: &Scope<'a>) {
        let Some(argument) = arguments.iter().find(|a| a.name.name == "attribute") else {
            return;
        };
        let Kind::Constant(Some(path)) = &argument.value.kind else {
            return;
        };
        let mut current = shape.element();
        let mut of = "each element".to_owned();
        for part in path.split('.') {
            let name = Name {
                name: part.to_owned(),
                range: argument.value.range.clone(),
            };
            current = self.look_up(&current, &of, &name, scope);
            part.clone_into(&mut of);
        }
    }

    fn list(&mut self, items: &'a [(Expression, bool)], scope: &Scope<'a>) -> Shape<'a> {
        let mut elements = Vec::new();
        for (item, is_spread) in items {
            let shape = self.shape(item, scope);
            elements.push(if *is_spread { shape.element() } else { shape });
        }
        Shape::List(Rc::new(Shape::one_of(elements)))
    }

    fn record(
        &mut self,
        entries: &'a [(Option<String>, Expression)],
        scope: &Scope<'a>,
    ) -> Shape<'a> {
        let mut fields = BTreeMap::new();
        let mut is_spread = false;
        for (key, value) in entries {
            let shape = self.shape(value, scope);
            match key {
                Some(key) => {
                    fields.insert(key.clone(), shape);
                }
                None => is_spread = true,
            }
        }
        if is_spread {
            Shape::Any
        } else {
            record(fields)
        }
    }

    fn comprehension(&mut self, from: &'a Comprehension, scope: &Scope<'a>) -> Shape<'a> {
        let of = self.shape(&from.of, scope);
        self.check_loop(&from.of, &of, scope);
        let mut inner = scope.clone();
        inner.bind(&from.value, of.element());
        if let Some(key) = &from.key {
            inner.bind(key, Shape::Plain);
        }
        if let Some(condition) = &from.condition {
            self.shape(condition, &inner);
        }
        Shape::List(Rc::new(self.shape(&from.each, &inner)))
    }
}

/// An expression as a message names it.
fn written(expression: &Expression) -> String {
    match &expression.kind {
        Kind::Variable(name) => name.clone(),
        Kind::Field(of, name) => format!("{}.{}", written(of), name.name),
        Kind::Index(of, ..) => format!("{}[…]", written(of)),
        Kind::Filter(of, name, _) => format!("{} | {}", written(of), name.name),
        Kind::Constant(_)
        | Kind::Call(..)
        | Kind::Test(..)
        | Kind::Operation(_)
        | Kind::Choice(_)
        | Kind::List(_)
        | Kind::Record(_)
        | Kind::Comprehension(_)
        | Kind::Component(_) => "this".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tera_knows_every_filter_test_and_function_we_accept() {
        let mut tera = tera::Tera::new();
        tera.register_function("t", |_: tera::Kwargs, _: &tera::State| "");
        for filter in FILTERS {
            let template = format!("{{{{ x | {filter} }}}}");
            assert!(
                tera.add_raw_template("filter", &template).is_ok(),
                "{filter}"
            );
        }
        for test in TESTS {
            let template = format!("{{{{ x is {test} }}}}");
            assert!(tera.add_raw_template("test", &template).is_ok(), "{test}");
        }
        for function in FUNCTIONS.iter().filter(|name| **name != "super") {
            let template = format!("{{{{ {function}() }}}}");
            assert!(
                tera.add_raw_template("call", &template).is_ok(),
                "{function}"
            );
        }
    }
}
