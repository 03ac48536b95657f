package import DialLanguage
import DialExport

extension ScriptPlan {
  /// Looks whether every file of the plan can be written, before anything is sent.
  ///
  /// - Throws: a ``Rejection`` with every path that can't.
  package func checkPaths() throws(Rejection) {
    let diagnostics = steps.compactMap { step -> Diagnostic? in
      switch step {
      case .run(let plan), .explain(let plan): plan.export.refusal
      case .use, .help, .declare, .exit, .more, .command: nil
      }
    }
    if let rejection = Rejection(diagnostics) { throw rejection }
  }
}

extension Export {
  /// Why its file can't be written; `nil` if nothing is in the way.
  var refusal: Diagnostic? {
    guard case .file(let path) = destination, let pathRange,
      let reason = format.obstacle(to: path)
    else { return nil }
    return .cannotWrite(path, at: pathRange, because: reason)
  }
}
