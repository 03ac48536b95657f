package import DialLanguage
package import DialRows
import DialStack

/// `export json`: one array of objects, an object a line; on a terminal, a key a line.
package struct JSONFormat: ByteFormat {
  package static let signature = Signature(
    format: "json",
    summary: "One JSON array; an object a row, with the columns as keys in their order.",
    details: [
      "Numbers are written as the API spells them; absent is null.",
      "An object takes one line; on a terminal it is indented by 2 spaces, as jq does it.",
    ],
    examples: [Example("numbers where status=active | export json", "an array")])

  private var lines = JSONLines(columns: [])
  private var isIndented = false
  private var isFirst = true

  package init(_ options: ExportOptions) {}

  package mutating func begin(
    _ columns: [Column], on terminal: TerminalStyle?, into buffer: inout [UInt8]
  ) {
    lines = JSONLines(columns: columns)
    isIndented = terminal != nil
    buffer.append(UInt8(ascii: "["))
  }

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    var isFirst = isFirst
    let isIndented = isIndented
    lines.forEachObject(of: batch.records) { object in
      if !isFirst { buffer.append(.comma) }
      buffer.append(0x0A)
      isFirst = false
      if isIndented {
        buffer.appendIndented(Array(object), level: 1)
      } else {
        buffer += object
      }
    }
    self.isFirst = isFirst
  }

  package mutating func finish(into buffer: inout [UInt8]) {
    buffer += Array((isFirst ? "]\n" : "\n]\n").utf8)
  }
}
