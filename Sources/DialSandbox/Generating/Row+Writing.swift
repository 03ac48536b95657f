import DialStack

// What stands inside of an item.
extension Row {
  /// Writes an object whose members `write` adds.
  mutating func object(_ write: (inout Row) -> Void) {
    json.raw("{")
    write(&self)
    json.raw("}")
  }

  /// Writes a list in which `write` adds one value for each of `elements`.
  mutating func list<Element>(_ elements: [Element], _ write: (inout Row, Element) -> Void) {
    json.raw("[")
    for element in elements {
      json.separate()
      write(&self, element)
    }
    json.raw("]")
  }

  /// Writes a member that is a text or `null`.
  mutating func write(_ name: String, _ value: String?) {
    json.key(name)
    if let value { json.text(value) } else { json.null() }
  }

  /// Writes a member that is a whole number or `null`.
  mutating func write(_ name: String, _ value: Int?) {
    json.key(name)
    if let value { json.integer(value) } else { json.null() }
  }

  /// Writes a member that is `true` or `false`.
  mutating func write(_ name: String, _ value: Bool) {
    json.key(name)
    json.boolean(value)
  }

  /// Writes a member that is an object.
  mutating func write(_ name: String, _ object: (inout Row) -> Void) {
    json.key(name)
    self.object(object)
  }

  /// One of the rows of a list; `nil` where it has none.
  mutating func pick(from list: String) -> String? {
    let ids = ids(of: .to(list)) ?? []
    return ids.isEmpty ? nil : random.pick(ids)
  }
}
