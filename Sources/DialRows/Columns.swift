package import DialStack

/// The fields at one point of a pipeline.
package struct Columns: Sendable, Hashable {
  /// Where the fields come from, as messages name it: `numbers`, ``the output of `count` ``.
  package let origin: String
  /// What is exported, in order.
  package private(set) var visible: [Column]
  /// The resource whose other fields can still be named; `nil` where only the columns are left.
  package let resource: Resource?
  /// Whether the rows are of several accounts, which can be named.
  package let spansAccounts: Bool
  /// Whose the rows are, whether that can be named or not.
  package let ownership: Ownership
  /// The related rows that each row has, the last first.
  package private(set) var joins: [Join] = []
  /// How many cells a row has, and how many joined records.
  package private(set) var room = Room()

  /// Whose rows are.
  package enum Ownership: Sendable, Hashable {
    /// All are of one account, or of the platform.
    case one
    /// Each is of one of several accounts.
    case several
    /// One may be made of rows of several accounts, so that nobody knows whose its ids are.
    case mixed
  }

  /// A related row, whose fields stand behind its name and a dot.
  package struct Join: Sendable, Hashable {
    package let name: String
    /// What it may be a row of.
    package let resources: [Resource]
    /// Its place among the joined records.
    package let index: Int

    package init(name: String, resources: [Resource], index: Int) {
      self.name = name
      self.resources = resources
      self.index = index
    }
  }

  /// What a row has besides its item.
  package struct Room: Sendable, Hashable {
    package var cells: Int
    package var joined: Int

    package init(cells: Int = 0, joined: Int = 0) {
      self.cells = cells
      self.joined = joined
    }
  }

  /// - Parameter ownership: the default goes by whether accounts can be named.
  package init(
    origin: String, visible: [Column], resource: Resource?, spansAccounts: Bool = false,
    ownership: Ownership? = nil, room: Room = Room()
  ) {
    self.origin = origin
    self.visible = visible
    self.resource = resource
    self.spansAccounts = spansAccounts
    self.ownership = ownership ?? (spansAccounts ? .several : .one)
    self.room = room
  }

  /// The same rows with other columns to see, and with more in each.
  ///
  /// - Parameter room: what a row has then; `nil` is what it has.
  package func showing(_ visible: [Column], room: Room? = nil) -> Columns {
    var columns = self
    columns.visible = visible
    columns.room = room ?? self.room
    return columns
  }

  /// The same columns, and the fields of a related row to be named.
  package func adding(_ join: Join) -> Columns {
    var columns = self
    columns.joins.insert(join, at: 0)
    return columns
  }

  /// The column that a name stands for which leads into a related row; `nil` for any other.
  package func joinedColumn(_ name: String) -> Column? {
    for join in joins where name.hasPrefix(join.name + ".") {
      let path = String(name.dropFirst(join.name.utf8.count + 1))
      for resource in join.resources {
        guard let field = resource.field(named: path) else { continue }
        return Column(field, path: path, of: resource).joined(as: name, at: join.index)
      }
    }
    return nil
  }

  /// All fields of a resource.
  package init(of resource: Resource) {
    let ranks = resource.fieldsByImportance
    self.init(
      origin: resource.name,
      visible: resource.itemFields.map { field in
        let column = Column(field, path: field.name, of: resource)
        return column.ranked(ranks.firstIndex { $0.name == field.name } ?? ranks.count)
      }, resource: resource)
  }

  /// Every name that can stand here, for suggestions and completion.
  package var names: [String] {
    let shown = visible.map(\.name)
    let fields = resource?.fields ?? []
    let nested = fields.filter { $0.kind == .object }.flatMap { field in
      field.fields.map { "\(field.name).\($0.name)" }
    }
    let accounts = spansAccounts ? [Column.account.name, Column.accountName.name] : []
    let joined = joins.flatMap { join in
      join.resources.flatMap { $0.itemFields.map { "\(join.name).\($0.name)" } }
    }
    return shown + joined.filter { !shown.contains($0) } + accounts.filter { !shown.contains($0) }
      + fields.map(\.name).filter { !shown.contains($0) } + nested
  }
}

extension Columns {
  /// The same columns, of which those that show one of `values` stay longest on a narrow screen, but for
  /// the most important of all.
  package func keeping(_ values: [Accessor]) -> Columns {
    let kept = Set(values)
    return showing(
      visible.map { column in
        guard case .ranked(let rank) = column.importance, rank > 0 else { return column }
        return column.ranked(kept.contains(column.accessor) ? 1 : rank + 1)
      })
  }
}

// Rows of several accounts.
extension Columns {
  /// The same columns of rows of several accounts, whose ids stand in front.
  package var acrossAccounts: Columns {
    var columns = Columns(
      origin: origin,
      visible: [.account] + visible.filter { $0.name != Column.account.name },
      resource: resource, spansAccounts: true, room: room)
    columns.joins = joins
    return columns
  }

  /// The same columns, and behind the ids of accounts their names, unless somebody chose the column.
  package var withAccountNames: Columns {
    guard let index = visible.firstIndex(where: { $0.accessor == .account }),
      visible[index].importance != .chosen,
      !visible.contains(where: { $0.accessor == .accountName })
    else { return self }
    var columns = visible
    columns.insert(.accountName, at: index + 1)
    return showing(columns)
  }
}

extension Column {
  /// The id of the account whose row it is.
  package static let account = Column("account", .id, .account).ranked(-2)

  /// What people call that account.
  package static let accountName = Column("account_name", .text, .accountName).ranked(-1)

  /// Whether it tells of the account, not of the item.
  package var isOfAccount: Bool { accessor == .account || accessor == .accountName }
}
