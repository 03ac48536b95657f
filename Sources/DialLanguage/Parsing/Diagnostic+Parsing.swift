/// The sentences of lexing and parsing.
extension Diagnostic {
  static func stringNotClosed(_ token: Token) -> Diagnostic {
    Diagnostic(at: token.range, "string is not closed")
  }

  static func strayCharacter(_ token: Token) -> Diagnostic {
    Diagnostic(
      at: token.range, "`\(token.text)` cannot stand here; put text that holds it in quotes")
  }

  /// `2*3`: signs stand between spaces.
  static func unspacedProduct(_ sign: Token) -> Diagnostic {
    Diagnostic(
      at: sign.range, "signs stand between spaces: ` * `", mend: Mend(sign.range, " * "))
  }

  /// `count(*)`, as SQL counts rows.
  static func countsStar(_ range: SourceRange) -> Diagnostic {
    Diagnostic(at: range, "`count` counts rows without `(*)`", mend: Mend(range, ""))
  }

  static func badEscape(_ token: Token) -> Diagnostic {
    Diagnostic(
      at: token.range,
      "`\(token.text)` is no escape; write \\\\, \\\", \\n, \\t or \\u{…}, or use single quotes")
  }

  static func variableWithoutName(_ token: Token) -> Diagnostic {
    Diagnostic(at: token.range, "`$` needs a name behind it; put text that holds it in quotes")
  }

  package static func expected(_ what: String, found token: Token) -> Diagnostic {
    Diagnostic(at: token.range, "expected \(what), found \(token.spelling)")
  }

  static func unexpected(_ token: Token, after place: String) -> Diagnostic {
    Diagnostic(at: token.range, "unexpected \(token.spelling) after \(place)")
  }

  static func nestedTooDeeply(_ token: Token, _ what: String) -> Diagnostic {
    Diagnostic(
      at: token.range,
      "\(what) may be nested \(ArgumentReader.nestingLimit) deep, not deeper")
  }

  static func parenthesisNotClosed(_ token: Token) -> Diagnostic {
    Diagnostic(at: token.range, "`(` is not closed", about: .form)
  }

  static func parenthesisNotOpened(_ token: Token) -> Diagnostic {
    Diagnostic(at: token.range, "`)` closes nothing", about: .form)
  }

  static func notAWholeNumber(
    _ spelling: String, at range: SourceRange, for stage: String, atLeast least: Int
  ) -> Diagnostic {
    Diagnostic(at: range, "`\(stage)` needs a whole number of \(least) or more, found \(spelling)")
  }

  static func expectedOperator(after field: FieldName, found token: Token) -> Diagnostic {
    Diagnostic(
      at: token.range,
      "expected an operator after `\(field.text)`, found \(token.spelling)"
        + "; use = != < <= > >= ~ !~ or in")
  }

  static func missingStage(after bar: Token) -> Diagnostic {
    Diagnostic(at: bar.range, "expected a stage after `|`", about: .form)
  }

  /// Words and signs of other languages.
  ///
  /// - Parameters:
  ///   - replacement: what stands in their place, if it is more than `ours`.
  ///   - inFull: the mended part for the message, if it is more than `ours`.
  static func writtenElsewhere(
    _ theirs: String, as ours: String, at range: SourceRange, replacement: String? = nil,
    inFull: String? = nil, about subject: Subject = .words
  ) -> Diagnostic {
    Diagnostic(
      at: range, "`\(theirs)` is no operator here; write `\(inFull ?? ours)`",
      mend: Mend(range, replacement ?? ours), about: subject)
  }

  /// `||`, of which each half would begin a stage.
  static func doubledBar(_ first: Token, _ second: Token, before next: Token) -> Diagnostic {
    let replacement = (first.isAttached ? " " : "") + "or" + (next.isAttached ? " " : "")
    return .writtenElsewhere(
      "||", as: "or", at: first.range.through(second.range), replacement: replacement,
      about: .form)
  }

  static func exclamation(_ token: Token, before next: Token) -> Diagnostic {
    .writtenElsewhere(
      "!", as: "not", at: token.range, replacement: next.isAttached ? "not " : "not")
  }

  /// - Parameter translation: the same in this language; `nil` where no line says it.
  package static func isSQL(_ keyword: Token, until end: SourceRange, as translation: String?)
    -> Diagnostic
  {
    guard let translation else {
      return Diagnostic(
        at: keyword.range,
        "that is SQL; here a line is a source, then stages: `calls where status=busy | stats count, "
          + "avg(duration_seconds) by user`")
    }
    return Diagnostic(
      at: keyword.range, "that is SQL; write `\(translation)`",
      mend: Mend(keyword.range.through(end), translation))
  }
}
