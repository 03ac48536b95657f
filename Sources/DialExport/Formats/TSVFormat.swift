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

  private let hasHeader: Bool
  private var columns: [Column] = []

  package init(_ options: ExportOptions) {
    hasHeader = options[.header]
  }

  package mutating func begin(
    _ columns: [Column], on terminal: TerminalStyle?, into buffer: inout [UInt8]
  ) {
    self.columns = columns
    guard hasHeader else { return }
    buffer += Array(columns.map(\.name).joined(separator: "\t").utf8)
    buffer.append(0x0A)
  }

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    var readers = columns.map { ColumnReader($0.accessor) }
    for record in batch.records {
      for index in readers.indices {
        if index > 0 { buffer.append(0x09) }
        appendCell(readers[index].value(in: record), into: &buffer)
      }
      buffer.append(0x0A)
    }
  }

  private func appendCell(_ value: Value, into buffer: inout [UInt8]) {
    switch value {
    case .null: break
    case .boolean(let flag): buffer += flag ? Array("true".utf8) : Array("false".utf8)
    case .number(let number): buffer.append(number)
    case .text(let text), .object(let text), .list(let text):
      for index in 0..<text.count { appendByte(text[index], into: &buffer) }
    }
  }

  private func appendByte(_ byte: UInt8, into buffer: inout [UInt8]) {
    switch byte {
    case 0x09: buffer += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case 0x0A: buffer += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case 0x0D: buffer += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    case UInt8(ascii: "\\"): buffer += [byte, byte]
    default: buffer.append(byte)
    }
  }
}
