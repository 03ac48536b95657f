import DialRows
import DialStack

/// What a stage makes of all rows once the last has come: `sort`, `last`, `count`.
///
/// Buffers what `Gathering` keeps, yields one batch after its upstream has ended, and can be
/// iterated as often as its upstream.
struct GatheredBatches<Base: AsyncSequence, State: Gathering>: AsyncSequence
where Base.Element == Batch, Base.Failure == any Error {
  private let base: Base
  private let state: State

  init(_ base: Base, into state: State) {
    self.base = base
    self.state = state
  }

  struct Iterator: AsyncIteratorProtocol {
    var base: Base.AsyncIterator
    var state: State?
    private var hasRead = false
    /// Whether what there was at a cancellation has been given.
    private var hasGivenPart = false

    init(base: Base.AsyncIterator, state: State?) {
      self.base = base
      self.state = state
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      guard state != nil else { return nil }
      // Going on would give the rows of the part a second time.
      if hasGivenPart { throw CancellationError() }
      do {
        while let batch = try await base.next(isolation: actor) {
          state?.add(batch)
          hasRead = true
        }
      } catch let error as CancellationError {
        // Whoever stopped it sees what there is so far; a count of nothing is no news.
        guard hasRead, let partial = state else { throw error }
        hasGivenPart = true
        return Batch(records: try partial.rows())
      }
      guard let gathered = state else { return nil }
      let rows = try gathered.rows()
      state = nil
      return Batch(records: rows)
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(base: base.makeAsyncIterator(), state: state)
  }
}

extension GatheredBatches: Sendable where Base: Sendable, State: Sendable {}

@available(*, unavailable)
extension GatheredBatches.Iterator: Sendable {}

/// Keeps of all rows what a stage needs.
protocol Gathering {
  mutating func add(_ batch: Batch)
  /// The rows of the stage.
  ///
  /// - Throws: `CancellationError` where that takes long and the task is cancelled.
  func rows() throws -> [Record]
}
