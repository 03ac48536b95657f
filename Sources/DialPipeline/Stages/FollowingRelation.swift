import DialRows
import DialStack

/// Follows the ids of a relation in one run.
struct FollowingRelation {
  private let relation: FollowedRelation
  private var reader: ColumnReader
  /// Reads whose thing an id is, where the row doesn't know.
  private var ownerReader: ColumnReader?
  private var lists: [Place: RelatedList] = [:]
  /// The ids that led nowhere.
  private var dangling: Set<RelatedRecords.Key> = []

  /// A list of an account.
  private struct Place: Hashable, Comparable {
    let list: String
    let account: Account.ID?

    static func < (left: Place, right: Place) -> Bool {
      (left.list, left.account?.rawValue ?? "") < (right.list, right.account?.rawValue ?? "")
    }
  }

  init(_ relation: FollowedRelation, in run: Run) {
    self.relation = relation
    reader = ColumnReader(relation.id)
    ownerReader = relation.owner.map { ColumnReader($0) }
  }

  /// The records, each with the one that its id leads to.
  ///
  /// - Throws: `APIError`, `CancellationError`.
  mutating func join(_ records: [Record], in run: Run) async throws -> [Record] {
    let keys = records.map { key(of: $0) }
    var found: [RelatedRecords.Key: Record?] = [:]
    var missing: [Place: Set<RelatedRecords.Key>] = [:]
    for key in Set(keys.compactMap(\.self)) {
      let place = Place(list: key.list, account: key.account)
      if let known = known(key, in: run.kept.related) {
        found[key] = .some(known)
        lists[place]?.note(wanted: key)
      } else {
        missing[place, default: []].insert(key)
      }
    }
    for (place, keys) in missing.sorted(by: { $0.key < $1.key }) {
      found.merge(try await find(keys, of: place, in: run)) { $1 }
    }
    return zip(records, keys).map { record, key in
      let related = key.flatMap { found[$0] } ?? nil
      if let key, related == nil, !relation.isObject { dangling.insert(key) }
      return record.joining(related)
    }
  }

  /// What the id of a record is the id of; `nil` where it has none.
  private mutating func key(of record: Record) -> RelatedRecords.Key? {
    guard case .text(let id) = reader.value(in: record), !id.isEmpty else { return nil }
    return relation.key(of: id.string, in: record.account ?? owner(of: record))
  }

  private mutating func owner(of record: Record) -> Account.ID? {
    guard case .text(let id) = ownerReader?.value(in: record) else { return nil }
    return Account.ID(rawValue: id.string)
  }

  /// What is known of an id, or came in its place; `nil` is nothing.
  private func known(
    _ key: RelatedRecords.Key, in related: RelatedRecords
  ) -> Record?? {
    if let known = related.known(key) { return .some(known) }
    guard case .expanded(let expansion) = relation.way else { return nil }
    return related.known(expansion.key(of: key))
  }

  /// Asks for records of one list of an account.
  private mutating func find(
    _ keys: Set<RelatedRecords.Key>, of place: Place, in run: Run
  ) async throws -> [RelatedRecords.Key: Record?] {
    let resources = relation.targets.map(\.resource)
    guard let resource = resources.first(where: { $0.name == place.list }), let client = run.client
    else { return [:] }
    var list = lists[place] ?? RelatedList(resource, of: place.account, from: client)
    defer { lists[place] = list }
    return try await list.find(keys, in: run)
  }

  /// Tells how many ids led nowhere.
  func tell(_ report: RunReport) {
    guard !dangling.isEmpty else { return }
    let count = dangling.count
    report.tell(
      "\(count) id\(count == 1 ? "" : "s") of `\(relation.name)` lead\(count == 1 ? "s" : "") nowhere"
    )
  }
}
