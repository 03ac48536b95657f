package import DialStack

/// What rows are ordered by: the values of some columns, as bytes whose order is that of the rows.
///
/// Null comes last, whichever way a column runs. Before it come booleans, false first, then numbers
/// by size, then times by moment where the column holds times, then all else by its bytes. Numbers
/// are compared exactly.
package struct SortKey: Sendable {
  /// Which way a column runs.
  package enum Direction: Sendable {
    case ascending, descending
  }

  /// What a part of the key begins with.
  private enum Mark {
    static let boolean: UInt8 = 1
    static let number: UInt8 = 2
    static let time: UInt8 = 3
    static let text: UInt8 = 4
    static let null: UInt8 = 0xff
  }

  private let columns: [(kind: FieldKind?, ranking: [Bytes], direction: Direction)]
  private var readers: [ColumnReader]

  package init(_ columns: [(column: Column, direction: Direction)]) {
    self.columns = columns.map { column, direction in
      (column.kind, column.ranking.map { Bytes($0) }, direction)
    }
    readers = columns.map { ColumnReader($0.column.accessor) }
  }

  /// Appends the key of a row.
  package mutating func append(of record: Record, to key: inout [UInt8]) {
    for index in columns.indices {
      let value = readers[index].value(in: record)
      if value == .null {
        key.append(Mark.null)
        continue
      }
      let start = key.count
      if case .text(let text) = value, let place = columns[index].ranking.firstIndex(of: text) {
        key += [Mark.number, UInt8(place)]
      } else {
        append(value, as: columns[index].kind, to: &key)
      }
      guard columns[index].direction == .descending else { continue }
      // Below null as it was: no part begins with 0.
      key.invert(from: start)
    }
  }

  /// Appends where a row stood before, which settles the order of equal ones.
  package static func append(_ rank: RowRank, to key: inout [UInt8]) {
    key.appendSortable(rank.list)
    key.appendSortable(rank.row)
  }

  private func append(_ value: Value, as kind: FieldKind?, to key: inout [UInt8]) {
    switch value {
    case .null: break
    case .boolean(let flag): key += [Mark.boolean, flag ? 1 : 0]
    case .number(let number):
      key.append(Mark.number)
      key.appendSortable(number: number)
    case .text(let text):
      if kind == .time, let moment = Timestamp(text) {
        key.append(Mark.time)
        key.appendSortable(moment.seconds)
        key.appendSortable(moment.nanoseconds)
      } else {
        append(text, to: &key)
      }
    case .object(let json), .list(let json): append(json, to: &key)
    }
  }

  /// Appends a text so that a beginning comes before what it begins: 0 becomes 0 1, and 0 0 ends it.
  private func append(_ text: Bytes, to key: inout [UInt8]) {
    key.append(Mark.text)
    text.withSpan { bytes in
      for index in bytes.indices {
        key.append(bytes[index])
        if bytes[index] == 0 { key.append(1) }
      }
    }
    key += [0, 0]
  }
}

extension Array where Element == UInt8 {
  /// Appends eight bytes whose order is that of whole numbers.
  fileprivate mutating func appendSortable(_ number: Int) {
    let bits = UInt64(bitPattern: Int64(number)) ^ (1 << 63)
    for shift in stride(from: 56, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }
}
