import DialStack

/// How a row lies among bytes while it is sorted: a head, its key, its item, and what it has
/// besides.
struct StoredRow {
  /// The bytes before the key: four numbers of four bytes.
  static let headSize = 16

  let keySize: Int
  /// 0 for a row without an item.
  let itemSize: Int
  /// How many bytes are what ``RowAddition`` makes of cells and joined records.
  let additionSize: Int
  /// Whose row it is, as an index of a list that is kept elsewhere.
  let owner: Int

  /// How many bytes the row takes.
  var size: Int { Self.headSize + keySize + itemSize + additionSize }

  /// Reads the head at `offset`.
  init(at offset: Int, in bytes: RawSpan) {
    func number(_ index: Int) -> Int {
      Int(
        UInt32(
          littleEndian: bytes.unsafeLoadUnaligned(
            fromByteOffset: offset + 4 * index, as: UInt32.self)))
    }
    keySize = number(0)
    itemSize = number(1)
    additionSize = number(2)
    owner = number(3)
  }

  /// The bytes of the key of a row at `offset`.
  private func key(at offset: Int) -> Range<Int> {
    offset + Self.headSize..<offset + Self.headSize + keySize
  }

  /// How two rows stand to each other by their keys.
  static func order(
    _ left: [UInt8], _ leftOffset: Int, _ right: [UInt8], _ rightOffset: Int
  ) -> Order {
    let leftBytes = left.span.bytes
    let rightBytes = right.span.bytes
    let leftKey = StoredRow(at: leftOffset, in: leftBytes).key(at: leftOffset)
    let rightKey = StoredRow(at: rightOffset, in: rightBytes).key(at: rightOffset)
    return leftBytes.extracting(leftKey).order(to: rightBytes.extracting(rightKey))
  }

  /// Appends a row.
  ///
  /// - Parameter item: `nil` for a row without one.
  static func append(
    key: [UInt8], item: Bytes?, addition: [UInt8], owner: Int, to bytes: inout [UInt8]
  ) {
    for number in [key.count, item?.count ?? 0, addition.count, owner] {
      bytes.appendNumber(number)
    }
    bytes += key
    if let item { bytes.append(item) }
    bytes += addition
  }
}

extension [UInt8] {
  /// Appends a number of four bytes, the lowest first.
  mutating func appendNumber(_ number: Int) {
    for shift in stride(from: 0, to: 32, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
