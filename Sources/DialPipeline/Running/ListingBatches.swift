import DialRows
import DialStack

/// The pages of one account's list as batches.
///
/// Buffers nothing; ends with the last page, or with the first that is older than any row
/// wanted.
struct ListingBatches {
  private var pages: RecordPages.AsyncIterator
  private let resource: Resource
  private let account: Account.ID?
  private var recheck: PredicateEvaluator?
  private var watch: OrderWatch?
  private let report: RunReport
  /// Whether it is known that no further page comes.
  private(set) var isAtEnd = false

  /// - Parameter account: whose list it is; `nil` is the platform.
  init(_ source: SourcePlan, of account: Account.ID?, from client: Client, in run: Run) {
    let (now, zone) = (run.now, run.zone.zone)
    let endpoint = source.endpoint(of: account, now: now, in: zone)
    let predicates = source.filters.compactMap { $0.predicate?.settled(now: now, in: zone) }
    pages = client.records(of: endpoint).makeAsyncIterator()
    resource = source.resource
    self.account = account
    recheck = predicates.isEmpty ? nil : PredicateEvaluator(.all(predicates))
    watch = source.watch(now: now, in: zone)
    report = run.report
  }

  /// The rows of the next page; `nil` behind the last.
  ///
  /// - Throws: `APIError` or `CancellationError`; the next call asks for the same page again.
  mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
    if watch?.isPast == true { return nil }
    do {
      guard let page = try await pages.next(isolation: actor) else {
        end()
        return nil
      }
      let records = (0..<page.body.count).map { page.body[$0] }
      report.read(page, records, of: resource, of: account)
      if watch?.look(at: records) == .outOfOrder { report.listIsOutOfOrder() }
      if !page.hasMore || watch?.isPast == true { end() }
      return Batch(records: try checked(records))
    } catch {
      report.listFailed(of: account, error)
      throw error
    }
  }

  private mutating func end() {
    isAtEnd = true
    report.listIsWhole(of: account)
  }

  /// The API ignores a filter that it doesn't know and answers with everything.
  private mutating func checked(_ records: [Record]) throws -> [Record] {
    guard let kept = try recheck?.matching(records) else { return records }
    report.droppedUnfiltered(records.count - kept.count)
    return kept
  }
}

extension SourcePlan {
  /// Whom to ask when no later page can hold a row that is wanted; `nil` where all are read.
  fileprivate func watch(now: Timestamp, in zone: Zone) -> OrderWatch? {
    guard let oldest = oldest(now: now, in: zone), let field = resource.order.timeField else {
      return nil
    }
    return OrderWatch(field, oldest: oldest.time)
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
