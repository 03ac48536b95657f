import DialExport
import DialRows
import DialStack

/// The pages of one account's list, with the rows that the plan wants of them.
///
/// Buffers nothing; ends with the last page, or with the first that is older than any row wanted.
struct AccountListing {
  private var pages: RecordPages.AsyncIterator
  private let key: FieldPath
  private let resource: Resource
  private var recheck: PredicateEvaluator?
  /// What the API should keep back, where that is less than is kept back here.
  private var faultCheck: PredicateEvaluator?
  private let isWider: Bool
  private var watch: OrderWatch?
  private var bookmark: Bookmark?
  private var isAtEnd = false
  private let expanded: [ExpandedRelation]
  private let related: RelatedRecords

  /// - Parameter owner: whose list it is; `nil` is the platform.
  init(_ source: SourcePlan, of owner: ListOwner?, from client: Client, in run: Run) {
    let (now, zone) = (run.now, run.zone.narrowed(to: owner).zone)
    resource = source.resource
    expanded = source.expanded
    related = run.kept.related
    key = resource.keyPath
    func evaluator(of filters: [PushedFilter]) -> PredicateEvaluator? {
      let predicates = filters.compactMap { $0.check?.settled(now: now, in: zone) }
      return predicates.isEmpty ? nil : PredicateEvaluator(.all(predicates))
    }
    recheck = evaluator(of: source.filters)
    isWider = source.filters.contains(where: \.isWider)
    if isWider { faultCheck = evaluator(of: source.filters.filter { !$0.isWider }) }
    bookmark = run.bookmarks[owner?.id].flatMap { Bookmark($0, in: source.resource) }
    watch = source.watch(now: now, in: zone, since: bookmark?.time)
    pages = client.records(
      of: source.endpoint(of: owner, now: now, in: zone), from: run.earlier?.place(in: owner?.id),
      readingAhead: run.wantsAllRows && watch == nil
    ).makeAsyncIterator()
  }

  /// The next page; `nil` behind the last.
  ///
  /// - Throws: `APIError` or `CancellationError`; the next call asks for the same page again.
  mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error)
    -> ListedPage?
  {
    guard !isAtEnd, let page = try await nextPage(isolation: actor) else { return nil }
    var records = (0..<page.body.count).map { page.body[$0] }
    let isOutOfOrder = watch?.look(at: records) == .outOfOrder
    isAtEnd = !page.hasMore || watch?.isPast == true
    if bookmark != nil { records = records.filter { bookmark?.isReached(by: $0) == true } }
    // The API ignores a filter that it doesn't know and answers with everything.
    let wanted = try recheck?.matching(records) ?? records
    let rightful = isWider ? try faultCheck?.matching(records).count : wanted.count
    return ListedPage(
      page: page, records: records, wanted: wanted,
      unfiltered: records.count - (rightful ?? records.count), isOutOfOrder: isOutOfOrder,
      rest: isAtEnd ? nil : page.place(by: key), isLast: isAtEnd)
  }
}

extension AccountListing {
  private mutating func nextPage(isolation actor: isolated (any Actor)?) async throws(any Error)
    -> RecordPage?
  {
    do {
      return try await pages.next(isolation: actor).map { page throws(APIError) in
        try withoutObjects(page)
      }
    } catch var error as APIError {
      // No path is as much as no server that is new enough.
      if error.kind == .notFound, let phrase = resource.since.phrase {
        error.message += "; a server may be too old for `\(resource.name)`, which is \(phrase)"
      }
      throw error
    }
  }
}

extension AccountListing {
  /// The page as it would have come without `expand[]`; what stood in the place of ids is remembered.
  private func withoutObjects(_ page: RecordPage) throws(APIError) -> RecordPage {
    guard !expanded.isEmpty else { return page }
    let (page, objects) = try page.folded(at: expanded.map(\.path))
    for relation in expanded {
      for object in objects[relation.path] ?? [] { relation.remember(object, in: related) }
    }
    return page
  }
}

extension SourcePlan {
  /// Whom to ask when no later page can hold a row that is wanted; `nil` where all are read.
  fileprivate func watch(now: Timestamp, in zone: Zone, since bookmark: Timestamp?) -> OrderWatch? {
    guard let oldest = [oldest(now: now, in: zone)?.time, bookmark].compactMap(\.self).max(),
      let field = resource.order.timeField
    else { return nil }
    return OrderWatch(field, oldest: oldest)
  }
}

/// The moment before which rows are not wanted, since an earlier run has read them.
private struct Bookmark {
  let time: Timestamp
  private var reader: FieldReader

  /// `nil` for a list whose rows have no time that they come by.
  init?(_ time: Timestamp, in resource: Resource) {
    guard let field = resource.order.timeField else { return nil }
    self.time = time
    reader = FieldReader(FieldPath(field))
  }

  /// Whether a row is wanted; one without a time is.
  mutating func isReached(by record: Record) -> Bool {
    guard case .text(let text) = reader.value(in: record), let time = Timestamp(text) else {
      return true
    }
    return time >= self.time
  }
}

/// Watches the times of a list that runs newest first, to know when no later page can
/// hold a row that is wanted.
struct OrderWatch {
  private let path: FieldPath
  private let oldest: Timestamp
  private var last: Timestamp?
  private var isOrdered = true
  /// Whether all that follows is older than the bound.
  private(set) var isPast = false

  init(_ field: String, oldest: Timestamp) {
    self.path = FieldPath(field)
    self.oldest = oldest
  }

  enum Finding {
    case inOrder, outOfOrder
  }

  /// A list whose times rise, or lack, is read to its end.
  mutating func look(at records: [Record]) -> Finding {
    guard isOrdered else { return .outOfOrder }
    var reader = FieldReader(path)
    for record in records {
      guard case .text(let text) = reader.value(in: record), let time = Timestamp(text),
        last.map({ time <= $0 }) ?? true
      else {
        isOrdered = false
        return .outOfOrder
      }
      last = time
    }
    isPast = last.map { $0 < oldest } ?? false
    return .inOrder
  }
}
