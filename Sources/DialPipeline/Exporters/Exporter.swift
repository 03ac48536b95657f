package import DialLanguage
import DialStack

/// A way to write rows. An exporter is pure: it appends to a buffer, and `Output` writes.
package protocol Exporter: Sendable {
  static var signature: Signature { get }

  /// The names of the options that it takes.
  static var options: [String] { get }

  /// Takes the columns, fixed before the first row, and the options behind `export`.
  ///
  /// `terminal` says how to draw for the terminal that the rows go to, if they go to one.
  ///
  /// - Throws: a ``Rejection`` for a value that an option doesn't take.
  init(columns: [Column], options: inout ExportOptions, terminal: TerminalStyle?) throws(Rejection)

  /// Appends what stands before the first row.
  mutating func begin(into buffer: inout [UInt8])

  /// Appends the rows of a batch.
  mutating func append(_ batch: Batch, into buffer: inout [UInt8])

  /// Appends what stands behind the last row.
  mutating func finish(into buffer: inout [UInt8])

  /// Sentences for the user once all is written.
  var warnings: [String] { get }

  /// The columns for which a terminal had no room.
  var hiddenColumns: [String] { get }

  /// Whether what is written may go to a terminal as it is: colours are its own, and values
  /// are made visible already.
  var drawsForTerminal: Bool { get }

  /// Says that the next row is the one with this number, where rows are shown with theirs.
  ///
  /// The first row is number 1 unless this says otherwise.
  mutating func numberRows(from first: Int)
}

extension Exporter {
  package static var options: [String] { [] }
  package var warnings: [String] { [] }
  package var hiddenColumns: [String] { [] }
  package var drawsForTerminal: Bool { false }
  package mutating func numberRows(from first: Int) {}
}

/// The options behind an export format, each read once.
package struct ExportOptions: Sendable {
  private var given: [(name: Word, value: Literal)]
  private var read: Set<String> = []

  package init(_ given: [(name: Word, value: Literal)]) {
    self.given = given
  }

  /// The value of a yes-or-no option.
  mutating func flag(_ name: String, default fallback: Bool) throws(Rejection) -> Bool {
    try value(name, oneOf: ["yes": true, "no": false], takes: "yes or no") ?? fallback
  }

  /// The value of an option that takes one of some words.
  mutating func value<Meaning>(_ name: String, oneOf words: [String: Meaning], takes: String)
    throws(Rejection) -> Meaning?
  {
    guard let option = option(name) else { return nil }
    guard let meaning = words[option.value.text] else {
      throw Rejection(.badOption(option.value, for: option.name, takes: takes))
    }
    return meaning
  }

  /// The option called `name` as it was given.
  mutating func option(_ name: String) -> (name: Word, value: Literal)? {
    read.insert(name)
    return given.first { $0.name.text == name }
  }

  /// Refuses what nobody read, and what is given twice.
  func finish(for kind: String, known: [String]) throws(Rejection) {
    var seen: Set<String> = []
    let diagnostics = given.compactMap { option -> Diagnostic? in
      if !read.contains(option.name.text) {
        return .unknownOption(option.name, of: "export \(kind)", known: known)
      }
      return seen.insert(option.name.text).inserted ? nil : .repeatedOption(option.name)
    }
    if let rejection = Rejection(diagnostics) { throw rejection }
  }
}
