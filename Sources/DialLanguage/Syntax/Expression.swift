/// What a value is worked out of, as it stands in the text.
package indirect enum Expression: Sendable, Hashable {
  /// A value, a variable or `.field`.
  case literal(Literal)
  /// `name(…)`, through the parenthesis that closes it.
  case call(Word, [Expression], through: SourceRange)

  /// Its characters.
  package var range: SourceRange {
    switch self {
    case .literal(let literal): literal.range
    case .call(let name, _, let end): name.range.through(end)
    }
  }
}
