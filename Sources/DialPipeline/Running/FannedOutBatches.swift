import DialExport
import DialRows
import DialStack

/// The lists of several accounts as one: account by account, or as the pages come where nobody cares.
///
/// Up to `concurrency` lists are read at a time; what they are ahead waits within the bounds of a
/// ``PageMerge``. An account whose list fails loses its further rows, and the others go on. Each
/// iteration finds out anew which accounts there are; reading ends when the iterator is let go.
struct FannedOutBatches: AsyncSequence {
  private let list: FannedOutList

  /// - Parameter isOrdered: whether rows are wanted account by account.
  init(
    _ source: SourcePlan, of client: Client, in run: Run, isOrdered: Bool, knowsAccounts: Bool
  ) {
    list = FannedOutList(
      source: source, clients: client.spread(over: run.fanOut.concurrency), run: run,
      isOrdered: isOrdered, knowsAccounts: knowsAccounts)
  }

  struct Iterator: AsyncIteratorProtocol {
    /// When so many accounts in a row have nothing but answers 5xx, it is not about the accounts.
    private static let serverFailuresAllowed = 100

    private let list: FannedOutList
    /// `nil` before the first batch is asked for, and once it is known that no further one comes.
    private var reading: FanOut?
    private var hasBegun = false
    /// How many accounts gave all that is wanted of their lists.
    private var answered = 0
    /// The first failure.
    private var failure: (any Error)?
    /// How many accounts in a row had nothing but answers 5xx.
    private var serverFailures = 0
    /// What ended everything.
    private var fatal: (any Error)?
    /// How many rows of each list came, where its rows come in any order.
    private var rows: [Int: Int] = [:]

    init(_ list: FannedOutList) {
      self.list = list
      if let earlier = list.run.earlier { answered = earlier.done.count - earlier.failures.count }
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      if !hasBegun {
        hasBegun = true
        reading = FanOut(list)
      }
      if let fatal { throw fatal }
      while let merge = reading?.merge {
        switch try await merge.next() {
        case .page(let page, let place)?:
          let batch = batch(of: page, at: place)
          if merge.isAtEnd, failure == nil { list.run.report.sourceIsExhausted() }
          return batch
        case .end(let place, let error)?:
          var batch = Batch(records: [])
          batch.mark = ListMark(of: place.owner.id, try end(of: place, error))
          return batch
        case nil:
          reading = nil
          list.run.report.sourceIsExhausted()
          // Where nobody has answered there is no result.
          if answered == 0, let failure {
            fatal = failure
            throw failure
          }
        }
      }
      return nil
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }

    private mutating func batch(of page: ListedPage, at place: PageMerge.Place) -> Batch {
      list.run.report.read(
        page, of: list.source.resource, of: place.owner.id, at: place.number)
      var batch = Batch(records: page.wanted)
      if !list.isOrdered {
        batch.rank = RowRank(list: place.number, row: rows[place.number, default: 0])
        rows[place.number, default: 0] += page.records.count
      }
      batch.mark = page.mark(of: place.owner.id)
      if page.isLast { end(of: place) }
      return batch
    }

    private mutating func end(of place: PageMerge.Place) {
      answered += 1
      serverFailures = 0
      rows[place.number] = nil
      list.run.report.listIsWhole(of: place.owner.id, at: place.number)
    }

    /// - Returns: what is to be said of the rest of the list.
    private mutating func end(of place: PageMerge.Place, _ error: (any Error)?) throws
      -> ListMark.Rest
    {
      guard let error else {
        end(of: place)
        return .nothing
      }
      rows[place.number] = nil
      list.run.report.listFailed(of: place.owner.id, at: place.number, error)
      let named = (error as? APIError)?.naming(place.owner.id) ?? error
      failure = failure ?? named
      serverFailures = (error as? APIError)?.kind == .server ? serverFailures + 1 : 0
      if !list.run.fanOut.isStrict, serverFailures < Self.serverFailuresAllowed,
        let error = error as? APIError, error.concernsOneAccount
      {
        return .failure(AccountFailure(of: place.owner.id, in: list.source.resource.name, error))
      }
      (reading, fatal) = (nil, named)
      throw named
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(list) }
}

@available(*, unavailable)
extension FannedOutBatches.Iterator: Sendable {}

/// What is read of the lists of several accounts.
struct FannedOutList: Sendable {
  let source: SourcePlan
  /// Whom the lists are asked of, in turn: each reads its answers where no other does.
  let clients: [Client]
  let run: Run
  let isOrdered: Bool
  /// Whether accounts that were chosen by their ids are asked for their names and zones.
  let knowsAccounts: Bool
}

/// Reads the lists of several accounts, until it is let go.
private final class FanOut: Sendable {
  let merge: PageMerge
  private let task: Task<Void, Never>

  init(_ list: FannedOutList) {
    let merge = PageMerge(
      PageMerge.Bounds(
        for: list.run.fanOut.concurrency, startsGently: list.run.fanOut.startsGently),
      isOrdered: list.isOrdered)
    self.merge = merge
    // It holds the merge, not this object, whose end stops it.
    let work: @Sendable @concurrent () async -> Void = { await list.readAll(into: merge) }
    task = Task(operation: work)
  }

  deinit {
    task.cancel()
    merge.stop()
  }
}

extension FannedOutList {
  fileprivate func readAll(into merge: PageMerge) async {
    await withDiscardingTaskGroup { group in
      do {
        try await source.accounts.forEachOwner(asking: clients[0], in: run) { owner in
          guard let place = await merge.open(owner) else { return false }
          let client = clients[place % clients.count]
          group.addTask(executorPreference: client.executor) {
            do {
              try await read(owner, at: place, by: client, into: merge)
            } catch {
              merge.end(place, .failure(error))
            }
          }
          return true
        }
        merge.endOfAccounts(.success(()))
      } catch {
        merge.endOfAccounts(.failure(error))
      }
    }
  }

  private func read(
    _ owner: ListOwner, at place: Int, by client: Client, into merge: PageMerge
  ) async throws {
    var owner = owner
    if knowsAccounts, owner.name == nil {
      // An account that can't be read has no list either, which says so.
      let account = try? await client.accounts.retrieve(owner.id)
      owner = ListOwner(owner.id, name: account?.name, timeZone: account?.config.timezone)
    }
    var listing = AccountListing(source, of: owner, from: client, in: run)
    while await merge.hasRoom(for: place) {
      guard let page = try await listing.next(isolation: #isolation) else {
        return merge.end(place, .success(()))
      }
      guard merge.give(page, of: place), !page.isLast else { return }
    }
  }
}

extension APIError {
  /// Whether the lists of other accounts may do better.
  fileprivate var concernsOneAccount: Bool {
    switch kind {
    case .authentication, .budget, .outage, .refusedConnection: return false
    case .invalidRequest, .permission, .notFound, .conflict, .validation, .rateLimit, .server,
      .connection, .timeout, .tooSlow, .decoding, .refusedURL, .redirect, .tooLarge, .looping,
      .lostPlace:
      return true
    }
  }
}
