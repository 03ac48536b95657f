/// The sentences of lexing and parsing.
extension Diagnostic {
  static func stringNotClosed(_ token: Token) -> Diagnostic {
    Diagnostic(at: token.range, "string is not closed")
  }

  static func strayCharacter(_ token: Token) -> Diagnostic {
    Diagnostic(
      at: token.range, "`\(token.text)` cannot stand here; put text that holds it in quotes")
  }

  static func badEscape(_ token: Token) -> Diagnostic {
    Diagnostic(
      at: token.range,
      "`\(token.text)` is no escape; write \\\\, \\\", \\n, \\t or \\u{…}, or use single quotes")
  }

  static func variableWithoutName(_ token: Token) -> Diagnostic {
    Diagnostic(at: token.range, "`$` needs a name behind it; put text that holds it in quotes")
  }

  static func expected(_ what: String, found token: Token) -> Diagnostic {
    Diagnostic(at: token.range, "expected \(what), found \(token.spelling)")
  }

  static func unexpected(_ token: Token, after place: String) -> Diagnostic {
    Diagnostic(at: token.range, "unexpected \(token.spelling) after \(place)")
  }

  static func nestedTooDeeply(_ token: Token) -> Diagnostic {
    Diagnostic(
      at: token.range,
      "conditions may be nested \(ArgumentReader.nestingLimit) deep, not deeper")
  }

  static func parenthesisNotClosed(_ token: Token) -> Diagnostic {
    Diagnostic(at: token.range, "`(` is not closed")
  }

  static func parenthesisNotOpened(_ token: Token) -> Diagnostic {
    Diagnostic(at: token.range, "`)` closes nothing")
  }

  static func notAWholeNumber(
    _ spelling: String, at range: SourceRange, for stage: String
  ) -> Diagnostic {
    Diagnostic(at: range, "`\(stage)` needs a whole number of 1 or more, found \(spelling)")
  }

  static func expectedOperator(after field: FieldName, found token: Token) -> Diagnostic {
    Diagnostic(
      at: token.range,
      "expected an operator after `\(field.text)`, found \(token.spelling)"
        + "; use = != < <= > >= ~ !~ or in")
  }

  static func missingStage(after bar: Token) -> Diagnostic {
    Diagnostic(at: bar.range, "expected a stage after `|`")
  }
}
