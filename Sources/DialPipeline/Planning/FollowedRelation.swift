import DialLanguage
import DialRows
import DialStack

/// A field whose ids are followed.
package struct FollowedRelation: Sendable {
  /// What an id may lead to.
  struct Target: Sendable {
    /// The list that the id is of.
    let owner: Resource
    /// That list, or an object that its rows have.
    let resource: Resource
  }

  /// How the related rows are come by.
  enum Way: Sendable {
    /// They come inside of the rows.
    case expanded(ResourceExpansion)
    /// They are asked for.
    ///
    /// - Parameters:
    ///   - mostIDs: how many ids there can be; `nil` where nobody knows.
    ///   - reason: why they don't come inside of the rows, where the API could do that.
    case asked(mostIDs: Int?, reason: String?)
  }

  /// So few ids are asked for by themselves, whatever list they are of.
  static let mostAlone = 3

  /// The field, which is what the joined row is called.
  let name: String
  /// Where the id stands.
  let id: Accessor
  /// Where the account stands whose thing it is; `nil` where the row knows that: rows that are accounts
  /// themselves have things of their own.
  let owner: Accessor?
  let targets: [Target]
  /// The place of the joined record.
  let index: Int
  /// Whether all ids are of one account, or of the platform.
  let isOfOne: Bool
  var way = Way.asked(mostIDs: nil, reason: nil)

  /// - Throws: a ``Rejection`` for a field that leads nowhere, or to rows of nobody knows whom.
  init(_ field: FieldName, over columns: Columns, in context: StageContext) throws(Rejection) {
    name = field.text
    index = columns.room.joined
    let catalog = context.vocabulary.catalog
    owner = columns.resource.flatMap { $0.holdsAccounts ? .field($0.keyPath) : nil }
    if let (id, lists) = columns.ids(of: field, in: catalog) {
      self.id = id
      targets = lists.filter { $0.parents.isEmpty && $0.paging != .object }
        .map { Target(owner: $0, resource: $0) }
    } else if let (id, parts) = try columns.parts(of: field, in: catalog) {
      self.id = id
      targets = parts
    } else {
      (id, targets) = (try columns.column(field).accessor, [])
    }
    guard !targets.isEmpty else {
      throw Rejection(.leadsNowhere(try columns.column(field), at: field.range, in: columns))
    }
    let needsAccount = id == .account || targets.contains { $0.owner.scope != .platform }
    guard columns.ownership != .mixed || !needsAccount else {
      throw Rejection(.mixesAccounts(field))
    }
    isOfOne = columns.ownership == .one && (owner == nil || !needsAccount)
  }

  /// The fields that people know a row by; of an object, which has no name, all.
  var labels: [String] {
    guard !isObject else {
      var known: Set<String> = []
      return targets.flatMap(\.resource.plainFields).filter { known.insert($0).inserted }
    }
    let labels = targets.map { $0.resource.essentials.first ?? $0.resource.key }
    return [labels.contains("name") ? "name" : labels[0]]
  }

  /// Whether an id leads to an object, and to no row of a list.
  var isObject: Bool { targets[0].resource.paging == .object }

  /// The account's id itself, of which there is one where all rows are of one.
  var isOneID: Bool { isOfOne && id == .account }

  /// What an id leads to, in rows of `account`; `nil` where it is the id of something else.
  func key(of id: String, in account: Account.ID?) -> RelatedRecords.Key? {
    let prefix = id.lastIndex(of: "_").map { String(id[..<$0]) }
    let target =
      targets.count == 1
      ? targets[0] : targets.first { prefix.map($0.owner.idPrefixes.contains) == true }
    guard let resource = target?.resource else { return nil }
    return RelatedRecords.Key(
      list: resource.name, account: resource.scope == .platform ? nil : account, id: id)
  }
}

extension Resource {
  /// The names of its fields that are one value each.
  fileprivate var plainFields: [String] {
    essentials.filter { field(named: $0)?.kind.isNested == false }
  }
}

extension Columns {
  /// The fields whose ids can be followed, and the objects that they lead to: `user`, `user.presence`.
  func relationNames(in catalog: Catalog) -> [String] {
    (names.filter { $0 != Column.account.name } + [Column.account.name]).flatMap { name in
      let field = FieldName(text: name, isUnlisted: false, range: .nowhere)
      let rows = ids(of: field, in: catalog)
      let owners = (rows ?? ownIDs(of: field))?.1 ?? []
      return (rows == nil ? [] : [name]) + catalog.objectNames(of: owners).map { "\(name).\($0)" }
    }
  }

  /// Where the ids of a field stand, and the lists that they may be of; `nil` for a field that has
  /// none.
  fileprivate func ids(of field: FieldName, in catalog: Catalog) -> (Accessor, [Resource])? {
    let column = try? column(field)
    if column.map({ $0.accessor == .account }) ?? (field.text == Column.account.name) {
      let accounts = catalog.accountList
      if let resource, resource.holdsAccounts {
        return accounts.map { (.field(resource.keyPath), [$0]) }
      }
      return accounts.map { (.account, [$0]) }
    }
    guard let column, let lists = column.relation?.lists else { return nil }
    return (column.accessor, lists.compactMap { catalog[$0] })
  }

  /// Where the ids stand that `user.presence` begins with, and what the rest names of them; `nil`
  /// for a field that begins with none.
  ///
  /// - Throws: a ``Rejection`` for a name of nothing.
  fileprivate func parts(
    of field: FieldName, in catalog: Catalog
  ) throws(Rejection) -> (Accessor, [FollowedRelation.Target])? {
    guard !field.isUnlisted, let dot = field.text.lastIndex(of: ".") else { return nil }
    let base = FieldName(
      text: String(field.text[..<dot]), isUnlisted: false, range: field.range)
    let name = String(field.text[dot...].dropFirst())
    guard let (id, owners) = ids(of: base, in: catalog) ?? ownIDs(of: base) else { return nil }
    let targets = owners.compactMap { owner in
      catalog.object(called: name, of: owner).map {
        FollowedRelation.Target(owner: owner, resource: $0)
      }
    }
    guard !targets.isEmpty else {
      throw Rejection(.noObject(field, base.text, name, of: owners, in: catalog))
    }
    return (id, targets)
  }

  /// The ids of the rows themselves.
  private func ownIDs(of field: FieldName) -> (Accessor, [Resource])? {
    guard let resource, let column = try? column(field), column.isKey else { return nil }
    return (column.accessor, [resource])
  }
}

extension Catalog {
  /// The objects that each row of a list has.
  fileprivate func objects(of owner: Resource) -> [Resource] {
    parts(of: owner).filter { $0.paging == .object }
  }

  fileprivate func object(called name: String, of owner: Resource) -> Resource? {
    part(called: name, of: owner).flatMap { $0.paging == .object ? $0 : nil }
  }

  /// The names of such objects, as they stand behind an id.
  fileprivate func objectNames(of owners: [Resource]) -> [String] {
    owners.flatMap { owner in objects(of: owner).map { $0.shortName(under: owner) } }
  }
}

extension Diagnostic {
  fileprivate static func leadsNowhere(
    _ column: Column, at range: SourceRange, in columns: Columns
  ) -> Diagnostic {
    let fields = columns.resource?.itemFields ?? []
    let leading = fields.filter { $0.relation != nil }.map(\.name)
    let list = leading.isEmpty ? "" : " (\(leading.joined(separator: ", ")))"
    return Diagnostic(at: range, "`\(column.name)` leads to no other row\(list)")
  }

  fileprivate static func noObject(
    _ field: FieldName, _ base: String, _ name: String, of owners: [Resource], in catalog: Catalog
  ) -> Diagnostic {
    let names = catalog.objectNames(of: owners)
    let owner = owners.first?.singular.withArticle ?? "a row"
    return misspelt(
      Word(field.text, at: field.range), "\(owner) has no `\(name)` of its own",
      Spelling.nearest(to: name, in: names).map { "\(base).\($0)" }, list: names)
  }

  fileprivate static func mixesAccounts(_ field: FieldName) -> Diagnostic {
    Diagnostic(
      at: field.range,
      "each of these rows was made of rows of several accounts, and `\(field.text)` needs one; "
        + "group by `account`, too")
  }
}
