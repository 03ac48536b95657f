/// What a value is worked out of, as it stands in the text.
package indirect enum Expression: Sendable, Hashable {
  /// A value, a variable or `.field`.
  case literal(Literal)
  /// Two of them with a sign between.
  case operation(ArithmeticOperator, Expression, Expression)
  /// `name(…)`, through the parenthesis that closes it.
  case call(Word, [Expression], through: SourceRange)

  /// Its characters.
  package var range: SourceRange {
    switch self {
    case .literal(let literal): literal.range
    case .operation(_, let left, let right): left.range.through(right.range)
    case .call(let name, _, let end): name.range.through(end)
    }
  }
}

/// A sign between two values, which stands between spaces.
package enum ArithmeticOperator: String, Sendable, Hashable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"

  /// Whether it binds tighter than the others.
  var isOfProducts: Bool { self == .multiply || self == .divide }
}
