import DialRows
import DialStack

/// The list of one account, or of the platform, as batches.
///
/// Buffers nothing; a page that fails is asked for again by whoever goes on.
struct ListBatches: AsyncSequence {
  private let source: SourcePlan
  private let owner: ListOwner?
  private let client: Client
  private let run: Run

  init(_ source: SourcePlan, of owner: ListOwner?, from client: Client, in run: Run) {
    self.source = source
    self.owner = owner
    self.client = client
    self.run = run
  }

  struct Iterator: AsyncIteratorProtocol {
    private var listing: AccountListing
    private let resource: Resource
    private let owner: ListOwner?
    private let report: RunReport

    init(_ source: SourcePlan, of owner: ListOwner?, from client: Client, in run: Run) {
      listing = AccountListing(source, of: owner, from: client, in: run)
      resource = source.resource
      self.owner = owner
      report = run.report
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      do {
        let page = try await listing.next(isolation: actor)
        if let page { report.read(page, of: resource, of: owner?.id) }
        if page?.isLast ?? true {
          report.listIsWhole(of: owner?.id)
          report.sourceIsExhausted()
        }
        return page.map { page in
          var batch = Batch(records: page.wanted)
          batch.mark = page.mark(of: owner?.id)
          return batch
        }
      } catch {
        report.listFailed(of: owner?.id, error)
        throw error
      }
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator { Iterator(source, of: owner, from: client, in: run) }
}

@available(*, unavailable)
extension ListBatches.Iterator: Sendable {}
