import DialRows
import DialStack

/// Follows the ids of a relation in one run.
struct FollowingRelation {
  /// So few missing ids are asked for one by one.
  private static let fewest = 3

  private let relation: FollowedRelation
  private var reader: ColumnReader
  private var lists: [Place: ListOfRelated] = [:]
  /// How many ids led nowhere.
  private var dangling: Set<RelatedRecords.Key> = []

  /// A list of an account.
  private struct Place: Hashable {
    let list: String
    let account: Account.ID?
  }

  init(_ relation: FollowedRelation, in run: Run) {
    self.relation = relation
    reader = ColumnReader(relation.id)
  }

  /// The records, each with the one that its id leads to.
  ///
  /// - Throws: `APIError`, `CancellationError`.
  mutating func join(_ records: [Record], in run: Run) async throws -> [Record] {
    let keys = records.map { key(of: $0) }
    let related = run.kept.related
    var missing: [Place: Set<RelatedRecords.Key>] = [:]
    for key in keys.compactMap({ $0 }) where related.known(key) == nil {
      missing[Place(list: key.list, account: key.account), default: []].insert(key)
    }
    for (place, keys) in missing.sorted(by: { $0.key.list < $1.key.list }) {
      try await find(keys, of: place, in: run)
    }
    return zip(records, keys).map { record, key in
      let found = key.flatMap { related.known($0) } ?? nil
      if let key, found == nil { dangling.insert(key) }
      return record.joining(found)
    }
  }

  /// What the id of a record is the id of; `nil` where it has none.
  private mutating func key(of record: Record) -> RelatedRecords.Key? {
    guard case .text(let id) = reader.value(in: record), !id.isEmpty else { return nil }
    let text = id.string
    let list = relation.lists.count == 1 ? relation.lists[0] : list(ofID: text)
    guard let list else { return nil }
    return RelatedRecords.Key(
      list: list.name, account: list.scope == .platform ? nil : record.account, id: text)
  }

  private func list(ofID id: String) -> Resource? {
    guard let end = id.lastIndex(of: "_") else { return nil }
    return relation.lists.first { $0.idPrefixes.contains(String(id[..<end])) }
  }

  /// Asks for records of one list of an account.
  private mutating func find(
    _ keys: Set<RelatedRecords.Key>, of place: Place, in run: Run
  ) async throws {
    guard let resource = relation.lists.first(where: { $0.name == place.list }),
      let client = run.client
    else { return }
    var missing = keys
    var list = lists[place] ?? ListOfRelated(resource, of: place.account, from: client)
    while list.isWorthReading(for: missing.count, over: Self.fewest) {
      let found = try await list.nextPage(in: run)
      missing.subtract(found)
    }
    lists[place] = list
    if list.isWhole || !resource.readsItems {
      for key in missing { run.kept.related.remember(nil, as: key) }
      return
    }
    try await findEach(missing, of: resource, from: client, in: run)
  }

  private func findEach(
    _ keys: Set<RelatedRecords.Key>, of resource: Resource, from client: Client, in run: Run
  ) async throws {
    var rest = keys.sorted { $0.id < $1.id }[...]
    while !rest.isEmpty {
      let some = rest.prefix(max(1, run.fanOut.concurrency))
      rest = rest.dropFirst(some.count)
      try await withThrowingTaskGroup(of: (RelatedRecords.Key, Record?).self) { group in
        for key in some {
          group.addTask { (key, try await client.record(of: resource, key)) }
        }
        for try await (key, record) in group { run.kept.related.remember(record, as: key) }
      }
    }
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

/// The list of related records of one account, as far as it was read.
private struct ListOfRelated {
  private let resource: Resource
  private let account: Account.ID?
  private var pages: RecordPages.AsyncIterator
  private var reader: FieldReader
  private(set) var isWhole = false
  /// How many missing ids the last page had; `nil` before the first.
  private var lastYield: Int?

  init(_ resource: Resource, of account: Account.ID?, from client: Client) {
    self.resource = resource
    self.account = account
    reader = FieldReader(resource.keyPath)
    let size = [QueryItem(name: "limit", value: "\(Endpoint.largestPage)")]
    pages = client.records(
      of: Endpoint(
        resource: resource, parameters: resource.paging == .pages ? size : [], account: account)
    ).makeAsyncIterator()
  }

  /// Whether a page of the list is likely to bring more than a request an id would.
  func isWorthReading(for missing: Int, over fewest: Int) -> Bool {
    guard !isWhole, missing > 0 else { return false }
    guard resource.readsItems else { return true }
    // No list is read without bounds that costs the API most.
    guard missing > fewest, !resource.traps.contains(where: { $0.place == .unbounded }) else {
      return false
    }
    return lastYield.map { $0 > 1 } ?? true
  }

  /// Reads a page, and remembers its rows; their keys.
  mutating func nextPage(in run: Run) async throws -> Set<RelatedRecords.Key> {
    guard let page = try await pages.next() else {
      isWhole = true
      return []
    }
    var found: Set<RelatedRecords.Key> = []
    for index in 0..<page.body.count {
      let record = page.body[index]
      guard case .text(let id) = reader.value(in: record) else { continue }
      let key = RelatedRecords.Key(list: resource.name, account: account, id: id.string)
      run.kept.related.remember(record, as: key)
      found.insert(key)
    }
    lastYield = found.count
    if !page.hasMore { isWhole = true }
    return found
  }
}

extension Client {
  /// One record by its id; `nil` where it leads nowhere.
  ///
  /// - Throws: `APIError`, `CancellationError`.
  fileprivate func record(of resource: Resource, _ key: RelatedRecords.Key) async throws -> Record?
  {
    guard let list = resource.path.filled([:]), Identifier<Client>(rawValue: key.id) != nil
    else { return nil }
    let path = list + "/" + PercentEncoding.component(key.id)
    let endpoint = Endpoint(
      resource: resource, path: path, parameters: [], owner: key.account.map { ListOwner($0) },
      isItem: true)
    var pages = records(of: endpoint).makeAsyncIterator()
    do {
      guard let page = try await pages.next(), page.body.count > 0 else { return nil }
      return page.body[0]
    } catch let error as APIError where error.kind == .notFound || error.kind == .permission {
      return nil
    }
  }
}
