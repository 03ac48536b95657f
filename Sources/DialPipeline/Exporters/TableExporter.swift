package import DialLanguage
import DialStack

/// `export table`: columns for reading.
package struct TableExporter: Exporter {
  package static let signature = Signature(
    "table", usage: "export table [PATH]",
    summary: "A table for reading; cells are cut to fit the terminal, never elsewhere.",
    details: [
      "On a terminal that is too narrow the last columns are left out, and the footer says so.",
      "Columns are as wide as their widest cell in the first 1000 rows.",
      "Control characters and text direction marks are shown, never sent to the terminal.",
    ],
    examples: [Example("numbers | limit 10 | export table", "what a terminal shows anyway")])

  /// How many rows the widths are measured on.
  private static let measuredRows = 1000
  /// No column is cut below this width: columns at the end are left out instead.
  private static let narrowest = 10
  private static let gap = "  "

  private var columns: [Column]
  private let terminalWidth: Int?
  package private(set) var hiddenColumns: [String] = []
  private var waiting: [[String]] = []
  private var widths: [Int]?

  package init(columns: [Column], options: inout ExportOptions, width: Int?) throws(Rejection) {
    self.columns = columns
    self.terminalWidth = width
  }

  package func begin(into buffer: inout [UInt8]) {}

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    var readers = columns.map { ColumnReader($0.accessor) }
    for record in batch.records {
      let cells = readers.indices.map { readers[$0].value(in: record).string.visible }
      if let widths {
        appendLine(cells, widths, into: &buffer)
      } else {
        waiting.append(cells)
        if waiting.count == Self.measuredRows { settle(into: &buffer) }
      }
    }
  }

  package mutating func finish(into buffer: inout [UInt8]) {
    if widths == nil { settle(into: &buffer) }
  }

  private mutating func settle(into buffer: inout [UInt8]) {
    let natural = columns.indices.map { index in
      waiting.reduce(columns[index].name.displayWidth) { max($0, $1[index].displayWidth) }
    }
    let fitting = fittingColumns(natural)
    hiddenColumns = columns.dropFirst(fitting).map(\.name)
    columns = Array(columns.prefix(fitting))
    let header = columns.map(\.name.visible)
    let widths = fit(Array(natural.prefix(fitting)))
    self.widths = widths
    appendLine(header, widths, into: &buffer)
    appendLine(widths.map { String(repeating: "─", count: $0) }, widths, into: &buffer)
    for cells in waiting { appendLine(cells, widths, into: &buffer) }
    waiting = []
  }

  /// How many columns have room when each is as narrow as it may be; at least one.
  private func fittingColumns(_ natural: [Int]) -> Int {
    guard let terminalWidth else { return natural.count }
    var used = 0
    for (index, width) in natural.enumerated() {
      used += min(width, Self.narrowest) + (index > 0 ? Self.gap.count : 0)
      if used > terminalWidth { return max(1, index) }
    }
    return natural.count
  }

  /// Takes from the widest columns until the table fits.
  private func fit(_ natural: [Int]) -> [Int] {
    guard let terminalWidth else { return natural }
    let available = terminalWidth - Self.gap.count * max(0, natural.count - 1)
    var widths = natural
    while widths.reduce(0, +) > available,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.narrowest
    {
      widths[widest] -= 1
    }
    return widths
  }

  private func appendLine(
    _ cells: [String], _ widths: [Int], into buffer: inout [UInt8]
  ) {
    var line = ""
    for index in columns.indices {
      if index > 0 { line += Self.gap }
      let cell = terminalWidth == nil ? cells[index] : cells[index].prefixing(widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - cell.displayWidth))
      let isNumber = columns[index].kind == .integer || columns[index].kind == .decimal
      line += isNumber ? padding + cell : cell + padding
    }
    while line.last == " " { line.removeLast() }
    if let terminalWidth { line = line.prefixing(terminalWidth) }
    buffer += Array(line.utf8)
    buffer.append(0x0A)
  }
}
