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
  /// The zone in which days and months begin.
  package var zone = ZoneInUse.utc
  /// What `~` stands for in paths.
  package var homeDirectory: String?
  /// What a pipeline without `export` writes, and how a terminal is drawn on.
  package var display: Display
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

/// Where rows go that no `export` sends elsewhere.
package struct Display: Sendable, Hashable {
  /// The format, by its name behind `export`.
  package var format: String
  /// How to draw on the terminal; `nil` where standard output is none.
  package var terminal: TerminalStyle?

  package init(format: String, terminal: TerminalStyle?) {
    self.format = format
    self.terminal = terminal
  }
}
