//! Checks how components are used, and their bodies with what they are given.

use std::collections::BTreeMap;

use crate::diagnostics::codes::E0804;
use crate::diagnostics::{Diagnostic, FileId, Place, phrase, said};

use super::expression::{Argument, ComponentCall};
use super::fields::{Checker, Scope};
use super::shape::Shape;
use super::statement::Component;

impl<'a> Checker<'a> {
    /// Checks how a component is used, and its body with what it is given here.
    pub(super) fn component(&mut self, call: &'a ComponentCall, scope: &Scope<'a>) {
        let mut given: BTreeMap<&str, Shape<'a>> = BTreeMap::new();
        for argument in &call.arguments {
            let shape = self.shape(&argument.value, scope);
            given.insert(&argument.name.name, shape);
        }
        for spread in &call.spreads {
            self.shape(spread, scope);
        }
        let Some((file, component)) = self.components.get(call.name.name.as_str()).copied() else {
            let known: Vec<&str> = self.components.keys().copied().collect();
            self.unknown(scope.file, phrase("component"), &call.name, &known);
            return;
        };
        self.used_components.insert(call.name.name.clone());
        self.check_arguments(call, component, scope);
        if self.open_components.contains(&call.name.name) {
            return;
        }
        let mut inner = Scope::empty(file);
        for (name, parameter) in &component.parameters {
            let from_around = scope.variable(name).filter(|_| parameter.is_implicit);
            let shape = given.get(name.as_str()).or(from_around).cloned();
            inner.bind(name, shape.unwrap_or(Shape::Any));
        }
        if let Some(rest) = &component.rest {
            inner.bind(rest, Shape::Any);
        }
        inner.bind("body", Shape::Plain);
        self.open_components.push(call.name.name.clone());
        self.statements(&component.body, &mut inner);
        self.open_components.pop();
    }

    fn check_arguments(&mut self, call: &ComponentCall, component: &Component, scope: &Scope) {
        let known: Vec<&str> = component.parameters.keys().map(String::as_str).collect();
        for Argument { name, .. } in &call.arguments {
            if component.rest.is_none() && !known.contains(&name.name.as_str()) {
                let kind = said(
                    "argument of component `{component}`",
                    [("component", &component.name.name)],
                );
                self.unknown(scope.file, kind, name, &known);
            }
        }
        let is_given = |name: &str| call.arguments.iter().any(|a| a.name.name == name);
        for (name, parameter) in &component.parameters {
            if parameter.is_required && call.spreads.is_empty() && !is_given(name) {
                self.report(
                    Diagnostic::new(
                        E0804,
                        Place::new(scope.file, call.name.range.clone()),
                        said(
                            "component `{component}` needs argument `{name}`",
                            [("component", &call.name.name), ("name", &name)],
                        ),
                    )
                    .help(said("add `{name}={…}`", [("name", &name)])),
                );
            }
        }
    }

    pub(super) fn unused_component(&mut self, file: FileId, component: &'a Component) {
        let mut scope = Scope::empty(file);
        let names = component.parameters.keys().chain(component.rest.iter());
        for name in names {
            scope.bind(name, Shape::Any);
        }
        scope.bind("body", Shape::Any);
        self.statements(&component.body, &mut scope);
    }
}
