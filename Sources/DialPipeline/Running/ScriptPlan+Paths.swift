package import DialLanguage
import DialExport

extension ScriptPlan {
  /// Looks whether every file of the plan can be written, before anything is sent.
  ///
  /// - Throws: a ``Rejection`` with every path that can't.
  package func checkPaths() throws(Rejection) {
    if let rejection = Rejection(steps.flatMap(\.refusals)) { throw rejection }
  }
}

extension Step {
  /// Why its files can't be written; none if nothing is in the way.
  fileprivate var refusals: [Diagnostic] {
    switch self {
    case .run(let plan), .explain(let plan): plan.export.refusals
    case .name(_, let rows): rows.plan.export.refusals
    case .include(let steps), .script(let steps, _): steps.flatMap(\.refusals)
    case .use, .help, .declare, .define, .exit, .more, .command: []
    }
  }
}

extension Export {
  /// Why its files can't be written; none if nothing is in the way.
  var refusals: [Diagnostic] {
    var refusals: [Diagnostic] = []
    if case .file(let path) = destination, let pathRange,
      let reason = divider == nil
        ? format.obstacle(to: path) : PartitionedSink.obstacle(to: path)
    {
      refusals.append(.cannotWrite(path, at: pathRange, because: reason))
    }
    if let (path, range) = ledger {
      if let reason = FileOutput.obstacle(to: path) {
        refusals.append(.cannotWrite(path, at: range, because: reason))
      } else if case .file(let other) = destination, FileOutput.isSameFile(path, other) {
        refusals.append(.cannotWrite(path, at: range, because: "the rows are written there"))
      }
    }
    return refusals
  }
}
