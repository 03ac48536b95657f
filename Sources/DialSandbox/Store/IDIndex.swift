import DialStack

/// Finds an item by its key: a table of positions, four bytes a slot.
struct IDIndex: Sendable {
  private let key: String
  private var slots: [UInt32]

  /// Takes in every item of `items`, by its member `key`.
  ///
  /// - Complexity: O(n), and O(1) a look-up.
  init(_ items: ItemList, by key: String) {
    self.key = key
    var size = 8
    while size < items.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for index in 0..<items.count {
      guard let id = member(key, of: items[index]) else { continue }
      var slot = Self.slot(of: id, in: size)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// Where the item whose key is `id` stands in `items`, the key being a text or a number.
  func position(of id: String, in items: ItemList) -> Int? {
    position(ofSpelled: quoted(id), in: items) ?? position(ofSpelled: Array(id.utf8), in: items)
  }

  private func position(ofSpelled spelled: [UInt8], in items: ItemList) -> Int? {
    var slot = Self.slot(of: spelled[...], in: slots.count)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if let found = member(key, of: items[index]), found.elementsEqual(spelled) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func slot(of id: ArraySlice<UInt8>, in size: Int) -> Int {
    Int(truncatingIfNeeded: SplitMix64.mixed(stableHash(of: id))) & (size - 1)
  }
}
