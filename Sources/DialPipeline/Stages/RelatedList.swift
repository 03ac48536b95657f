import DialRows
import DialStack

/// The rows of one list of an account that ids lead to, as far as they were asked for in a run.
///
/// A page brings a hundred rows for one request, where a row alone costs one. So pages are read as
/// long as those before have brought more wanted rows than they cost, also such whose ids came later.
/// There are no more requests than ids; one more where the first page brings nothing.
struct RelatedList {
  private let resource: Resource
  private let account: Account.ID?
  private let client: Client
  /// `nil` for what is no list, or is not read without bounds.
  private var pages: RecordPages.AsyncIterator?
  private var reader: FieldReader
  private var isWhole = false
  /// How many pages were read.
  private var pagesRead = 0
  /// How many ids the pages had that were wanted.
  private var saved = 0
  /// How many ids were asked for by themselves.
  private var asked = 0
  /// The ids that the pages had and nobody has wanted yet.
  private var ahead: Set<RelatedRecords.Key> = []

  init(_ resource: Resource, of account: Account.ID?, from client: Client) {
    self.resource = resource
    self.account = account
    self.client = client
    reader = FieldReader(resource.keyPath)
    guard resource.mayBeReadAhead else { return }
    let size = [QueryItem(name: "limit", value: "\(Endpoint.largestPage)")]
    pages = client.records(
      of: Endpoint(
        resource: resource, parameters: resource.paging == .pages ? size : [], account: account)
    ).makeAsyncIterator()
  }

  /// An id is wanted that is known already.
  mutating func note(wanted key: RelatedRecords.Key) {
    if ahead.remove(key) != nil { saved += 1 }
  }

  /// What ids lead to; `nil` is nowhere.
  ///
  /// - Throws: `APIError`, `CancellationError`.
  mutating func find(
    _ keys: Set<RelatedRecords.Key>, in run: Run
  ) async throws -> [RelatedRecords.Key: Record?] {
    var found: [RelatedRecords.Key: Record?] = [:]
    while isWorthReading(for: keys.count - found.count) {
      for (key, record) in try await nextPage() {
        run.kept.related.remember(record, as: key)
        if keys.contains(key) {
          if found.updateValue(record, forKey: key) == nil { saved += 1 }
        } else {
          ahead.insert(key)
        }
      }
    }
    let missing = keys.subtracting(found.keys)
    guard !isWhole, resource.readsItems || pages == nil else {
      for key in missing {
        run.kept.related.remember(nil, as: key)
        found[key] = .some(nil)
      }
      return found
    }
    return found.merging(try await findEach(missing, in: run)) { $1 }
  }

  /// Whether the next page of the list is likely to save a request.
  private func isWorthReading(for missing: Int) -> Bool {
    guard pages != nil, !isWhole, missing > 0 else { return false }
    guard resource.readsItems else { return true }
    return asked + missing > FollowedRelation.mostAlone && (pagesRead == 0 || pagesRead < saved)
  }

  /// The rows of the next page.
  private mutating func nextPage() async throws -> [(RelatedRecords.Key, Record)] {
    guard let page = try await pages?.next() else {
      isWhole = true
      return []
    }
    pagesRead += 1
    isWhole = !page.hasMore
    return (0..<page.body.count).compactMap { index in
      let record = page.body[index]
      guard case .text(let id) = reader.value(in: record) else { return nil }
      return (RelatedRecords.Key(list: resource.name, account: account, id: id.string), record)
    }
  }

  /// Asks for each row by itself, side by side.
  private mutating func findEach(
    _ keys: Set<RelatedRecords.Key>, in run: Run
  ) async throws -> [RelatedRecords.Key: Record?] {
    var found: [RelatedRecords.Key: Record?] = [:]
    var rest = keys.sorted { $0.id < $1.id }[...]
    asked += rest.count
    while !rest.isEmpty {
      let some = rest.prefix(max(1, run.fanOut.concurrency))
      rest = rest.dropFirst(some.count)
      try await withThrowingTaskGroup(of: (RelatedRecords.Key, Record?).self) { group in
        for key in some {
          group.addTask { [client, resource] in (key, try await client.record(of: resource, key)) }
        }
        for try await (key, record) in group {
          run.kept.related.remember(record, as: key)
          found[key] = .some(record)
        }
      }
    }
    return found
  }
}

extension Client {
  /// What one id leads to; `nil` where that is nowhere.
  ///
  /// - Throws: `APIError`, `CancellationError`.
  fileprivate func record(of resource: Resource, _ key: RelatedRecords.Key) async throws -> Record?
  {
    guard Identifier<Client>(rawValue: key.id) != nil,
      let path = resource.path(ofID: key.id)
    else { return nil }
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

extension Resource {
  /// The path of the row with an id, or of the object that the row with an id has.
  fileprivate func path(ofID id: String) -> String? {
    guard paging != .object else { return path.filled([parents[0].parameter: id]) }
    return path.filled([:]).map { $0 + "/" + PercentEncoding.component(id) }
  }
}
