//! Checks that templates use only fields, filters, functions, tests and components that exist. Start at [`check`].

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::diagnostics::codes::{E0802, E0804, E0806};
use crate::diagnostics::{Diagnostic, FileId, Place, Wording, said};

use super::expression::Name;
use super::shape::Shape;
use super::statement::{Component, Statement, Template};

/// A template with the file it was read from.
pub(super) struct ParsedTemplate {
    pub(super) file: FileId,
    pub(super) template: Template,
}

/// What templates may use: their own kind, by name, and the shapes of what they are given.
pub(super) struct Given<'a> {
    pub(super) templates: &'a BTreeMap<String, ParsedTemplate>,
    pub(super) site: Shape<'a>,
    /// Template name and shape of `page`.
    pub(super) pages: Vec<(&'a str, Shape<'a>)>,
    /// Where to report a template that is missing.
    pub(super) theme: Place,
}

/// Checks every template with each view it is used for; what no page uses is checked without knowing `page`.
pub(super) fn check(given: &Given, diagnostics: &mut Vec<Diagnostic>) {
    let mut checker = Checker::new(given);
    for (name, page) in &given.pages {
        if given.templates.contains_key(*name) {
            checker.page(name, page.clone());
        } else {
            let known = given.templates.keys().map(String::as_str);
            checker.found.push(
                Diagnostic::new(
                    E0806,
                    given.theme,
                    said("template `{name}` is missing", [("name", &name)]),
                )
                .help(said(
                    "add `templates/{name}` to the theme",
                    [("name", &name)],
                ))
                .did_you_mean(name, known),
            );
        }
    }
    for (name, parsed) in given.templates {
        if !checker.visited.contains(name.as_str()) {
            checker.page(name, Shape::Any);
        }
        for component in &parsed.template.components {
            if !checker.used_components.contains(&component.name.name) {
                checker.unused_component(parsed.file, component);
            }
        }
    }
    diagnostics.append(&mut checker.found);
}

/// Where the checker stands: the file and the variables that are set.
#[derive(Clone)]
pub(super) struct Scope<'a> {
    pub(super) file: FileId,
    variables: BTreeMap<String, Shape<'a>>,
    /// Undefined names do no harm here (`x is defined`, `x | default(…)`).
    pub(super) is_forgiving: bool,
    /// The block being rendered and the templates whose version of it come next.
    block: Option<(String, Vec<&'a ParsedTemplate>)>,
}

impl<'a> Scope<'a> {
    /// A file where nothing is set yet.
    pub(super) fn empty(file: FileId) -> Self {
        Self {
            file,
            variables: BTreeMap::new(),
            is_forgiving: false,
            block: None,
        }
    }

    pub(super) fn variable(&self, name: &str) -> Option<&Shape<'a>> {
        self.variables.get(name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.variables.keys().map(String::as_str)
    }

    pub(super) fn bind(&mut self, name: &str, shape: Shape<'a>) {
        self.variables.insert(name.to_owned(), shape);
    }
}

/// The blocks of a page, each with its versions from the page's own template to the outermost parent.
type Blocks<'a> = BTreeMap<&'a str, Vec<(&'a ParsedTemplate, &'a [Statement])>>;

pub(super) struct Checker<'a> {
    pub(super) given: &'a Given<'a>,
    pub(super) components: BTreeMap<&'a str, (FileId, &'a Component)>,
    pub(super) visited: BTreeSet<&'a str>,
    pub(super) used_components: BTreeSet<String>,
    /// The components being looked into, so that one that uses itself ends.
    pub(super) open_components: Vec<String>,
    /// The templates being looked into, so that one that includes itself ends.
    pub(super) open_templates: Vec<FileId>,
    /// How many templates and components one page unfolds to, up to here.
    pub(super) unfolded: usize,
    blocks: Blocks<'a>,
    found: Vec<Diagnostic>,
    reported: BTreeSet<(Place, Wording)>,
}

impl<'a> Checker<'a> {
    fn new(given: &'a Given<'a>) -> Self {
        let components = given
            .templates
            .values()
            .flat_map(|parsed| {
                let named = |component: &'a Component| {
                    (component.name.name.as_str(), (parsed.file, component))
                };
                parsed.template.components.iter().map(named)
            })
            .collect();
        Self {
            given,
            components,
            visited: BTreeSet::new(),
            used_components: BTreeSet::new(),
            open_components: Vec::new(),
            open_templates: Vec::new(),
            unfolded: 0,
            blocks: BTreeMap::new(),
            found: Vec::new(),
            reported: BTreeSet::new(),
        }
    }

    /// Reports a problem once, however many pages lead to it.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        if self
            .reported
            .insert((diagnostic.primary, diagnostic.message.clone()))
        {
            self.found.push(diagnostic);
        }
    }

    /// Checks one template as a page.
    fn page(&mut self, name: &str, page: Shape<'a>) {
        let lineage = self.lineage(name);
        let Some(outermost) = lineage.last().copied() else {
            return;
        };
        self.open_templates = lineage.iter().map(|parsed| parsed.file).collect();
        self.unfolded = 0;
        self.blocks = BTreeMap::new();
        for parsed in &lineage {
            collect_blocks(parsed, &parsed.template.statements, &mut self.blocks);
        }
        let mut scope = Scope::empty(outermost.file);
        scope.bind("site", self.given.site.clone());
        scope.bind("page", page);
        self.statements(&outermost.template.statements, &mut scope);
    }

    /// A template and its parents, itself first. Tera has refused circles and reports missing parents.
    fn lineage(&mut self, name: &str) -> Vec<&'a ParsedTemplate> {
        let given = self.given;
        let mut lineage = Vec::new();
        let mut next = given.templates.get_key_value(name);
        while let Some((name, parsed)) = next {
            self.visited.insert(name);
            lineage.push(parsed);
            next = None;
            if let Some(parent) = &parsed.template.parent {
                next = given.templates.get_key_value(&parent.name);
                if next.is_none() {
                    self.unknown_template(parsed.file, parent);
                }
            }
            if lineage.len() > given.templates.len() {
                break;
            }
        }
        lineage
    }

    pub(super) fn unknown_template(&mut self, file: FileId, name: &Name) {
        let known = self.given.templates.keys().map(String::as_str);
        let diagnostic = Diagnostic::new(
            E0806,
            Place::new(file, name.range.clone()),
            said("template `{name}` is missing", [("name", &name.name)]),
        )
        .did_you_mean(&name.name, known)
        .help("templates lie in `templates/` of the theme and are named by their path below it");
        self.report(diagnostic);
    }

    pub(super) fn statements(&mut self, statements: &'a [Statement], scope: &mut Scope<'a>) {
        for statement in statements {
            self.statement(statement, scope);
        }
    }

    fn statement(&mut self, statement: &'a Statement, scope: &mut Scope<'a>) {
        match statement {
            Statement::Print(expression) => {
                self.shape(expression, scope);
            }
            Statement::If(branches) => {
                for (condition, body) in branches {
                    if let Some(condition) = condition {
                        self.shape(condition, scope);
                    }
                    self.statements(body, scope);
                }
            }
            Statement::For(each) => {
                let of = self.shape(&each.of, scope);
                self.check_loop(&each.of, &of, scope);
                let mut inner = scope.clone();
                inner.bind(&each.value, of.element());
                inner.bind("loop", Shape::Any);
                if let Some(key) = &each.key {
                    inner.bind(key, Shape::Plain);
                }
                self.statements(&each.body, &mut inner);
                self.statements(&each.otherwise, scope);
            }
            Statement::Set(name, value) => {
                let shape = self.shape(value, scope);
                scope.bind(name, shape);
            }
            Statement::Capture(name, filters, body) => {
                self.statements(body, scope);
                for filter in filters {
                    self.shape(filter, scope);
                }
                if let Some(name) = name {
                    scope.bind(name, Shape::Plain);
                }
            }
            Statement::Include(name) => self.include(name, scope),
            Statement::Block(name, _) => self.block(name, scope),
            Statement::Component(call, body) => {
                self.statements(body, scope);
                self.component(call, scope);
            }
        }
    }

    /// Checks the version of a block that the page at hand shows.
    fn block(&mut self, name: &str, scope: &Scope<'a>) {
        let Some(versions) = self.blocks.get(name).cloned() else {
            return;
        };
        let after = versions.iter().skip(1).map(|(parsed, _)| *parsed).collect();
        if let Some((parsed, body)) = versions.first() {
            let mut inner = scope.clone();
            inner.file = parsed.file;
            inner.block = Some((name.to_owned(), after));
            self.statements(body, &mut inner);
        }
    }

    /// `super()`: the next version of the block at hand.
    pub(super) fn super_block(&mut self, scope: &Scope<'a>) {
        let Some((name, after)) = &scope.block else {
            return;
        };
        let Some((next, rest)) = after.split_first() else {
            return;
        };
        let versions = self.blocks.get(name.as_str()).cloned().unwrap_or_default();
        let body = versions
            .into_iter()
            .find(|(parsed, _)| parsed.file == next.file);
        if let Some((parsed, body)) = body {
            let mut inner = scope.clone();
            inner.file = parsed.file;
            inner.block = Some((name.clone(), rest.to_vec()));
            self.statements(body, &mut inner);
        }
    }

    /// Reports a filter, function, test, component or argument that does not exist.
    pub(super) fn unknown(
        &mut self,
        file: FileId,
        kind: impl Into<Wording>,
        name: &Name,
        known: &[&str],
    ) {
        let mut diagnostic = Diagnostic::new(
            E0804,
            Place::new(file, name.range.clone()),
            said("unknown {kind} `{name}`", [("name", &name.name)]).with("kind", kind),
        )
        .did_you_mean(&name.name, known.iter().copied());
        if !known.is_empty() {
            diagnostic = diagnostic.help(said("there is {names}", [("names", &listed(known))]));
        }
        self.report(diagnostic);
    }

    /// Reports a field that is not there, naming what is.
    pub(super) fn unknown_field(&mut self, file: FileId, of: &str, name: &Name, there: &[String]) {
        let known: Vec<&str> = there.iter().map(String::as_str).collect();
        let mut diagnostic = Diagnostic::new(
            E0802,
            Place::new(file, name.range.clone()),
            said(
                "`{of}` has no field `{name}`",
                [("of", &of), ("name", &name.name)],
            ),
        )
        .did_you_mean(&name.name, known.iter().copied());
        diagnostic = diagnostic.help(if known.is_empty() {
            said(
                "`{of}` is a single value or a list, without fields",
                [("of", &of)],
            )
        } else {
            said("it has {names}", [("names", &listed(&known))])
        });
        self.report(diagnostic);
    }
}

/// Names for a message, the first of them when there are many.
pub(super) fn listed(names: &[&str]) -> String {
    const MOST: usize = 20;
    let mut words: Vec<String> = names
        .iter()
        .take(MOST)
        .map(|name| format!("`{name}`"))
        .collect();
    if names.len() > MOST {
        words.push("…".to_owned());
    }
    words.join(", ")
}

fn collect_blocks<'a>(
    parsed: &'a ParsedTemplate,
    statements: &'a [Statement],
    blocks: &mut Blocks<'a>,
) {
    for statement in statements {
        match statement {
            Statement::Block(name, body) => {
                blocks.entry(name).or_default().push((parsed, body));
                collect_blocks(parsed, body, blocks);
            }
            Statement::If(branches) => {
                for (_, body) in branches {
                    collect_blocks(parsed, body, blocks);
                }
            }
            Statement::Capture(_, _, body) | Statement::Component(_, body) => {
                collect_blocks(parsed, body, blocks);
            }
            Statement::For(_)
            | Statement::Print(_)
            | Statement::Set(..)
            | Statement::Include(_) => {}
        }
    }
}

/// A record written in a template.
pub(super) fn record(fields: BTreeMap<String, Shape>) -> Shape {
    Shape::Record(Rc::new(fields))
}
