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
  /// How many items a list of an account has; `nil` leaves it to the world.
  let count: @Sendable (World, ListName) -> Int?
  /// What the rows agree on with other lists of the account.
  let needs: Needs
  /// The keys of the items, where other lists decide them; they come newest first.
  let keys: (@Sendable (World, _ account: String) -> [RowIdentity])?
  /// What the id of a row begins with, by the order in which ids are made.
  let prefix: (@Sendable (Int) -> String)?
  /// Whether a row has the deprecated keys alone; `nil` if none has.
  let hasOldKeysOnly: (@Sendable (Row) -> Bool)?

  enum Needs {
    case nothing
    /// The account's ``Cast``.
    case cast
    /// The account's ``Cast`` and its ``CallBook``.
    case calls
  }

  init(
    makers: [String: Maker] = [:],
    count: @escaping @Sendable (World, ListName) -> Int? = { _, _ in nil },
    needs: Needs = .nothing,
    keys: (@Sendable (World, _ account: String) -> [RowIdentity])? = nil,
    prefix: (@Sendable (Int) -> String)? = nil,
    hasOldKeysOnly: (@Sendable (Row) -> Bool)? = nil,
    addUnknownKeys: @escaping @Sendable (inout Row) -> Void = { _ in }
  ) {
    self.makers = makers
    self.count = count
    self.needs = needs
    self.keys = keys
    self.prefix = prefix
    self.hasOldKeysOnly = hasOldKeysOnly
    self.addUnknownKeys = addUnknownKeys
  }

  /// How the items of `resource` are made.
  static func of(_ resource: Resource) -> Recipe {
    if let recipe = coherent[resource.name], resource.isStandard { return recipe }
    return byName[resource.name] ?? Recipe()
  }

  /// The recipes that go by the name alone.
  private static let byName: [String: Recipe] = [
    "accounts": .accounts, "numbers": .numbers, "button_templates": few, "dect_bases": few,
    "locations": few,
  ]

  /// The recipes for lists just as the API has them.
  private static let coherent: [String: Recipe] = [
    "calls": .calls, "voicemails": .voicemails, "faxes": .faxes, "users": .users,
    "admin_users": .adminUsers, "extensions": .extensions, "locations": .locations,
    "queue_members": .queueMembers, "ring_groups": .ringGroups, "schedules": .schedules,
    "devices": .devices, "device_users": .deviceUsers, "hardware_orders": .hardwareOrders,
  ]

  /// Things of which an account has a handful, others belonging to each.
  private static let few = Recipe(count: { _, _ in 8 })
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

  /// A maker that always writes a whole number.
  static func whole(_ value: @escaping @Sendable (inout Row) -> Int) -> Maker {
    { row in
      let number = value(&row)
      row.json.integer(number)
      return .written
    }
  }

  /// A maker that writes a whole number or `null`.
  static func number(_ value: @escaping @Sendable (inout Row) -> Int?) -> Maker {
    { row in
      if let number = value(&row) { row.json.integer(number) } else { row.json.null() }
      return .written
    }
  }

  /// A maker that always writes `true` or `false`.
  static func flag(_ value: @escaping @Sendable (Row) -> Bool) -> Maker {
    { row in
      row.json.boolean(value(row))
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
