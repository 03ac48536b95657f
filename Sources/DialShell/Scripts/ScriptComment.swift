/// The comment that a script begins with.
struct ScriptComment {
  /// Its lines, without their `#`.
  let lines: [String]

  /// Reads the comment behind the line that names the interpreter.
  init(of text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix("#!") || $0.allSatisfy(\.isWhitespace) }
      .prefix { $0.hasPrefix("#") }
      .map { String($0.dropFirst($0.hasPrefix("# ") ? 2 : 1)) }
  }

  /// The first line that says anything but `label:`; empty where none does.
  func title(besides label: String) -> String {
    lines.first { !$0.allSatisfy(\.isWhitespace) && !$0.hasPrefix(label + ":") } ?? ""
  }

  /// What stands behind `name:` in a line of its own; `nil` where no line begins with it.
  subscript(name: String) -> String? {
    let line = lines.first { $0.hasPrefix(name + ":") }
    return line.map { line in
      let value = line.dropFirst(name.utf8.count + 1).drop(while: \.isWhitespace)
      return String(value.reversed().drop(while: \.isWhitespace).reversed())
    }
  }
}
