import DialRows
import DialStack
import Synchronization

/// Rows that `let` gave a name: fetched when they are first used, and once.
package final class NamedRows: Sendable {
  /// The most rows that are kept.
  static let mostRows = 1_000_000

  /// How long a chain of names may be, each made of the one before.
  static let longestChain = 100

  package let plan: Plan
  /// How many names stand behind each other in it.
  let chain: Int
  private let records = Mutex<[Record]?>(nil)

  /// - Parameter known: the rows that have names already, which it may be made of.
  init(_ plan: Plan, beside known: [String: NamedRows]) {
    self.plan = plan
    let used = known.filter { plan.text.contains("$\($0.key)") }
    chain = 1 + (used.map(\.value.chain).max() ?? 0)
  }

  /// The rows, where they were fetched.
  var known: [Record]? { records.withLock { $0 } }

  /// Keeps the rows that were fetched.
  func keep(_ rows: [Record]) { records.withLock { $0 = rows } }
}

/// Why rows have no name: there are too many to keep.
struct NamedRowsAreTooMany: Error, CustomStringConvertible {
  let pipeline: String

  var description: String {
    "`\(pipeline)` gives more than \(NamedRows.mostRows) rows, which is the most for `let`"
  }
}
