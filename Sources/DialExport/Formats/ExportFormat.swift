package import DialLanguage
package import DialRows
import DialStack

/// A way to write rows. An exporter is pure: it appends to a buffer, and `Output` writes.
package protocol Exporter: Sendable {
  static var signature: Signature { get }

  /// The options that it takes.
  static var options: [ExportOption] { get }

  /// Takes the columns, fixed before the first row, and the options behind `export`.
  ///
  /// `terminal` says how to draw for the terminal that the rows go to, if they go to one.
  ///
  /// - Throws: a ``Rejection`` for a value that an option doesn't take.
  init(columns: [Column], options: ExportOptions, terminal: TerminalStyle?) throws(Rejection)

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
  package static var options: [ExportOption] { [] }
  package var warnings: [String] { [] }
  package var hiddenColumns: [String] { [] }
  package var drawsForTerminal: Bool { false }
  package mutating func numberRows(from first: Int) {}
}
