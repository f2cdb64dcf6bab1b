//! Expressions of templates, as far as checking fields needs them.

use std::ops::Range;

/// An expression and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Expression {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

/// What an expression is.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// A literal.
    Constant(Option<String>),
    /// A variable.
    Variable(String),
    /// `of.name`.
    Field(Box<Expression>, Name),
    /// `of[index]` or a slice.
    Index(Box<Expression>, Vec<Expression>, IndexKind),
    /// `name(arguments)`.
    Call(Name, Vec<Argument>),
    /// `of | name(arguments)`.
    Filter(Box<Expression>, Name, Vec<Argument>),
    /// `of is name(arguments)`.
    Test(Box<Expression>, Name, Vec<Argument>),
    /// Operands joined by operators.
    Operation(Vec<Expression>),
    /// `yes if condition else no`.
    Choice(Box<[Expression; 3]>),
    /// `[a, ...b]`; spread items are lists themselves.
    List(Vec<(Expression, bool)>),
    /// `{"key": value, ...spread}`; without a key it is spread.
    Record(Vec<(Option<String>, Expression)>),
    /// `[each for key, value in of if condition]`.
    Comprehension(Box<Comprehension>),
    /// `<name arguments />`.
    Component(ComponentCall),
}

/// One value or a part of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IndexKind {
    /// `of[i]`.
    One,
    /// `of[a:b]`.
    Slice,
}

/// A name and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) name: String,
    pub(super) range: Range<usize>,
}

/// `name=value`.
#[derive(Clone, Debug)]
pub(super) struct Argument {
    pub(super) name: Name,
    pub(super) value: Expression,
}

/// A list made from another.
#[derive(Clone, Debug)]
pub(super) struct Comprehension {
    pub(super) each: Expression,
    pub(super) key: Option<String>,
    pub(super) value: String,
    pub(super) of: Expression,
    pub(super) condition: Option<Expression>,
}

/// A component with its arguments.
#[derive(Clone, Debug)]
pub(super) struct ComponentCall {
    pub(super) name: Name,
    pub(super) arguments: Vec<Argument>,
    pub(super) spreads: Vec<Expression>,
}
