import DialLanguage

/// A `select` of SQL, as fingers bring it from a database's prompt.
struct SQLStatement {
  /// The same in this language: `numbers where … | count by … | sort … | limit …`.
  ///
  /// Conditions are taken as they are: what is written otherwise in them has its own mend. `nil` for
  /// what says more than a line of this language.
  let translation: String?

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
    guard !clauses.saysMore, Self.canTranslate(columns, clauses) else {
      translation = nil
      return
    }
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

  /// Whether what is selected and sorted by comes out of the groups, or is there without any.
  private static func canTranslate(_ columns: ArraySlice<Token>, _ clauses: Clauses) -> Bool {
    func parts(_ tokens: ArraySlice<Token>) -> [String] {
      tokens.filter { !$0.isWord("desc") && !$0.isWord("asc") }.split { $0.isSymbol(.comma) }
        .map { $0.map(\.text).joined().lowercased() }
    }
    let selected = parts(columns)
    let sorted = parts(clauses.tokens["order"] ?? [])
    guard let groups = clauses.tokens["group"].map(parts) else {
      return selected == ["count(*)"] && sorted.isEmpty
        || (selected + sorted).allSatisfy { !$0.contains("(") && Int($0) == nil }
          && (selected == ["*"] || !columns.contains { $0.isWord("as") })
    }
    return (selected + sorted).allSatisfy {
      groups.contains($0) || $0 == "count(*)" || $0 == "count"
    }
      && !sorted.contains("count(*)") && groups.allSatisfy { !$0.contains("(") }
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
    private static let others = ["having", "union", "join", "select"]
    private(set) var tokens: [String: ArraySlice<Token>] = [:]
    /// Whether there is something else than these.
    private(set) var saysMore = false

    init(_ tokens: ArraySlice<Token>) {
      var rest = tokens
      while let first = rest.first {
        rest = rest.dropFirst()
        guard let keyword = Self.keywords.first(where: { first.isWord($0) }) else {
          saysMore = true
          continue
        }
        if rest.first?.isWord("by") == true { rest = rest.dropFirst() }
        let body = rest.prefix { token in !Self.keywords.contains { token.isWord($0) } }
        if body.contains(where: { token in Self.others.contains { token.isWord($0) } }) {
          saysMore = true
        }
        self.tokens[keyword] = body
        rest = rest[body.endIndex...]
      }
    }

    subscript(keyword: String) -> String? { tokens[keyword].map(SQLStatement.text) }
  }
}
