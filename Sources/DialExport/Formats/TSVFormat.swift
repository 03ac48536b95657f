package import DialLanguage
package import DialRows
import DialStack

/// `export tsv`: tab-separated values.
package struct TSVFormat: ByteFormat {
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
        for column in 0..<columns {
          if column > 0 { rows.append(0x09) }
          let cell = cells[start + column]
          Self.append(cell, from: cell.isMade ? made : page, to: &rows)
        }
        rows.append(0x0A)
      }
      rows.move(to: &buffer)
    }
    swap(&rows, &self.rows)
  }

  private static func append(_ cell: RawCell, from bytes: RawSpan, to rows: inout RowWriter) {
    switch cell.kind {
    case .null: break
    case .true: rows.append("true")
    case .false: rows.append("false")
    case .number: rows.copy(cell.start..<cell.end, of: bytes)
    case .text, .json:
      let place = rows.count
      if rows.copy(cell.start..<cell.end, of: bytes, lookingFor: special) {
        rows.goBack(to: place)
        for offset in cell.start..<cell.end { appendByte(bytes.byte(at: offset), to: &rows) }
      }
    }
  }

  private static func appendByte(_ byte: UInt8, to rows: inout RowWriter) {
    switch byte {
    case 0x09: rows.append("\\t")
    case 0x0A: rows.append("\\n")
    case 0x0D: rows.append("\\r")
    case .backslash: rows.append("\\\\")
    default: rows.append(byte)
    }
  }
}
