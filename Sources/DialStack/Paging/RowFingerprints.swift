/// A number for each row of a page, made of its key: two pages without a common number have no
/// common row.
///
/// It is made for every page, so it is cheaper than a set of the keys; that is made only where two
/// pages may have a common row.
struct RowFingerprints {
  /// A table of open addressing, a power of two long, of which half is empty (0) at least.
  private var slots: [UInt64]

  /// - Parameter key: where rows hold what tells them apart.
  init(of page: PageBody, by key: FieldPath) {
    slots = Array(repeating: 0, count: Self.size(for: page.count))
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
    }
  }

  /// Whether some row may be on both pages.
  func mayMeet(_ other: RowFingerprints) -> Bool {
    other.slots.contains { $0 != 0 && slots[slot(of: $0)] != 0 }
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

  /// The 64-bit FNV-1a hash of a key, from a start of our own; never 0.
  private static func fingerprint(of key: Bytes) -> UInt64 {
    key.withSpan { bytes in
      var hash = seed
      for index in bytes.indices {
        hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
      }
      return max(hash ^ (hash >> 29), 1)
    }
  }
}
