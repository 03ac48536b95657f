package import DialStack

/// Some columns of a row as bytes: equal for equal values, different for different ones.
package struct RowKey {
  private var readers: [ColumnReader]
  private let kinds: [FieldKind?]

  package init(_ columns: [Column]) {
    readers = columns.map { ColumnReader($0.accessor) }
    kinds = columns.map(\.kind)
  }

  package mutating func values(of record: Record) -> [Value] {
    readers.indices.map { readers[$0].value(in: record) }
  }

  package mutating func bytes(of record: Record) -> [UInt8] {
    var key: [UInt8] = []
    for index in readers.indices {
      key.appendJSON(readers[index].value(in: record).canonical(as: kinds[index]))
      key.append(UInt8(ascii: ","))
    }
    return key
  }
}
