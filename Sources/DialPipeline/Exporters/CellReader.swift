import DialStack

/// Makes the cells of one column from many records.
struct CellReader {
  private var reader: ColumnReader
  private let column: Column
  private let terminal: TerminalStyle?
  private let clock: ZoneClock?

  /// Cells for `terminal`; without one they are the bare values.
  init(_ column: Column, for terminal: TerminalStyle?) {
    reader = ColumnReader(column.accessor)
    self.column = column
    self.terminal = terminal
    clock = column.kind == .time ? terminal.map { ZoneClock($0.zone) } : nil
  }

  mutating func cell(in record: Record) -> Cell {
    let value = reader.value(in: record)
    return terminal == nil ? Cell(value.string) : shown(value)
  }

  private func shown(_ value: Value) -> Cell {
    switch value {
    case .null: Cell("∅", .absent)
    case .boolean(let flag): flag ? Cell("true", .yes) : Cell("false", .no)
    case .number(let number): Cell(number, .number)
    case .text(let text): shown(text)
    case .object, .list: Cell(value.line)
    }
  }

  private func shown(_ text: Bytes) -> Cell {
    if column.holdsPhones { return Cell(text, .phone) }
    if let time = clock?.text(of: text) { return Cell(time, .time) }
    return Cell(text)
  }
}

extension Column {
  /// Whether the column holds phone numbers, as the API writes them or as people do.
  var holdsPhones: Bool {
    if case .display = accessor { return true }
    return kind == .phone
  }

  /// Whether the column holds numbers, which stand at its right edge.
  var holdsNumbers: Bool { kind == .integer || kind == .decimal }
}

extension Value {
  /// The value as JSON without line breaks.
  var line: Bytes {
    var json: [UInt8] = []
    json.appendJSON(self)
    return Bytes(json)
  }
}
