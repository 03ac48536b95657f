package import LineEditing

extension REPL {
  /// Whether a line must never be kept: it looks like a key or a token.
  static func isSecret(_ line: String) -> Bool {
    ["sk_live_", "sk_test_", "pk_live_", "pk_test_"].contains { line.contains($0) }
      || line.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !"._-".contains($0) })
        .contains { $0.hasPrefix("eyJ") && $0.count { $0 == "." } == 2 }
  }

  /// The history of earlier sessions.
  ///
  /// The file is `$XDG_STATE_HOME/dialsh/history`, else below `~/.local/state`.
  package static func history(environment: [String: String]) -> History {
    var history = History(isSecret: isSecret)
    guard let directory = stateDirectory(environment) else { return history }
    history.load(from: directory + "/history")
    return history
  }

  private static func stateDirectory(_ environment: [String: String]) -> String? {
    if let directory = environment["XDG_STATE_HOME"], directory.hasPrefix("/") {
      return directory + "/dialsh"
    }
    return environment["HOME"].map { $0 + "/.local/state/dialsh" }
  }
}
