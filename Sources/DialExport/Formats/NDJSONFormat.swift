package import DialLanguage
package import DialRows
import DialStack

/// `export ndjson`: one object a line.
package struct NDJSONFormat: ByteFormat {
  package static let canBeContinued = true

  package static let signature = Signature(
    format: "ndjson",
    summary: "One JSON object a line, for jq and for databases.",
    details: ["Numbers are written as the API spells them; absent is null."],
    examples: [Example("numbers | export ndjson numbers.ndjson", "an object a line")])

  private var lines = JSONLines(columns: [])

  package init(_ options: ExportOptions) {}

  package mutating func begin(
    _ columns: [Column], on terminal: TerminalStyle?, into buffer: inout [UInt8]
  ) {
    lines = JSONLines(columns: columns)
  }

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    lines.forEachObject(of: batch.records) { object in
      buffer += object
      buffer.append(0x0A)
    }
  }
}
