import DialRows
import DialStack

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
