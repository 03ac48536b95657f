package import DialStack

/// A field as it exists at one point of a pipeline.
package struct Column: Sendable, Hashable {
  /// The name in the header and behind `where`.
  package let name: String
  /// The kind; `nil` for a key that the catalog doesn't know.
  package let kind: FieldKind?
  /// The known values of a choice.
  package let choices: [String]
  package let accessor: Accessor
  /// The field of the catalog that it shows; `nil` for what a stage made, and for a key that the
  /// catalog doesn't know.
  package private(set) var field: Field?
  /// The lists that its ids lead to, which a column of another stage keeps; `nil` for anything but
  /// an id.
  package private(set) var relation: Relation?
  /// Its values in the order that they are sorted by, where that is not the order of their letters:
  /// days of the week.
  package private(set) var ranking: [String] = []
  /// Whether the user may see its secrets.
  package var isRevealed = false
  /// What becomes of the column on a screen that has no room for all.
  package var importance = Importance.chosen
  /// Whether the column tells the rows of a resource apart.
  package private(set) var isKey = false

  /// A column that the user chose or made.
  package init(_ name: String, _ kind: FieldKind?, choices: [String] = [], _ accessor: Accessor) {
    self.name = name
    self.kind = kind
    self.choices = choices
    self.accessor = accessor
  }

  package init(_ field: Field, path: String, of resource: Resource) {
    self.init(path, field.kind, choices: field.choices, resource.accessor(at: path))
    self.field = field
    relation = field.relation
    isKey = path == resource.key
  }

  /// The same column with values from elsewhere.
  func withAccessor(_ accessor: Accessor) -> Column {
    var column = Column(name, kind, choices: choices, accessor)
    (column.field, column.importance, column.isKey) = (field, importance, isKey)
    (column.relation, column.ranking) = (relation, ranking)
    return column
  }

  /// The same column, whose values are sorted as they stand in `ranking`.
  package func ranked(by ranking: [String]) -> Column {
    var column = self
    column.ranking = ranking
    return column
  }

  /// The same column with days and months in `zone`.
  package func settled(in zone: DayZone) -> Column { withAccessor(accessor.settled(in: zone)) }

  /// The same field of a joined record.
  func joined(as name: String, at index: Int) -> Column {
    var column = Column(name, kind, choices: choices, accessor.joined(index))
    column.relation = relation
    return column
  }

  /// The same values as they stand in a cell of a row.
  package func inCell(_ index: Int) -> Column {
    var column = Column(name, kind, choices: choices, .cell(index)).ranked(by: ranking)
    column.relation = relation
    return column
  }

  /// The same column under the name that the user chose.
  package func chosen(as name: String) -> Column {
    var column = Column(name, kind, choices: choices, accessor)
    (column.field, column.relation) = (field, relation)
    (column.isKey, column.ranking) = (isKey, ranking)
    return column
  }

  /// The same column in another place among those that nobody chose.
  package func ranked(_ rank: Int) -> Column {
    var column = self
    column.importance = .ranked(rank)
    return column
  }
}

extension Resource {
  /// How the values at a path are taken, their secrets hidden: what is in a secret is one, whether
  /// the catalog knows it or not.
  ///
  /// - Parameter path: the way from an item, dots between the keys.
  package func accessor(at path: String) -> Accessor {
    let accessor = Accessor.field(FieldPath(path, alias: field(named: path)?.alias))
    var fields = fields
    var field: Field?
    for key in path.split(separator: ".", omittingEmptySubsequences: false) {
      field = fields.first { $0.name == key || $0.alias.map { $0 == key } == true }
      if field?.sensitivity == .secret { return .masked(accessor, .whole) }
      fields = field?.fields ?? []
    }
    return field.flatMap { SecretMask(of: $0) }.map { .masked(accessor, $0) } ?? accessor
  }
}

/// How long a column stays on a screen that gets narrower; the first to compare stay longest.
package enum Importance: Sendable, Hashable, Comparable {
  /// The user chose or made the column: its cells are cut before it goes, the last column first.
  case chosen
  /// Nobody chose the column: it goes, the highest number first, before one that stays is cut.
  case ranked(Int)
}
