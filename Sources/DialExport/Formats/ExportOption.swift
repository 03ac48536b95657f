package import DialLanguage

/// An option of an export format, as in `header=no`: its reading, its refusal, its help and its
/// completion go by this.
package struct ExportOption<Value: Sendable>: ExportParameter {
  package let parameter: Parameter
  package let takes: String
  /// The value where none is given.
  let fallback: Value
  /// The value that a text stands for; `nil` if it is none.
  let read: @Sendable (String) -> Value?

  /// An option that takes one of some words.
  ///
  /// - Parameter sentence: the default, as the help names it; `nil` is none.
  package init(
    _ name: String, oneOf values: [(word: String, value: Value)], default fallback: Value,
    named sentence: String? = nil, _ summary: String
  ) {
    parameter = .option(name, oneOf: values.map(\.word), default: sentence, summary)
    takes = values.map(\.word).joined(separator: " or ")
    self.fallback = fallback
    read = { text in values.first { $0.word == text }?.value }
  }

  /// An option with values that cannot be listed.
  package init(
    _ name: String, takes: String, default fallback: Value, named sentence: String? = nil,
    _ summary: String, read: @escaping @Sendable (String) -> Value?
  ) {
    parameter = .option(name, default: sentence, summary)
    self.takes = takes
    self.fallback = fallback
    self.read = read
  }

  package func accepts(_ text: String) -> Bool { read(text) != nil }
}

extension ExportOption<Bool> {
  /// An option that is on or off.
  package static func flag(_ name: String, default fallback: Bool, _ summary: String)
    -> ExportOption
  {
    ExportOption(
      name, oneOf: [("yes", true), ("no", false)], default: fallback,
      named: fallback ? "yes" : "no", summary)
  }

  /// Whether the names of the columns stand in the first row.
  package static var header: ExportOption {
    .flag("header", default: true, "the names of the columns stand first")
  }
}

/// What there is to know of an option besides what its value becomes.
package protocol ExportParameter: Sendable {
  /// What help and completion know of it.
  var parameter: Parameter { get }
  /// What it takes, as a refusal says it.
  var takes: String { get }
  /// Whether `text` is a value of it.
  func accepts(_ text: String) -> Bool
}

extension ExportParameter {
  package var name: String { parameter.name }
}

extension Signature {
  /// The signature of a word behind `export`.
  package init(
    format name: String, options: [any ExportParameter] = [], summary: String,
    details: [String] = [], examples: [Example]
  ) {
    self.init(
      name, behind: "export", .path.optional, options: options.map(\.parameter),
      summary: summary, details: details, examples: examples)
  }
}

/// The options behind an export format, as they were given.
package struct ExportOptions: Sendable {
  private let given: [(name: Word, value: Literal)]

  package init(_ given: [(name: Word, value: Literal)]) {
    self.given = given
  }

  /// Where the value of an option stands; `nil` where it is not given.
  package func range(of name: String) -> SourceRange? {
    given.first { $0.name.text == name }?.value.range
  }

  /// The value of an option: the one that was given, or its default.
  package subscript<Value>(option: ExportOption<Value>) -> Value {
    let given = given.first { $0.name.text == option.name }
    return given.flatMap { option.read($0.value.text) } ?? option.fallback
  }

  /// Refuses what neither `format` nor `export` itself takes, and what is given twice.
  ///
  /// - Parameter common: the options of every format.
  package func finish(
    for format: any ExportFormat.Type, or common: [any ExportParameter] = []
  ) throws(Rejection) {
    let known = (format.options + common).map(\.name)
    var seen: Set<String> = []
    let diagnostics = given.compactMap { option -> Diagnostic? in
      guard known.contains(option.name.text) else {
        return .unknownOption(option.name, of: "export \(format.signature.name)", known: known)
      }
      return seen.insert(option.name.text).inserted ? nil : .repeatedOption(option.name)
    }
    if let rejection = Rejection(diagnostics) { throw rejection }
  }

  /// Refuses values that the options of `format` don't take.
  package func checkValues(
    for format: any ExportFormat.Type, or common: [any ExportParameter] = []
  ) throws(Rejection) {
    let diagnostics = given.compactMap { name, value -> Diagnostic? in
      guard let option = (format.options + common).first(where: { $0.name == name.text }),
        !option.accepts(value.text)
      else { return nil }
      return .badOption(value, for: name, takes: option.takes)
    }
    if let rejection = Rejection(diagnostics) { throw rejection }
  }
}
