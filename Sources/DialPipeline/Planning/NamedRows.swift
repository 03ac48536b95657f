import DialRows
import DialStack
import Synchronization

/// Rows that `let` gave a name: fetched when they are first used, and once.
package final class NamedRows: Sendable {
  /// The most rows that are kept.
  static let mostRows = 1_000_000

  package let plan: Plan
  private let records = Mutex<[Record]?>(nil)

  init(_ plan: Plan) { self.plan = plan }

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
