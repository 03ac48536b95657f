package import DialRows
package import DialStack
import TerminalText

/// Writes records as JSON objects.
package struct JSONLines: Sendable {
  private let columns: [Column]
  /// What values have to be; none where they are written as they are.
  private let types: [ColumnType]
  /// How many values of each column were not of its type.
  private var misfits: [Int]
  /// `{"id":`, `,"status":` and so on.
  private let keys: [[UInt8]]
  /// How many bytes they take, with a brace.
  private let keySizes: Int
  private var finder: CellFinder
  private var rows = RowWriter()

  /// - Parameter types: what the values of each column have to be, or else are null; none where they
  ///   are written as they are.
  package init(columns: [Column], types: [ColumnType] = []) {
    self.columns = columns
    self.types = types
    misfits = columns.map { _ in 0 }
    finder = CellFinder(columns.map(\.accessor))
    keys = columns.enumerated().map { index, column in
      var key = [index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ",")]
      key.appendJSONString(Bytes(column.name))
      key.append(UInt8(ascii: ":"))
      return key
    }
    keySizes = keys.reduce(1) { $0 + $1.count }
  }

  /// Calls `body` with each record as an object on one line, in order.
  package mutating func forEachObject(
    of records: [Record], _ body: (_ object: ArraySlice<UInt8>) -> Void
  ) {
    let (keys, keySizes, types) = (keys, keySizes, types)
    var (rows, misfits) = (RowWriter(), self.misfits)
    swap(&rows, &self.rows)
    /// What stands in place of the cells of a row.
    var typed = [[UInt8]?](repeating: nil, count: types.count)
    finder.forEachPage(of: records) { page, made, cells in
      for start in stride(from: 0, to: cells.count, by: keys.count) {
        var most = keySizes
        for column in types.indices {
          let cell = cells[start + column]
          typed[column] = types[column].spelled(
            cell, from: cell.isMade ? made : page, misfits: &misfits[column])
          most += typed[column]?.count ?? 0
        }
        for cell in start..<start + keys.count { most += Self.size(of: cells[cell], made) }
        rows.write(most) { row, count in
          for column in keys.indices {
            row.append(keys[column], at: &count)
            if !typed.isEmpty, let json = typed[column] {
              row.append(json, at: &count)
              continue
            }
            let cell = cells[start + column]
            Self.append(cell, from: cell.isMade ? made : page, to: &row, &count)
          }
          row.append(UInt8(ascii: "}"), at: &count)
        }
        body(rows.line)
        rows.removeAll()
      }
    }
    swap(&rows, &self.rows)
    self.misfits = misfits
  }

  /// Sentences for the user once all is written.
  package var warnings: [String] {
    types.indices.filter { misfits[$0] > 0 }.map { index in
      let values = misfits[index] == 1 ? "1 value" : "\(misfits[index]) values"
      return "\(values) of `\(columns[index].name.visible)` should have been "
        + "\(types[index].phrase); null stands for what is wrong"
    }
  }

  /// The most bytes that a cell takes.
  private static func size(of cell: RawCell, _ made: RawSpan) -> Int {
    guard cell.isMade, cell.kind == .text else { return cell.end - cell.start + 8 }
    // Six bytes spell an escape.
    return (cell.start..<cell.end).reduce(8) { size, offset in
      let byte = made.byte(at: offset)
      return size + (byte < 0x20 || byte == .quote || byte == .backslash ? 6 : 1)
    }
  }

  private static func append(
    _ cell: RawCell, from bytes: RawSpan, to row: inout MutableRawSpan, _ count: inout Int
  ) {
    let range = cell.start..<cell.end
    switch cell.kind {
    case .null: row.append("null", at: &count)
    case .true: row.append("true", at: &count)
    case .false: row.append("false", at: &count)
    case .number: row.copy(range, of: bytes, at: &count)
    case .json: appendLine(range, of: bytes, to: &row, &count)
    case .text where !cell.isMade:
      // A text of a page that has no escapes needs none.
      row.append(.quote, at: &count)
      row.copy(range, of: bytes, at: &count)
      row.append(.quote, at: &count)
    case .text:
      var text: [UInt8] = []
      text.appendJSONString(Bytes(range.map { bytes.byte(at: $0) }))
      row.append(text, at: &count)
    }
  }

  /// Appends JSON without its control characters, which can only be space between tokens.
  private static func appendLine(
    _ range: Range<Int>, of bytes: RawSpan, to row: inout MutableRawSpan, _ count: inout Int
  ) {
    for offset in range {
      let byte = bytes.byte(at: offset)
      if byte >= 0x20 { row.append(byte, at: &count) }
    }
  }
}
