package import DialLanguage
package import DialRows
import DialStack

/// One step of a pipeline. A stage is a value that planning made; it touches no network.
package protocol Stage: Sendable {
  static var signature: Signature { get }

  /// Whether the columns behind the stage are those before it.
  static var keepsColumns: Bool { get }

  /// Reads the stage's arguments.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with them.
  init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection)

  /// The columns behind the stage.
  func columns(from columns: Columns) -> Columns

  /// How many rows the stage asks of the one before it.
  var demand: Demand { get }

  /// How much the stage keeps in memory.
  var memory: Memory { get }

  /// The rows behind the stage.
  func apply(to upstream: some AsyncSequence<Batch, any Error>, in run: RunReport) -> Batches
}

extension Stage {
  package static var keepsColumns: Bool { true }
  package func columns(from columns: Columns) -> Columns { columns }
}

/// How many rows a stage needs to give one.
package enum Demand: Sendable, Hashable {
  /// Each row in gives one out.
  case rowForRow
  /// No more than so many rows are wanted.
  case atMost(Int)
  /// Nobody knows before the rows are there.
  case unknown
}

/// What a stage keeps, as `explain` and `help` say it.
package enum Memory: Sendable, Hashable {
  /// The page that is being worked on.
  case page
  case rows(Int)
  case oneKeyARow
  case oneRowAGroup
  case everything

  package var phrase: String {
    switch self {
    case .page: "one page"
    case .rows(let count): "the last \(count) rows"
    case .oneKeyARow: "one key for each different row"
    case .oneRowAGroup: "one row a group"
    case .everything: "all rows"
    }
  }
}

/// What a stage may know while it is planned.
package struct StageContext {
  /// The name that the user called the stage by, and where.
  package let name: Word
  /// The columns before the stage.
  package let columns: Columns
  let planner: Planner

  package var scope: Scope { planner.scope }
  package var vocabulary: Vocabulary { planner.vocabulary }

  /// Reads a pipeline in parentheses, and plans it.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  package func pipelineInParentheses(_ arguments: inout ArgumentReader) throws(Rejection) -> Plan {
    try arguments.parenthesized("a pipeline in parentheses") { (inner) throws(Rejection) in
      try planner.notes.read(.pipeline, nil, inner) { (reader) throws(Rejection) in
        try planner.plan(&reader)
      }
    }
  }
}
