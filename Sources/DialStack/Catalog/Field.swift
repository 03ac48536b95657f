/// A key of a resource's items.
package struct Field: Sendable, Hashable {
  /// Whether an item always has the key, and with a value.
  package enum Presence: Sendable, Hashable {
    /// Always there, never null.
    case always
    /// Always there, may be null.
    case nullable
    /// May be absent, never null.
    case optional
    /// May be absent or null.
    case sparse
    /// Never in an item: it stands in the path and says what the list belongs to.
    case inPath
    /// Never in an item: the query carries it and says what the list is asked for.
    case inQuery

    /// Whether items may have the key.
    package var isInItems: Bool {
      switch self {
      case .always, .nullable, .optional, .sparse: true
      case .inPath, .inQuery: false
      }
    }
  }

  /// What a value would give away.
  package enum Sensitivity: Sendable, Hashable {
    /// Who has it can act in the owner's name, or reach them in private.
    case secret
    /// A URL that opens without a key, for so many minutes.
    case expiringLink(minutes: Int)
  }

  package let name: String
  package let kind: FieldKind
  package let presence: Presence
  /// One short phrase for `describe`.
  package let summary: String
  /// The known values of a `choice`, with what they mean; the API may answer with others.
  package let knownValues: [Choice]
  /// A value as the API writes it, for `describe`.
  package let example: String
  /// The deprecated key that carries the same value, `location_id` for `location`: the API sends
  /// both for a time, and `name` counts.
  package let alias: String?
  /// The known keys of an `object`, or of each object in a `list`.
  package let fields: [Field]
  /// What a `list` holds; `nil` where that is not known, or not always the same.
  package let items: FieldKind?
  /// What the type of a `choice`, of an `object`, or of each object in a `list` is called where several
  /// fields share it; `JSONValue` where more keys than the known ones may come.
  package let shape: String?
  /// The list that a value leads to.
  package let relation: Relation?
  /// Why a value is not for every eye, or not for long.
  package let sensitivity: Sensitivity?
  /// Since when the API has the key; servers may be older.
  package let since: APIStep

  package init(
    _ name: String, _ kind: FieldKind, _ presence: Presence, _ summary: String, example: String,
    choices: [Choice] = [], alias: String? = nil, fields: [Field] = [], items: FieldKind? = nil,
    shape: String? = nil, relation: Relation? = nil, sensitivity: Sensitivity? = nil,
    since: APIStep = .v3_0
  ) {
    self.name = name
    self.kind = kind
    self.presence = presence
    self.summary = summary
    self.knownValues = choices
    self.example = example
    self.alias = alias
    self.fields = fields
    self.items = items
    self.shape = shape
    self.relation = relation
    self.sensitivity = sensitivity
    self.since = since
  }

  /// The known values of a `choice` alone.
  package var choices: [String] { knownValues.map(\.value) }
}

/// A known value of a field.
package struct Choice: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The value as the API spells it.
  package let value: String
  /// What it means, as a short phrase; `nil` where the word says it.
  package let meaning: String?

  package init(_ value: String, _ meaning: String? = nil) {
    self.value = value
    self.meaning = meaning
  }

  /// A value whose word says what it means.
  package init(stringLiteral value: String) { self.init(value) }
}

/// How values of a field are compared, shown and completed.
package enum FieldKind: String, Sendable, Hashable, CaseIterable {
  case text, id, phone, choice, time, boolean, integer
  /// A duration as a whole number of seconds.
  case seconds
  case decimal, object, list

  /// Whether a value is a whole number.
  package var isWhole: Bool { self == .integer || self == .seconds }

  /// Whether a value is a number.
  package var isNumber: Bool { isWhole || self == .decimal }

  /// Whether a value holds other values.
  package var isNested: Bool { self == .object || self == .list }
}
