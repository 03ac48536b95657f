import DialStack

/// How the items of one resource are made to make sense.
///
/// A field without a maker of its own gets a value by its kind and presence, so a
/// resource that is new in the catalog needs no recipe.
struct Recipe: Sendable {
  /// Writes the value of one field, or says that the item hasn't the field.
  typealias Maker = @Sendable (inout Row) -> Outcome

  typealias Keys =
    @Sendable (
      World, _ account: String, _ parents: [String]
    ) -> [RowIdentity]

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
  /// The keys of the items, where other lists decide them, in the order in which they come.
  let keys: Keys?
  /// The items themselves, where they are those of other lists.
  let items: (@Sendable (World, ListName) -> [[UInt8]])?
  /// The lists, besides those that fields of the items lead to, whose keys the makers pick from.
  let picks: [String]
  /// What the id of a row begins with, by the order in which ids are made.
  let prefix: (@Sendable (Int) -> String)?
  /// What is known of fields that only the query carries, by their names.
  let answers: [String: FilterTerm.Answer]
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
    keys: Keys? = nil, items: (@Sendable (World, ListName) -> [[UInt8]])? = nil,
    picks: [String] = [],
    prefix: (@Sendable (Int) -> String)? = nil, answers: [String: FilterTerm.Answer] = [:],
    hasOldKeysOnly: (@Sendable (Row) -> Bool)? = nil,
    addUnknownKeys: @escaping @Sendable (inout Row) -> Void = { _ in }
  ) {
    self.makers = makers
    self.count = count
    self.needs = needs
    self.keys = keys
    self.items = items
    self.picks = picks
    self.prefix = prefix
    self.answers = answers
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
    "accounts": .accounts, "numbers": .numbers, "button_templates": few,
    "locations": few,
  ]

  /// The recipes for lists just as the API has them.
  private static let coherent: [String: Recipe] = [
    "calls": .calls, "voicemails": .voicemails, "faxes": .faxes, "users": .users,
    "admin_users": .adminUsers, "extensions": .extensions, "locations": .locations,
    "queue_members": .queueMembers, "ring_groups": .ringGroups, "schedules": .schedules,
    "dect_bases": .dectBases, "dect_handsets": .dectHandsets,
    "devices": .devices, "device_users": .deviceUsers, "hardware_orders": .hardwareOrders,
    "presence": .presence, "user_presence": .userPresence, "queues": .queues,
    "dial_plans": .dialPlans, "blocked_numbers": .blockedNumbers, "listeners": .listeners,
    "available_phone_numbers": .availablePhoneNumbers, "phone_number_orders": .phoneNumberOrders,
    "port_orders": .portOrders, "template_buttons": .templateButtons,
    "button_overrides": .buttonOverrides, "device_buttons": .deviceButtons,
    "compatible_button_templates": .compatibleButtonTemplates,
    "hardware_order_shipping_quote": .shippingQuote,
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

  /// A maker that always writes an object.
  static func object(_ write: @escaping @Sendable (inout Row) -> Void) -> Maker {
    { row in
      row.object(write)
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
