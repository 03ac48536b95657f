package import DialRows

/// The rows that stages make of batches.
///
/// Buffers one batch besides what the stages keep. Ends with its upstream, or earlier when a stage
/// has enough; each iteration starts the stages anew.
///
/// After an error the next call goes on where it happened: the batch that was on its way is not
/// lost. A task that is cancelled gets what was gathered until then, once, and the error
/// behind it.
package struct StagedBatches: AsyncSequence {
  package typealias Element = Batch
  package typealias Failure = any Error

  private let base: Batches
  private let stages: [any Stage]
  private let run: Run

  package init(_ base: Batches, through stages: [any Stage], in run: Run) {
    self.base = base
    self.stages = stages
    self.run = run
  }

  package struct Iterator: AsyncIteratorProtocol {
    /// `nil` once no further batch of it is wanted.
    private var base: (any AsyncIteratorProtocol<Batch, any Error>)?
    private let stages: [any Stage]
    private let gathers: [Bool]
    private let run: Run
    /// The work of the stages that have started.
    private var works: [any StageWork] = []
    /// The first stage that may have rows behind its last batch.
    private var first = 0
    /// The batch that is on its way.
    private var batch: Batch?
    /// The stage that gets the batch on its way, or the next one.
    private var place = 0
    /// The last stage that has gathered anything; -1 if none has.
    private var lastGathering = -1
    /// Whether the reader has got what was gathered before a cancellation.
    private(set) var wasStopped = false

    init(
      _ base: any AsyncIteratorProtocol<Batch, any Error>, through stages: [any Stage],
      in run: Run
    ) {
      self.base = base
      self.stages = stages
      self.run = run
      gathers = stages.map(\.effect.gathers)
    }

    package mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error)
      -> Batch?
    {
      while works.count < stages.count {
        works.append(try await stages[works.count].start(in: run))
      }
      do {
        while try await fetch(isolation: actor) {
          try await passOn()
          if let batch = batch.take() { return batch }
        }
      } catch is CancellationError where !wasStopped && lastGathering >= place {
        // Reading on would give the rows of the part a second time.
        (base, batch, first, wasStopped) = (nil, nil, Swift.max(first, place), true)
        return try await next(isolation: actor)
      }
      if wasStopped { throw CancellationError() }
      for work in works { work.finish(in: run) }
      let broken = works.compactMap(\.broken)
      guard broken.isEmpty else { throw BrokenExpectations(all: broken) }
      return nil
    }

    package mutating func next() async throws -> Batch? { try await next(isolation: nil) }

    /// Sees to it that a batch is on its way; `false` at the end.
    private mutating func fetch(isolation actor: isolated (any Actor)?) async throws -> Bool {
      if batch != nil { return true }
      if base != nil {
        place = 0
        batch = try await base?.next(isolation: actor)
        if batch != nil { return true }
        base = nil
      }
      while first < works.count {
        place = first + 1
        batch = try await works[first].rest(in: run)
        if batch != nil { return true }
        first += 1
      }
      return false
    }

    /// Has the stages take the batch on its way, up to the last or to one that keeps it.
    private mutating func passOn() async throws {
      while place < works.count, var moving = batch.take() {
        let flow: Flow
        do {
          flow = try await works[place].take(&moving, in: run)
        } catch {
          batch = moving
          throw error
        }
        if flow == .enough { (base, first) = (nil, place) }
        if gathers[place] { lastGathering = place } else { batch = moving }
        place += 1
      }
    }
  }

  package func makeAsyncIterator() -> Iterator {
    Iterator(Self.iterator(of: base), through: stages, in: run)
  }

  private static func iterator(
    of batches: some AsyncSequence<Batch, any Error>
  ) -> any AsyncIteratorProtocol<Batch, any Error> {
    batches.makeAsyncIterator()
  }
}

@available(*, unavailable)
extension StagedBatches.Iterator: Sendable {}
