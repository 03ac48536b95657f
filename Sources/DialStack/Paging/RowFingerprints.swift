/// A number for each row of a page, made of its key: two pages without a common number have no
/// common row.
///
/// It is made for every page, so it is cheaper than a set of the keys; that is made only where two
/// pages may have a common row.
struct RowFingerprints {
  private var prints: [UInt64] = []
  /// The same as a table of open addressing, a power of two long, of which half is empty (0) at
  /// least.
  private var slots: [UInt64]

  /// - Parameter key: where rows hold what tells them apart.
  init(of page: PageBody, by key: FieldPath) {
    slots = Array(repeating: 0, count: Self.size(for: page.count))
    prints.reserveCapacity(page.count)
    var reader = FieldReader(key)
    for index in 0..<page.count {
      let bytes: Bytes
      switch reader.value(in: page[index]) {
      case .text(let text): bytes = text
      case .number(let number): bytes = number
      case .null, .boolean, .object, .list: continue
      }
      let print = Self.fingerprint(of: bytes)
      let slot = slot(of: print)
      slots[slot] = print
      prints.append(print)
    }
  }

  /// Whether some row may be on both pages.
  func mayMeet(_ other: RowFingerprints) -> Bool {
    for print in other.prints where slots[slot(of: print)] != 0 { return true }
    return false
  }

  /// Where a number stands, or would.
  private func slot(of print: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: print >> 32) & mask
    while slots[slot] != 0, slots[slot] != print { slot = (slot + 1) & mask }
    return slot
  }

  private static func size(for rows: Int) -> Int {
    var size = 1
    while size < 2 * rows + 1 { size *= 2 }
    return size
  }

  /// Another one in each process: a server can't choose keys that all stand in one place.
  private static let seed = UInt64.random(in: 0...UInt64.max)

  /// A hash of a key, from a start of our own; never 0.
  private static func fingerprint(of key: Bytes) -> UInt64 {
    key.withSpan { span in
      let bytes = span.bytes
      var hash = seed ^ UInt64(truncatingIfNeeded: bytes.byteCount)
      var offset = 0
      while offset &+ 8 <= bytes.byteCount {
        hash = mixed(hash ^ bytes.word(at: offset))
        offset &+= 8
      }
      while offset < bytes.byteCount {
        hash = mixed(hash ^ UInt64(bytes.byte(at: offset)))
        offset &+= 1
      }
      return max(hash, 1)
    }
  }

  /// The two halves of a product: every bit of `value` has a say in each of the result.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
