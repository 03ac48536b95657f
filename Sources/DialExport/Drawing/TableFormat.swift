package import DialLanguage
package import DialRows
import DialStack

/// `export table`: columns for reading.
package struct TableFormat: ByteFormat {
  package static let signature = Signature(
    format: "table",
    summary: "A table for reading; cells are cut to fit the terminal, never elsewhere.",
    details: [
      "A terminal that is too narrow loses the least important columns first, wherever they",
      "stand; of columns that you chose (`select`) it loses the last. The footer says so.",
      "Before that texts are cut, and times that you chose, to no less than 12 characters.",
      "Phone numbers, numbers and a row's id are whole, but for an id that you chose and that",
      "takes more than half of the screen.",
      "On a terminal null is shown as ∅, and times are shown in the zone that `.zone` shows.",
      "Columns are as wide as their widest cell in the first 1000 rows.",
      "Control characters and text direction marks are shown, never sent to the terminal.",
    ],
    examples: [Example("numbers | limit 10 | export table", "what a terminal shows anyway")])

  package static let isForPeople = true

  /// How rows are drawn where no terminal is: all columns, as wide as they want to be.
  private var drawing = GridDrawing([], for: nil)

  package init(_ options: ExportOptions) {}

  /// On a terminal it is drawn for that one, else it is text.
  package func makeSink(for context: SinkContext) throws -> any RowSink {
    guard let terminal = context.terminal, context.destination == .standardOutput else {
      return try makeByteSink(for: context)
    }
    return TableSink(
      into: DescriptorOutput(context.standardOutput, for: .program), on: terminal, for: context)
  }

  package mutating func begin(
    _ columns: [Column], on terminal: TerminalStyle?, into buffer: inout [UInt8]
  ) {
    drawing = GridDrawing(columns, for: nil)
  }

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    drawing.append(batch, into: &buffer)
  }

  package mutating func finish(into buffer: inout [UInt8]) {
    drawing.finish(into: &buffer)
  }
}
