package import DialLanguage
package import DialRows
import DialStack

/// `export ndjson`: one object a line.
package struct NDJSONFormat: ByteFormat {
  package static let canBeContinued = true

  private static let typed = ExportOption<Bool>.flag(
    "typed", default: false, "every value is of its column's kind, or null")

  package static let options: [any ExportParameter] = [typed]

  package static let signature = Signature(
    format: "ndjson", options: options,
    summary: "One JSON object a line, for jq and for databases.",
    details: [
      "Numbers are written as the API spells them; absent is null.",
      "With typed=yes a value is what `dialsh describe --json` says, or null, and a warning counts.",
      "Times are UTC then, to the microsecond; decimals, objects and lists are text, unless it says",
      "what is in them.",
    ],
    examples: [
      Example("numbers | export ndjson numbers.ndjson", "an object a line"),
      Example("numbers | export ndjson numbers.ndjson typed=yes", "for Spark, DuckDB and others"),
    ])

  private let isTyped: Bool
  private var lines = JSONLines(columns: [])

  package init(_ options: ExportOptions) {
    isTyped = options[Self.typed]
  }

  package mutating func begin(
    _ columns: [Column], on terminal: TerminalStyle?, into buffer: inout [UInt8]
  ) {
    lines = JSONLines(columns: columns, types: isTyped ? columns.map { ColumnType($0) } : [])
  }

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    lines.forEachObject(of: batch.records) { object in
      buffer += object
      buffer.append(0x0A)
    }
  }

  package var warnings: [String] { lines.warnings }
}
