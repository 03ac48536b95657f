import DialRows
import DialStack

/// Rows one below the other, a line a field, under the number of the row.
struct ExpandedDrawing: TableDrawing {
  /// Lines between rows are no longer than this.
  private static let longestRule = 80

  private let columns: [Column]
  private let terminal: TerminalStyle
  private let names: [Cell]
  private let nameWidth: Int
  /// The number of the next row.
  private var row: Int

  init(_ columns: [Column], for terminal: TerminalStyle, from first: Int) {
    row = first
    self.columns = columns
    self.terminal = terminal
    names = columns.map { Cell($0.name) }
    nameWidth = names.map(\.width).max() ?? 0
  }

  mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    var readers = columns.map { CellReader($0, for: terminal) }
    for record in batch.records {
      appendHeading(into: &buffer)
      for index in readers.indices {
        var line = CellLine(terminal.coloring)
        line.append(names[index], to: &buffer)
        line.skip(nameWidth - names[index].width + CellLine.gap)
        line.append(readers[index].cell(in: record), to: &buffer)
        buffer.append(0x0A)
      }
      row += 1
    }
  }

  func finish(into buffer: inout [UInt8]) {}

  private func appendHeading(into buffer: inout [UInt8]) {
    let start = "── \(row) "
    let rest = max(2, min(terminal.width, Self.longestRule) - start.count)
    var line = CellLine(terminal.coloring)
    line.append(Cell(start + String(repeating: "─", count: rest), .heading), to: &buffer)
    buffer.append(0x0A)
  }
}
