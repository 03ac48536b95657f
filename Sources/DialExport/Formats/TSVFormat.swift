package import DialLanguage
package import DialRows
import DialStack

/// `export tsv`: tab-separated values.
package struct TSVFormat: ByteFormat {
  package static let canBeContinued = true

  package static let signature = Signature(
    format: "tsv", options: options,
    summary: "Tab-separated values, one line a row.",
    details: [
      "A tab, a line break and a backslash inside a cell are written \\t, \\n, \\r and \\\\.",
      "null is an empty cell; objects and lists are JSON text.",
    ],
    examples: [Example("numbers | select id, status | export tsv", "for cut, sort and awk")])

  package static let options: [any ExportParameter] = [ExportOption.header]

  /// What is written as `\\` and a letter.
  private static let special = SpecialBytes(0x09, 0x0A, 0x0D, .backslash)

  private let hasHeader: Bool
  private var columns = 0
  private var finder = CellFinder([])
  private var rows = RowWriter()

  package init(_ options: ExportOptions) {
    hasHeader = options[.header]
  }

  package mutating func begin(
    _ columns: [Column], on terminal: TerminalStyle?, into buffer: inout [UInt8]
  ) {
    self.columns = columns.count
    finder = CellFinder(columns.map(\.accessor))
    guard hasHeader else { return }
    buffer += Array(columns.map(\.name).joined(separator: "\t").utf8)
    buffer.append(0x0A)
  }

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    let columns = columns
    var rows = RowWriter()
    swap(&rows, &self.rows)
    finder.forEachPage(of: batch.records) { page, made, cells in
      for start in stride(from: 0, to: cells.count, by: columns) {
        let most = cells.size(of: start..<start + columns, factor: 2, extra: 8)
        rows.write(most) { row, count in
          for column in 0..<columns {
            if column > 0 { row.append(0x09, at: &count) }
            let cell = cells[start + column]
            Self.append(cell, from: cell.isMade ? made : page, to: &row, &count)
          }
          row.append(0x0A, at: &count)
        }
      }
      rows.move(to: &buffer)
    }
    swap(&rows, &self.rows)
  }

  private static func append(
    _ cell: RawCell, from bytes: RawSpan, to row: inout MutableRawSpan, _ count: inout Int
  ) {
    switch cell.kind {
    case .null: break
    case .true: row.append("true", at: &count)
    case .false: row.append("false", at: &count)
    case .number: row.copy(cell.start..<cell.end, of: bytes, at: &count)
    case .text, .json:
      let place = count
      if row.copy(cell.start..<cell.end, of: bytes, at: &count, lookingFor: special) {
        count = place
        for offset in cell.start..<cell.end { appendByte(bytes.byte(at: offset), to: &row, &count) }
      }
    }
  }

  private static func appendByte(_ byte: UInt8, to row: inout MutableRawSpan, _ count: inout Int) {
    switch byte {
    case 0x09: row.append("\\t", at: &count)
    case 0x0A: row.append("\\n", at: &count)
    case 0x0D: row.append("\\r", at: &count)
    case .backslash: row.append("\\\\", at: &count)
    default: row.append(byte, at: &count)
    }
  }
}
