//! Checks how templates and components are used in others, and their bodies with what they are given.

use std::collections::BTreeMap;

use crate::diagnostics::codes::{E0801, E0804};
use crate::diagnostics::{Diagnostic, FileId, Place, phrase, said};

use super::expression::{Argument, ComponentCall, Name};
use super::fields::{Checker, Scope};
use super::shape::Shape;
use super::statement::Component;

impl<'a> Checker<'a> {
    /// Looks into a template that is included, with what is set here.
    pub(super) fn include(&mut self, name: &Name, scope: &mut Scope<'a>) {
        let Some((known, parsed)) = self.given.templates.get_key_value(&name.name) else {
            self.unknown_template(scope.file, name);
            return;
        };
        self.visited.insert(known);
        if self.open_templates.contains(&parsed.file) {
            let problem = said("template `{name}` includes itself", [("name", &name.name)]);
            let place = Place::new(scope.file, name.range.clone());
            let help =
                phrase("what a template includes never comes back to it: it would have no end");
            self.report(Diagnostic::new(E0801, place, problem).help(help));
            return;
        }
        if self.unfolds_without_end(name, scope.file) {
            return;
        }
        let mut inner = scope.clone();
        inner.file = parsed.file;
        self.open_templates.push(parsed.file);
        self.statements(&parsed.template.statements, &mut inner);
        self.open_templates.pop();
    }

    /// Counts a use of a template or component. Twice two inside each other thirty times are as many as no machine makes.
    fn unfolds_without_end(&mut self, name: &Name, file: FileId) -> bool {
        const MOST: usize = 20_000;
        self.unfolded += 1;
        if self.unfolded <= MOST {
            return false;
        }
        let problem = said(
            "the templates unfold to more than {most} pieces",
            [("most", &MOST)],
        );
        let help =
            phrase("use a component where its words stand, and not again and again inside others");
        let place = Place::new(file, name.range.clone());
        if self.unfolded == MOST + 1 {
            self.report(Diagnostic::new(E0801, place, problem).help(help));
        }
        true
    }

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
        if self.unfolds_without_end(&call.name, scope.file) {
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
