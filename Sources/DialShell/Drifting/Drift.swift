import DialStack

/// How the rows of a list differ from what the catalog says of them.
struct Drift: Sendable {
  let resource: Resource
  /// How many rows were looked at.
  let rows: Int
  private(set) var differences: [Difference] = []
  /// Keys that the catalog doesn't know, and that no field can be called.
  private(set) var nameless: [String] = []

  /// One difference.
  struct Difference: Sendable, Hashable {
    /// The names that lead to the field; none for the list itself.
    let path: [String]
    /// The same for people: `routes[].name`.
    let shownPath: String
    /// How many objects could have had the key.
    let total: Int
    let fact: Fact
  }

  enum Fact: Sendable, Hashable {
    /// A key that the catalog doesn't know: its kinds, how many have it, and a value.
    case unknownKey([FieldKind], count: Int, example: Value?, isSecret: Bool)
    /// Values that aren't of the kind that the catalog says, by all kinds that were seen.
    case otherKind(FieldKind, seen: [FieldKind], count: Int)
    /// The same of what is in a list.
    case otherItems(FieldKind, seen: [FieldKind], count: Int)
    /// Values that a choice doesn't list.
    case unknownValues([String], count: Int)
    /// So many values, or such ones, that it is no choice.
    case unlistableValues
    /// A key that should always be there; what its presence is then.
    case missing(count: Int, Field.Presence)
    /// A value that should never be null; what its presence is then.
    case null(count: Int, Field.Presence)
    /// Rows that come before some that they belong behind.
    case order(ListOrder, count: Int)
  }

  init(of resource: Resource, _ seen: SeenRows) {
    self.resource = resource
    rows = seen.object.count
    compare(seen.object, with: resource.itemFields, in: Surroundings())
    if seen.order.breaks > 0 {
      differences.append(
        Difference(
          path: [], shownPath: resource.order.field ?? "", total: rows,
          fact: .order(resource.order, count: seen.order.breaks)))
    }
  }

  /// What objects stand in.
  private struct Surroundings {
    var path: [String] = []
    /// What precedes a name for people.
    var shown = ""
    /// Whether whatever is in them is a secret.
    var isSecret = false
    /// Whether they may have more keys than the known ones.
    var isOpen = false
  }

  private mutating func compare(
    _ seen: SeenObject, with fields: [Field], in outer: Surroundings
  ) {
    func place(of name: String) -> Place {
      Place(path: outer.path + [name], shown: outer.shown + name, total: seen.count)
    }
    for name in seen.names {
      guard let key = seen.keys[name] else { continue }
      let place = place(of: name)
      if let field = fields.first(where: { $0.name == name }) {
        compare(key, with: field, at: place, isSecret: outer.isSecret)
      } else if outer.isOpen {
        continue
      } else if name.isFieldName {
        let hides = outer.isSecret || key.isSecret || SecretLook.isSecret(name: name)
        add(
          .unknownKey(
            key.kinds.keys.sorted(), count: key.count, example: hides ? nil : key.example,
            isSecret: hides), at: place)
      } else {
        nameless.append(place.shown)
      }
    }
    guard seen.count > 0 else { return }
    for field in fields {
      let key = seen.keys[field.name] ?? SeenKey()
      comparePresence(key, of: field, at: place(of: field.name))
    }
  }

  /// Where a key stands.
  private struct Place {
    let path: [String]
    let shown: String
    let total: Int
  }

  private mutating func add(_ fact: Fact, at place: Place) {
    differences.append(
      Difference(path: place.path, shownPath: place.shown, total: place.total, fact: fact))
  }

  private mutating func compare(
    _ key: SeenKey, with field: Field, at place: Place, isSecret: Bool
  ) {
    let others = key.kinds.filter { !field.kind.mayHave($0.key) }
    if !others.isEmpty {
      add(
        .otherKind(
          field.kind, seen: key.kinds.keys.sorted(), count: others.values.reduce(0, +)), at: place)
    } else if field.kind == .choice {
      compareValues(key, with: field, at: place)
    }
    if let items = field.items {
      let others = key.itemKinds.filter { !items.mayHave($0.key) }
      if !others.isEmpty {
        let inList = Place(path: place.path, shown: place.shown + "[]", total: place.total)
        add(
          .otherItems(
            items, seen: key.itemKinds.keys.sorted(), count: others.values.reduce(0, +)),
          at: inList)
      }
    }
    let inner = Surroundings(
      path: place.path, shown: place.shown + (field.kind == .list ? "[]." : "."),
      isSecret: isSecret || field.sensitivity == .secret, isOpen: field.shape == "JSONValue")
    compare(key.inner, with: field.fields, in: inner)
  }

  private mutating func compareValues(_ key: SeenKey, with field: Field, at place: Place) {
    guard !key.hasOtherValues else { return add(.unlistableValues, at: place) }
    let unknown = key.values.filter { !field.choices.contains($0.text) }
    guard !unknown.isEmpty else { return }
    let count = unknown.map(\.count).reduce(0, +)
    add(.unknownValues(unknown.map(\.text), count: count), at: place)
  }

  private mutating func comparePresence(_ key: SeenKey, of field: Field, at place: Place) {
    let absent = place.total - key.count
    let isMissing = absent > 0 && !field.presence.mayBeAbsent
    let isNull = key.nulls > 0 && !field.presence.mayBeNull
    let presence = Field.Presence(
      mayBeAbsent: field.presence.mayBeAbsent || isMissing,
      mayBeNull: field.presence.mayBeNull || isNull)
    if isMissing { add(.missing(count: absent, presence), at: place) }
    if isNull { add(.null(count: key.nulls, presence), at: place) }
  }
}

extension Field.Presence {
  init(mayBeAbsent: Bool, mayBeNull: Bool) {
    switch (mayBeAbsent, mayBeNull) {
    case (false, false): self = .always
    case (false, true): self = .nullable
    case (true, false): self = .optional
    case (true, true): self = .sparse
    }
  }

  var mayBeAbsent: Bool { self == .optional || self == .sparse }
  var mayBeNull: Bool { self == .nullable || self == .sparse }
}

extension Collection<FieldKind> {
  /// The kinds in the order of the catalog.
  fileprivate func sorted() -> [FieldKind] {
    FieldKind.allCases.filter { contains($0) }
  }
}
