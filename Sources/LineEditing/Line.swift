/// What came of reading a line.
package enum Line: Hashable, Sendable {
  /// An accepted statement, without the final newline; it may have several rows.
  case text(String)
  /// Ctrl-C: `^C` was shown and the line dropped.
  case interrupted
  /// Ctrl-D on an empty line, or the terminal has gone.
  case endOfInput
}

/// Why a line editor could not start or go on.
package enum LineEditorError: Error, Hashable, Sendable {
  /// One of the descriptors leads to no terminal.
  case notATerminal
  /// The system has refused the named step; `code` is its `errno`.
  case unavailable(step: String, code: CInt)
  /// Reading from the terminal failed; `code` is its `errno`.
  case unreadable(code: CInt)
}

extension LineEditorError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notATerminal: "line editing needs a terminal at both ends"
    case .unavailable(let step, let code):
      "cannot start line editing: \(step): \(systemMessage(for: code))"
    case .unreadable(let code): "cannot read from the terminal: \(systemMessage(for: code))"
    }
  }
}
