/// A pattern of SQL's `like`: `%` is any text, `_` any character.
struct LikePattern {
  private let text: String
  private let ignoresCase: Bool

  init(_ text: String, ignoresCase: Bool) {
    self.text = text
    self.ignoresCase = ignoresCase
  }

  /// The same as an operator and a value: `in +1415`, `= "Harbor Vet"`, `~ "^Harbor"`.
  func test(isNegated: Bool) -> String {
    var body = text.drop { $0 == "%" }
    while body.last == "%" { body.removeLast() }
    let isPlain = !body.contains { $0 == "%" || $0 == "_" }
    let (startsOpen, endsOpen) = (text.first == "%", text.last == "%")
    if isPlain, !startsOpen, endsOpen, body.first == "+", body.count > 1,
      body.utf8.dropFirst().allSatisfy({ (48...57).contains($0) })
    {
      return (isNegated ? "not in " : "in ") + body
    }
    if isPlain, !startsOpen, !endsOpen, !ignoresCase {
      return (isNegated ? "!= " : "= ") + String(body).quoted
    }
    var pattern = ignoresCase ? "(?i)" : ""
    if !startsOpen { pattern += "^" }
    for character in body {
      switch character {
      case "%": pattern += ".*"
      case "_": pattern += "."
      case ".", "+", "*", "?", "(", ")", "[", "]", "{", "}", "^", "$", "|", "\\":
        pattern += "\\\(character)"
      default: pattern.append(character)
      }
    }
    if !endsOpen { pattern += "$" }
    // Single quotes take a pattern as it is.
    return (isNegated ? "!~ " : "~ ") + (pattern.contains("'") ? pattern.quoted : "'\(pattern)'")
  }
}
