import DialRows
import DialStack

/// Rows under a header, a line each.
struct GridDrawing: TableDrawing {
  /// How many rows the widths are measured on.
  private static let measuredRows = 1000

  private let columns: [Column]
  private let terminal: TerminalStyle?
  private var waiting: [[Cell]] = []
  /// Known once the first rows are measured.
  private var layout: TableLayout?
  /// The columns that are not shown, or not as wide as they want to be.
  private(set) var hiddenColumns: [String] = []

  init(_ columns: [Column], for terminal: TerminalStyle?) {
    self.columns = columns
    self.terminal = terminal
  }

  mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    var readers = columns.map { CellReader($0, for: terminal) }
    for record in batch.records {
      if let layout {
        appendLine(layout.shown.map { readers[$0].cell(in: record) }, layout, into: &buffer)
      } else {
        waiting.append(readers.indices.map { readers[$0].cell(in: record) })
        if waiting.count == Self.measuredRows { settle(into: &buffer) }
      }
    }
  }

  mutating func finish(into buffer: inout [UInt8]) {
    if layout == nil { settle(into: &buffer) }
  }

  private mutating func settle(into buffer: inout [UInt8]) {
    let headers = columns.map { Cell($0.name, .heading) }
    let requests = columns.indices.map { index in
      TableLayout.Request(
        column: columns[index], header: headers[index].width,
        cells: waiting.reduce(0) { max($0, $1[index].width) })
    }
    let layout =
      switch terminal?.layout {
      case .fitted?: TableLayout(requests, in: terminal?.width ?? 0)
      case .window?: TableLayout(requests, cutAt: terminal?.width ?? 0)
      case .wide?, .expanded?, nil: TableLayout(uncut: requests)
      }
    self.layout = layout
    hiddenColumns = columns.indices.filter { index in
      guard let place = layout.shown.firstIndex(of: index) else { return true }
      return terminal?.layout == .window && layout.widths[place] < requests[index].natural
    }.map { columns[$0].name }
    appendLine(layout.shown.map { headers[$0] }, layout, into: &buffer)
    appendLine(layout.widths.map { .rule($0) }, layout, into: &buffer)
    for cells in waiting { appendLine(layout.shown.map { cells[$0] }, layout, into: &buffer) }
    waiting = []
  }

  private var cutsCells: Bool { terminal?.widestCell != nil }

  private func appendLine(_ cells: [Cell], _ layout: TableLayout, into buffer: inout [UInt8]) {
    var line = CellLine(terminal?.coloring ?? .none)
    for (place, width) in layout.widths.enumerated() {
      if place > 0 { line.skip(CellLine.gap) }
      let cell = cutsCells ? cells[place].cut(to: width) : cells[place]
      let padding = max(0, width - cell.width)
      let isRight = columns[layout.shown[place]].holdsNumbers
      if isRight { line.skip(padding) }
      line.append(cell, to: &buffer)
      if !isRight { line.skip(padding) }
    }
    buffer.append(0x0A)
  }
}
