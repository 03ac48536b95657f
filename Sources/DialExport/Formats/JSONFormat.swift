package import DialLanguage
package import DialRows
import DialStack

/// `export json`: one array of objects, an object a line; on a terminal, a key a line.
package struct JSONExporter: Exporter {
  package static let signature = Signature(
    "json", usage: "export json [PATH]",
    summary: "One JSON array; an object a row, with the columns as keys in their order.",
    details: [
      "Numbers are written as the API spells them; absent is null.",
      "An object takes one line; on a terminal it is indented by 2 spaces, as jq does it.",
    ],
    examples: [Example("numbers where status=active | export json", "an array")])

  private let lines: JSONLines
  private let isIndented: Bool
  private var isFirst = true

  package init(
    columns: [Column], options: ExportOptions, terminal: TerminalStyle?
  ) throws(Rejection) {
    lines = JSONLines(columns: columns)
    isIndented = terminal != nil
  }

  package mutating func begin(into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "["))
  }

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    var reader = lines.reader()
    for record in batch.records {
      buffer += Array((isFirst ? "\n" : ",\n").utf8)
      isFirst = false
      if isIndented {
        var object: [UInt8] = []
        reader.append(record, into: &object)
        buffer.appendIndented(object, level: 1)
      } else {
        reader.append(record, into: &buffer)
      }
    }
  }

  package mutating func finish(into buffer: inout [UInt8]) {
    buffer += Array((isFirst ? "]\n" : "\n]\n").utf8)
  }
}

/// `export ndjson`: one object a line.
package struct NDJSONExporter: Exporter {
  package static let signature = Signature(
    "ndjson", usage: "export ndjson [PATH]",
    summary: "One JSON object a line, for jq and for databases.",
    details: ["Numbers are written as the API spells them; absent is null."],
    examples: [Example("numbers | export ndjson numbers.ndjson", "an object a line")])

  private let lines: JSONLines

  package init(
    columns: [Column], options: ExportOptions, terminal: TerminalStyle?
  ) throws(Rejection) {
    lines = JSONLines(columns: columns)
  }

  package mutating func begin(into buffer: inout [UInt8]) {}

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    var reader = lines.reader()
    for record in batch.records {
      reader.append(record, into: &buffer)
      buffer.append(0x0A)
    }
  }

  package func finish(into buffer: inout [UInt8]) {}
}

/// Writes records as JSON objects.
struct JSONLines: Sendable {
  private let columns: [Column]
  /// `{"id":`, `,"status":` and so on.
  private let keys: [[UInt8]]

  init(columns: [Column]) {
    self.columns = columns
    keys = columns.enumerated().map { index, column in
      var key = [index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ",")]
      key.appendJSONString(Bytes(column.name))
      key.append(UInt8(ascii: ":"))
      return key
    }
  }

  func reader() -> Reader {
    Reader(keys: keys, readers: columns.map { ColumnReader($0.accessor) })
  }

  struct Reader {
    let keys: [[UInt8]]
    var readers: [ColumnReader]

    mutating func append(_ record: Record, into buffer: inout [UInt8]) {
      for index in readers.indices {
        buffer += keys[index]
        buffer.appendJSON(readers[index].value(in: record))
      }
      buffer.append(UInt8(ascii: "}"))
    }
  }
}
