import DialRows
import DialStack

/// The lists of a plan's accounts, one behind the other.
///
/// Buffers nothing; ends with the last page of the last account; each iteration finds out anew
/// which accounts they are. A list that fails ends all, unless somebody goes on with it.
struct AccountBatches: AsyncSequence {
  private let source: SourcePlan
  private let client: Client
  private let run: Run

  init(_ source: SourcePlan, of client: Client, in run: Run) {
    self.source = source
    self.client = client
    self.run = run
  }

  struct Iterator: AsyncIteratorProtocol {
    let source: SourcePlan
    let client: Client
    let run: Run
    /// The accounts whose lists have not begun; `nil` until they are known.
    private var waiting: ArraySlice<Account.ID?>?
    /// The list that is being walked.
    private var list: ListingBatches?

    init(_ source: SourcePlan, of client: Client, in run: Run) {
      self.source = source
      self.client = client
      self.run = run
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      if waiting == nil { waiting = try await source.accounts.accounts(in: run)[...] }
      while true {
        if list == nil {
          guard let account = waiting?.popFirst() else {
            run.report.sourceIsExhausted()
            return nil
          }
          list = ListingBatches(source, of: account, from: client, in: run)
        }
        let batch = try await list?.next(isolation: actor)
        if list?.isAtEnd == true, waiting?.isEmpty == true { run.report.sourceIsExhausted() }
        if let batch { return batch }
        list = nil
      }
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator { Iterator(source, of: client, in: run) }
}

@available(*, unavailable)
extension AccountBatches.Iterator: Sendable {}
