package import DialLanguage

/// An option of an export format, as in `header=no`: its reading, its refusal, its help and its
/// completion go by this.
package struct ExportOption: Sendable, Hashable {
  package let name: String
  /// The words that it takes; empty where other texts are values too.
  package let values: [String]
  /// What it takes, as a refusal says it.
  package let takes: String
  /// What it does.
  package let summary: String

  /// An option that takes one of some words.
  package init(_ name: String, oneOf values: [String], _ summary: String) {
    self.name = name
    self.values = values
    takes = values.joined(separator: " or ")
    self.summary = summary
  }

  /// An option with values that cannot be listed.
  package init(_ name: String, takes: String, _ summary: String) {
    self.name = name
    values = []
    self.takes = takes
    self.summary = summary
  }

  /// An option that is on or off.
  package static func flag(_ name: String, _ summary: String) -> ExportOption {
    ExportOption(name, oneOf: ["yes", "no"], summary)
  }

  /// Whether the names of the columns stand in the first row.
  package static let header = ExportOption.flag(
    "header", "the names of the columns stand first; yes by default")

  /// How it is written: `header=yes|no`.
  package var usage: String {
    "\(name)=\(values.isEmpty ? "VALUE" : values.joined(separator: "|"))"
  }
}

/// The options behind an export format, as they were given.
package struct ExportOptions: Sendable {
  private var given: [(name: Word, value: Literal)]

  package init(_ given: [(name: Word, value: Literal)]) {
    self.given = given
  }

  /// Whether an option is on; `fallback` where it was not given.
  package func flag(_ option: ExportOption, default fallback: Bool) throws(Rejection) -> Bool {
    try word(option).map { $0 == "yes" } ?? fallback
  }

  /// The word that was given for an option.
  package func word(_ option: ExportOption) throws(Rejection) -> String? {
    try value(of: option) { text in option.values.contains(text) ? text : nil }
  }

  /// The value that was given for an option, as `read` has it.
  package func value<Value>(of option: ExportOption, _ read: (String) -> Value?) throws(Rejection)
    -> Value?
  {
    guard let given = given.first(where: { $0.name.text == option.name }) else { return nil }
    guard let value = read(given.value.text) else {
      throw Rejection(.badOption(given.value, for: given.name, takes: option.takes))
    }
    return value
  }

  /// Refuses what `format` does not take, and what is given twice.
  package func finish(for format: any Exporter.Type) throws(Rejection) {
    let known = format.options.map(\.name)
    var seen: Set<String> = []
    let diagnostics = given.compactMap { option -> Diagnostic? in
      guard known.contains(option.name.text) else {
        return .unknownOption(option.name, of: "export \(format.signature.name)", known: known)
      }
      return seen.insert(option.name.text).inserted ? nil : .repeatedOption(option.name)
    }
    if let rejection = Rejection(diagnostics) { throw rejection }
  }
}
