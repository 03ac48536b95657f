/// A run of bytes, most often a slice of the page that it came from.
///
/// A slice keeps its whole page in memory; ``detached`` doesn't. Holds less than 4 GiB.
package struct Bytes: Sendable {
  private let storage: [UInt8]
  private let start: UInt32
  private let end: UInt32

  /// A slice of `storage`, without a copy.
  init(_ storage: [UInt8], from start: Int, to end: Int) {
    precondition(0 <= start && start <= end && end <= storage.count, "a slice lies in its storage")
    self.storage = storage
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  package init(_ bytes: [UInt8]) {
    self.init(bytes, from: 0, to: bytes.count)
  }

  /// The UTF-8 of `text`.
  package init(_ text: String) {
    self.init(Array(text.utf8))
  }

  package var count: Int { Int(end - start) }

  package var isEmpty: Bool { start == end }

  /// The byte at `index`, counted from 0.
  package subscript(index: Int) -> UInt8 {
    precondition(0 <= index && index < count, "an index lies in its bytes")
    return storage[Int(start) + index]
  }

  /// The bytes as text; what is not UTF-8 becomes U+FFFD.
  package var string: String {
    String(decoding: storage[Int(start)..<Int(end)], as: UTF8.self)
  }

  /// The same bytes in a storage of their own, which keeps no page in memory.
  package var detached: Bytes {
    count == storage.count ? self : Bytes(Array(storage[Int(start)..<Int(end)]))
  }

  /// The bytes from `lower` up to but not `upper`, without a copy.
  package func slice(_ lower: Int, _ upper: Int) -> Bytes {
    precondition(0 <= lower && lower <= upper && upper <= count, "a slice lies in its bytes")
    return Bytes(storage, from: Int(start) + lower, to: Int(start) + upper)
  }

  /// Calls `body` with the bytes in place.
  package func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(storage.span.extracting(Int(start)..<Int(end)))
  }

  func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: storage[Int(start)..<Int(end)])
  }
}

extension Array where Element == UInt8 {
  /// Appends `bytes` without a copy in between.
  package mutating func append(_ bytes: Bytes) {
    bytes.append(to: &self)
  }
}

extension RawSpan {
  /// Whether these are the same bytes.
  package func isEqual(to other: Bytes) -> Bool {
    byteCount == other.count && other.withSpan { isEqual(to: $0.bytes) }
  }

  /// How these bytes stand to others, one by one.
  package func order(to other: Bytes) -> Order {
    other.withSpan { order(to: $0.bytes) }
  }
}

extension Bytes: Hashable {
  package static func == (left: Bytes, right: Bytes) -> Bool {
    guard left.count == right.count else { return false }
    return left.withSpan { left in right.withSpan { left.bytes.isEqual(to: $0.bytes) } }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    withSpan { span in
      let bytes = span.bytes
      var offset = 0
      while offset + 8 <= bytes.byteCount {
        hasher.combine(bytes.word(at: offset))
        offset += 8
      }
      while offset < bytes.byteCount {
        hasher.combine(bytes.byte(at: offset))
        offset += 1
      }
    }
  }
}

extension Bytes: Comparable {
  package static func < (left: Bytes, right: Bytes) -> Bool {
    Order(left, right) == .ascending
  }
}

extension Bytes: CustomStringConvertible {
  package var description: String { string }
}
