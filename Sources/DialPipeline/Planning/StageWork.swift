package import DialRows

/// What a stage keeps while it runs, and what it does with each batch.
package protocol StageWork {
  /// Turns a batch into the rows that go on.
  ///
  /// What is left of the batch of a stage that gathers goes nowhere.
  ///
  /// - Throws: any error, with the batch as it was: it is given again to whoever goes on.
  mutating func take(_ batch: inout Batch, in run: Run) async throws -> Flow

  /// Rows behind the last batch, asked for until there are none.
  ///
  /// - Throws: any error; whoever goes on asks again.
  mutating func rest(in run: Run) async throws -> Batch?

  /// Ends the work, once nobody wants a further row.
  func finish(in run: Run)

  /// What it expects of the rows in vain; `nil` for most.
  var broken: BrokenExpectation? { get }
}

extension StageWork {
  package mutating func rest(in run: Run) -> Batch? { nil }
  package func finish(in run: Run) {}
  package var broken: BrokenExpectation? { nil }
}

/// What a stage says to the stages before it.
package enum Flow: Sendable, Hashable {
  case goOn
  /// No further batch is wanted.
  case enough
}

/// The work of a stage that changes how rows are read, not the rows.
package struct UnchangedRows: StageWork {
  package init() {}
  package mutating func take(_ batch: inout Batch, in run: Run) -> Flow { .goOn }
}
