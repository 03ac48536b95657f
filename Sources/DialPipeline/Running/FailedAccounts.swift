import DialExport
package import DialRows
package import DialStack

/// The accounts that a run could not read, with what it takes to read just them and put their rows where
/// they belong.
package struct FailedAccounts: Sendable {
  /// The pipeline as it was written.
  package let line: String
  /// The file that it has written; `nil` where it wrote none.
  package let file: String?
  /// How many bytes that has.
  let fileBytes: Int
  package let failures: [AccountFailure]
  /// Where in the file the rows of each belong; those that are there are to be replaced.
  let sections: [FileSection]

  /// - Parameter notes: what the sink had to say; it knows where rows were written.
  init(_ failures: [AccountFailure], of plan: Plan, _ notes: SinkNotes) {
    self.failures = failures
    line = plan.text
    if case .file(let path) = plan.export.destination { file = path } else { file = nil }
    fileBytes = notes.bytes
    let failed = Set(failures.map(\.account))
    sections = notes.brokenSections.filter { failed.contains($0.account) }
  }

  package var accounts: [Account.ID] { failures.map(\.account) }

  /// Why the rows of its accounts can't be put into what `plan` has written; `nil` if they can.
  package func obstacle(to plan: Plan) -> String? {
    if let stage = plan.firstGathering {
      return "`\(stage.name)` needs the rows of every account"
    }
    guard let format = plan.export.format as? any ByteFormat, type(of: format).canBeContinued,
      plan.export.divider == nil, case .file(let path) = plan.export.destination, path == file
    else { return "only files of csv, tsv and ndjson can be mended" }
    guard sections.count == failures.count else {
      return "nobody knows where their rows belong: nothing was written"
    }
    return nil
  }
}

// As the file of `errors=` has it: an object a line, one an account.
extension FailedAccounts {
  /// The columns of a line.
  static let columns: [Column] = {
    let more: [(name: String, kind: FieldKind)] = [
      ("line", .text), ("file", .text), ("file_bytes", .integer), ("failures", .integer),
      ("start", .integer), ("bytes", .integer),
    ]
    return AccountFailure.columns
      + more.enumerated().map { Column($1.name, $1.kind, .cell(AccountFailure.columns.count + $0)) }
  }()

  var records: [Record] {
    let ranges = Dictionary(
      sections.map { ($0.account, $0.range) }, uniquingKeysWith: { first, _ in first })
    return failures.map { failure in
      let range = ranges[failure.account]
      return failure.record.extended(by: [
        .text(line), file.map { .text($0) } ?? .null, .integer(fileBytes),
        .integer(failures.count), range.map { .integer($0.lowerBound) } ?? .null,
        range.map { .integer($0.count) } ?? .null,
      ])
    }
  }

  /// Reads such a file.
  ///
  /// - Returns: `nil` for an empty one: nothing has failed.
  /// - Throws: ``NoLedger``.
  package init?(reading text: String, of path: String) throws {
    var failures: [AccountFailure] = []
    var sections: [FileSection] = []
    var known: Set<Account.ID> = []
    var head: (line: String, file: String?, bytes: Int, count: Int)?
    for (index, line) in text.split(separator: "\n").enumerated() {
      guard let record = try? Record(scanning: Array(line.utf8)),
        let failure = AccountFailure(from: record),
        case .text(let whole) = record.value(at: FieldPath("line")),
        let bytes = record.number(at: "file_bytes"), let count = record.number(at: "failures")
      else { throw NoLedger(path: path, reason: "its line \(index + 1) is none of a ledger") }
      var file: String?
      if case .text(let name) = record.value(at: FieldPath("file")) { file = name.string }
      head = head ?? (whole.string, file, bytes, count)
      guard let head, head == (whole.string, file, bytes, count) else {
        throw NoLedger(path: path, reason: "its line \(index + 1) is of another run")
      }
      guard known.insert(failure.account).inserted else {
        throw NoLedger(path: path, reason: "its line \(index + 1) has an account again")
      }
      failures.append(failure)
      guard let start = record.number(at: "start"), let size = record.number(at: "bytes") else {
        continue
      }
      guard start >= sections.last?.range.upperBound ?? 0, size >= 0, start <= bytes,
        size <= bytes - start
      else { throw NoLedger(path: path, reason: "its line \(index + 1) names bytes out of order") }
      sections.append(FileSection(of: failure.account, start..<start + size))
    }
    guard let head else { return nil }
    guard head.count == failures.count else {
      throw NoLedger(path: path, reason: "it is cut: \(failures.count) of \(head.count) accounts")
    }
    line = head.line
    file = head.file
    fileBytes = head.bytes
    self.failures = failures
    self.sections = sections
  }

  /// What a file lacks that is taken for a ledger.
  package struct NoLedger: Error, CustomStringConvertible {
    let path: String
    let reason: String

    package var description: String { "\(path) is no ledger of `errors=`: \(reason)" }
  }
}
