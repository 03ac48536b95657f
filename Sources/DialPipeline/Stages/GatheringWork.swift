import DialRows
import DialStack

/// The work of a stage that makes its rows once the last has come: `sort`, `last`, `count`.
struct GatheringWork<State: Gathering>: StageWork {
  /// `nil` once its rows have been given.
  private var state: State?

  init(into state: State) {
    self.state = state
  }

  mutating func take(_ batch: inout Batch, in run: Run) -> Flow {
    state?.add(batch)
    return .goOn
  }

  mutating func rest(in run: Run) throws -> Batch? {
    guard let rows = try state?.rows() else { return nil }
    state = nil
    return Batch(records: rows)
  }
}

/// Keeps of all rows what a stage needs.
protocol Gathering {
  mutating func add(_ batch: Batch)
  /// The rows of the stage.
  ///
  /// - Throws: `CancellationError` where that takes long and the task is cancelled.
  func rows() throws -> [Record]
}
