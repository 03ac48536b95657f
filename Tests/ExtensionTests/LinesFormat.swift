import DialExport
import DialLanguage
import DialRows
import DialStack

/// `export lines`: a line a cell, an empty one behind each row.
struct LinesFormat: ByteFormat {
  static let signature = Signature(
    format: "lines", options: options, summary: "A line a cell.",
    examples: [Example("numbers | select id | export lines mark=dash", "a list of ids")])

  static let options: [any ExportParameter] = [mark]

  private static let mark = ExportOption(
    "mark", oneOf: [("none", ""), ("dash", "- ")], default: "", named: "none",
    "what stands before each cell")

  private let mark: String
  private var readers: [ColumnReader] = []

  init(_ options: ExportOptions) {
    mark = options[Self.mark]
  }

  mutating func begin(
    _ columns: [Column], on terminal: TerminalStyle?, into buffer: inout [UInt8]
  ) {
    readers = columns.map { ColumnReader($0.accessor) }
  }

  mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    for record in batch.records {
      for index in readers.indices {
        buffer += Array("\(mark)\(readers[index].value(in: record).string)\n".utf8)
      }
      buffer.append(0x0A)
    }
  }
}
