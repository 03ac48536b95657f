import DialRows
import DialStack

/// The work of a stage that makes its rows once the last has come: `last`, `count`.
struct GatheringWork<State: Gathering>: StageWork {
  /// `nil` once its rows have been given.
  private var state: State?

  init(into state: State) {
    self.state = state
  }

  mutating func take(_ batch: inout Batch, in run: Run) throws -> Flow {
    if let memory = run.memory, let size = state?.size, size > memory {
      throw MemoryIsFull(memory: memory)
    }
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

  /// About how many bytes it keeps, where it is held against the bound of a run.
  var size: Int { get }

  /// The rows of the stage.
  ///
  /// - Throws: `CancellationError` where that takes long and the task is cancelled.
  func rows() throws -> [Record]
}

extension Gathering {
  var size: Int { 0 }
}

/// Why a stage takes no more rows: what it keeps of them has no room.
struct MemoryIsFull: Error, CustomStringConvertible {
  /// The bound, in bytes.
  let memory: Int

  var description: String {
    let megabytes = memory >> 20
    return "there are too many different rows to keep one of each in \(megabytes) MB; "
      + "`.memory \(4 * max(megabytes, 1))` gives them more room"
  }
}
