/// What may stand behind a word of the language: `N`, `FIELD [as NAME], …`, `[on | off]`.
///
/// Usage lines and completion follow from it.
package struct Parameter: Sendable {
  /// How often it may stand there.
  package enum Repetition: Sendable, Hashable {
    case once
    /// As often as one likes, with commas between.
    case withCommas
    /// As often as one likes, one behind the other.
    case freely
  }

  /// What a usage line calls it: `FIELD`; empty where only words may stand there.
  package let name: String
  /// The word or sign that stands before it: `by`, `as`, `=`.
  package let lead: String
  /// Words that may stand in its place: `none`.
  package let choices: [String]
  /// Values that are completed besides: too many for a usage line, or to be made for nothing.
  package let suggestions: @Sendable () -> [String]
  package let isOptional: Bool
  package let repetition: Repetition
  /// What may stand behind each of it: `[asc|desc]`.
  package let modifiers: [Parameter]
  /// Whether its name is written, too: `header=no`.
  package let isNamed: Bool
  /// What it does, and its default; empty for what a signature's own sentences tell.
  package let summary: String

  private init(
    name: String, lead: String = "", choices: [String] = [],
    suggestions: @escaping @Sendable () -> [String] = { [] },
    isOptional: Bool = false, repetition: Repetition = .once, modifiers: [Parameter] = [],
    isNamed: Bool = false, summary: String = ""
  ) {
    self.name = name
    self.lead = lead
    self.choices = choices
    self.suggestions = suggestions
    self.isOptional = isOptional
    self.repetition = repetition
    self.modifiers = modifiers
    self.isNamed = isNamed
    self.summary = summary
  }

  /// An option `name=value`, which may be left out.
  ///
  /// - Parameters:
  ///   - choices: the words that it takes; none where other texts are values too.
  ///   - fallback: its value where it is not given, as a sentence names it; `nil` is none.
  package static func option(
    _ name: String, oneOf choices: [String] = [], default fallback: String?, _ summary: String
  ) -> Parameter {
    Parameter(
      name: name, choices: choices, isOptional: true, isNamed: true,
      summary: summary + (fallback.map { "; \($0) by default" } ?? ""))
  }

  /// A value that usage lines call `name`, or one of `choices`.
  package static func value(
    _ name: String, or choices: [String] = [],
    suggesting suggestions: @escaping @Sendable () -> [String] = { [] }
  ) -> Parameter {
    Parameter(name: name, choices: choices, suggestions: suggestions)
  }

  /// One of some words.
  package static func oneOf(_ choices: [String]) -> Parameter {
    Parameter(name: "", choices: choices)
  }

  /// The same, which may be left out.
  package var optional: Parameter { copy(isOptional: true) }

  /// The same with a word or a sign before it.
  package func behind(_ lead: String) -> Parameter { copy(lead: lead) }

  /// The same as often as one likes.
  package func repeated(_ repetition: Repetition) -> Parameter { copy(repetition: repetition) }

  /// The same with what may stand behind each of it.
  package func followed(by modifier: Parameter) -> Parameter {
    copy(modifiers: modifiers + [modifier])
  }

  private func copy(
    lead: String? = nil, isOptional: Bool? = nil, repetition: Repetition? = nil,
    modifiers: [Parameter]? = nil
  ) -> Parameter {
    Parameter(
      name: name, lead: lead ?? self.lead, choices: choices, suggestions: suggestions,
      isOptional: isOptional ?? self.isOptional, repetition: repetition ?? self.repetition,
      modifiers: modifiers ?? self.modifiers, isNamed: isNamed, summary: summary)
  }

  /// How it is written: `[by FIELD, …]`, `header=yes|no`.
  package var usage: String {
    if isNamed { return "\(name)=\(choices.isEmpty ? "VALUE" : choices.joined(separator: "|"))" }
    let each = alternatives(" | ") + modifiers.map { " [\($0.alternatives("|"))]" }.joined()
    let all =
      switch repetition {
      case .once: each
      case .withCommas: each + ", …"
      case .freely: each + " …"
      }
    return isOptional ? "[\(all)]" : all
  }

  private func alternatives(_ separator: String) -> String {
    let words = (name.isEmpty ? [] : [name]) + choices
    return (lead.isEmpty ? "" : lead + " ") + words.joined(separator: separator)
  }
}

extension Parameter: Hashable {
  package static func == (left: Parameter, right: Parameter) -> Bool {
    left.usage == right.usage
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(usage)
  }
}

extension Parameter {
  /// A field of the rows.
  package static let field = value("FIELD")
  /// A whole number.
  package static let number = value("N")
  /// A pipeline.
  package static let pipeline = value("PIPELINE")
  /// A word that is looked for.
  package static let word = value("WORD")
  /// A file.
  package static let path = value("PATH")
  /// The options of a word, which its signature lists.
  package static let options = value("OPTION=VALUE").repeated(.freely)
}
