package import SystemPackage
import TerminalText

/// The only writer of rows: a descriptor behind a buffer, or a file that appears whole.
package protocol Output: ~Copyable {
  /// Writes all of `bytes`.
  ///
  /// - Throws: `Errno`; a closed pipe is `Errno.brokenPipe`. `CancellationError` where nobody
  ///   takes the bytes and the task is cancelled.
  mutating func write(_ bytes: [UInt8]) throws

  /// Makes what was written stand.
  mutating func commit() throws

  /// Undoes what was written, as far as that can be done.
  mutating func abandon()

  /// Sentences for the user once all is written.
  var warnings: [String] { get }
}

/// A descriptor that is open already, standard output for one.
package struct DescriptorOutput: Output {
  /// Who reads what is written.
  package enum Reader: Sendable, Hashable {
    /// A program, a file, or a terminal that a table is drawn for: every byte as it is.
    case program
    /// A terminal: control characters and the like are shown, never sent.
    case terminal
  }

  private let descriptor: FileDescriptor
  private let reader: Reader

  package init(_ descriptor: FileDescriptor, for reader: Reader) {
    self.descriptor = descriptor
    self.reader = reader
  }

  package func write(_ bytes: [UInt8]) throws {
    switch reader {
    case .program: try descriptor.writeUnlessStopped(bytes)
    case .terminal: try descriptor.writeUnlessStopped(Self.shown(bytes))
    }
  }

  /// The lines with all but tabs and line breaks made visible.
  private static func shown(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(\.visible)
        .joined(separator: "\t")
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  package func commit() {}
  package func abandon() {}
  package var warnings: [String] { [] }
}
