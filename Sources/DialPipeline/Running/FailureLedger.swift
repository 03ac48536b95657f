import DialExport
import DialRows
import DialStack
import SystemPackage

/// The file of `errors=`: an object a line, one an account that could not be read.
///
/// Behind what `$errors` has of it stands what it takes to read just these accounts again and put their
/// rows where they belong: the line, the file and its size in bytes, how many failures there are, and
/// which bytes of the file are the account's.
struct FailureLedger {
  private let failures: [AccountFailure]
  private let line: String
  private let file: String?
  private let notes: SinkNotes

  /// - Parameter notes: what the sink had to say; it knows where rows were written.
  init(_ failures: [AccountFailure], of plan: Plan, _ notes: SinkNotes) {
    self.failures = failures
    self.notes = notes
    line = plan.text
    if case .file(let path) = plan.export.destination { file = path } else { file = nil }
  }

  /// The columns of a line.
  private static let columns: [Column] = {
    let more: [(name: String, kind: FieldKind)] = [
      ("line", .text), ("file", .text), ("file_bytes", .integer), ("failures", .integer),
      ("start", .integer), ("bytes", .integer),
    ]
    return AccountFailure.columns
      + more.enumerated().map { Column($1.name, $1.kind, .cell(AccountFailure.columns.count + $0)) }
  }()

  private var records: [Record] {
    let sections = Dictionary(
      notes.brokenSections.map { ($0.account, $0.range) }, uniquingKeysWith: { first, _ in first })
    return failures.map { failure in
      let section = sections[failure.account]
      return failure.record.extended(by: [
        .text(line), file.map { .text($0) } ?? .null, .integer(notes.bytes),
        .integer(failures.count), section.map { .integer($0.lowerBound) } ?? .null,
        section.map { .integer($0.count) } ?? .null,
      ])
    }
  }

  /// Writes the file, whole or not at all; an empty one where nothing failed.
  ///
  /// - Throws: `Errno`, `CancellationError`.
  func write(to path: String) throws {
    var context = SinkContext(
      columns: Self.columns, destination: .file(path: path), standardOutput: .standardOutput,
      terminal: nil, pace: .inChunks)
    context.writing = { try $0() }
    let sink = try NDJSONFormat(ExportOptions([])).makeSink(for: context)
    do {
      try sink.begin()
      try sink.take(Batch(records: records))
      _ = try sink.finish()
    } catch {
      sink.abandon()
      throw error
    }
  }
}
