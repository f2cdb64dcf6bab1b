//! Which values a message is given, also by way of the messages it refers to. Start at [`arguments`].

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};

/// The names of the values of each message.
pub(super) fn arguments(resource: &FluentResource) -> BTreeMap<String, BTreeSet<String>> {
    let mut asked: BTreeMap<String, Asked> = BTreeMap::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry {
            let asked = asked.entry(message.id.name.to_owned()).or_default();
            if let Some(pattern) = &message.value {
                asked.pattern(pattern);
            }
        }
    }
    asked
        .keys()
        .map(|key| {
            let mut names = BTreeSet::new();
            let mut met = BTreeSet::new();
            collect(key, &asked, &mut met, &mut names);
            (key.clone(), names)
        })
        .collect()
}

fn collect<'a>(
    key: &'a str,
    asked: &'a BTreeMap<String, Asked>,
    met: &mut BTreeSet<&'a str>,
    names: &mut BTreeSet<String>,
) {
    if !met.insert(key) {
        return;
    }
    if let Some(asked_here) = asked.get(key) {
        names.extend(asked_here.values.iter().cloned());
        for message in &asked_here.messages {
            collect(message, asked, met, names);
        }
    }
}

/// What one message asks for.
#[derive(Default)]
struct Asked {
    values: BTreeSet<String>,
    messages: BTreeSet<String>,
}

impl Asked {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.values.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => self.call(arguments),
            InlineExpression::TermReference { arguments, .. } => {
                if let Some(arguments) = arguments {
                    self.call(arguments);
                }
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn call(&mut self, arguments: &CallArguments<&str>) {
        for argument in &arguments.positional {
            self.inline(argument);
        }
        for argument in &arguments.named {
            self.inline(&argument.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::arguments;

    #[test]
    fn a_value_counts_wherever_it_stands_in_a_message() {
        let source = "a = { $one } { b }\nb = { $two ->\n    [one] x\n   *[other] { NUMBER($three) }\n}\nc = x\n";
        let resource = fluent_bundle::FluentResource::try_new(source.to_owned()).unwrap();
        let found = arguments(&resource);
        let names = |key: &str| found[key].iter().cloned().collect::<Vec<_>>().join(" ");
        assert_eq!(names("a"), "one three two");
        assert_eq!(names("b"), "three two");
        assert_eq!(names("c"), "");
    }
}
