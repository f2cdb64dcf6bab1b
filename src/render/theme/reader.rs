//! Words of template code → expressions. Tera has refused wrong syntax before, so whatever does not fit here is passed
//! over in silence.

use super::expression::{
    Argument, ComponentCall, Comprehension, Expression, IndexKind, Kind, Name,
};
use super::tokens::{Token, Word};

/// Reads expressions from words.
pub(super) struct Reader {
    tokens: Vec<Token>,
    at: usize,
    end: usize,
}

const OPERATORS: &[&str] = &[
    "+", "-", "*", "/", "//", "%", "**", "==", "!=", "<", "<=", ">", ">=", "~",
];

impl Reader {
    /// Reads words that end at byte `end`.
    pub(super) fn new(tokens: Vec<Token>, end: usize) -> Self {
        Self { tokens, at: 0, end }
    }

    pub(super) fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    pub(super) fn peek_is(&self, sign: &str) -> bool {
        self.peek().is_some_and(|token| token.is_sign(sign))
    }

    pub(super) fn take_sign(&mut self, sign: &str) -> bool {
        let there = self.peek_is(sign);
        self.at += usize::from(there);
        there
    }

    pub(super) fn take_keyword(&mut self, keyword: &str) -> bool {
        let there = self.peek().is_some_and(|token| token.is_name(keyword));
        self.at += usize::from(there);
        there
    }

    /// The next word when it is a name.
    pub(super) fn take_name(&mut self) -> Option<Name> {
        let token = self.peek()?;
        let Word::Name(name) = &token.word else {
            return None;
        };
        let name = Name {
            name: name.clone(),
            range: token.range.clone(),
        };
        self.at += 1;
        Some(name)
    }

    /// The next word when it is a string.
    pub(super) fn take_text(&mut self) -> Option<Name> {
        let token = self.peek()?;
        let Word::Text(text) = &token.word else {
            return None;
        };
        let text = Name {
            name: text.clone(),
            range: token.range.clone(),
        };
        self.at += 1;
        Some(text)
    }

    /// A name with dots, as components have.
    pub(super) fn take_dotted_name(&mut self) -> Option<Name> {
        let mut name = self.take_name()?;
        while self.take_sign(".") {
            let part = self.take_name()?;
            name.name.push('.');
            name.name.push_str(&part.name);
            name.range.end = part.range.end;
        }
        Some(name)
    }

    /// Where the next word begins.
    fn position(&self) -> usize {
        self.peek().map_or(self.end, |token| token.range.start)
    }

    /// Where the last word ended.
    fn last_end(&self) -> usize {
        self.at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(self.end, |token| token.range.end)
    }

    fn finish(&self, kind: Kind, start: usize) -> Expression {
        Expression {
            kind,
            range: start..self.last_end().max(start),
        }
    }

    /// A whole expression.
    pub(super) fn expression(&mut self) -> Expression {
        let start = self.position();
        let value = self.operation();
        if !self.take_keyword("if") {
            return value;
        }
        let condition = self.expression();
        self.take_keyword("else");
        let otherwise = self.expression();
        self.finish(Kind::Choice(Box::new([condition, value, otherwise])), start)
    }

    /// Operands and operators; how strongly they bind does not matter for which fields are used.
    fn operation(&mut self) -> Expression {
        let start = self.position();
        let first = self.operand();
        let mut operands = vec![first];
        while self.take_operator() {
            operands.push(self.operand());
        }
        if operands.len() == 1 {
            return operands.remove(0);
        }
        self.finish(Kind::Operation(operands), start)
    }

    fn take_operator(&mut self) -> bool {
        let Some(token) = self.peek() else {
            return false;
        };
        let (found, length) = match &token.word {
            Word::Name(name) => match name.as_str() {
                "and" | "or" | "in" => (true, 1),
                "not" => (true, 2),
                _ => (false, 0),
            },
            Word::Sign(sign) => (OPERATORS.contains(sign), 1),
            Word::Text(_) | Word::Constant => (false, 0),
        };
        if found {
            self.at += length;
        }
        found
    }

    fn operand(&mut self) -> Expression {
        let start = self.position();
        if self.take_keyword("not") || self.take_sign("-") {
            let inner = self.operand();
            return self.finish(Kind::Operation(vec![inner]), start);
        }
        let mut value = self.primary();
        loop {
            value = if self.take_sign("|") {
                let Some(name) = self.take_name() else { break };
                let arguments = self.arguments();
                self.finish(Kind::Filter(Box::new(value), name, arguments), start)
            } else if self.take_keyword("is") {
                self.take_keyword("not");
                let Some(name) = self.take_name() else { break };
                let arguments = self.arguments();
                self.finish(Kind::Test(Box::new(value), name, arguments), start)
            } else {
                break;
            }
        }
        value
    }

    fn primary(&mut self) -> Expression {
        let start = self.position();
        let Some(token) = self.peek().cloned() else {
            return self.finish(Kind::Constant(None), start);
        };
        self.at += 1;
        let first = match token.word {
            Word::Text(text) => Kind::Constant(Some(text)),
            Word::Name(name) if self.peek_is("(") => {
                let arguments = self.arguments();
                let range = token.range;
                Kind::Call(Name { name, range }, arguments)
            }
            Word::Name(name) => Kind::Variable(name),
            Word::Sign("(") => {
                let inner = self.expression();
                self.take_sign(")");
                return self.after(inner, start);
            }
            Word::Sign("[") => self.list(),
            Word::Sign("{") => self.record(),
            Word::Sign("<") => match self.component_call() {
                Some(call) => {
                    self.take_sign("/");
                    self.take_sign(">");
                    Kind::Component(call)
                }
                None => Kind::Constant(None),
            },
            Word::Constant | Word::Sign(_) => Kind::Constant(None),
        };
        let first = self.finish(first, start);
        self.after(first, start)
    }

    /// `.field` and `[index]` after a value.
    fn after(&mut self, mut value: Expression, start: usize) -> Expression {
        loop {
            value = if self.take_sign(".") || self.take_sign("?.") {
                let Some(name) = self.take_name() else { break };
                self.finish(Kind::Field(Box::new(value), name), start)
            } else if self.take_sign("[") || self.take_sign("?[") {
                let (parts, kind) = self.index();
                self.finish(Kind::Index(Box::new(value), parts, kind), start)
            } else {
                break;
            }
        }
        value
    }

    fn index(&mut self) -> (Vec<Expression>, IndexKind) {
        let mut parts = Vec::new();
        let mut kind = IndexKind::One;
        while self.peek().is_some() && !self.take_sign("]") {
            if self.take_sign(":") {
                kind = IndexKind::Slice;
            } else {
                parts.push(self.expression());
            }
        }
        (parts, kind)
    }

    /// `(name=value, …)`, or nothing.
    pub(super) fn arguments(&mut self) -> Vec<Argument> {
        let mut arguments = Vec::new();
        if !self.take_sign("(") {
            return arguments;
        }
        while let Some(name) = self.take_name() {
            self.take_sign("=");
            let value = self.expression();
            arguments.push(Argument { name, value });
            self.take_sign(",");
        }
        self.take_sign(")");
        arguments
    }

    fn list(&mut self) -> Kind {
        let mut items = Vec::new();
        while self.peek().is_some() && !self.take_sign("]") {
            let spread = self.take_sign("...");
            let item = self.expression();
            if self.take_keyword("for") {
                return self.comprehension(item);
            }
            items.push((item, spread));
            self.take_sign(",");
        }
        Kind::List(items)
    }

    fn comprehension(&mut self, each: Expression) -> Kind {
        let (key, value) = self.loop_names();
        self.take_keyword("in");
        let of = self.operation();
        let condition = self.take_keyword("if").then(|| self.operation());
        self.take_sign("]");
        Kind::Comprehension(Box::new(Comprehension {
            each,
            key,
            value,
            of,
            condition,
        }))
    }

    /// `value` or `key, value`.
    pub(super) fn loop_names(&mut self) -> (Option<String>, String) {
        let first = self.take_name().map_or_else(String::new, |name| name.name);
        if self.take_sign(",") {
            let value = self.take_name().map_or_else(String::new, |name| name.name);
            (Some(first), value)
        } else {
            (None, first)
        }
    }

    fn record(&mut self) -> Kind {
        let mut entries = Vec::new();
        while self.peek().is_some() && !self.take_sign("}") {
            if self.take_sign("...") {
                entries.push((None, self.expression()));
            } else {
                let key = self.take_text().map(|text| text.name);
                if key.is_none() {
                    self.at += 1;
                }
                self.take_sign(":");
                entries.push((Some(key.unwrap_or_default()), self.expression()));
            }
            self.take_sign(",");
        }
        Kind::Record(entries)
    }

    /// `name argument="text" argument={value} argument {...spread}`, after the `<`.
    pub(super) fn component_call(&mut self) -> Option<ComponentCall> {
        let name = self.take_dotted_name()?;
        let mut call = ComponentCall {
            name,
            arguments: Vec::new(),
            spreads: Vec::new(),
        };
        loop {
            if self.take_sign("{") {
                self.take_sign("...");
                call.spreads.push(self.expression());
                self.take_sign("}");
            } else if let Some(name) = self.take_name() {
                let value = self.component_argument(&name);
                call.arguments.push(Argument { name, value });
            } else {
                return Some(call);
            }
        }
    }

    fn component_argument(&mut self, name: &Name) -> Expression {
        if !self.take_sign("=") {
            return Expression {
                kind: Kind::Variable(name.name.clone()),
                range: name.range.clone(),
            };
        }
        if self.take_sign("{") {
            let value = self.expression();
            self.take_sign("}");
            return value;
        }
        let start = self.position();
        let text = self.take_text().map(|text| text.name);
        self.finish(Kind::Constant(text), start)
    }
}
