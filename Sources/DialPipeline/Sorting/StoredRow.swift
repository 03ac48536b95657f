import DialStack

/// How a row lies among bytes while it is sorted: the lengths of its parts, its key, and its item.
///
/// A row that is more than an item stays a record, and only its number is stored.
struct StoredRow {
  /// The bytes before the key: three numbers of four bytes.
  static let headSize = 12

  /// What a row is, beside its bytes.
  enum Content {
    /// An item as the API sent it, of the account at an index.
    case item(account: Int)
    /// A record that is kept elsewhere, by its number.
    case other
  }

  private static let otherMark = UInt32.max

  let keySize: Int
  let itemSize: Int
  let content: Content

  /// How many bytes the row takes.
  var size: Int { Self.headSize + keySize + itemSize }

  /// Reads the head at `offset`.
  init(at offset: Int, in bytes: RawSpan) {
    func number(_ index: Int) -> UInt32 {
      UInt32(
        littleEndian: bytes.unsafeLoadUnaligned(
          fromByteOffset: offset + 4 * index, as: UInt32.self))
    }
    keySize = Int(number(0))
    itemSize = Int(number(1))
    content = number(2) == Self.otherMark ? .other : .item(account: Int(number(2)))
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
  static func append(
    key: [UInt8], item: Bytes, _ content: Content, to bytes: inout [UInt8]
  ) {
    let mark: UInt32 =
      switch content {
      case .item(let account): UInt32(account)
      case .other: otherMark
      }
    for number in [UInt32(key.count), UInt32(item.count), mark] {
      for shift in stride(from: 0, to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
      }
    }
    bytes += key
    bytes.append(item)
  }
}
