/// A number for each row of a page, made of its id: two pages without a common number have no
/// common row.
///
/// It is made for every page, so it is cheaper than a set of the ids; that is made only where two
/// pages may have a common row.
struct RowFingerprints {
  /// A table of open addressing, a power of two long, of which half is empty (0) at least.
  private var slots: [UInt64]

  init(of page: PageBody) {
    slots = Array(repeating: 0, count: Self.size(for: page.count))
    var reader = FieldReader(PageBody.id)
    for index in 0..<page.count {
      guard case .text(let id) = reader.value(in: page[index]) else { continue }
      let print = Self.fingerprint(of: id)
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

  /// Another one in each process: a server can't choose ids that all stand in one place.
  private static let seed = UInt64.random(in: 0...UInt64.max)

  /// The 64-bit FNV-1a hash of an id, from a start of our own; never 0.
  private static func fingerprint(of id: Bytes) -> UInt64 {
    id.withSpan { bytes in
      var hash = seed
      for index in bytes.indices {
        hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
      }
      return max(hash ^ (hash >> 29), 1)
    }
  }
}
