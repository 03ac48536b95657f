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
    let storage = page.storage
    let body = storage.bytes
    let bytes = body.span.bytes
    // Items mostly have the keys of the one before.
    var (shape, index) = (KeyTree.root, Int?.none)
    for item in storage.items {
      if item.shape != shape {
        (shape, index) = (item.shape, storage.index(of: key, in: item.shape))
      }
      guard let index,
        let token = storage.tokens[Int(item.firstToken) + index].member(at: key.inner, in: bytes),
        let print = Self.fingerprint(of: token, in: bytes)
      else { continue }
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

  /// A hash of a key, from a start of our own; never 0. `nil` for what is neither text nor number.
  private static func fingerprint(of key: JSONToken, in bytes: RawSpan) -> UInt64? {
    switch key.kind {
    case .text, .number: fingerprint(of: bytes.extracting(key.start..<key.end))
    case .escapedText: fingerprint(of: key.decodedText(in: bytes).span.bytes)
    case .null, .true, .false, .object, .list: nil
    }
  }

  private static func fingerprint(of key: RawSpan) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: key.byteCount)
    var offset = 0
    while offset &+ 8 <= key.byteCount {
      hash = mixed(hash ^ key.word(at: offset))
      offset &+= 8
    }
    if offset < key.byteCount {
      // The last word may hold some bytes that were mixed in before.
      let last =
        key.byteCount < 8
        ? key.beginning(at: 0, length: key.byteCount) : key.word(at: key.byteCount &- 8)
      hash = mixed(hash ^ last)
    }
    return max(hash, 1)
  }

  /// The two halves of a product: every bit of `value` has a say in each of the result.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
