import DialRows
import DialStack

/// Writes records as JSON objects.
struct JSONLines: Sendable {
  /// `{"id":`, `,"status":` and so on.
  private let keys: [[UInt8]]
  private var finder: CellFinder
  private var rows = RowWriter()

  init(columns: [Column]) {
    finder = CellFinder(columns.map(\.accessor))
    keys = columns.enumerated().map { index, column in
      var key = [index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ",")]
      key.appendJSONString(Bytes(column.name))
      key.append(UInt8(ascii: ":"))
      return key
    }
  }

  /// Calls `body` with each record as an object on one line, in order.
  mutating func forEachObject(of records: [Record], _ body: (_ object: ArraySlice<UInt8>) -> Void) {
    let keys = keys
    var rows = RowWriter()
    swap(&rows, &self.rows)
    finder.forEachPage(of: records) { page, made, cells in
      for start in stride(from: 0, to: cells.count, by: keys.count) {
        for column in keys.indices {
          rows.append(keys[column])
          let cell = cells[start + column]
          Self.append(cell, from: cell.isMade ? made : page, to: &rows)
        }
        rows.append(UInt8(ascii: "}"))
        body(rows.line)
        rows.goBack(to: 0)
      }
    }
    swap(&rows, &self.rows)
  }

  private static func append(_ cell: RawCell, from bytes: RawSpan, to rows: inout RowWriter) {
    let range = cell.start..<cell.end
    switch cell.kind {
    case .null: rows.append("null")
    case .true: rows.append("true")
    case .false: rows.append("false")
    case .number: rows.copy(range, of: bytes)
    case .json: appendLine(range, of: bytes, to: &rows)
    case .text where !cell.isMade:
      // A text of a page that has no escapes needs none.
      rows.append(.quote)
      rows.copy(range, of: bytes)
      rows.append(.quote)
    case .text:
      var text: [UInt8] = []
      text.appendJSONString(Bytes(range.map { bytes.byte(at: $0) }))
      rows.append(text)
    }
  }

  /// Appends JSON without its control characters, which can only be space between tokens.
  private static func appendLine(
    _ range: Range<Int>, of bytes: RawSpan, to rows: inout RowWriter
  ) {
    for offset in range {
      let byte = bytes.byte(at: offset)
      if byte >= 0x20 { rows.append(byte) }
    }
  }
}
