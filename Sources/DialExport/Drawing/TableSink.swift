package import DialRows

/// Rows drawn for a person at a terminal, within its width and in its colours.
package final class TableSink<Target: Output & ~Copyable>: RowSink {
  private var drawing: any TableDrawing
  private var output: OutputBuffer<Target>
  private var hasRows = false

  package init(
    into target: consuming Target, on terminal: TerminalStyle, for context: SinkContext
  ) {
    switch terminal.layout {
    case .expanded:
      drawing = ExpandedDrawing(context.columns, for: terminal, from: context.firstRow)
    case .fitted, .wide, .window: drawing = GridDrawing(context.columns, for: terminal)
    }
    output = OutputBuffer(into: target, for: context)
  }

  package func begin() {}

  package func take(_ batch: Batch) throws {
    if !batch.records.isEmpty { hasRows = true }
    drawing.append(batch, into: &output.bytes)
    try output.pass()
  }

  package func finish() throws -> SinkNotes {
    drawing.finish(into: &output.bytes)
    var notes = SinkNotes()
    notes.warnings = try output.commit()
    notes.hiddenColumns = drawing.hiddenColumns
    return notes
  }

  package func abandon() {
    if hasRows { drawing.finish(into: &output.bytes) }
    output.abandon()
  }
}
