import DialExport
import DialLanguage
import DialStack

/// The sentences about what fingers bring from other tools.
extension Diagnostic {
  static func notInThisVersion(_ word: Word, vocabulary: Vocabulary) -> Diagnostic {
    Diagnostic(
      at: word.range,
      "`\(word.text)` is not in this version; \(everyResource(of: vocabulary))")
  }

  /// The path of a request that asks for no list that is known, or for one item of it.
  static func notAList(_ path: Substring, at range: SourceRange, vocabulary: Vocabulary)
    -> Diagnostic
  {
    Diagnostic(
      at: range, "`\(path)` is no list of this version; \(everyResource(of: vocabulary))")
  }

  /// So many names stand in one sentence.
  private static let mostNames = 5

  private static func everyResource(of vocabulary: Vocabulary) -> String {
    let names = vocabulary.catalog.resources.map { "`\($0.name)`" }
    guard names.count <= mostNames else { return "`help` lists those that are" }
    return names.dropLast().joined(separator: ", ") + " and \(names.last ?? "") are"
  }

  static func sortedBy(_ by: SourceRange, field: Token) -> Diagnostic {
    Diagnostic(
      at: by, "`sort` takes the field alone; write `sort \(field.text)`",
      mend: Mend(by.upTo(field.range), ""))
  }

  /// `--no-header` or `--header=no`, where `header=no` is meant.
  static func optionOfAShell(
    _ word: String, of exporter: any ExportFormat.Type, at range: SourceRange
  ) -> Diagnostic {
    let text = range.text
    let name = word.drop { $0 == "-" }
    let known = exporter.options.map(\.name)
    let negated = name.hasPrefix("no-") ? String(name.dropFirst(3)) : ""
    let meant: String? =
      if known.contains(negated) {
        "\(negated)=no"
      } else if known.contains(String(name)), text.contains("="), text.last != "=" {
        String(text.drop { $0 == "-" })
      } else {
        nil
      }
    let kind = "export \(exporter.signature.name)"
    let way =
      if let meant {
        "write `\(meant)`"
      } else if known.contains(String(name)) {
        "write `\(name)=VALUE`"
      } else if known.isEmpty {
        "`\(kind)` takes none"
      } else {
        "`\(kind)` takes \(known.map { "\($0)=" }.joined(separator: ", "))"
      }
    return Diagnostic(
      at: range, "`\(text)` looks like an option; \(way), and `./\(text)` is a file of that name",
      mend: meant.map { Mend(range, $0) })
  }

  static func fieldAsText(_ literal: Literal) -> Diagnostic {
    Diagnostic(
      at: literal.range,
      "`\(literal.text)` is a field, which is written `.\(literal.text)` here; a text stands in quotes",
      mend: Mend(literal.range, ".\(literal.text)"))
  }

  static func unspaced(_ literal: Literal, as calculation: String) -> Diagnostic {
    Diagnostic(
      at: literal.range,
      "`\(literal.text)` is one word; signs stand between spaces: `\(calculation)`",
      mend: Mend(literal.range, calculation))
  }

  static func periodAsText(_ literal: Literal) -> Diagnostic {
    Diagnostic(
      at: literal.range,
      "`\(literal.text)` is a time of conditions; a calculation knows `now`, and a text stands in quotes",
      mend: nil)
  }

  static func cutNumber(_ literal: Literal, whole: String) -> Diagnostic {
    Diagnostic(
      at: literal.range, "a number has digits before and behind its point; write `\(whole)`",
      mend: Mend(literal.range, whole))
  }

  static func fieldWithoutDot(_ literal: Literal) -> Diagnostic {
    Diagnostic(
      at: literal.range,
      "a field stands left of the operator; as a value it is written `.\(literal.text)`",
      mend: Mend(literal.range, ".\(literal.text)"))
  }

  static func notBehindSource(_ tokens: [Token], source: String, isStage: Bool) -> Diagnostic {
    let token = tokens[0]
    let words = ["in", "not", "is", "like", "between"]
    let isCondition =
      token.kind == .word && !isStage && tokens.count > 2
      && (tokens[1].isOperator || words.contains { tokens[1].isWord($0) })
    let joint = isStage ? "| " : isCondition ? "where " : nil
    let way =
      joint.map { "write `\(source) \($0)\(token.text)\(isCondition ? " …" : "")`" }
      ?? "put a `|` between the source and its stages"
    return Diagnostic(
      at: token.range, "unexpected \(token.spelling) after `\(source)`; \(way)",
      mend: joint.map { Mend(token.range.start, $0) })
  }
}
