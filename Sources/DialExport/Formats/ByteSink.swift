package import DialRows

/// Rows as the bytes of a format, on their way to an output that it owns.
package final class ByteSink<Target: Output & ~Copyable>: RowSink {
  private var format: any ByteFormat
  private var output: OutputBuffer<Target>
  private let context: SinkContext
  private var hasRows = false
  /// Where the rows of the account begin whose list has not ended.
  private var sectionStart = 0
  private var brokenSections: [FileSection] = []

  package init(into target: consuming Target, _ format: any ByteFormat, for context: SinkContext) {
    self.format = format
    self.context = context
    output = OutputBuffer(into: target, for: context)
  }

  package func begin() {
    format.begin(context.columns, on: context.terminal, into: &output.bytes)
    sectionStart = output.count
  }

  package func take(_ batch: Batch) throws {
    if !batch.records.isEmpty { hasRows = true }
    format.append(batch, into: &output.bytes)
    switch batch.mark?.rest {
    case .failure(let failure)?:
      brokenSections.append(FileSection(of: failure.account, sectionStart..<output.count))
      sectionStart = output.count
    case .nothing?: sectionStart = output.count
    case .page?, nil: break
    }
    try output.pass()
  }

  package func finish() throws -> SinkNotes {
    format.finish(into: &output.bytes)
    var notes = SinkNotes()
    notes.brokenSections = brokenSections
    notes.warnings = format.warnings + (try output.commit())
    notes.bytes = output.count
    return notes
  }

  package func abandon() {
    if hasRows {
      format.finish(into: &output.bytes)
    } else {
      output.bytes = []
    }
    output.abandon()
  }
}
