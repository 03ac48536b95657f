package import DialLanguage
package import DialRows
import DialStack

/// `export table`: columns for reading.
package struct TableExporter: Exporter {
  package static let signature = Signature(
    "table", usage: "export table [PATH]",
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

  private var drawing: any TableDrawing
  package let drawsForTerminal: Bool

  package init(
    columns: [Column], options: ExportOptions, terminal: TerminalStyle?
  ) throws(Rejection) {
    drawsForTerminal = terminal != nil
    if let terminal, terminal.layout == .expanded {
      drawing = ExpandedDrawing(columns, for: terminal)
    } else {
      drawing = GridDrawing(columns, for: terminal)
    }
  }

  package func begin(into buffer: inout [UInt8]) {}

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    drawing.append(batch, into: &buffer)
  }

  package mutating func finish(into buffer: inout [UInt8]) {
    drawing.finish(into: &buffer)
  }

  package var hiddenColumns: [String] { drawing.hiddenColumns }

  package mutating func numberRows(from first: Int) {
    drawing.numberRows(from: first)
  }
}
