/// What the program knows of one list of the API.
///
/// The SDK, the language and the sandbox all read it from ``Catalog``: a new
/// resource is one more value there.
package struct Resource: Sendable, Hashable {
  /// Whose rows a list holds.
  package enum Scope: Sendable, Hashable {
    /// The platform's; no account is named in the request.
    case platform
    /// One account's, named by the `DialStack-Account` header.
    case account
  }

  /// The word of the language: `numbers`.
  package let name: String
  /// What one row is called: `number`.
  package let singular: String
  /// One sentence for `help`.
  package let summary: String
  /// The collection's path: `/v1/phone-numbers`.
  package let path: String
  package let scope: Scope
  /// What ids of this resource begin with, without the underscore: `did`.
  package let idPrefix: String
  /// The fields in the order of the columns.
  package let fields: [Field]
  /// The names of the fields that a narrow screen shows, the most important first.
  package let essentials: [String]
  /// The filters that the server is known to apply.
  package let filters: [Filter]
  /// The time field by which the list runs, newest first.
  package let newestFirstBy: String

  package init(
    name: String, singular: String, summary: String, path: String, scope: Scope, idPrefix: String,
    fields: [Field], essentials: [String], filters: [Filter], newestFirstBy: String
  ) {
    self.name = name
    self.singular = singular
    self.summary = summary
    self.path = path
    self.scope = scope
    self.idPrefix = idPrefix
    self.fields = fields
    self.essentials = essentials
    self.filters = filters
    self.newestFirstBy = newestFirstBy
  }

  /// The field called `name`, a dot leading into objects: `config.timezone`.
  package func field(named name: String) -> Field? {
    var fields = fields
    var found: Field?
    for part in name.split(separator: ".", omittingEmptySubsequences: false) {
      guard let next = fields.first(where: { $0.name == part }) else { return nil }
      found = next
      fields = next.fields
    }
    return found
  }

  /// The fields, the most important first: the essential ones, the others as they stand, and
  /// last those that hold many values.
  package var fieldsByImportance: [Field] {
    let first = essentials.compactMap { name in fields.first { $0.name == name } }
    let others = fields.filter { !essentials.contains($0.name) }
    return first + others.filter { !$0.kind.isNested } + others.filter { $0.kind.isNested }
  }

  /// The filter that hands `comparison` on `field` to the server.
  package func filter(on field: String, by comparison: Filter.Comparison) -> Filter? {
    filters.first { $0.field == field && $0.comparison == comparison }
  }
}

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
  }

  package let name: String
  package let kind: Kind
  package let presence: Presence
  /// One short phrase for `describe`.
  package let summary: String
  /// The known values of a `choice`; the API may answer with others.
  package let choices: [String]
  /// A value as the API writes it, for `describe`.
  package let example: String
  /// The deprecated key that carries the same value, `location_id` for `location`: the API sends
  /// both for a time, and `name` counts.
  package let alias: String?
  /// The known keys of an `object`.
  package let fields: [Field]
  /// What an `id` may be the id of: the names of the API's collections, as in `ring_groups`.
  ///
  /// The catalog has no entry for most of them. An id's prefix tells which one it is.
  package let refersTo: [String]

  package init(
    _ name: String, _ kind: Kind, _ presence: Presence, _ summary: String, example: String,
    choices: [String] = [], alias: String? = nil, fields: [Field] = [], refersTo: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.presence = presence
    self.summary = summary
    self.choices = choices
    self.example = example
    self.alias = alias
    self.fields = fields
    self.refersTo = refersTo
  }
}

/// How values of a field are compared, shown and completed.
package enum Kind: String, Sendable, Hashable, CaseIterable {
  case text, id, phone, choice, time, boolean, integer, decimal, object, list

  /// Whether a value holds other values.
  package var isNested: Bool { self == .object || self == .list }
}

/// A query parameter that filters a list on the server.
package struct Filter: Sendable, Hashable {
  /// How the server compares the field with the parameter.
  package enum Comparison: Sendable, Hashable {
    case equal, atLeast, below
  }

  /// The name of the query parameter.
  package let parameter: String
  /// The field that it filters.
  package let field: String
  package let comparison: Comparison

  package init(_ parameter: String, on field: String, by comparison: Comparison) {
    self.parameter = parameter
    self.field = field
    self.comparison = comparison
  }
}
