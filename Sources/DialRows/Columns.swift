package import DialStack

/// The fields at one point of a pipeline.
package struct Columns: Sendable, Hashable {
  /// Where the fields come from, as messages name it: `numbers`, ``the output of `count` ``.
  package let origin: String
  /// What is exported, in order.
  package let visible: [Column]
  /// The resource whose other fields can still be named; `nil` where only the columns are left.
  package let resource: Resource?
  /// Whether the rows are of several accounts, which can be named.
  package let spansAccounts: Bool
  /// How many cells a row has, and how many joined records.
  package private(set) var room = Room()

  /// What a row has besides its item.
  package struct Room: Sendable, Hashable {
    package var cells: Int
    package var joined: Int

    package init(cells: Int = 0, joined: Int = 0) {
      self.cells = cells
      self.joined = joined
    }
  }

  package init(
    origin: String, visible: [Column], resource: Resource?, spansAccounts: Bool = false,
    room: Room = Room()
  ) {
    self.origin = origin
    self.visible = visible
    self.resource = resource
    self.spansAccounts = spansAccounts
    self.room = room
  }

  /// The same rows with other columns to see, and with more in each.
  ///
  /// - Parameter room: what a row has then; `nil` is what it has.
  package func showing(_ visible: [Column], room: Room? = nil) -> Columns {
    Columns(
      origin: origin, visible: visible, resource: resource, spansAccounts: spansAccounts,
      room: room ?? self.room)
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
    return shown + accounts.filter { !shown.contains($0) }
      + fields.map(\.name).filter { !shown.contains($0) } + nested
  }
}

// Rows of several accounts.
extension Columns {
  /// The same columns of rows of several accounts, whose ids stand in front.
  package var acrossAccounts: Columns {
    Columns(
      origin: origin,
      visible: [.account] + visible.filter { $0.name != Column.account.name },
      resource: resource, spansAccounts: true, room: room)
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
  /// The id of the account whose item a row is.
  package static let account = Column("account", .id, .account).ranked(-2)

  /// What people call that account.
  package static let accountName = Column("account_name", .text, .accountName).ranked(-1)

  /// Whether it tells of the account, not of the item.
  package var isOfAccount: Bool { accessor == .account || accessor == .accountName }
}
