package import DialLanguage
package import DialStack

/// What planning knows of the world besides the text.
package struct Scope: Sendable {
  /// The account that `use` or `--account` chose.
  package var account: Account.ID?
  /// The variables by name: those of `--name=value` and of `param`.
  package var variables: [String: Literal]
  /// The names among them that a script must declare: those of `--name=value`.
  package var given: Set<String> = []
  /// The moment that `today` and `-7d` go by.
  package var now: Timestamp
  /// What `~` stands for in paths.
  package var homeDirectory: String?
  /// What a pipeline without `export` writes, and how wide the terminal is.
  package var display: Display
  /// The most rows of a result, by the setting `.limit`.
  package var limit: Int?
  /// What is known of the prompt that the text was typed at; `nil` for scripts.
  package var prompt: PromptScope?
  /// What was seen of the API so far, for `describe`.
  package var seen = Seen()
  /// Why a file can't be written; `nil` if nothing is in the way.
  package var obstacle: @Sendable (_ path: String) -> String? = { FileOutput.obstacle(to: $0) }
  /// What to say of variables that are declared but have no value.
  var missing: [String: Diagnostic] = [:]

  package init(
    account: Account.ID?, variables: [String: Literal], now: Timestamp, homeDirectory: String?,
    display: Display
  ) {
    self.account = account
    self.variables = variables
    self.now = now
    self.homeDirectory = homeDirectory
    self.display = display
  }

  /// The literal itself, or what the variable stands for.
  func value(of literal: Literal) throws(Rejection) -> Literal {
    guard literal.form == .variable else { return literal }
    if let missing = missing[literal.text] { throw Rejection(missing) }
    guard let value = variables[literal.text] else {
      throw Rejection(.unknownVariable(literal, known: variables.keys.sorted()))
    }
    return value
  }
}

/// What planning knows of the prompt.
package struct PromptScope: Sendable {
  /// How many rows of a result are shown before `more`; `nil` shows all.
  package var rows: Int?
  /// The columns of `$it`, the rows that were shown last.
  package var lastResult: Columns?

  package init(rows: Int?, lastResult: Columns?) {
    self.rows = rows
    self.lastResult = lastResult
  }
}

/// Where rows go that no `export` sends elsewhere.
package struct Display: Sendable, Hashable {
  /// The format, by its name behind `export`.
  package var format: String
  /// The width of the terminal in columns; `nil` where standard output is none.
  package var width: Int?

  package init(format: String, width: Int?) {
    self.format = format
    self.width = width
  }
}
