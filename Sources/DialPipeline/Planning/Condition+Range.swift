import DialLanguage

extension Condition {
  /// The characters from the first field to the last value.
  var range: SourceRange? {
    switch self {
    case .all(let parts), .any(let parts):
      guard let first = parts.first?.range, let last = parts.last?.range else { return nil }
      return first.through(last)
    case .not(let part): return part.range
    case .flag(let field): return field.range
    case .comparison(let field, _, let literal): return field.range.through(literal.range)
    case .membership(let field, _, _, let end): return field.range.through(end)
    }
  }

  /// The condition as it was written, in parentheses where it needs some beside others.
  func text(isAlone: Bool) -> String {
    let text = range?.text ?? ""
    switch self {
    case .all, .any: return isAlone ? text : "(\(text))"
    case .not(let part): return "not \(part.text(isAlone: false))"
    case .flag, .comparison, .membership: return text
    }
  }
}
