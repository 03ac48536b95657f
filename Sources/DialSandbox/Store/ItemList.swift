/// The items of a list in one run of bytes, with commas between them.
///
/// A page of neighbours is one slice of it, ready for the wire.
struct ItemList: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each item begins, and at the end where the next one would.
  private var starts: [Int] = [0]
  private let expected: Int

  /// An empty list that makes room for `expected` items once it knows how long they are.
  init(expecting expected: Int) {
    self.expected = expected
    starts.reserveCapacity(expected + 1)
  }

  var count: Int { starts.count - 1 }

  mutating func append(_ item: [UInt8]) {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
    bytes.append(contentsOf: item)
    starts.append(bytes.count + 1)
    if count == 200, expected > 200 {
      bytes.reserveCapacity(bytes.count / 200 * (expected + expected / 50))
    }
  }

  /// The JSON of item `index`.
  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[starts[index]..<starts[index + 1] - 1]
  }

  /// The JSON of neighbouring items, with commas between them.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    guard !range.isEmpty else { return [] }
    return bytes[starts[range.lowerBound]..<starts[range.upperBound] - 1]
  }
}
