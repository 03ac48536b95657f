package import DialRows
import DialStack
import SystemPackage

/// Rows of some accounts, put into a file that lacks them: what an export has written, with the rows of
/// the accounts that failed then in their places.
///
/// The file is replaced when all is there, or left as it was. An account that fails again keeps the rows
/// of whichever attempt came further.
package final class SplicingSink: RowSink {
  private static let chunk = 64 * 1024
  /// So many bytes of an account wait until it is known how its list ends.
  private static let mostWaiting = 8 << 20

  private var format: any ByteFormat
  private let context: SinkContext
  private let old: FileDescriptor
  private let oldSize: Int
  private var output: OutputBuffer<FileOutput>
  /// The accounts whose rows have not come, and where those that the file has of them are.
  private var sections: ArraySlice<FileSection>
  /// How much of the old file was copied or left out.
  private var position = 0
  /// The rows of the account whose list is being read.
  private var bytes: [UInt8] = []
  /// Whether some of them were written already.
  private var hasBegun = false
  private var sectionStart = 0
  private var brokenSections: [FileSection] = []

  /// - Parameters:
  ///   - path: the file.
  ///   - size: how many bytes it has.
  ///   - sections: the accounts that it lacks, in their order, and where their rows belong.
  /// - Throws: ``Changed``, `Errno`.
  package init(
    into path: String, of size: Int, sections: [FileSection], _ format: any ByteFormat,
    for context: SinkContext
  ) throws {
    self.format = format
    self.context = context
    self.sections = sections[...]
    oldSize = size
    old = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
    do {
      guard try old.stat().size == size else { throw Changed(path: path) }
      output = OutputBuffer(into: try FileOutput(path: path), for: context)
    } catch {
      try? old.close()
      throw error
    }
  }

  deinit {
    try? old.close()
  }

  package func begin() {
    // It stands in the file.
    format.begin(context.columns, on: nil, into: &bytes)
    bytes.removeAll()
  }

  package func take(_ batch: Batch) throws {
    if let account = batch.mark?.account {
      // Accounts that nobody has asked for keep what the file has of them.
      sections = sections.drop { $0.account != account }
    }
    format.append(batch, into: &bytes)
    if bytes.count >= Self.mostWaiting { try beginSection() }
    switch batch.mark?.rest {
    case .nothing?: try endSection(ofWhole: true)
    case .failure?: try endSection(ofWhole: false)
    case .page?, nil: break
    }
  }

  /// Copies what stands before the rows of the account, and leaves out what it has of them.
  private func beginSection() throws {
    guard let section = sections.first else { return }
    if !hasBegun {
      try copy(upTo: section.range.lowerBound)
      sectionStart = output.count
      position = section.range.upperBound
      hasBegun = true
    }
    output.bytes += bytes
    bytes.removeAll(keepingCapacity: true)
    try output.pass()
  }

  private func endSection(ofWhole isWhole: Bool) throws {
    guard let section = sections.first else { return }
    if !isWhole, !hasBegun, bytes.count < section.range.count {
      try copy(upTo: section.range.lowerBound)
      sectionStart = output.count
      try copy(upTo: section.range.upperBound)
      bytes.removeAll()
    } else {
      try beginSection()
    }
    if !isWhole {
      brokenSections.append(FileSection(of: section.account, sectionStart..<output.count))
    }
    sections = sections.dropFirst()
    hasBegun = false
  }

  private func copy(upTo end: Int) throws {
    while position < end {
      var chunk = [UInt8](repeating: 0, count: min(Self.chunk, end - position))
      let count = try chunk.withUnsafeMutableBytes {
        try old.read(fromAbsoluteOffset: Int64(position), into: $0)
      }
      guard count > 0 else { throw Errno.ioError }
      output.bytes += chunk[..<count]
      position += count
      try output.pass()
    }
  }

  package func finish() throws -> SinkNotes {
    try copy(upTo: oldSize)
    var notes = SinkNotes()
    notes.brokenSections = brokenSections
    notes.warnings = format.warnings + (try output.commit())
    notes.bytes = output.count
    return notes
  }

  package func abandon() {
    output.abandon()
  }

  /// The file is not what the export has written.
  package struct Changed: Error, CustomStringConvertible {
    let path: String

    package var description: String {
      "\(path) has changed since; its rows can't be put in: run the line again"
    }
  }
}
