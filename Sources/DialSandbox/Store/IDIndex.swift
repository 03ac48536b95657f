/// Finds an item by its id: a table of positions, four bytes a slot.
struct IDIndex: Sendable {
  private var slots: [UInt32]

  /// Takes in every item of `items`.
  ///
  /// - Complexity: O(n), and O(1) a look-up.
  init(_ items: ItemList) {
    var size = 8
    while size < items.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for index in 0..<items.count {
      guard let id = Self.id(of: items[index]) else { continue }
      var slot = Self.slot(of: id, in: size)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// Where the item with `id` stands in `items`.
  func position(of id: String, in items: ItemList) -> Int? {
    let spelled = quoted(id)
    var slot = Self.slot(of: spelled[...], in: slots.count)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if let found = Self.id(of: items[index]), found.elementsEqual(spelled) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The id of an item as it is spelled: its first member.
  static func id(of item: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var members = ItemMembers(item)
    guard let first = members.next(), first.key.elementsEqual(#""id""#.utf8) else { return nil }
    return first.value
  }

  private static func slot(of id: ArraySlice<UInt8>, in size: Int) -> Int {
    Int(truncatingIfNeeded: SplitMix64.mixed(stableHash(of: id))) & (size - 1)
  }
}
