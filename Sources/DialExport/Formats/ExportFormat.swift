package import DialLanguage
package import DialRows
import DialStack

/// A word behind `export`: what becomes of rows.
///
/// A new one is a type in a file of its own: a ``ByteFormat``, or one that makes a sink of its own.
package protocol ExportFormat: Sendable {
  static var signature: Signature { get }

  /// The options that it takes.
  static var options: [any ExportParameter] { get }

  /// Whether it is for reading: accounts are shown with their names.
  static var isForPeople: Bool { get }

  /// Takes the options behind `export`, whose values are those that it takes.
  init(_ options: ExportOptions)

  /// Why rows can't be written to `path`; `nil` if nothing is in the way.
  func obstacle(to path: String) -> String?

  /// Makes a sink when a run begins.
  ///
  /// - Throws: `Errno`, `CancellationError`, or an error of the sink's own.
  func makeSink(for context: SinkContext) throws -> any RowSink
}

extension ExportFormat {
  package static var options: [any ExportParameter] { [] }
  package static var isForPeople: Bool { false }
  package func obstacle(to path: String) -> String? { FileOutput.obstacle(to: path) }
}

/// A way to write rows as bytes. It is pure: it appends to a buffer, and a ``ByteSink`` writes.
package protocol ByteFormat: ExportFormat {
  /// Whether rows can be appended to what another process has written: nothing stands between rows,
  /// and nothing behind the last.
  static var canBeContinued: Bool { get }

  /// Takes the columns, and appends what stands before the first row.
  ///
  /// `terminal` is what the rows go to, if they go to one.
  mutating func begin(
    _ columns: [Column], on terminal: TerminalStyle?, into buffer: inout [UInt8])

  /// Appends the rows of a batch.
  mutating func append(_ batch: Batch, into buffer: inout [UInt8])

  /// Appends what stands behind the last row.
  mutating func finish(into buffer: inout [UInt8])

  /// Sentences for the user once all is written.
  var warnings: [String] { get }
}

extension ByteFormat {
  package static var canBeContinued: Bool { false }
  package mutating func finish(into buffer: inout [UInt8]) {}
  package var warnings: [String] { [] }

  package func makeSink(for context: SinkContext) throws -> any RowSink {
    try makeByteSink(for: context)
  }

  /// A sink that writes the bytes of the format.
  func makeByteSink(for context: SinkContext) throws -> any RowSink {
    switch context.destination {
    case .standardOutput:
      ByteSink(
        into: DescriptorOutput(
          context.standardOutput, for: context.pace == .inChunks ? .program : .terminal),
        self, for: context)
    case .file(let path): ByteSink(into: try FileOutput(path: path), self, for: context)
    }
  }
}
