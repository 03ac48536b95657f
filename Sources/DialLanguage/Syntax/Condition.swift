/// What stands behind `where`, or a part of it.
package struct Condition: Sendable, Hashable {
  package indirect enum Form: Sendable, Hashable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case comparison(FieldName, Operator, Literal)
    case membership(FieldName, Membership, [Literal])
    /// A field and a pipeline in parentheses, among whose values it is to be.
    case query(FieldName, Membership, Arguments)
    /// A boolean field alone: `outbound_enabled`.
    case flag(FieldName)
  }

  package let form: Form
  /// The characters, with the parentheses around them.
  package let range: SourceRange

  init(_ form: Form, at range: SourceRange) {
    self.form = form
    self.range = range
  }
}

extension Condition {
  /// What alone stands behind `in` and may name what a pipeline begins with: a word in parentheses,
  /// or a variable.
  package var possibleSource: Arguments? {
    guard case .membership(_, _, let literals) = form, literals.count == 1 else { return nil }
    let (literal, range) = (literals[0], literals[0].range)
    let kind: Token.Kind
    switch literal.form {
    case .word where self.range.text.hasSuffix(")"): kind = .word
    case .variable: kind = .variable
    case .word, .quoted, .field, .open: return nil
    }
    return Arguments(
      tokens: [Token(kind: kind, text: literal.text, range: range, isAttached: false)],
      end: Token(kind: .end, text: "", range: range, isAttached: false))
  }
}

/// The operators between a field and a value.
package enum Operator: String, Sendable, Hashable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case matches = "~"
  case doesNotMatch = "!~"

  init?(_ token: Token) {
    guard case .symbol(let symbol) = token.kind else { return nil }
    self.init(rawValue: symbol.rawValue)
  }
}

/// `in` or `not in`.
package enum Membership: Sendable, Hashable {
  case inside, outside
}

/// A field's name: keys joined by dots.
package struct FieldName: Sendable, Hashable {
  /// The name without a leading dot.
  package let text: String
  /// A leading dot takes a key that the catalog doesn't know.
  package let isUnlisted: Bool
  package let range: SourceRange

  package init(text: String, isUnlisted: Bool, range: SourceRange) {
    self.text = text
    self.isUnlisted = isUnlisted
    self.range = range
  }

  /// The name that a word is read as.
  package init(_ token: Token) {
    let isUnlisted = token.text.first == "."
    self.init(
      text: isUnlisted ? String(token.text.dropFirst()) : token.text, isUnlisted: isUnlisted,
      range: token.range)
  }

  /// The name as it is typed.
  package var source: String { (isUnlisted ? "." : "") + text }
}

/// A value as it stands in the text.
package struct Literal: Sendable, Hashable {
  package enum Form: Sendable, Hashable {
    case word
    /// In quotes: taken as it is, not held against known values.
    case quoted
    /// `$name`; `text` is the name.
    case variable
    /// `.name`: the value of another field.
    case field
    /// What stands for a value that is given later: of a parameter, while a script is checked.
    case open
  }

  package let form: Form
  package let text: String
  package let range: SourceRange

  package init(_ form: Form, _ text: String, at range: SourceRange) {
    self.form = form
    self.text = text
    self.range = range
  }

  /// The value as it is typed.
  package var source: String {
    switch form {
    case .word, .open: text
    case .quoted: text.quoted
    case .variable: "$" + text
    case .field: "." + text
    }
  }

  /// Whether this is the bare word `word` of the language, in any case.
  package func isWord(_ word: String) -> Bool { form == .word && text.isKeyword(word) }
}

extension Token {
  /// Whether this is an operator between a field and a value.
  package var isOperator: Bool { Operator(self) != nil }
}
