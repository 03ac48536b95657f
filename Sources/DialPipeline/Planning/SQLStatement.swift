import DialLanguage

/// A `select` of SQL, as fingers bring it from a database's prompt.
struct SQLStatement {
  /// The same in this language: `numbers where … | count by … | sort … | limit …`.
  ///
  /// Conditions are taken as they are: what is written otherwise in them has its own mend.
  let translation: String

  /// Reads the tokens of a statement; `nil` for what is no `select … from …`.
  init?(_ tokens: ArraySlice<Token>) {
    guard tokens.first?.isWord("select") == true,
      let from = tokens.firstIndex(where: { $0.isWord("from") }),
      from + 1 < tokens.endIndex, tokens[from + 1].kind == .word
    else { return nil }
    let clauses = Clauses(tokens[(from + 2)...])
    let selected = tokens[(tokens.startIndex + 1)..<from]
    let isDistinct = selected.first?.isWord("distinct") == true
    let columns = isDistinct ? selected.dropFirst() : selected
    var parts = [tokens[from + 1].text + (clauses["where"].map { " where \($0)" } ?? "")]
    if let groups = clauses["group"] {
      parts.append("count by \(groups)")
    } else if columns.first?.isWord("count") == true {
      parts.append("count")
    } else if clauses["order"] == nil, !Self.isEverything(columns) {
      parts.append("select " + Self.text(of: columns))
    }
    if let order = clauses["order"] { parts.append("sort \(order)") }
    if isDistinct {
      parts.append(
        Self.isEverything(columns) ? "uniq" : "uniq " + Self.text(of: columns))
    }
    if let offset = clauses["offset"] { parts.append("skip \(offset)") }
    if let limit = clauses["limit"] { parts.append("limit \(limit)") }
    // A column that is sorted by must be there until then.
    if clauses["order"] != nil, clauses["group"] == nil, !Self.isEverything(columns) {
      parts.append("select " + Self.text(of: columns))
    }
    translation = parts.joined(separator: " | ")
  }

  private static func isEverything(_ columns: ArraySlice<Token>) -> Bool {
    columns.count == 1 && columns.first?.text == "*"
  }

  private static func text(of tokens: ArraySlice<Token>) -> String {
    tokens.first?.range.through(tokens).text ?? ""
  }

  /// What stands behind the keywords that follow the table's name.
  private struct Clauses {
    private static let keywords = ["where", "group", "order", "limit", "offset"]
    private var texts: [String: String] = [:]

    init(_ tokens: ArraySlice<Token>) {
      var rest = tokens
      while let first = rest.first {
        rest = rest.dropFirst()
        guard let keyword = Self.keywords.first(where: { first.isWord($0) }) else { continue }
        if rest.first?.isWord("by") == true { rest = rest.dropFirst() }
        let body = rest.prefix { token in !Self.keywords.contains { token.isWord($0) } }
        texts[keyword] = SQLStatement.text(of: body)
        rest = rest[body.endIndex...]
      }
    }

    subscript(keyword: String) -> String? { texts[keyword] }
  }
}
