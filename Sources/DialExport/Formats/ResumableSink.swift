package import DialRows
import DialStack

/// Rows as the bytes of a format, on their way to a file that a later process can go on with.
///
/// What stands is noted where a list goes on or ends, so often that a moment's work is lost at most.
package final class ResumableSink: RowSink {
  private static let chunk = 64 * 1024

  private var format: any ByteFormat
  private let context: SinkContext
  private let ledger: ExportLedger
  private var bytes: [UInt8] = []
  /// How many bytes were written.
  private var written: Int
  private var rows: Int
  /// What the next entry of the ledger says; up to the last mark.
  private var entry = ExportLedger.Entry()
  /// Whether there is anything to say.
  private var hasNews = false
  private var sectionStart: Int
  private var brokenSections: [FileSection]
  private var lastCommit = ContinuousClock.now
  /// Whether writing has failed, so that nothing more is written.
  private var hasFailed = false
  private var isOver = false
  /// Whether the ledger says that anything stands.
  private var hasStood: Bool

  package init(_ ledger: ExportLedger, _ format: any ByteFormat, for context: SinkContext) {
    self.format = format
    self.context = context
    self.ledger = ledger
    written = ledger.progress.bytes
    hasStood = written > 0 || !ledger.progress.done.isEmpty
    rows = ledger.progress.rows
    sectionStart = written
    brokenSections = ledger.progress.brokenSections
  }

  package func begin() {
    format.begin(context.columns, on: nil, into: &bytes)
    // It stands there already.
    if written > 0 { bytes.removeAll() }
    sectionStart = written + bytes.count
  }

  package func take(_ batch: Batch) throws {
    format.append(batch, into: &bytes)
    rows += batch.records.count
    if bytes.count >= Self.chunk { try flush() }
    guard let mark = batch.mark else { return }
    let end = written + bytes.count
    switch mark.rest {
    case .page(let place): entry.current = (mark.account, place)
    case .nothing: finishSection(of: mark.account)
    case .failure(let failure):
      let section = FileSection(of: failure.account, sectionStart..<end)
      brokenSections.append(section)
      entry.failures.append((failure, section))
      finishSection(of: mark.account)
    }
    (entry.bytes, entry.rows, hasNews) = (end, rows, true)
    if ContinuousClock.now - lastCommit >= context.pauseBetweenCommits { try commit() }
  }

  private func finishSection(of account: Account.ID?) {
    entry.done.append(account)
    entry.current = nil
    sectionStart = written + bytes.count
  }

  private func flush() throws {
    guard !bytes.isEmpty else { return }
    hasFailed = true
    try context.writing { try ledger.write(bytes) }
    hasFailed = false
    written += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }

  private func commit() throws {
    try flush()
    hasFailed = true
    try ledger.commit(entry)
    (hasFailed, hasStood) = (false, true)
    (entry.done, entry.failures, hasNews) = ([], [], false)
    lastCommit = ContinuousClock.now
  }

  package func finish() throws -> SinkNotes {
    format.finish(into: &bytes)
    try flush()
    hasFailed = true
    try ledger.finish()
    isOver = true
    var notes = SinkNotes()
    notes.warnings = format.warnings
    notes.earlierRows = ledger.progress.rows
    notes.brokenSections = brokenSections
    notes.bytes = written
    return notes
  }

  /// What was taken is kept for whoever goes on.
  package func abandon() {
    guard !isOver else { return }
    isOver = true
    // The run has failed already: less is kept should this fail, too.
    if hasNews, !hasFailed { try? commit() }
    if !hasStood { ledger.discard() }
  }

  deinit {
    abandon()
  }
}
