import DialExport
import DialLanguage
import SystemPackage

extension Planner {
  /// The file that a path in the text means, with `~` and variables expanded, and where it stands,
  /// if its variables have values yet; `-` is standard output.
  func file(_ parts: [Token]) throws(Rejection) -> (destination: Destination, range: SourceRange?) {
    var path = ""
    var isKnown = true
    for (index, token) in parts.enumerated() {
      switch token.kind {
      case .variable:
        let value = try scope.value(
          of: Literal(.variable, token.text, at: token.range), as: "a path")
        if value.form == .open { isKnown = false }
        path += value.text
      case .symbol(.matches) where index == 0:
        path += scope.homeDirectory ?? "~"
      case .string:
        path += try expanded(token)
      case .word, .rawString, .symbol, .newline, .end, .invalid:
        path += token.text
      }
    }
    let range = parts[0].range.through(parts)
    if parts[0].isSymbol(.matches), parts.count > 1, !parts[1].text.hasPrefix("/") {
      throw Rejection(.notExpanded("~" + parts[1].text, at: range))
    }
    guard path != "-" else { return (.standardOutput, nil) }
    return (.file(path: path), isKnown ? range : nil)
  }

  /// The text of a double-quoted string with its variables.
  private func expanded(_ token: Token) throws(Rejection) -> String {
    var result = ""
    var rest = Substring(token.text)
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      let name = rest[rest.index(after: dollar)...].prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
      }
      rest = rest[name.endIndex...]
      if name.isEmpty {
        result += "$"
      } else {
        result += try scope.value(of: Literal(.variable, String(name), at: token.range)).text
      }
    }
    return result + rest
  }
}
