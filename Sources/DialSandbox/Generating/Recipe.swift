import DialStack

/// How the items of one resource are made to make sense.
///
/// A field without a maker of its own gets a value by its kind and presence, so a
/// resource that is new in the catalog needs no recipe.
struct Recipe: Sendable {
  /// Writes the value of one field, or says that the item hasn't the field.
  typealias Maker = @Sendable (inout Row) -> Outcome

  enum Outcome {
    case written, absent
  }

  /// The makers by the field's name.
  let makers: [String: Maker]
  /// Adds keys that the catalog doesn't know.
  let addUnknownKeys: @Sendable (inout Row) -> Void
  /// How many items a list of an account has, should the options say it.
  let count: @Sendable (SandboxOptions) -> Int?

  init(
    makers: [String: Maker] = [:],
    count: @escaping @Sendable (SandboxOptions) -> Int? = { _ in nil },
    addUnknownKeys: @escaping @Sendable (inout Row) -> Void = { _ in }
  ) {
    self.makers = makers
    self.count = count
    self.addUnknownKeys = addUnknownKeys
  }

  /// The recipes by the resource's name.
  static let standard: [String: Recipe] = [
    "accounts": .accounts, "numbers": .numbers, "button_templates": few, "dect_bases": few,
    "locations": few,
  ]

  /// Things of which an account has a handful, others belonging to each.
  private static let few = Recipe(count: { _ in 8 })
}

extension Recipe {
  /// A maker that always writes a text.
  static func text(_ value: @escaping @Sendable (inout Row) -> String) -> Maker {
    { row in
      let text = value(&row)
      row.json.text(text)
      return .written
    }
  }

  /// A maker that always writes a key, which is a number where the field holds numbers.
  static func key(of field: Field, _ value: @escaping @Sendable (Row) -> String) -> Maker {
    guard field.kind.isWhole else { return text { value($0) } }
    return { row in
      row.json.raw(value(row).utf8)
      return .written
    }
  }

  /// A maker that writes a text, or else `null`, or now and then leaves the field out.
  static func sparse(_ value: @escaping @Sendable (inout Row) -> String?) -> Maker {
    { row in
      let text = value(&row)
      let leavesOut = row.random.happens(1, in: 3)
      if let text {
        row.json.text(text)
        return .written
      }
      guard !leavesOut else { return .absent }
      row.json.null()
      return .written
    }
  }

  /// A maker that writes a text or `null`.
  static func nullable(_ value: @escaping @Sendable (inout Row) -> String?) -> Maker {
    { row in
      if let text = value(&row) { row.json.text(text) } else { row.json.null() }
      return .written
    }
  }
}
