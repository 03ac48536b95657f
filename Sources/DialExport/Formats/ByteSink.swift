package import DialRows

/// Rows as the bytes of a format, on their way to an output that it owns.
package final class ByteSink<Target: Output & ~Copyable>: RowSink {
  private var format: any ByteFormat
  private var output: OutputBuffer<Target>
  private let context: SinkContext
  private var hasRows = false

  package init(into target: consuming Target, _ format: any ByteFormat, for context: SinkContext) {
    self.format = format
    self.context = context
    output = OutputBuffer(into: target, for: context)
  }

  package func begin() {
    format.begin(context.columns, on: context.terminal, into: &output.bytes)
  }

  package func take(_ batch: Batch) throws {
    if !batch.records.isEmpty { hasRows = true }
    format.append(batch, into: &output.bytes)
    try output.pass()
  }

  package func finish() throws -> SinkNotes {
    format.finish(into: &output.bytes)
    var notes = SinkNotes()
    notes.warnings = format.warnings + (try output.commit())
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
